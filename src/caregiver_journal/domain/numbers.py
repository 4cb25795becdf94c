"""Say numbers and counts in the words of a drawing, and what is missing where there are too few."""

from collections.abc import Sequence

from caregiver_journal.base.i18n import N_, _, ngettext

LEAST = 3
"""With fewer days or moments a drawing would show nothing but chance."""
_LEAST_IN_WORDS = N_("three")
_TWICE = 2


def say_mean(mean: float) -> str:
    """Return a mean with one digit behind the point, and none where that is 0."""
    return f"{mean:,.1f}".removesuffix(".0")


def say_amount(count: int) -> str:
    """Return a number as it stands at the end of *the same in*: *none*, *12*."""
    return f"{count:,}" if count else _("none")


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
    """Return how often something was: *once*, *twice*, *3 times*."""
    if count == _TWICE:
        return _("twice")
    return ngettext("once", "{count:,} times", count).format(count=count)


def not_enough(there: str) -> str:
    """Return what is missing, where ``there`` says what there is: *2 days*."""
    return _("Not enough yet to draw: {there} so far. A picture comes from {least}.").format(
        there=there, least=_(_LEAST_IN_WORDS)
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
