"""On a full disk nothing that was saved is lost, and saving works again once there is room."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.vaults import SOURCE, Vault, add_entries, full_disk, make_vault, read_content

from caregiver_journal.base.errors import DiskFullError, JournalError, StorageError
from caregiver_journal.vault.database import Database

_REAL = """
set -e
mount -t tmpfs -o size=600k none "$1"
cp -r "$2/." "$1"
exec "$3" -c "$4" "$1"
"""

_FILL_UP = """
import sys
from pathlib import Path
from support.vaults import CHEAP, PASSPHRASE, add_entries, read_content
from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.vault.doors import (
    make_passphrase_slot, open_database, replace_passphrase, unlock_with_passphrase
)
from caregiver_journal.vault.folder import JournalFolder
folder = JournalFolder(Path(sys.argv[1]))
opened = unlock_with_passphrase(folder, PASSPHRASE, CHEAP)
database = open_database(folder, opened)
ballast = folder.path / "ballast"
ballast.write_bytes(bytes(100_000))
saved, n = read_content(database), 100
while True:
    try:
        with database.writing():
            add_entries(database, 3, first=n)
    except DiskFullError:
        break
    saved, n = read_content(database), n + 3
assert read_content(database) == saved
try:
    database.copy_to(folder.backups / "copy.db")
except DiskFullError:
    assert not list(folder.backups.iterdir())
slot = make_passphrase_slot(opened, "another", CHEAP)
(folder.path / "rest").write_bytes(bytes(0))
try:
    with open(folder.path / "rest", "ab", buffering=0) as rest:
        while rest.write(bytes(512)):
            pass
except OSError:
    pass
try:
    replace_passphrase(folder, database, slot)
except DiskFullError:
    print("refused")
ballast.unlink()
with database.writing():
    add_entries(database, 3, first=n)
assert len(read_content(database)["notes"]) == len(saved["notes"]) + 3
assert database.check(deep=True) == []
database.close()
assert unlock_with_passphrase(folder, PASSPHRASE, CHEAP).root == opened.root
print("well")
"""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def _save(database: Database, first: int) -> bool:
    try:
        with database.writing():
            add_entries(database, 2, first=first)
    except (DiskFullError, StorageError):
        return False
    return True


@pytest.mark.parametrize("room", [0, 1, 4_096, 20_000, 40_000])
def test_what_cannot_be_saved_is_undone_and_can_be_saved_later(vault: Vault, room: int) -> None:
    with vault.database() as database:
        with full_disk(room):
            assert not _save(database, 100)
            assert len(database.rows("SELECT * FROM notes")) == 3
        assert _save(database, 100)
        assert database.check(deep=True) == []
    assert len(vault.content()["notes"]) == 5


def test_everything_acknowledged_before_the_disk_was_full_is_there(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    size = vault.folder.database.stat().st_size
    with vault.database() as database:
        with full_disk(size + 100_000):
            saved = 0
            while _save(database, 100 + 2 * saved):
                saved += 1
        assert saved > 5
        assert len(database.rows("SELECT * FROM notes")) == 3 + 2 * saved
    assert len(vault.content()["notes"]) == 3 + 2 * saved
    with vault.database() as database:
        assert database.check(deep=True) == []
    assert {record.getMessage()[:18] for record in expected_warnings} == {"checkpoint put off"}


def test_a_copy_that_does_not_fit_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    target.mkdir()
    with vault.database() as database:
        with full_disk(30_000), pytest.raises((DiskFullError, StorageError)):
            database.copy_to(target / "copy.db")
        assert list(target.iterdir()) == []
        database.copy_to(target / "copy.db")


def test_an_export_that_does_not_fit_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        before = read_content(database)
        for limit in (0, 8_192, 60_000):
            with full_disk(limit), pytest.raises((DiskFullError, StorageError)):
                database.export_to(tmp_path / "new.db", bytes(32))
            assert not (tmp_path / "new.db").exists()
        assert read_content(database) == before
        assert _save(database, 100)


def test_an_export_without_room_is_told_from_one_without_reason(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caregiver_journal.vault.database.free_bytes", lambda _path: 0)
    with vault.database() as database:
        with full_disk(8_192), pytest.raises(JournalError) as caught:
            database.export_to(tmp_path / "new.db", bytes(32))
        assert type(caught.value) in {DiskFullError, StorageError}


def test_on_a_disk_that_is_really_full_nothing_is_lost(vault: Vault, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    arguments = [disk, vault.folder.path, sys.executable, _FILL_UP]
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no private mounts on this system")
    done = subprocess.run(
        [unshare, "-rm", "sh", "-c", _REAL, "sh", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{SOURCE}:{SOURCE.parent / 'tests'}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("no private mounts allowed here")
    assert done.stdout.splitlines() == ["refused", "well"], done.stderr
