"""Tell the time: the only place that asks the machine for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

# 15 ms that the unlock page need not wait for.
if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from zoneinfo import ZoneInfo

Clock = Callable[[], "datetime"]
"""Returns the present moment as an aware datetime whose ``tzinfo`` is a ``ZoneInfo``."""


def system_clock() -> "datetime":
    """Return the present moment in the zone this computer is set to."""
    from datetime import datetime  # noqa: PLC0415 - see above

    return datetime.now(local_zone())  # noqa: TID251 - the one place


def local_zone() -> "ZoneInfo":
    """Return the zone this computer is set to; UTC when it cannot be told."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - see above

    import tzlocal  # noqa: PLC0415 - see above

    try:
        zone: tzinfo = tzlocal.get_localzone()  # with nothing set, a UTC that has no name
    except (LookupError, ValueError, OSError):  # TZ names no zone, or two settings disagree
        return ZoneInfo("UTC")
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
