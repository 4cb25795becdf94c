"""What waits is found, put off and brought back; during a pause nothing waits."""

from datetime import UTC, date, timedelta

import pytest
from support.boundaries import add_moment, boundary_of, due_on
from support.builders import a_measure, an_entry
from support.clock import START, FixedClock

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.preference import CODE_CONFIRMED, LOOK_BACK_DAY
from caregiver_journal.domain.reflection import Form, Reflection, Written
from caregiver_journal.domain.waiting import Later
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal import waiting
from caregiver_journal.journal.backup_notes import note_failed
from caregiver_journal.journal.checking import Checked, note_check
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.loss_notes import Losses, note_losses
from caregiver_journal.journal.measuring import set_repeat
from caregiver_journal.journal.pausing import begin_pause
from caregiver_journal.journal.planning import save_plan
from caregiver_journal.journal.practising import PLAYER
from caregiver_journal.journal.sessions import keep_homework, make_homework
from caregiver_journal.journal.waiting import (
    BOUNDARY_FORM,
    CHECK_IN,
    REFLECT_FORM,
    bring_back,
    put_off,
    read_waiting,
)
from caregiver_journal.vault.opened import write_meta

TODAY = START.date()


@pytest.fixture
def made_today(journal: Journal) -> Journal:
    """A journal made at the moment the clock stands at, whose weeks are not looked back on."""
    _make_on(journal, "2026-11-20T17:00:00Z")
    journal.set(LOOK_BACK_DAY, "off")
    return journal


def _make_on(journal: Journal, moment: str) -> None:
    with journal.writing():
        write_meta(journal.database, "created", moment)


def _note_work(journal: Journal, *days_back: int) -> None:
    with journal.writing(Topic.WORKDAY):
        for days in days_back:
            journal.workdays.write(Workday(TODAY - timedelta(days=days), load=3))


def _names(journal: Journal) -> list[str]:
    return [found.name for found in read_waiting(journal)]


def test_nothing_waits_in_a_new_journal(made_today: Journal) -> None:
    assert read_waiting(made_today) == ()


# --- a draft --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today at 17:52"),
        (1, "yesterday at 17:52"),
        (6, "on Saturday at 17:52"),
        (7, "on Friday 13 November at 17:52"),
    ],
)
def test_a_check_in_that_was_begun_waits(
    made_today: Journal, clock: FixedClock, days: int, said: str
) -> None:
    clock.advance(days=-days)
    made_today.save_draft(CHECK_IN, {"level": 2})
    clock.set(START)
    (found,) = read_waiting(made_today)
    assert found.sentence == f"You began it {said}. It is kept as you left it."
    assert (found.section, found.entry_id) == ("mood", "")


def test_a_boundary_moment_that_was_begun_waits_beside_it(made_today: Journal) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    made_today.save_draft(BOUNDARY_FORM, {"asked": "Stay longer", "entry": "abc"})
    mood, boundary = read_waiting(made_today)
    assert (mood.title, mood.section) == ("A check-in, not finished", "mood")
    assert boundary.title == "A boundary moment, not finished"
    assert (boundary.section, boundary.entry_id) == ("boundary", "abc")
    put_off(made_today, boundary.name, Later.TOMORROW)
    assert _names(made_today) == [mood.name]


def test_an_entry_that_was_being_changed_is_opened_again(made_today: Journal) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2, "entry": "abc"})
    (found,) = read_waiting(made_today)
    assert found.sentence.startswith("You began to change an entry today at 17:52.")
    assert found.entry_id == "abc"


def test_each_draft_of_a_form_waits_with_its_own_time(
    made_today: Journal, clock: FixedClock
) -> None:
    drafts = {
        "new": {"asked": "Stay", "left": (START - timedelta(days=1)).isoformat()},
        "plan:7": {"asked": "Swap", "left": "soon"},
        "abc": {"words": "No.", "left": "2026-11-20T10:00"},
    }
    made_today.save_draft(BOUNDARY_FORM, drafts)
    new, plan, change = read_waiting(made_today)
    assert (new.entry_id, new.part, plan.part, change.entry_id) == ("", "", "plan:7", "abc")
    assert "yesterday at 17:52" in new.sentence
    assert plan.sentence.startswith("You began it today at 17:52.")
    assert change.sentence.startswith("You began to change an entry today")
    assert len({each.heard for each in (new, plan, change)}) == 3
    put_off(made_today, new.name, Later.TOMORROW)
    clock.advance(minutes=5)
    made_today.save_draft(BOUNDARY_FORM, drafts)
    assert new.name not in _names(made_today), "it was not gone on with"


