"""A journal opens up to date, its key file settled; what fails on the way has its own sentence."""

import logging
from pathlib import Path

import pytest
from support.vaults import (
    CHEAP,
    PASSPHRASE,
    Vault,
    copy_vault,
    flip,
    forbidden_to_write,
    full_disk,
    make_vault,
)

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    ForeignKeyFileError,
    InUseError,
    InvalidValueError,
    NewerJournalError,
    ReadOnlyFolderError,
    ReadOnlyJournalError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.vault import doors, migrate
from caregiver_journal.vault.doors import (
    Opened,
    make_passphrase_slot,
    open_database,
    replace_passphrase,
    unlock_with_code,
    unlock_with_passphrase,
)
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keyfile import KeyFile, encode, read_key_file, write_key_file
from caregiver_journal.vault.keys import new_root, wrap_root
from caregiver_journal.vault.opened import (
    current_key_file,
    key_file_inside,
    read_meta,
    write_meta,
)
from caregiver_journal.vault.scripts import SUPPORTED

NEW = "a rainy lane behind the mill"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)


def _may_open(vault: Vault, passphrase: str) -> bool:
    try:
        unlock_with_passphrase(vault.folder, passphrase, CHEAP)
    except WrongPassphraseError:
        return False
    return True


# --- opening


def test_a_journal_opens_and_holds_what_was_written(vault: Vault) -> None:
    database = open_database(vault.folder, vault.opened)
    assert database.row("SELECT count(*) FROM entries") == (3,)
    assert not database.read_only
    database.close()


def test_opening_removes_what_a_crash_left(vault: Vault) -> None:
    vault.folder.database_new.touch()
    (vault.folder.path / "journal.keys.tmp-0123456789abcdef").touch()
    with vault.database():
        names = {path.name for path in vault.folder.path.iterdir()}
    assert names - {"journal.db-wal"} == {
        "backups",
        "journal.db",
        "journal.keys",
        "journal.keys.bak",
    }


def test_a_second_opening_is_refused_until_the_first_is_closed(vault: Vault) -> None:
    with vault.database(), pytest.raises(InUseError):
        open_database(vault.folder, vault.opened)
    with vault.database() as database:
        assert database.check(deep=True) == []


def test_a_read_only_folder_opens_for_reading_only(vault: Vault, read_only: None) -> None:
    before = {path: path.stat().st_mtime_ns for path in vault.folder.path.rglob("*")}
    with vault.database() as database:
        assert database.read_only
        assert database.row("SELECT count(*) FROM entries") == (3,)
        with pytest.raises(ReadOnlyJournalError), database.writing():
            pass
        with pytest.raises(ReadOnlyJournalError):
            replace_passphrase(
                vault.folder, database, make_passphrase_slot(vault.opened, NEW, CHEAP)
            )
    assert {path: path.stat().st_mtime_ns for path in vault.folder.path.rglob("*")} == before


def test_a_folder_of_mode_0500_opens_for_reading_only(vault: Vault) -> None:
    with forbidden_to_write(vault.folder.path):
        opened = unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
        database = open_database(vault.folder, opened)
        assert database.read_only
        assert database.row("SELECT count(*) FROM entries") == (3,)
        database.close()


