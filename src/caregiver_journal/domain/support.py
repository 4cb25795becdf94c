"""The support card: what helps, and whom one can ask, in the person's own words."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line

MAX_LINE = 200
"""Longest line of the card, in characters."""
MAX_TITLE = 80
"""Longest title of a section, in characters."""
MOST_LINES = 40
"""How many lines a section holds."""
SIGNS = "signs"
"""The section of early signs: what one does then is shown when a sign is chosen."""
EMERGENCY = "emergency"
"""The section the numbers of a country are taken into."""
_CHECKED_FOR = timedelta(days=183)
"""Numbers go out of date: after half a year somebody looks whether they are still right."""


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


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the card, as it comes with the program.

    Attributes:
        hint: invites to write into it while it is empty.
        line_hint, detail_hint: what stands in its fields while they are empty.
    """

    id: str
    title: str
    hint: str
    line_hint: str
    detail_hint: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the person has it.

    Attributes:
        section: its id.
        title: what the person calls it.
        lines: what stands in it, in its order.
        note: said below them, such as when numbers were looked up.
    """

    section: str
    title: str
    lines: tuple[SupportLine, ...] = field(default=(), repr=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a country.

    Attributes:
        emergency, emergency_text: the emergency number, and who answers it.
        line, line_text: a line for hard moments and what it is; "" where none is known.
        source: who publishes them.
        checked: when they were looked up.
    """

    country: str
    emergency: str
    emergency_text: str
    line: str
    line_text: str
    source: str
    checked: date

    def lines(self) -> tuple[SupportLine, ...]:
        """Return them as lines of the card."""
        offered = ((self.emergency_text, self.emergency), (self.line_text, self.line))
        return tuple(SupportLine(EMERGENCY, text, number) for text, number in offered if text)


def is_check_due(checked: date, today: date) -> bool:
    """Tell whether numbers that were looked up on a day are to be looked at again."""
    return today - checked >= _CHECKED_FOR
