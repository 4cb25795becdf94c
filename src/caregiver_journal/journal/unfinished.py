"""What was begun in a form for entries and not saved, each draft by what it is about.

A draft is about something new, about a part of a destination such as *plan:7*, or about an entry,
which its id names. All of one form are one record; the one written last comes first in it.
"""

from collections.abc import Mapping
from datetime import datetime

NEW = "new"
"""What the draft of something new is about."""

LEFT = "left"
"""In a draft: when it was written in last."""

_ENTRY = "entry"
"""In a draft: the id of the entry it changes, or nothing."""


def is_part(about: str) -> bool:
    """Tell whether a draft is about a part of a destination."""
    return ":" in about


def is_entry(about: str) -> bool:
    """Tell whether a draft is about an entry."""
    return about != NEW and not is_part(about)


def read_unfinished(record: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Return the drafts of a record by what they are about; a bare draft is a record of one."""
    found = {about: draft for about, draft in record.items() if isinstance(draft, dict)}
    if len(found) == len(record):
        return found
    entry_id = record.get(_ENTRY)
    return {entry_id if isinstance(entry_id, str) and entry_id else NEW: dict(record)}


def left_at(draft: Mapping[str, object]) -> datetime | None:
    """Return when a draft was written in last; None where it does not say so."""
    try:
        left = datetime.fromisoformat(str(draft.get(LEFT)))
    except ValueError:
        return None
    return left if left.tzinfo is not None else None
