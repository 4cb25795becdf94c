"""Make, derive and wrap the secrets of a journal.

One random root secret opens everything: the database key is derived from it, the recovery code *is*
it, and each passphrase slot holds it encrypted under Argon2id. A keychain slot holds it encrypted
under a random key that lies in the keychain of the system only.
"""

import base64
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import (
    InvalidValueError,
    KeychainEntryLostError,
    NotEnoughMemoryError,
    WrongPassphraseError,
)
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.vault.recovery_code import read_code, write_code

MAX_PASSPHRASE = 1_024
"""Longest passphrase, in characters."""
ROOT_BYTES = 20
JOURNAL_ID_BYTES = 16
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
MARK_BYTES = 8
KEK_BYTES = 32

_DATABASE_KEY = b"caregiver-journal/1/sqlcipher-key"
_ROOT_MARK = b"caregiver-journal/1/root-mark"


@dataclass(frozen=True, repr=False)
class RootSecret:
    """The 20 random bytes that open a journal."""

    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) != ROOT_BYTES:
            raise ValueError("a root secret has 20 bytes")

    @override
    def __repr__(self) -> str:
        return "RootSecret(…)"

    def database_key(self) -> bytes:
        """Return the 32 bytes that SQLCipher encrypts with."""
        return _expand(self.secret, _DATABASE_KEY, 32)

    def mark(self) -> bytes:
        """Return 8 bytes by which slots of this secret are told from those of another."""
        return _expand(self.secret, _ROOT_MARK, MARK_BYTES)

    def recovery_code(self) -> str:
        """Return the secret as nine groups of four characters, for paper."""
        return write_code(self.secret)


def new_root() -> RootSecret:
    """Make a new root secret."""
    return RootSecret(secrets.token_bytes(ROOT_BYTES))


def read_recovery_code(text: str) -> RootSecret:
    """Return the root secret that a typed recovery code stands for; raises MistypedCodeError."""
    return RootSecret(read_code(text))