def test_a_draft_that_makes_no_sense_does_not_wait(made_today: Journal) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    with made_today.writing():
        made_today.database.write("UPDATE drafts SET content = '[' WHERE form = ?", (CHECK_IN,))
    assert read_waiting(made_today) == ()


def test_a_draft_that_was_gone_on_with_waits_again(made_today: Journal, clock: FixedClock) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    put_off(made_today, read_waiting(made_today)[0].name, Later.FOR_GOOD)
    assert read_waiting(made_today) == ()
    clock.advance(minutes=5)
    made_today.save_draft(CHECK_IN, {"level": 3})
    assert len(read_waiting(made_today)) == 1


def test_a_reflection_that_was_begun_waits_where_it_was_begun(made_today: Journal) -> None:
    made_today.save_draft(REFLECT_FORM, {"prompt:needs.one": {"answer": "Half"}, "new": {"a": "b"}})
    asked, free = read_waiting(made_today)
    assert (asked.title, asked.section) == ("A reflection, not finished", "reflect")
    assert (asked.part, free.part) == ("prompt:needs.one", "")


# --- the look back on the week --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "waits_on"),
    [
        ("sunday", ["Sun"]),
        ("friday", ["Fri", "Sat", "Sun"]),
        ("monday", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        ("off", []),
    ],
)
def test_a_week_may_be_looked_back_on_from_a_weekday_to_its_sunday(
    made_today: Journal, clock: FixedClock, chosen: str, waits_on: list[str]
) -> None:
    made_today.set(CODE_CONFIRMED, True)
    made_today.set(LOOK_BACK_DAY, chosen)
    seen = []
    for day in range(16, 23):
        clock.set(START.replace(day=day))
        if "look-back:2026-11-16" in _names(made_today):
            seen.append(f"{START.replace(day=day):%a}")
    assert seen == waits_on


def test_a_week_is_looked_back_on_once(made_today: Journal, clock: FixedClock) -> None:
    made_today.set(CODE_CONFIRMED, True)
    made_today.set(LOOK_BACK_DAY, "thursday")
    (found,) = read_waiting(made_today)
    assert (found.title, found.section) == ("Looking back on the week", "reflect")
    assert found.part == "form:week"
    made_today.save_draft(REFLECT_FORM, {found.part: {"helped": "Tea"}})
    assert [each.title for each in read_waiting(made_today)] == ["A reflection, not finished"]
    made_today.save_draft(REFLECT_FORM, {})
    written = Reflection(Form.WEEK, (Written("helped", "Tea"),))
    entry = an_entry(at=START.replace(day=17), mood=written)
    made_today.add(entry)
    assert read_waiting(made_today) == ()
    made_today.remove(entry)
    assert _names(made_today) == [found.name]
    made_today.restore(entry)
    clock.advance(days=6)
    assert _names(made_today) == ["look-back:2026-11-23"]


def test_a_look_back_put_off_does_not_come_in_the_next_week(
    made_today: Journal, clock: FixedClock
) -> None:
    made_today.set(CODE_CONFIRMED, True)
    made_today.set(LOOK_BACK_DAY, LOOK_BACK_DAY.default)
    clock.set(START.replace(day=22))
    (found,) = read_waiting(made_today)
    put_off(made_today, found.name, Later.TOMORROW)
    clock.advance(days=1)
    assert read_waiting(made_today) == ()
    clock.advance(days=6)
    assert _names(made_today) == ["look-back:2026-11-23"]


# --- the recovery code ----------------------------------------------------------------------------


def test_an_unchecked_code_waits_from_the_second_day_after(
    made_today: Journal, clock: FixedClock
) -> None:
    clock.advance(days=1)
    assert read_waiting(made_today) == ()
    clock.advance(days=1)
    (found,) = read_waiting(made_today)
    assert (found.name, found.section) == ("recovery-code", "settings")
    made_today.set(CODE_CONFIRMED, True)
    assert read_waiting(made_today) == ()


def test_a_journal_that_does_not_know_its_age_asks_nothing(journal: Journal) -> None:
    with journal.writing():
        journal.database.write("DELETE FROM meta WHERE name = 'created'")
    assert read_waiting(journal) == ()


# --- work -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noted", "waits"),
    [
        ((2, 3, 4), True),
        ((2, 5, 8), True),
        ((2, 3), False),
        ((2, 3, 9), False),
        ((1, 2, 3, 4), False),
        ((0, 2, 3), False),
    ],
)
def test_yesterday_is_asked_about_where_work_is_mostly_noted(
    made_today: Journal, noted: tuple[int, ...], waits: bool
) -> None:
    _note_work(made_today, *noted)
    assert _names(made_today) == (["workday:2026-11-19"] if waits else [])


