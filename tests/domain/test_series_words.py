"""Values over time are said in words: how to read them, how many, from where to where."""

from datetime import date, timedelta
from itertools import pairwise

from support.trend_values import LAST, TEN_YEARS, a_belonging_trend, a_mood_trend, a_series

from caregiver_journal.domain.belonging_trend import tell_belonging
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood_trend import MoodTrend, tell_mood
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import make_series, shown_of, week_bounds
from caregiver_journal.domain.series_words import say_dot
from caregiver_journal.domain.telling import Behind

FIRST = date(2026, 11, 2)


def a_mood(*levels: float) -> MoodTrend:
    """Return moods on days that follow one another."""
    moments = [(FIRST + timedelta(days=place), level) for place, level in enumerate(levels)]
    return MoodTrend(make_series(moments, FIRST, LAST))


def test_none_and_too_few_say_what_is_missing() -> None:
    none, few = tell_mood(a_mood()), tell_mood(a_mood(3, 4))
    assert none.sentence == "No check-ins in these days."
    assert few.sentence.startswith("Not enough yet to draw: 2 days so far")
    assert not none.is_enough
    assert not few.is_enough
    assert len(few.rows) == 2, "what there is can be read all the same"


def test_a_few_days_say_where_they_lie() -> None:
    said = tell_mood(a_mood(3, 1, 4, 1, 4))
    assert said.is_enough
    assert said.counted == "5 check-ins on 5 days"
    assert said.sentence == ("The mean of a day lay between 1 (3 November) and 4 (4 November).")


def test_days_that_are_all_alike() -> None:
    assert tell_mood(a_mood(3, 3, 3)).sentence == "The mean of each day was 3."


def test_two_weeks_say_how_they_began_and_ended() -> None:
    said = tell_mood(a_mood(*[2] * 7, *[4] * 7))
    assert said.sentence.endswith("; the first 7 of these days average 2, the last 7 4.")


def test_the_line_is_spoken_of_where_there_is_one() -> None:
    assert tell_mood(a_mood(3, 4, 5)).reading == "Each dot is a day, the thin bar its range."
    assert tell_mood(a_mood(*[3] * 9)).reading.endswith("the line is a 7-day mean.")
    few = make_series([(date(2020, 1, 6), 3.0)], date(2020, 1, 6), LAST)
    assert tell_mood(MoodTrend(few)).reading == "Each dot is the mean of a week."


def test_a_row_opens_the_check_ins_of_its_day() -> None:
    said = tell_mood(a_mood(3, 4, 5))
    assert said.heads == ("Day", "Mean", "Lowest", "Highest", "Check-ins")
    row = said.rows[1]
    day = FIRST + timedelta(days=1)
    assert row.cells == ("3 Nov 2026", "4", "4", "4", "1")
    assert row.behind == Behind(Query(kinds=frozenset({Kind.MOOD}), first=day, last=day))


def test_marks_and_pauses_stand_between_the_days() -> None:
    data = MoodTrend(
        a_mood(3, 4, 5).series,
        (EventMark(FIRST + timedelta(days=1), "New rota"),),
        ((FIRST + timedelta(days=4), FIRST + timedelta(days=9)),),
    )
    said = tell_mood(data)
    assert said.reading.endswith(
        "Shaded: a pause. Dotted: a mark of yours, as a number where its words have no room."
    )
    assert said.heads[-1] == "Marked"
    assert [(row.cells[0], row.cells[-1]) for row in said.rows] == [
        ("2 Nov 2026", ""),
        ("3 Nov 2026", ""),
        ("3 Nov 2026", "New rota"),
        ("4 Nov 2026", ""),
        ("6–11 November 2026", "Pause"),
    ]
    assert said.rows[2].behind is None


def test_a_long_period_is_told_by_week() -> None:
    said = tell_belonging(a_belonging_trend(TEN_YEARS))
    assert said.reading == "Each dot is the mean of a week; the line is a 5-week mean."
    assert said.heads[0] == "Week"
    assert len(said.rows) < TEN_YEARS / 7 + 1
    behind = said.rows[1].behind
    assert behind is not None
    assert behind.query.first is not None
    assert behind.query.last == behind.query.first + timedelta(days=6)


def test_a_dot_is_said_with_its_range_and_n() -> None:
    series = make_series([(FIRST, 2), (FIRST, 5), (LAST, 3)], FIRST, LAST)
    both = [say_dot(dot, series, is_weekly=False) for dot in series.days]
    assert both == [
        "2 November: 3.5, between 2 and 5 · 2 check-ins",
        "20 November: 3 · 1 check-in",
    ]
    assert say_dot(series.days[1], series, is_weekly=True).startswith("16–20 November 2026: 3 ·")


def test_weeks_begin_on_monday_and_stay_within_the_period() -> None:
    series = a_series(TEN_YEARS)
    shown = shown_of(series)
    assert shown.is_weekly
    for dot in shown.dots:
        first, last = week_bounds(dot.day, series)
        assert first <= dot.day <= last
        assert first.weekday() == 0 or first == series.first
        days = series.within(first, last).days
        assert dot.n == sum(day.n for day in days)
        assert dot.low <= dot.mean <= dot.high
    assert sum(dot.n for dot in shown.dots) == series.n
    for run in shown.runs:
        steps = {b[0] - a[0] for a, b in pairwise(run)}
        assert max(steps, default=timedelta(0)) <= timedelta(days=7)


def test_up_to_four_hundred_days_each_day_is_a_dot() -> None:
    for days, is_weekly in ((400, False), (401, True)):
        shown = shown_of(a_series(days))
        assert shown.is_weekly is is_weekly
    short = shown_of(a_mood_trend().series)
    assert short.dots == a_mood_trend().series.days
    for run in short.runs:
        assert {b[0] - a[0] for a, b in pairwise(run)} == {timedelta(days=1)}


def test_a_line_is_drawn_where_it_lasts_a_week() -> None:
    for days, count in ((6, 0), (7, 1)):
        assert len(shown_of(a_mood(*[3] * days).series).runs) == count
    first = date(2020, 1, 6)
    for days, count in ((14, 0), (40, 1)):
        moments = [(first + timedelta(days=place), 3.0) for place in range(days)]
        assert len(shown_of(make_series(moments, first, date(2026, 1, 1))).runs) == count
