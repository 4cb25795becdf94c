"""A year of days, each with its mean mood: what its drawing shows and says."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import floor

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.mood import LEVELS, level_word
from caregiver_journal.domain.numbers import say_check_ins, say_days_counted, say_mean
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.domain.telling import Behind, Row, Telling


@dataclass(frozen=True)
class YearOfDays:
    """The days of a period; it may be shorter or longer than a year.

    Attributes:
        series: daily levels, 1–5.
        pauses: stretches in which the person paused, both ends included.
        today: the day it is.
    """

    series: DailySeries
    today: date
    pauses: tuple[tuple[date, date], ...] = ()

    @property
    def first(self) -> date:
        """The first day of the period."""
        return self.series.first

    @property
    def last(self) -> date:
        """The last day of the period."""
        return self.series.last

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.first <= day <= self.last

    def value(self, day: date) -> DayValue | None:
        """Return what a day has, or None."""
        return self.series.by_day.get(day)

    def is_paused(self, day: date) -> bool:
        """Tell whether a day lies in a pause."""
        return any(first <= day <= last for first, last in self.pauses)


def level_of(mean: float) -> int:
    """Return the level nearest to the mean of a day; halfway between two it is the higher one."""
    return min(LEVELS[-1], max(LEVELS[0], floor(mean + 0.5)))


def say_day_mood(year: YearOfDays, day: date) -> str:
    """Return one day in words: *Tuesday 20 November: 4, good, 2 check-ins*."""
    said, value = say_day(day, year.today), year.value(day)
    if year.is_paused(day):
        said = _("{day}, in a pause").format(day=said)
    if value is None:
        return _("{day}: no check-in").format(day=said)
    return _("{day}: {mean}, {word}, {check_ins}").format(
        day=said,
        mean=say_mean(value.mean),
        word=level_word(level_of(value.mean)).lower(),
        check_ins=say_check_ins(value.n),
    )


def behind_day(day: date) -> Behind:
    """Return what finds the entries of a day."""
    return Behind(Query(first=day, last=day))


def tell_year(year: YearOfDays) -> Telling:
    """Say in words what the days show; its table has the days with a check-in."""
    days = year.series.days
    return Telling(
        reading=_("Each square is a day. Hollow ones have no check-in, striped ones are a pause."),
        counted=_("{check_ins} on {days}").format(
            check_ins=say_check_ins(year.series.n), days=say_days_counted(len(days))
        ),
        sentence=_say_year(year),
        heads=(_("Day"), _("Mean"), _("Check-ins")),
        rows=tuple(_row(year, value) for value in days),
        is_enough=bool(days),
    )


def _say_year(year: YearOfDays) -> str:
    days = year.series.days
    if not days:
        return _("No check-in in these days yet. Each day with one becomes a square here.")
    counts = Counter(level_of(value.mean) for value in days)
    levels = (
        _("{count:,} {word}").format(count=counts[level], word=level_word(level).lower())
        for level in LEVELS
        if counts[level]
    )
    every = (year.last - year.first).days + 1
    said = _("{known:,} of {every:,} days have a check-in: {levels}.")
    return said.format(known=len(days), every=every, levels=", ".join(levels))


def _row(year: YearOfDays, value: DayValue) -> Row:
    day = short_date(value.day)
    if year.is_paused(value.day):
        day = _("{day}, in a pause").format(day=day)
    return Row((day, say_mean(value.mean), f"{value.n:,}"), behind_day(value.day))
