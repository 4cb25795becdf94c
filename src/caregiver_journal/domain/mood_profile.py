"""The mood by weekday and by time of day: what its drawing shows, and the same in words."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import not_enough, say_check_ins, say_days_counted, say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.telling import Behind, Row, Telling

HOURS = ((4, 9), (9, 12), (12, 17), (17, 21), (21, 4))
"""Parts of the day: from an hour to before another one, by the wall clock of the moment."""
HOUR_WORDS = (N_("Early"), N_("Morning"), N_("Afternoon"), N_("Evening"), N_("Night"))

LEAST_OF_A_SLOT = 3
"""With fewer values no middle is drawn."""


class Slot(NamedTuple):
    """The moods of one weekday or one part of the day.

    Attributes:
        n: how many values: days for a weekday, check-ins for a part of the day.
        middle, low, high: median and quartiles, 1–5; None where there are none.
    """

    n: int
    middle: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class MoodProfile:
    """The mood through the week and through the day.

    Attributes:
        weekdays: seven, Monday first; of daily means.
        parts: as many as ``HOURS``; of single check-ins.
        first, last: the period looked at.
    """

    weekdays: tuple[Slot, ...]
    parts: tuple[Slot, ...]
    first: date
    last: date


def tell_profile(data: MoodProfile) -> Telling:
    """Say the drawing of the mood through week and day in words."""
    days, check_ins = (sum(slot.n for slot in slots) for slots in (data.weekdays, data.parts))
    counted = _("{check_ins} on {days}").format(
        check_ins=say_check_ins(check_ins), days=say_days_counted(days)
    )
    heads = (_("When"), _("Middle"), _("Lower quarter"), _("Upper quarter"), _("How many"))
    return Telling(
        reading=_(
            "Dot: the middle value. Bar: the middle half. Below: how many days or check-ins."
        ),
        counted=counted,
        sentence=_sentence(data, days),
        heads=heads,
        rows=tuple(
            _row(word, slot, behind_slot(place, data))
            for place, (word, slot) in enumerate(named_slots(data))
        ),
        is_enough=any(map(is_drawn, (*data.weekdays, *data.parts))),
    )


def is_drawn(slot: Slot) -> bool:
    """Tell whether a middle of so few values is drawn."""
    return slot.n >= LEAST_OF_A_SLOT and slot.middle is not None


def named_slots(data: MoodProfile) -> tuple[tuple[str, Slot], ...]:
    """Return the weekdays and then the parts of the day, each with its word."""
    days = tuple(zip(map(_, WEEKDAYS), data.weekdays, strict=True))
    return days + tuple(zip(map(_, HOUR_WORDS), data.parts, strict=True))


def behind_slot(place: int, data: MoodProfile) -> Behind:
    """Return the check-ins behind one of ``named_slots``, by its place among them."""
    query = Query(kinds=frozenset({Kind.MOOD}), first=data.first, last=data.last)
    if place < len(WEEKDAYS):
        return Behind(replace(query, weekdays=frozenset({place})))
    return Behind(replace(query, hours=hours_of(place - len(WEEKDAYS))))


def hours_of(part: int) -> frozenset[int]:
    """Return the hours of a part of the day, by its place in ``HOURS``."""
    start, end = HOURS[part]
    return frozenset(hour % 24 for hour in range(start, end if end > start else end + 24))


def say_hours(hours: frozenset[int]) -> str:
    """Return hours in words: the parts of the day they make up, else their numbers."""
    parts = [part for part in range(len(HOURS)) if hours_of(part) <= hours]
    if frozenset().union(*map(hours_of, parts)) == hours:
        return ", ".join(_(HOUR_WORDS[part]) for part in parts)
    return ", ".join(f"{hour:02}:00" for hour in sorted(hours))


def say_slot(word: str, slot: Slot, *, is_part: bool) -> str:
    """Return one weekday or part of the day: *Monday: 3, half of them 2.5–4 · 9 days*."""
    counted = say_check_ins(slot.n) if is_part else say_days_counted(slot.n)
    return _("{when}: {value} · {count}").format(when=word, value=_value(slot), count=counted)


def _value(slot: Slot) -> str:
    if not is_drawn(slot):
        return _("too few")
    low, middle, high = (say_mean(each or 0) for each in (slot.low, slot.middle, slot.high))
    if low == high:
        return middle
    return _("{middle}, half of them {low}–{high}").format(middle=middle, low=low, high=high)


def _row(word: str, slot: Slot, behind: Behind) -> Row:
    values = (slot.middle, slot.low, slot.high) if is_drawn(slot) else (None, None, None)
    said = ("" if value is None else say_mean(value) for value in values)
    return Row((word, *said, f"{slot.n:,}"), behind if slot.n else None)


def _sentence(data: MoodProfile, days: int) -> str:
    if not days:
        return _("No check-ins in these days.")
    named = [(word, slot) for word, slot in named_slots(data) if is_drawn(slot)]
    if not named:
        return not_enough(say_days_counted(days))
    known = {_(word) for word in WEEKDAYS}
    by_day = [each for each in named if each[0] in known]
    by_part = [each for each in named if each[0] not in known]
    said = [
        sentence.format(span=_span(slots))
        for sentence, slots in (
            (_("by weekday the middle lies {span}"), by_day),
            (_("by time of day {span}"), by_part),
        )
        if slots
    ]
    sentence = ", ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _span(named: list[tuple[str, Slot]]) -> str:
    low = min(named, key=lambda each: each[1].middle or 0)
    high = max(named, key=lambda each: each[1].middle or 0)
    lowest, highest = (say_mean(each[1].middle or 0) for each in (low, high))
    if lowest == highest:
        return _("at {value}").format(value=lowest)
    return _("between {low} ({low_when}) and {high} ({high_when})").format(
        low=lowest, low_when=low[0], high=highest, high_when=high[0]
    )
