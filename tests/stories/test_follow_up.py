"""Somebody is asked a day later how a moment feels by then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from support.boundaries import add_moment, asked_again, boundary_of, due_on
from support.clock import START
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.boundary import Relationship
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.pausing import begin_pause, end_pause
from caregiver_journal.store.drafts import DraftStore
from caregiver_journal.ui.pages.boundaries.page import BoundariesPage
from caregiver_journal.ui.widgets.pair_chart import PairChart

TOMORROW = START.date() + timedelta(days=1)


def _say_no(writer: Driver, **rest: object) -> Entry:
    """Write down a no of Friday, to be asked about on Saturday."""
    wanted = {"asker": "Team lead", "guilt": 8, "follow_ups": due_on(TOMORROW)} | rest
    return add_moment(writer.journal, **wanted)  # type: ignore[arg-type]


def _next_day(writer: Driver, days: float = 1) -> None:
    writer.clock.advance(days=days)
    writer.keys("Ctrl+J", "Ctrl+T")


def _open(writer: Driver, button: str) -> None:
    """Press what opens the sheet, and let it come to rest."""
    writer.press(button)
    settle()


def _pairs(writer: Driver) -> list[tuple[int, int]]:
    chart = writer.find("boundaries.guilt", PairChart)
    return [(pair.before, pair.after) for pair in chart.drawing.pairs()]


def test_a_no_is_asked_about_a_day_later_and_the_drawing_shows_it(writer: Driver) -> None:
    for days in (9, 5):
        at = START - timedelta(days=days)
        add_moment(writer.journal, at, guilt=6, follow_ups=(asked_again(at, guilt=6),))
    entry = _say_no(writer)
    assert not writer.sees("waiting.1")
    _next_day(writer)
    said = "Team lead, yesterday: “Cover the Saturday shift, third time this month.”"
    assert writer.text("waiting.1.sentence") == said
    writer.find("waiting.1.action", QWidget).setFocus()
    writer.keys("Space")
    assert writer.page() == "boundaries"
    assert keyboard().objectName() == "follow_up.guilt.slider"
    assert "Friday 20 November · Team lead · Said no" in writer.seen_texts()
    assert writer.text("follow_up.guilt.said") == "not said · then 8 of 10"
    assert not writer.sees("follow_up.true"), "nothing was feared"
    writer.keys("3", "Tab", "Tab")
    writer.type_here("They found somebody else.")
    writer.keys("Tab", "Right", "Right", "Ctrl+Return")
    assert writer.message() == "Saved"
    settle()
    assert not writer.sees("follow_up")
    boundary = boundary_of(writer.journal, entry)
    (follow_up,) = boundary.follow_ups
    assert (follow_up.answered, follow_up.guilt) == (writer.clock(), 3)
    assert boundary.outcome == "They found somebody else."
    assert boundary.relationship is Relationship.BETTER
    assert _pairs(writer) == [(6, 6), (6, 6), (8, 3)]
    assert writer.text("boundaries.guilt.summary") == (
        "Of 3 moments, guilt was lower later in 1, the same in 2 and higher in 0."
    )
    assert not writer.sees("follow_up.1")
    assert keyboard().objectName() == "boundaries.log"
    writer.keys("Ctrl+Z")
    assert boundary_of(writer.journal, entry).outcome == ""
    assert writer.sees("follow_up.1")
    assert _pairs(writer) == [(6, 6), (6, 6)]


def test_a_late_answer_keeps_its_real_time_and_asks_once_more(writer: Driver) -> None:
    entry = _say_no(writer, feared="They will not ask me again", belief=80)
    _next_day(writer, days=12)
    writer.keys("Ctrl+B")
    _open(writer, "follow_up.1.action")
    writer.press("follow_up.again.days")
    writer.find("follow_up.true.slider", QWidget).setFocus()
    writer.keys("1")
    writer.press("follow_up.save")
    settle()
    boundary = boundary_of(writer.journal, entry)
    first, second = boundary.follow_ups
    assert first.answered == writer.clock()
    assert first.guilt is None, "an untouched slider says nothing"
    assert boundary.came_true == 10
    assert second.due == writer.clock().date() + timedelta(days=3)
    assert not writer.sees("follow_up.1")
    _next_day(writer, days=3)
    assert writer.sees("waiting.1")


def test_what_was_begun_survives_escape_and_a_lock(writer: Driver) -> None:
    _say_no(writer)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.type_into("follow_up.outcome", "half a thought")
    writer.keys("Esc")
    settle()
    assert writer.page() == "boundaries"
    assert keyboard().objectName() == "follow_up.1.action"
    writer.keys("Space")
    assert writer.text("follow_up.outcome") == "half a thought"
    writer.type_into("follow_up.outcome", "a whole thought")
    writer.keys("Ctrl+L")
    writer.unlock()
    _open(writer, "waiting.1.action")
    assert writer.text("follow_up.outcome") == "a whole thought"
    writer.press("follow_up.save")
    settle()
    writer.press("message.action")
    _open(writer, "follow_up.1.action")
    assert writer.text("follow_up.outcome") == "a whole thought", "it is begun, as it was before"


def test_what_the_sheet_only_repeats_is_not_written_over_a_newer_account(writer: Driver) -> None:
    entry = _say_no(writer, outcome="old", feared="A row", came_true=40)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.press("follow_up.relationship.better")
    writer.keys("Esc")
    settle()
    changed = replace(boundary_of(writer.journal, entry), outcome="A long new account", came_true=0)
    writer.journal.change(replace(entry, detail=changed))
    for again in (True, False):
        _open(writer, "follow_up.1.action")
        assert writer.text("follow_up.outcome") == "A long new account"
        writer.keys("Ctrl+L" if again else "Ctrl+Return")
        if again:
            writer.unlock()
            writer.keys("Ctrl+B")
    settle()
    now = boundary_of(writer.journal, entry)
    assert (now.outcome, now.came_true) == ("A long new account", 0)
    assert now.relationship is Relationship.BETTER


@pytest.mark.parametrize("way", ["save", "dont_ask"])
def test_undo_takes_back_the_answer_alone_and_keeps_its_words(writer: Driver, way: str) -> None:
    entry = _say_no(writer)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.type_into("follow_up.outcome", "A long account")
    writer.press(f"follow_up.{way}")
    settle()
    writer.journal.mark(entry, for_session=True)
    writer.keys("Ctrl+Z")
    assert writer.message() == "Taken back"
    assert writer.journal.entries.get(entry.id).for_session
    assert boundary_of(writer.journal, entry).outcome == ""
    _open(writer, "follow_up.1.action")
    assert writer.text("follow_up.outcome") == "A long account"


def test_a_night_after_new_year_is_still_the_old_year(writer: Driver) -> None:
    _say_no(writer, asker="")
    _next_day(writer, days=41 + 8 / 24)  # 1 January, 01:52, which counts to 31 December
    _open(writer, "waiting.1.action")
    assert "Friday 20 November · Said no" in writer.seen_texts()


def test_cancel_takes_it_away_and_brings_it_back(writer: Driver) -> None:
    _say_no(writer)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.press("follow_up.cancel")
    settle()
    assert writer.message() == "", "nothing was begun"
    _open(writer, "follow_up.1.action")
    writer.type_into("follow_up.outcome", "half a thought")
    writer.press("follow_up.cancel")
    settle()
    assert writer.message() == "Not saved"
    _open(writer, "message.action")
    assert writer.text("follow_up.outcome") == "half a thought"
    writer.keys("Esc")
    settle()
    _open(writer, "follow_up.1.action")
    assert writer.text("follow_up.outcome") == "half a thought"


@pytest.mark.parametrize("place", ["card", "sheet"])
def test_it_is_put_off(writer: Driver, place: str) -> None:
    _say_no(writer)
    _next_day(writer)
    writer.keys("Ctrl+B")
    if place == "card":
        writer.press("follow_up.1.more")
    else:
        _open(writer, "follow_up.1.action")
        writer.press("follow_up.not_now")
        assert not writer.sees("later.for_good"), "the sheet has its own button for that"
    writer.press("later.next_week")
    settle()
    assert writer.message() == "Put off for a week"
    assert not writer.sees("follow_up")
    assert not writer.sees("follow_up.1")
    _next_day(writer, days=6)
    assert not writer.sees("waiting.1")
    _next_day(writer, days=1)
    assert writer.sees("waiting.1")


def test_putting_off_is_taken_back(writer: Driver) -> None:
    _say_no(writer)
    _next_day(writer)
    writer.keys("Ctrl+B")
    writer.find("follow_up.1.not_now", QWidget).setFocus()
    writer.keys("Space")
    assert writer.message() == "Put off until tomorrow"
    assert keyboard().objectName() == "boundaries.log"
    writer.keys("Ctrl+Z")
    assert writer.sees("follow_up.1")


@pytest.mark.parametrize("place", ["card", "sheet"])
def test_it_is_not_asked_again(writer: Driver, place: str) -> None:
    entry = _say_no(writer)
    _next_day(writer)
    writer.keys("Ctrl+B")
    if place == "card":
        writer.press("follow_up.1.more")
        writer.press("later.for_good")
    else:
        _open(writer, "follow_up.1.action")
        writer.press("follow_up.dont_ask")
    settle()
    told = {"card": "This one does not come back", "sheet": "This is not asked again"}
    assert writer.message() == told[place]
    assert not writer.sees("follow_up.1")
    (only,) = boundary_of(writer.journal, entry).follow_ups
    assert only.is_off
    writer.press("message.action")
    assert writer.sees("follow_up.1")


def test_nothing_is_asked_during_a_pause(writer: Driver) -> None:
    _say_no(writer)
    begin_pause(writer.journal, Pause(TOMORROW))
    _next_day(writer)
    assert not writer.sees("waiting.1")
    writer.keys("Ctrl+B")
    assert not writer.sees("follow_up.1")
    end_pause(writer.journal)
    assert writer.sees("follow_up.1")


def test_several_of_one_moment_wait_one_after_the_other(writer: Driver) -> None:
    days = (TOMORROW, TOMORROW + timedelta(days=1))
    entry = _say_no(writer, follow_ups=tuple(one for day in days for one in due_on(day)))
    _next_day(writer, days=5)
    writer.keys("Ctrl+B")
    assert writer.sees("follow_up.2")
    writer.find("follow_up.1.action", QWidget).setFocus()
    writer.keys("Space", "4", "Ctrl+Return")
    settle()
    assert not writer.sees("follow_up.2")
    assert keyboard().objectName() == "follow_up.1.action"
    writer.keys("Space", "2", "Ctrl+Return")
    settle()
    assert [each.guilt for each in boundary_of(writer.journal, entry).follow_ups] == [4, 2]


def test_it_goes_with_its_entry_and_comes_back_with_it(writer: Driver) -> None:
    entry = _say_no(writer)
    _next_day(writer)
    writer.window.shell.undo.delete(entry.id)  # type: ignore[union-attr]
    assert not writer.sees("waiting.1")
    writer.keys("Ctrl+Z")
    assert writer.sees("waiting.1")


def test_what_is_gone_meanwhile_is_told(writer: Driver) -> None:
    entry = _say_no(writer)
    _next_day(writer)
    writer.keys("Ctrl+B")
    page = writer.find("page.boundaries", BoundariesPage)
    writer.journal.remove(entry)
    page._open_follow_up(f"follow_up:{entry.id}:0")
    assert writer.message() == "There is no such entry."
    assert not writer.sees("follow_up")


def test_a_clock_before_the_moment_is_told_beside_the_answer(writer: Driver) -> None:
    entry = _say_no(writer)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.clock.advance(days=-4)
    writer.type_into("follow_up.outcome", "half a thought")
    writer.press("follow_up.save")
    assert "after the moment" in writer.text("follow_up.problem")
    assert writer.text("follow_up.outcome") == "half a thought"
    assert boundary_of(writer.journal, entry).outcome == ""


def test_what_cannot_be_kept_stays_on_the_screen(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    _say_no(writer)
    _next_day(writer)
    _open(writer, "waiting.1.action")
    writer.type_into("follow_up.outcome", "half a thought")
    with monkeypatch.context() as full:
        full.setattr(DraftStore, "write", refuse)
        writer.keys("Esc")
        settle()
        assert writer.sees("follow_up.outcome")
        assert "The disk is full" in writer.text("follow_up.problem")
        writer.press("follow_up.save")
        assert "The disk is full" in writer.text("follow_up.problem")
    writer.keys("Esc")
    settle()
    assert not writer.sees("follow_up.outcome")


def test_not_this_one_again_on_today_ends_it_everywhere(writer: Driver) -> None:
    entry = add_moment(writer.journal, follow_ups=due_on(START.date()))
    writer.keys("Ctrl+J", "Ctrl+T")
    writer.press("waiting.1.more")
    writer.press("later.for_good")
    assert not writer.sees("waiting.1")
    (one,) = boundary_of(writer.journal, entry).follow_ups
    assert one.is_off
    writer.press("message.action")
    assert boundary_of(writer.journal, entry).follow_ups == due_on(START.date())
    assert writer.sees("waiting.1")
