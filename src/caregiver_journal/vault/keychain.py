"""Keep the key of a slot in the system's keychain, where that is one that can be trusted.

The library behind it would take whatever backend it finds or is told of in the environment: plain
files, memory, nothing at all, other people's plug-ins. So it is not asked to choose: only the four
real ones are ever made. It is loaded when somebody uses the keychain, not before.
"""

import base64
import binascii
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from caregiver_journal.base.errors import (
    JournalError,
    KeychainEntryLostError,
    KeychainError,
    KeychainLockedError,
    NoKeychainError,
)
from caregiver_journal.vault.keys import KEK_BYTES, encode_bytes

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "caregiver-journal"

_log = logging.getLogger(__name__)


def is_available() -> bool:
    """Tell whether there is a keychain that can be trusted; asks nobody anything."""
    try:
        with _in_our_words():
            return bool(_usable())
    except KeychainError:
        return False


def store(journal_id: bytes, slot_id: str, key: bytes) -> None:
    """Put the key of a slot into the keychain, and make sure that it lies there.

    Raises:
        NoKeychainError, KeychainLockedError, KeychainError: it does not.
    """
    name, text = _name(journal_id, slot_id), encode_bytes(key)
    with _in_our_words():
        backend = _required()[0]
        backend.set_password(SERVICE, name, text)
        if backend.get_password(SERVICE, name) != text:
            raise KeychainError


def fetch(journal_id: bytes, slot_id: str) -> bytes:
    """Return the key of a slot; the keychain may ask the person to unlock it.

    Raises:
        KeychainEntryLostError: the keychain does not hold it.
        NoKeychainError, KeychainLockedError, KeychainError: about the keychain.
    """
    with _in_our_words():
        for backend in _required():
            text = backend.get_password(SERVICE, _name(journal_id, slot_id))
            if text is not None:
                return _read(text)
        raise KeychainEntryLostError


def forget(journal_id: bytes, slot_id: str) -> None:
    """Take the key of a slot out of the keychain, if it is there.

    Raises:
        NoKeychainError, KeychainLockedError, KeychainError: it may still be there.
    """
    name = _name(journal_id, slot_id)
    with _in_our_words():
        for backend in _required():
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)


def _real() -> "list[KeyringBackend]":
    """Return the backends of this system that keep secrets encrypted, the preferred one first."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - see above

        vault = WinVaultKeyring()
        vault.persist = "local machine"  # it must not roam to other computers
        return [vault]
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring  # noqa: PLC0415 - see above

        return [Keyring()]
    from keyring.backends import SecretService, kwallet  # noqa: PLC0415 - see above

    kinds: tuple[type[KeyringBackend], ...] = (SecretService.Keyring, kwallet.DBusKeyring)
    return [kind() for kind in kinds]


def _usable() -> "list[KeyringBackend]":
    return [backend for backend in _real() if backend.viable]


def _required() -> "list[KeyringBackend]":
    found = _usable()
    if not found:
        raise NoKeychainError
    return found


def _name(journal_id: bytes, slot_id: str) -> str:
    return f"{journal_id.hex()}/{slot_id}"


def _read(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise KeychainEntryLostError from None
    if len(key) != KEK_BYTES:
        raise KeychainEntryLostError
    return key


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Turn whatever a backend raises into a sentence; its own words may hold anything."""
    try:
        from keyring.errors import KeyringLocked  # noqa: PLC0415 - see above
    except ImportError:
        raise NoKeychainError from None
    try:
        yield
    except JournalError:
        raise
    except KeyringLocked:
        raise KeychainLockedError from None
    except Exception as error:  # noqa: BLE001 - backends raise what their systems do
        _log.info("keychain refused: %s", type(error).__name__)
        raise KeychainError from None
