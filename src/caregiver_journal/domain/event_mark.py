"""Marks on days: what happened then that a drawing is read better with."""

from dataclasses import dataclass, field
from datetime import date

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MAX_MARK = 60
"""Longest mark, in characters."""


@dataclass(frozen=True, slots=True)
class EventMark:
    """A mark the person set on a day, such as a new job or the first session.

    Attributes:
        number: its row, or None while it is new.
        text: one line.

    Raises:
        InvalidValueError: no text, or one that is too long.
    """

    day: date
    text: str = field(repr=False)
    number: int | None = None

    def __post_init__(self) -> None:
        text = clean_line(self.text)
        if not text:
            raise InvalidValueError(_("A mark needs a few words."), field="text")
        if len(text) > MAX_MARK:
            raise InvalidValueError(
                _("At most {most} characters fit here.").format(most=MAX_MARK), field="text"
            )
        object.__setattr__(self, "text", text)
