"""What stands out: what is asked, what is said of it, and what is said where too little is."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from caregiver_journal.domain import finding as words
from caregiver_journal.domain import trend
from caregiver_journal.domain.comparison import Interval
from caregiver_journal.domain.condition import DAYS_WITH, Condition, Parting, part_at_middle
from caregiver_journal.domain.finding import Finding, Stretch
from caregiver_journal.domain.resampling import Slope
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.sureness import say_exact, say_signed, say_size
from caregiver_journal.domain.trend import MOST_FINDINGS, Outcome, Scan, what_stands_out

FIRST = date(2026, 3, 2)
CAUSAL = re.compile(
    r"\b(because|makes?|made|leads?|helps?|improves?|improved|effects?|affects?|causes?|thanks to|"
    r"due to|results? in|good for|bad for|works?)\b",
    re.IGNORECASE,
)


def day(place: int) -> date:
    return FIRST + timedelta(days=place)


def days(places: Iterable[int]) -> frozenset[date]:
    return frozenset(map(day, places))


def moods(values: Iterable[float], start: int = 0, length: int = 0) -> DailySeries:
    """Return a series of a value each day; it is as long as its values, or longer."""
    told = list(values)
    last = day(start + max(len(told), length) - 1)
    return make_series(((day(start + n), value) for n, value in enumerate(told)), day(start), last)


def wobbling(n: int, seed: int = 1, level: float = 3.0) -> list[float]:
    random = Random(seed)
    return [level + random.gauss(0, 0.5) for _place in range(n)]


def tag(places: Iterable[int], name: str = "tea with Ana") -> Condition:
    return Condition(Parting.TAG, days(places), name)


ODD = range(1, 60, 2)


def scan_with(size: float, *conditions: Condition, n: int = 60) -> Scan:
    """Return a scan in which moods are higher on the days of the first condition."""
    values = [
        value + size * (day(place) in conditions[0].days) for place, value in enumerate(wobbling(n))
    ]
    return Scan(moods(values), None, conditions)


def only(scan: Scan) -> Finding:
    found = what_stands_out(scan)
    assert found.outcome is Outcome.FOUND
    (finding,) = found.findings
    return finding


# --- what is said ---------------------------------------------------------------------------------


def test_a_difference_is_said_with_its_size_its_interval_and_both_sides() -> None:
    finding = only(scan_with(0.8, tag(ODD)))
    size = say_size(finding.size)
    assert (
        finding.sentence
        == f"Mood was {size} higher on days with “tea with Ana” than on the others."
    )
    assert finding.sides == (30, 30)
    assert finding.interval.low < finding.size < finding.interval.high
    low, high = map(say_size, finding.interval)
    assert finding.counted == f"95 % interval {low} to {high} · 30 and 30 days"


def test_a_lower_mood_is_said_with_bounds_that_rise() -> None:
    finding = only(scan_with(-0.8, tag(ODD)))
    assert finding.size < 0
    assert f"Mood was {say_size(-finding.size)} lower on" in finding.sentence
    high, low = (say_size(-bound) for bound in finding.interval)
    assert finding.counted.startswith(f"95 % interval {low} to {high} ·")


def test_the_time_before_is_compared() -> None:
    scan = Scan(moods(wobbling(40, level=3.9)), moods(wobbling(30, 2), -40, 40))
    finding = only(scan)
    assert finding.asked.about is Stretch.BEFORE
    assert finding.sentence.endswith("higher than in the time before.")
    assert finding.counted.endswith("40 days, 30 before")
    assert "on 30 days of the time before" in finding.worked_out


@pytest.mark.parametrize(("rise", "said"), [(0.02, "higher"), (-0.02, "lower")])
def test_a_direction_is_said_as_how_far_its_halves_lie_apart(rise: float, said: str) -> None:
    values = [value + rise * place for place, value in enumerate(wobbling(91))]
    finding = only(Scan(moods(values)))
    assert finding.asked.about is Stretch.DIRECTION
    assert finding.size == pytest.approx(45 * rise, abs=0.3)
    assert finding.sentence == (
        f"Mood was {say_size(abs(finding.size))} {said} in the second half of this time than in "
        "the first."
    )
    assert finding.counted.endswith("45 days in the first half, 46 in the second") or (
        finding.counted.endswith("46 days in the first half, 45 in the second")
    )
    assert "between any two weekly means is" in finding.worked_out
    assert finding.slope is not None
    assert finding.slope.each_day == pytest.approx(rise, abs=0.005)
    a_month = say_signed(finding.slope.each_day * 365.25 / 12)
    assert f" is {a_month} a month (Theil–Sen slope, 95 % interval " in finding.worked_out


def test_a_rise_that_is_steep_for_a_while_is_never_said_to_be_more_than_it_is() -> None:
    """On a scale of four steps a slope over the whole time said 5.1, and 7.3 at most."""
    values = [min(max(1 + (place - 30) * 4 / 30, 1), 5) for place in range(91)]
    finding = only(Scan(moods(values)))
    mean, other = finding.asked.means
    assert finding.size == mean - other
    assert finding.size < finding.interval.high <= 4


def test_a_step_in_the_middle_is_found_though_it_has_no_slope() -> None:
    finding = only(Scan(moods([1] * 46 + [5] * 45)))
    assert finding.sentence == (
        "Mood was 4.0 higher in the second half of this time than in the first."
    )
    assert finding.counted == (
        "no interval: the weeks of a side were all alike · 46 days in the first half, 45 in the "
        "second"
    )
    assert "There is no interval: the weeks of each side are so alike" in finding.worked_out
    assert "block bootstrap" not in finding.worked_out


@pytest.mark.parametrize(("n", "means"), [(280, "weekly means"), (281, "means of 2 weeks")])
def test_the_step_of_a_slope_is_the_one_that_was_used(n: int, means: str) -> None:
    values = [value + 0.01 * place for place, value in enumerate(wobbling(n))]
    finding = only(Scan(moods(values)))
    each = "month" if n == 280 else "year"
    assert f"between any two {means} is " in finding.worked_out
    assert f" a {each} (Theil–Sen slope" in finding.worked_out


def test_a_slope_without_an_interval_is_told_without_one() -> None:
    finding = only(Scan(moods([value + 0.02 * n for n, value in enumerate(wobbling(91))])))
    for interval in (None, Interval(-0.01, -0.01)):
        bare = replace(finding, slope=Slope(-0.01, interval, 1))
        assert "is −0.3 a month (Theil–Sen slope); it tells the direction" in bare.worked_out


def test_it_is_told_how_a_finding_was_worked_out() -> None:
    finding = only(scan_with(0.8, tag(ODD), tag(range(20, 40), "walk")))
    mean, other = map(say_exact, finding.asked.means)
    told = finding.worked_out
    assert f"{mean} on 30 days with “tea with Ana”, {other} on the 30 others" in told
    assert "in 2,000 ways: as much as this came up about once in 2,000 (permutation test" in told
    assert "with 3 of them" in told
    assert "Benjamini–Hochberg" in told
    assert "block bootstrap" in told
    assert told.endswith("It says what went together, not why.")


def test_a_question_alone_is_not_told_to_be_one_of_many() -> None:
    scan = Scan(moods(wobbling(20, level=4)), moods(wobbling(20, 2), -20))
    assert "Benjamini" not in only(scan).worked_out


def test_at_most_three_things_are_said_the_rarest_by_chance_first() -> None:
    random = Random(3)
    tags = [tag(random.sample(range(120), 60), name) for name in ("one", "two", "three", "four")]
    values = [
        value + sum(0.8 * (n + 1) * (day(place) in each.days) for n, each in enumerate(tags))
        for place, value in enumerate(wobbling(120))
    ]
    found = what_stands_out(Scan(moods(values), None, tuple(tags)))
    assert len(found.findings) == MOST_FINDINGS
    chances = [each.chance for each in found.findings]
    assert chances == sorted(chances)
    assert "four" in found.findings[0].sentence


def test_the_same_scan_gives_the_same_answer_each_time() -> None:
    scan = scan_with(0.6, tag(ODD), tag(range(20, 45), "walk"))
    assert what_stands_out(scan) == what_stands_out(scan)


# --- what is found in no case ---------------------------------------------------------------------


def test_where_nothing_differs_nothing_stands_out() -> None:
    found = what_stands_out(scan_with(0, tag(ODD)))
    assert found == trend.StandsOut(Outcome.NOTHING, sentence=trend.NOTHING)


def test_a_difference_too_small_to_matter_is_not_said_however_sure() -> None:
    values = [3 + 0.08 * (place % 2) for place in range(60)]
    found = what_stands_out(Scan(moods(values), None, (tag(ODD),)))
    assert found == trend.StandsOut(Outcome.NOTHING, sentence=trend.UNSURE)


def test_what_is_rare_by_chance_but_unsure_in_size_is_not_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        trend, "chances_of", lambda _days, _values, columns: (0.0005,) * len(columns)
    )
    found = what_stands_out(scan_with(0, tag(ODD)))
    assert found == trend.StandsOut(Outcome.NOTHING, sentence=trend.UNSURE)


def test_days_of_a_single_week_give_no_interval_and_so_nothing_is_said() -> None:
    scan = scan_with(0.8, tag(ODD))
    monday = scan.mood.days[0].day.toordinal()
    crowded = replace(words.Asked(tag(ODD), (monday, monday + 1), (1, 2), (0, 1), (False, True)))
    assert trend._measured(crowded, 0.001, 1) is None


# --- what is asked --------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "is_asked"), [(13, False), (14, True), (46, True), (47, False)])
def test_fourteen_days_on_each_side_are_needed(n: int, is_asked: bool) -> None:
    spread = Random(5).sample(range(60), n)
    asked = list(trend._ask(scan_with(0, tag(spread))))
    assert [each.about is not Stretch.DIRECTION for each in asked] == [False, *[True] * is_asked]


@pytest.mark.parametrize(
    ("n", "n_before", "is_asked"), [(14, 13, False), (13, 14, False), (14, 14, True)]
)
def test_the_time_before_needs_as_many_days(n: int, n_before: int, is_asked: bool) -> None:
    scan = Scan(moods(wobbling(n), 0, 30), moods(wobbling(n_before), -30, 30))
    assert [each.about for each in trend._ask(scan)] == [Stretch.BEFORE] * is_asked


@pytest.mark.parametrize(("n", "is_asked"), [(27, False), (28, True)])
def test_a_direction_needs_as_many_days_in_each_half(n: int, is_asked: bool) -> None:
    found = what_stands_out(Scan(moods(wobbling(n))))
    assert found.outcome is (Outcome.NOTHING if is_asked else Outcome.TOO_FEW)


def test_days_on_which_it_was_not_known_are_on_neither_side() -> None:
    shift = Condition(Parting.SHIFT, days(range(0, 40, 2)), "Night", days(range(40)))
    asked = list(trend._ask(Scan(moods(wobbling(60)), None, (shift,))))[-1]
    assert asked.sides == (20, 20)
    assert asked.days == tuple(day(place).toordinal() for place in range(40))


def test_of_two_that_part_the_days_the_same_way_the_first_is_asked_about() -> None:
    off = Condition(Parting.DAY_OFF, days(ODD))
    same = Condition(Parting.SHIFT, days(ODD), "Free")
    turned = Condition(Parting.SHIFT, days(range(0, 60, 2)), "Early")
    other = tag(range(25))
    asked = trend._ask(Scan(moods(wobbling(60)), None, (off, same, turned, other)))
    assert [each.about for each in asked] == [Stretch.DIRECTION, off, other]


def test_days_without_a_mood_are_not_counted() -> None:
    walked = tag(range(10, 90))
    assert what_stands_out(Scan(moods(wobbling(28)), None, (walked,))).outcome is not Outcome.FOUND
    asked = list(trend._ask(Scan(moods(wobbling(28)), None, (walked,))))[-1]
    assert asked.sides == (18, 10) if asked.about is walked else asked.sides == (14, 14)


# --- too few days, and what waits -----------------------------------------------------------------


def test_too_few_days_are_counted() -> None:
    found = what_stands_out(Scan(moods(wobbling(12))))
    assert found.outcome is Outcome.TOO_FEW
    assert found.sentence == ("Not enough days yet: 12 of the 28 days with a mood that are needed.")


def test_an_empty_journal_is_no_fault() -> None:
    empty = DailySeries((), FIRST, day(89))
    found = what_stands_out(Scan(empty, DailySeries((), day(-90), day(-1)), (tag(()),)))
    assert found.sentence.startswith("Not enough days yet: 0 of the 28")
    assert found.waiting == ""


def test_enough_days_on_one_side_only_are_said_to_be_so() -> None:
    found = what_stands_out(Scan(moods(wobbling(40), 0, 120)))
    assert found.outcome is Outcome.TOO_FEW
    assert "one has fewer than 14 days" in found.sentence


def test_what_is_nearest_to_being_asked_waits_quietly() -> None:
    practice = Condition(Parting.PRACTICE, days(range(0, 60, 10)))
    never = tag((), "never")
    found = what_stands_out(scan_with(0, tag((3, 4)), practice, never))
    assert found.waiting == "Practice: 6 of the 14 days needed"


def test_what_is_there_nearly_every_day_waits_for_days_without() -> None:
    found = what_stands_out(scan_with(0, tag(range(51))))
    assert found.waiting == "“tea with Ana”: 9 of the 14 days without it needed"


# --- what else the days have in common ------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "note"),
    [
        ((n for n in range(126) if n % 7 in {5, 6}), "were a Saturday or a Sunday: the weekday"),
        (range(2, 126, 7), "were a Wednesday: the weekday may be what differs"),
        (range(40, 70), "These days lie close together"),
    ],
)
def test_a_common_weekday_or_time_is_named(places: Iterable[int], note: str) -> None:
    condition = tag(places)
    assert note in only(scan_with(1.2, condition, n=126)).worked_out


def test_days_spread_over_time_and_week_have_nothing_to_name() -> None:
    told = only(scan_with(0.8, tag(ODD))).worked_out
    assert "Most of these days" not in told
    assert "close together" not in told


# --- words ----------------------------------------------------------------------------------------


def test_no_word_says_why() -> None:
    told = [
        *words.SENTENCES.values(),
        *words.SIDES.values(),
        *words.COMPARED.values(),
        *DAYS_WITH.values(),
        *(getattr(words, name) for name in ("SHUFFLED", "LOOKED_AT", "DRAWN", "NOT_WHY")),
        *(getattr(words, name) for name in ("ALL_ALIKE", "SLOPE")),
        *(getattr(words, name) for name in ("TIED_TO", "TIED_TO_ONE", "CLOSE_TOGETHER")),
        *(getattr(trend, name) for name in ("NOTHING", "UNSURE", "MISSING", "ONE_SIDED")),
    ]
    assert [text for text in told if CAUSAL.search(text)] == []
    assert CAUSAL.search("Tea makes the mood better.")


@pytest.mark.parametrize("parting", Parting)
def test_every_condition_has_its_words(parting: Parting) -> None:
    condition = Condition(parting, frozenset(), "load", None, 4.5)
    assert "{" not in condition.words + condition.title
    if parting is Parting.ABOVE:
        assert condition.words == "days with load above 4.5"


def test_a_name_with_braces_stays_as_it_was_written() -> None:
    finding = only(scan_with(0.8, tag(ODD, "{n} {size}")))
    assert "“{n} {size}”" in finding.sentence
    assert "“{n} {size}”" in finding.worked_out


@pytest.mark.parametrize(
    ("size", "said"), [(0.6, "0.6"), (0.04, "0.04"), (0, "0.0"), (0.05, "0.1"), (1.25, "1.2")]
)
def test_a_size_that_is_something_is_never_said_to_be_nothing(size: float, said: str) -> None:
    assert say_size(size) == said


# --- parted at the middle -------------------------------------------------------------------------


def test_days_are_parted_at_ones_own_middle() -> None:
    load = moods((2, 4, 4, 7, 9))
    condition = part_at_middle(load, "load")
    assert condition.middle == 4
    assert condition.days == days((3, 4))
    assert condition.has(day(1)) is False
    assert condition.has(day(9)) is None


def test_nothing_is_above_the_middle_of_nothing() -> None:
    condition = part_at_middle(DailySeries((), FIRST, FIRST), "load")
    assert condition.middle is None
    assert condition.has(FIRST) is None
