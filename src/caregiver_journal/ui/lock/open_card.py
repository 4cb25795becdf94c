"""The support card before unlocking, as it lies outside the vault."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.support import Part
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.support_view import SupportView
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 32


class OpenCardSheet(Overlay):
    """Shows the card for reading; Escape leads back to the field for the passphrase."""

    def __init__(self, parts: Sequence[Part], parent: QWidget) -> None:
        super().__init__(_("Support card"), parent, name="open_card", lines_wide=_LINES_WIDE)
        view = SupportView(parts)
        close = push_button(_("Close"), name="open_card.close")
        close.clicked.connect(self.go)
        nobody = _("Nobody sees that you read this, and this program cannot call for help.")
        self.card.add(view, plain_label(nobody, "small", wrap=True), FootRow((), (close,)))
        self.come_up()
        (view.signs() or (close,))[0].setFocus()
