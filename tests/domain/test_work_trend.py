"""Work is told by load, hours and days off, with the mood beside."""

from dataclasses import replace
from datetime import date, timedelta

from support.trend_values import QUARTER, TEN_YEARS, a_work_trend, empty_values

from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.numbers import say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.telling import Behind
from caregiver_journal.domain.work_trend import (
    RestGroup,
    WorkDot,
    WorkedDay,
    WorkTrend,
    behind_work,
    say_rest,
    say_work,
    shown_work,
    tell_work,
)

DAY = date(2026, 11, 20)


def of_days(*days: WorkedDay) -> WorkTrend:
    return replace(a_work_trend(), days=days, rest=())


def a_day(load: int | None = 5, hours: float | None = 8.0, *, is_off: bool = False) -> WorkedDay:
    return WorkedDay(DAY, load, hours, is_off, 0 if is_off else None)


def test_load_hours_days_off_and_mood_are_said() -> None:
    data = of_days(a_day(2, 8), a_day(9, 8.5), a_day(None, None, is_off=True))
    rest = (RestGroup(0, 9, 3.8), RestGroup(1, 2, 1.0), RestGroup(7, 5, 3.0))
    said = tell_work(replace(data, rest=rest))
    assert said.sentence == (
        "Load lay between 2 and 9, 5.5 on average; 16.5 hours on 2 days; 1 day off; mood averaged "
        "3.8 on a day off and, 7 or more days after a day off, 3."
    )
    assert said.counted.startswith("Work on 3 days, mood on ")
    assert said.is_enough


def test_a_day_and_a_group_have_a_row_each() -> None:
    data = replace(of_days(a_day()), rest=(RestGroup(0, 3, 4.0), RestGroup(1, 1, 2.0)))
    first, second, day = tell_work(data).rows
    assert tell_work(data).leading == 2, "what sums up the days stays where these are many"
    assert day.cells[:4] == ("20 Nov 2026", "5", "8", "")
    assert day.behind == Behind(Query(first=DAY, last=DAY))
    assert first.cells == ("On a day off · 3 days", "", "", "0", "4")
    assert second.cells == ("1 day after a day off · 1 day", "", "", "1", "")


def test_what_was_not_said_is_left_out() -> None:
    off = a_day(None, None, is_off=True)
    assert tell_work(of_days(off, off, off)).sentence == "3 days off."


def test_none_and_too_few() -> None:
    empty = empty_values()["work"]
    assert isinstance(empty, WorkTrend)
    assert tell_work(empty).sentence == "Nothing was said of work in these days."
    few = tell_work(of_days(a_day(), a_day()))
    assert few.sentence.startswith("Not enough yet to draw: 2 days")
    assert not few.is_enough


def test_a_long_period_is_drawn_by_week() -> None:
    data = a_work_trend(TEN_YEARS)
    dots = shown_work(data)
    assert "mean of a week" in tell_work(data).reading
    assert len(dots) <= TEN_YEARS / 7 + 1
    assert not any(dot.is_off for dot in dots)
    dot = dots[5]
    within = [day for day in data.days if dot.first <= day.day <= dot.last]
    hours = [day.hours for day in within if day.hours is not None]
    assert dot.hours == sum(hours) / len(hours)
    assert dot.first <= dot.day <= dot.last
    said = tell_work(data)
    assert said.heads == ("Week", "Load", "Hours", "Mood")
    assert {len(row.cells) for row in said.rows} == {4}
    rows = said.rows[said.leading :]
    assert len(rows) == len(dots)
    felt = [value.mean for value in data.mood.days if dot.first <= value.day <= dot.last]
    numbers = (dot.load, dot.hours, sum(felt) / len(felt) if felt else None)
    cells = ("" if number is None else say_mean(number) for number in numbers)
    assert rows[5].cells == (say_days(dot.first, dot.last), *cells)
    assert rows[5].behind == behind_work(dot.first, dot.last)
    assert len(shown_work(a_work_trend(QUARTER))) == len(a_work_trend(QUARTER).days)


def test_a_week_in_which_nothing_was_said_of_load() -> None:
    start = date(2020, 1, 6)
    days = (WorkedDay(start, None, 4, is_off=False, since_off=None),)
    (dot,) = shown_work(replace(a_work_trend(TEN_YEARS), days=days))
    assert dot.load is None


def test_a_dot_and_a_group_in_words() -> None:
    data = of_days()
    one = WorkDot(DAY, DAY, 6, 8.5, is_off=False)
    assert say_work(one, data) == "20 November: load 6, 8.5 hours"
    assert say_work(replace_off(one), data) == "20 November: a day off"
    week = WorkDot(DAY - timedelta(days=4), DAY, 6, None, is_off=False)
    assert say_work(week, data) == "16–20 November 2026: load 6"
    assert say_rest(RestGroup(3, 9, 3.44)) == "3 days after a day off: mood 3.4 · 9 days"


def replace_off(dot: WorkDot) -> WorkDot:
    return dot._replace(load=None, hours=None, is_off=True)
