"""Write and read a backup: one file with all that a journal needs, and how to open it by hand.

It is a zip file that holds, without compression and in this order, ``README.txt``,
``journal.keys``, ``journal.db`` and ``manifest.json``. The manifest has one exact spelling; it
tells when the backup was made and the size and SHA-256 of every other member, and nothing of what
is written in the journal. What makes a backup trustworthy is the encryption of the database; the
hashes tell damage from a wrong passphrase.
"""

import hashlib
import json
import os
import re
import stat
import struct
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO

from caregiver_journal import __version__
from caregiver_journal.base.errors import (
    BackupDamagedError,
    NewerBackupError,
    NotABackupError,
    StorageError,
)
from caregiver_journal.base.files import writing_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.held_files import is_held
from caregiver_journal.vault.keys import canonical_json

SUFFIX = ".cjbackup"
FORMAT = "caregiver-journal-backup"
VERSION = 1
MANIFEST, KEYS, DATABASE, README = "manifest.json", "journal.keys", "journal.db", "README.txt"
_MEMBERS = (README, KEYS, DATABASE)
_MOST_SMALL = 65_536
"""Bytes that every member but the database may have at most."""
_END, _END_64 = 22, 76
"""So many bytes at the end of a zip file say where its list of members is and how long."""
_CHUNK = 1 << 20
_ID = 16
"""So many bytes at the beginning of a database are the id of its journal."""
_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)
"""What a zip file can say of when a member was written."""
_PROGRAM = re.compile(r"[0-9A-Za-z.+!_-]{1,40}")
"""How a version of the program may be called."""
_STRANGE = (
    zipfile.BadZipFile,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
"""What a damaged file makes the library, or the reading of the manifest, raise."""

ABOUT = """This is a backup of a Caregiver Journal. It is a zip file; nothing in it is compressed.

journal.db    all entries, encrypted (SQLCipher 4)
journal.keys  the key of it, encrypted under the passphrase of the day the backup was made
manifest.json when it was made, and the SHA-256 of the other files

To use it, choose "Restore a backup" in the program. Without the program: put journal.db and
journal.keys into a folder and give that folder to decrypt_journal.py, which lies in the folder
"packaging" of the program's source and needs Python and the package "cryptography" only. It asks
for the passphrase or the recovery code and writes an ordinary SQLite file.
"""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a backup: its length in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        made: when, in UTC, to the second.
        program: the version of the program that made it.
        schema: the version of the database in it.
        members: by name, all files in it but the manifest.
    """

    made: datetime
    program: str
    schema: int
    members: Mapping[str, Member]


# --- writing ------------------------------------------------------------------------------------


def write_backup(path: Path, database: Path, keys: bytes, schema: int, made: datetime) -> Manifest:
    """Write a backup of a closed, compact database file; it is not checked here.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError: there is no file of that name.
    """
    when = made.astimezone(UTC).replace(microsecond=0)
    with (
        os_faults(),
        database.open("rb") as source,
        writing_atomically(path) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
    ):
        contents = {README: [ABOUT.encode("utf-8")], KEYS: [keys], DATABASE: _chunks(source)}
        members = {name: _put(archive, name, contents[name], when) for name in _MEMBERS}
        manifest = Manifest(when, __version__, schema, members)
        _put(archive, MANIFEST, [encode_manifest(manifest)], when)
    return manifest


def encode_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as the bytes that are stored."""
    return canonical_json(
        {
            "format": FORMAT,
            "version": VERSION,
            "made": f"{manifest.made:%Y-%m-%dT%H:%M:%SZ}",
            "program": manifest.program,
            "schema": manifest.schema,
            "members": {
                name: {"size": member.size, "sha256": member.sha256}
                for name, member in manifest.members.items()
            },
        }
    )


def _put(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes], made: datetime) -> Member:
    entry = zipfile.ZipInfo(name, _in_reach(made).timetuple()[:6])
    entry.external_attr = 0o100600 << 16
    with archive.open(entry, "w", force_zip64=name == DATABASE) as file:
        return _describe(_copied(chunks, file))


def _in_reach(made: datetime) -> datetime:
    """Return a moment that a zip file can hold, for a clock that is far from the right time.

    (A computer whose battery is empty begins in 1970.) The manifest tells the moment itself.
    """
    return min(max(made, _FIRST), _LAST)


