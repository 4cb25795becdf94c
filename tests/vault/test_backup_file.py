"""A backup is one file; what is altered in it is noticed before anything is believed."""

import json
import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import full_disk, quick

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    JournalError,
    NewerBackupError,
    NotABackupError,
    StorageError,
)
from caregiver_journal.vault.backup_file import (
    DATABASE,
    KEYS,
    MANIFEST,
    README,
    check_members,
    encode_manifest,
    read_keys,
    read_manifest,
    unpack,
    write_backup,
)

MADE = datetime(2026, 11, 20, 17, 52, 3, 999, UTC)
CONTENT = bytes(range(256)) * 20
KEY_FILE = b'{"format":"keys"}'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The database that is backed up; any bytes do here."""
    path = tmp_path / "source.db"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def backup(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "a.cjbackup"
    write_backup(path, source, KEY_FILE, 6, MADE)
    return path


def rewrite(path: Path, change: Callable[[dict[str, bytes]], None], **how: int) -> None:
    """Write a backup again with other members."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", how.get("compression", zipfile.ZIP_STORED)) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def tamper(path: Path, **values: object) -> None:
    """Write another value into the manifest, in its exact spelling."""

    def change(members: dict[str, bytes]) -> None:
        content = {**json.loads(members[MANIFEST]), **values}
        text = json.dumps(content, sort_keys=True, separators=(",", ":"))
        members[MANIFEST] = text.encode()

    rewrite(path, change)


def test_it_holds_four_files_as_they_were_and_tells_nothing_else(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        assert archive.namelist() == [README, KEYS, DATABASE, MANIFEST]
        assert archive.read(DATABASE) == CONTENT
        assert archive.read(KEYS) == KEY_FILE
        assert b"decrypt_journal.py" in archive.read(README)
        said = json.loads(archive.read(MANIFEST))
        assert archive.testzip() is None
    assert said.keys() == {"format", "version", "made", "program", "schema", "members"}
    assert said["made"] == "2026-11-20T17:52:03Z"
    assert backup.stat().st_mode & 0o077 == 0


def test_it_says_of_itself_what_was_written(backup: Path, source: Path, tmp_path: Path) -> None:
    manifest = read_manifest(backup)
    assert manifest == write_backup(tmp_path / "b.cjbackup", source, KEY_FILE, 6, MADE)
    assert (manifest.made, manifest.schema) == (MADE.replace(microsecond=0), 6)
    assert manifest.members[DATABASE].size == len(CONTENT)
    assert check_members(backup) == manifest
    assert read_keys(backup) == KEY_FILE
    assert (tmp_path / "b.cjbackup").read_bytes() == backup.read_bytes()


@pytest.mark.parametrize("year", [1970, 1979, 2108, 2500])
def test_a_clock_that_is_far_from_right_does_no_harm(
    tmp_path: Path, source: Path, year: int
) -> None:
    made = MADE.replace(year=year, microsecond=0)
    path = tmp_path / "b.cjbackup"
    manifest = write_backup(path, source, KEY_FILE, 6, made)
    assert check_members(path) == manifest
    assert manifest.made == made


def test_it_is_unpacked_into_two_files(backup: Path, tmp_path: Path) -> None:
    database, keys = tmp_path / "new.db", tmp_path / "new.keys"
    assert unpack(backup, database, keys) == read_manifest(backup)
    assert (database.read_bytes(), keys.read_bytes()) == (CONTENT, KEY_FILE)
    assert database.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotABackupError),
        (b"SQLite format 3\0" + bytes(100), NotABackupError),
        (b"PK\3\4" + bytes(26) + b"README.txt" + bytes(100), BackupDamagedError),
    ],
    ids=["empty", "something else", "garbage"],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, error: type[JournalError]) -> None:
    path = tmp_path / "a.cjbackup"
    path.write_bytes(content)
    with pytest.raises(error):
        read_manifest(path)


def test_another_zip_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(README, "Read me")
    with pytest.raises(NotABackupError):
        read_manifest(path)


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is not there"):
        read_manifest(tmp_path / "a.cjbackup")
    with pytest.raises(NotABackupError):
        read_manifest(tmp_path)


def test_a_newer_one_is_refused_with_its_own_words(backup: Path) -> None:
    tamper(backup, version=2, more="unknown")
    with pytest.raises(NewerBackupError):
        read_manifest(backup)


@pytest.mark.parametrize(
    "values",
    [
        {"format": "another"},
        {"version": "1"},
        {"version": 0},
        {"made": "yesterday"},
        {"schema": 6.5},
        {"members": []},
        {"members": {KEYS: {"size": 1, "sha256": "00"}}},
        {"more": 1},
        {"program": 7},
        {"program": ""},
        {"program": "1" * 41},
        {"program": "1.0\nAll is well."},
        {"program": "\u202e0.1"},
        {"made": "9999-12-31T23:59:59Z"},
        {"made": "0001-01-01T00:00:00Z"},
    ],
    ids=str,
)
def test_a_manifest_that_says_something_else_is_refused(
    backup: Path, values: dict[str, object]
) -> None:
    tamper(backup, **values)
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)


