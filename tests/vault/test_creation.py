"""A new journal is whole or not there at all."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from support.vaults import CHEAP, PASSPHRASE, full_disk, snapshots

from caregiver_journal.base.errors import (
    DiskFullError,
    FolderInUseError,
    InvalidValueError,
    StorageError,
)
from caregiver_journal.vault import creation
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import create_vault, open_database, unlock_with_passphrase
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keyfile import decode
from caregiver_journal.vault.keys import Slot, wrap_root
from caregiver_journal.vault.opened import Opened, read_meta
from caregiver_journal.vault.scripts import SUPPORTED


@pytest.fixture
def folder(tmp_path: Path) -> JournalFolder:
    return JournalFolder(tmp_path / "deep" / "journal")


def test_a_new_journal_has_all_its_parts(folder: JournalFolder) -> None:
    opened = create_vault(folder, PASSPHRASE, CHEAP)
    names = {path.name for path in folder.path.iterdir()}
    assert names == {"backups", "journal.db", "journal.keys", "journal.keys.bak"}
    assert folder.database.read_bytes()[:16] == opened.journal_id
    key_file = decode(folder.keys.read_bytes())
    assert (key_file.journal_id, key_file.generation) == (opened.journal_id, 1)
    database = open_database(folder, opened)
    assert database.user_version == SUPPORTED
    assert read_meta(database, "journal_id") == opened.journal_id.hex()
    assert read_meta(database, "key_file") == folder.keys.read_text()
    assert (read_meta(database, "created") or "").endswith("Z")
    assert database.check(deep=True) == []
    database.close()


@pytest.mark.skipif(os.name == "nt", reason="no file modes there")
def test_nobody_else_may_look_into_it(folder: JournalFolder) -> None:
    create_vault(folder, PASSPHRASE, CHEAP)
    modes = {path: path.stat().st_mode & 0o777 for path in folder.path.iterdir()}
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert modes.pop(folder.backups) == 0o700
    assert set(modes.values()) == {0o600}


def test_two_journals_share_nothing(tmp_path: Path) -> None:
    one, two = (create_vault(JournalFolder(tmp_path / n), PASSPHRASE, CHEAP) for n in "ab")
    assert one.root != two.root
    assert one.journal_id != two.journal_id


@pytest.mark.parametrize("name", ["journal.db", "journal.keys", "journal.keys.bak"])
def test_a_folder_that_holds_anything_of_a_journal_is_refused(
    folder: JournalFolder, name: str
) -> None:
    folder.make()
    (folder.path / name).write_text("precious")
    with pytest.raises(FolderInUseError):
        create_vault(folder, PASSPHRASE, CHEAP)
    assert (folder.path / name).read_text() == "precious"


def test_so_is_one_that_came_to_hold_something_meanwhile(
    folder: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrap_slowly(*arguments: Any) -> Slot:
        folder.make()
        folder.database.write_text("precious")
        return wrap_root(*arguments)

    monkeypatch.setattr(creation, "wrap_root", wrap_slowly)
    with pytest.raises(FolderInUseError):
        create_vault(folder, PASSPHRASE, CHEAP)
    assert folder.database.read_text() == "precious"


def test_a_passphrase_that_cannot_be_used_leaves_nothing(folder: JournalFolder) -> None:
    with pytest.raises(InvalidValueError):
        create_vault(folder, "", CHEAP)
    assert not folder.path.exists()


def test_a_file_in_place_of_the_folder_is_an_error_of_the_disk(folder: JournalFolder) -> None:
    folder.path.parent.mkdir()
    folder.path.touch()
    with pytest.raises(StorageError):
        create_vault(folder, PASSPHRASE, CHEAP)


@pytest.mark.parametrize("limit", [0, 300, 4_096, 20_000, 60_000])
def test_a_full_disk_leaves_nothing_behind(
    folder: JournalFolder, limit: int, safety_net: Any
) -> None:
    with full_disk(limit), pytest.raises((DiskFullError, StorageError)):
        create_vault(folder, PASSPHRASE, CHEAP)
    assert [path.name for path in folder.path.iterdir()] == ["backups"]
    create_vault(folder, PASSPHRASE, CHEAP)
    assert {record.getMessage()[:18] for record in safety_net.log.records} <= {"checkpoint put off"}
    safety_net.log.records.clear()


def test_an_error_after_the_last_rename_leaves_nothing_behind_either(
    folder: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename_and_fail(source: Path, target: Path) -> None:
        source.replace(target)
        raise OSError(5, "planted")

    monkeypatch.setattr(creation, "replace", rename_and_fail)
    with pytest.raises(StorageError):
        create_vault(folder, PASSPHRASE, CHEAP)
    assert not folder.holds_anything()


def test_a_crash_at_any_step_leaves_a_journal_or_room_for_one(
    folder: JournalFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        folder.make()
        crashes = snapshots(
            patch,
            folder,
            tmp_path,
            (Database, "create"),
            (creation, "run_scripts"),
            (creation, "write_meta"),
            (creation, "write_key_file"),
            (creation, "replace"),
        )
        opened = create_vault(folder, PASSPHRASE, CHEAP)
    assert len(crashes) >= 12
    outcomes = [_open_after_crash(JournalFolder(path), opened) for path in crashes]
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {"made anew", "opened"}


def _open_after_crash(folder: JournalFolder, opened: Opened) -> str:
    if not folder.holds_anything():
        create_vault(folder, PASSPHRASE, CHEAP)
        return "made anew"
    again = unlock_with_passphrase(folder, PASSPHRASE, CHEAP)
    assert again.root == opened.root
    database = open_database(folder, again)
    assert database.check(deep=True) == []
    database.close()
    assert not folder.database_new.exists()
    shutil.rmtree(folder.path)
    return "opened"
