"""Tell what was logged lately that a question may fit; nothing here judges anybody.

Each rule looks at few days: whoever comes back after a month is not met with an old hard evening.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.prompt import Sign

FEW_DAYS = timedelta(days=3)
"""Boundary moments and belonging count from three days before today on."""

NEAR = timedelta(days=1)
"""How heavy work was, and how a day was, counts today and a day later."""

STRONG_GUILT = 5
"""Guilt from here on, 0–10, right after a moment or said later."""
LITTLE_BELONGING = 3
"""Belonging up to here, 0–10."""
HEAVY_LOAD = 8
"""A load from here on, 0–10."""
LOW_MEAN, GOOD_MEAN = 2.0, 4.0
"""The mean mood of a day, 1–5, up to which it was low and from which it was good."""

WHY = {
    Sign.AGREED: (
        N_("You agreed to something against your wish today."),
        N_("You agreed to something against your wish yesterday."),
        N_("You agreed to something against your wish on {day}."),
    ),
    Sign.GUILT: (
        N_("Guilt weighed on you after a moment today."),
        N_("Guilt weighed on you after a moment yesterday."),
        N_("Guilt weighed on you after a moment on {day}."),
    ),
    Sign.SAID_NO: (
        N_("You said no to something today."),
        N_("You said no to something yesterday."),
        N_("You said no to something on {day}."),
    ),
    Sign.LOW_BELONGING: (
        N_("You felt rather alone today."),
        N_("You felt rather alone yesterday."),
        N_("You felt rather alone on {day}."),
    ),
    Sign.HEAVY_LOAD: (
        N_("There was a lot to carry today."),
        N_("There was a lot to carry yesterday."),
        N_("There was a lot to carry on {day}."),
    ),
    Sign.LOW_MOOD: (
        N_("Your mood is on the low side today."),
        N_("Your mood was on the low side yesterday."),
        N_("Your mood was on the low side on {day}."),
    ),
    Sign.GOOD_DAY: (
        N_("Today has been a good day so far."),
        N_("Yesterday was a good day."),
        N_("{day} was a good day."),
    ),
}
"""Why a question was chosen: for today, for yesterday, and for a weekday before."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a boundary moment says here: its day, what one did, and the stronger of both guilts."""

    day: date
    answer: Answer
    guilt: int | None = None


@dataclass(frozen=True, slots=True)
class Felt:
    """What a check-in says here."""

    day: date
    level: int
    belonging: int | None = None


@dataclass(frozen=True, slots=True)
class Lately:
    """What was logged on the days looked at.

    Attributes:
        answered: boundary moments.
        felt: check-ins.
        loads: how heavy the work of each day was, 0–10.
    """

    answered: tuple[Answered, ...] = ()
    felt: tuple[Felt, ...] = ()
    loads: tuple[tuple[date, int], ...] = ()


def read_signs(lately: Lately, today: date) -> Mapping[Sign, date]:
    """Return the signs of what was logged, each with the last day it was seen, foremost first."""
    few = today - FEW_DAYS
    near = today - NEAR
    answered = [each for each in lately.answered if few <= each.day <= today]
    felt = [each for each in lately.felt if few <= each.day <= today]
    found = {
        Sign.AGREED: [each.day for each in answered if each.answer is Answer.AGAINST],
        Sign.GUILT: [each.day for each in answered if (each.guilt or 0) >= STRONG_GUILT],
        Sign.SAID_NO: [each.day for each in answered if each.answer is Answer.NO],
        Sign.LOW_BELONGING: [
            each.day
            for each in felt
            if each.belonging is not None and each.belonging <= LITTLE_BELONGING
        ],
        Sign.HEAVY_LOAD: [
            day for day, load in lately.loads if near <= day <= today and load >= HEAVY_LOAD
        ],
        **_read_moods([each for each in felt if each.day >= near]),
    }
    return {sign: max(days) for sign, days in found.items() if days}


def say_why(sign: Sign | None, day: date, today: date) -> str:
    """Return why a question was chosen, in one sentence; None is no sign at all.

    Args:
        sign: what it fits.
        day: when that was, today or up to a week before.
        today: the day it is.
    """
    if sign is None:
        return _("One question for today.")
    now, before, earlier = WHY[sign]
    if day == today:
        return _(now)
    if day == today - timedelta(days=1):
        return _(before)
    return _(earlier).format(day=_(WEEKDAYS[day.weekday()]))


def _read_moods(felt: Iterable[Felt]) -> dict[Sign, list[date]]:
    """Return how the last day with a mood was, by the mean of its moods."""
    by_day: dict[date, list[int]] = {}
    for each in felt:
        by_day.setdefault(each.day, []).append(each.level)
    if not by_day:
        return {}
    last = max(by_day)
    mean = sum(by_day[last]) / len(by_day[last])
    return {
        Sign.LOW_MOOD: [last] if mean <= LOW_MEAN else [],
        Sign.GOOD_DAY: [last] if mean >= GOOD_MEAN else [],
    }