@pytest.mark.parametrize("name", [README, KEYS, DATABASE])
def test_other_content_is_noticed(backup: Path, tmp_path: Path, name: str) -> None:
    rewrite(backup, lambda members: members.update({name: members[name][:-1] + b"!"}))
    with pytest.raises(BackupDamagedError):
        check_members(backup)
    with pytest.raises(BackupDamagedError):
        unpack(backup, tmp_path / "new.db", tmp_path / "new.keys")
    assert not list(tmp_path.glob("new*"))
    if name == KEYS:
        with pytest.raises(BackupDamagedError):
            read_keys(backup)


def test_a_file_that_changes_while_it_is_read_is_refused(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_manifest(backup)
    rewrite(backup, lambda members: members.update({DATABASE: members[DATABASE][:-1] + b"!"}))
    monkeypatch.setattr(
        "caregiver_journal.vault.backup_file.check_members", lambda _path: whole
    )  # as it was a moment ago
    with pytest.raises(BackupDamagedError):
        unpack(backup, tmp_path / "new.db", tmp_path / "new.keys")
    assert not list(tmp_path.glob("new*"))


def test_longer_content_is_noticed_without_reading_on(backup: Path) -> None:
    rewrite(backup, lambda members: members.update({DATABASE: CONTENT * 50}))
    with pytest.raises(BackupDamagedError):
        check_members(backup)


def test_more_or_fewer_files_are_refused(backup: Path) -> None:
    rewrite(backup, lambda members: members.update({"more": b""}))
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)

    def take_out(members: dict[str, bytes]) -> None:
        del members["more"], members[KEYS]

    rewrite(backup, take_out)
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)


def test_compressed_or_swollen_members_are_refused(backup: Path) -> None:
    plain = backup.read_bytes()
    rewrite(backup, lambda _members: None, compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)
    backup.write_bytes(plain)
    rewrite(backup, lambda members: members.update({README: bytes(70_000)}))
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)


@pytest.mark.parametrize("is_long", [False, True])
def test_a_swollen_list_of_members_is_refused_before_it_is_read(
    backup: Path, monkeypatch: pytest.MonkeyPatch, is_long: bool
) -> None:
    data, list_begins = backup.read_bytes(), backup.read_bytes().index(b"PK\1\2")
    end, swollen = data[-22:], data[list_begins:-22] * 300
    there = (len(swollen), list_begins)
    short = (4, 4, *((229, list_begins) if is_long else there))
    with backup.open("wb") as file:
        file.write(data[:list_begins] + swollen)
        if is_long:
            begins = file.tell()
            file.write(struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 4, 4, *there))
            file.write(struct.pack("<4sIQI", b"PK\6\7", 0, begins, 1))
        file.write(end[:8] + struct.pack("<2H2IH", *short, 0))
    with zipfile.ZipFile(backup) as archive:
        assert len(archive.infolist()) == 1200
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)


def test_what_was_put_behind_it_is_refused(backup: Path) -> None:
    with zipfile.ZipFile(backup, "a") as archive:
        archive.comment = b"more"
    with pytest.raises(BackupDamagedError):
        read_manifest(backup)


@quick
@given(position=st.integers(0), bit=st.integers(0, 7))
def test_whatever_bit_is_flipped_what_is_read_is_what_was_written(
    tmp_path: Path, position: int, bit: int
) -> None:
    source, path = tmp_path / "source.db", tmp_path / "flipped.cjbackup"
    source.write_bytes(CONTENT)
    write_backup(path, source, KEY_FILE, 6, MADE)
    whole = read_manifest(path)
    data = bytearray(path.read_bytes())
    data[position % len(data)] ^= 1 << bit
    path.write_bytes(data)
    database, keys = tmp_path / "new.db", tmp_path / "new.keys"
    try:
        manifest = unpack(path, database, keys)
    except JournalError:
        assert not list(tmp_path.glob("new*"))
    else:
        assert manifest == whole
        assert (database.read_bytes(), keys.read_bytes()) == (CONTENT, KEY_FILE)
        database.unlink()
        keys.unlink()


@pytest.mark.parametrize("length", [0, 30, 45, 1000, -500, -22, -1])
def test_one_that_was_cut_off_is_refused(backup: Path, length: int) -> None:
    data = backup.read_bytes()
    backup.write_bytes(data[:length])
    with pytest.raises((BackupDamagedError, NotABackupError)):
        check_members(backup)


def test_a_full_disk_leaves_nothing_behind(backup: Path, source: Path, tmp_path: Path) -> None:
    with full_disk(1000), pytest.raises(DiskFullError):
        write_backup(tmp_path / "b.cjbackup", source, KEY_FILE, 6, MADE)
    with full_disk(1000), pytest.raises(DiskFullError):
        unpack(backup, tmp_path / "new.db", tmp_path / "new.keys")
    assert {path.name for path in tmp_path.iterdir()} == {"a.cjbackup", "source.db"}


def test_a_manifest_has_one_spelling(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        assert encode_manifest(read_manifest(backup)) == archive.read(MANIFEST)
