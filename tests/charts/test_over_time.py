"""Drawings over time keep gaps open, marks apart and days in their places."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from support.drawn import drawing_of
from support.trend_values import (
    LAST,
    QUARTER,
    TEN_YEARS,
    a_belonging_trend,
    a_mood_trend,
    a_work_trend,
    first_of,
    series_on,
)

from caregiver_journal.base.i18n import choose_language
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.domain.dates import say_day_of
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.series import make_series, shown_of

DAY = timedelta(days=1)


def mood_on(*days: date) -> MoodTrend:
    return MoodTrend(series_on(*days))


def test_a_gap_breaks_the_line_and_nothing_is_drawn_in_it() -> None:
    start = date(2026, 3, 2)
    days = [start + place * DAY for place in (*range(8), *range(20, 30))]
    with drawing_of(mood_on(*days)) as drawn:
        (dots,) = drawn.with_gid("dots")
        assert list(dots.get_xdata()) == [day.toordinal() for day in days]
        first, second = drawn.with_gid("line")
        assert max(first.get_xdata()) <= (start + 9 * DAY).toordinal()
        assert min(second.get_xdata()) >= (start + 18 * DAY).toordinal()


def test_one_point_is_a_dot_without_a_line() -> None:
    with drawing_of(mood_on(LAST)) as drawn:
        (dots,) = drawn.with_gid("dots")
        assert (list(dots.get_xdata()), list(dots.get_ydata())) == ([LAST.toordinal()], [3.0])
        assert drawn.with_gid("line") == []


def test_a_day_alone_in_its_period_lies_in_the_middle() -> None:
    data = MoodTrend(make_series([(LAST, 4.0)], LAST, LAST))
    with drawing_of(data) as drawn:
        left, right = drawn.panels[0].get_xlim()
        assert LAST.toordinal() - left == pytest.approx(right - LAST.toordinal())


def test_the_nights_in_which_clocks_are_moved_are_days_like_others() -> None:
    days = [date(2026, 3, 28) + place * DAY for place in range(3)]
    autumn = [date(2026, 10, 24) + place * DAY for place in range(3)]
    with drawing_of(mood_on(*days, *autumn)) as drawn:
        (dots,) = drawn.with_gid("dots")
        xs = list(dots.get_xdata())
    assert [b - a for a, b in pairwise(xs[:3])] == [1, 1]
    assert [b - a for a, b in pairwise(xs[3:])] == [1, 1]


def test_ranges_stand_only_where_a_day_has_several_moments() -> None:
    data = a_mood_trend()
    with drawing_of(data) as drawn:
        (ranges,) = drawn.with_gid("range")
        segments = [tuple(map(tuple, segment)) for segment in ranges.get_segments()]
    expected = [
        ((day.day.toordinal(), day.low), (day.day.toordinal(), day.high))
        for day in data.series.days
        if day.high > day.low
    ]
    assert segments == expected


def test_ten_years_are_drawn_by_week() -> None:
    data = a_belonging_trend(TEN_YEARS)
    with drawing_of(data) as drawn:
        (dots,) = drawn.with_gid("dots")
        assert len(dots.get_xdata()) == len(shown_of(data.series).dots) < TEN_YEARS / 7 + 1
        assert drawn.with_gid("range") == []
        words = drawn.words()
    assert "2020" in words
    assert "Feb" not in words


def test_pauses_are_bands_over_their_whole_days() -> None:
    data = a_mood_trend()
    with drawing_of(data) as drawn:
        (band,) = drawn.with_gid("pause")
        first, last = data.pauses[0]
        assert band.get_x() == first.toordinal() - 0.5
        assert band.get_x() + band.get_width() == last.toordinal() + 0.5


@pytest.mark.parametrize(
    ("places", "flags"),
    [
        ((10, 50), ["New rota 0", "New rota 1"]),
        ((10, 12, 50), ["1–2", "3"]),
        ((10, 15, 50), ["1", "2", "3"]),
        ((89,), ["New rota 0"]),
        ((10, 11, 12), ["1–3"]),
        ((), []),
    ],
)
def test_marks_are_named_or_numbered_and_never_overlap(
    places: tuple[int, ...], flags: list[str]
) -> None:
    first = first_of(QUARTER)
    marks = tuple(EventMark(first + n * DAY, f"New rota {k}") for k, n in enumerate(places))
    data = replace(a_mood_trend(), marks=marks)
    with drawing_of(data) as drawn:
        texts = drawn.with_gid("flag")
        assert [text.get_text() for text in texts] == flags
        boxes = [text.get_window_extent() for text in texts]
        assert all(a.x1 < b.x0 for a, b in pairwise(boxes))
        assert len(drawn.with_gid("mark")) == len(places)
    spots = [spot.words for spot in chart_of(data).spots(data)]
    said = [f"{say_day_of(mark.day, first, LAST)}: {mark.text}" for mark in marks]
    assert set(said) <= set(spots), "each can be pointed at, numbered or not, and says its day"


@pytest.mark.parametrize(
    ("places", "text", "flags"),
    [
        ((10, 50), "New rota", ["(1) New rota", "(2) New rota"]),
        ((10, 12, 50), "New rota", ["1–2", "3"]),
        ((10, 15, 50), "New rota, new team", ["1", "2", "3"]),
    ],
)
def test_marks_that_are_listed_by_number_stand_with_it(
    places: tuple[int, ...], text: str, flags: list[str]
) -> None:
    marks = tuple(EventMark(first_of(QUARTER) + n * DAY, text) for n in places)
    with drawing_of(replace(a_mood_trend(), marks=marks, is_numbered=True)) as drawn:
        assert [each.get_text() for each in drawn.with_gid("flag")] == flags


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (LAST - 13 * DAY, {"9 Nov", "16 Nov"}),
        (first_of(QUARTER), {"Sep", "Oct", "Nov"}),
        (first_of(365), {"Dec", "2026", "Nov"}),
        (LAST - 2 * DAY, {"18 Nov", "19 Nov", "20 Nov"}),
        (LAST, {"20 Nov"}),
    ],
)
def test_days_are_named_as_the_length_asks_for(first: date, words: set[str]) -> None:
    with drawing_of(MoodTrend(make_series([(LAST, 3.0)], first, LAST))) as drawn:
        assert words <= set(drawn.words())


def test_months_have_the_words_of_the_language() -> None:
    choose_language("en")
    with drawing_of(a_mood_trend()) as drawn:
        assert {"Very low", "Very good", "1", "5", "Sep"} <= set(drawn.words())


def test_days_off_are_shaded_by_day_and_not_by_week() -> None:
    for days, count in ((QUARTER, 23), (TEN_YEARS, 0)):
        data = a_work_trend(days)
        with drawing_of(data) as drawn:
            load, _hours = drawn.with_gid("off")
            assert len(load.get_paths()) == count
    assert sum(day.is_off for day in a_work_trend().days) == 23