@dataclass(frozen=True)
class Cost:
    """How much work one try of a passphrase is, in the terms of Argon2id.

    Raises:
        ValueError: outside 19 MiB … 2 GiB, 1 … 20 passes, 1 … 16 lanes. What is read from a file is
            bounded here before any memory is asked for.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if not (
            19_456 <= self.memory_kib <= 2_097_152
            and 1 <= self.passes <= 20
            and 1 <= self.lanes <= 16
        ):
            raise ValueError("the cost of a passphrase lies outside its bounds")

    def is_weaker_than(self, other: "Cost") -> bool:
        """Tell whether less memory is asked for, or as much with fewer passes."""
        return (self.memory_kib, self.passes) < (other.memory_kib, other.passes)


STRONG = Cost(memory_kib=262_144, passes=3, lanes=4)
"""What a passphrase is given; between the two recommendations of RFC 9106."""
MODEST = Cost(memory_kib=65_536, passes=4, lanes=4)
"""What it is given where the computer has too little memory."""


@dataclass(frozen=True)
class _AnySlot:
    """One root secret, encrypted under one key."""

    kind: ClassVar[str]

    id: str
    created: str
    mark: bytes
    nonce: bytes
    sealed: bytes

    def as_json(self) -> dict[str, object]:
        """Return the slot as it stands in the key file."""
        return {
            "id": self.id,
            "type": self.kind,
            "created": self.created,
            "root": encode_bytes(self.mark),
            "wrap": {
                "name": "A256GCM",
                "nonce": encode_bytes(self.nonce),
                "ct": encode_bytes(self.sealed),
            },
        }

    def identity(self, journal_id: bytes) -> bytes:
        """Return what the encryption vouches for besides the secret: all of the slot, and whose."""
        slot = self.as_json()
        slot["wrap"] = {"name": "A256GCM", "nonce": encode_bytes(self.nonce)}
        return canonical_json({"journal": encode_bytes(journal_id), "slot": slot})


@dataclass(frozen=True)
class Slot(_AnySlot):
    """One root secret, encrypted under one passphrase."""

    kind = "passphrase"

    cost: Cost
    salt: bytes

    @override
    def as_json(self) -> dict[str, object]:
        kdf = {
            "name": "argon2id",
            "v": 19,
            "m": self.cost.memory_kib,
            "t": self.cost.passes,
            "p": self.cost.lanes,
            "salt": encode_bytes(self.salt),
        }
        return super().as_json() | {"kdf": kdf}


@dataclass(frozen=True)
class KeychainSlot(_AnySlot):
    """One root secret, encrypted under a random key that only the keychain of the system holds."""

    kind = "keychain"


def wrap_root(root: RootSecret, passphrase: str, journal_id: bytes, cost: Cost = STRONG) -> Slot:
    """Encrypt a root secret under a passphrase; slow by intent.

    Where there is too little memory the slot is made with ``MODEST`` instead.

    Raises:
        InvalidValueError: the passphrase is empty or longer than 1,024 characters.
        NotEnoughMemoryError: not even the modest cost can be paid.
    """
    if not passphrase:
        raise InvalidValueError(_("A passphrase is needed."), field="passphrase")
    if len(passphrase) > MAX_PASSPHRASE:
        raise InvalidValueError(
            _("A passphrase can have at most {limit} characters.").format(limit=MAX_PASSPHRASE),
            field="passphrase",
        )
    salt = secrets.token_bytes(SALT_BYTES)
    try:
        key = _derive(passphrase, salt, cost)
    except MemoryError:
        if not MODEST.is_weaker_than(cost):
            raise NotEnoughMemoryError from None
        return wrap_root(root, passphrase, journal_id, MODEST)
    unsealed = Slot(*_beginning("p", root), cost, salt)
    return replace(unsealed, sealed=_seal(unsealed, root, key, journal_id))


def unwrap_root(slot: Slot, passphrase: str, journal_id: bytes) -> RootSecret:
    """Decrypt the root secret of a slot; slow by intent.

    Raises:
        WrongPassphraseError: the passphrase does not open this slot.
        NotEnoughMemoryError: the computer has not the memory that the slot asks for.
    """
    if not 1 <= len(passphrase) <= MAX_PASSPHRASE:
        raise WrongPassphraseError(field="passphrase")
    try:
        key = _derive(passphrase, slot.salt, slot.cost)
        return RootSecret(AESGCM(key).decrypt(slot.nonce, slot.sealed, slot.identity(journal_id)))
    except InvalidTag:
        raise WrongPassphraseError(field="passphrase") from None
    except MemoryError:
        raise NotEnoughMemoryError from None


def wrap_for_keychain(root: RootSecret, journal_id: bytes) -> tuple[KeychainSlot, bytes]:
    """Encrypt a root secret under a new random key; return that key too, for the keychain."""
    key = secrets.token_bytes(KEK_BYTES)
    unsealed = KeychainSlot(*_beginning("k", root))
    return replace(unsealed, sealed=_seal(unsealed, root, key, journal_id)), key


def unwrap_from_keychain(slot: KeychainSlot, key: bytes, journal_id: bytes) -> RootSecret:
    """Decrypt the root secret of a keychain slot; raises KeychainEntryLostError: another key."""
    try:
        return RootSecret(AESGCM(key).decrypt(slot.nonce, slot.sealed, slot.identity(journal_id)))
    except InvalidTag:
        raise KeychainEntryLostError from None


def canonical_json(value: Mapping[str, object]) -> bytes:
    """Return the one spelling that a value has in JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def encode_bytes(value: bytes) -> str:
    """Return bytes as base64."""
    return base64.b64encode(value).decode("ascii")


def _beginning(letter: str, root: RootSecret) -> tuple[str, str, bytes, bytes, bytes]:
    """Return what a new slot of any kind begins with, still unsealed."""
    created = system_clock().astimezone(UTC).date().isoformat()
    name, nonce = f"{letter}-{secrets.token_hex(4)}", secrets.token_bytes(NONCE_BYTES)
    return name, created, root.mark(), nonce, b""


def _seal(slot: _AnySlot, root: RootSecret, key: bytes, journal_id: bytes) -> bytes:
    return AESGCM(key).encrypt(slot.nonce, root.secret, slot.identity(journal_id))


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same letters can be typed in several ways (composed or not, full width): NFKC makes them
    # one. A lone surrogate, from a broken input method, is no reason to fail.
    prepared = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(prepared)


def _expand(secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(secret)
