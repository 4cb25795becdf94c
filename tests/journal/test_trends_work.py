"""Work is read beside the mood of the same days, and counted from the last full day off."""

from support.trends import ALL, TODAY, add_mood, add_work, ago

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.work_trend import MOST_SINCE, RestGroup, WorkedDay
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import read_work

NOBODY = tuple(RestGroup(since, 0, None) for since in range(MOST_SINCE + 1))


def test_an_empty_journal_has_no_work(journal: Journal) -> None:
    found = read_work(journal, ALL)
    assert (found.days, found.mood.days, found.rest) == ((), (), NOBODY)


def test_days_are_counted_from_a_day_off_before_the_period(journal: Journal) -> None:
    add_work(journal, ago(20), "Off")
    add_work(journal, ago(12), "Off")
    add_work(journal, ago(11), "Late", load=4)
    add_work(journal, ago(10), load=8, hours=7.5)
    add_work(journal, ago(6), "Off")
    add_work(journal, ago(5), "Night", hours=10)
    add_work(journal, ago(4), "Off")
    found = read_work(journal, Period(ago(10), ago(5)))
    assert found.days == (
        WorkedDay(ago(10), 8, 7.5, False, 2),
        WorkedDay(ago(6), None, None, True, 0),
        WorkedDay(ago(5), None, 10, False, 1),
    )


def test_days_are_not_counted_through_one_of_which_nothing_was_said(journal: Journal) -> None:
    for days in (9, 8, 6, 5, 3, 2):
        add_work(journal, ago(days), "Off" if days in {9, 3} else "Early")
    found = read_work(journal, Period(ago(8), ago(1))).days
    assert [day.since_off for day in found] == [1, None, None, 0, 1]
    found = read_work(journal, Period(ago(6), ago(1))).days
    assert [day.since_off for day in found] == [None, None, 0, 1], "nor through one before them"


def test_somebody_who_says_working_days_only_is_told_nothing_of_rest(journal: Journal) -> None:
    add_work(journal, ago(90), "Off")
    for days in range(80):
        if ago(days).weekday() < 5:
            add_work(journal, ago(days), "Early")
        add_mood(journal, ago(days), 3)
    assert read_work(journal, Period(ago(80), TODAY)).rest == NOBODY


def test_before_the_first_day_off_nothing_is_known(journal: Journal) -> None:
    add_work(journal, ago(3), "Early", load=4)
    add_work(journal, ago(2), "Off")
    days = read_work(journal, Period(ago(3), ago(1))).days
    assert [day.since_off for day in days] == [None, 0]


def test_a_period_may_begin_with_a_day_off(journal: Journal) -> None:
    add_work(journal, ago(3), "Off")
    days = read_work(journal, Period(ago(3), ago(1))).days
    assert [day.since_off for day in days] == [0]


def test_the_mood_is_grouped_by_days_since_a_day_off(journal: Journal) -> None:
    for days in range(15, 5, -1):
        add_work(journal, ago(days), "Off" if days in {15, 6} else "Early")
    for days, levels in ((15, (5,)), (14, (3, 4)), (8, (1,)), (7, (2,)), (6, (4,)), (5, (1,))):
        for level in levels:
            add_mood(journal, ago(days), level)
    found = read_work(journal, Period(ago(20), TODAY))
    assert found.rest == (
        RestGroup(0, 2, 4.5),
        RestGroup(1, 1, 3.5),
        *NOBODY[2:MOST_SINCE],
        RestGroup(MOST_SINCE, 2, 1.5),
    )
    assert [value.day for value in found.mood.days] == [ago(days) for days in (15, 14, 8, 7, 6, 5)]


def test_work_without_a_mood_and_mood_before_any_day_off_are_in_no_group(journal: Journal) -> None:
    add_work(journal, ago(5), "Early")
    add_mood(journal, ago(5), 1)
    add_work(journal, ago(4), "Off")
    assert read_work(journal, ALL).rest == NOBODY
