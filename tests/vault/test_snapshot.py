"""The file of an open database is copied on another thread while its owner writes."""

import threading
from contextlib import closing
from pathlib import Path

import pytest
from support.vaults import Vault, add_entries, damage_page, make_vault, read_content

from caregiver_journal.base.errors import JournalError, StorageError
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import has_unsaved_log
from caregiver_journal.vault.snapshot import Snapshot


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def copy_elsewhere(snapshot: Snapshot, path: Path) -> list[JournalError]:
    """Take the copy on another thread; return what went wrong."""
    wrong: list[JournalError] = []

    def copy() -> None:
        try:
            snapshot.copy_to(path)
        except JournalError as error:
            wrong.append(error)

    thread = threading.Thread(target=copy)
    thread.start()
    thread.join()
    return wrong


def test_what_is_written_meanwhile_is_not_in_it_and_not_lost(vault: Vault, tmp_path: Path) -> None:
    copied = tmp_path / "copy.db"
    with vault.database() as database:
        before = read_content(database)
        snapshot = Snapshot(database)
        with database.writing():
            add_entries(database, 400, first=100)
        database.checkpoint()
        assert has_unsaved_log(vault.folder.database)
        assert copy_elsewhere(snapshot, copied) == []
        snapshot.release()
        assert not has_unsaved_log(vault.folder.database)
        after = read_content(database)
        assert len(after["entries"]) == len(before["entries"]) + 400
        assert database.row("PRAGMA wal_autocheckpoint") == (1000,)
    assert vault.content() == after
    with closing(Database.open(copied, vault.key, vault.opened.journal_id)) as copy:
        assert copy.check(deep=True) == []
        assert read_content(copy) == before


def test_a_database_that_is_closed_meanwhile_leaves_no_copy(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        snapshot = Snapshot(database)
        with database.writing():
            add_entries(database, 40, first=100)
    (wrong,) = copy_elsewhere(snapshot, tmp_path / "copy.db")
    assert isinstance(wrong, StorageError)
    assert not list(tmp_path.glob("copy*"))
    snapshot.release()  # nothing is left to be let go
    assert len(vault.content()["entries"]) == 43


def test_a_connection_that_has_to_be_made_anew_leaves_no_copy(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        snapshot = Snapshot(database)
        damage_page(vault.folder.database, 3)
        assert database.check(deep=False)
        assert database.row("SELECT 1") == (1,)
        assert copy_elsewhere(snapshot, tmp_path / "copy.db")


def test_one_at_a_time_and_the_later_one_takes_over(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        first = Snapshot(database)
        with database.writing():
            add_entries(database, 1, first=100)
        second = Snapshot(database)
        assert copy_elsewhere(first, tmp_path / "first.db")
        first.release()
        held = [database.is_held]
        assert copy_elsewhere(second, tmp_path / "second.db") == []
        second.release()
        held.append(database.is_held)
        assert held == [True, False]
        content = read_content(database)
    copied = Database.open(tmp_path / "second.db", vault.key, vault.opened.journal_id)
    with closing(copied):
        assert read_content(copied) == content


def test_it_cannot_be_written_where_there_is_no_folder(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        snapshot = Snapshot(database)
        with pytest.raises(JournalError):
            snapshot.copy_to(tmp_path / "nowhere" / "copy.db")
        snapshot.release()


def test_what_nobody_holds_can_be_let_go(vault: Vault) -> None:
    with vault.database() as database:
        database.let_file_go()
        assert not database.is_held
