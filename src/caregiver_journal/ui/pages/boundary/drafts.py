"""What the form for a boundary moment holds, and as plain values, whatever they turn out to be."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from caregiver_journal.domain.ask_again import AskAgain
from caregiver_journal.domain.boundary import (
    PERCENT,
    TENS,
    TEXTS,
    Answer,
    Boundary,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.ui.entry_drafts import (
    common_from_plain,
    common_of,
    common_to_plain,
    entry_of,
)
from caregiver_journal.ui.plain_values import read_number, read_text, read_texts, read_word
from caregiver_journal.ui.widgets.minutes_field import read_minutes, write_minutes

_SHORT_TEXTS = ("asker", "setting", "limit", "minutes")
_NUMBERS = {
    "belief": PERCENT,
    "came_true": PERCENT,
    "guilt_before": TENS,
    "guilt": TENS,
    "resentment": TENS,
    "energy": TENS,
    "plan": range(1, 1 << 31),
    "tried": range(1, 1 << 31),
}
_WORDS: dict[str, type[StrEnum]] = {
    "answer": Answer,
    "wanted": Wanted,
    "relationship": Relationship,
    "ask_again": AskAgain,
}
_NAMES_IN_BOTH = (
    *TEXTS,
    *("asker", "setting", "limit", "answer", "wanted", "relationship", "pulls"),
    *("belief", "came_true", "guilt_before", "guilt", "resentment", "energy"),
)
"""What a moment and its draft call the same."""
LONG = (
    *("setting", "minutes", "feared", "belief", "guilt_before", "offer", "cannot", "respect"),
    *("next_time", "note", "tags", "never_export", "for_session"),
    *("outcome", "came_true", "relationship"),
)
"""What stands in the long form."""


class BoundaryDraft(NamedTuple):
    """What the form holds.

    A named tuple, made in a fifth of a dataclass's time: the page is waited for.

    Attributes:
        minutes: as they were typed.
        happened: None for now.
        day: the day it counts to by hand; None for the day of the moment.
        ask_again: when to ask again; None for what the form begins with.
        plan, tried: the plan it was prepared in, the try of the ladder it is about.
    """

    asked: str = ""
    answer: Answer | None = None
    wanted: Wanted | None = None
    asker: str = ""
    setting: str = ""
    limit: str = ""
    pulls: tuple[str, ...] = ()
    feared: str = ""
    belief: int | None = None
    offer: str = ""
    cannot: str = ""
    words: str = ""
    guilt_before: int | None = None
    guilt: int | None = None
    resentment: int | None = None
    energy: int | None = None
    minutes: str = ""
    respect: str = ""
    next_time: str = ""
    outcome: str = ""
    came_true: int | None = None
    relationship: Relationship | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    happened: datetime | None = None
    day: date | None = None
    never_export: bool = False
    for_session: bool = False
    ask_again: AskAgain | None = None
    plan: int | None = None
    tried: int | None = None

    @property
    def has_long(self) -> bool:
        """Whether anything of the long form is filled."""
        return any(getattr(self, name) != getattr(EMPTY, name) for name in LONG)


EMPTY = BoundaryDraft()


def draft_of(entry: Entry) -> BoundaryDraft:
    """Return an entry as a draft, for changing it.

    Where all but words was lost, these are taken for what was asked.
    """
    said: dict[str, Any] = {}
    if isinstance(entry.detail, Boundary):
        said = {name: getattr(entry.detail, name) for name in _NAMES_IN_BOTH}
        said["minutes"] = write_minutes(entry.detail.minutes)
    elif isinstance(entry.detail, Lost):
        said = {"asked": entry.detail.words}
    return BoundaryDraft(**said, **common_of(entry))


def boundary_of(draft: BoundaryDraft) -> Boundary:
    """Return the moment a draft says; its follow-ups are not the draft's to say.

    Raises:
        InvalidValueError: something is missing or makes no sense; ``field`` names it.
    """
    said: dict[str, Any] = {name: getattr(draft, name) for name in _NAMES_IN_BOTH}
    return Boundary(**said, minutes=read_minutes(draft.minutes))


def to_plain(draft: BoundaryDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    plain: dict[str, object] = {
        name: _to_plain(value) for name, value in zip(draft._fields, draft, strict=True)
    }
    return plain | common_to_plain(draft, entry_id)


def _to_plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def from_plain(plain: Mapping[str, object]) -> tuple[BoundaryDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    said: dict[str, Any] = {name: read_text(plain.get(name)) for name in (*TEXTS, *_SHORT_TEXTS)}
    said |= {name: read_number(plain.get(name), known) for name, known in _NUMBERS.items()}
    said |= {name: read_word(plain.get(name), words) for name, words in _WORDS.items()}
    said["pulls"] = read_texts(plain.get("pulls"))
    return BoundaryDraft(**said, **common_from_plain(plain)), entry_of(plain)
