"""Every way in, and for every way it can fail its own sentence."""

import dataclasses
import logging
import os
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from support.vaults import CHEAP, PASSPHRASE, Vault, flip, full_disk, make_vault

from caregiver_journal.base.errors import (
    ForeignKeyFileError,
    JournalEmptyError,
    JournalError,
    JournalMissingError,
    KeyFileDamagedError,
    KeyFileMissingError,
    MistypedCodeError,
    NewerJournalError,
    NotAJournalError,
    PlainDatabaseError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.vault import unlocking
from caregiver_journal.vault.doors import unlock_with_code, unlock_with_passphrase
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keyfile import KeyFile, decode, encode, read_key_file, write_key_file
from caregiver_journal.vault.keys import Cost, RootSecret, new_root, wrap_root
from caregiver_journal.vault.opened import write_meta

STRONGER = Cost(memory_kib=19_456, passes=2, lanes=1)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def other(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "other", passphrase="another passphrase", which=1)


def _unlock(vault: Vault, typed: str = PASSPHRASE) -> RootSecret:
    return unlock_with_passphrase(vault.folder, typed, CHEAP).root


def _lose_key_files(vault: Vault) -> None:
    vault.folder.keys.unlink()
    vault.folder.keys_copy.unlink()


# --- by passphrase


def test_the_passphrase_opens_the_journal(vault: Vault) -> None:
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened


def test_nothing_secret_is_shown(vault: Vault) -> None:
    shown = repr(unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP))
    assert vault.opened.root.secret.hex() not in shown
    assert vault.opened.journal_id.hex() not in shown


def test_unlocking_works_while_the_journal_is_open(vault: Vault) -> None:
    with vault.database():
        assert _unlock(vault) == vault.opened.root


def test_a_wrong_passphrase_is_called_wrong(vault: Vault) -> None:
    with pytest.raises(WrongPassphraseError):
        _unlock(vault, "something else")


def test_a_key_file_repaired_from_its_copy_is_mentioned(vault: Vault) -> None:
    flip(vault.folder.keys, 99)
    opened = unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    assert opened.notes == ("The key file was restored from its copy.",)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP).notes == ()


def test_a_damaged_key_file_is_called_damaged(vault: Vault) -> None:
    flip(vault.folder.keys, 99)
    flip(vault.folder.keys_copy, 98)
    with pytest.raises(KeyFileDamagedError):
        _unlock(vault)


def test_a_missing_key_file_is_called_missing_and_not_made_anew(vault: Vault) -> None:
    _lose_key_files(vault)
    with pytest.raises(KeyFileMissingError):
        _unlock(vault)
    assert not vault.folder.keys.exists()


def _take_key_files(vault: Vault, other: Vault) -> None:
    vault.folder.keys.write_bytes(other.folder.keys.read_bytes())
    vault.folder.keys_copy.write_bytes(other.folder.keys.read_bytes())


@pytest.mark.parametrize("typed", [PASSPHRASE, "another passphrase", "neither of them"])
def test_a_key_file_of_another_journal_is_called_so_whatever_was_typed(
    vault: Vault, other: Vault, typed: str
) -> None:
    _take_key_files(vault, other)
    with pytest.raises(ForeignKeyFileError):
        _unlock(vault, typed)


def test_a_key_file_of_another_journal_gives_way_to_the_copy(vault: Vault, other: Vault) -> None:
    vault.folder.keys.write_bytes(other.folder.keys.read_bytes())
    assert _unlock(vault) == vault.opened.root


@pytest.mark.parametrize("position", range(16))
def test_an_altered_id_in_the_database_does_not_matter(vault: Vault, position: int) -> None:
    flip(vault.folder.database, position, position % 8)
    assert _unlock(vault) == vault.opened.root
    if position == 0:
        with pytest.raises(WrongPassphraseError):
            _unlock(vault, "something else")


def test_even_an_id_that_was_overwritten_does_not(vault: Vault) -> None:
    data = vault.folder.database.read_bytes()
    vault.folder.database.write_bytes(bytes(16) + data[16:])
    assert _unlock(vault) == vault.opened.root


