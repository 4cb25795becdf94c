"""What a page knows of the drafts of its form: as plain values, and only what was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal.unfinished import LEFT, is_part
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.entry_form import D

_OPENED = "opened"
"""In a draft that is about a part of a destination: what it began with, should that part go."""


@dataclass(frozen=True)
class DraftKind(Generic[D]):
    """What a page knows of the drafts of its form.

    Attributes:
        name: under which they are kept.
        section: the page's own section.
        empty: what an empty form holds.
        of: returns an entry as a draft.
        to_plain: returns a draft, and the id of the entry it changes, as plain values.
        from_plain: returns both again.
    """

    name: str
    section: str
    empty: D
    of: Callable[[Entry], D]
    to_plain: Callable[[D, str], dict[str, object]]
    from_plain: Callable[[Mapping[str, object]], tuple[D, str]]

    def written(self, draft: D, opened: D, about: str, now: datetime) -> Content:
        """Return what a draft says otherwise than what it was opened with, to be kept."""
        if draft == opened:
            return {}
        base = self.to_plain(opened, "")
        plain = self.to_plain(draft, "")
        found = {name: value for name, value in plain.items() if base.get(name, self) != value}
        if found and is_part(about):
            found[_OPENED] = base
        return found | {LEFT: now.isoformat()} if found else {}

    def over(self, opened: D, written: Mapping[str, object]) -> D:
        """Return what was written over what it is about, as that is now."""
        return self.from_plain({**self.to_plain(opened, ""), **written})[0]

    def opened_with(self, written: Mapping[str, object]) -> D:
        """Return what a draft began with, as far as that was kept."""
        opened = written.get(_OPENED)
        return self.from_plain(opened if isinstance(opened, dict) else {})[0]
