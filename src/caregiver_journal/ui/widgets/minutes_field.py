"""Say how long something took, in whatever way a person writes it."""

import re

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import MINUTES

_CLOCK = re.compile(r"(\d{1,3})\s*:\s*([0-5]\d)")
_WORDS = re.compile(
    r"(?:(\d{1,3})\s*(?:h|hr|hrs|hour|hours)\.?)?\s*(?:(\d{1,5})\s*(?:m|min|mins|minutes?)?\.?)?",
    re.IGNORECASE,
)


def read_minutes(text: str) -> int | None:
    """Return the minutes of *90*, *1:30*, *1 h 30* or *45 min*; None for an empty text.

    Raises:
        InvalidValueError: it says none from 0 to a week.
    """
    words = text.strip()
    if not words:
        return None
    found = _CLOCK.fullmatch(words) or _WORDS.fullmatch(words)
    if found is not None:
        minutes = 60 * int(found[1] or 0) + int(found[2] or 0)
        if minutes in MINUTES:
            return minutes
    raise InvalidValueError(
        _("Minutes are a whole number up to a week, such as 20 or 1:30."), field="minutes"
    )


def write_minutes(minutes: int | None) -> str:
    """Return minutes as they stand in the field; "" for None."""
    return "" if minutes is None else str(minutes)
