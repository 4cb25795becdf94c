"""Bring the states of the phrases into view that the tour leaves out."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from support.looking import settle

from caregiver_journal.domain.script import MAX_TEXT, Script, Shelf, Way
from caregiver_journal.journal.scripts import (
    BUILDER_DRAFT,
    add_script,
    change_script,
    hide_script,
    shipped_scripts,
)
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.script.builder import BuilderSheet
from caregiver_journal.ui.pages.script.page import ScriptPage
from caregiver_journal.ui.pages.script.rehearsal import RehearsalSheet
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.words_sheet import WordsSheet

LONG = "Not on Sundays, and that holds for every Sunday of the year. " * 6
WORD = "Antidisestablishmentarianism" * 5


def show_script_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end some phrases more are there."""
    journal = shell.context.journal
    first, second, *_rest = shipped_scripts()
    shell.go_to(Destination("scripts"))
    page = shell.findChild(QWidget, "page.scripts")
    assert isinstance(page, ScriptPage)
    yield from _show_shelves(page)
    add_script(journal, Script(LONG, WORD, "plain-no", Way.DIRECT))
    own = add_script(journal, Script("لا أستطيع يوم الأحد.\nNot on Sunday."))
    change_script(journal, replace(first, text="Let me sleep on it."))
    hide_script(journal, second.id, hidden=True)
    page.list.select(own.id)
    yield "scripts-own"
    page.list.select(first.id)
    yield from _show_form(page)
    yield from _show_builder(page)
    journal.save_draft(BUILDER_DRAFT, {})
    sheet = WordsSheet(shell.context, "role-scope")
    yield "find-words"
    sheet.field.setText("xyzzy")
    yield "find-words-none"
    sheet.go()
    shell.strip.dismiss()


def _show_shelves(page: ScriptPage) -> Iterator[str]:
    page.bar.field.setText("xyzzy")
    yield "scripts-none"
    page.bar.show_all()
    page.bar.look_at("repairing")
    yield "scripts-situation"
    page.bar.show_all()
    page.bar.shelves.set_value(Shelf.OWN)
    page._look()
    yield "scripts-none-own"
    page.bar.show_all()


def _show_form(page: ScriptPage) -> Iterator[str]:
    page._edit()
    form = page._form
    assert form is not None
    yield "script-form"
    form.text.setPlainText("a" * (MAX_TEXT + 1))
    form._submit()
    form.store_draft()  # so that nothing ticks
    yield "script-refused"
    form.draft.give_up()
    form.go()
    settle()


def _show_builder(page: ScriptPage) -> Iterator[str]:
    page._open_builder()
    builder = page.context.ground.findChildren(BuilderSheet)[-1]
    yield "builder-empty"
    for part in builder.parts:
        part.field.setPlainText(LONG)
    builder._copy()
    builder._keep()
    builder.keeper.settle()
    settle()  # words as long as these take a second round to lay out
    yield "builder-refused"
    builder._rehearse()
    sheet = page.context.ground.findChildren(RehearsalSheet)[-1]
    sheet.timer.turn()
    sheet.timer.tick()
    sheet.timer.stop()
    sheet.field.setPlainText("Not on Sundays.")
    sheet._keep()
    yield "rehearsal-kept"
    sheet.go()
    builder.go()
    settle()
