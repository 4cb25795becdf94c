"""Any scale can be laid beside what parts the days: a tag, an exercise, a shift, another scale."""

from datetime import date, timedelta

import pytest
from support.boundaries import add_moment
from support.trends import ALL, TODAY, add_mood, add_practice, add_work, ago, noon

from caregiver_journal.domain.comparing import BELONGING, GUILT, LOAD, MOOD, Scale
from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood import About
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import (
    Choice,
    condition_choices,
    measured_choices,
    read_comparison,
    read_sides,
)

WEEKS = Period(ago(20), ago(1))


def days(*numbers: int) -> frozenset[date]:
    return frozenset(map(ago, numbers))


def condition(journal: Journal, key: str, lag: int = 0, period: Period = WEEKS) -> Condition:
    return read_sides(journal, "mood", key, lag, period).condition


def test_four_things_are_measured() -> None:
    assert measured_choices() == (
        Choice("mood", "Mood"),
        Choice("belonging", "Belonging"),
        Choice("load", "Load"),
        Choice("guilt", "Guilt"),
    )


def test_an_empty_journal_offers_what_everybody_has(journal: Journal) -> None:
    assert [choice.key for choice in condition_choices(journal, "load", ALL)] == [
        "above:mood",
        "above:belonging",
        "above:guilt",
        "practice:",
        "people:",
    ]


def test_what_the_person_has_is_offered_by_its_name(journal: Journal) -> None:
    add_mood(journal, ago(3), 3, tags=("garden", "secret"))
    with journal.writing(Topic.TAG):
        journal.tags.hide("secret", hidden=True)
    for number, title in ((5, "Old name"), (4, "A letter"), (4, "A letter")):
        add_practice(journal, ago(number), "letter", title=title)
    add_practice(journal, ago(4), "untitled", title="")
    add_practice(journal, ago(30), "grounding")
    add_work(journal, ago(3), "Night")
    add_work(journal, ago(4), "Off")
    add_work(journal, ago(30), "Late")
    choices = condition_choices(journal, "mood", WEEKS)
    assert choices[0] == Choice("above:belonging", "Belonging above its middle")
    assert choices[3:] == (
        Choice("tag:garden", "“garden”"),
        Choice("practice:", "Practice"),
        Choice("exercise:letter", "“A letter”"),
        Choice("exercise:untitled", "“untitled”"),
        Choice("shift:Night", "“Night”"),
        Choice("day_off:", "Full days off"),
        Choice("people:", "Between people"),
    )
    for choice in choices:
        assert condition(journal, choice.key).title


@pytest.mark.parametrize(
    ("key", "scale", "value"),
    [
        ("mood", MOOD, DayValue(ago(2), 3, 2, 4, 2)),
        ("belonging", BELONGING, DayValue(ago(2), 7, 7, 7, 1)),
        ("load", LOAD, DayValue(ago(2), 6, 6, 6, 1)),
        ("guilt", GUILT, DayValue(ago(2), 4.5, 0, 9, 2)),
    ],
)
def test_each_scale_has_its_days(journal: Journal, key: str, scale: Scale, value: DayValue) -> None:
    add_mood(journal, ago(2), 2, belonging=7)
    add_mood(journal, ago(2), 4)
    add_work(journal, ago(2), load=6)
    add_work(journal, ago(3), hours=6)
    for guilt in (0, 9, None):
        add_moment(journal, noon(ago(2)), guilt=guilt)
    journal.remove(add_moment(journal, noon(ago(2)), guilt=10))
    sides = read_sides(journal, key, "practice:", 0, WEEKS)
    assert sides.measured == DailySeries((value,), ago(20), ago(1))
    assert sides.scale is scale