def _be_plain(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.close()


DATABASE_ROWS = pytest.mark.parametrize(
    ("become", "error"),
    [
        (Path.unlink, JournalMissingError),
        (lambda path: os.truncate(path, 0), JournalEmptyError),
        (lambda path: path.write_bytes(b"garbage " * 9_999), NotAJournalError),
        (lambda path: os.truncate(path, 4_000), NotAJournalError),
        (lambda path: flip(path, 2_000), NotAJournalError),
        (_be_plain, PlainDatabaseError),
    ],
    ids=["missing", "empty", "garbage", "truncated", "damaged at its beginning", "plain"],
)


@DATABASE_ROWS
def test_a_database_that_is_none_is_told_by_the_passphrase(
    vault: Vault, become: Callable[[Path], None], error: type[JournalError]
) -> None:
    become(vault.folder.database)
    names = sorted(path.name for path in vault.folder.path.iterdir())
    with pytest.raises(JournalError) as caught:
        _unlock(vault)
    assert type(caught.value) is error
    assert sorted(path.name for path in vault.folder.path.iterdir()) == names


@DATABASE_ROWS
def test_a_database_that_is_none_is_told_by_the_recovery_code(
    vault: Vault, become: Callable[[Path], None], error: type[JournalError]
) -> None:
    become(vault.folder.database)
    with pytest.raises(JournalError) as caught:
        unlock_with_code(vault.folder, vault.code)
    assert type(caught.value) in {error, WrongCodeError}
    assert type(caught.value) is error or error is NotAJournalError


def test_noise_in_place_of_the_database_looks_like_another_journal(vault: Vault) -> None:
    vault.folder.database.write_bytes(secrets.token_bytes(40_960))
    with pytest.raises(ForeignKeyFileError):
        _unlock(vault)


def test_an_empty_folder_holds_no_journal(tmp_path: Path) -> None:
    for unlock in (unlock_with_passphrase, unlock_with_code):
        with pytest.raises(JournalMissingError):
            unlock(JournalFolder(tmp_path), "0000" * 9)


def test_a_key_file_of_a_newer_program_is_left_alone(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_arguments: object) -> None:
        raise NewerJournalError

    monkeypatch.setattr(unlocking, "read_key_file", read)
    with pytest.raises(NewerJournalError):
        _unlock(vault)
    assert unlock_with_code(vault.folder, vault.code).root == vault.opened.root


def test_a_new_database_without_its_name_gets_it(vault: Vault) -> None:
    vault.folder.database.rename(vault.folder.database_new)
    assert _unlock(vault) == vault.opened.root
    assert vault.folder.database.exists()
    vault.folder.database.rename(vault.folder.database_new)
    assert unlock_with_code(vault.folder, vault.code).root == vault.opened.root


# --- slots


def test_every_slot_is_tried(vault: Vault) -> None:
    slots = tuple(
        wrap_root(vault.opened.root, word, vault.opened.journal_id, CHEAP) for word in "ab"
    )
    write_key_file(vault.folder, KeyFile(vault.opened.journal_id, 2, slots))
    assert _unlock(vault, "a") == _unlock(vault, "b") == vault.opened.root


def test_of_two_secrets_the_one_that_opens_the_database_counts(vault: Vault) -> None:
    journal_id = vault.opened.journal_id
    slots = tuple(
        wrap_root(root, PASSPHRASE, journal_id, CHEAP)
        for root in (new_root(), vault.opened.root, new_root())
    )
    write_key_file(vault.folder, KeyFile(journal_id, 2, slots))
    assert _unlock(vault) == vault.opened.root


def test_a_weaker_slot_is_strengthened(vault: Vault) -> None:
    before, _repaired = read_key_file(vault.folder)
    unlock_with_passphrase(vault.folder, PASSPHRASE, STRONGER)
    after, _repaired = read_key_file(vault.folder)
    assert [slot.cost for slot in after.slots] == [STRONGER]
    assert after.generation == before.generation + 1
    assert _unlock(vault) == vault.opened.root
    assert read_key_file(vault.folder)[0] == after


def test_only_the_slot_that_was_used_is_strengthened(vault: Vault) -> None:
    journal_id = vault.opened.journal_id
    slots = tuple(wrap_root(vault.opened.root, word, journal_id, CHEAP) for word in "ab")
    write_key_file(vault.folder, KeyFile(journal_id, 2, slots))
    unlock_with_passphrase(vault.folder, "b", STRONGER)
    after, _repaired = read_key_file(vault.folder)
    assert after.slots[0] == slots[0]
    assert [slot.cost for slot in after.slots] == [CHEAP, STRONGER]


def test_where_memory_is_short_a_slot_stays_as_it_is(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _repaired = read_key_file(vault.folder)
    slot = before.slots[0]
    monkeypatch.setattr(unlocking, "wrap_root", lambda *_arguments: slot)
    unlock_with_passphrase(vault.folder, PASSPHRASE, STRONGER)
    assert read_key_file(vault.folder)[0] == before


def test_on_a_full_disk_a_slot_stays_as_it_is(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    with full_disk(100):
        opened = unlock_with_passphrase(vault.folder, PASSPHRASE, STRONGER)
    assert opened == vault.opened
    assert [slot.cost for slot in read_key_file(vault.folder)[0].slots] == [CHEAP]
    assert "DiskFullError" in expected_warnings[0].getMessage()


def test_in_a_read_only_folder_a_slot_stays_as_it_is(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, STRONGER) == vault.opened
    assert [slot.cost for slot in read_key_file(vault.folder)[0].slots] == [CHEAP]


# --- by recovery code


def test_the_code_opens_the_journal(vault: Vault) -> None:
    opened = unlock_with_code(vault.folder, vault.code.lower().replace("-", " "))
    assert opened == vault.opened


def test_a_mistyped_code_is_called_mistyped(vault: Vault) -> None:
    with pytest.raises(MistypedCodeError):
        unlock_with_code(vault.folder, vault.code[1:])


def test_a_code_of_another_journal_is_called_so(vault: Vault, other: Vault) -> None:
    with pytest.raises(WrongCodeError) as caught:
        unlock_with_code(vault.folder, other.code)
    assert caught.value.field == "code"


RESTORED = "The key file was restored from the journal. The passphrase works again."
NONE_LEFT = "This journal has no usable key file now. Choose a new passphrase to make one."


@pytest.mark.parametrize("way", ["missing", "damaged", "foreign"])
def test_the_code_restores_a_key_file_that_is_of_no_use(
    vault: Vault, other: Vault, way: str
) -> None:
    before = vault.folder.keys.read_bytes()
    if way == "missing":
        _lose_key_files(vault)
    elif way == "damaged":
        vault.folder.keys.write_bytes(b"{}")
        vault.folder.keys_copy.write_bytes(before[:-9])
    else:
        _take_key_files(vault, other)
    opened = unlock_with_code(vault.folder, vault.code)
    assert opened == dataclasses.replace(vault.opened, notes=(RESTORED,))
    assert vault.folder.keys.read_bytes() == vault.folder.keys_copy.read_bytes() == before
    assert _unlock(vault) == vault.opened.root
    kept = list(vault.folder.path.glob("journal.keys*.damaged-*"))
    assert len(kept) == (0 if way == "missing" else 2)


def test_the_code_alone_opens_it_even_with_an_altered_id(vault: Vault) -> None:
    _lose_key_files(vault)
    flip(vault.folder.database, 7, 3)
    assert unlock_with_code(vault.folder, vault.code).journal_id == vault.opened.journal_id


@pytest.mark.parametrize("inside", ["", "nonsense", "ä"])
def test_without_a_copy_inside_a_new_passphrase_is_asked_for(vault: Vault, inside: str) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, "key_file", inside)
        database.write("DELETE FROM meta WHERE value = ''")
    _lose_key_files(vault)
    opened = unlock_with_code(vault.folder, vault.code)
    assert opened.root == vault.opened.root
    assert opened.notes == (NONE_LEFT,)
    assert not vault.folder.keys.exists()


def test_a_copy_inside_of_another_secret_is_not_restored(vault: Vault) -> None:
    slot = wrap_root(new_root(), PASSPHRASE, vault.opened.journal_id, CHEAP)
    stale = KeyFile(vault.opened.journal_id, 9, (slot,))
    with vault.database() as database, database.writing():
        write_meta(database, "key_file", encode(stale).decode("ascii"))
    _lose_key_files(vault)
    assert unlock_with_code(vault.folder, vault.code).notes == (NONE_LEFT,)


def test_what_cannot_be_restored_does_not_stand_in_the_way(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    _lose_key_files(vault)
    with full_disk(100):
        opened = unlock_with_code(vault.folder, vault.code)
    assert opened.notes == (NONE_LEFT,)
    assert "DiskFullError" in expected_warnings[-1].getMessage()
    assert unlock_with_code(vault.folder, vault.code).notes == (RESTORED,)


def test_a_right_code_and_a_damaged_first_page_is_not_called_a_wrong_code(vault: Vault) -> None:
    flip(vault.folder.database, 2_000)
    with pytest.raises(NotAJournalError):
        unlock_with_code(vault.folder, vault.code)


def test_an_older_code_is_not_mistaken_for_damage_while_two_secrets_have_slots(
    vault: Vault,
) -> None:
    old = new_root()
    key_file = decode(vault.folder.keys.read_bytes())
    slot = wrap_root(old, PASSPHRASE, vault.opened.journal_id, CHEAP)
    write_key_file(vault.folder, KeyFile(key_file.journal_id, 5, (*key_file.slots, slot)))
    with pytest.raises(WrongCodeError):
        unlock_with_code(vault.folder, old.recovery_code())