def test_the_day_it_is_about_is_told(made_today: Journal) -> None:
    _note_work(made_today, 2, 3, 4)
    (found,) = read_waiting(made_today)
    assert (found.section, found.day) == ("mood", date(2026, 11, 19))


def test_a_yesterday_in_a_pause_is_not_asked_about(made_today: Journal) -> None:
    _note_work(made_today, 2, 3, 4)
    begin_pause(made_today, Pause(date(2026, 11, 18), date(2026, 11, 19)))
    assert read_waiting(made_today) == ()


# --- putting off ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("later", "days"), [(Later.TOMORROW, 1), (Later.NEXT_WEEK, 7), (Later.FOR_GOOD, None)]
)
def test_what_is_put_off_comes_back_on_its_day(
    made_today: Journal, clock: FixedClock, later: Later, days: int | None
) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    put_off(made_today, _names(made_today)[0], later)
    made_today.set(CODE_CONFIRMED, True)
    for passed in range(10):
        assert len(read_waiting(made_today)) == (days is not None and passed >= days), passed
        clock.advance(days=1)


def test_a_follow_up_put_off_for_good_is_asked_no_more_and_that_can_be_taken_back(
    made_today: Journal,
) -> None:
    entry = add_moment(made_today, START - timedelta(days=2), follow_ups=due_on(TODAY))
    (name,) = _names(made_today)
    bring_it_back = put_off(made_today, name, Later.FOR_GOOD)
    assert _names(made_today) == []
    assert not [one for one in boundary_of(made_today, entry).follow_ups if one.is_open]
    bring_it_back()
    assert _names(made_today) == [name]


def test_what_was_put_off_can_be_brought_back_at_once(
    made_today: Journal, told: list[Changes]
) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    (name,) = _names(made_today)
    put_off(made_today, name, Later.NEXT_WEEK)
    assert told[-1] == {Topic.PUT_OFF}
    bring_back(made_today, name)
    assert told[-1] == {Topic.PUT_OFF}
    assert _names(made_today) == [name]


def test_nothing_waits_during_a_pause(made_today: Journal, clock: FixedClock) -> None:
    made_today.save_draft(CHECK_IN, {"level": 2})
    made_today.set(CODE_CONFIRMED, True)
    begin_pause(made_today, Pause(TODAY, TODAY))
    assert read_waiting(made_today) == ()
    clock.advance(days=1)
    assert len(read_waiting(made_today)) == 1


def test_everything_that_waits_stands_in_the_order_of_the_sources(made_today: Journal) -> None:
    _make_on(made_today, "2026-11-01T12:00:00Z")
    _note_work(made_today, 2, 3, 4)
    made_today.save_draft(CHECK_IN, {"level": 2})
    made_today.save_draft(PLAYER, {"letter": {"place": 1}})
    letter = Content(Practice("letter", texts=(Part("a", "A", "words"),), back_on=TODAY))
    made_today.add(make_entry(letter, made_today.clock(), made_today.start_of_day))
    save_plan(made_today, Plan("Talk about the rota", made_today.clock(), TODAY))
    add_moment(made_today, follow_ups=due_on(TODAY))
    made_today.add(an_entry(mood=a_measure(), at=START - timedelta(days=28)))
    set_repeat(made_today, "phq-9", 28)
    made_today.set(LOOK_BACK_DAY, "friday")
    keep_homework(made_today, make_homework(made_today, "Three breaths in the car"))
    note_failed(made_today.folder, DiskFullError(), made_today.clock())
    broken = Checked(made_today.clock().astimezone(UTC), backup="a", is_backup_whole=False)
    note_check(made_today, broken)
    with made_today.writing():
        note_losses(made_today, Losses(made_today.clock(), 3))
    assert [name.split(":")[0] for name in _names(made_today)] == [
        "backup",
        "check",
        "losses",
        "draft",
        "draft",
        "plan",
        "follow_up",
        "letter",
        "measure",
        "look-back",
        "recovery-code",
        "homework",
        "workday",
    ]
    assert len(waiting.SOURCES) == 14


def test_nothing_that_waits_reproaches_anybody(made_today: Journal) -> None:
    _make_on(made_today, "2026-11-01T12:00:00Z")
    _note_work(made_today, 2, 3, 4)
    made_today.save_draft(CHECK_IN, {"level": 2})
    for found in read_waiting(made_today):
        said = f"{found.title} {found.sentence} {found.action}".lower()
        assert "you have not" not in said
        assert "forgot " not in said
