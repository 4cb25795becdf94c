"""Finding words from any page: favourites first, arrows walk from the field, Enter chooses."""

import pytest
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.journal.scripts import favour_script, hide_script, shipped_scripts
from caregiver_journal.ui import words_sheet
from caregiver_journal.ui.words_sheet import WordsSheet

FIRST, SECOND, *_REST = shipped_scripts()


def open_sheet(writer: Driver, situation: str = "") -> tuple[WordsSheet, list[str]]:
    assert writer.window.shell is not None
    sheet = WordsSheet(writer.window.shell.context, situation)
    chosen: list[str] = []
    sheet.chosen.connect(chosen.append)
    settle()
    return sheet, chosen


def test_enter_takes_the_first_and_the_keyboard_goes_back(writer: Driver) -> None:
    before = keyboard()
    sheet, chosen = open_sheet(writer)
    assert keyboard() is sheet.field
    writer.keys("Return")
    assert chosen == [FIRST.text]
    assert keyboard() is before


def test_arrows_walk_with_the_keyboard_in_the_field(writer: Driver) -> None:
    _sheet, chosen = open_sheet(writer)
    writer.keys("Down", "Down", "Up", "PgDown", "PgUp", "Up", "Up", "Down", "Return")
    assert chosen == [SECOND.text]


def test_favourites_come_first_and_hidden_ones_not_at_all(writer: Driver) -> None:
    liked = shipped_scripts()[40]
    favour_script(writer.journal, liked.id, favourite=True)
    hide_script(writer.journal, FIRST.id, hidden=True)
    sheet, _chosen = open_sheet(writer)
    found = [script.id for script in sheet.list.scripts()]
    assert found[:2] == [liked.id, SECOND.id]
    assert len(found) == len(set(found)) == len(shipped_scripts()) - 1


def test_those_for_a_situation_come_before_the_others(writer: Driver) -> None:
    sheet, _chosen = open_sheet(writer, "role-scope")
    situations = [script.situation for script in sheet.list.scripts()]
    assert situations[0] == "role-scope"
    assert situations[5] == "asking-for-time"


def test_words_narrow_them_and_the_button_takes_one(writer: Driver) -> None:
    _sheet, chosen = open_sheet(writer)
    writer.type_here("supervisor")
    writer.press("words.use")
    assert chosen == [one.text for one in shipped_scripts() if one.id == "help.talk"]


def test_nothing_found_offers_one_step(writer: Driver) -> None:
    sheet, chosen = open_sheet(writer)
    writer.type_here("xyzzy")
    assert "No phrase holds these words." in writer.seen_texts()
    assert not sheet.use.isEnabled()
    writer.keys("Down", "Return")
    assert chosen == []
    writer.press("words.clear")
    assert len(sheet.list.scripts()) == len(shipped_scripts())
    assert keyboard() is sheet.field


def test_escape_chooses_nothing(writer: Driver) -> None:
    _sheet, chosen = open_sheet(writer)
    writer.keys("Escape")
    assert not writer.sees("words")
    assert chosen == []


def test_what_cannot_be_read_is_said(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(words_sheet, "all_scripts", refuse)
    sheet, _chosen = open_sheet(writer)
    assert sheet.list.scripts() == []
    assert writer.message().startswith("The disk is full")
