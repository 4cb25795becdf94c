"""Somebody meets what waits on Today, puts it off, pauses, and comes back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel, QPlainTextEdit, QPushButton, QWidget
from support.driver import Driver
from support.looking import keyboard

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.preference import CODE_CONFIRMED, LOOK_BACK_DAY
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.pauses import PauseStore
from caregiver_journal.ui.pages.today.page import TodayPage
from caregiver_journal.ui.pages.today.week import WeekSquares
from caregiver_journal.vault.opened import write_meta


def _subtitle(writer: Driver) -> str:
    page = writer.find("page.today", TodayPage)
    return page.header.subtitle.text()


def _title(writer: Driver, card: str) -> str:
    return writer.find(card, QWidget).accessibleName()


def _begin_a_check_in(writer: Driver) -> None:
    """Begin one on Thursday, and come back a day later."""
    writer.clock.advance(days=-1)
    writer.keys("Ctrl+N")
    writer.type_into("checkin.note", "half a thought")
    writer.keys("Ctrl+L")
    writer.clock.advance(days=1)
    writer.unlock()


def _note_work(writer: Driver) -> None:
    """Let Sunday, Monday and Tuesday be noted, but not Thursday, which was yesterday."""
    today = writer.clock().date()
    with writer.journal.writing(Topic.WORKDAY):
        for days in (3, 4, 5):
            writer.journal.workdays.write(Workday(today - timedelta(days=days), load=4))


# --- what waits -----------------------------------------------------------------------------------


def test_nothing_waits_at_first(writer: Driver) -> None:
    assert _subtitle(writer) == "Friday 20 November"
    assert not writer.sees("waiting.1")


def test_a_check_in_that_was_begun_is_gone_on_with(writer: Driver) -> None:
    _begin_a_check_in(writer)
    assert _subtitle(writer) == "Friday 20 November · one thing waits for you, whenever you like"
    assert writer.text("waiting.1.sentence").startswith("You began it yesterday at 17:52.")
    writer.press("waiting.1.action")
    assert writer.page() == "mood"
    assert writer.text("checkin.note") == "half a thought"
    writer.press("checkin.level.2")
    writer.press("checkin.save")
    writer.wait_for_page("today")
    assert not writer.sees("waiting.1")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_not_now_lasts_until_tomorrow(writer: Driver, by: str) -> None:
    _begin_a_check_in(writer)
    _note_work(writer)
    assert "two things wait" in _subtitle(writer)
    if by == "mouse":
        writer.press("waiting.1.not_now")
    else:
        writer.find("waiting.1.not_now", QWidget).setFocus()
        writer.keys("Space")
        assert keyboard().objectName() == "waiting.1.not_now", "the next thing moved up"
    assert writer.message() == "Put off until tomorrow"
    assert _title(writer, "waiting.1") == "Work, yesterday"
    assert not writer.sees("waiting.2")
    writer.clock.advance(days=1)
    writer.keys("Ctrl+J", "Ctrl+T")
    assert _title(writer, "waiting.1") == "A check-in, not finished"


def test_putting_off_can_be_taken_back(writer: Driver) -> None:
    _note_work(writer)
    writer.find("waiting.1.not_now", QWidget).setFocus()
    writer.keys("Space")
    assert not writer.sees("waiting.1")
    assert keyboard().objectName().startswith("mood.level")
    writer.press("message.action")
    assert writer.sees("waiting.1")


@pytest.mark.parametrize(("choice", "message"), [("next_week", "week"), ("for_good", "not come")])
def test_something_can_be_put_off_for_longer(writer: Driver, choice: str, message: str) -> None:
    _note_work(writer)
    writer.press("waiting.1.more")
    writer.press(f"later.{choice}")
    assert message in writer.message()
    assert not writer.sees("waiting.1")


def test_the_work_of_yesterday_is_noted_in_a_check_in_about_it(writer: Driver) -> None:
    _note_work(writer)
    writer.press("waiting.1.action")
    assert writer.page() == "mood"
    assert writer.find("checkin.when", QPushButton).text() == "Yesterday 12:00"
    writer.keys("Esc", "Ctrl+N")
    assert writer.find("checkin.when", QPushButton).text() == "Now", "it was for that time only"
    writer.type_into("checkin.note", "half a thought")
    writer.keys("Esc")
    writer.press("waiting.1.action")
    assert writer.text("checkin.note") == "half a thought", "what was begun stays"
    writer.find("checkin.note", QPlainTextEdit).clear()
    writer.keys("Esc")
    writer.press("waiting.1.action")
    writer.press("checkin.level.4")
    writer.press("checkin.save")
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert entry.day.isoformat() == "2026-11-19"


def test_longer_can_be_left_again_by_keyboard(writer: Driver) -> None:
    _note_work(writer)
    writer.find("waiting.1.more", QWidget).setFocus()
    writer.keys("Space")
    assert keyboard().objectName() == "later.tomorrow"
    writer.keys("Esc")
    assert keyboard().objectName() == "waiting.1.more"
    assert writer.sees("waiting.1")


def test_the_recovery_code_leads_to_its_row(writer: Driver) -> None:
    with writer.journal.writing():
        write_meta(writer.journal.database, "created", "2026-11-18T12:00:00Z")
    writer.journal.set(CODE_CONFIRMED, False)
    assert _title(writer, "waiting.1") == "Your recovery code"
    writer.press("waiting.1.action")
    assert writer.page() == "settings"
    assert keyboard().objectName() == "settings.renew_code"


def test_the_first_entry_is_one_step_away(writer: Driver) -> None:
    writer.press("today.empty.step")
    assert writer.page() == "mood"
    writer.keys("Esc", "3", "Ctrl+Return")
    assert writer.titles("today.entries") == ["Mood · mixed"]
    writer.clock.advance(days=1)
    writer.keys("Ctrl+J", "Ctrl+T")
    assert writer.sees("today.empty")
    assert not writer.sees("today.empty.step")


# --- a pause --------------------------------------------------------------------------------------


def _week(writer: Driver) -> list[str]:
    week = writer.window.findChildren(WeekSquares)[-1]
    return week.accessibleDescription().split(", ")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_pause_until_one_comes_back(writer: Driver, by: str) -> None:
    writer.journal.set(LOOK_BACK_DAY, "off")  # it ends on a Sunday
    _note_work(writer)
    if by == "mouse":
        writer.press("today.pause")
        writer.press("pause.begin")
    else:
        writer.find("today.pause", QWidget).setFocus()
        writer.keys("Space", "Space")
    assert _title(writer, "pause.card") == "Paused since Friday 20 November"
    assert not writer.sees("waiting.1")
    assert not writer.sees("today.pause")
    assert _subtitle(writer) == "Friday 20 November"
    assert "in a pause: nothing written" in _week(writer)
    writer.find("mood.level", QWidget).setFocus()
    writer.keys("4", "Ctrl+Return")
    assert writer.titles("today.entries") == ["Mood · good"], "writing stays possible"
    writer.clock.advance(days=2)
    writer.keys("Ctrl+J", "Ctrl+T")
    if by == "mouse":
        writer.press("pause.back")
    else:
        writer.find("pause.back", QWidget).setFocus()
        writer.keys("Space")
        assert keyboard().objectName().startswith("mood.level")
    assert writer.message() == "Welcome back"
    assert not writer.sees("pause.card")
    (pause,) = writer.journal.pauses.all()
    assert (pause.first, pause.last) == (date(2026, 11, 20), date(2026, 11, 21))


def test_a_pause_with_two_days_named(writer: Driver) -> None:
    writer.press("today.pause")
    writer.find("pause.first", QDateEdit).setDate(QDate(2026, 11, 16))
    writer.press("pause.open_end")
    writer.find("pause.last", QDateEdit).setDate(QDate(2026, 11, 14))
    writer.press("pause.begin")
    assert writer.text("pause.problem") == "A pause ends on its first day or later."
    writer.find("pause.last", QDateEdit).setDate(QDate(2026, 11, 22))
    writer.press("pause.begin")
    assert "It ends after Sunday 22 November." in writer.text("pause.sentence")
    assert sum("in a pause" in day for day in _week(writer)) == 7
    writer.press("message.action")
    assert not writer.sees("pause.card")
    assert writer.journal.pauses.all() == []


def test_a_pause_to_come_can_be_taken_back(writer: Driver) -> None:
    writer.press("today.pause")
    writer.find("pause.first", QDateEdit).setDate(QDate(2026, 12, 24))
    writer.press("pause.begin")
    assert not writer.sees("pause.card")
    writer.press("today.pause")
    said = [label.text() for label in writer.find("pause", QWidget).findChildren(QLabel)]
    assert "One is set from Thursday 24 December until you come back." in said
    writer.press("pause.take_back")
    assert writer.journal.pauses.all() == []


def test_leaving_the_sheet_changes_nothing(writer: Driver) -> None:
    writer.press("today.pause")
    writer.keys("Esc")
    assert not writer.sees("pause.card")
    writer.press("today.pause")
    writer.press("pause.cancel")
    assert writer.journal.pauses.all() == []


def test_a_pause_that_cannot_be_kept_is_told(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(PauseStore, "write", refuse)
    writer.press("today.pause")
    writer.press("pause.begin")
    assert "The disk is full" in writer.message()
    assert not writer.sees("pause.card")


def test_a_today_that_cannot_be_read_is_told_instead_of_asking(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(Journal, "start_of_day", property(refuse))
    writer.press("today.pause")
    assert not writer.sees("pause.begin")
    assert "The disk is full" in writer.message()
