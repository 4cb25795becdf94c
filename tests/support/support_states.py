"""Bring the states of the support card into view that the tour leaves out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget
from support.looking import settle

from caregiver_journal.domain.preference import SUPPORT_CHECKED
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.open_card import read_open_card
from caregiver_journal.journal.supporting import show_before_unlock, write_line
from caregiver_journal.ui.doorway import Doorway
from caregiver_journal.ui.lock.open_card import OpenCardSheet
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.support.page import SupportPage
from caregiver_journal.ui.shell import Shell

LONG = "The one from the choir who always answers and says that it is never too late to ring " * 2
RIGHT_TO_LEFT = "לבקש עזרה ממישהו קרוב"


def show_support_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; the tour has left a card with lines."""
    journal = shell.context.journal
    write_line(journal, SupportLine("people", LONG, LONG))
    write_line(journal, SupportLine("people", RIGHT_TO_LEFT, "0700"))
    journal.set(SUPPORT_CHECKED, date(2026, 1, 2).isoformat())
    show_before_unlock(journal, shown=True)
    shell.go_to(Destination("support", part="numbers"))
    yield "support-check"
    page = shell.findChild(QWidget, "page.support")
    assert isinstance(page, SupportPage)
    people = page.cards["people"]
    people._add_line()
    people.editor.detail.setText("after six")
    people._submit()
    settle()  # rows as long as these take a second round to lay out
    yield "support-refused"
    people.editor.detail.clear()
    people._leave_editor()
    page.drafts.settle()  # so that nothing ticks while the next is looked at
    signs = page.cards["signs"]
    row = signs.rows[0]
    assert row.pick is not None
    row.pick.click()
    signs._rename("rename")
    yield "support-rename"
    signs._leave_name()
    shell.act("go.support")
    yield "support-card-long"
    settle()


def show_open_card(doorway: Doorway, folder: Path) -> Iterator[str]:
    """Yield the unlock page with the card that lies for all to read, and that card."""
    from caregiver_journal.vault.folder import JournalFolder

    card = read_open_card(JournalFolder(folder))
    page = UnlockPage(folder, (), card=card)
    doorway._show(page)
    yield "unlock-with-card"
    page._show_card()
    yield "unlock-card"
    for sheet in page.findChildren(OpenCardSheet):
        sheet.go()
