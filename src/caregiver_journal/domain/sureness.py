"""Say how sure a number is: its 95 % interval in words, or why it has none."""

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.comparison import Interval


def say_size(size: float) -> str:
    """Return a size with one decimal, or with two where one would say 0.0."""
    return f"{size:.1f}" if abs(size) >= 0.05 or size == 0 else f"{size:.2f}"


def say_signed(size: float) -> str:
    """Return a size that may lie below 0, with a true minus sign."""
    return say_size(size).replace("-", "−")


def say_exact(size: float) -> str:
    """Return a size with two decimals: two means and their difference then fit one another."""
    return f"{size:.2f}".replace("-", "−")


def say_bounds(interval: Interval) -> str:
    """Return the bounds of an interval: *0.2 to 1.0*; where it is but a point, why it has none.

    Those of a narrow one have two decimals, so that it does not seem to be a point.
    """
    if interval.is_point:
        return _("none: all weeks alike")
    low, high = map(say_signed, interval)
    if low == high:
        low, high = map(say_exact, interval)
    return _("{low} to {high}").format(low=low, high=high)


def say_interval(interval: Interval) -> str:
    """Return an interval with its name: *95 % interval 0.2 to 1.0*; or why there is none."""
    if interval.is_point:
        return _("no interval: the weeks of a side were all alike")
    return _("95 % interval {bounds}").format(bounds=say_bounds(interval))
