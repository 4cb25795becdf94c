"""Plan the days of the invented person: the rota, good and bad weeks, leave, and a slow change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random


class Turn(StrEnum):
    """What a day is for."""

    EARLY = "early"
    LATE = "late"
    NIGHT = "night"
    OFF = "off"
    AWAY = "away"
    LEAVE = "leave"


AT_WORK = frozenset({Turn.EARLY, Turn.LATE, Turn.NIGHT})

RECENT = (0, 0, 1, 3, 4)
"""Days back on which something is written in any case, so that Today and the week are not empty."""

_ROTA = "EEEOOLL LOONNNO OOEEELO OEELLOO NNNOOEE EOOLLLO OLLEEOO EELOOEO".replace(" ", "")
"""Eight weeks, Monday first."""
_TURNS = {"E": Turn.EARLY, "L": Turn.LATE, "N": Turn.NIGHT, "O": Turn.OFF}

_JOURNEY_DAYS, _LEAVE_DAYS = 14, 7
_LONG_ENOUGH = 120
"""How many days hold a journey and a week of leave."""

_EXTRA_FIRST, _EXTRA_LAST = 0.30, 0.05
"""How often a day off is worked after all, at the beginning and at the end."""
_EMPTY = 0.12
"""How often nothing is written on a day."""

_EFFECT = {Turn.EARLY: 0.0, Turn.LATE: -0.1, Turn.NIGHT: -0.25, Turn.OFF: 0.35, Turn.AWAY: 0.8}


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the invented person.

    Attributes:
        date: the day.
        turn: what it is for.
        is_extra: whether a day off is worked after all.
        progress: how far the slow change has come, 0 to 1.
        mood: how pleasant it is on the whole; its entries lie around this.
        count: how many entries are written.
    """

    date: date
    turn: Turn
    is_extra: bool = False
    progress: float = 0.0
    mood: float = 3.0
    count: int = 0

    @property
    def is_worked(self) -> bool:
        """Whether there was a shift."""
        return self.turn in AT_WORK


def plan_days(today: date, days: int, random: Random) -> list[Day]:
    """Plan as many days as asked for, today the last of them."""
    first = today - timedelta(days=days - 1)
    phase = random.randrange(8) * 7
    journey, leave = _absences(days, random)
    planned: list[Day] = []
    for number in range(days):
        day, progress = first + timedelta(days=number), number / max(1, days - 1)
        turn = _TURNS[_ROTA[(day.toordinal() - 1 + phase) % len(_ROTA)]]
        extra = _EXTRA_FIRST + (_EXTRA_LAST - _EXTRA_FIRST) * progress
        is_rested = not planned or planned[-1].turn is not Turn.NIGHT
        is_extra = turn is Turn.OFF and is_rested and random.random() < extra
        if number in journey or number in leave:
            turn, is_extra = Turn.AWAY if number in journey else Turn.LEAVE, False
        elif is_extra:
            turn = random.choice((Turn.EARLY, Turn.LATE))
        planned.append(Day(day, turn, is_extra, progress))
    return _counted(list(_lived(planned, random)), random)


def _absences(days: int, random: Random) -> tuple[range, range]:
    """Return which days are the journey and which the week of leave; both may be none."""
    if days < _LONG_ENOUGH:
        return range(0), range(0)
    away = int(days * random.uniform(0.3, 0.5))
    leave = int(days * random.uniform(0.65, 0.8))
    return range(away, away + _JOURNEY_DAYS), range(leave, leave + _LEAVE_DAYS)


def _lived(planned: Sequence[Day], random: Random) -> Iterator[Day]:
    """Give each day its mood: the week it lies in, the work, and the shifts in a row before."""
    week, in_a_row = 0.0, 0
    for day in planned:
        if day.date.weekday() == 0:
            week = 0.45 * week + random.gauss(0, 0.33)
        in_a_row = in_a_row + 1 if day.is_worked else 0
        mood = 2.75 + 0.9 * day.progress + week + _EFFECT.get(day.turn, 0.5)
        mood -= 0.1 * max(0, in_a_row - 2) + (0.35 if day.is_extra else 0)
        yield replace(day, mood=mood + random.gauss(0, 0.45))


def _counted(days: list[Day], random: Random) -> list[Day]:
    """Give each day its number of entries, as somebody writes who is left to it."""
    counts = [_natural_count(day, random) for day in days]
    for number, day in enumerate(days):
        is_first_away = day.turn is Turn.AWAY and days[number - 1].turn is not Turn.AWAY
        is_first_back = day.turn is not Turn.AWAY and number and days[number - 1].turn is Turn.AWAY
        if is_first_away or is_first_back:  # on the way, and between two zones
            counts[number] = 0
    for back in set(RECENT):
        if back < len(counts):
            counts[-1 - back] = max(counts[-1 - back], RECENT.count(back))
    return [replace(day, count=count) for day, count in zip(days, counts, strict=True)]


def _natural_count(day: Day, random: Random) -> int:
    (count,) = random.choices((1, 2, 3, 4), (42, 33, 18, 7))
    return 0 if day.turn is Turn.LEAVE or random.random() < _EMPTY else count


def share_out(days: Sequence[Day], entries: int, random: Random) -> list[Day]:
    """Return the same days with as many entries in all as asked for; empty days stay empty."""
    natural = [day.count for day in days]
    counts = [entries * count // sum(natural) for count in natural]
    left = entries - sum(counts)
    for back in RECENT:
        if back < len(days) and left and counts[-1 - back] < RECENT.count(back):
            counts[-1 - back] += 1
            left -= 1
    for number in random.choices(range(len(days)), natural, k=left):
        counts[number] += 1
    return [replace(day, count=count) for day, count in zip(days, counts, strict=True)]
