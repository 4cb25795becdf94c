"""A database is made, opened, checked and copied so that nothing silently goes wrong."""

import os
import random
import secrets
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from support.vaults import Vault, add_entries, copy_vault, damage_page, make_vault, read_content

from caregiver_journal.base.errors import (
    DamagedError,
    InUseError,
    JournalEmptyError,
    JournalError,
    JournalMissingError,
    NewerJournalError,
    NotAJournalError,
    PlainDatabaseError,
    ReadOnlyFolderError,
    StorageError,
)
from caregiver_journal.vault import database as database_module
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import has_unsaved_log, wal_of
from caregiver_journal.vault.scripts import SUPPORTED

KEY = bytes(range(32))
JOURNAL = bytes(range(100, 116))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def _open(vault: Vault, *, read_only: bool = False) -> Database:
    return Database.open(
        vault.folder.database, vault.key, vault.opened.journal_id, read_only=read_only
    )


def _root_page(vault: Vault, table: str) -> int:
    with vault.database() as database:
        row = database.row("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    assert row is not None
    return int(row[0])


# --- making


@pytest.mark.skipif(os.name == "nt", reason="no file modes there")
def test_a_new_database_is_empty_private_and_of_version_0(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    database = Database.create(path, KEY, JOURNAL)
    assert database.user_version == 0
    assert wal_of(path).stat().st_mode & 0o777 == 0o600
    database.close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes()[:16] == JOURNAL
    assert [p.name for p in tmp_path.iterdir()] == ["a.db"]


def test_an_existing_file_is_never_made_anew(vault: Vault) -> None:
    before = vault.folder.database.read_bytes()
    with pytest.raises(StorageError):
        Database.create(vault.folder.database, KEY, JOURNAL)
    assert vault.folder.database.read_bytes() == before


def test_a_database_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: object) -> None:
        raise StorageError

    monkeypatch.setattr(database_module, "make_lasting", fail)
    with pytest.raises(StorageError):
        Database.create(tmp_path / "a.db", KEY, JOURNAL)
    assert list(tmp_path.iterdir()) == []


# --- opening: the failure table


def _be_missing(path: Path) -> None:
    path.unlink()


def _be_empty(path: Path) -> None:
    os.truncate(path, 0)


def _be_text(path: Path) -> None:
    path.write_bytes(b"not a journal " * 1_000)


def _be_noise(path: Path) -> None:
    path.write_bytes(secrets.token_bytes(40_960))


def _be_plain(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.close()


def _be_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("become", "error"),
    [
        (_be_missing, JournalMissingError),
        (_be_empty, JournalEmptyError),
        (_be_text, NotAJournalError),
        (_be_noise, NotAJournalError),
        (_be_plain, PlainDatabaseError),
        (_be_a_folder, NotAJournalError),
    ],
)
def test_what_is_no_journal_is_not_opened_and_not_changed(
    vault: Vault, become: Callable[[Path], None], error: type[JournalError]
) -> None:
    path = vault.folder.database
    become(path)
    before = path.read_bytes() if path.is_file() else None
    for read_only in (False, True):
        with pytest.raises(error) as caught:
            _open(vault, read_only=read_only)
        assert type(caught.value) is error
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not wal_of(path).exists()


def test_a_wrong_key_opens_nothing(vault: Vault) -> None:
    with pytest.raises(NotAJournalError):
        Database.open(vault.folder.database, bytes(32), vault.opened.journal_id)


def test_a_database_of_another_application_is_no_journal(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write("PRAGMA application_id = 1")
    with pytest.raises(NotAJournalError):
        _open(vault)


def test_a_newer_journal_is_neither_read_nor_changed(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write(f"PRAGMA user_version = {SUPPORTED + 1}")
    before = vault.folder.database.read_bytes()
    with pytest.raises(NewerJournalError):
        _open(vault)
    assert vault.folder.database.read_bytes() == before
    Database.open(
        vault.folder.database, vault.key, vault.opened.journal_id, supported=SUPPORTED + 1
    ).close()


def test_a_second_connection_is_refused(vault: Vault) -> None:
    with vault.database(), pytest.raises(InUseError):
        _open(vault)


def test_after_a_crash_what_was_saved_is_there(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        database._checkpoint_quietly = _put_off  # type: ignore[method-assign]
        with database.writing():
            add_entries(database, 5, first=10)
        crashed = copy_vault(vault, tmp_path / "crashed")
        expected = read_content(database)
    assert has_unsaved_log(crashed.folder.database)
    with crashed.database() as database:
        assert not has_unsaved_log(crashed.folder.database)
        assert read_content(database) == expected


def test_after_a_crash_damage_is_noticed_at_once(vault: Vault, tmp_path: Path) -> None:
    page = _root_page(vault, "notes")
    with vault.database() as database:
        database._checkpoint_quietly = _put_off  # type: ignore[method-assign]
        with database.writing():
            database.write("INSERT INTO preferences VALUES ('a', 'b')")
        crashed = copy_vault(vault, tmp_path / "crashed")
    damage_page(crashed.folder.database, page)
    with pytest.raises(DamagedError):
        _open(crashed)


def test_a_log_with_content_forbids_reading_only(vault: Vault) -> None:
    wal_of(vault.folder.database).write_bytes(b"something")
    with pytest.raises(ReadOnlyFolderError):
        _open(vault, read_only=True)


def test_an_altered_id_does_not_matter_and_is_not_believed(vault: Vault) -> None:
    data = bytearray(vault.folder.database.read_bytes())
    data[0] ^= 0xFF
    vault.folder.database.write_bytes(data)
    with pytest.raises(NotAJournalError):
        Database.open(vault.folder.database, vault.key, bytes(data[:16]))
    database = _open(vault)
    assert database.check(deep=True) == []
    database.close()


# --- checking


def test_a_whole_journal_passes_both_checks(vault: Vault) -> None:
    with vault.database() as database:
        assert database.check(deep=False) == []
        assert database.check(deep=True) == []
        assert not database.is_damaged


@pytest.mark.parametrize("deep", [False, True])
def test_damaged_pages_are_counted(vault: Vault, deep: bool) -> None:
    pages = [_root_page(vault, "notes"), _root_page(vault, "moods")]
    damage_page(vault.folder.database, pages[0])
    with vault.database() as database:
        assert database.check(deep=deep) == ["One page of the file is damaged."]
        assert database.is_damaged
        assert len(database.rows("SELECT * FROM moods")) == 3
    damage_page(vault.folder.database, pages[1])
    with vault.database() as database:
        assert database.check(deep=deep) == ["2 pages of the file are damaged."]


def test_of_200_flipped_bits_none_is_silently_wrong(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database, database.writing():
        add_entries(database, 40, first=10)
    expected = vault.content()
    whole = vault.folder.database.read_bytes()
    chance = random.Random(200)
    detected = 0
    for _ in range(200):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        vault.folder.database.write_bytes(data)
        detected += _is_detected(vault, expected)
    assert detected >= 195


def _is_detected(vault: Vault, expected: object) -> bool:
    """Return whether a flip was noticed; if not, everything has to be as it was."""
    try:
        database = _open(vault, read_only=True)
    except JournalError:
        return True
    findings = database.check(deep=False)
    if not findings:
        assert read_content(database) == expected
    database.close()
    return bool(findings)


def test_truncation_is_noticed(vault: Vault) -> None:
    size = vault.folder.database.stat().st_size
    os.truncate(vault.folder.database, size - 4_096)
    with pytest.raises(DamagedError):
        _open(vault)


def test_swapped_pages_are_noticed(vault: Vault) -> None:
    data = vault.folder.database.read_bytes()
    pages = [data[i : i + 4_096] for i in range(0, len(data), 4_096)]
    one, two = _root_page(vault, "notes") - 1, _root_page(vault, "moods") - 1
    pages[one], pages[two] = pages[two], pages[one]
    vault.folder.database.write_bytes(b"".join(pages))
    with vault.database() as database:
        assert database.check(deep=False) == ["2 pages of the file are damaged."]


# --- copying


def test_a_copy_is_whole_compact_and_private(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with vault.database() as database:
        database.copy_to(target)
        expected = read_content(database)
    assert target.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert target.read_bytes()[:16] == vault.opened.journal_id
    copy = Database.open(target, vault.key, vault.opened.journal_id)
    assert copy.check(deep=True) == []
    assert read_content(copy) == expected
    assert copy.user_version == SUPPORTED
    copy.close()
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["copy.db"]


def test_a_copy_can_be_made_while_reading_only(vault: Vault, tmp_path: Path) -> None:
    database = _open(vault, read_only=True)
    database.copy_to(tmp_path / "copy.db")
    database.close()
    assert (tmp_path / "copy.db").stat().st_size > 0


def test_a_damaged_journal_is_not_copied_as_if_it_were_whole(vault: Vault, tmp_path: Path) -> None:
    damage_page(vault.folder.database, _root_page(vault, "notes"))
    with vault.database() as database, pytest.raises(DamagedError):
        database.copy_to(tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["journal"]


def test_a_copy_that_does_not_hold_the_same_gets_no_name(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "count_rows", lambda d: {"a": id(d)})
    with vault.database() as database, pytest.raises(StorageError):
        database.copy_to(tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["journal"]


def test_a_copy_needs_a_folder(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database, pytest.raises(StorageError):
        database.copy_to(tmp_path / "nowhere" / "copy.db")


# --- another key


def test_an_export_holds_the_same_under_another_key(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "new.db"
    with vault.database() as database:
        database.export_to(target, KEY)
        expected = read_content(database)
        with database.writing():
            add_entries(database, 1, first=50)
    exported = Database.open(target, KEY, vault.opened.journal_id)
    assert exported.check(deep=True) == []
    assert read_content(exported) == expected
    assert exported.rows("SELECT count(*) FROM entry_search('visit')") == [(3,)]
    exported.close()
    with pytest.raises(NotAJournalError):
        Database.open(target, vault.key, vault.opened.journal_id)


def test_a_damaged_journal_is_not_exported_as_if_it_were_whole(
    vault: Vault, tmp_path: Path
) -> None:
    damage_page(vault.folder.database, _root_page(vault, "notes"))
    with vault.database() as database:
        with pytest.raises(DamagedError):
            database.export_to(tmp_path / "new.db", KEY)
        assert len(database.rows("SELECT * FROM moods")) == 3
    assert [p.name for p in tmp_path.iterdir()] == ["journal"]


def test_a_journal_may_be_moved_while_closed(vault: Vault, tmp_path: Path) -> None:
    expected = vault.content()
    shutil.move(vault.folder.path, tmp_path / "elsewhere")
    moved = Vault(type(vault.folder)(tmp_path / "elsewhere"), vault.opened)
    assert moved.content() == expected


def _put_off() -> None:
    """Leave in the log what was saved."""
