"""Entries go for good from a database of whatever version, with all that hangs on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.vaults import SECRET_WORD, Vault, add_entries, make_vault

from caregiver_journal.store.expunging import expunge, held
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts

FIRST, SECOND = f"{1:036d}", f"{2:036d}"


@pytest.fixture(params=[1, len(SCRIPTS)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of the first version, and one of today's."""
    database = Database.create(tmp_path / "journal.db", bytes(32), bytes(range(16)))
    run_scripts(database, SCRIPTS[: request.param])
    with database.writing():
        add_entries(database, 3)
    yield database
    database.close()


def test_an_entry_and_its_words_go(database: Database) -> None:
    assert held(database, {FIRST, "nobody's"}) == {FIRST}
    assert expunge(database, {FIRST, "nobody's"}) == 1
    assert held(database, {FIRST, SECOND}) == {SECOND}
    found = "SELECT rowid FROM entry_search WHERE entry_search MATCH ?"
    assert database.rows(found, (SECRET_WORD,)) == []
    assert database.rows(found, ("evening",)) == [(2,), (3,)]
    tags = [name for (name,) in database.rows("SELECT name FROM tags ORDER BY name")]
    assert tags == ["Ward 2", "Ward 3"]
    assert database.rows("SELECT entry FROM moods") == [(2,), (3,)]
    assert database.check(deep=True) == []


def test_what_came_from_it_lets_go_of_it(tmp_path: Path) -> None:
    vault: Vault = make_vault(tmp_path)
    with vault.database() as database:
        with database.writing():
            database.write(
                "INSERT INTO talk_points (id, text, entry_id, made)"
                " VALUES (?, 'about the visit', ?, '2026-11-20T10:00:00Z')",
                (SECOND, FIRST),
            )
        expunge(database, [FIRST])
        assert database.rows("SELECT text, entry_id FROM talk_points") == [("about the visit", "")]
