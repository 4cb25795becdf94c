"""What parts days into two sides: those with it and the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from statistics import median

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.series import DailySeries


class Parting(Enum):
    """What days are parted by."""

    TAG = "tag"
    SHIFT = "shift"
    DAY_OFF = "day_off"
    PRACTICE = "practice"
    EXERCISE = "exercise"
    PEOPLE = "people"
    ABOVE = "above"


DAYS_WITH = {
    Parting.TAG: N_("days with “{name}”"),
    Parting.SHIFT: N_("days with the shift “{name}”"),
    Parting.DAY_OFF: N_("full days off"),
    Parting.PRACTICE: N_("days with an exercise"),
    Parting.EXERCISE: N_("days with the exercise “{name}”"),
    Parting.PEOPLE: N_("days with something between people"),
    Parting.ABOVE: N_("days with {name} above {middle}"),
}
"""The days with it, as they stand within a sentence."""
TITLES = {
    Parting.TAG: N_("“{name}”"),
    Parting.SHIFT: N_("“{name}”"),
    Parting.DAY_OFF: N_("Full days off"),
    Parting.PRACTICE: N_("Practice"),
    Parting.EXERCISE: N_("“{name}”"),
    Parting.PEOPLE: N_("Between people"),
    Parting.ABOVE: N_("{name} above {middle}"),
}
"""What it is, by itself."""


@dataclass(frozen=True)
class Condition:
    """Something a day has or has not.

    Attributes:
        parting: what it is.
        name: the person's word for a tag, shift or exercise, or the name of a scale; else "".
        days: those with it.
        known: those on which it could be known, such as days whose work was said; only these can
            be days without it. None where every day that is asked about can: a tag is on a day with
            a mood or it is not.
        middle: of a scale, above which a day counts as with it; else None.
    """

    parting: Parting
    days: frozenset[date] = field(repr=False)
    name: str = field(default="", repr=False)
    known: frozenset[date] | None = field(default=None, repr=False)
    middle: float | None = None

    def has(self, day: date) -> bool | None:
        """Return whether a day has it; None where that is not known."""
        if day in self.days:
            return True
        return False if self.known is None or day in self.known else None

    @property
    def words(self) -> str:
        """The days with it, as they stand within a sentence."""
        return self._filled(DAYS_WITH)

    @property
    def title(self) -> str:
        """What it is, by itself."""
        return self._filled(TITLES)

    def _filled(self, words: Mapping[Parting, str]) -> str:
        """Return its words with its name and its middle."""
        middle = "" if self.middle is None else f"{self.middle:g}"
        return _(words[self.parting]).format(name=self.name, middle=middle)


def part_at_middle(series: DailySeries, name: str) -> Condition:
    """Return the days of a series that lie above its own median, over the days with a value.

    Values equal to the median are on the side without, so that the words "above 4" are exact.

    Args:
        series: one value for each day.
        name: of the scale, as it stands within a sentence, such as "load".
    """
    middle = median(value.mean for value in series.days) if series.days else None
    return Condition(
        Parting.ABOVE,
        frozenset(value.day for value in series.days if middle is not None and value.mean > middle),
        name,
        frozenset(series.by_day),
        middle,
    )
