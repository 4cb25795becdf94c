"""One thing that stands out, in words: what it is, how sure it is, how it was worked out.

Nothing here says why something is so: days that have something in common may have more in common.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.comparison import Interval
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.resampling import DRAWS, Slope
from caregiver_journal.domain.sureness import say_exact, say_interval, say_signed, say_size

TIED = 0.8
"""From which share of the days on at most two weekdays on the weekday is named too."""
CLOSE = 1 / 3
"""Up to which share of the period days lie close together."""

_YEAR = 365.25
_MONTH = _YEAR / 12


class Stretch(Enum):
    """What is asked about a stretch of days as such."""

    BEFORE = "before"
    DIRECTION = "direction"


SENTENCES = {
    (Condition, True): N_("Mood was {size} higher on {days} than on the others."),
    (Condition, False): N_("Mood was {size} lower on {days} than on the others."),
    (Stretch.BEFORE, True): N_("Mood was {size} higher than in the time before."),
    (Stretch.BEFORE, False): N_("Mood was {size} lower than in the time before."),
    (Stretch.DIRECTION, True): N_(
        "Mood was {size} higher in the second half of this time than in the first."
    ),
    (Stretch.DIRECTION, False): N_(
        "Mood was {size} lower in the second half of this time than in the first."
    ),
}
"""What was found, by what was asked and whether the mood is higher."""

SIDES = {
    Condition: N_("{n:,} and {others:,} days"),
    Stretch.BEFORE: N_("{n:,} days, {others:,} before"),
    Stretch.DIRECTION: N_("{others:,} days in the first half, {n:,} in the second"),
}
COMPARED = {
    Condition: N_(
        "Each day counts once, with the mean of its check-ins on the scale from 1 to 5: {mean} on "
        "{n:,} {days}, {other} on the {others:,} others."
    ),
    Stretch.BEFORE: N_(
        "Each day counts once, with the mean of its check-ins on the scale from 1 to 5: {mean} on "
        "{n:,} days of this time, {other} on {others:,} days of the time before."
    ),
    Stretch.DIRECTION: N_(
        "Each day counts once, with the mean of its check-ins on the scale from 1 to 5: {other} on "
        "average in the first half, {mean} in the second. Asked was whether a line through all "
        "days rises or falls."
    ),
}
SHUFFLED = N_(
    "Then the moods were put on other days, a few neighbouring ones at a time, in {draws} ways: as "
    "much as this came up about once in {once} (permutation test that allows for how much a day "
    "resembles the one before)."
)
LOOKED_AT = N_(
    "Whoever looks at many things finds something by chance, so with {count} of them it had to be "
    "rarer than for one alone (Benjamini–Hochberg, 5 %)."
)
DRAWN = N_(
    "The interval shows how far the size moves when whole weeks are drawn again and again (block "
    "bootstrap, 95 %)."
)
ALL_ALIKE = N_(
    "There is no interval: the weeks of each side are so alike that nothing tells how far the size "
    "might move."
)
SLOPE = N_(
    "The middle of the slopes between any two {means} is {slope} {each} ({name}); it tells the "
    "direction, not the size."
)
TIED_TO = N_("Most of these days were a {one} or a {other}: the weekday may be what differs.")
TIED_TO_ONE = N_("Most of these days were a {one}: the weekday may be what differs.")
CLOSE_TOGETHER = N_(
    "These days lie close together: whatever else was going on at that time is in it too."
)
NOT_WHY = N_("It says what went together, not why.")


@dataclass(frozen=True)
class Asked:
    """One question about the mood of some days.

    Attributes:
        about: what parts the days.
        days: ordinals of those with a mood on both sides, in the order of time.
        values: the mean mood of each.
        column: for each 1 on the first side and 0 on the other; the day itself for a direction.
        halves: for each whether it is on the first side.
    """

    about: Condition | Stretch
    days: tuple[int, ...]
    values: tuple[float, ...] = field(repr=False)
    column: tuple[float, ...] = field(repr=False)
    halves: tuple[bool, ...] = field(repr=False)

    @property
    def sides(self) -> tuple[int, int]:
        """How many days are on the first side and on the other."""
        n = sum(self.halves)
        return n, len(self.halves) - n

    @property
    def means(self) -> tuple[float, float]:
        """The mean of each side; both have a day."""
        n, others = self.sides
        here = sum(v for v, is_here in zip(self.values, self.halves, strict=True) if is_here)
        return here / n, (sum(self.values) - here) / others


@dataclass(frozen=True)
class Finding:
    """One thing that stands out.

    Attributes:
        asked: the question it answers.
        size: of the difference, in steps of the mood.
        interval: of the size, with 95 % confidence.
        chance: how often shuffled days show as much, 0–1, before any adjustment.
        count: how many questions were asked together.
        slope: of a direction, beside its size; else None.
    """

    asked: Asked
    size: float
    interval: Interval
    chance: float
    count: int
    slope: Slope | None = None

    @property
    def sides(self) -> tuple[int, int]:
        """Days with a value: with and without, this time and before, second and first half."""
        return self.asked.sides

    @property
    def sentence(self) -> str:
        """What it is."""
        about = self.asked.about
        days = about.words if isinstance(about, Condition) else ""
        said = SENTENCES[_sort(about), self.size > 0]
        return _(said).format(size=say_size(abs(self.size)), days=days)

    @property
    def counted(self) -> str:
        """Its interval and the days of both sides."""
        low, high = sorted(abs(bound) for bound in self.interval)
        n, others = self.sides
        sides = _(SIDES[_sort(self.asked.about)]).format(n=n, others=others)
        return f"{say_interval(Interval(low, high))} · {sides}"

    @property
    def caution(self) -> str:
        """What else its days have in common: their weekdays, or their time; or ""."""
        return _note(self.asked)

    @property
    def worked_out(self) -> str:
        """How it was worked out, for somebody who never heard of statistics."""
        about = self.asked.about
        (n, others), (mean, other) = self.sides, self.asked.means
        compared = _(COMPARED[_sort(about)]).format(
            n=n,
            others=others,
            mean=say_exact(mean),
            other=say_exact(other),
            days=about.words if isinstance(about, Condition) else "",
        )
        once = f"{round(1 / self.chance):,}"
        shuffled = _(SHUFFLED).format(draws=f"{DRAWS + 1:,}", once=once)
        looked_at = _(LOOKED_AT).format(count=self.count) if self.count > 1 else ""
        slope = _say_slope(self.slope) if self.slope else ""
        drawn = _(ALL_ALIKE) if self.interval.is_point else _(DRAWN)
        parts = (compared, shuffled, looked_at, drawn, slope, self.caution, _(NOT_WHY))
        return " ".join(filter(None, parts))


def _sort(about: Condition | Stretch) -> type[Condition] | Stretch:
    """Return under what its words are found."""
    return about if isinstance(about, Stretch) else Condition


def _say_slope(slope: Slope) -> str:
    """Return a Theil–Sen slope with the means it was found by: of a month, or of a year."""
    is_weekly = slope.weeks == 1
    days = _MONTH if is_weekly else _YEAR
    interval = slope.interval
    said = ""
    if interval and not interval.is_point:
        said = say_interval(Interval(interval.low * days, interval.high * days))
    return _(SLOPE).format(
        means=ngettext("weekly means", "means of {count} weeks", slope.weeks).format(
            count=slope.weeks
        ),
        slope=say_signed(slope.each_day * days),
        each=_("a month") if is_weekly else _("a year"),
        name=", ".join(filter(None, (_("Theil–Sen slope"), said))),
    )


def _note(asked: Asked) -> str:
    """Return what else the days with it have in common: their weekdays, or their time; or ""."""
    if isinstance(asked.about, Stretch):
        return ""
    days = [day for day, is_here in zip(asked.days, asked.halves, strict=True) if is_here]
    if days[-1] - days[0] <= CLOSE * (asked.days[-1] - asked.days[0]):
        return _(CLOSE_TOGETHER)
    return _weekday_note(days)


def _weekday_note(days: Sequence[int]) -> str:
    """Return on which one or two weekdays most of the days are; "" where they are on more."""
    known = Counter(date.fromordinal(day).weekday() for day in days).most_common(2)
    names = [_(WEEKDAYS[weekday]) for weekday, _n in sorted(known)]
    if known[0][1] >= TIED * len(days):
        return _(TIED_TO_ONE).format(one=_(WEEKDAYS[known[0][0]]))
    if sum(n for _weekday, n in known) >= TIED * len(days):
        return _(TIED_TO).format(one=names[0], other=names[1])
    return ""
