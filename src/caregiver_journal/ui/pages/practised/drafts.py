"""What the form that changes a practice holds, also as plain values, whatever they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import TENS
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.exercise import LENGTHS
from caregiver_journal.domain.practice import LONGEST, RATINGS, Part, Practice
from caregiver_journal.ui.entry_drafts import (
    common_from_plain,
    common_of,
    common_to_plain,
    entry_of,
)
from caregiver_journal.ui.plain_values import (
    read_day,
    read_moment,
    read_number,
    read_text,
    write_day,
    write_moment,
)

LOST = "lost"
"""The exercise of a practice of which a damaged file left nothing but words."""

_NUMBERS = {
    "seconds": range(LONGEST + 1),
    "minutes": LENGTHS,
    "steps_done": range(LONGEST),
    "steps": range(LONGEST),
}


@dataclass(frozen=True, slots=True)
class PractisedDraft:
    """What the form holds.

    Attributes:
        exercise, title, seconds, minutes, steps_done, steps: what was done; not the form's to say.
        texts: what was written, in its order; emptied ones stay until they are saved.
        back_on: when it comes back, or None.
        read_again: when it was read again; holds as long as ``back_on`` is the same.
    """

    exercise: str = ""
    title: str = ""
    seconds: int = 0
    minutes: int | None = None
    steps_done: int = 0
    steps: int = 0
    distress_before: int | None = None
    distress_after: int | None = None
    kindness_before: int | None = None
    kindness_after: int | None = None
    texts: tuple[Part, ...] = field(default=(), repr=False)
    back_on: date | None = None
    read_again: datetime | None = None
    note: str = field(default="", repr=False)
    tags: tuple[str, ...] = ()
    happened: datetime | None = None
    day: date | None = None
    never_export: bool = False
    for_session: bool = False


EMPTY = PractisedDraft()


def draft_of(entry: Entry) -> PractisedDraft:
    """Return an entry as a draft, for changing it; of what was lost the words are left."""
    detail = entry.detail
    draft = PractisedDraft(**common_of(entry))
    if isinstance(detail, Lost):
        words = (Part("words", _("What could still be read"), detail.words),)
        return replace(draft, exercise=LOST, title=_("An exercise"), texts=words)
    if not isinstance(detail, Practice):
        return draft
    return replace(
        draft,
        exercise=detail.exercise,
        title=detail.title,
        seconds=detail.seconds,
        minutes=detail.minutes,
        steps_done=detail.steps_done,
        steps=detail.steps,
        texts=detail.texts,
        back_on=detail.back_on,
        read_again=detail.read_again,
        **{name: getattr(detail, name) for name in RATINGS},
    )


def practice_of(draft: PractisedDraft, opened: PractisedDraft) -> Practice:
    """Return the practice a draft says; with another day to come back, it waits again.

    Raises:
        InvalidValueError: a value is out of its range.
    """
    return Practice(
        exercise=draft.exercise,
        title=draft.title,
        seconds=draft.seconds,
        minutes=draft.minutes,
        steps_done=draft.steps_done,
        steps=draft.steps,
        texts=draft.texts,
        back_on=draft.back_on,
        read_again=draft.read_again if draft.back_on == opened.back_on else None,
        **{name: getattr(draft, name) for name in RATINGS},
    )


def to_plain(draft: PractisedDraft, entry_id: str) -> dict[str, object]:
    """Return a draft as plain values, with the entry it changes; empty for an empty draft."""
    if draft == EMPTY and not entry_id:
        return {}
    return {
        "exercise": draft.exercise,
        "title": draft.title,
        **{name: getattr(draft, name) for name in (*_NUMBERS, *RATINGS)},
        "texts": [list(part) for part in draft.texts],
        "back_on": write_day(draft.back_on),
        "read_again": write_moment(draft.read_again),
        **common_to_plain(draft, entry_id),
    }


def from_plain(plain: Mapping[str, object]) -> tuple[PractisedDraft, str]:
    """Return the draft of such values and the id of the entry it changes."""
    ratings: dict[str, Any] = {name: read_number(plain.get(name), TENS) for name in RATINGS}
    numbers = {name: read_number(plain.get(name), known) for name, known in _NUMBERS.items()}
    read_again = plain.get("read_again")
    draft = PractisedDraft(
        exercise=read_text(plain.get("exercise")),
        title=read_text(plain.get("title")),
        seconds=numbers["seconds"] or 0,
        minutes=numbers["minutes"],
        steps_done=numbers["steps_done"] or 0,
        steps=numbers["steps"] or 0,
        texts=_read_parts(plain.get("texts")),
        back_on=read_day(plain.get("back_on")),
        read_again=read_moment(read_again) if isinstance(read_again, dict) else None,
        **ratings,
        **common_from_plain(plain),
    )
    return draft, entry_of(plain)


def _read_parts(value: object) -> tuple[Part, ...]:
    parts = value if isinstance(value, list) else []
    return tuple(
        Part(*(read_text(each) for each in part))
        for part in parts
        if isinstance(part, list) and len(part) == len(Part._fields)
    )
