"""Building a sentence: parts, beginnings, how it reads, its draft; and rehearsing it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.domain.script import MAX_TEXT
from caregiver_journal.journal.scripts import (
    BUILDER_DRAFT,
    all_scripts,
    builder_parts,
    shipped_scripts,
)
from caregiver_journal.ui import keeping
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.script.builder import BuilderSheet
from caregiver_journal.ui.pages.script.page import ScriptPage
from caregiver_journal.ui.pages.script.rehearsal import RehearsalSheet


@pytest.fixture
def builder(writer: Driver) -> BuilderSheet:
    """The sheet for a sentence, opened on the page of phrases."""
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("scripts"))
    return open_builder(writer)


def open_builder(writer: Driver) -> BuilderSheet:
    writer.press("scripts.build")
    settle()
    return writer.find("builder", BuilderSheet)


def write(builder: BuilderSheet, **texts: str) -> None:
    for part in builder.parts:
        if part.part.id in texts:
            part.field.setPlainText(texts[part.part.id])
    settle()


def rehearse(writer: Driver) -> RehearsalSheet:
    writer.press("builder.rehearse")
    settle()
    return writer.find("rehearsal", RehearsalSheet)


def test_an_empty_one_offers_nothing_to_keep(writer: Driver, builder: BuilderSheet) -> None:
    assert keyboard() is builder.parts[0].field
    for button in (builder.keep, builder.rehearse, builder.copy, builder.clear):
        assert not button.isEnabled()
    assert builder.empty.isVisible()
    writer.keys("Ctrl+Return")
    assert builder.isVisible()


def test_the_whole_reads_in_the_order_of_the_parts(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="please ask by Thursday")
    write(builder, happened="the rota came out late")
    assert writer.text("builder.whole") == "The rota came out late. Please ask by Thursday."
    assert not builder.empty.isVisible()


def test_a_beginning_is_borrowed_and_another_takes_its_place(
    writer: Driver, builder: BuilderSheet
) -> None:
    first, second, *_rest = builder_parts()[1].starts
    field = builder.parts[1].field
    writer.press("builder.effect.start.0")
    assert field.toPlainText() == f"{first} "
    assert keyboard() is field
    writer.type_here("tired")
    writer.press("builder.effect.start.1")
    assert field.toPlainText() == f"{second} tired"
    assert builder.parts[1].starts.values() == ()
    writer.keys("Ctrl+Z")
    assert field.toPlainText() == f"{first} tired"
    builder.parts[1].starts.changed.emit(())
    assert field.toPlainText() == f"{first} tired"


def test_a_field_grows_with_what_is_written_up_to_four_lines(builder: BuilderSheet) -> None:
    field = builder.parts[0].field
    low = field.height()
    field.setPlainText("word " * 60)
    settle()
    high = field.height()
    field.setPlainText("word " * 600)
    settle()
    assert low < high
    assert field.height() == low + 3 * field.fontMetrics().lineSpacing()


def test_what_is_unfinished_comes_back(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday")
    builder.situation.set_value("plain-no")
    writer.keys("Escape")
    assert not writer.sees("builder")
    again = open_builder(writer)
    assert again.parts[2].text() == "not this Sunday"
    assert again.situation.value() == "plain-no"


def test_a_lock_keeps_it_as_well(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.journal.drafts.read(BUILDER_DRAFT) == {"ask": "not this Sunday"}


def test_a_draft_of_another_make_is_passed_over(writer: Driver, builder: BuilderSheet) -> None:
    writer.keys("Escape")
    writer.journal.save_draft(BUILDER_DRAFT, {"ask": 7, "situation": ["x"]})
    assert open_builder(writer).text() == ""


def test_a_draft_that_cannot_be_stored_is_said(
    writer: Driver, builder: BuilderSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    write(builder, ask="not this Sunday")
    monkeypatch.setattr(writer.journal, "save_draft", refuse)
    writer.keys("Escape")
    assert not writer.sees("builder")
    assert writer.message().startswith("The disk is full")


def test_it_is_kept_and_the_draft_forgotten(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday")
    builder.situation.set_value("plain-no")
    builder.store_draft()
    writer.press("builder.keep")
    assert not writer.sees("builder")
    current = writer.find("page.scripts", ScriptPage).list.current()
    assert current is not None
    assert (current.text, current.situation) == ("Not this Sunday.", "plain-no")
    assert writer.journal.drafts.read(BUILDER_DRAFT) == {}
    assert writer.message() == "Kept among your words."
    writer.keys("Ctrl+Z")
    assert all_scripts(writer.journal) == shipped_scripts()


def test_words_that_are_there_stay_when_it_is_taken_back(
    writer: Driver, builder: BuilderSheet
) -> None:
    write(builder, ask=shipped_scripts()[0].text)
    writer.keys("Ctrl+Return")
    assert writer.message() == "These words are among yours already."
    assert all_scripts(writer.journal) == shipped_scripts()


def test_too_many_words_are_refused_and_stay(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="a" * (MAX_TEXT + 1))
    builder.keep.click()
    assert "at most 400" in writer.text("builder.problem")
    assert len(builder.parts[2].text()) == MAX_TEXT + 1
    write(builder, ask="No.")
    assert not writer.sees("builder.problem")


def test_it_is_copied(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday")
    writer.press("builder.copy")
    assert QGuiApplication.clipboard().text() == "Not this Sunday."
    assert builder.copied.isVisible()
    write(builder, ask="never")
    assert not builder.copied.isVisible()


def test_starting_over_can_be_undone_in_the_field(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, happened="the rota", ask="ask me first")
    writer.press("builder.clear")
    assert builder.text() == ""
    assert keyboard() is builder.parts[0].field
    builder.parts[0].field.undo()
    assert builder.text() == "The rota."
    builder.store_draft()
    assert writer.journal.drafts.read(BUILDER_DRAFT) == {"happened": "the rota"}


# --- rehearsing -----------------------------------------------------------------------------------


def test_it_is_shortened_and_the_numbers_follow(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday, and not any other")
    sheet = rehearse(writer)
    said = "Before: 7 words, 35 characters. Now: 7 words, 35 characters."
    assert writer.text("rehearsal.length") == said
    assert not sheet.keep.isEnabled()
    writer.type_into("rehearsal.field", "Not this Sunday.")
    assert writer.text("rehearsal.words") == "Not this Sunday."
    assert writer.text("rehearsal.length").endswith("Now: 3 words, 16 characters.")
    sheet.field.setPlainText(" ")
    assert writer.text("rehearsal.words") == "Not this Sunday, and not any other."
    assert not sheet.keep.isEnabled()


def test_the_shorter_one_is_kept_beside_the_longer(writer: Driver, builder: BuilderSheet) -> None:
    write(builder, ask="not this Sunday, and not any other")
    builder.situation.set_value("plain-no")
    sheet = rehearse(writer)
    writer.type_into("rehearsal.field", "Not this Sunday.")
    writer.keys("Ctrl+Return")
    assert writer.text("rehearsal.kept") == "Kept among your words."
    assert keyboard() is sheet.timer.button
    kept = all_scripts(writer.journal)[0]
    assert (kept.text, kept.situation) == ("Not this Sunday.", "plain-no")
    writer.keys("Ctrl+Return")
    assert len(all_scripts(writer.journal)) == len(shipped_scripts()) + 1
    writer.type_into("rehearsal.field", "No.")
    assert not writer.sees("rehearsal.kept")


def test_what_cannot_be_kept_is_said(
    writer: Driver, builder: BuilderSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_words: object) -> None:
        raise JournalError

    write(builder, ask="not this Sunday")
    sheet = rehearse(writer)
    monkeypatch.setattr(keeping, "keep_words", refuse)
    sheet.field.setPlainText("No.")
    sheet.keep.click()
    assert writer.text("rehearsal.problem") == "Something went wrong."
    assert sheet.field.toPlainText() == "No."


def test_the_timer_stops_under_the_cover_and_when_the_sheet_goes(
    writer: Driver, builder: BuilderSheet
) -> None:
    write(builder, ask="not this Sunday")
    sheet = rehearse(writer)
    QTest.keyClick(sheet.timer.button, Qt.Key.Key_Space)
    assert sheet.timer.is_running()
    writer.keys("F9")
    assert not sheet.timer.is_running()
    writer.keys("F9")
    stopped: list[int] = []
    sheet.timer.stopped.connect(stopped.append)
    sheet.timer.turn()
    writer.keys("Escape")
    assert stopped == [0]
    assert writer.sees("builder")
