"""Find the moments of a day at which somebody on shifts comes to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from caregiver_journal.domain.day import day_of
from caregiver_journal.journal.sample.life import Day, Turn

_Span = tuple[str, float, float, int]
"""A situation, the hours between which it is written about, and how often that is."""

_SPANS: dict[Turn, tuple[_Span, ...]] = {
    Turn.EARLY: (
        ("before", 5.6, 6.7, 2),
        ("break", 11.3, 13.2, 3),
        ("after", 15.3, 19.0, 5),
        ("after", 19.0, 22.8, 4),
    ),
    Turn.LATE: (
        ("before", 9.0, 13.0, 3),
        ("break", 17.2, 19.0, 2),
        ("after", 22.3, 23.4, 3),
        ("late", 24.05, 25.9, 3),
    ),
    Turn.NIGHT: (
        ("before_night", 17.0, 20.7, 3),
        ("night", 23.0, 23.9, 1),
        ("night", 24.1, 27.9, 6),
    ),
    Turn.OFF: (("off", 8.7, 22.9, 12), ("off", 24.0, 25.0, 1)),
    Turn.AWAY: (("away", 8.0, 22.9, 1),),
}
"""Hours count on after midnight: 25 is one o'clock in the night that belongs to the day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, in the zone it is written in, and what is going on then."""

    happened: datetime
    situation: str

    @property
    def is_before_work(self) -> bool:
        """Whether the shift is still to come."""
        return self.situation in {"before", "before_night"}

    @property
    def is_at_the_end(self) -> bool:
        """Whether it is evening or later, and the person at home."""
        is_dark = self.happened.hour >= 18 or self.happened.hour < 5
        return is_dark and self.situation in {"after", "late", "off", "away"}


class Moments:
    """Where and when is written, none of it later than now."""

    def __init__(self, now: datetime, start_of_day: time, random: Random) -> None:
        self._now = now
        self._start = start_of_day
        self._first_hour = start_of_day.hour + start_of_day.minute / 60
        self._today = day_of(self._now, start_of_day)
        self._random = random

    def of(self, day: Day, zone: ZoneInfo) -> Iterator[Moment]:
        """Yield the moments of a day, the first one first."""
        if not day.count:
            return iter(())
        latest = self._first_hour + 23.98
        if day.date == self._today:
            midnight = datetime.combine(day.date, time())
            latest = (self._now.replace(tzinfo=None) - midnight).total_seconds() / 3600
        spans = [span for span in _SPANS[day.turn] if span[1] <= latest] or _SPANS[day.turn][:1]
        weights = [span[3] for span in spans]
        drawn = self._random.choices(spans, weights, k=day.count)
        moments = [self._moment(day, span, latest, zone) for span in drawn]
        return iter(sorted(moments, key=lambda moment: moment.happened.astimezone(UTC)))

    def _moment(self, day: Day, span: _Span, latest: float, zone: ZoneInfo) -> Moment:
        situation, first, last, _weight = span
        hour = self._random.uniform(first, last)
        if not self._first_hour <= hour <= latest:
            hour = self._random.uniform(max(first, self._first_hour), latest)
            hour = min(max(hour, self._first_hour), latest)
        minutes = timedelta(minutes=int(hour * 60))
        wall = datetime.combine(day.date, time(), zone) + minutes
        real = wall.astimezone(UTC)  # of a wall clock that never was, an hour later
        return Moment(min(real, self._now.astimezone(UTC)).astimezone(zone), situation)
