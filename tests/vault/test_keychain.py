"""The keychain opens the journal where somebody wants it to, and never stands in the way."""

import dataclasses
import logging
import sys
from pathlib import Path

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.core
import pytest
from keyring.backend import KeyringBackend
from support.keychains import MemoryKeychain
from support.vaults import CHEAP, PASSPHRASE, Vault, full_disk, make_vault

from caregiver_journal.base.errors import (
    DiskFullError,
    ForeignKeyFileError,
    JournalError,
    KeychainEntryLostError,
    KeychainError,
    KeychainLockedError,
    KeyFileMissingError,
    NoKeychainError,
    NotAJournalError,
    ReadOnlyJournalError,
)
from caregiver_journal.vault import keychain
from caregiver_journal.vault.doors import (
    drop_keychain_slot,
    make_keychain_slot,
    make_passphrase_slot,
    replace_passphrase,
    replace_root,
    unlock_with_keychain,
    unlock_with_passphrase,
    use_keychain_slot,
)
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keyfile import KeyFile, read_key_file, write_key_file
from caregiver_journal.vault.keys import (
    Cost,
    KeychainSlot,
    new_root,
    unwrap_from_keychain,
    wrap_for_keychain,
    wrap_root,
)
from caregiver_journal.vault.opened import key_file_inside

JOURNAL = bytes(range(16))
KEY = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def slot(vault: Vault, memory_keychain: MemoryKeychain) -> KeychainSlot:
    """The slot of a keychain that is turned on."""
    slot = make_keychain_slot(vault.opened)
    with vault.database() as database:
        use_keychain_slot(vault.folder, database, slot)
    return slot


# --- which keychains


