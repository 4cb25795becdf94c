"""How the values of some days spread: their median and their middle half."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.numbers import say_mean

MEDIAN_RULE = N_(
    "A median is the middle day by daily mean, each day once; the middle half leaves out the "
    "lowest and the highest quarter."
)


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some values and what lies around it.

    Attributes:
        n: how many values; at least one.
        middle: the median.
        low, high: the lower and the upper quartile.
    """

    n: int
    middle: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies within the middle half."""
        return self.low <= value <= self.high

    @property
    def words(self) -> str:
        """Its median and its middle half: *median 3 · middle half 2–4*."""
        return _("median {middle} · middle half {half}").format(
            middle=say_mean(self.middle), half=self.half
        )

    @property
    def half(self) -> str:
        """Its middle half: *2–4*; one number where both ends are said alike."""
        low, high = say_mean(self.low), say_mean(self.high)
        return low if low == high else f"{low}–{high}"


def spread_of(values: Sequence[float]) -> Spread | None:
    """Return how values spread; None where there are none. One value is all three."""
    if not values:
        return None
    if len(values) == 1:
        return Spread(1, values[0], values[0], values[0])
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return Spread(len(values), middle, low, high)
