"""A backup is unpacked to be looked at, and nothing of it stays behind."""

from functools import partial
from pathlib import Path

import pytest
from support.clock import START
from support.vaults import CHEAP, PASSPHRASE, Vault, damage_page, make_vault

from caregiver_journal.base.errors import (
    BackupDamagedError,
    NotABackupError,
    ReadOnlyJournalError,
    WrongPassphraseError,
)
from caregiver_journal.vault.backup import keep_backup, read_keys_of
from caregiver_journal.vault.backup_file import SUFFIX, write_backup
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database, unlock_with_passphrase
from caregiver_journal.vault.viewing import UnpackedBackup, clear_unpacked

by_passphrase = partial(unlock_with_passphrase, passphrase=PASSPHRASE, cost=CHEAP)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def backup(vault: Vault) -> Path:
    with vault.database() as database:
        return keep_backup(vault.folder, database)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "viewing"


def test_it_is_read_and_not_written_to(vault: Vault, backup: Path, place: Path) -> None:
    unpacked = UnpackedBackup(place)
    unpacked.unpack(backup)
    assert unpacked.folder.path.stat().st_mode & 0o077 == 0
    opened = unpacked.make_ready(by_passphrase)
    database = open_database(unpacked.folder, opened)
    assert database.read_only
    with pytest.raises(ReadOnlyJournalError), database.writing():
        pass
    database.close()
    unpacked.remove()
    unpacked.remove()
    assert list(place.iterdir()) == []


def test_what_is_no_backup_leaves_nothing(place: Path, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG")
    with pytest.raises(NotABackupError):
        UnpackedBackup(place).unpack(tmp_path / "picture")
    assert list(place.iterdir()) == []


def test_a_wrong_passphrase_may_be_tried_again(backup: Path, place: Path) -> None:
    unpacked = UnpackedBackup(place)
    unpacked.unpack(backup)
    with pytest.raises(WrongPassphraseError):
        unpacked.make_ready(partial(unlock_with_passphrase, passphrase="no", cost=CHEAP))
    unpacked.make_ready(by_passphrase)
    unpacked.remove()


@pytest.mark.parametrize("where", ["at its beginning", "at its end"])
def test_one_that_was_damaged_before_it_was_packed_is_no_good(
    vault: Vault, place: Path, tmp_path: Path, where: str
) -> None:
    with vault.database() as database:
        keys, version = read_keys_of(vault.folder, database), database.user_version
        database.checkpoint()
    last = vault.folder.database.stat().st_size // 4096
    damage_page(vault.folder.database, 5 if where == "at its beginning" else last)
    packed = tmp_path / f"bad{SUFFIX}"
    write_backup(packed, vault.folder.database, keys, version, START)
    unpacked = UnpackedBackup(place)
    unpacked.unpack(packed)
    with pytest.raises(BackupDamagedError):
        unpacked.make_ready(by_passphrase)
    unpacked.remove()


def test_only_what_nobody_looks_at_is_cleared(backup: Path, place: Path) -> None:
    clear_unpacked(place)  # there is no such folder yet
    seen = UnpackedBackup(place)
    seen.unpack(backup)
    (place / "0123456789abcdef").mkdir()
    (place / "fedcba9876543210").write_bytes(b"no folder")
    (place / "notes").mkdir()
    (place / "00000000000000ff").symlink_to(place / "notes")
    clear_unpacked(place)
    kept = {"fedcba9876543210", "notes", "00000000000000ff", seen.folder.path.name}
    assert {path.name for path in place.iterdir()} == kept
    seen.remove()


def test_one_whose_parts_do_not_fit_is_no_good(
    backup: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_disorder(_database: Database, *, deep: bool) -> list[str]:
        return ["An index does not fit."] if deep else []

    unpacked = UnpackedBackup(place)
    unpacked.unpack(backup)
    monkeypatch.setattr(Database, "check", find_disorder)
    with pytest.raises(BackupDamagedError):
        unpacked.make_ready(by_passphrase)
    unpacked.remove()
