"""A pause: leave, illness, or any time in which nothing is asked and charts stay grey."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without reminders.

    Attributes:
        first: its first day.
        last: its last day, or None while it goes on.

    Raises:
        InvalidValueError: it ends before it begins.
    """

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidValueError(_("A pause ends on its first day or later."), field="last")

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)
