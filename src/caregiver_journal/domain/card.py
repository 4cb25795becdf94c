"""Cards to learn from: a minute's reading each, with its sources and something to try."""

from dataclasses import dataclass, field

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text

MAX_TITLE = 120


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
        object.__setattr__(self, "title", " ".join(clean_text(self.title, MAX_TITLE).split()))
        object.__setattr__(self, "text", clean_text(self.text).strip())
        if not self.title:
            raise InvalidValueError(_("A card needs a title."), field="title")
        if not self.text:
            raise InvalidValueError(_("A card needs a few words."), field="text")
