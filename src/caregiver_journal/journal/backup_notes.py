"""Remember how the last backups went, in a small file among them.

Most backups are made once the journal is closed, so this cannot lie in the journal itself. The file
holds moments and the name of what went wrong, and nothing of the person's own. What cannot be read
or written is as if it were not there: the next backup writes it anew.
"""

import contextlib
import json
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.files import write_atomically
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keys import canonical_json

_FORMAT = "caregiver-journal-backup-notes"
_VERSION = 1
_MOST_BYTES = 4_096
_STRANGE = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that has not worked since a moment.

    Attributes:
        since: the first time since it last worked; aware.
        last: the last time; aware.
        reason: the name of the ``JournalError`` it ended with.
    """

    since: datetime
    last: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Notes:
    """How the last backups went.

    Attributes:
        failed: no backup could be made; None where the last one was.
        not_copied: it could not be copied to the second place though that is there.
        copied: when one was last copied there; aware.
    """

    failed: Trouble | None = None
    not_copied: Trouble | None = None
    copied: datetime | None = None


def read_notes(folder: JournalFolder) -> Notes:
    """Return how the last backups of a journal went."""
    with contextlib.suppress(OSError, *_STRANGE), folder.backup_notes.open("rb") as file:
        return _decode(json.loads(file.read(_MOST_BYTES)))
    return Notes()


def note_made(folder: JournalFolder) -> None:
    """Note that a backup was made."""
    _write(folder, replace(read_notes(folder), failed=None))


def note_failed(folder: JournalFolder, error: JournalError, now: datetime) -> None:
    """Note that none could be made."""
    notes = read_notes(folder)
    _write(folder, replace(notes, failed=_trouble(notes.failed, error, now)))


def note_copied(folder: JournalFolder, now: datetime) -> None:
    """Note that one was copied to the second place."""
    _write(folder, replace(read_notes(folder), not_copied=None, copied=now.astimezone(UTC)))


def note_not_copied(folder: JournalFolder, error: JournalError, now: datetime) -> None:
    """Note that it could not be copied there."""
    notes = read_notes(folder)
    _write(folder, replace(notes, not_copied=_trouble(notes.not_copied, error, now)))


def forget_place(folder: JournalFolder) -> Notes:
    """Forget what was noted of a second place that is another one now; return what it was."""
    notes = read_notes(folder)
    _write(folder, Notes(failed=notes.failed))
    return notes


def write_notes(folder: JournalFolder, notes: Notes) -> None:
    """Note all of it as it was before."""
    _write(folder, notes)


def _trouble(before: Trouble | None, error: JournalError, now: datetime) -> Trouble:
    moment = now.astimezone(UTC)
    return Trouble(before.since if before else moment, moment, type(error).__name__)


def _write(folder: JournalFolder, notes: Notes) -> None:
    if notes == read_notes(folder):
        return
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "failed": _encode_trouble(notes.failed),
        "not_copied": _encode_trouble(notes.not_copied),
        "copied": None if notes.copied is None else notes.copied.isoformat(),
    }
    with contextlib.suppress(OSError):
        write_atomically(folder.backup_notes, canonical_json(content))


def _encode_trouble(trouble: Trouble | None) -> dict[str, object] | None:
    if trouble is None:
        return None
    return {
        "since": trouble.since.isoformat(),
        "last": trouble.last.isoformat(),
        "reason": trouble.reason,
    }


def _decode(content: dict[str, Any]) -> Notes:
    if content["format"] != _FORMAT or content["version"] != _VERSION:
        raise ValueError
    return Notes(
        _decode_trouble(content["failed"]),
        _decode_trouble(content["not_copied"]),
        None if content["copied"] is None else _moment(content["copied"]),
    )


def _decode_trouble(content: dict[str, Any] | None) -> Trouble | None:
    if content is None:
        return None
    return Trouble(_moment(content["since"]), _moment(content["last"]), str(content["reason"]))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text).astimezone(UTC)
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError  # it has no meaning in every zone
    return moment
