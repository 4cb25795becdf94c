"""Read and write the key file, of which there are always two copies.

``journal.keys`` is JSON in one exact spelling with a checksum over it, so that a damaged file is
told from a wrong passphrase. What makes it trustworthy is the encryption of the slots, not the
checksum.
"""

import base64
import hashlib
import json
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace as with_changes
from datetime import UTC, date
from pathlib import Path

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import (
    JournalError,
    KeyFileDamagedError,
    KeyFileMissingError,
    NewerJournalError,
)
from caregiver_journal.base.files import replace, write_atomically
from caregiver_journal.vault.faults import os_fault, os_faults
from caregiver_journal.vault.folder import JournalFolder, beside
from caregiver_journal.vault.inspection import is_same_journal
from caregiver_journal.vault.keys import (
    JOURNAL_ID_BYTES,
    MARK_BYTES,
    NONCE_BYTES,
    ROOT_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    Cost,
    KeychainSlot,
    Slot,
    canonical_json,
    encode_bytes,
)

MAX_BYTES = 65_536
FORMAT = "caregiver-journal-keys"
VERSION = 1
_MAX_SLOTS = 16
_MAX_GENERATION = 2**53

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeyFile:
    """What a key file says: whose it is, which writing of it this is, and its slots.

    Attributes:
        slots: those of passphrases, at least one.
        keychain: the slot of the system's keychain, if that is turned on.
    """

    journal_id: bytes
    generation: int
    slots: tuple[Slot, ...]
    keychain: KeychainSlot | None = None

    def only(self, mark: bytes) -> "KeyFile":
        """Return it with nothing but the slots of one secret, which may be none."""
        return with_changes(
            self,
            slots=tuple(slot for slot in self.slots if slot.mark == mark),
            keychain=self.keychain if self.keychain and self.keychain.mark == mark else None,
        )


# --- codec --------------------------------------------------------------------------------------


def encode(key_file: KeyFile) -> bytes:
    """Return a key file as the bytes that are stored."""
    slots = [slot.as_json() for slot in key_file.slots]
    if key_file.keychain is not None:
        slots.append(key_file.keychain.as_json())
    content: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "journal": encode_bytes(key_file.journal_id),
        "generation": key_file.generation,
        "slots": slots,
    }
    return canonical_json(content | {"sha256": _checksum(content)})


def decode(data: bytes) -> KeyFile:
    """Return what stored bytes say; nothing but exactly what ``encode`` makes is accepted.

    Raises:
        KeyFileDamagedError: they are not a whole key file.
        NewerJournalError: they are one of a newer version of the program.
    """
    try:
        key_file = _decode(data)
    except (ValueError, RecursionError):
        raise KeyFileDamagedError from None
    if encode(key_file) != data:
        raise KeyFileDamagedError
    return key_file


def _decode(data: bytes) -> KeyFile:
    if len(data) > MAX_BYTES:
        raise ValueError("too long")
    content = json.loads(data.decode("ascii"), object_pairs_hook=_without_doubles)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError("another format")
    checksum = content.pop("sha256", None)
    if checksum != _checksum(content):
        raise ValueError("another checksum")
    version = content.get("version")
    if type(version) is int and version > VERSION:
        raise NewerJournalError
    fields = _object(content, "format version journal generation slots")
    _whole(fields["version"], VERSION, VERSION)
    slots, keychain = _split(fields["slots"])
    if not 1 <= len(slots) <= _MAX_SLOTS:
        raise ValueError("not a list of slots")
    return KeyFile(
        journal_id=_bytes(fields["journal"], JOURNAL_ID_BYTES),
        generation=_whole(fields["generation"], 1, _MAX_GENERATION),
        slots=tuple(_slot(slot) for slot in slots),
        keychain=_keychain_slot(keychain) if keychain is not None else None,
    )


def _split(slots: object) -> tuple[list[object], object]:
    """Part the slot of the keychain, which comes last if there is one, from those before it."""
    if not isinstance(slots, list):
        raise ValueError("not a list of slots")  # noqa: TRY004 - damage, not a bug
    last = slots[-1] if slots else None
    is_keychain = isinstance(last, dict) and last.get("type") == KeychainSlot.kind
    return (slots[:-1], last) if is_keychain else (slots, None)


def _slot(value: object) -> Slot:
    fields = _object(value, "id type created root kdf wrap")
    kdf = _object(fields["kdf"], "name v m t p salt")
    if (fields["type"], kdf["name"], kdf["v"]) != (Slot.kind, "argon2id", 19):
        raise ValueError("another kind of slot")
    cost = Cost(*(_whole(kdf[name], 1, 2**31) for name in "mtp"))
    return Slot(*_beginning(fields), cost, _bytes(kdf["salt"], SALT_BYTES))


def _keychain_slot(value: object) -> KeychainSlot:
    return KeychainSlot(*_beginning(_object(value, "id type created root wrap")))


