"""Two times are laid beside each other by one rule, on either side of its bounds."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.glance import (
    ABOUT_THE_SAME,
    HIGHER,
    LEAST_EACH,
    LOWER,
    MOOD_BEFORE,
    TOO_FEW,
    Glance,
    Looked,
    compared,
    glance_pieces,
    glance_rules,
    say_written,
)
from caregiver_journal.domain.numbers import say_days_counted
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.summary import Table, Words
from caregiver_journal.domain.work_trend import WorkedDay

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def flat(value: float, n: int = LEAST_EACH) -> DailySeries:
    return make_series(((FIRST + timedelta(days=day), value) for day in range(n)), FIRST, LAST)


def looked(mood: DailySeries, energy: DailySeries | None = None, written: int = 9) -> Looked:
    return Looked(FIRST, LAST, written, 0, mood, energy or flat(3, 0))


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (3.4, 3, ABOUT_THE_SAME),
        (2.6, 3, ABOUT_THE_SAME),
        (3.5, 3, HIGHER[0]),
        (3.9, 3.4, HIGHER[0]),  # 0.5 in decimals, a hair less in the computer
        (3.9, 3, HIGHER[0]),
        (4, 3, HIGHER[1]),
        (2.5, 3, LOWER[0]),
        (2, 3, LOWER[1]),
        (1, 5, LOWER[1]),
    ],
)
def test_medians_are_compared_in_words(now: float, before: float, words: str) -> None:
    assert compared(flat(now), flat(before)) == words
    (said, *_rest) = glance_pieces(Glance(looked(flat(now)), looked(flat(before))))
    assert said == Words(MOOD_BEFORE[words].format(days="30 days", n="5 days", others="5"))


def days(*levels: float) -> DailySeries:
    told = ((FIRST + timedelta(days=place), level) for place, level in enumerate(levels))
    return make_series(told, FIRST, LAST)


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ((3, 3, 4, 4, 4), (3, 3, 3, 4, 4), ABOUT_THE_SAME),  # 4 (3–4) and 3 (3–4)
        ((3, 3, 4, 4, 4), (3, 3, 3, 3, 4), HIGHER[1]),  # 4 (3–4) and 3 (3)
        ((3, 3, 3, 3, 4), (3, 3, 4, 4, 4), LOWER[1]),
        ((3, 3, 3, 4, 4), (1, 2, 2, 3, 3), HIGHER[1]),  # 3 (3–4) and 2 (2–3): only one within
    ],
)
def test_medians_within_the_other_middle_half_are_the_same(
    now: tuple[float, ...], before: tuple[float, ...], words: str
) -> None:
    assert compared(days(*now), days(*before)) == words


@pytest.mark.parametrize(("n", "others"), [(4, 5), (5, 4), (0, 5), (5, 0)])
def test_too_few_days_are_not_compared(n: int, others: int) -> None:
    assert compared(flat(5, n), flat(1, others)) == TOO_FEW


def year(n: int, level: float) -> Looked:
    """Return a time of 365 days of which the first have a mood."""
    last = FIRST + timedelta(days=364)
    mood = make_series(((FIRST + timedelta(days=day), level) for day in range(n)), FIRST, last)
    return Looked(FIRST, last, n, 0, mood, make_series((), FIRST, last))


@pytest.mark.parametrize(("n", "others"), [(36, 200), (200, 36), (5, 5)])
def test_a_year_is_not_compared_by_a_few_days(n: int, others: int) -> None:
    data = Glance(year(n, 4), year(others, 2))
    table = next(iter(glance_pieces(data)))
    assert isinstance(table, Table), "no sentence stands above it"
    assert table.rows[1][-1] == TOO_FEW
    assert any("from 37 days on each side" in rule for rule in glance_rules(data))


def test_how_many_days_are_behind_a_sentence_stands_in_it() -> None:
    said = next(iter(glance_pieces(Glance(year(48, 4), year(37, 2)))))
    assert said == Words("Mood was higher than in the 365 days before (48 days beside 37).")


def test_energy_alone_is_told_too() -> None:
    table, below = glance_pieces(Glance(looked(flat(3, 0), flat(2)), None))
    assert "2 (2) · 5 days" in repr(getattr(table, "rows", ""))
    assert below == Words("Mood and energy: median, middle half in brackets.", is_small=True)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "none"),
        (1, "1 day, too few for a median"),
        (2, "2 days, too few for a median"),
        (3, "2 (2) · 3 days"),
    ],
)
def test_very_few_days_have_no_median(n: int, said: str) -> None:
    data = Glance(looked(flat(3), flat(2)), looked(flat(3), flat(2, n)))
    (table,) = (piece for piece in glance_pieces(data) if isinstance(piece, Table))
    assert table.rows[2][2] == said


def test_a_single_day_is_said_as_one() -> None:
    day = Looked(FIRST, FIRST, 1, 1, flat(3, 0), flat(3, 0))
    assert say_written(day) == "entries on 1 of 1 day · 1 day paused"


def test_a_median_within_the_other_half_is_the_same_only_where_the_means_are_near() -> None:
    before = days(*[3] * 6, *[4] * 5)
    assert compared(days(*[4] * 6, *[3] * 5), before) == ABOUT_THE_SAME
    assert compared(days(*[4] * 7, 3, 5, 5, 5), before) == HIGHER[1]


WEEK = FIRST + timedelta(days=6)


def stretch(week: str) -> str:
    """Return what is said of seven days: *o* off, *w* worked, *-* without a note."""
    work = tuple(
        WorkedDay(FIRST + timedelta(days=place), None, None, is_off=sign == "o", since_off=None)
        for place, sign in enumerate(week)
        if sign != "-"
    )
    data = Glance(Looked(FIRST, WEEK, 3, 0, flat(3, 0), flat(3, 0), work), None)
    (table,) = (piece for piece in glance_pieces(data) if isinstance(piece, Table))
    return table.rows[-1][-1]


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("wwwwwow", "5 days"),  # nothing is known of the day before the first
        ("wwwwwww", "7 days"),
        ("owwwowo", "3 days"),
        ("ooowooo", "1 day"),
        ("oww-oww", "at least 2 days"),
        ("w------", "at least 1 day"),
        ("-wwwwoo", "at least 4 days"),
        ("wwwwo-o", "4 days"),  # the day without a note makes no longer one
        ("o-----o", "not known"),
        ("ooooooo", "none"),
    ],
)
def test_the_longest_stretch_without_a_day_off(week: str, said: str) -> None:
    assert stretch(week) == said


@given(st.text("ow-", min_size=7, max_size=7).filter(lambda week: set(week) != {"-"}))
def test_a_stretch_is_said_as_far_as_it_is_sure(week: str) -> None:
    # Whatever the days without a note were, the longest stretch is one of these.
    ways = [(sign,) if sign in "ow" else ("o", "w") for sign in week]
    lengths = {max(map(len, "".join(way).split("o"))) for way in product(*ways)}
    words = say_days_counted(min(lengths))
    known = words if min(lengths) else "none"
    unsure = f"at least {words}" if min(lengths) else "not known"
    assert stretch(week) == (known if len(lengths) == 1 else unsure)
