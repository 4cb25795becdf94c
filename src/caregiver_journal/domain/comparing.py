"""Lay days with something beside days without it.

One rule for both sides: a day counts where the measured thing has a value, and where it could be
known whether the day had it. So a day without any entry is on neither side, and days whose work was
not said are on neither side of a shift. With a lag of a day, the value of a day is laid to what the
day before it had; a day after one on which nothing was written is on neither side. The value of a
day is the mean of its moments.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.comparison import Comparison, Interval, Side
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.numbers import say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.resampling import difference_interval, mean_interval
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.domain.sureness import say_bounds, say_exact, say_interval
from caregiver_journal.domain.telling import Behind, Row, Telling
from caregiver_journal.domain.trend import LEAST_DAYS


class Scale(NamedTuple):
    """Something that is measured each day.

    Attributes:
        name: as it stands within a sentence, to be translated.
        lowest, highest: what it can reach.
    """

    name: str
    lowest: float
    highest: float


MOOD = Scale(N_("mood"), 1, 5)
BELONGING = Scale(N_("belonging"), 0, 10)
LOAD = Scale(N_("load"), 0, 10)
GUILT = Scale(N_("guilt"), 0, 10)


def compare(measured: DailySeries, scale: Scale, condition: Condition, lag: int = 0) -> Comparison:
    """Return what was measured on days with a condition beside the others.

    Args:
        measured: one value for each day of the period.
        scale: what that is.
        condition: what parts the days; for ``lag`` 1 it has to reach a day further back.
        lag: 0 to part days by themselves, 1 by the day before each.
    """
    back = timedelta(days=lag)
    parted = [(value, condition.has(value.day - back)) for value in measured.days]
    with_it = tuple(value for value, has in parted if has)
    without = tuple(value for value, has in parted if has is False)
    sides = _side(with_it), _side(without)
    means = sides[0].mean, sides[1].mean
    return Comparison(
        measured=_(scale.name),
        lowest=scale.lowest,
        highest=scale.highest,
        condition=_("days after {days}").format(days=condition.words) if lag else condition.words,
        lag=lag,
        with_it=sides[0],
        without=sides[1],
        difference=None if means[0] is None or means[1] is None else means[0] - means[1],
        interval=_interval(with_it, without),
        first=measured.first,
        last=measured.last,
    )


def _side(days: tuple[DayValue, ...]) -> Side:
    """Return one side."""
    values = tuple(value.mean for value in days)
    n = len(days)
    interval = None
    if n >= LEAST_DAYS:
        interval = mean_interval([value.day.toordinal() for value in days], values)
    mean = sum(values) / n if n else None
    return Side(n, mean, interval, values, tuple(value.day for value in days))


def _interval(with_it: tuple[DayValue, ...], without: tuple[DayValue, ...]) -> Interval | None:
    """Return the interval of the difference; None where there are too few days on a side."""
    if min(len(with_it), len(without)) < LEAST_DAYS:
        return None
    sides = sorted([(value, 1.0) for value in with_it] + [(value, 0.0) for value in without])
    return difference_interval(
        [value.day.toordinal() for value, _side in sides],
        [value.mean for value, _side in sides],
        [side for _value, side in sides],
    )


READING = N_(
    "Each dot is a day, the line through a side its mean with the 95 % interval. It shows what "
    "went together, not why."
)
BOTH = N_(
    "On {n:,} {days}, {measured} was {mean} on average{interval}; on the {others:,} others it was "
    "{other}{other_interval}."
)
DIFFERENCE = N_("The difference is {size}{interval}.")
NO_DIFFERENCE = N_(
    "The difference is {size}{interval}; as 0 lies within, there may be none at all."
)
ALL_ALIKE = N_(
    "The difference is {size}; as the weeks of a side were all alike, nothing tells how sure it is."
)
UNSURE = N_("The days of a side lie too close together to say how sure the difference is.")
TOO_FEW = N_(
    "Not enough days yet: {n:,} {days} and {others:,} others with a value; each side needs {least}."
)


def tell_comparison(comparison: Comparison) -> Telling:
    """Say a comparison in words."""
    with_it, without = comparison.with_it, comparison.without
    is_enough = min(with_it.n, without.n) >= LEAST_DAYS
    difference = _say(comparison.difference), _between(comparison.interval)
    summed = (
        _row(_capital(comparison.condition), with_it),
        _row(_("The others"), without),
        Row((_("Difference"), "", *difference)),
    )
    return Telling(
        reading=_(READING),
        counted=_say_counted(comparison, is_enough=is_enough),
        sentence=_say_both(comparison) if is_enough else _say_too_few(comparison),
        heads=(_("Which"), _("Days"), _("Mean"), _("95 % interval")),
        rows=(*summed, *_day_rows(comparison)),
        is_enough=is_enough,
        leading=len(summed),
    )


def _say_counted(comparison: Comparison, *, is_enough: bool) -> str:
    """Return the days of both sides, and the difference with its interval where there is one."""
    days = _("{n:,} and {others:,} days").format(
        n=comparison.with_it.n, others=comparison.without.n
    )
    if not is_enough or comparison.interval is None:
        return days
    difference = _("difference {size}{interval}").format(
        size=_say(comparison.difference), interval=_in_brackets(comparison.interval)
    )
    return f"{days} · {difference}"


def _say_both(comparison: Comparison) -> str:
    """Return both sides and their difference, each with its interval."""
    with_it, without, interval = comparison.with_it, comparison.without, comparison.interval
    both = _(BOTH).format(
        n=with_it.n,
        days=comparison.condition,
        measured=comparison.measured,
        mean=_say(with_it.mean),
        interval=_in_brackets(with_it.interval),
        others=without.n,
        other=_say(without.mean),
        other_interval=_in_brackets(without.interval),
    )
    if interval is None:
        return f"{both} {_(UNSURE)}"
    words = NO_DIFFERENCE if interval.low <= 0 <= interval.high else DIFFERENCE
    if interval.is_point:
        words = ALL_ALIKE
    said = _(words).format(size=_say(comparison.difference), interval=_in_brackets(interval))
    return f"{both} {said}"


def _say_too_few(comparison: Comparison) -> str:
    """Return how many days there are, and how many are needed."""
    return _(TOO_FEW).format(
        n=comparison.with_it.n,
        days=comparison.condition,
        others=comparison.without.n,
        least=LEAST_DAYS,
    )


def _row(name: str, side: Side) -> Row:
    """Return the row of one side."""
    return Row((name, f"{side.n:,}", _say(side.mean), _between(side.interval)))


def _day_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the days of both sides in the order of time, each with its side and its value."""
    named = (comparison.condition, comparison.with_it), (_("the others"), comparison.without)
    days = (
        (day, value, name)
        for name, side in named
        for day, value in zip(side.days, side.values, strict=True)
    )
    for day, value, name in sorted(days):
        cells = (f"{short_date(day)} · {name}", "", say_mean(value), "")
        yield Row(cells, Behind(Query(first=day, last=day)))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _say(value: float | None) -> str:
    """Return a mean or a difference; "" for none."""
    return "" if value is None else say_exact(value)


def _between(interval: Interval | None) -> str:
    """Return the bounds of an interval; "" for none."""
    return "" if interval is None else say_bounds(interval)


def _in_brackets(interval: Interval | None) -> str:
    """Return an interval as it stands within a sentence, with a blank before it; "" for none."""
    return "" if interval is None else f" ({say_interval(interval)})"
