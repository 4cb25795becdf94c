"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
START = datetime(2026, 11, 20, 17, 52, tzinfo=LONDON)
"""A Friday, eight minutes to six."""


class FixedClock:
    """A ``base.clock.Clock`` that tests set and advance."""

    def __init__(self, now: datetime = START) -> None:
        self.set(now)

    def __call__(self) -> datetime:
        """Return the moment the clock stands at."""
        return self._now

    def set(self, now: datetime) -> None:
        """Put the clock to an aware moment whose zone is a ``ZoneInfo``."""
        if not isinstance(now.tzinfo, ZoneInfo):
            raise TypeError("the clock needs a moment with a ZoneInfo")
        self._now = now

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Let real time pass; the wall clock jumps where summer time begins or ends."""
        passed = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self._now = (self._now.astimezone(UTC) + passed).astimezone(self._now.tzinfo)
