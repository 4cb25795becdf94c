"""An older journal is brought up to date on a copy-first basis, or stays as it was."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from support.vaults import Vault, full_disk, make_vault, read_content

from caregiver_journal.base.errors import (
    DiskFullError,
    MigrationFailedError,
    NewerJournalError,
    StorageError,
)
from caregiver_journal.vault.backup import keep_backup
from caregiver_journal.vault.backup_file import check_members, unpack
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.migrate import SCRIPTS, SUPPORTED, migrate

SECOND = """
-- A column, a table with a trigger, and a table made anew.
ALTER TABLE moods ADD COLUMN rested INTEGER;
CREATE TABLE later (a TEXT) STRICT;
CREATE TRIGGER later_says AFTER INSERT ON later BEGIN
    INSERT INTO preferences VALUES ('later; said', new.a);
    UPDATE moods SET rested = 1;
END;
INSERT INTO later VALUES ('yes');
DROP VIEW entry_texts;
CREATE TABLE tags_new (number INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT UNIQUE) STRICT;
INSERT INTO tags_new SELECT number, name, folded FROM tags;
DROP TABLE tags;
ALTER TABLE tags_new RENAME TO tags;
CREATE VIEW entry_texts (number, body) AS
SELECT number, coalesce((SELECT text FROM notes WHERE entry = number), '') FROM entries;
INSERT INTO entry_search (entry_search) VALUES ('rebuild');
"""
INVENTED = (*SCRIPTS, SECOND)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def bring_up(vault: Vault, database: Database, scripts: Sequence[str] = INVENTED) -> bool:
    """Migrate an open journal, with a backup among its own."""
    return migrate(database, partial(keep_backup, vault.folder, database), scripts)


def not_wanted() -> None:
    raise AssertionError("a new database needs no backup")


def test_a_new_database_gets_all_versions_at_once_and_no_copy(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "a.db", bytes(32), bytes(16))
    assert migrate(database, not_wanted, INVENTED)
    assert database.user_version == SUPPORTED + 1
    assert database.check(deep=True) == []
    database.close()


def test_a_journal_that_is_up_to_date_is_left_alone(vault: Vault) -> None:
    with vault.database() as database:
        assert not bring_up(vault, database, SCRIPTS)
    assert list(vault.folder.backups.iterdir()) == []


def test_an_older_journal_is_backed_up_and_migrated(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        before = read_content(database)
        assert bring_up(vault, database)
        assert database.user_version == SUPPORTED + 1
        assert database.row("SELECT name FROM preferences") == ("later; said",)
        assert database.rows("SELECT DISTINCT rested FROM moods") == [(1,)]
        after = read_content(database)
        assert after["tags"] == before["tags"]
        assert after["entry_tags"] == before["entry_tags"] != []
        assert database.check(deep=True) == []
        assert database.row("PRAGMA foreign_keys") == (1,)
    (copy,) = vault.folder.backups.iterdir()
    assert check_members(copy).schema == SUPPORTED
    unpack(copy, tmp_path / "old.db", tmp_path / "old.keys")
    assert (tmp_path / "old.keys").read_bytes() == vault.folder.keys.read_bytes()
    old = Database.open(tmp_path / "old.db", vault.key, vault.opened.journal_id)
    assert old.user_version == SUPPORTED
    assert read_content(old) == before
    old.close()


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE later (a); INSERT INTO nowhere VALUES (1);",
        "DROP TABLE notes; SELECT 1",
        "DELETE FROM entries WHERE number = 1;",
        "INSERT INTO moods VALUES (1, 1, 1, NULL, NULL);",
    ],
    ids=["error", "unfinished", "orphans", "constraint"],
)
def test_a_script_that_fails_leaves_the_journal_as_it_was(
    vault: Vault, script: str, expected_warnings: list[logging.LogRecord]
) -> None:
    with vault.database() as database:
        before = read_content(database)
        with pytest.raises(MigrationFailedError):
            bring_up(vault, database, (*SCRIPTS, "CREATE TABLE b (c);", script))
        assert database.user_version == SUPPORTED
        assert read_content(database) == before
        assert database.row("SELECT name FROM sqlite_schema WHERE name = 'b'") is None
    assert vault.content() == before
    assert expected_warnings[0].levelname == "ERROR"


def test_a_journal_that_does_not_pass_its_check_afterwards_stays_as_it_was(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    script = "PRAGMA ignore_check_constraints = ON; UPDATE moods SET level = 99;"
    script += "PRAGMA ignore_check_constraints = OFF;"
    with vault.database() as database, pytest.raises(MigrationFailedError):
        bring_up(vault, database, (*SCRIPTS, script))
    assert vault.content()["entries"]
    assert expected_warnings


def test_without_a_copy_nothing_is_tried(vault: Vault) -> None:
    vault.folder.backups.rmdir()
    vault.folder.backups.write_text("in the way")
    with vault.database() as database:
        with pytest.raises(StorageError):
            bring_up(vault, database)
        assert database.user_version == SUPPORTED


def test_a_disk_that_is_full_says_so(vault: Vault) -> None:
    with vault.database() as database:
        with full_disk(8_192), pytest.raises((DiskFullError, StorageError)):
            bring_up(vault, database)
        assert database.user_version == SUPPORTED
        assert bring_up(vault, database)


def test_a_newer_journal_is_not_touched(vault: Vault) -> None:
    with vault.database() as database, pytest.raises(NewerJournalError):
        bring_up(vault, database, ())


def test_migrated_and_fresh_have_the_same_schema(tmp_path: Path) -> None:
    schemas = []
    for name, steps in (("fresh", [INVENTED]), ("old", [INVENTED[:1], INVENTED])):
        database = Database.create(tmp_path / f"{name}.db", bytes(32), bytes(16))
        for scripts in steps:
            migrate(database, lambda: None, scripts)
        schemas.append(database.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name"))
        database.close()
    assert schemas[0] == schemas[1]
