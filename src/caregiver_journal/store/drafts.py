"""Keep what is being written and not yet saved, so that a lock or a crash loses nothing."""

import json
from collections.abc import Mapping
from datetime import datetime

from caregiver_journal.store.rows import moment_to_text, text_to_moment
from caregiver_journal.vault.database import Database

DraftContent = Mapping[str, object]
"""What a form holds, as plain JSON values."""

NOTHING: DraftContent = {}

_WRITE = """
INSERT INTO drafts (form, content, changed) VALUES (?, ?, ?)
ON CONFLICT (form) DO UPDATE SET content = excluded.content, changed = excluded.changed
"""
_READ = "SELECT content FROM drafts WHERE form = ?"
_CHANGED = "SELECT changed FROM drafts WHERE form = ?"
_FORGET = "DELETE FROM drafts WHERE form = ?"
_COUNT = "SELECT count(*) FROM drafts"


class DraftStore:
    """The drafts in one open journal, one for each form."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, form: str, content: DraftContent, now: datetime) -> None:
        """Write the draft of a form over the earlier one; an empty one forgets it."""
        if content:
            text = json.dumps(dict(content), ensure_ascii=True)
            self._database.write(_WRITE, (form, text, moment_to_text(now)))
        else:
            self._database.write(_FORGET, (form,))

    def read(self, form: str) -> dict[str, object]:
        """Return the draft of a form; empty when there is none or it makes no sense."""
        row = self._database.row(_READ, (form,))
        if row is None:
            return {}
        try:
            content = json.loads(row[0])
        except ValueError:
            return {}
        return content if isinstance(content, dict) else {}

    def changed(self, form: str) -> datetime | None:
        """Return when the draft of a form was last written, in UTC; None when there is none."""
        row = self._database.row(_CHANGED, (form,))
        return None if row is None else text_to_moment(row[0])

    def count(self) -> int:
        """Return how many forms hold something that is not saved yet."""
        ((count,),) = self._database.rows(_COUNT)
        return int(count)
