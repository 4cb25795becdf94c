"""A file can be told from others without opening it."""

import secrets
import sqlite3
from pathlib import Path

import pytest
from support.vaults import Vault, add_entries, copy_vault, damage_page, flip, make_vault

from caregiver_journal.base.errors import (
    JournalEmptyError,
    JournalMissingError,
    NotAJournalError,
    PlainDatabaseError,
)
from caregiver_journal.vault.folder import wal_of
from caregiver_journal.vault.inspection import (
    find_journal_id,
    is_same_journal,
    looks_encrypted,
    opens_with,
    read_journal_id,
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def test_the_first_16_bytes_are_the_id(vault: Vault) -> None:
    assert read_journal_id(vault.folder.database) == vault.opened.journal_id


def test_a_missing_file_has_none(tmp_path: Path) -> None:
    with pytest.raises(JournalMissingError):
        read_journal_id(tmp_path / "journal.db")


def test_a_folder_in_its_place_has_none(tmp_path: Path) -> None:
    with pytest.raises(NotAJournalError):
        read_journal_id(tmp_path)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", JournalEmptyError),
        (b"x", NotAJournalError),
        (secrets.token_bytes(4_095), NotAJournalError),
        (b"SQLite format 3\0", PlainDatabaseError),
    ],
    ids=["empty", "one byte", "less than a page", "plain"],
)
def test_what_cannot_be_a_journal_has_none(
    content: bytes, error: type[Exception], tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(content)
    with pytest.raises(error):
        read_journal_id(path)


def test_a_real_plain_database_is_recognised(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "journal.db")
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    with pytest.raises(PlainDatabaseError):
        read_journal_id(tmp_path / "journal.db")


def test_a_journal_looks_encrypted_and_other_files_do_not(vault: Vault, tmp_path: Path) -> None:
    assert looks_encrypted(vault.folder.database)
    other = tmp_path / "other"
    for content in (b"garbage " * 512, bytes(8_192), secrets.token_bytes(8_191)):
        other.write_bytes(content)
        assert not looks_encrypted(other)


def test_an_id_with_flipped_bits_is_still_the_same() -> None:
    one = secrets.token_bytes(16)
    assert is_same_journal(one, one)
    assert is_same_journal(one, one[:8] + bytes(b ^ 1 for b in one[8:]))
    assert not is_same_journal(one, bytes(b ^ 1 for b in one[:9]) + one[9:])


def test_only_the_right_key_fits(vault: Vault) -> None:
    database, journal_id = vault.folder.database, vault.opened.journal_id
    assert opens_with(database, vault.key, journal_id)
    assert not opens_with(database, bytes(32), journal_id)
    assert not opens_with(database, vault.key, bytes(16))


def test_the_key_fits_although_a_byte_of_the_id_was_altered(vault: Vault) -> None:
    flip(vault.folder.database, 15, 7)
    assert opens_with(vault.folder.database, vault.key, vault.opened.journal_id)
    assert find_journal_id(vault.folder.database, vault.key) == vault.opened.journal_id


def test_a_whole_id_is_found_as_it_stands(vault: Vault) -> None:
    assert find_journal_id(vault.folder.database, vault.key) == vault.opened.journal_id


@pytest.mark.parametrize("positions", [(3, 4), (20,)])
def test_more_damage_than_one_byte_of_the_id_is_not_guessed_at(
    vault: Vault, positions: tuple[int, ...]
) -> None:
    for position in positions:
        flip(vault.folder.database, position)
    assert find_journal_id(vault.folder.database, vault.key) is None


def test_after_a_power_cut_a_first_page_in_the_log_counts(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        database._checkpoint_quietly = _put_off  # type: ignore[method-assign]
        with database.writing():
            database.write("PRAGMA user_version = 1")
            add_entries(database, 5, first=100)
        torn = copy_vault(vault, tmp_path / "torn")
    damage_page(torn.folder.database, 1)
    assert opens_with(torn.folder.database, torn.key, torn.opened.journal_id)
    assert not opens_with(torn.folder.database, bytes(32), torn.opened.journal_id)
    wal_of(torn.folder.database).unlink()
    assert not opens_with(torn.folder.database, torn.key, torn.opened.journal_id)


def _put_off() -> None:
    """Leave in the log what was saved."""
