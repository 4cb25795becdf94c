"""Somebody writes a whole check-in: after a late shift, on a day off, in another zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QTimeEdit, QWidget
from support.builders import an_entry, mood_of
from support.driver import Driver

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.workday import Workday
from caregiver_journal.ui.pages.mood.words import FeelingWords
from caregiver_journal.ui.widgets.suggestions import Suggestions

FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
LATE = 3


def entry(writer: Driver) -> Entry:
    """Return the newest entry."""
    return writer.journal.entries.page(None, 1)[0][0]


def work(writer: Driver, day: date = FRIDAY) -> tuple[str, float | None, int | None]:
    """Return what is stored of the work of a day."""
    workday = writer.journal.workdays.read(day)
    return workday.shift.name if workday.shift else "", workday.hours, workday.load


def slide(writer: Driver, name: str, share: float) -> None:
    """Click a slider at a share of its width."""
    slider = writer.find(f"{name}.slider", QSlider)
    place = slider.rect().center()
    place.setX(round(12 + (slider.width() - 24) * share))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def title(writer: Driver) -> str:
    """Return what day the work panel is about."""
    return next(text for text in writer.seen_texts() if text.startswith("Work "))


def is_chosen(writer: Driver, name: str) -> bool:
    return writer.find(name, QAbstractButton).isChecked()


def chosen_words(writer: Driver) -> tuple[str, ...]:
    """Return the words that are chosen on the form, in the order they were."""
    return writer.find("checkin.words", FeelingWords).words()


# --- after a late shift ---------------------------------------------------------------------------


def test_a_whole_check_in_after_midnight_by_mouse(writer: Driver) -> None:
    writer.journal.add(an_entry(tags=("late shift",)))
    writer.clock.advance(hours=7.5)  # Saturday, 01:22
    writer.press("sidebar.new_entry")
    assert writer.text("checkin.day.sentence") == "It counts to Friday 20 November."
    assert title(writer) == "Work today"
    writer.press("checkin.level.4")
    writer.press("checkin.energy.2")
    writer.press("checkin.words.relieved")
    writer.press("checkin.about.people")
    writer.type_into("checkin.note", "Handover went well.")
    writer.type_into("checkin.tags.input", "la")
    offered = writer.window.findChildren(Suggestions)[-1]
    QTest.mouseClick(
        offered.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        offered.visualItemRect(offered.item(0)).center(),
    )
    writer.press(f"work.shift.{LATE}")
    writer.type_into("work.hours", "8,5")
    slide(writer, "work.load", 0.7)
    slide(writer, "checkin.belonging", 0.5)
    assert writer.text("work.load.said") == "7 of 10"
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert writer.message() == "Saved"
    saved = entry(writer)
    assert saved.detail == Mood(4, 2, ("relieved",), About.PEOPLE, 5)
    assert (saved.note, saved.tags, saved.day) == ("Handover went well.", ("late shift",), FRIDAY)
    assert work(writer) == ("Late", 8.5, 7)


def test_a_whole_check_in_by_keyboard(writer: Driver) -> None:
    writer.keys("Ctrl+N", "2", "Tab", "Right", "Tab", "Space", "Right", "Space")
    words = chosen_words(writer)
    assert len(words) == 2
    writer.keys("Tab", "Tab", "Right", "Tab")
    writer.type_here("Short of staff again.")
    writer.keys("Tab")
    writer.type_here("ward,")
    writer.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Right", "Right", "Tab")
    writer.type_here("10")
    writer.keys("Tab", "9", "Tab", "Tab", "3", "Ctrl+Return")
    writer.wait_for_page("today")
    saved = entry(writer)
    assert saved.detail == Mood(2, 2, words, About.DOING, 3)
    assert (saved.note, saved.tags) == ("Short of staff again.", ("ward",))
    assert work(writer) == ("Late", 10, 9)


def test_a_night_can_count_to_the_new_day(writer: Driver) -> None:
    writer.clock.advance(hours=8)  # Saturday, 01:52
    writer.keys("Ctrl+N", "3")
    writer.press("checkin.day.other")
    assert writer.text("checkin.day.sentence") == "It counts to Saturday 21 November."
    assert title(writer) == "Work on Saturday 21 November"
    writer.keys("Ctrl+Return")
    assert entry(writer).day == date(2026, 11, 21)
    writer.keys("Ctrl+J", "F2")
    assert writer.text("checkin.day.sentence") == "It counts to Saturday 21 November."
    writer.type_into("checkin.note", "later")
    writer.keys("Ctrl+Return")
    assert entry(writer).day == date(2026, 11, 21)


# --- a day off, the work alone --------------------------------------------------------------------


def test_a_day_off_is_said_alone(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    writer.press("work.shift.1")
    assert writer.text("work.load.said") == "not said · last full day off today"
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert writer.message() == "Saved"
    assert writer.journal.entries.count()[0] == 0
    assert work(writer) == ("Off", None, None)
    writer.clock.advance(days=4)
    writer.keys("Ctrl+N", "4")
    assert writer.text("work.load.said") == "not said · last full day off 4 days ago"


def test_undo_brings_the_earlier_work_back(writer: Driver) -> None:
    early = writer.journal.shifts.all()[1]
    with writer.journal.writing():
        writer.journal.workdays.write(Workday(FRIDAY, early, 6, 2))
    writer.keys("Ctrl+N", "1")
    assert is_chosen(writer, "work.shift.2")
    assert writer.text("work.hours") == "6"
    writer.press(f"work.shift.{LATE}")
    writer.keys("Ctrl+Return")
    assert work(writer) == ("Late", 6, 2)
    writer.press("message.action")
    assert work(writer) == ("Early", 6, 2)
    assert writer.journal.entries.count()[0] == 0


def test_something_of_the_mood_wants_a_mood(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    writer.press("checkin.save")
    assert writer.text("checkin.problem").startswith("Choose one of the five first")
    writer.press(f"work.shift.{LATE}")
    slide(writer, "checkin.belonging", 0)
    writer.press("checkin.save")
    assert "The work alone" in writer.text("checkin.problem")
    assert work(writer) == ("", None, None)
    writer.press("checkin.belonging.clear")
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert work(writer) == ("Late", None, None)


def test_hours_that_make_no_sense_are_refused_where_they_stand(writer: Driver) -> None:
    writer.keys("Ctrl+N", "3")
    writer.type_into("work.hours", "30")
    writer.keys("Ctrl+Return")
    assert writer.page() == "mood"
    assert writer.text("work.problem") == "Hours are a number from 0 to 24, such as 7.5."
    writer.type_into("work.hours", "3.0")
    assert not writer.sees("work.problem")
    writer.keys("Ctrl+Return")
    assert work(writer) == ("", 3, None)


# --- emptying again -------------------------------------------------------------------------------


def test_everything_that_was_touched_can_be_emptied(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    for name in ("checkin.energy.2", "checkin.about.body", f"work.shift.{LATE}"):
        writer.press(name)
        writer.press(name)
    slide(writer, "work.load", 0.2)
    writer.keys("Delete")
    slide(writer, "checkin.belonging", 0.9)
    writer.press("checkin.belonging.clear")
    writer.press("checkin.level.3")
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert entry(writer).detail == Mood(3)
    assert work(writer) == ("", None, None)


def test_an_emptied_panel_forgets_the_work_of_the_day(writer: Driver) -> None:
    with writer.journal.writing():
        writer.journal.workdays.write(Workday(FRIDAY, hours=6))
    writer.keys("Ctrl+N")
    writer.find("work.hours", QWidget).setFocus()
    writer.keys("Ctrl+A", "Delete", "Ctrl+Return")
    writer.wait_for_page("today")
    assert writer.journal.workdays.read(FRIDAY).is_empty


# --- another moment -------------------------------------------------------------------------------


def test_a_moment_in_another_zone(writer: Driver) -> None:
    writer.keys("Ctrl+N", "4")
    writer.press("checkin.when")
    writer.press("checkin.when.popover.zone")
    writer.type_here("tokyo")
    writer.keys("Return")
    writer.press("checkin.when.popover.done")
    assert writer.find("checkin.when", QAbstractButton).text() == "Today 02:52, Tokyo"
    assert writer.text("checkin.day.sentence") == "It counts to Friday 20 November."
    writer.keys("Ctrl+Return")
    saved = entry(writer)
    assert saved.happened == datetime(2026, 11, 21, 2, 52, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert saved.happened.tzinfo == ZoneInfo("Asia/Tokyo")
    assert saved.day == FRIDAY


def test_a_moment_that_has_not_come_is_refused_at_the_field(writer: Driver) -> None:
    writer.keys("Ctrl+N", "4")
    writer.press("checkin.when")
    clock = writer.find("checkin.when.popover.time", QTimeEdit)
    clock.setTime(clock.time().addSecs(3600))
    writer.press("checkin.when.popover.done")
    writer.keys("Ctrl+Return")
    assert writer.page() == "mood"
    assert "not come yet" in writer.text("checkin.when.problem")
    writer.press("checkin.when")
    writer.press("checkin.when.popover.now")
    assert not writer.sees("checkin.when.problem")
    writer.keys("Ctrl+Return")
    assert entry(writer).happened == writer.clock()


def test_the_work_of_another_day_is_kept_for_that_day(writer: Driver) -> None:
    with writer.journal.writing():
        writer.journal.workdays.write(Workday(THURSDAY, load=9))
    writer.keys("Ctrl+N", "3")
    writer.press(f"work.shift.{LATE}")
    writer.press("checkin.when")
    writer.press("checkin.when.popover.yesterday")
    writer.press("checkin.when.popover.done")
    assert title(writer) == "Work on Thursday"
    assert writer.text("work.load.said") == "9 of 10"
    assert not is_chosen(writer, f"work.shift.{LATE}")
    assert writer.text("work.others") == "The work written for Friday 20 November is saved too."
    writer.type_into("work.hours", "4")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")
    assert entry(writer).day == THURSDAY
    assert work(writer, THURSDAY) == ("", 4, 9)
    assert work(writer) == ("Late", None, None)


# --- words of one's own ---------------------------------------------------------------------------


def test_a_word_of_ones_own_is_added_and_used(writer: Driver) -> None:
    writer.keys("Ctrl+N", "2")
    writer.press("checkin.words.more")
    writer.press("feelings.own")
    writer.type_into("feelings.own.word", "wrung out")
    writer.type_into("feelings.own.meaning", "like a cloth after mopping")
    writer.press("feelings.own.energy.1")
    writer.press("feelings.own.add")
    assert writer.text("feelings.meaning") == "wrung out: like a cloth after mopping"
    writer.press("feelings.done")
    assert is_chosen(writer, "checkin.words.wrung out")
    writer.keys("Ctrl+Return")
    assert mood_of(entry(writer)).words == ("wrung out",)
    writer.keys("Ctrl+N", "2")
    writer.wait_until_seen("checkin.words.wrung out")
    assert not is_chosen(writer, "checkin.words.wrung out")


def test_a_word_is_found_and_added_by_keyboard(writer: Driver) -> None:
    writer.keys("Ctrl+N", "4", "Tab", "Tab", "Tab", "Space")
    writer.type_here("grat")
    assert writer.find("feelings.meaning", QLabel).text().startswith("grateful: ")
    writer.keys("Return")
    writer.type_here("glimmery")
    writer.keys("Return")
    assert writer.text("feelings.own.word") == "glimmery"
    writer.keys("Return", "Return")
    assert not writer.sees("feelings.filter")
    writer.keys("Ctrl+Return")
    assert mood_of(entry(writer)).words == ("grateful", "glimmery")


def test_a_word_is_hidden_and_shown_again(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    writer.press("checkin.words.more")
    writer.find("feelings.unpleasant-high.angry", QWidget).setFocus()
    assert writer.text("feelings.meaning").startswith("angry: ")
    writer.keys("Delete")
    assert writer.text("feelings.meaning") == "“angry” is hidden."
    assert not writer.sees("feelings.unpleasant-high.angry")
    writer.press("feelings.show_again")
    writer.wait_until_seen("feelings.unpleasant-high.angry")


# --- locked on the way ----------------------------------------------------------------------------


def test_a_lock_on_the_way_loses_nothing(writer: Driver) -> None:
    writer.keys("Ctrl+N", "2")
    writer.press("checkin.about.body")
    writer.press("checkin.when")
    writer.press("checkin.when.popover.yesterday")
    writer.press("checkin.when.popover.done")
    writer.press(f"work.shift.{LATE}")
    writer.type_into("work.hours", "a lot")
    slide(writer, "checkin.belonging", 1)
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.keys("Ctrl+N")
    assert is_chosen(writer, "checkin.level.2")
    assert is_chosen(writer, "checkin.about.body")
    assert title(writer) == "Work on Thursday"
    assert is_chosen(writer, f"work.shift.{LATE}")
    assert writer.text("work.hours") == "a lot"
    assert writer.text("checkin.belonging.said") == "10 of 10"
    writer.type_into("work.hours", "7")
    writer.keys("Ctrl+Return")
    assert work(writer, THURSDAY) == ("Late", 7, None)
    assert entry(writer).detail == Mood(2, about=About.BODY, belonging=10)