# --- reading ------------------------------------------------------------------------------------


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself; its other members are not looked at.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
        StorageError, ReadOnlyFolderError: it cannot be read.
    """
    with _archive(path) as archive:
        return _manifest(archive)


def read_keys(path: Path) -> bytes:
    """Return the key file in a backup; raises as ``read_manifest``."""
    with _archive(path) as archive:
        member = _manifest(archive).members[KEYS]
        data = b"".join(_chunks_of(archive, KEYS, member))
        if _describe([data]) != member:
            raise BackupDamagedError
    return data


def read_id(path: Path) -> bytes:
    """Return the id of the journal in a backup; raises as ``read_manifest``."""
    with _archive(path) as archive:
        _manifest(archive)
        with archive.open(DATABASE) as file:
            return file.read(_ID)


def check_members(path: Path) -> Manifest:
    """Compare every member with the manifest; raises as ``read_manifest``."""
    with _archive(path) as archive:
        manifest = _manifest(archive)
        for name, member in manifest.members.items():
            if _describe(_chunks_of(archive, name, member)) != member:
                raise BackupDamagedError
    return manifest


def unpack(path: Path, database: Path, keys: Path) -> Manifest:
    """Write the database and the key file of a backup into files; raises as ``read_manifest``.

    Raises:
        DiskFullError: there is no room for them. Of what was refused nothing is left.
    """
    manifest = check_members(path)
    with _archive(path) as archive, os_faults():
        for name, target in ((DATABASE, database), (KEYS, keys)):
            member = manifest.members[name]
            with writing_atomically(target) as file:
                found = _describe(_copied(_chunks_of(archive, name, member), file))
                if found != member:
                    raise BackupDamagedError  # it was another file a moment ago
    return manifest


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup; whatever a strange file does to the library is told as damage."""
    with os_faults(), _opened(path) as file:
        if not _begins_as_backup(file):
            raise NotABackupError
        if not _has_short_list(file):
            raise BackupDamagedError
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except _STRANGE:
            raise BackupDamagedError from None


def _opened(path: Path) -> BinaryIO:
    """Open a file, with words of its own where there is none."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        raise StorageError(
            _("This file is not there."),
            next_step=_("Look whether its disk or stick is plugged in. Nothing was changed."),
        ) from None
    if is_held(path) or not is_file:  # an open journal, or a pipe that might never end
        raise NotABackupError
    return path.open("rb")


def _begins_as_backup(file: BinaryIO) -> bool:
    """Tell by the name of the first member, which stands behind a header of 30 bytes."""
    beginning = file.read(30 + len(README))
    file.seek(0)
    return beginning.startswith(b"PK\3\4") and beginning[30:] == README.encode("ascii")


def _has_short_list(file: BinaryIO) -> bool:
    """Tell whether the list of members is short; all of it is read at once, before any of them."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_64 - _END))
    end = file.read()
    file.seek(0)
    if not (end[-_END:].startswith(b"PK\5\6") and end.endswith(b"\0\0")):
        return False  # something was put behind it
    lengths = [int.from_bytes(end[-10:-6], "little")]
    if end[-_END - 20 :].startswith(b"PK\6\7"):  # of a long file; what it says goes first
        lengths.append(int.from_bytes(end[40:48], "little"))
    return max(lengths) <= _MOST_SMALL


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if MANIFEST not in names:
        raise NotABackupError  # another zip file that begins with a README
    if names != [*_MEMBERS, MANIFEST]:
        raise BackupDamagedError
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise BackupDamagedError
    if any(entry.file_size > _MOST_SMALL for entry in entries if entry.filename != DATABASE):
        raise BackupDamagedError
    data = archive.read(MANIFEST)
    manifest = _decode(data)
    if encode_manifest(manifest) != data or not _is_sayable(manifest):
        raise BackupDamagedError
    return manifest


def _is_sayable(manifest: Manifest) -> bool:
    """Tell whether what it says has a meaning in every zone, and fits into a sentence."""
    return MINYEAR < manifest.made.year < MAXYEAR and bool(_PROGRAM.fullmatch(manifest.program))


def _decode(data: bytes) -> Manifest:
    content = json.loads(data)
    if content["format"] != FORMAT:
        raise BackupDamagedError
    if content["version"] > VERSION:
        raise NewerBackupError
    members = {
        name: Member(int(content["members"][name]["size"]), str(content["members"][name]["sha256"]))
        for name in _MEMBERS
    }
    made = datetime.strptime(content["made"], "%Y-%m-%dT%H:%M:%S%z")
    return Manifest(made, str(content["program"]), int(content["schema"]), members)


def _chunks_of(archive: zipfile.ZipFile, name: str, member: Member) -> Iterator[bytes]:
    """Yield a member in pieces, and never more of it than the manifest says."""
    left = member.size
    with archive.open(name) as source:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise BackupDamagedError
            yield chunk


def _copied(chunks: Iterable[bytes], file: IO[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        file.write(chunk)
        yield chunk


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk


def _describe(chunks: Iterable[bytes]) -> Member:
    size, content = 0, hashlib.sha256()
    for chunk in chunks:
        size += len(chunk)
        content.update(chunk)
    return Member(size, content.hexdigest())
