"""Words for it: the nearest on the form, all of them in the sheet, one's own among them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from support.builders import a_mood, an_entry, mood_of
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.feeling import Feeling, Quarter, quarter
from caregiver_journal.domain.mood import MAX_WORDS
from caregiver_journal.journal.feelings import (
    add_feeling,
    hide_feeling,
    offered_feelings,
    shipped_feelings,
)
from caregiver_journal.store.feelings import FeelingStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.mood.picker import FeelingPicker
from caregiver_journal.ui.pages.mood.words import SHOWN, FeelingWords

# --- the row on the form --------------------------------------------------------------------------


@pytest.fixture
def row(app: QApplication, qtbot: QtBot) -> FeelingWords:
    made = FeelingWords(name="words")
    qtbot.addWidget(made)
    made.set_offered(shipped_feelings())
    made.show()
    return made


def test_before_anything_is_said_all_quarters_take_turns(row: FeelingWords) -> None:
    by_word = {each.word: each for each in shipped_feelings()}
    shown = [quarter(by_word[word]) for word in row.chips.offered()]
    assert len(shown) == SHOWN
    assert set(shown[:4]) == set(Quarter)


def test_the_nearest_words_stand_behind_the_chosen_ones(row: FeelingWords) -> None:
    row.set_words(["guilty"])
    row.go_near(5, 1)
    first, *others = row.chips.offered()
    by_word = {each.word: each for each in shipped_feelings()}
    assert first == "guilty"
    assert len(others) == SHOWN - 1
    assert all(by_word[word].pleasant >= 4 and by_word[word].energy <= 2 for word in others[:4])


def test_a_word_that_is_offered_no_more_stays_on_its_entry(row: FeelingWords) -> None:
    row.set_offered([])
    row.set_words(["of an earlier time", "tired"])
    assert row.chips.values() == ("of an earlier time", "tired")
    row.go_near(1, 1)
    assert row.words() == ("of an earlier time", "tired")


def test_choosing_moves_nothing(row: FeelingWords, qtbot: QtBot) -> None:
    before = row.chips.offered()
    with qtbot.waitSignal(row.changed):
        row.chips.chip(before[5]).click()
    assert row.chips.offered() == before
    assert row.words() == (before[5],)
    row.chips.chip(before[5]).click()
    assert row.words() == ()


def test_more_words_than_an_entry_holds_are_refused(row: FeelingWords) -> None:
    row.set_words([f"word {number}" for number in range(MAX_WORDS - 1)])
    assert row.choose("one more", chosen=True)
    assert not row.choose("too many", chosen=True)
    assert row.problem.text() == "20 words are the most."
    assert len(row.words()) == MAX_WORDS


def test_meanings_are_said_to_those_who_point_or_hear(row: FeelingWords) -> None:
    row.set_words(["tired"])
    chip = row.chips.chip("tired")
    assert "sleep" in chip.toolTip()
    assert "sleep" in chip.accessibleDescription()


# --- the sheet ------------------------------------------------------------------------------------


@pytest.fixture
def picker(writer: Driver) -> FeelingPicker:
    writer.keys("Ctrl+N", "2")
    return open_picker(writer)


def open_picker(writer: Driver) -> FeelingPicker:
    writer.press("checkin.words.more")
    return writer.find("feelings", FeelingPicker)


def shown(picker: FeelingPicker) -> list[str]:
    return [
        word
        for chips in picker.quarters.values()
        for word in chips.offered()
        if chips.chip(word).isVisible()
    ]


def test_pleasant_words_lie_right_and_lively_ones_above(picker: FeelingPicker) -> None:
    settle()
    place = {each: chips.mapTo(picker, QPoint()) for each, chips in picker.quarters.items()}
    assert place[Quarter.PLEASANT_HIGH].x() > place[Quarter.UNPLEASANT_HIGH].x()
    assert place[Quarter.PLEASANT_HIGH].y() < place[Quarter.PLEASANT_LOW].y()
    assert len(shown(picker)) == len(shipped_feelings())


def test_in_a_narrow_window_they_stand_below_each_other(
    writer: Driver, picker: FeelingPicker
) -> None:
    writer.resize(640, 700)
    settle()
    places = [chips.mapTo(picker, QPoint()) for chips in picker.quarters.values()]
    assert len({place.x() for place in places}) == 1


def test_typing_narrows_by_word_and_meaning(picker: FeelingPicker) -> None:
    picker.filter.setText("sleep")
    assert {"tired", "sleepy"} <= set(shown(picker)) < {f.word for f in shipped_feelings()}
    picker.filter.setText("no such word")
    assert shown(picker) == []
    assert "Enter adds it" in picker.meaning.text()
    picker.filter.clear()
    assert len(shown(picker)) == len(shipped_feelings())


def test_a_choice_counts_at_once_in_both_places(writer: Driver, picker: FeelingPicker) -> None:
    row = writer.find("checkin.words", FeelingWords)
    writer.press("feelings.pleasant-low.calm")
    assert row.words() == ("calm",)
    writer.press("feelings.pleasant-low.calm")
    assert row.words() == ()
    assert picker.isVisible()


def test_the_most_words_are_the_most_here_too(writer: Driver) -> None:
    words = tuple(each.word for each in shipped_feelings()[:MAX_WORDS])
    entry = an_entry(mood=a_mood(words=words))
    writer.journal.add(entry)
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("mood", entry.id))
    picker = open_picker(writer)
    chips = next(each for each in picker.quarters.values() if "free" in each.offered())
    chips.chip("free").click()
    assert "the most" in picker.meaning.text()
    assert not chips.chip("free").isChecked()
    assert mood_of(entry).words == writer.find("checkin.words", FeelingWords).words()


def menu_of(writer: Driver, name: str) -> QMenu:
    chip = writer.find(name, QWidget)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(chip, event)
    return writer.find("feelings", FeelingPicker).findChildren(QMenu)[-1]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_hides_a_word(writer: Driver, picker: FeelingPicker) -> None:
    menu = menu_of(writer, "feelings.unpleasant-low.torn")
    (hide,) = menu.findChildren(QAction, "feelings.hide")
    hide.trigger()
    menu.close()
    assert "torn" not in shown(picker)
    assert "torn" not in {each.word for each in offered_feelings(writer.journal)}


def test_a_disk_that_is_full_hides_nothing(
    writer: Driver, picker: FeelingPicker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(FeelingStore, "hide", refuse)
    writer.find("feelings.unpleasant-low.torn", QWidget).setFocus()
    writer.keys("Delete")
    assert "full" in picker.meaning.text()
    assert "torn" in shown(picker)


# --- a word of one's own --------------------------------------------------------------------------


def add(writer: Driver, word: str) -> None:
    writer.press("feelings.own")
    writer.type_into("feelings.own.word", word)
    writer.press("feelings.own.add")


def test_a_new_word_lies_where_the_mood_is(writer: Driver, picker: FeelingPicker) -> None:
    add(writer, "frayed")
    (own,) = writer.journal.feelings.own()
    assert own == Feeling("frayed", "", 2, 3, is_own=True)
    assert picker.meaning.text() == "frayed: a word of your own"
    assert keyboard() is picker.filter


def test_no_word_is_no_word(writer: Driver, picker: FeelingPicker) -> None:
    add(writer, " ")
    assert writer.text("feelings.own.problem") == "A feeling needs a word."
    assert writer.journal.feelings.own() == []
    writer.type_into("feelings.own.word", "x")
    assert not writer.sees("feelings.own.problem")
    assert picker.isVisible()


def test_a_word_that_is_there_is_chosen_and_one_that_was_hidden_shown(
    writer: Driver, picker: FeelingPicker
) -> None:
    row = writer.find("checkin.words", FeelingWords)
    add(writer, "CALM")
    hide_feeling(writer.journal, "torn", hidden=True)
    add(writer, "torn")
    assert row.words() == ("calm", "torn")
    assert writer.journal.feelings.own() == []
    assert "torn" in shown(picker)


def test_escape_leaves_the_small_form_first(writer: Driver, picker: FeelingPicker) -> None:
    writer.press("feelings.own")
    assert not writer.sees("feelings.filter")
    writer.keys("Esc")
    assert writer.sees("feelings.filter")
    writer.press("feelings.own")
    writer.press("feelings.own.cancel")
    assert keyboard() is picker.filter
    writer.keys("Esc")
    assert not writer.sees("feelings.filter")
    assert writer.page() == "mood"


def test_a_full_disk_is_said_at_the_word(
    writer: Driver, picker: FeelingPicker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(FeelingStore, "add", refuse)
    add(writer, "frayed")
    assert "full" in writer.text("feelings.own.problem")
    assert writer.find("feelings.own.word", QLineEdit).text() == "frayed"
    assert picker.isVisible()


def test_a_word_added_elsewhere_is_offered_here(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    add_feeling(writer.journal, Feeling("frayed", "", 2, 2, is_own=True))
    writer.keys("2")
    assert "frayed" in writer.find("checkin.words", FeelingWords).chips.offered()
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
