"""Look at a journal's file from outside: without SQLite, without a lock, without changing it.

A page of SQLCipher 4 is 4,096 bytes: the encrypted content, a 16-byte IV and an HMAC-SHA512 over
both and the page number. The first 16 bytes of page 1 are the salt in clear, here the journal's id.
"""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from caregiver_journal.base.errors import (
    JournalEmptyError,
    JournalMissingError,
    NotAJournalError,
    PlainDatabaseError,
)
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import wal_of
from caregiver_journal.vault.held_files import read_beginning

PAGE = 4096
ID = 16
_HMAC = 64
_PLAIN_HEADER = b"SQLite format 3\0"
_WAL_HEADER = 32
_FRAME_HEADER = 24


def read_journal_id(database: Path) -> bytes:
    """Return the journal's id from the first 16 bytes of its file.

    Raises:
        JournalMissingError, JournalEmptyError, PlainDatabaseError, NotAJournalError: it has none.
    """
    page = _first_page(database)
    if not page:
        raise JournalEmptyError
    if page.startswith(_PLAIN_HEADER):
        raise PlainDatabaseError
    if len(page) < PAGE:
        raise NotAJournalError
    return page[:ID]


def looks_encrypted(database: Path) -> bool:
    """Tell whether a file could be anybody's journal: whole pages that look like noise."""
    with os_faults():
        is_whole = database.stat().st_size % PAGE == 0
    return is_whole and len(set(_first_page(database)[ID:])) > 200


def is_same_journal(one: bytes, other: bytes) -> bool:
    """Tell whether two ids are the same but for some flipped bits; strangers share no 8 bytes."""
    return sum(a == b for a, b in zip(one, other, strict=True)) >= ID // 2


def opens_with(database: Path, key: bytes, journal_id: bytes) -> bool:
    """Tell whether a database key fits, by the HMAC of page 1 in the file or its log."""
    if _is_authentic(_first_page(database), key, journal_id):
        return True
    return any(_is_authentic(page, key, journal_id) for page in _logged_first_pages(database))


def find_journal_id(database: Path, key: bytes) -> bytes | None:
    """Return the id with which a key opens a file, even if one byte of it was altered there."""
    found = read_journal_id(database)
    if opens_with(database, key, found):
        return found
    page = _first_page(database)
    for position in range(ID):
        for value in range(256):
            candidate = found[:position] + bytes([value]) + found[position + 1 :]
            if _is_authentic(page, key, candidate):
                return candidate
    return None


def _first_page(database: Path) -> bytes:
    if not database.exists():
        raise JournalMissingError
    if not database.is_file():
        raise NotAJournalError
    with os_faults():
        return read_beginning(database, PAGE)


def _logged_first_pages(database: Path) -> Iterator[bytes]:
    """Yield each page 1 in the write-ahead log: after a power cut only that one may be whole."""
    try:
        log = wal_of(database).read_bytes()
    except OSError:
        return
    step = _FRAME_HEADER + PAGE
    for start in range(_WAL_HEADER, len(log) - step + 1, step):
        if log[start : start + 4] == b"\0\0\0\1":
            yield log[start + _FRAME_HEADER : start + step]


def _is_authentic(page: bytes, key: bytes, salt: bytes) -> bool:
    mac_salt = bytes(byte ^ 0x3A for byte in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32)
    signed, mac = page[ID:-_HMAC], page[-_HMAC:]
    number = (1).to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(mac_key, signed + number, "sha512"), mac)
