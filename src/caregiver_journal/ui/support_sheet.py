"""The support card over whatever is shown: F8, from anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.preference import SUPPORT_BEFORE_UNLOCK
from caregiver_journal.domain.support import EMERGENCY, Part
from caregiver_journal.journal.support_content import say_nobody_watches
from caregiver_journal.journal.support_numbers import NUMBERS, numbers_at_hand
from caregiver_journal.journal.supporting import read_bare_card, read_card
from caregiver_journal.ui.country import guess_country
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context, Destination
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.support_view import SupportView
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 32


class SupportSheet(Overlay):
    """Shows the card for reading; Escape leads back to where one was, a link to its page.

    While no number stands on it, those of the person's country come first.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("Support card"), context.ground, name="support_sheet", lines_wide=_LINES_WIDE
        )
        self._context = context
        parts = self._read(context)
        self.numbers = SupportView(_read_numbers(context, parts))
        self.choose = push_button(_("Choose another country"), "link", name="support_sheet.country")
        if not self.numbers.holds_any():
            self.choose.hide()
        self.choose.clicked.connect(self._go_to_numbers)
        self.view = SupportView(parts)
        self.none = plain_label(
            _("Nothing stands on it yet. One line is a beginning."), "muted", wrap=True
        )
        is_empty = not any(part.lines for part in parts)
        if not is_empty:
            self.none.hide()
        self.close_button = push_button(_("Close"), name="support_sheet.close")
        self.close_button.clicked.connect(self.go)
        words = _("Write on it") if is_empty else _("Change it")
        self.change = push_button(words, "link", name="support_sheet.change")
        self.change.clicked.connect(self._go_to_page)
        self.card.add(self.numbers, self.choose, self.none, self.view)
        self.card.body.setAlignment(self.choose, Qt.AlignmentFlag.AlignLeft)
        self.card.add(plain_label(_say_nobody(context), "small", wrap=True))
        self.card.add(FootRow((self.change,), (self.close_button,)))
        self.come_up()
        (self.view.signs() or (self.close_button,))[0].setFocus()

    def _read(self, context: Context) -> tuple[Part, ...]:
        try:
            return read_card(context.journal)
        except JournalError as error:
            context.fail(error)
            return _read_bare(context)

    def _go_to_numbers(self) -> None:
        self.go()
        self._context.follow(Destination("support", part=NUMBERS))

    def _go_to_page(self) -> None:
        self.go()
        self._context.follow(Destination("support"))


def _read_bare(context: Context) -> tuple[Part, ...]:
    """Return what is written on it where the words around that cannot be read."""
    try:
        return read_bare_card(context.journal)
    except JournalError:
        return ()  # the first of both has been told


def _read_numbers(context: Context, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return what comes before the card while no number stands on it."""
    if any(part.section == EMERGENCY and part.lines for part in parts):
        return ()
    try:
        return (numbers_at_hand(context.journal, guess_country()),)
    except JournalError:
        return ()


def _say_nobody(context: Context) -> str:
    try:
        lies_open = bool(context.journal.setting(SUPPORT_BEFORE_UNLOCK))
        return say_nobody_watches(lies_open=lies_open)
    except ContentError:
        return ""
