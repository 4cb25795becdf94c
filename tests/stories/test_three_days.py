"""Somebody lives three days with the journal: a late shift past midnight, a day off, a journey."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from support.builders import mood_of
from support.driver import Driver
from support.looking import settle

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import About

FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (20, 21, 22))
LISBON = ZoneInfo("Europe/Lisbon")
LIST, TRASH = "journal.entries", "trash.entries"


def entries(writer: Driver) -> list[Entry]:
    """Return all entries that are not in the trash, newest first."""
    return writer.journal.entries.page(None, 50)[0]


def slide_by_keyboard(writer: Driver, name: str, number: int) -> None:
    slider = writer.find(f"{name}.slider", QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key(Qt.Key.Key_0 + number))


def live_through_a_late_shift(writer: Driver) -> None:
    """Friday: one mood before it by keyboard, a whole check-in after it by mouse, past midnight."""
    writer.keys("2", "Tab")
    writer.type_here('"Back-to-back" visits; skipped lunch at the café.')
    writer.keys("Return")
    writer.clock.advance(hours=7, minutes=30)  # Saturday, 01:22
    writer.press("sidebar.new_entry")
    assert writer.text("checkin.day.sentence") == "It counts to Friday 20 November."
    for name in ("level.3", "energy.1", "words.more"):
        writer.press(f"checkin.{name}")
    writer.type_here("worn")
    writer.keys("Return")
    writer.keys("Esc")
    writer.press("checkin.about.doing")
    writer.type_into("checkin.note", "Handover at midnight, then the night bus.")
    writer.type_into("checkin.tags.input", "late shift")
    writer.press("work.shift.3")
    writer.type_into("work.hours", "8,5")
    slide_by_keyboard(writer, "work.load", 7)
    writer.press("checkin.save")
    writer.wait_for_page("today")


def live_through_a_day_off(writer: Driver) -> None:
    """Saturday: only the work panel, by mouse; then a mood with belonging, by keyboard."""
    writer.clock.advance(hours=10)  # Saturday, 11:22
    writer.press("sidebar.new_entry")
    writer.press("work.shift.1")
    writer.press("checkin.save")
    writer.clock.advance(hours=8)
    writer.keys("Ctrl+N", "5")
    slide_by_keyboard(writer, "checkin.belonging", 9)
    writer.type_into("checkin.note", "Whole day at my sister's. NOT once the phone AND no guilt.")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")


def live_through_a_journey(writer: Driver) -> None:
    """Sunday: in another zone, and one moment of the day before told there."""
    writer.clock.set(datetime(2026, 11, 22, 20, 5, tzinfo=LISBON))
    writer.keys("Ctrl+1", "4")
    writer.keys("Ctrl+N", "2")
    writer.press("checkin.when")
    writer.press("checkin.when.popover.zone")
    writer.type_here("berlin")
    writer.keys("Return")
    writer.press("checkin.when.popover.done")
    writer.type_into("checkin.note", "Delayed in Berlin; somebody's child cried on my shoulder.")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")


def test_three_days(writer: Driver) -> None:
    live_through_a_late_shift(writer)
    live_through_a_day_off(writer)
    live_through_a_journey(writer)
    check_what_is_kept(writer)
    search(writer)
    change_and_delete(writer)
    empty_the_trash(writer)
    come_back_the_next_day(writer)


def check_what_is_kept(writer: Driver) -> None:
    """Each moment counts to its day, with its zone; the work belongs to the day it was done."""
    by_note = {entry.note[:8]: entry for entry in entries(writer)}
    night = by_note["Handover"]
    assert (night.day, night.happened.date()) == (FRIDAY, SATURDAY)
    assert mood_of(night).words == ("worn out",)
    assert mood_of(night).about == About.DOING
    assert night.tags == ("late shift",)
    friday, saturday = (writer.journal.workdays.read(day) for day in (FRIDAY, SATURDAY))
    assert (friday.shift and friday.shift.name, friday.hours, friday.load) == ("Late", 8.5, 7)
    assert saturday.is_off
    assert mood_of(by_note["Whole da"]).belonging == 9
    delayed = by_note["Delayed "]
    assert delayed.happened.tzinfo == ZoneInfo("Europe/Berlin")
    assert delayed.day == SUNDAY
    assert by_note[""].happened.tzinfo == LISBON
    assert writer.journal.workdays.last_day_off(SUNDAY) == SATURDAY


def search(writer: Driver) -> None:
    """Quotes, accents and operators are words like others."""
    for words, begins in (
        ('"back-to-back"', '"Back-to-back"'),
        ("CAFE", '"Back-to-back"'),
        ("NOT once AND", "Whole day"),
        ("somebody's chi", "Delayed"),
    ):
        writer.look_for(words)
        (found,) = writer.rows(LIST)
        assert begins in writer.journal.entries.get(found.id).note
    writer.look_for("café OR guilt")
    assert writer.rows(LIST) == []
    writer.keys("Ctrl+F", "Esc")
    assert len(writer.rows(LIST)) == len(entries(writer))


def change_and_delete(writer: Driver) -> None:
    """Edit what was found, delete it, take that back, and delete two others."""
    writer.look_for("night bus")
    writer.click_row(LIST, 0)
    writer.press("journal.edit")
    writer.type_into("checkin.note", "Handover at midnight, then a taxi that the ward paid.")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("journal")
    writer.look_for("taxi")
    assert len(writer.rows(LIST)) == 1
    count = len(entries(writer))
    writer.click_row(LIST, 0)
    writer.keys("Delete")
    assert len(entries(writer)) == count - 1
    writer.keys("Ctrl+Z")
    assert len(entries(writer)) == count
    writer.keys("Ctrl+F", "Esc")
    writer.click_row(LIST, 0)
    writer.click_row(LIST, 1, keys="Ctrl")
    writer.press("journal.delete")
    assert writer.message() == "2 entries deleted"
    assert len(entries(writer)) == count - 2


def empty_the_trash(writer: Driver) -> None:
    """What is emptied leaves no word behind."""
    writer.press("journal.trash")
    assert len(writer.rows(TRASH)) == 2
    writer.press("trash.empty")
    settle()
    writer.press("trash.confirm.do")
    assert writer.rows(TRASH) == []
    assert writer.journal.search.find("Berlin", 5) == []
    writer.press("trash.back")


def come_back_the_next_day(writer: Driver) -> None:
    """Locked overnight, everything is there as it was left."""
    kept = [(entry.id, entry.note) for entry in entries(writer)]
    writer.keys("Ctrl+L")
    writer.clock.advance(hours=12)
    writer.unlock()
    assert [(entry.id, entry.note) for entry in entries(writer)] == kept
    assert {entry.day for entry in entries(writer)} == {FRIDAY, FRIDAY + timedelta(days=1)}
