"""A journal of every version is brought up to date with all it holds, wherever a crash comes."""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.stored import (
    CONTENT,
    OPENED,
    STORED,
    VERSION_PASSPHRASE,
    VERSIONS,
    Columns,
    columns_of,
    content_of,
    open_as_it_is,
    stored_journal,
)
from support.vaults import CHEAP

from caregiver_journal.base.errors import NewerJournalError
from caregiver_journal.vault import migrate
from caregiver_journal.vault.backup import keep_backup
from caregiver_journal.vault.backup_file import check_members, unpack
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database, unlock_with_passphrase
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.migrate import SCRIPTS, SUPPORTED
from caregiver_journal.vault.scripts import split_statements

OLDER = VERSIONS[:-1]


def read(folder: JournalFolder, columns: Columns | None = None) -> tuple[Columns, dict[str, str]]:
    """Return the columns of a journal as it is, and a hash of what stands in them."""
    with closing(open_as_it_is(folder.database)) as database:
        known = columns or columns_of(database)
        return known, content_of(database, known)


def backups(folder: JournalFolder) -> list[Path]:
    return list(folder.backups.glob("*.cjbackup"))


def test_each_version_is_stored_once_with_content_in_each_table(tmp_path: Path) -> None:
    assert tuple(range(1, SUPPORTED + 1)) == VERSIONS
    assert sorted(path.name for path in STORED.iterdir()) == [str(n) for n in VERSIONS]
    for version in VERSIONS:
        folder = stored_journal(version, tmp_path / str(version))
        with closing(open_as_it_is(folder.database)) as database:
            assert database.user_version == version
            for table in columns_of(database):
                assert database.rows(f"SELECT 1 FROM {table} LIMIT 1"), table  # noqa: S608


@pytest.mark.parametrize("version", VERSIONS)
def test_it_opens_by_its_passphrase_with_all_it_held(version: int, tmp_path: Path) -> None:
    folder = stored_journal(version, tmp_path / "journal")
    columns, before = read(folder)
    opened = unlock_with_passphrase(folder, VERSION_PASSPHRASE, CHEAP)
    with closing(open_database(folder, opened)) as database:
        assert database.user_version == SUPPORTED
        assert content_of(database, columns) == before
        assert database.check(deep=True) == []
        found = database.rows("SELECT rowid FROM entry_search WHERE entry_search MATCH 'cafe'")
        assert found == [(1,)]
    assert len(backups(folder)) == (version != SUPPORTED)


@pytest.mark.parametrize("version", OLDER)
def test_a_backup_as_it_was_is_made_first(version: int, tmp_path: Path) -> None:
    folder = stored_journal(version, tmp_path / "journal")
    columns, before = read(folder)
    seen: list[tuple[int, int]] = []
    with closing(open_as_it_is(folder.database)) as database:
        real: Callable[..., Any] = database.write

        def look(sql: str, values: Any = ()) -> Any:
            seen.append((len(backups(folder)), database.user_version))
            return real(sql, values)

        database.write = look  # type: ignore[method-assign]
        migrate.migrate(database, lambda: keep_backup(folder, database))
    assert seen[0] == (1, version)
    (backup,) = backups(folder)
    assert check_members(backup).schema == version
    unpack(backup, tmp_path / "old.db", tmp_path / "old.keys")
    assert (tmp_path / "old.keys").read_bytes() == folder.keys.read_bytes()
    with closing(open_as_it_is(tmp_path / "old.db")) as old:
        assert old.user_version == version
        assert content_of(old, columns) == before


@pytest.mark.unwatched
@pytest.mark.parametrize(
    ("version", "early"),
    [*((version, False) for version in OLDER), (OLDER[0], True)],  # the oldest sees all statements
)
def test_a_crash_at_any_statement_loses_nothing(
    version: int, early: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored_journal(version, tmp_path / "journal")
    columns, before = read(folder)
    crashes = _crash_everywhere(folder, tmp_path, monkeypatch, early=early)
    statements = sum(len(list(split_statements(script))) for script in SCRIPTS[version:])
    assert crashes.moments >= statements + 4  # and the checks, the version, the commit
    assert len(crashes.states) > (10 if early else 1)
    versions = []
    for crash in crashes.states:
        found, kept = _look_after_crash(JournalFolder(crash), columns, before)
        versions.append(found)
        assert kept == {version}
    assert versions == sorted(versions)
    assert set(versions) == {version, SUPPORTED}


def test_the_stored_journal_of_tomorrow_is_refused_and_not_touched(tmp_path: Path) -> None:
    folder = stored_journal(SUPPORTED, tmp_path / "journal")
    with closing(open_as_it_is(folder.database)) as database:
        database.rows(f"PRAGMA user_version = {SUPPORTED + 1:d}")
    before = folder.database.read_bytes()
    opened = unlock_with_passphrase(folder, VERSION_PASSPHRASE, CHEAP)
    with pytest.raises(NewerJournalError):
        open_database(folder, opened)
    assert folder.database.read_bytes() == before
    assert backups(folder) == []


def test_the_content_of_each_version_is_told_apart(tmp_path: Path) -> None:
    folder = stored_journal(1, tmp_path / "journal")
    columns, before = read(folder)
    with closing(open_as_it_is(folder.database)) as database, database.writing():
        database.write("UPDATE moods SET energy = 4 WHERE entry = 1")
    changed = read(folder, columns)[1]
    assert {table for table in before if changed[table] != before[table]} == {"moods"}
    assert len(CONTENT) == len(SCRIPTS)


class _Crashes:
    """Copies of a folder as a crash would have left it, each state once."""

    def __init__(self, folder: JournalFolder, into: Path) -> None:
        self._folder, self._into = folder, into
        self._last = b""
        self.states: list[Path] = []
        self.moments = 0

    def take(self) -> None:
        """Copy the folder, unless the last copy is the same."""
        self.moments += 1
        content = hashlib.sha256()
        for path in sorted(self._folder.path.rglob("*")):
            content.update(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
        if content.digest() != self._last:
            self._last = content.digest()
            self.states.append(self._into / f"crash{len(self.states):03d}")
            shutil.copytree(self._folder.path, self.states[-1])


def _crash_everywhere(
    folder: JournalFolder, into: Path, monkeypatch: pytest.MonkeyPatch, *, early: bool
) -> _Crashes:
    """Bring a journal up to date; copy it before and after each statement.

    Early, SQLite writes into its log by and by what it would otherwise write at the end.
    """
    crashes = _Crashes(folder, into)
    real = Database._call

    def call(database: Database, work: Callable[[], Any]) -> Any:
        if database.path != folder.database:
            return real(database, work)
        crashes.take()
        result = real(database, work)
        crashes.take()
        return result

    run = migrate.run_scripts

    def run_early(database: Database, scripts: Any) -> None:
        with database.logging_early():
            database.rows("PRAGMA cache_size = 1")
            run(database, scripts)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "_call", call)
        if early:
            patch.setattr(migrate, "run_scripts", run_early)
        open_database(folder, OPENED).close()
    return crashes


def _look_after_crash(
    folder: JournalFolder, columns: Columns, before: dict[str, str]
) -> tuple[int, set[int]]:
    """Open what a crash left; return of which version it and the backups beside it are."""
    with closing(open_as_it_is(folder.database)) as database:
        version = database.user_version
        assert content_of(database, columns) == before
    with closing(open_database(folder, OPENED)) as database:
        assert database.user_version == SUPPORTED
        assert content_of(database, columns) == before
        assert database.check(deep=True) == []
    assert list(folder.path.rglob("*.tmp-*")) == []
    return version, {check_members(path).schema for path in backups(folder)}
