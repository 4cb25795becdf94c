"""A pause begins, ends when somebody is back, and can be taken back before it comes."""

from datetime import date

from support.builders import an_entry
from support.clock import START, FixedClock

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.pausing import begin_pause, coming_pause, end_pause, forget_pause
from caregiver_journal.journal.today import read_today

TODAY = START.date()


def test_a_pause_shows_on_today_and_in_the_week(journal: Journal) -> None:
    pause = Pause(date(2026, 11, 18), date(2026, 11, 21))
    begin_pause(journal, pause)
    today = read_today(journal)
    assert (today.pause, today.coming) == (pause, None)
    assert [each.is_paused for each in today.week] == [False, False, True, True, True, True, False]


def test_of_a_pause_without_an_end_only_days_that_were_are_grey(journal: Journal) -> None:
    begin_pause(journal, Pause(date(2026, 11, 1)))
    assert [each.is_paused for each in read_today(journal).week] == [True] * 5 + [False] * 2


def test_coming_back_ends_every_pause_that_holds_today(
    journal: Journal, told: list[Changes]
) -> None:
    begin_pause(journal, Pause(date(2026, 11, 2)))
    begin_pause(journal, Pause(TODAY, date(2026, 11, 27)))
    end_pause(journal)
    assert journal.pauses.all() == [Pause(date(2026, 11, 2), date(2026, 11, 19))]
    assert told[-1] == {Topic.PAUSE}
    assert read_today(journal).pause is None


def test_a_pause_to_come_is_known_and_can_be_taken_back(journal: Journal) -> None:
    later, soon = Pause(date(2026, 12, 24)), Pause(date(2026, 11, 23), date(2026, 11, 27))
    for pause in (later, soon, Pause(TODAY, TODAY)):
        begin_pause(journal, pause)
    assert coming_pause(journal, TODAY) == soon
    forget_pause(journal, soon)
    assert coming_pause(journal, TODAY) == later
    forget_pause(journal, later)
    assert coming_pause(journal, TODAY) is None


def test_writing_stays_possible_in_a_pause(journal: Journal) -> None:
    begin_pause(journal, Pause(TODAY))
    journal.add(an_entry())
    friday = read_today(journal).week[4]
    assert (friday.mood, friday.is_paused) == (4, True)


def test_a_pause_holds_days_as_the_person_counts_them(journal: Journal, clock: FixedClock) -> None:
    begin_pause(journal, Pause(TODAY, TODAY))
    clock.set(START.replace(day=21, hour=2))
    assert read_today(journal).pause is not None
    clock.set(START.replace(day=21, hour=5))
    assert read_today(journal).pause is None


def test_the_first_use_is_known_by_an_empty_journal(journal: Journal, clock: FixedClock) -> None:
    assert read_today(journal).is_first
    journal.add(an_entry())
    assert not read_today(journal).is_first
    clock.advance(days=30)
    assert not read_today(journal).is_first
