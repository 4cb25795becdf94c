"""The stored journals of every version of the schema: what is known of them, and what they hold."""

import hashlib
import shutil
from pathlib import Path

from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keys import RootSecret

_DATA = Path(__file__).resolve().parents[1] / "data"
STORED = _DATA / "stored-versions"
"""In a folder each, named after its version."""
CONTENT = tuple(
    path.read_text("utf-8") for path in sorted((_DATA / "content").glob("[0-9][0-9][0-9][0-9].sql"))
)
"""What people wrote in each version, as SQL."""
ROOT = RootSecret(bytes.fromhex("c0ffee15c001d00dfeedface5ca1ab1e0ddba115"))
VERSION_ID = bytes.fromhex("fedcba9876543210fedcba9876543210")
VERSION_PASSPHRASE = "nine geese over the weir"
OPENED = Opened(ROOT, VERSION_ID)
VERSIONS = tuple(range(1, len(CONTENT) + 1))

Columns = dict[str, tuple[str, ...]]
"""The columns of each table."""

_TABLES = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name
"""


def stored_journal(version: int, path: Path) -> JournalFolder:
    """Return a copy of a stored journal, as it lay on a disk of its time."""
    return JournalFolder(Path(shutil.copytree(STORED / str(version), path)))


def open_as_it_is(path: Path) -> Database:
    """Open a database of any version and bring nothing up to date."""
    return Database.open(path, ROOT.database_key(), VERSION_ID)


def columns_of(database: Database) -> Columns:
    """Return which columns a database has, of all tables that people or the program write to."""
    return {
        name: tuple(
            column for (column,) in database.rows("SELECT name FROM pragma_table_info(?)", (name,))
        )
        for (name,) in database.rows(_TABLES)
    }


def content_of(database: Database, columns: Columns) -> dict[str, str]:
    """Return a hash over all rows of some columns, for each table."""
    return {table: _hash(database, table, names) for table, names in columns.items()}


def _hash(database: Database, table: str, names: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    rows = database.rows(f'SELECT {listed} FROM "{table}"')  # noqa: S608 - its own names
    return hashlib.sha256(repr(sorted(rows, key=repr)).encode("utf-8")).hexdigest()
