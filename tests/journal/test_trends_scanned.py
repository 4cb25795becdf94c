"""What is looked through holds the mood, the period before, and all that parts the days."""

from datetime import date, timedelta

from support.trends import ALL, TODAY, add_mood, add_practice, add_work, ago

from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood import About
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.shift import Shift
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import read_scan

MONTH = Period(ago(29), TODAY)


def days(*numbers: int) -> frozenset[date]:
    return frozenset(map(ago, numbers))


def test_an_empty_journal_is_parted_by_nothing(journal: Journal) -> None:
    found = read_scan(journal, ALL)
    assert (found.mood.days, found.before) == ((), None)
    assert found.conditions == (
        Condition(Parting.PRACTICE, frozenset()),
        Condition(Parting.PEOPLE, frozenset(), known=frozenset()),
    )


def test_the_period_before_is_as_long_and_touches_it(journal: Journal) -> None:
    for number in (0, 29, 30, 59, 60):
        add_mood(journal, ago(number), 3)
    found = read_scan(journal, MONTH)
    assert set(found.mood.by_day) == days(0, 29)
    assert found.before is not None
    assert set(found.before.by_day) == days(30, 59)
    assert (found.before.first, found.before.last) == (ago(59), ago(30))


def test_before_the_beginning_of_the_calendar_there_is_nothing(journal: Journal) -> None:
    edge = date.min + timedelta(days=9)
    assert read_scan(journal, Period(edge, edge + timedelta(days=9))).before is None
    before = read_scan(journal, Period(edge, edge + timedelta(days=8))).before
    assert before is not None
    assert before.first == date.min


def test_tags_come_with_their_days_hidden_ones_not(journal: Journal) -> None:
    add_mood(journal, ago(1), 3, tags=("garden", "Mum"))
    add_mood(journal, ago(1), 3, tags=("mum",))
    add_mood(journal, ago(2), 3, tags=("mum", "secret"))
    add_mood(journal, ago(40), 3, tags=("garden", "old"))
    journal.remove(add_mood(journal, ago(3), 3, tags=("mum", "gone")))
    with journal.writing(Topic.TAG):
        journal.tags.hide("secret", hidden=True)
    assert read_scan(journal, MONTH).conditions[:-2] == (
        Condition(Parting.TAG, days(1, 2), "Mum"),
        Condition(Parting.TAG, days(1), "garden"),
    )


def test_shifts_come_before_all_days_off_together(journal: Journal) -> None:
    with journal.writing(Topic.SHIFT):
        journal.shifts.add(Shift("Leave", is_off=True))
    for number, shift in ((1, "Late"), (2, "Off"), (3, "Leave"), (4, "Late"), (5, "")):
        add_work(journal, ago(number), shift, load=3)
    known = days(1, 2, 3, 4)
    assert read_scan(journal, MONTH).conditions[:-2] == (
        Condition(Parting.SHIFT, days(1, 4), "Late", known),
        Condition(Parting.DAY_OFF, days(2, 3), known=known),
    )


def test_practice_and_people_part_the_days_too(journal: Journal) -> None:
    add_practice(journal, ago(1))
    add_practice(journal, ago(1), "letter")
    journal.remove(add_practice(journal, ago(4)))
    add_mood(journal, ago(2), 3, about=About.PEOPLE)
    add_mood(journal, ago(2), 3, about=About.BODY)
    add_mood(journal, ago(3), 3, about=About.DOING)
    add_mood(journal, ago(5), 3)
    journal.remove(add_mood(journal, ago(6), 3, about=About.PEOPLE))
    assert read_scan(journal, MONTH).conditions == (
        Condition(Parting.PRACTICE, days(1)),
        Condition(Parting.PEOPLE, days(2), known=days(2, 3)),
    )
