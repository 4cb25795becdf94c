"""What stands out is told with its days, its interval and what else may be behind it."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.finding import CLOSE_TOGETHER, Stretch
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.summary import Points, Words
from caregiver_journal.domain.told_changes import (
    INTERVAL_RULE,
    NOT_WHY,
    key_of,
    say_asked,
    say_found,
    say_rules,
)
from caregiver_journal.domain.trend import NOTHING, Scan, what_stands_out

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 30)
INTERVAL = "95 % interval LOW to HIGH"
HALVES = "30 days in the first half, 30 in the second"
EARLIER = FIRST - timedelta(days=60)


def series(level: Callable[[int], float], first: date = FIRST) -> DailySeries:
    """Return sixty days, each with the level of its place."""
    days = ((first + timedelta(days=place), level(place)) for place in range(60))
    return make_series(days, first, first + timedelta(days=59))


def level(base: float) -> Callable[[int], float]:
    """Return levels that go up and down by half a step around a base, on no weekday more."""
    return lambda place: base + (0.5 if place % 4 < 2 else -0.5)


def tag(places: Iterable[int]) -> Condition:
    return Condition(Parting.TAG, frozenset(FIRST + timedelta(days=p) for p in places), "tea")


def told(scan: Scan) -> tuple[str, str]:
    """Return the one thing that stands out, and the line below it."""
    points, not_why = say_found(scan, what_stands_out(scan).findings)
    assert not_why == Words(NOT_WHY, is_small=True)
    assert isinstance(points, Points)
    ((sentence, behind),) = points.points
    assert points.is_own
    return sentence, re.sub(r"interval \S+ to \S+ ·", "interval LOW to HIGH ·", behind)


def test_two_times_are_named_with_their_days() -> None:
    assert told(Scan(series(level(4)), series(level(2), EARLIER))) == (
        "Mood was 2.0 higher than in the time before.",
        f"1 Sep – 30 Oct 2026 against 3 Jul – 31 Aug 2026 · {INTERVAL} · 60 days, 60 before.",
    )


def test_two_halves_are_named_with_their_days() -> None:
    # From 2.0 to 4.95 in equal steps: the halves lie 30 steps of 0.05 apart.
    assert told(Scan(series(lambda place: 2 + place * 0.05))) == (
        "Mood was 1.5 higher in the second half of this time than in the first.",
        f"1–30 October 2026 against September 2026 · {INTERVAL} · {HALVES}.",
    )


def test_a_tag_is_told_with_the_time_it_was_looked_for_in() -> None:
    with_tea = [place for place in range(60) if place % 3 == 0]
    mood = series(lambda place: level(3)(place) + (1 if place % 3 == 0 else 0))
    assert told(Scan(mood, None, (tag(with_tea),))) == (
        "Mood was 1.0 higher on days with “tea” than on the others.",
        f"1 Sep – 30 Oct 2026 · {INTERVAL} · 20 and 40 days.",
    )


def test_what_else_its_days_have_in_common_is_said() -> None:
    mood = series(lambda place: level(3)(place) + (1 if 20 <= place < 36 else 0))
    _sentence, behind = told(Scan(mood, None, (tag(range(20, 36)),)))
    assert behind.endswith(f"16 and 44 days. {CLOSE_TOGETHER}")


@pytest.mark.parametrize(
    ("about", "key"),
    [
        (Stretch.BEFORE, "before"),
        (Stretch.DIRECTION, "direction"),
        (tag(()), "tag:tea"),
        (Condition(Parting.DAY_OFF, frozenset()), "day_off:"),
    ],
)
def test_each_question_has_a_key(about: Condition | Stretch, key: str) -> None:
    assert key_of(about) == key


def test_the_rules_of_an_interval_stand_where_there_is_one() -> None:
    found = what_stands_out(Scan(series(level(4)), series(level(2), EARLIER)))
    rule, interval = say_rules(found)
    assert interval == INTERVAL_RULE
    assert "at least 14 days" in rule
    assert "at least 0.1 of a step" in rule
    assert "at most 3" in rule
    nothing = what_stands_out(Scan(series(level(3))))
    assert nothing.sentence == NOTHING
    assert say_rules(nothing) == (rule,)


def test_days_are_counted() -> None:
    assert say_asked(series(level(3))) == "60 days with a mood"
    assert say_asked(series(level(3)).within(FIRST, FIRST)) == "1 day with a mood"
