"""What is in a backup, and that it is whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button


class ViewingSheet(Overlay):
    """Says it in a few lines; Escape leads to the pages."""

    def __init__(self, lines: tuple[str, ...], ground: QWidget) -> None:
        super().__init__(_("This backup is whole"), ground, name="viewing_sheet")
        for number, line in enumerate(filter(None, lines)):
            label = plain_label(line, wrap=True)
            label.setObjectName(f"viewing_sheet.{number}")
            self.card.add(label)
        look = push_button(_("Look around"), "primary", name="viewing_sheet.look")
        look.clicked.connect(self.go)
        self.card.add(FootRow((), (look,)))
        self.card.setAccessibleDescription(" ".join(filter(None, lines)))
        self.come_up()
        look.setFocus(Qt.FocusReason.PopupFocusReason)
