"""The silent pace of breathing: in for some seconds, out for some more."""

from typing import NamedTuple

INHALES = range(3, 7)
"""How many seconds breathing in may take."""
EXHALES = range(3, 11)
"""How many seconds breathing out may take."""


class Breath(NamedTuple):
    """A moment of breathing.

    Attributes:
        is_in: whether it is breathing in.
        share: how far that has come, 0–1.
    """

    is_in: bool
    share: float

    @property
    def fullness(self) -> float:
        """How full the breath is, 0–1."""
        return self.share if self.is_in else 1 - self.share


def breath_at(seconds: float, inhale: int, exhale: int) -> Breath:
    """Return the breath so many seconds after a first one began."""
    within = seconds % (inhale + exhale)
    if within < inhale:
        return Breath(is_in=True, share=within / inhale)
    return Breath(is_in=False, share=(within - inhale) / exhale)