def _beginning(fields: dict[str, object]) -> tuple[str, str, bytes, bytes, bytes]:
    """Return what slots of each kind have: id, created, mark, nonce, sealed."""
    wrap = _object(fields["wrap"], "name nonce ct")
    if wrap["name"] != "A256GCM":
        raise ValueError("another kind of encryption")
    created = _text(fields["created"], r"\d{4}-\d\d-\d\d")
    date.fromisoformat(created)
    return (
        _text(fields["id"], r"[a-z0-9-]{1,32}"),
        created,
        _bytes(fields["root"], MARK_BYTES),
        _bytes(wrap["nonce"], NONCE_BYTES),
        _bytes(wrap["ct"], ROOT_BYTES + TAG_BYTES),
    )


def _checksum(content: dict[str, object]) -> str:
    return hashlib.sha256(canonical_json(content)).hexdigest()


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _object(value: object, names: str) -> dict[str, object]:
    if not isinstance(value, dict) or value.keys() != set(names.split()):
        raise ValueError("other fields")
    return value


def _whole(value: object, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError("not a number in range")
    return value


def _text(value: object, pattern: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value, re.ASCII):
        raise ValueError("another text")
    return value


def _bytes(value: object, length: int) -> bytes:
    found = base64.b64decode(_text(value, r"[A-Za-z0-9+/=]+"), validate=True)
    if len(found) != length:
        raise ValueError("another length")
    return found


# --- the two copies -----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Copy:
    """One of the two files: its bytes, and what they say or what is wrong with them."""

    path: Path
    data: bytes
    key_file: KeyFile | None = None
    fault: JournalError | None = None


def read_key_file(folder: JournalFolder, journal_id: bytes | None = None) -> tuple[KeyFile, bool]:
    """Return the key file, and whether it had to be repaired from its second copy.

    Of two whole ones the one of ``journal_id`` counts, then the one with the higher generation. The
    other copy is brought up to it where the folder can be written to; a damaged or foreign
    ``journal.keys`` is kept under another name.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, NewerJournalError: neither copy can be used.
    """
    first, second = _read(folder.keys), _read(folder.keys_copy)
    best, key_file = _choose(first, second, journal_id)
    _quietly(lambda: _mend(best, first, second, key_file.journal_id))
    return key_file, best is second


def write_key_file(folder: JournalFolder, key_file: KeyFile) -> None:
    """Store a key file so that at every instant one whole copy, old or new, lies in the folder.

    The copy gets the former generation first, then the file the new one, then the copy the new one
    too: a passphrase that was replaced must not go on opening the journal through the copy.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError: nothing was changed.
    """
    data = encode(key_file)
    first, second = _read(folder.keys), _read(folder.keys_copy)
    with os_faults():
        if first.key_file is not None and first.data != second.data:
            write_atomically(folder.keys_copy, first.data)
        _write_surely(folder.keys, data)
    _quietly(lambda: write_atomically(folder.keys_copy, data))


def _write_surely(path: Path, data: bytes) -> None:
    """Write a file; an error after its last step, the rename, does not make it unwritten."""
    try:
        write_atomically(path, data)
    except OSError:
        if _read(path).data != data:
            raise


def set_aside(path: Path) -> None:
    """Keep a file that cannot be used, under a name with the time; raises OSError."""
    if os.path.lexists(path):
        now = system_clock().astimezone(UTC)
        replace(path, beside(path, f".damaged-{now:%Y%m%dT%H%M%SZ}"))


def _choose(first: _Copy, second: _Copy, journal_id: bytes | None) -> tuple[_Copy, KeyFile]:
    faults = [copy.fault for copy in (first, second) if copy.fault is not None]
    for fault in faults:
        if isinstance(fault, NewerJournalError):
            raise fault  # its older copy must not be taken for the truth
    whole = [(copy, copy.key_file) for copy in (first, second) if copy.key_file is not None]
    if not whole:
        missing = [fault for fault in faults if isinstance(fault, KeyFileMissingError)]
        raise next((fault for fault in faults if fault not in missing), faults[0])
    ours = [
        pair for pair in whole if journal_id and is_same_journal(pair[1].journal_id, journal_id)
    ]
    return max(ours or whole, key=lambda pair: pair[1].generation)


def _mend(best: _Copy, first: _Copy, second: _Copy, journal_id: bytes) -> None:
    """Bring the other copy up to the better one; raises OSError."""
    if first.data != best.data:
        if first.key_file is None or not is_same_journal(first.key_file.journal_id, journal_id):
            set_aside(first.path)
        write_atomically(first.path, best.data)
    if second.data != best.data:
        write_atomically(second.path, best.data)


def _read(path: Path) -> _Copy:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _Copy(path, b"", fault=KeyFileMissingError())
    except OSError as error:
        return _Copy(path, b"", fault=os_fault(error))
    try:
        return _Copy(path, data, key_file=decode(data))
    except JournalError as error:
        return _Copy(path, data, fault=error)


def _quietly(work: Callable[[], object]) -> None:
    """Do what may wait: it is tried again whenever the key file is read."""
    try:
        work()
    except OSError as error:
        _log.warning("a copy of the key file was not written: %s", type(os_fault(error)).__name__)
