"""What every draft of an entry holds, whatever its form is about; also as plain values."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from caregiver_journal.domain.entry import Entry
from caregiver_journal.ui.plain_values import (
    read_day,
    read_moment,
    read_text,
    read_texts,
    write_day,
    write_moment,
)


class EntryDraft(Protocol):
    """A draft of an entry; drafts are frozen."""

    @property
    def note(self) -> str:
        """Free text."""
        ...

    @property
    def tags(self) -> tuple[str, ...]:
        """In the person's order."""
        ...

    @property
    def happened(self) -> datetime | None:
        """The moment, or None for now."""
        ...

    @property
    def day(self) -> date | None:
        """The day by hand, or None for the day of the moment."""
        ...

    @property
    def never_export(self) -> bool:
        """Whether it leaves the journal in no export."""
        ...

    @property
    def for_session(self) -> bool:
        """Whether it is to be brought to a session."""
        ...


def common_of(entry: Entry) -> dict[str, Any]:
    """Return what drafts of every kind take from an entry."""
    return {
        "note": entry.note,
        "tags": entry.tags,
        "happened": entry.happened,
        "day": entry.day,
        "never_export": entry.never_export,
        "for_session": entry.for_session,
    }


def common_to_plain(draft: EntryDraft, entry_id: str) -> dict[str, object]:
    """Return as plain values what drafts of every kind hold, with the entry they change."""
    return {
        "note": draft.note,
        "tags": list(draft.tags),
        **write_moment(draft.happened),
        "day": write_day(draft.day),
        "never_export": draft.never_export,
        "for_session": draft.for_session,
        "entry": entry_id,
    }


def common_from_plain(plain: Mapping[str, object]) -> dict[str, Any]:
    """Return of such values what drafts of every kind hold."""
    return {
        "note": read_text(plain.get("note")),
        "tags": read_texts(plain.get("tags")),
        "happened": read_moment(plain),
        "day": read_day(plain.get("day")),
        "never_export": plain.get("never_export") is True,
        "for_session": plain.get("for_session") is True,
    }


def entry_of(plain: Mapping[str, object]) -> str:
    """Return the id of the entry such values change; "" for a new one."""
    return read_text(plain.get("entry"))
