"""Open SQLCipher the one way it is opened here."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from caregiver_journal.base.errors import StorageError

Connection = Any
"""The library comes without types; this is the boundary."""

_BUSY_SECONDS = 0.5

_SAFE = (
    "PRAGMA temp_store = MEMORY",  # sorting must not write plain text into /var/tmp
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
_LASTING = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
)


def key_spec(key: bytes, journal_id: bytes) -> str:
    """Return a database key and the salt of page 1 as SQLCipher takes them, without derivation."""
    return f"x'{key.hex()}{journal_id.hex()}'"


def file_uri(path: Path, mode: str = "mode=rw") -> str:
    """Return the URI of an absolute path on any system, with SQLite's parameters.

    A plain path would be read as a URI when it begins with ``file:``, and made anew when missing.
    """
    text = path.as_posix()
    return f"file://{'' if text.startswith('/') else '/'}{quote(os.fsencode(text))}?{mode}"


def connect(
    path: Path, key: bytes, journal_id: bytes, *, read_only: bool, forgiving: bool = False
) -> Connection:
    """Return a connection that has read the schema; raises what the database library raises.

    Read-only, the file is taken as unchangeable, which needs neither a lock nor a writable folder;
    its write-ahead log would be ignored, so the caller sees to it that there is none. Forgiving, a
    file is opened even if its end is missing.
    """
    mode = "mode=ro&immutable=1" if read_only else "mode=rw"
    connection = dbapi2.connect(
        file_uri(path, mode), uri=True, isolation_level=None, timeout=_BUSY_SECONDS
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # before the key, or it talks
        connection.set_key(key_spec(key, journal_id).encode("ascii"))
        for statement in _SAFE:
            connection.execute(statement)
        if forgiving:
            connection.execute("PRAGMA writable_schema = ON")
        if not read_only:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # one process, no -shm file
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def make_lasting(connection: Connection) -> None:
    """Have every commit survive a power cut: write-ahead log, synchronous."""
    if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
        raise StorageError
    for statement in _LASTING:
        connection.execute(statement)
