"""The support card: what helps, and whom one can ask, in the person's own words."""

from dataclasses import dataclass, field

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MAX_LINE = 200
"""Longest line of the card, in characters."""
MAX_TITLE = 80


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One line of the card.

    Attributes:
        section: the id of the section it stands in.
        text: a sign, a person, a place, a number.
        detail: what one does then, or how they are reached; may be empty.
        number: its row, or None while it is new.

    Raises:
        InvalidValueError: it has no words, or too many.
    """

    section: str
    text: str = field(repr=False)
    detail: str = field(default="", repr=False)
    number: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_line(self.text, MAX_LINE))
        object.__setattr__(self, "detail", clean_line(self.detail, MAX_LINE))
        if not self.text:
            raise InvalidValueError(_("A line of the card needs a few words."), field="text")
