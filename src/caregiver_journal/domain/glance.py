"""A time at a glance, beside the time of the same length before it: in few words, by fixed rules.

Two medians are about the same where less than half a step lies between them, or where each lies
within the middle half of the other and the means are less than half a step apart: of moods that are
mostly whole numbers, a day or two can move a median by a step. Else they are somewhat higher or
lower up to a whole step, and higher or lower from there on. That is said where both times have at
least five days with a value, and one for every ten; it tells what the numbers are, not whether
chance made them so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil
from statistics import fmean

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.numbers import LEAST, say_days_counted, say_mean
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.spread import MEDIAN_RULE, spread_of
from caregiver_journal.domain.summary import Piece, Table, Words
from caregiver_journal.domain.work_trend import WorkedDay

LEAST_EACH = 5
"""How many days with an entry, and with a value, each time needs to be laid beside the other."""
LEAST_SHARE = 10
"""One value for so many days is needed too: five of a year tell nothing of it."""

ALIKE = 0.5
"""Medians less than this far apart are about the same: half a step of a scale from 1 to 5."""
SOMEWHAT = 1.0
"""Medians less than this far apart are somewhat higher or lower."""

ABOUT_THE_SAME = N_("about the same")
TOO_FEW = N_("too few days")
HIGHER = (N_("somewhat higher"), N_("higher"))
LOWER = (N_("somewhat lower"), N_("lower"))

MOOD_BEFORE = {
    ABOUT_THE_SAME: N_("Mood was about the same as in the {days} before ({n} beside {others})."),
    HIGHER[0]: N_("Mood was somewhat higher than in the {days} before ({n} beside {others})."),
    HIGHER[1]: N_("Mood was higher than in the {days} before ({n} beside {others})."),
    LOWER[0]: N_("Mood was somewhat lower than in the {days} before ({n} beside {others})."),
    LOWER[1]: N_("Mood was lower than in the {days} before ({n} beside {others})."),
}
WORDS_RULE = N_(
    "Two medians are about the same less than half a step apart, or where the means are and each "
    "median lies within the other's middle half; “somewhat” is less than a whole step. It is said "
    "from {least} days on each side, and tells nothing of chance."
)
REST_RULE = N_(
    "Longest stretch: days in a row with work noted, none a full day off; “at least” where days "
    "without a note may add to it."
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is of one time.

    Attributes:
        first, last: its days, both included.
        written: on how many of them something was written.
        paused: on how many of them the person paused.
        mood, energy: by day, 1–5.
        work: the days of which something was noted of the work.
    """

    first: date
    last: date
    written: int
    paused: int
    mood: DailySeries
    energy: DailySeries
    work: tuple[WorkedDay, ...] = ()

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not self.written and not self.work

    @property
    def is_bare(self) -> bool:
        """Whether it holds too little to lay another time beside it."""
        return self.written < LEAST_EACH


@dataclass(frozen=True, slots=True)
class Glance:
    """A time and the one before.

    Attributes:
        before: None where it is bare.
    """

    now: Looked
    before: Looked | None


def glance_pieces(data: Glance) -> Iterator[Piece]:
    """Yield what is said of a time: a sentence, and a small table where there is more."""
    if data.now.is_empty:
        yield Words(_("Nothing was written in these days."))
    if said := _say_mood(data):
        yield Words(said)
    rows = tuple(_rows(data))
    if rows:
        yield Table(_("At a glance"), _heads(data), rows)
    if below := " ".join(_say_below(data)):
        yield Words(below, is_small=True)


def say_written(now: Looked) -> str:
    """Return on how many days something was written: *entries on 61 of 91 days*."""
    said = ngettext(
        "entries on {n:,} of {count:,} day", "entries on {n:,} of {count:,} days", now.length
    ).format(n=now.written, count=now.length)
    if not now.paused:
        return said
    paused = ngettext("{count:,} day paused", "{count:,} days paused", now.paused)
    return f"{said} · {paused.format(count=now.paused)}"


def glance_rules(data: Glance) -> tuple[str, ...]:
    """Return how its numbers were made."""
    rules = []
    if data.now.mood.days:
        rules.append(_(MEDIAN_RULE))
    if data.now.mood.days and data.before is not None:
        rules.append(_(WORDS_RULE).format(least=least_of(data.now.length)))
    if data.now.work:
        rules.append(_(REST_RULE))
    return tuple(rules)


def least_of(length: int) -> int:
    """Return on how many days with a value a time of so many days can be laid beside another."""
    return max(LEAST_EACH, ceil(length / LEAST_SHARE))


