"""A new recovery code replaces the old one, and at no moment is the journal out of reach."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.vaults import (
    CHEAP,
    PASSPHRASE,
    Vault,
    add_entries,
    damage_page,
    full_disk,
    make_vault,
    snapshots,
)

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    KeyFileMissingError,
    ReadOnlyJournalError,
    StorageError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.vault import new_root
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import (
    Opened,
    open_database,
    replace_root,
    unlock_with_code,
    unlock_with_passphrase,
)
from caregiver_journal.vault.folder import JournalFolder, wal_of
from caregiver_journal.vault.keyfile import read_key_file
from caregiver_journal.vault.opened import key_file_inside


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = make_vault(tmp_path)
    with vault.database() as database, database.writing():
        add_entries(database, 30, first=100)
    return vault


def _renew(vault: Vault, passphrase: str = PASSPHRASE) -> Opened:
    with vault.database() as database:
        return replace_root(vault.folder, database, vault.opened, passphrase, CHEAP)


def _assert_as_before(vault: Vault, content: object) -> None:
    """The old code and the passphrase open the journal, and nothing is left lying about."""
    opened = unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    assert opened.root == vault.opened.root == unlock_with_code(vault.folder, vault.code).root
    assert vault.content() == content
    assert len(read_key_file(vault.folder)[0].slots) == 1
    assert not vault.folder.database_new.exists()


def test_the_new_code_and_the_same_passphrase_open_the_same_journal(vault: Vault) -> None:
    before = vault.content()
    opened = _renew(vault)
    assert opened.root != vault.opened.root
    assert opened.journal_id == vault.opened.journal_id
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP).root == opened.root
    assert unlock_with_code(vault.folder, opened.root.recovery_code()).root == opened.root
    renewed = Vault(vault.folder, opened)
    assert renewed.content() == before
    with renewed.database() as database:
        assert database.check(deep=True) == []
        assert database.rows("SELECT count(*) FROM entry_search('visit')") == [(33,)]


def test_the_old_code_opens_it_no_more(vault: Vault) -> None:
    _renew(vault)
    with pytest.raises(WrongCodeError):
        unlock_with_code(vault.folder, vault.code)


def test_nothing_of_the_old_secret_is_left_in_the_folder(vault: Vault) -> None:
    opened = _renew(vault)
    key_file, _repaired = read_key_file(vault.folder)
    assert [slot.mark for slot in key_file.slots] == [opened.root.mark()]
    assert vault.folder.keys.read_bytes() == vault.folder.keys_copy.read_bytes()
    names = {path.name for path in vault.folder.path.iterdir()}
    assert names == {"backups", "journal.db", "journal.keys", "journal.keys.bak"}
    with Vault(vault.folder, opened).database() as database:
        assert key_file_inside(database) == key_file


def test_a_wrong_passphrase_changes_nothing_and_closes_nothing(vault: Vault) -> None:
    before = vault.content()
    with vault.database() as database:
        with pytest.raises(WrongPassphraseError):
            replace_root(vault.folder, database, vault.opened, "a slip of the finger", CHEAP)
        assert not database.is_closed
    _assert_as_before(vault, before)


def test_without_a_key_file_a_passphrase_has_to_be_chosen_first(vault: Vault) -> None:
    vault.folder.keys.unlink()
    vault.folder.keys_copy.unlink()
    with pytest.raises(KeyFileMissingError):
        _renew(vault)


def test_a_journal_open_for_reading_only_gets_no_new_code(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    with pytest.raises(ReadOnlyJournalError):
        _renew(vault)


def test_a_slot_of_an_earlier_secret_does_not_count(vault: Vault) -> None:
    renewed = Vault(vault.folder, _renew(vault))
    with renewed.database() as database, pytest.raises(WrongPassphraseError):
        replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)


def test_another_thread_can_do_it_when_the_journal_is_closed(vault: Vault) -> None:
    database = open_database(vault.folder, vault.opened)
    database.close()
    found: list[Opened] = []

    def work() -> None:
        found.append(replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert Vault(vault.folder, found[0]).content()["entries"]


# --- what goes wrong


@pytest.mark.parametrize("limit", [0, 300, 4_096, 40_000])
def test_on_a_full_disk_everything_stays_as_it_was(
    vault: Vault, limit: int, safety_net: Any
) -> None:
    before = vault.content()
    database = open_database(vault.folder, vault.opened)
    with full_disk(limit), pytest.raises((DiskFullError, StorageError)):
        replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    assert database.is_closed
    _assert_as_before(vault, before)
    safety_net.log.records.clear()


def test_a_damaged_journal_gets_no_new_code(vault: Vault) -> None:
    with vault.database() as database:
        (page,) = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'moods'") or ()
    damage_page(vault.folder.database, page)
    before = vault.folder.database.read_bytes()
    with pytest.raises(DamagedError):
        _renew(vault)
    assert vault.folder.database.read_bytes() == before
    assert unlock_with_code(vault.folder, vault.code).root == vault.opened.root


def test_a_new_database_that_does_not_hold_the_same_is_thrown_away(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    monkeypatch.setattr(new_root, "fingerprint", lambda database: {"a": (1, str(database.path))})
    with pytest.raises(StorageError):
        _renew(vault)
    _assert_as_before(vault, before)


def test_a_log_beside_either_database_stops_it(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    monkeypatch.setattr(new_root, "has_unsaved_log", lambda _path: True)
    with pytest.raises(StorageError):
        _renew(vault)
    _assert_as_before(vault, before)


def test_an_error_before_the_swap_leaves_all_as_it_was(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    monkeypatch.setattr(new_root, "replace", _fail)
    with pytest.raises(StorageError):
        _renew(vault)
    _assert_as_before(vault, before)


def test_an_error_after_the_swap_undoes_nothing(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()

    def swap_and_fail(source: Path, target: Path) -> None:
        source.replace(target)
        _fail()

    monkeypatch.setattr(new_root, "replace", swap_and_fail)
    opened = _renew(vault)
    assert Vault(vault.folder, opened).content() == before


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interruption_at_the_swap_never_locks_anybody_out(
    vault: Vault, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()

    def swap(source: Path, target: Path) -> None:
        if when == "after":
            source.replace(target)
        raise KeyboardInterrupt

    monkeypatch.setattr(new_root, "replace", swap)
    with pytest.raises(KeyboardInterrupt):
        _renew(vault)
    opened = unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    assert (opened.root == vault.opened.root) == (when == "before")
    assert Vault(vault.folder, opened).content() == before


def test_a_last_key_file_that_cannot_be_written_is_written_at_the_next_opening(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[logging.LogRecord]
) -> None:
    before = vault.content()
    real, calls = new_root.write_key_file, iter(range(9))  # type: ignore[attr-defined]

    def write(*arguments: Any) -> None:
        if next(calls):
            raise StorageError
        real(*arguments)

    monkeypatch.setattr(new_root, "write_key_file", write)
    opened = _renew(vault)
    assert len(read_key_file(vault.folder)[0].slots) == 2
    assert "not settled" in expected_warnings[0].getMessage()
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP).root == opened.root
    assert Vault(vault.folder, opened).content() == before
    assert len(read_key_file(vault.folder)[0].slots) == 1


# --- crashes


def test_after_a_crash_at_any_step_the_passphrase_opens_the_journal(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    with monkeypatch.context() as patch:
        crashes = snapshots(
            patch,
            vault.folder,
            tmp_path,
            (new_root, "write_key_file"),
            (new_root, "remove_database"),
            (Database, "export_to"),
            (new_root, "fingerprint"),
            (new_root, "keep_key_file_inside"),
            (Database, "checkpoint"),
            (Database, "close"),
            (new_root, "replace"),
        )
        renewed = _renew(vault)
    assert len(crashes) >= 30
    roots = [_open_after_crash(Vault(JournalFolder(path), renewed), before) for path in crashes]
    swapped = roots.index(renewed.root)
    assert set(roots[:swapped]) == {vault.opened.root}
    assert set(roots[swapped:]) == {renewed.root}
    assert 0 < swapped < len(roots)


def _open_after_crash(vault: Vault, content: object) -> object:
    opened = unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    found = Vault(vault.folder, opened)
    assert found.content() == content
    assert not vault.folder.database_new.exists()
    assert not wal_of(vault.folder.database_new).exists()
    assert [slot.mark for slot in read_key_file(vault.folder)[0].slots] == [opened.root.mark()]
    assert unlock_with_code(vault.folder, opened.root.recovery_code()).root == opened.root
    return opened.root


def test_the_crash_test_would_notice_a_journal_out_of_reach(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: the key file of the new secret alone, written too early."""
    with monkeypatch.context() as patch:
        crashes = snapshots(patch, vault.folder, tmp_path, (new_root, "write_key_file"))
        patch.setattr(new_root, "with_changes", _only_the_newest)
        _renew(vault)
    with pytest.raises(JournalError):
        _open_after_crash(Vault(JournalFolder(crashes[1]), vault.opened), None)


def _only_the_newest(key_file: Any, **changes: Any) -> Any:
    import dataclasses

    slots = changes.pop("slots", key_file.slots)
    return dataclasses.replace(key_file, slots=slots[-1:], **changes)


def _fail(*_arguments: object) -> None:
    raise OSError(5, "planted")


_Step = Callable[..., Any]
