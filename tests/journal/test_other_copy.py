"""Another copy is read whole, wherever it lies, and refused in its own words where it cannot be."""

import shutil
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from journal.test_all_data import fill
from support.builders import an_entry
from support.clock import FixedClock
from support.copies import Computers
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE, full_disk, make_vault

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    EarlierKeyError,
    ForeignBackupError,
    InUseError,
    JournalMissingError,
    NewerBackupError,
    NotABackupError,
    SameJournalError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.other_copy import by_code, by_passphrase, home_of, read_copy
from caregiver_journal.vault import copies
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.migrate import SUPPORTED


def leftovers(journal: Journal) -> list[Path]:
    return list(journal.folder.path.parent.glob("*.tmp-*"))


def test_all_of_a_backup_is_read(journal: Journal, computers: Computers) -> None:
    fill(journal)
    journal.add(replace(an_entry("private"), never_export=True))
    journal.save_draft("checkin", {"note": "half a sentence"})
    path = computers.backup(journal)
    copy = read_copy(path, home_of(journal))
    assert set(copy.incoming.parts) == set(PARTS)
    assert "private" in {entry.note for entry in copy.incoming.entries}
    assert set(copy.numbers) == {entry.id for entry in copy.incoming.entries}
    assert copy.made == journal.clock().astimezone(UTC).replace(microsecond=0)
    assert (copy.path, copy.drafts, copy.mark) == (path, 1, None)
    assert leftovers(journal) == []
    assert "private" not in repr(copy)


def test_another_folder_is_read_and_stays_as_it_is(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    other.add(an_entry("on the other computer"))
    computers.close()
    folder = computers.folder / "second"
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for path in (folder, folder / "journal.db"):
        copy = read_copy(path, home_of(journal))
        assert [entry.note for entry in copy.incoming.entries] == ["on the other computer"]
        assert copy.made is None
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert leftovers(journal) == []


def test_a_log_that_was_left_behind_is_read_too(
    journal: Journal, computers: Computers, tmp_path: Path
) -> None:
    other = computers.copy(journal)
    with other.writing():
        other.entries.add(an_entry("in the log"))
    other.database.hold_file(lambda: None)
    other.add(an_entry("later"))
    crashed = tmp_path / "crashed"
    shutil.copytree(other.folder.path, crashed)
    assert (crashed / "journal.db-wal").stat().st_size > 0
    copy = read_copy(crashed, home_of(journal))
    assert {entry.note for entry in copy.incoming.entries} == {"in the log", "later"}


def test_a_folder_that_is_in_use_waits(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    with pytest.raises(InUseError):
        read_copy(other.folder.path, home_of(journal))


def test_the_open_journal_is_no_other_copy(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(SameJournalError):
        read_copy(journal.folder.path, home_of(journal))
    (tmp_path / "empty").mkdir()
    with pytest.raises(JournalMissingError):
        read_copy(tmp_path / "empty", home_of(journal))


def test_another_journal_is_refused(journal: Journal, tmp_path: Path, clock: FixedClock) -> None:
    vault = make_vault(tmp_path / "stranger")
    with pytest.raises(ForeignBackupError):
        read_copy(vault.folder.path, home_of(journal))
    stranger = doors.open_journal(vault.folder.path, vault.opened, clock)
    back_up_to(stranger, tmp_path / "strange.cjbackup")
    stranger.close()
    with pytest.raises(ForeignBackupError):
        read_copy(tmp_path / "strange.cjbackup", home_of(journal), by_passphrase(PASSPHRASE, CHEAP))
    assert leftovers(journal) == []


def test_a_copy_from_before_a_new_recovery_code_asks_for_what_opens_it(
    place: Place, computers: Computers
) -> None:
    journal = place.open()
    journal.add(an_entry("of that day"))
    old, code = computers.backup(journal), place.opened.root.recovery_code()
    place.close()
    place.opened = doors.renew_code(place.folder, PASSPHRASE, CHEAP)
    home = home_of(place.open())
    with pytest.raises(EarlierKeyError, match="new recovery code"):
        read_copy(old, home)
    with pytest.raises(WrongPassphraseError):
        read_copy(old, home, by_passphrase("not at all this one", CHEAP))
    with pytest.raises(WrongCodeError):
        read_copy(old, home, by_code(place.opened.root.recovery_code()))
    for unlock in (by_passphrase(PASSPHRASE, CHEAP), by_code(code)):
        copy = read_copy(old, home, unlock)
        assert [entry.note for entry in copy.incoming.entries] == ["of that day"]


def test_an_altered_id_opens_no_stranger(
    journal: Journal, computers: Computers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = computers.backup(journal)
    vault = make_vault(tmp_path / "stranger")
    monkeypatch.setattr("caregiver_journal.journal.other_copy.opens_with", lambda *_ids: False)
    with pytest.raises(ForeignBackupError):
        read_copy(path, home_of(journal), lambda _folder: vault.opened)


def test_damage_is_said_and_nothing_is_left(journal: Journal, computers: Computers) -> None:
    path = computers.backup(journal)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(BackupDamagedError):
        read_copy(path, home_of(journal))
    path.write_bytes(b"no backup at all")
    with pytest.raises(NotABackupError):
        read_copy(path, home_of(journal))
    assert leftovers(journal) == []


def test_a_damaged_page_in_another_folder_is_found(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    computers.close()
    data = bytearray(other.folder.database.read_bytes())
    data[4 * 4096 + 2000] ^= 1
    other.folder.database.write_bytes(data)
    with pytest.raises(BackupDamagedError):
        read_copy(other.folder.path, home_of(journal))


def test_a_page_that_fails_while_it_is_read_is_damage(
    journal: Journal, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = computers.copy(journal)
    other.add(an_entry("x"))
    computers.close()
    monkeypatch.setattr(Database, "check", lambda _self, *, deep: [] if not deep else [""])
    data = bytearray(other.folder.database.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + 2000] ^= 1
    other.folder.database.write_bytes(data)
    with pytest.raises(BackupDamagedError):
        read_copy(other.folder.path, home_of(journal))


def test_a_newer_copy_waits_for_its_version(place: Place, computers: Computers) -> None:
    journal = place.open()
    other = computers.copy(journal)
    with other.database.writing():
        other.database.write(f"PRAGMA user_version = {SUPPORTED + 1:d}")
    computers.close()
    with pytest.raises(NewerBackupError):
        read_copy(computers.folder / "second", home_of(journal))


def test_an_older_copy_is_brought_up_to_date_in_its_duplicate(
    journal: Journal, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = computers.copy(journal)
    with other.database.writing():
        other.database.write(f"PRAGMA user_version = {SUPPORTED - 1:d}")
    computers.close()
    seen: list[object] = []
    monkeypatch.setattr(
        copies, "run_scripts", lambda database, _scripts: seen.append(database.path)
    )
    read_copy(other.folder.path, home_of(journal))
    assert len(seen) == 1
    assert seen != [other.folder.database]


def test_a_full_disk_leaves_nothing(journal: Journal, computers: Computers) -> None:
    path = computers.backup(journal)
    computers.copy(journal)
    computers.close()
    for copy in (path, computers.folder / "second"):
        with full_disk(8192), pytest.raises(DiskFullError):
            read_copy(copy, home_of(journal))
        assert leftovers(journal) == []
