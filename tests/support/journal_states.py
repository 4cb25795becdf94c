"""Bring the states of the Journal page into view that the tour leaves out."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.ui.go_sheet import GoSheet
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.journal.page import JournalPage
from caregiver_journal.ui.pages.journal.trash import TrashPage
from caregiver_journal.ui.shell import Shell

NOTE = "A long visit at the end of the shift. " * 4 + "\n\nThen home along the canal."


def show_journal_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the journal is as it was, but for one entry."""
    journal = shell.context.journal
    mood = Mood(2, 1, ("tense", "guilty"), About.PEOPLE, 3)
    content = Content(mood, None, NOTE, ("family", "late shift"), True, True)
    journal.add(make_entry(content, journal.clock()))
    shell.go_to(Destination("journal"))
    page = shell.findChild(QWidget, "page.journal")
    assert isinstance(page, JournalPage)
    yield from _show_search(shell, page)
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in (2, 3):
        page.list.selectionModel().select(page.list.model().index(row, 0), flag)
    yield "journal-several"
    yield from _show_trash(shell, page.list.chosen_ids())
    shell.act("find.anything")
    sheet = next(one for one in shell.findChildren(Overlay) if isinstance(one, GoSheet))
    yield "go"
    sheet.field.setText("canal")
    yield "go-found"
    sheet.field.setText("xyzzy")
    yield "go-nothing"
    sheet.go()


def _show_search(shell: Shell, page: JournalPage) -> Iterator[str]:
    page.search.field.setText("canal")
    page.search._take_words()
    page._show_rest()
    yield "journal-search"
    page.search.look_at(page._today)
    page._show_rest()
    yield "journal-filtered"
    page.search.field.setText("xyzzy")
    page.search._take_words()
    page._show_rest()
    yield "journal-nothing"
    page.search.clear_all()
    page._show_rest()


def _show_trash(shell: Shell, chosen: tuple[str, ...]) -> Iterator[str]:
    shell.go_to(Destination("trash"))
    yield "trash-empty"
    shell.undo.delete(*chosen)
    shell.strip.dismiss()
    yield "trash"
    page = shell.findChild(QWidget, "page.trash")
    assert isinstance(page, TrashPage)
    page._ask_to_empty()
    yield "trash-confirm"
    for sheet in shell.findChildren(Overlay):
        sheet.go()
    shell.undo.undo()
    shell.strip.dismiss()
