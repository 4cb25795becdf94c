"""Take entries out of a database for good, of whatever version it is, in the trash or not."""

from collections.abc import Collection

from caregiver_journal.store.entries import LET_GO
from caregiver_journal.store.rows import many_words
from caregiver_journal.store.tags import TagStore
from caregiver_journal.vault.backup import Step, go_on
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.examination import list_tables
from caregiver_journal.vault.full_text import making_anew

_HELD = "SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))"
_NUMBERS = "SELECT number FROM entries WHERE id IN (SELECT value FROM json_each(?))"
_DELETE = "DELETE FROM entries WHERE number = ?"


def held(database: Database, entry_ids: Collection[str]) -> frozenset[str]:
    """Return which of these entries a database holds."""
    rows = database.rows(_HELD, (many_words(entry_ids),))
    return frozenset(entry_id for (entry_id,) in rows)


def expunge(database: Database, entry_ids: Collection[str], step: Step = go_on) -> int:
    """Delete entries for good; return how many there were. The database is closed soon after.

    The index is made anew, so that no word of theirs can be left in it whatever it held.

    Args:
        database: of any version.
        entry_ids: of the entries.
        step: is told how much is done, and may stop it; nothing is changed then.
    """
    database.take_room()
    tables = set(list_tables(database))
    let_go = [statement for table, statement in LET_GO.items() if table in tables]
    with database.writing():
        rows = database.rows(_NUMBERS, (many_words(entry_ids),))
        for number in rows:
            for statement in let_go:
                database.write(statement, number)
            database.write(_DELETE, number)
        for share in making_anew(database):
            step(share)
        TagStore(database).forget_unused()
    return len(rows)
