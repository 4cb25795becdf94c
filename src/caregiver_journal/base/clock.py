"""Tell the time: the only place that asks the machine for it."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present moment as an aware datetime whose ``tzinfo`` is a ``ZoneInfo``."""


def system_clock() -> datetime:
    """Return the present moment in the zone this computer is set to."""
    return datetime.now(local_zone())  # noqa: TID251 - the one place


def local_zone() -> "ZoneInfo":
    """Return the zone this computer is set to; UTC when it cannot be told."""
    # 15 ms that the unlock page need not wait for.
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    import tzlocal  # noqa: PLC0415

    try:
        zone: tzinfo = tzlocal.get_localzone()  # with nothing set, a UTC that has no name
    except (LookupError, ValueError, OSError):  # TZ names no zone, or two settings disagree
        return ZoneInfo("UTC")
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