def test_a_read_only_folder_with_unsaved_changes_is_refused(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.database() as database, database.writing():
        database.write("INSERT INTO preferences VALUES ('a', 'b')")
        database.rows("PRAGMA cache_spill = 1")
        database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
    with vault.database() as database:
        database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
        with database.writing():
            database.write("INSERT INTO preferences VALUES ('c', 'd')")
        crashed = copy_vault(vault, tmp_path / "crashed")
    with monkeypatch.context() as patch:
        patch.setattr(JournalFolder, "is_writable", lambda _folder: False)
        with pytest.raises(ReadOnlyFolderError):
            open_database(crashed.folder, crashed.opened)
    assert crashed.content()["preferences"] == [("a", "b"), ("c", "d")]


def test_a_journal_with_the_wrong_id_inside_is_not_believed(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, "journal_id", "00" * 16)
    with pytest.raises(ForeignKeyFileError):
        open_database(vault.folder, vault.opened)
    with pytest.raises(ForeignKeyFileError):
        open_database(vault.folder, vault.opened)


def test_an_altered_id_is_healed_by_opening(vault: Vault) -> None:
    flip(vault.folder.database, 3)
    assert vault.folder.database.read_bytes()[:16] != vault.opened.journal_id
    assert vault.content()["entries"]
    assert vault.folder.database.read_bytes()[:16] == vault.opened.journal_id


def test_a_damaged_page_opens_and_only_reading_it_fails(vault: Vault) -> None:
    with vault.database() as database:
        (page,) = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'moods'") or ()
    flip(vault.folder.database, page * 4_096 - 200)
    with vault.database() as database:
        assert database.row("SELECT count(*) FROM notes") == (3,)
        with pytest.raises(DamagedError):
            database.rows("SELECT * FROM moods")


# --- other versions


def _as_newer_program(monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = (*migrate.SCRIPTS, "CREATE TABLE later (a TEXT) STRICT;")
    monkeypatch.setattr(migrate.migrate, "__defaults__", (scripts,))
    monkeypatch.setattr(doors, "SUPPORTED", len(scripts))


def test_an_older_journal_is_migrated_when_it_is_opened(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    _as_newer_program(monkeypatch)
    with vault.database() as database:
        assert database.user_version == SUPPORTED + 1
        assert len(database.rows("SELECT * FROM entries")) == len(before["entries"])
    assert len(list(vault.folder.backups.iterdir())) == 1


def test_an_older_journal_that_may_not_be_written_is_not_opened(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, read_only: None
) -> None:
    _as_newer_program(monkeypatch)
    with pytest.raises(ReadOnlyFolderError):
        open_database(vault.folder, vault.opened)


def test_a_newer_journal_is_not_opened(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write(f"PRAGMA user_version = {SUPPORTED + 1}")
    with pytest.raises(NewerJournalError):
        open_database(vault.folder, vault.opened)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP) == vault.opened


# --- a new passphrase


def test_a_new_passphrase_takes_the_place_of_the_old_one_everywhere(vault: Vault) -> None:
    slot = make_passphrase_slot(vault.opened, NEW, CHEAP)
    with vault.database() as database:
        replace_passphrase(vault.folder, database, slot)
        assert key_file_inside(database) == read_key_file(vault.folder)[0]
    assert _may_open(vault, NEW)
    assert not _may_open(vault, PASSPHRASE)
    vault.folder.keys.unlink()
    assert not _may_open(vault, PASSPHRASE)
    assert _may_open(vault, NEW)
    assert unlock_with_code(vault.folder, vault.code).root == vault.opened.root


def test_nothing_is_encrypted_anew_for_it(vault: Vault) -> None:
    before = vault.content()
    with vault.database() as database:
        replace_passphrase(vault.folder, database, make_passphrase_slot(vault.opened, NEW, CHEAP))
    assert vault.content() == before


@pytest.mark.parametrize("typed", ["", "x" * 1_025])
def test_a_passphrase_that_cannot_be_used_makes_no_slot(vault: Vault, typed: str) -> None:
    with pytest.raises(InvalidValueError):
        make_passphrase_slot(vault.opened, typed, CHEAP)


def test_on_a_full_disk_the_old_passphrase_stays(vault: Vault) -> None:
    slot = make_passphrase_slot(vault.opened, NEW, CHEAP)
    with vault.database() as database:
        before = key_file_inside(database)
        with full_disk(200), pytest.raises(DiskFullError):
            replace_passphrase(vault.folder, database, slot)
        assert key_file_inside(database) == before
    assert _may_open(vault, PASSPHRASE)
    assert not _may_open(vault, NEW)
    assert vault.content()["entries"]


def test_a_copy_inside_that_could_not_be_written_is_written_at_the_next_opening(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    slot = make_passphrase_slot(vault.opened, NEW, CHEAP)
    with vault.database() as database, full_disk(2_000):
        replace_passphrase(vault.folder, database, slot)
    assert "not copied into the journal" in expected_warnings[0].getMessage()
    expected, _repaired = read_key_file(vault.folder)
    with vault.database() as database:
        assert key_file_inside(database) == expected
    assert _may_open(vault, NEW)


def test_a_journal_without_any_key_file_gets_one_by_a_new_passphrase(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write("DELETE FROM meta WHERE name = 'key_file'")
    for path in (vault.folder.keys, vault.folder.keys_copy):
        path.unlink()
    opened = unlock_with_code(vault.folder, vault.code)
    with vault.database() as database:
        assert current_key_file(vault.folder, database) is None
        replace_passphrase(vault.folder, database, make_passphrase_slot(opened, NEW, CHEAP))
    assert _may_open(vault, NEW)
    assert read_key_file(vault.folder)[0].generation == 1


# --- the key file settles


def test_slots_of_a_secret_that_opens_nothing_are_dropped(vault: Vault) -> None:
    journal_id = vault.opened.journal_id
    stale = wrap_root(new_root(), PASSPHRASE, journal_id, CHEAP)
    before, _repaired = read_key_file(vault.folder)
    write_key_file(vault.folder, KeyFile(journal_id, 4, (stale, *before.slots)))
    with vault.database() as database:
        after, _repaired = read_key_file(vault.folder)
        assert after == KeyFile(journal_id, 5, before.slots)
        assert read_meta(database, "key_file") == encode(after).decode()
    with pytest.raises(WrongCodeError):
        unlock_with_code(vault.folder, new_root().recovery_code())


def test_a_key_file_of_which_no_slot_fits_is_left_alone(vault: Vault) -> None:
    journal_id = vault.opened.journal_id
    stale = KeyFile(journal_id, 4, (wrap_root(new_root(), PASSPHRASE, journal_id, CHEAP),))
    write_key_file(vault.folder, stale)
    with vault.database():
        assert read_key_file(vault.folder)[0] == stale


def test_a_slot_that_was_strengthened_is_copied_inside_at_the_next_opening(vault: Vault) -> None:
    slot = make_passphrase_slot(vault.opened, NEW, CHEAP)
    stronger = KeyFile(vault.opened.journal_id, 9, (slot,))
    write_key_file(vault.folder, stronger)
    with vault.database() as database:
        assert key_file_inside(database) == stronger


def test_a_key_file_of_another_journal_is_not_copied_inside(tmp_path: Path, vault: Vault) -> None:
    foreign = make_vault(tmp_path / "other", which=1)
    before, _repaired = read_key_file(vault.folder)
    for path in (vault.folder.keys, vault.folder.keys_copy):
        path.write_bytes(foreign.folder.keys.read_bytes())
    opened = unlock_with_code(vault.folder, vault.code)
    for path in (vault.folder.keys, vault.folder.keys_copy):
        path.write_bytes(foreign.folder.keys.read_bytes())
    with vault.database() as database:
        assert key_file_inside(database) == before
    assert opened.root == vault.opened.root


def test_on_a_full_disk_settling_waits(
    vault: Vault, expected_warnings: list[logging.LogRecord]
) -> None:
    journal_id = vault.opened.journal_id
    stale = wrap_root(new_root(), PASSPHRASE, journal_id, CHEAP)
    before, _repaired = read_key_file(vault.folder)
    write_key_file(vault.folder, KeyFile(journal_id, 4, (stale, *before.slots)))
    with full_disk(100), vault.database() as database:
        assert database.row("SELECT count(*) FROM entries") == (3,)
    assert "not settled: DiskFullError" in expected_warnings[0].getMessage()
    with vault.database():
        assert read_key_file(vault.folder)[0].slots == before.slots


def test_what_is_known_of_an_open_journal_is_not_shown() -> None:
    assert repr(Opened(new_root(), bytes(16))) == "Opened(…)"
