"""Cards to learn from: a minute's reading each, with its sources and something to try."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.match import holds_begun
from caregiver_journal.domain.title import clean_title

MAX_TITLE = 120
_WORDS_A_MINUTE = 180


@dataclass(frozen=True, slots=True)
class Subject:
    """What several cards are about."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Attributes:
        subject: the id of what it belongs to; "" for an own one.
        text: its paragraphs, parted by empty lines.
        sources: where its facts are from.
        try_at, try_text: where "try this" leads (*theme:pleasing*), and its words; "" for nowhere.

    Raises:
        InvalidValueError: a title or a text is missing; ``field`` names it.
    """

    id: str
    title: str
    text: str = field(repr=False)
    subject: str = ""
    sources: tuple[str, ...] = ()
    try_at: str = ""
    try_text: str = ""
    is_own: bool = False
    is_read: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title, MAX_TITLE))
        object.__setattr__(self, "text", clean_text(self.text).strip())
        if not self.text:
            raise InvalidValueError(_("A card needs a few words."), field="text")

    @property
    def said(self) -> str:
        """Its text, and where its facts are from."""
        return "\n".join((self.text, *self.sources))

    @property
    def minutes(self) -> int:
        """About how long it takes to read, in minutes."""
        return max(1, round(len(self.text.split()) / _WORDS_A_MINUTE))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its text, paragraph by paragraph."""
        parts = (part.strip() for part in self.text.split("\n\n"))
        return tuple(part for part in parts if part)


def find_cards(cards: Iterable[Card], wanted: str) -> tuple[Card, ...]:
    """Return cards in their order that hold every word of a search, each of which may be begun.

    Looked at are their titles, texts and sources; without any word, all cards are found.
    """
    return tuple(card for card in cards if holds_begun(wanted, f"{card.title}\n{card.said}"))