@pytest.fixture
def chosen_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no backend outlast the test."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems always have a keychain")
@pytest.mark.parametrize(
    "kind",
    [
        keyring.backends.fail.Keyring,
        keyring.backends.null.Keyring,
        keyring.backends.chainer.ChainerBackend,
        MemoryKeychain,
    ],
)
def test_what_is_no_real_keychain_is_never_used(
    kind: type[KeyringBackend], chosen_by_hand: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{kind.__module__}.{kind.__name__}")
    backend = kind()
    keyring.set_keyring(backend)
    assert not keychain.is_available()
    with pytest.raises(NoKeychainError):
        keychain.store(JOURNAL, "k-1", KEY)
    assert not getattr(backend, "entries", {})


def test_only_the_real_ones_are_on_the_list() -> None:
    names = {f"{type(each).__module__}.{type(each).__name__}" for each in keychain._real()}
    backends = "keyring.backends"
    assert names == {
        "linux": {f"{backends}.SecretService.Keyring", f"{backends}.kwallet.DBusKeyring"},
        "darwin": {f"{backends}.macOS.Keyring"},
        "win32": {f"{backends}.Windows.WinVaultKeyring"},
    }.get(sys.platform, names)


def test_a_computer_without_a_keychain_is_told(no_keychain: None) -> None:
    assert not keychain.is_available()
    for ask in (keychain.fetch, keychain.forget):
        with pytest.raises(NoKeychainError):
            ask(JOURNAL, "k-1")


def test_a_system_that_fails_to_answer_offers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("planted")

    monkeypatch.setattr(keychain, "_real", fail)
    assert not keychain.is_available()


# --- entries


def test_what_was_stored_is_fetched_until_it_is_forgotten(memory_keychain: MemoryKeychain) -> None:
    assert keychain.is_available()
    keychain.store(JOURNAL, "k-1", KEY)
    assert keychain.fetch(JOURNAL, "k-1") == KEY
    assert list(memory_keychain.entries) == [("caregiver-journal", f"{JOURNAL.hex()}/k-1")]
    for _again in range(2):
        keychain.forget(JOURNAL, "k-1")
        with pytest.raises(KeychainEntryLostError):
            keychain.fetch(JOURNAL, "k-1")


@pytest.mark.parametrize("text", ["", "nonsense", "AAAA", "ä"])
def test_an_entry_that_somebody_altered_counts_as_lost(
    memory_keychain: MemoryKeychain, text: str
) -> None:
    memory_keychain.entries["caregiver-journal", f"{JOURNAL.hex()}/k-1"] = text
    with pytest.raises(KeychainEntryLostError):
        keychain.fetch(JOURNAL, "k-1")


def test_a_keychain_that_keeps_nothing_is_noticed(
    memory_keychain: MemoryKeychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_keychain, "set_password", lambda *_arguments: None)
    with pytest.raises(KeychainError):
        keychain.store(JOURNAL, "k-1", KEY)


def test_a_keychain_that_stays_locked_says_so(memory_keychain: MemoryKeychain) -> None:
    memory_keychain.lock()
    with pytest.raises(KeychainLockedError):
        keychain.fetch(JOURNAL, "k-1")


def test_the_words_of_a_backend_go_nowhere(
    memory_keychain: MemoryKeychain, caplog: pytest.LogCaptureFixture
) -> None:
    memory_keychain.fault = RuntimeError("planted words")
    with caplog.at_level(logging.DEBUG), pytest.raises(KeychainError) as caught:
        keychain.store(JOURNAL, "k-1", KEY)
    assert caught.value.__suppress_context__
    assert "planted words" not in caplog.text + str(caught.value)
    assert "RuntimeError" in caplog.text


# --- the slot


def test_the_key_in_the_keychain_opens_the_slot() -> None:
    root = new_root()
    slot, key = wrap_for_keychain(root, JOURNAL)
    assert unwrap_from_keychain(slot, key, JOURNAL) == root
    assert slot.mark == root.mark()
    assert "kdf" not in slot.as_json()
    assert wrap_for_keychain(root, JOURNAL)[1] != key


@pytest.mark.parametrize(
    "change",
    [
        {"id": "k-00000000"},
        {"created": "2020-01-01"},
        {"mark": bytes(8)},
        {"nonce": bytes(12)},
        {"sealed": bytes(36)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_slot_that_was_altered_anywhere_does_not_open(change: dict[str, object]) -> None:
    slot, key = wrap_for_keychain(new_root(), JOURNAL)
    with pytest.raises(KeychainEntryLostError):
        unwrap_from_keychain(dataclasses.replace(slot, **change), key, JOURNAL)  # type: ignore[arg-type]
    for other in (bytes(16), JOURNAL):
        with pytest.raises(KeychainEntryLostError):
            unwrap_from_keychain(slot, key if other != JOURNAL else KEY, other)


# --- the journal


def test_the_keychain_opens_the_journal_beside_the_passphrase(
    vault: Vault, slot: KeychainSlot
) -> None:
    assert unlock_with_keychain(vault.folder) == vault.opened
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened
    with vault.database() as database:
        assert key_file_inside(database) == read_key_file(vault.folder)[0]


def test_the_key_of_the_slot_lies_only_in_the_keychain(
    vault: Vault, slot: KeychainSlot, memory_keychain: MemoryKeychain
) -> None:
    (text,) = memory_keychain.entries.values()
    for path in vault.folder.path.rglob("*"):
        assert path.is_dir() or text.encode() not in path.read_bytes()


def test_turning_it_off_takes_the_slot_from_every_live_copy(
    vault: Vault, slot: KeychainSlot
) -> None:
    with vault.database() as database:
        assert drop_keychain_slot(vault.folder, database) == slot
        assert drop_keychain_slot(vault.folder, database) is None
        inside = key_file_inside(database)
    assert inside is not None
    assert inside.keychain is None
    assert not vault.folder.has_keychain_slot()
    with pytest.raises(KeychainEntryLostError):
        unlock_with_keychain(vault.folder)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened


def test_a_lost_entry_has_its_own_sentence_and_the_passphrase_opens(
    vault: Vault, slot: KeychainSlot, memory_keychain: MemoryKeychain
) -> None:
    memory_keychain.entries.clear()
    with pytest.raises(KeychainEntryLostError):
        unlock_with_keychain(vault.folder)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened


def test_a_new_passphrase_keeps_it(vault: Vault, slot: KeychainSlot) -> None:
    with vault.database() as database:
        new = make_passphrase_slot(vault.opened, "seven green hills at dawn", CHEAP)
        replace_passphrase(vault.folder, database, new)
    assert unlock_with_keychain(vault.folder) == vault.opened


def test_a_stronger_passphrase_slot_keeps_it(vault: Vault, slot: KeychainSlot) -> None:
    unlock_with_passphrase(vault.folder, PASSPHRASE, Cost(19_456, 2, 1))
    assert unlock_with_keychain(vault.folder) == vault.opened


def test_a_new_recovery_code_drops_it_and_its_entry(
    vault: Vault, slot: KeychainSlot, memory_keychain: MemoryKeychain
) -> None:
    with vault.database() as database:
        opened = replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    assert not vault.folder.has_keychain_slot()
    assert not memory_keychain.entries
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == opened


def test_a_new_recovery_code_does_not_wait_for_a_locked_keychain(
    vault: Vault,
    slot: KeychainSlot,
    memory_keychain: MemoryKeychain,
    expected_warnings: list[logging.LogRecord],
) -> None:
    memory_keychain.lock()
    with vault.database() as database:
        replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    assert not vault.folder.has_keychain_slot()
    assert "KeychainLockedError" in expected_warnings[0].getMessage()


def test_on_a_full_disk_it_stays_as_it_was(vault: Vault, slot: KeychainSlot) -> None:
    with vault.database() as database, full_disk(200), pytest.raises(DiskFullError):
        drop_keychain_slot(vault.folder, database)
    assert unlock_with_keychain(vault.folder) == vault.opened


def test_a_slot_of_a_secret_that_opens_nothing_is_dropped(vault: Vault, slot: KeychainSlot) -> None:
    """A crash between the swap and the last key file leaves slots of two secrets."""
    now, _repaired = read_key_file(vault.folder)
    stale, key = wrap_for_keychain(new_root(), vault.opened.journal_id)
    keychain.store(vault.opened.journal_id, stale.id, key)
    earlier = wrap_root(new_root(), PASSPHRASE, vault.opened.journal_id, CHEAP)
    both = KeyFile(now.journal_id, now.generation + 1, (earlier, *now.slots), stale)
    write_key_file(vault.folder, both)
    with pytest.raises(KeychainEntryLostError):
        unlock_with_keychain(vault.folder)
    with vault.database():
        settled, _repaired = read_key_file(vault.folder)
    assert (settled.slots, settled.keychain) == (now.slots, None)


def test_a_journal_that_cannot_be_written_is_not_changed(
    vault: Vault, slot: KeychainSlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    with vault.database() as database, pytest.raises(ReadOnlyJournalError):
        drop_keychain_slot(vault.folder, database)
    assert unlock_with_keychain(vault.folder) == vault.opened


def test_without_any_key_file_there_is_no_place_for_it(vault: Vault, slot: KeychainSlot) -> None:
    with vault.database() as database:
        with database.writing():
            database.write("DELETE FROM meta WHERE name = 'key_file'")
        vault.folder.keys.unlink()
        vault.folder.keys_copy.unlink()
        with pytest.raises(KeyFileMissingError):
            use_keychain_slot(vault.folder, database, slot)


def _be_damaged(vault: Vault, _other: Vault) -> None:
    data = bytearray(vault.folder.database.read_bytes())
    data[2_000] ^= 1
    vault.folder.database.write_bytes(data)


def _be_foreign(vault: Vault, other: Vault) -> None:
    vault.folder.database.write_bytes(other.folder.database.read_bytes())


@pytest.mark.parametrize(
    ("become", "error"), [(_be_damaged, NotAJournalError), (_be_foreign, ForeignKeyFileError)]
)
def test_another_fault_is_not_blamed_on_the_keychain(
    vault: Vault, slot: KeychainSlot, tmp_path: Path, become: object, error: type[JournalError]
) -> None:
    assert callable(become)
    become(vault, make_vault(tmp_path / "other", which=1))
    with pytest.raises(error):
        unlock_with_keychain(vault.folder)
