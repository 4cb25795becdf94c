"""Turn domain values into columns and back."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

WALL_HOUR = """
(substr(entries.happened, 12, 2) * 60 + substr(entries.happened, 15, 2)
 + entries.offset_minutes + 1440) % 1440 / 60
"""
"""The hour the clock on the wall showed: ``happened`` is UTC, and offsets stay below a day."""


def moment_to_text(moment: datetime) -> str:
    """Return an aware moment as UTC text, ``2026-11-20T17:40:00.123456Z``; it sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def text_to_moment(text: str) -> datetime:
    """Return the UTC moment of such a text."""
    return datetime.fromisoformat(text)


def day_to_text(day: date | None) -> str | None:
    """Return a day as it is stored; None stays None."""
    return None if day is None else day.isoformat()


def text_to_day(text: str | None) -> date | None:
    """Return the day of such a text; None stays None."""
    return None if text is None else date.fromisoformat(text)


def zone_of(moment: datetime) -> tuple[str, int]:
    """Return the name of a moment's zone and its offset from UTC then, in minutes."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs its zone")
    minutes = int(offset.total_seconds() / 60)  # before about 1937 some offsets had seconds
    name = moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else None
    return name or str(timezone(timedelta(minutes=minutes))), minutes


def moment_in_zone(text: str, zone: str, minutes: int) -> datetime:
    """Return a stored moment with the wall clock it was written by.

    The offset of that time decides where today's rules for the zone, or their absence on this
    computer, say otherwise.
    """
    moment = text_to_moment(text)
    fixed, offset = _fixed(minutes)
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment.astimezone(fixed)
    is_same = local.utcoffset() == offset or zone_of(local)[1] == minutes
    return local if is_same else moment.astimezone(fixed)


@lru_cache(64)  # a page of entries asks for the same one or two fifty times
def _fixed(minutes: int) -> tuple[timezone, timedelta]:
    offset = timedelta(minutes=minutes)
    return timezone(offset), offset


def many(numbers: Iterable[int]) -> str:
    """Return numbers as the JSON array that ``json_each`` reads, for ``IN (…)``."""
    return json.dumps(list(numbers))


def many_words(words: Iterable[str]) -> str:
    """Return words as such an array."""
    return json.dumps(sorted(words))
