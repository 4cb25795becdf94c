"""Walk through an invented support card, as the rest of the tour does."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.support_numbers import take_numbers
from caregiver_journal.journal.supporting import write_line
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

_LINES = (
    ("signs", "Lunch skipped twice in a week", "Eat first, answer after"),
    ("signs", "Sharp answers at home", "Say so, and walk once round the block"),
    ("alone", "Warm water over both hands", "The kitchen tap will do"),
    ("alone", "The song with the long beginning", ""),
    ("places", "The library by the canal", "until eight on weekdays"),
    ("people", "M., from the choir", "0700 900 123, after six"),
    ("people", "My sister", "any time, she said"),
    ("professionals", "Staff support line", "extension 44, mornings"),
)
"""All invented."""


def show_empty_support(shell: Shell) -> Iterator[str]:
    """Look at the card while nothing stands on it, and at it over its page."""
    shell.go_to(Destination("support"))
    yield "support-empty"
    shell.act("go.support")
    yield "support-card-empty"
    _put_sheets_away(shell)


def show_support(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the card while it is written on, over a page, and on its way to paper."""
    for section, text, detail in _LINES:
        write_line(journal, SupportLine(section, text, detail))
    take_numbers(journal, "United Kingdom")
    shell.go_to(Destination("support"))
    yield "support"
    shell.act("go.support")
    _press(shell, "support.sign.0")
    yield "support-card"
    _put_sheets_away(shell)
    _press(shell, "support.print")
    yield "support-print"
    _put_sheets_away(shell)


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
