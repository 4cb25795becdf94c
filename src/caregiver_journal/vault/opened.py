"""What is known of a journal once its secret is: enough to open its database."""

import contextlib
from dataclasses import dataclass

from caregiver_journal.base.errors import JournalError, KeyFileDamagedError, KeyFileMissingError
from caregiver_journal.base.marks import override
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.inspection import is_same_journal
from caregiver_journal.vault.keyfile import KeyFile, decode, encode, read_key_file
from caregiver_journal.vault.keys import RootSecret

_READ_META = "SELECT value FROM meta WHERE name = ?"
_WRITE_META = """
INSERT INTO meta (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


@dataclass(frozen=True, repr=False)
class Opened:
    """The secret of a journal and its id, with sentences on what was mended on the way."""

    root: RootSecret
    journal_id: bytes
    notes: tuple[str, ...] = ()

    @override
    def __repr__(self) -> str:
        return "Opened(…)"


def read_meta(database: Database, name: str) -> str | None:
    """Return what the journal knows of itself under a name."""
    row = database.row(_READ_META, (name,))
    return None if row is None else str(row[0])


def write_meta(database: Database, name: str, value: str) -> None:
    """Keep what the journal knows of itself, inside ``writing()``."""
    database.write(_WRITE_META, (name, value))


def key_file_inside(database: Database) -> KeyFile | None:
    """Return the copy of the key file that lies in the database, if it is whole."""
    text = read_meta(database, "key_file")
    if text is None:
        return None
    with contextlib.suppress(JournalError, UnicodeError):
        return decode(text.encode("ascii"))
    return None


def keep_key_file_inside(database: Database, key_file: KeyFile) -> None:
    """Bring the copy in the database up to date, if it is not."""
    text = encode(key_file).decode("ascii")
    if read_meta(database, "key_file") != text:
        with database.writing():
            write_meta(database, "key_file", text)


def current_key_file(folder: JournalFolder, database: Database) -> KeyFile | None:
    """Return the key file in use: from the folder, else the copy in the database.

    Raises:
        NewerJournalError: a newer version of the program wrote it.
    """
    with contextlib.suppress(KeyFileMissingError, KeyFileDamagedError):
        key_file, _repaired = read_key_file(folder, database.journal_id)
        if is_same_journal(key_file.journal_id, database.journal_id):
            return key_file
    return key_file_inside(database)
