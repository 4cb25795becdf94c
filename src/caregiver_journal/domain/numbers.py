"""Say numbers and counts in the words of a drawing, and what is missing where there are too few."""

from collections.abc import Sequence

from caregiver_journal.base.i18n import _, ngettext

LEAST = 3
"""With fewer days or moments a drawing would show nothing but chance."""


def say_mean(mean: float) -> str:
    """Return a mean with one digit behind the point, and none where that is 0."""
    return f"{mean:.1f}".removesuffix(".0")


def say_days_counted(count: int) -> str:
    """Return how many days there are."""
    return ngettext("{count:,} day", "{count:,} days", count).format(count=count)


def say_check_ins(count: int) -> str:
    """Return how many check-ins there are."""
    return ngettext("{count:,} check-in", "{count:,} check-ins", count).format(count=count)


def say_moments(count: int) -> str:
    """Return how many boundary moments there are."""
    return ngettext("{count:,} boundary moment", "{count:,} boundary moments", count).format(
        count=count
    )


def say_times(count: int) -> str:
    """Return how often something was."""
    return ngettext("once", "{count:,} times", count).format(count=count)


def not_enough(there: str, least: int = LEAST) -> str:
    """Return what is missing, where ``there`` says what there is: *2 days*."""
    return _("Not enough yet to draw: {there} so far, from {least} on there is a picture.").format(
        there=there, least=least
    )


def middle_of(values: Sequence[float]) -> float:
    """Return the median; of an even number the mean of both middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def listed(words: Sequence[str]) -> str:
    """Return words as they are listed in a sentence: *tired, calm and worried*."""
    *most, last = words
    return _("{some} and {last}").format(some=", ".join(most), last=last) if most else last