def compared(now: DailySeries, before: DailySeries) -> str:
    """Return how the median of a time lies to the one before, untranslated; see the module."""
    here, there = (spread_of([day.mean for day in series.days]) for series in (now, before))
    least = least_of((now.last - now.first).days + 1)
    if here is None or there is None or min(here.n, there.n) < least:
        return TOO_FEW
    rise = round(here.middle - there.middle, 9)
    is_within = here.holds(there.middle) and there.holds(here.middle)
    if abs(rise) < ALIKE or (is_within and abs(_mean(now) - _mean(before)) < ALIKE):
        return ABOUT_THE_SAME
    return (HIGHER if rise > 0 else LOWER)[abs(rise) >= SOMEWHAT]


def _mean(series: DailySeries) -> float:
    return fmean(day.mean for day in series.days)


def _say_mood(data: Glance) -> str:
    if data.before is None:
        return ""
    words = MOOD_BEFORE.get(compared(data.now.mood, data.before.mood))
    if not words:
        return ""
    return _(words).format(
        days=say_days_counted(data.before.length),
        n=say_days_counted(len(data.now.mood.days)),
        others=f"{len(data.before.mood.days):,}",
    )


def _say_below(data: Glance) -> Iterator[str]:
    """Yield how the table is read: what stands in brackets, and which days are the earlier ones."""
    if data.now.mood.days or data.now.energy.days:
        yield _("Mood and energy: median, middle half in brackets.")
    if data.before is not None:
        days = say_days(data.before.first, data.before.last)
        yield _("The time before: {days}.").format(days=days)


def _heads(data: Glance) -> tuple[str, ...]:
    if data.before is None:
        return "", _("This time")
    return "", _("This time"), _("The time before"), _("Compared")


def _rows(data: Glance) -> Iterator[tuple[str, ...]]:
    if data.before is not None:
        yield _row(data, _("Days with an entry"), _written)
    if data.now.mood.days:
        words = compared(data.now.mood, data.before.mood) if data.before else ""
        yield _row(data, _("Mood, 1 very low to 5 very good"), _mood, words)
    if data.now.energy.days:
        words = compared(data.now.energy, data.before.energy) if data.before else ""
        yield _row(data, _("Energy, 1 drained to 5 restless"), _energy, words)
    if data.now.work:
        yield _row(data, _("Full days off, of days with work noted"), _days_off)
        yield _row(data, _("Longest stretch without a full day off"), _most_since)


def _row(data: Glance, name: str, say: Callable[[Looked], str], words: str = "") -> tuple[str, ...]:
    if data.before is None:
        return name, say(data.now)
    return name, say(data.now), say(data.before), _(words) if words else ""


def _written(looked: Looked) -> str:
    return _("{n:,} of {count:,}").format(n=looked.written, count=looked.length)


def _mood(looked: Looked) -> str:
    return _say_spread(looked.mood)


def _energy(looked: Looked) -> str:
    return _say_spread(looked.energy)


def _say_spread(series: DailySeries) -> str:
    """Return *3 (2–4) · 61 days*; with very few days how many there are, and why no more."""
    spread = spread_of([day.mean for day in series.days])
    if spread is None:
        return _("none")
    days = say_days_counted(spread.n)
    if spread.n < LEAST:
        return _("{days}, too few for a median").format(days=days)
    return _("{middle} ({half}) · {days}").format(
        middle=say_mean(spread.middle), half=spread.half, days=days
    )


def _days_off(looked: Looked) -> str:
    off = sum(day.is_off for day in looked.work)
    return _("{n:,} of {count:,}").format(n=off, count=len(looked.work))


def _most_since(looked: Looked) -> str:
    """Return the longest stretch; days of which nothing was noted may have made it longer."""
    least, most = _longest_worked(looked.work), _longest_between_days_off(looked)
    if not least:
        return _("not known") if most else _("none")
    days = say_days_counted(least)
    return days if least == most else _("at least {days}").format(days=days)


def _longest_worked(work: Sequence[WorkedDay]) -> int:
    """Return how many days in a row were noted as worked at most."""
    longest = run = before = 0
    for day in work:
        number = day.day.toordinal()
        run = 0 if day.is_off else 1 + (run if number == before + 1 else 0)
        longest, before = max(longest, run), number
    return longest


def _longest_between_days_off(looked: Looked) -> int:
    """Return how many days lie at most between two days off, or one and an end of the time."""
    off = (day.day.toordinal() for day in looked.work if day.is_off)
    edges = (looked.first.toordinal() - 1, *off, looked.last.toordinal() + 1)
    return max(later - earlier - 1 for earlier, later in pairwise(edges))