def test_conditions_have_their_days(journal: Journal) -> None:
    add_mood(journal, ago(2), 3, tags=("Garden",), about=About.PEOPLE)
    add_mood(journal, ago(3), 3, about=About.BODY)
    journal.remove(add_mood(journal, ago(4), 3, tags=("garden",)))
    add_practice(journal, ago(5), "letter", title="A letter")
    add_practice(journal, ago(6), "grounding")
    add_work(journal, ago(7), "Night")
    add_work(journal, ago(8), "Off")
    written = days(2, 3, 5, 6)
    assert condition(journal, "tag:garden") == Condition(Parting.TAG, days(2), "garden", written)
    practised = Condition(Parting.PRACTICE, days(5, 6), known=written)
    assert condition(journal, "practice:") == practised
    letters = Condition(Parting.EXERCISE, days(5), "A letter", written)
    assert condition(journal, "exercise:letter") == letters
    people = Condition(Parting.PEOPLE, days(2), known=days(2, 3))
    assert condition(journal, "people:") == people
    night = Condition(Parting.SHIFT, days(7), "Night", known=days(7, 8))
    assert condition(journal, "shift:Night") == night
    assert condition(journal, "day_off:").days == days(8)


def test_a_scale_parts_the_days_at_its_middle(journal: Journal) -> None:
    for number, load in ((2, 3), (3, 5), (4, 8), (21, 10)):
        add_work(journal, ago(number), load=load)
    found = condition(journal, "above:load")
    assert (found.days, found.known, found.middle) == (days(4), days(2, 3, 4), 5)
    assert found.words == "days with load above 5"


def test_with_a_lag_the_day_before_the_period_is_known(journal: Journal) -> None:
    add_work(journal, ago(21), "Off")
    add_work(journal, ago(22), "Off")
    assert condition(journal, "day_off:").days == days()
    assert condition(journal, "day_off:", 1).days == days(21)
    edge = Period(date.min, date.min + timedelta(days=3))
    assert condition(journal, "day_off:", 1, edge).days == days()


@pytest.mark.parametrize("key", ["tag:garden", "exercise:letter", "practice:"])
def test_days_after_one_without_any_entry_are_on_neither_side(journal: Journal, key: str) -> None:
    for number in (20, 18, 16, 14, 13):
        add_mood(journal, ago(number), 3, tags=("garden",) * (number == 14))
    add_practice(journal, ago(14), "letter")
    add_mood(journal, ago(21), 3)
    journal.remove(add_mood(journal, ago(15), 3))
    found = read_comparison(journal, "mood", key, 1, WEEKS)
    assert found.with_it.days == (ago(13),)
    assert found.without.days == (ago(20),), "the day before the period was written on"
    same = read_comparison(journal, "mood", key, 0, WEEKS)
    assert (same.with_it.n, same.without.n) == (1, 4)


def test_a_day_of_which_work_alone_was_said_may_have_had_a_tag(journal: Journal) -> None:
    add_work(journal, ago(3), load=4)
    add_work(journal, ago(2), load=4)
    add_mood(journal, ago(2), 3)
    found = read_comparison(journal, "load", "tag:garden", 0, WEEKS)
    assert found.without.days == (ago(2),)


@pytest.mark.parametrize("key", ["tag:gone", "exercise:gone", "shift:gone", "day_off:"])
def test_what_is_no_more_parts_off_no_day(journal: Journal, key: str) -> None:
    add_mood(journal, ago(2), 3)
    assert condition(journal, key).days == frozenset()


def test_days_with_and_without_stand_beside_each_other(journal: Journal) -> None:
    for number in range(1, 21):
        add_mood(journal, ago(number), 4 if number < 5 else 2, tags=("garden",) * (number < 5))
    found = read_comparison(journal, "mood", "tag:garden", 0, WEEKS)
    assert (found.with_it.n, found.with_it.mean, found.without.n) == (4, 4, 16)
    assert found.difference == 2
    assert found.interval is None, "four days are too few"
    assert (found.first, found.last) == (ago(20), ago(1))
    late = read_comparison(journal, "mood", "tag:garden", 1, WEEKS)
    assert (late.with_it.n, late.with_it.mean) == (3, 4), "today is not within the period"
    assert late.last < TODAY
