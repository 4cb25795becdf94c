"""What a wall clock shows: in which zone, and in nights when it is moved."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.tag import folded

SLACK = timedelta(minutes=1)
"""How far ahead of the clock a moment may lie and still be now."""


def on_clock(
    moment: datetime, day: tuple[int, int, int], time: tuple[int, int], *, fold: int = 0
) -> datetime:
    """Return the moment that a wall clock in the same zone shows as this day and time.

    A time that the clock skipped is moved to the one that exists; of one that it showed twice,
    ``fold`` 0 means the first.
    """
    year, month, date = day
    hour, minute = time
    wanted = moment.replace(
        year=year,
        month=month,
        day=date,
        hour=hour,
        minute=minute,
        second=0,
        microsecond=0,
        fold=fold,
    )
    if is_twice(wanted):
        return wanted
    return wanted.replace(fold=0).astimezone(UTC).astimezone(moment.tzinfo)


def is_twice(moment: datetime) -> bool:
    """Tell whether the clock shows this time twice in that night."""
    return _gain(moment) > timedelta()


def is_skipped(moment: datetime) -> bool:
    """Tell whether the clock never shows this time."""
    return _gain(moment) < timedelta()


def is_ahead(moment: datetime, now: datetime) -> bool:
    """Tell whether a moment lies in the future."""
    return moment.astimezone(UTC) > now.astimezone(UTC) + SLACK


def _gain(moment: datetime) -> timedelta:
    first = moment.replace(fold=0).utcoffset() or timedelta()
    return first - (moment.replace(fold=1).utcoffset() or timedelta())


def zone_key(zone: tzinfo | None) -> str:
    """Return the name of a zone, or "" for a bare offset."""
    return zone.key if isinstance(zone, ZoneInfo) else ""


def say_zone(zone: tzinfo | None, moment: datetime) -> str:
    """Return a zone as it is read: *New York*, *UTC+05:45*."""
    key = zone_key(zone)
    if key:
        return key.rpartition("/")[2].replace("_", " ")
    return moment.astimezone(zone).tzname() or _("UTC")


def say_zone_fully(key: str) -> str:
    """Return a zone with its region, as it stands in a list: *America, New York*."""
    region, _slash, rest = key.partition("/")
    return f"{region}, {rest.replace('_', ' ').replace('/', ', ')}" if rest else region


@cache
def every_zone() -> tuple[str, ...]:
    """Return the names of all zones that a place is in."""
    names = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ("UTC", *sorted(names))


def list_zones(first: Iterable[str], typed: str) -> list[str]:
    """Return zones that hold what was typed, those named first before the others."""
    words = folded(typed).replace(",", " ").split()
    keys = dict.fromkeys((*(key for key in first if is_zone(key)), *every_zone()))
    return [key for key in keys if all(word in folded(say_zone_fully(key)) for word in words)]


def is_zone(key: str) -> bool:
    """Tell whether this computer knows a zone of that name."""
    try:
        ZoneInfo(key)
    except (KeyError, ValueError, OSError):
        return False
    return True
