"""A backup counts once it is read again and checked; what fails leaves earlier ones alone."""

import errno
from collections import namedtuple
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.vaults import SECRET_WORD, Vault, full_disk, make_vault, read_content

from caregiver_journal.base.errors import DiskFullError, JournalError, StorageError
from caregiver_journal.vault import examination
from caregiver_journal.vault.backup import SPARE, back_up, name_of
from caregiver_journal.vault.backup_file import check_members, read_keys, unpack, write_backup
from caregiver_journal.vault.database import Database

MADE = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def target(vault: Vault) -> Path:
    return vault.folder.backups / name_of(MADE)


def make(vault: Vault, target: Path) -> None:
    with vault.database() as database:
        back_up(database, vault.folder.keys.read_bytes(), target, MADE)


def test_it_holds_the_whole_journal_and_not_a_word_in_clear(
    vault: Vault, target: Path, tmp_path: Path
) -> None:
    make(vault, target)
    assert target.name == "journal-20261120T175200Z.cjbackup"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert check_members(target).made == MADE
    assert read_keys(target) == vault.folder.keys.read_bytes()
    assert SECRET_WORD.encode() not in target.read_bytes()
    database, keys = tmp_path / "new.db", tmp_path / "new.keys"
    unpack(target, database, keys)
    with closing(Database.open(database, vault.key, vault.opened.journal_id)) as copy:
        assert copy.check(deep=True) == []
        assert read_content(copy) == vault.content()


def test_a_folder_that_is_there_keeps_its_permissions(vault: Vault, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    make(vault, shared / "mine.cjbackup")
    make(vault, shared / "new" / "mine.cjbackup")
    assert shared.stat().st_mode & 0o777 == 0o775
    assert (shared / "new").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_leaves_the_earlier_one(vault: Vault, target: Path) -> None:
    make(vault, target)
    before = target.read_bytes()
    with (
        vault.database() as database,
        full_disk(50_000),
        pytest.raises((DiskFullError, StorageError)),
    ):
        back_up(database, b"{}", target, MADE)
    assert target.read_bytes() == before
    assert len(list(target.parent.iterdir())) == 1


def test_a_disk_that_removes_nothing_takes_no_backup_away(
    vault: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, f"{missing_ok}")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", refuse)
        make(vault, target)
    assert check_members(target).made == MADE


def test_too_little_room_is_noticed_before(
    vault: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(SPARE))
    with pytest.raises(DiskFullError, match="too little room"):
        make(vault, target)
    assert list(target.parent.iterdir()) == []


def test_a_copy_that_is_not_whole_does_not_count(
    vault: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_badly(path: Path, *rest: object) -> object:
        manifest = write_backup(path, *rest)  # type: ignore[arg-type]
        with path.open("r+b") as file:
            file.seek(5000)
            file.write(b"bit rot")
        return manifest

    monkeypatch.setattr("caregiver_journal.vault.backup.write_backup", write_badly)
    with pytest.raises(JournalError):
        make(vault, target)
    assert list(target.parent.iterdir()) == []


def test_a_backup_of_something_else_does_not_count(
    vault: Vault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = target.with_name("earlier.cjbackup")
    make(vault, earlier)
    other = check_members(earlier)
    monkeypatch.setattr("caregiver_journal.vault.backup.check_members", lambda _path: other)
    with vault.database() as database, pytest.raises(StorageError):
        back_up(database, b"{}", target, MADE)
    assert list(target.parent.iterdir()) == [earlier]


def test_a_broken_table_is_named(vault: Vault) -> None:
    page = 0
    with vault.database() as database:
        assert examination.find_broken_tables(database) == []
        (page,) = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'notes'")[0]
    with vault.folder.database.open("r+b") as file:
        file.seek((page - 1) * 4096 + 100)
        file.write(b"bit rot")
    with closing(
        Database(vault.folder.database, vault.key, vault.opened.journal_id, read_only=True)
    ) as database:
        assert "notes" in examination.find_broken_tables(database)
