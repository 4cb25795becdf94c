"""Decide which older backups are kept: many of late, fewer of long ago, never too few.

The last ten, and the newest of each of the last 14 days, 8 weeks and 12 months. What lies in the
future, by a clock that was wrong then or is now, is kept and takes the place of no other.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

LAST = 10
"""So many are kept however old they are, so there are never fewer than three."""
_SPANS: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
    (timedelta(days=14), lambda made: made.date()),
    (timedelta(weeks=8), lambda made: made.isocalendar()[:2]),
    (timedelta(days=366), lambda made: (made.year, made.month)),
)
"""How far back one backup of each day, week and month is kept."""


def keep(made: Collection[datetime], now: datetime) -> frozenset[datetime]:
    """Return the moments of those backups that are kept, of all that there are.

    Args:
        made: when each was made; all in one zone.
        now: in the same zone.
    """
    newest_first = sorted(made, reverse=True)
    past = [moment for moment in newest_first if moment <= now]
    kept = set(newest_first) - set(past) | set(past[:LAST])
    for reach, part in _SPANS:
        newest: dict[object, datetime] = {}
        for moment in newest_first:
            if now - reach <= moment <= now:
                newest.setdefault(part(moment), moment)
        kept |= set(newest.values())
    return frozenset(kept)
