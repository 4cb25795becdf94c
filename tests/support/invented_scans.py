"""Invented journals whose truth is known: moods with no tie to what else is logged, or with one.

A day resembles the one before or not (AR(1) up to 0.5), its moods are steps of 1–5, said once or
several times, and there are gaps. What is logged beside them comes on fixed weekdays, in runs, in
one long stretch or at random.
"""

from collections.abc import Callable
from datetime import date, timedelta
from math import sqrt
from random import Random
from statistics import pstdev

from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.trend import Scan

MIDDLE, SPREAD = 3.2, 0.9
"""Mean and standard deviation of the moods before they are cut to the scale."""

TIES = (0.0, 0.3, 0.5)
"""How much a day resembles the one before: not at all (white noise), and as far as was seen."""

LOGGED = 0.85
"""The share of days with a check-in, beside whole days of silence."""

Days = list[bool]


def on_weekdays(*weekdays: int) -> Callable[[Random, date, int], Days]:
    """Return what makes days that always fall on the same weekdays."""

    def make(_random: Random, first: date, n: int) -> Days:
        return [(first.weekday() + place) % 7 in weekdays for place in range(n)]

    return make


def in_runs(length: float, share: float) -> Callable[[Random, date, int], Days]:
    """Return what makes days in runs of random length, such as leave or a block of nights."""

    def make(random: Random, _first: date, n: int) -> Days:
        days: Days = []
        is_on = random.random() < share
        while len(days) < n:
            mean = length if is_on else length * (1 - share) / share
            run = 1
            while random.random() > 1 / mean:
                run += 1
            days += [is_on] * run
            is_on = not is_on
        return days[:n]

    return make


def in_rota(on: int, off: int) -> Callable[[Random, date, int], Days]:
    """Return what makes days of a rota, such as four on and four off."""

    def make(random: Random, _first: date, n: int) -> Days:
        start = random.randrange(on + off)
        return [(start + place) % (on + off) < on for place in range(n)]

    return make


def in_one_stretch(length: int) -> Callable[[Random, date, int], Days]:
    """Return what makes one stretch, such as weeks of leave."""

    def make(random: Random, _first: date, n: int) -> Days:
        start = random.randrange(n - length)
        return [start <= place < start + length for place in range(n)]

    return make


def at_random(share: float) -> Callable[[Random, date, int], Days]:
    """Return what makes days drawn one by one."""

    def make(random: Random, _first: date, n: int) -> Days:
        return [random.random() < share for _place in range(n)]

    return make


LOGS: dict[str, tuple[Parting, Callable[[Random, date, int], Days]]] = {
    "weekends off": (Parting.DAY_OFF, on_weekdays(5, 6)),
    "nights": (Parting.SHIFT, in_rota(4, 4)),
    "choir": (Parting.TAG, on_weekdays(1, 3)),
    "visit": (Parting.TAG, in_one_stretch(21)),
    "project": (Parting.TAG, in_runs(10, 0.4)),
    "tea": (Parting.TAG, at_random(0.3)),
    "walk": (Parting.TAG, at_random(0.5)),
    "practice": (Parting.PRACTICE, in_runs(4, 0.45)),
    "people": (Parting.PEOPLE, at_random(0.5)),
}
"""What is logged in each invented journal, by its name."""


def invent_scan(
    seed: int, n: int, *, size: float = 0.0, carrier: str = "", ties: tuple[float, ...] = TIES
) -> Scan:
    """Return a journal of n days and as many before them.

    Args:
        seed: the same one makes the same journal.
        n: days of the period.
        size: of the planted difference, in standard deviations of the daily means.
        carrier: a name of ``LOGS`` whose days carry it, "before" for all days of the period, or
            "direction" for a rise over it (from nothing to twice the size, so that its halves
            differ by the size).
        ties: how much a day resembles the one before, one of these.
    """
    random = Random(seed)
    first = date(2026, 1, 1) + timedelta(days=random.randrange(7))
    latent = _latent(random, 2 * n, random.choice(ties))
    logged = _logged(random, 2 * n)
    times = random.choice((1, 1, 3))
    noise = [[random.gauss(0, 0.5 * (times > 1)) for _time in range(times)] for _day in latent]
    logs = {name: make(random, first, n) for name, (_parting, make) in LOGS.items()}
    said = {first + timedelta(days=place) for place in range(n) if random.random() < 0.9}

    def moods(steps: list[float]) -> DailySeries:
        moments = [
            (first + timedelta(days=place - n), min(max(round(level + step + off), 1), 5))
            for place, (level, step) in enumerate(zip(latent, steps, strict=True))
            if logged[place]
            for off in noise[place]
        ]
        return make_series(moments, first - timedelta(days=n), first + timedelta(days=n - 1))

    spread = pstdev(value.mean for value in moods([0.0] * 2 * n).days)
    whole = moods([0.0] * n + [size * spread * step for step in _carried(carrier, logs, n)])
    return Scan(
        whole.within(first, whole.last),
        whole.within(whole.first, first - timedelta(days=1)),
        tuple(_condition(name, days, first, said) for name, days in logs.items()),
    )


def _carried(carrier: str, logs: dict[str, Days], n: int) -> list[float]:
    """Return how much of the planted size each day of the period carries."""
    if carrier == "direction":
        return [2 * place / n for place in range(n)]
    return [float(has) for has in logs.get(carrier, [carrier == "before"] * n)]


def _latent(random: Random, n: int, tie: float) -> list[float]:
    """Return moods in which each day resembles the one before, equally spread all along."""
    levels = [random.gauss(0, 1)]
    while len(levels) < n:
        levels.append(tie * levels[-1] + sqrt(1 - tie**2) * random.gauss(0, 1))
    return [MIDDLE + SPREAD * level for level in levels]


def _logged(random: Random, n: int) -> Days:
    """Return which days have a check-in: most, and none in some stretch of silence."""
    silence = random.randrange(n)
    length = random.choice((0, 0, 5, 9))
    return [
        random.random() < LOGGED and not silence <= place < silence + length for place in range(n)
    ]


def _condition(name: str, days: Days, first: date, said: set[date]) -> Condition:
    """Return one condition; those of shifts are known only where the work was said."""
    parting, _make = LOGS[name]
    having = {first + timedelta(days=place) for place, has in enumerate(days) if has}
    if parting in {Parting.SHIFT, Parting.DAY_OFF}:
        return Condition(parting, frozenset(having & said), name, frozenset(said))
    return Condition(parting, frozenset(having), name)
