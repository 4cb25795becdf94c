"""Values for each drawing of Trends, made up and the same each time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import sin

from caregiver_journal.domain.answer_trend import AnswerBin, AnswerTrend
from caregiver_journal.domain.belonging_trend import BelongingTrend
from caregiver_journal.domain.comparison import Comparison, Interval, Side
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.fear_trend import Fear, FearTrend
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.guilt_trend import GuiltTrend
from caregiver_journal.domain.measure_trend import CutOff, MeasureTrend, ScaleTrend, Scored
from caregiver_journal.domain.mood_profile import MoodProfile, Slot
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.practice_trend import Change, ExerciseChange, PracticeTrend
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.word_counts import WordCount, WordCounts
from caregiver_journal.domain.work_trend import RestGroup, WorkedDay, WorkTrend

LAST = date(2026, 11, 20)
QUARTER = 91
TEN_YEARS = 3_652
WORDS = ("tired", "calm", "worried", "proud", "irritated", "hopeful", "lonely", "overwhelmed")
TITLES = ("Soften", "Three minutes", "A letter to myself, as to a dear friend", "Grounding")


def first_of(days: int) -> date:
    return LAST - timedelta(days=days - 1)


def a_series(days: int = QUARTER, low: int = 1, high: int = 5) -> DailySeries:
    """Return one or two values on two of three days, and none in every fifth week."""
    first, middle, moments = first_of(days), (low + high) / 2, []
    for place in range(days):
        if place % 3 and place // 7 % 5 != 3:
            value = round(middle + (high - middle) * sin(place / 9))
            moments.append((first + timedelta(days=place), float(value)))
            if place % 4 == 0:
                near = min(high, value + 1)
                moments.append((first + timedelta(days=place), float(near)))
    return make_series(moments, first, LAST)


def series_on(*days: date, value: float = 3.0) -> DailySeries:
    """Return a series with one value on each of these days, over their whole year."""
    first, last = date(days[0].year, 1, 1), date(days[-1].year, 12, 31)
    return make_series([(day, value) for day in days], first, last)


def a_mood_trend(days: int = QUARTER) -> MoodTrend:
    series = a_series(days)
    marks = (
        EventMark(series.first + timedelta(days=days // 5), "New rota"),
        EventMark(series.first + timedelta(days=days * 3 // 5), "First session"),
    )
    start = series.first + timedelta(days=21)
    return MoodTrend(series, marks, ((start, start + timedelta(days=6)),))


def a_belonging_trend(days: int = QUARTER) -> BelongingTrend:
    return BelongingTrend(a_series(days, 0, 10))


def some_words(days: int = QUARTER) -> WordCounts:
    many = (*WORDS, *(f"word {place}" for place in range(6)))
    counts = tuple(WordCount(word, max(1, 20 - 2 * place)) for place, word in enumerate(many))
    return WordCounts(counts, 78, first_of(days), LAST)


def a_profile(days: int = QUARTER) -> MoodProfile:
    week = tuple(Slot(3 + place, 3.0, 2.5, 4.0) for place in range(6))
    parts = (Slot(9, 2.5, 2.0, 3.0), Slot(0), Slot(30, 4.0, 3.0, 5.0), Slot(4, 3, 3, 3), Slot(1, 2))
    return MoodProfile((*week, Slot(2, 5.0, 5.0, 5.0)), parts, first_of(days), LAST)


def some_answers(days: int = QUARTER) -> AnswerTrend:
    first = first_of(days)
    if days <= 100:
        starts = [first + timedelta(days=place) for place in range(0, days, 7)]
        ends = [start + timedelta(days=6) for start in starts]
    else:
        months = range(first.year * 12 + first.month - 1, LAST.year * 12 + LAST.month)
        starts = [date(month // 12, month % 12 + 1, 1) for month in months]
        ends = [
            date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1) for month in months
        ]
    bins = tuple(
        AnswerBin(start, end, place % 4, place % 5, place % 2)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return AnswerTrend(bins, days <= 100, first, LAST)


def a_guilt_trend(days: int = QUARTER) -> GuiltTrend:
    first = first_of(days)
    pairs = tuple(
        Guilt(f"g{place}", first + timedelta(days=place), "team lead", 6 + place % 3, place % 8)
        for place in range(min(days // 7, 70))
    )
    return GuiltTrend(pairs, 2 * len(pairs), first, LAST)


def a_fear_trend(days: int = QUARTER) -> FearTrend:
    first = first_of(days)
    fears = tuple(
        Fear(
            f"f{place}", first + timedelta(days=7 * place), 50 + 10 * (place % 6), 20 * (place % 5)
        )
        for place in range(min(days // 7, 70))
    )
    return FearTrend(fears, 3, first, LAST)


def a_practice_trend(days: int = QUARTER) -> PracticeTrend:
    exercises = tuple(
        ExerciseChange(
            f"e{place}", title, 9 - place, Change(8 - place, 6.5, 4.0), Change(5 - place, 4.0, 4.0)
        )
        for place, title in enumerate(TITLES)
    )
    never = ExerciseChange("e9", "Begun only", 1, Change(0), Change(0))
    return PracticeTrend((*exercises, never), first_of(days), LAST)


def a_work_trend(days: int = QUARTER) -> WorkTrend:
    worked = []
    for place in range(0, days, 1):
        is_off = place % 7 in {5, 6}
        load, hours = (None, None) if is_off else (place % 11, 7.5 + place % 3)
        if place % 10:
            day = first_of(days) + timedelta(days=place)
            worked.append(WorkedDay(day, load, hours, is_off, 0 if is_off else place % 7 + 1))
    rest = tuple(RestGroup(since, 9 - since, 3.8 - since / 10) for since in range(8))
    return WorkTrend(tuple(worked), a_series(days), rest, first_of(days), LAST)


def a_measure_trend(days: int = QUARTER) -> MeasureTrend:
    first, step = first_of(days), max(1, days // 6)
    scores = tuple(
        Scored(
            f"m{place}",
            first + timedelta(days=place * step),
            14.0 - place,
            form,
            form and f"On the form of {form}",
        )
        for place, form in enumerate(("", "", "", "2023", "2023"))
    )
    lines = (
        CutOff(5, "5 or more: mild", "≥ 5"),
        CutOff(10, "10 or more: moderate", "≥ 10"),
        CutOff(10.5, "10.5 or more: much the same", "≥ 10.5"),
    )
    whole = ScaleTrend("phq-9", "PHQ-9", "", 0, 27, scores, 3.2, lines)
    free = ScaleTrend("own", "My own scale", "Tension", None, None, scores[:1])
    return MeasureTrend((whole, free), first, LAST)


def a_comparison(days: int = QUARTER) -> Comparison:
    first = first_of(days)
    when = tuple(first + timedelta(days=place) for place in range(40))
    with_it = Side(
        40, 3.6, Interval(3.3, 3.9), tuple(3 + place % 5 / 4 for place in range(40)), when
    )
    without = Side(16, 3.0, None, tuple(2 + place % 4 / 2 for place in range(16)), when[:16])
    return Comparison(
        "Mood", 1, 5, "days off", 0, with_it, without, 0.6, Interval(0.2, 1.0), first, LAST
    )


VALUES: dict[str, Callable[[int], object]] = {
    "mood": a_mood_trend,
    "belonging": a_belonging_trend,
    "words": some_words,
    "profile": a_profile,
    "answers": some_answers,
    "guilt": a_guilt_trend,
    "fears": a_fear_trend,
    "practice": a_practice_trend,
    "work": a_work_trend,
    "measures": a_measure_trend,
    "comparison": a_comparison,
}
"""What makes the values of each drawing for a number of days."""


def empty_values() -> dict[str, object]:
    """Return values of each drawing with nothing in them."""
    first, slot = first_of(QUARTER), Slot(0)
    nothing = make_series((), first, LAST)
    bins = (AnswerBin(first, LAST, 0, 0, 0),)
    side = Side(0, None, None)
    return {
        "mood": MoodTrend(nothing),
        "belonging": BelongingTrend(nothing),
        "words": WordCounts((), 0, first, LAST),
        "profile": MoodProfile((slot,) * 7, (slot,) * 5, first, LAST),
        "answers": AnswerTrend(bins, True, first, LAST),
        "guilt": GuiltTrend((), 0, first, LAST),
        "fears": FearTrend((), 0, first, LAST),
        "practice": PracticeTrend((), first, LAST),
        "work": WorkTrend((), nothing, (), first, LAST),
        "measures": MeasureTrend((), first, LAST),
        "comparison": replace(
            a_comparison(), with_it=side, without=side, difference=None, interval=None
        ),
    }
