"""Somebody logs a mood, and finds, changes, deletes and brings back what was written."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.driver import Driver

from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood


def test_a_mood_by_mouse_stands_on_today_and_in_the_journal(writer: Driver) -> None:
    writer.press("mood.level.4")
    writer.type_into("mood.line", "Slept eight hours.")
    writer.press("mood.save")
    assert writer.message() == "Saved"
    assert [row.line for row in writer.rows("today.entries")] == ["Slept eight hours."]
    writer.press("sidebar.journal")
    assert writer.titles("journal.entries") == ["Mood · good"]


def test_a_mood_by_keyboard(writer: Driver) -> None:
    writer.keys("2", "Tab")
    writer.type_here("Back-to-back visits")
    writer.keys("Return")
    assert writer.titles("today.entries") == ["Mood · low"]
    assert writer.rows("today.entries")[0].line == "Back-to-back visits"


def test_a_mood_by_menu(writer: Driver) -> None:
    writer.choose_in_menu("entry.new")
    assert writer.page() == "mood"
    writer.press("checkin.level.5")
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert writer.titles("today.entries") == ["Mood · very good"]


@pytest.mark.parametrize("section", ["today", "journal", "settings", "mood"])
def test_two_keys_log_a_mood_from_anywhere(writer: Driver, section: str) -> None:
    writer.choose_in_menu({"mood": "entry.new"}.get(section, f"go.{section}"))
    writer.keys("Ctrl+1", "3")
    assert writer.message() == "Saved"
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert entry.kind == Kind.MOOD
    assert entry.detail == Mood(3)
    assert writer.page() == section


def test_nothing_is_saved_without_a_disc(writer: Driver) -> None:
    assert not writer.find("mood.save", QAbstractButton).isEnabled()
    writer.type_into("mood.line", "words alone")
    writer.keys("Return")
    assert writer.journal.entries.count()[0] == 0
    assert writer.text("mood.line") == "words alone"


def test_a_saved_mood_can_be_taken_back(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return")
    writer.press("message.action")
    assert writer.journal.entries.count()[0] == 0


def test_every_field_of_the_check_in_is_kept(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    writer.press("checkin.level.2")
    writer.press("checkin.energy.1")
    writer.type_into("checkin.note", "The ward was short again.")
    writer.press("checkin.for_session")
    writer.press("checkin.never_export")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert entry.detail == Mood(2, 1)
    assert entry.note == "The ward was short again."
    assert entry.for_session
    assert entry.never_export


def test_edit_delete_and_undo(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J")
    writer.press("journal.edit")
    writer.type_into("checkin.note", "Added later")
    writer.press("checkin.save")
    writer.wait_for_page("journal")
    assert writer.rows("journal.entries")[0].line == "Added later"
    writer.press("journal.delete")
    assert writer.titles("journal.entries") == []
    assert writer.message().startswith("Deleted")
    writer.keys("Ctrl+Z")
    assert writer.titles("journal.entries") == ["Mood · good"]


def test_edit_and_delete_by_keyboard_alone(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J", "F2")
    assert writer.page() == "mood"
    writer.keys("5", "Ctrl+Return")
    writer.wait_for_page("journal")
    assert writer.titles("journal.entries") == ["Mood · very good"]
    writer.keys("Delete")
    assert writer.titles("journal.entries") == []


def test_an_entry_after_midnight_counts_to_the_day_before(writer: Driver) -> None:
    writer.clock.advance(hours=8)  # Saturday, 01:52
    writer.keys("3", "Ctrl+Return")
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert entry.happened.isoformat() == "2026-11-21T01:52:00+00:00"
    assert entry.day.isoformat() == "2026-11-20"
    assert writer.titles("today.entries") == ["Mood · mixed"]


def test_the_start_of_the_day_can_be_set(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.choose("settings.start_of_day", "00:00")
    writer.keys("Ctrl+T")
    writer.clock.advance(hours=8)
    writer.keys("3", "Ctrl+Return")
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert entry.day.isoformat() == "2026-11-21"


def test_leaving_the_check_in_keeps_what_was_written(writer: Driver) -> None:
    writer.keys("Ctrl+N")
    writer.type_into("checkin.note", "half a thought")
    writer.keys("Esc")
    assert writer.page() == "today"
    writer.keys("Ctrl+N")
    assert writer.text("checkin.note") == "half a thought"
    writer.press("checkin.cancel")
    writer.press("message.action")
    assert writer.page() == "mood"
    assert writer.text("checkin.note") == "half a thought"
