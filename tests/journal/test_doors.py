"""A journal is made, opened, shared with nobody, and given new keys."""

import shutil
from pathlib import Path

import pytest
from support.builders import an_entry
from support.clock import FixedClock
from support.journals import Place
from support.keychains import MemoryKeychain
from support.vaults import CHEAP, PASSPHRASE, full_disk

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    FolderInUseError,
    InUseError,
    KeychainEntryLostError,
    KeyFileMissingError,
    StorageError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.folder import JournalFolder

NEW = "a new heron for the old canal"


@pytest.fixture
def filled(place: Place) -> Place:
    """A closed journal with one entry."""
    place.open().add(an_entry("the canal"))
    place.close()
    return place


def is_whole(place: Place) -> bool:
    """Tell whether the journal opens and its entry is there."""
    found = place.open().search.find("canal", 10)
    place.close()
    return len(found) == 1


# --- making and opening -------------------------------------------------------------------------


def test_a_new_journal_opens_with_its_passphrase(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "new" / "journal"
    made = doors.create(folder, PASSPHRASE, CHEAP)
    opened = doors.unlock(folder, PASSPHRASE, CHEAP)
    assert opened == made
    journal = doors.open_journal(folder, opened, clock)
    assert journal.entries.count() == (0, None)
    assert journal.folder.path == JournalFolder(folder).path
    journal.close()


def test_the_keys_of_a_new_journal_can_be_thrown_away(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "journal"
    new = doors.prepare(folder, PASSPHRASE, CHEAP)
    assert not folder.exists()
    opened = doors.write(folder, new)
    doors.open_journal(folder, opened, clock).close()


def test_where_a_journal_lies_no_other_one_is_made(filled: Place) -> None:
    with pytest.raises(FolderInUseError):
        doors.create(filled.folder, PASSPHRASE, CHEAP)
    with pytest.raises(FolderInUseError):
        doors.prepare(filled.folder, PASSPHRASE, CHEAP)
    assert is_whole(filled)


def test_a_wrong_passphrase_opens_nothing(filled: Place) -> None:
    with pytest.raises(WrongPassphraseError):
        doors.unlock(filled.folder, PASSPHRASE + "!", CHEAP)


def test_the_recovery_code_opens_without_a_key_file(filled: Place) -> None:
    for path in filled.folder.glob("journal.keys*"):
        path.unlink()
    with pytest.raises(KeyFileMissingError):
        doors.unlock(filled.folder, PASSPHRASE, CHEAP)
    opened = doors.unlock_with_code(filled.folder, filled.opened.root.recovery_code())
    assert opened.root == filled.opened.root
    assert is_whole(filled)


# --- one at a time ------------------------------------------------------------------------------


def test_a_second_one_is_told_that_the_journal_is_open(place: Place) -> None:
    journal = place.open()
    with pytest.raises(InUseError):
        place.open()
    journal.add(an_entry("the canal"))
    journal.close()
    assert is_whole(place)


def test_where_nobody_can_write_anybody_may_read(
    filled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    first, second = filled.open(), filled.open()
    assert first.is_read_only
    assert first.entries.count() == second.entries.count()


def test_a_journal_that_could_not_be_opened_can_be_opened_later(
    filled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_journal: Journal) -> int:
        raise DamagedError

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "empty_old_trash", fail)
        with pytest.raises(DamagedError) as kept:  # as a window may keep it, to show it
            filled.open()
    assert is_whole(filled)
    assert kept.value.sentence


def test_a_file_that_is_not_there_leaves_no_lock_behind(filled: Place) -> None:
    aside = filled.folder / "aside.db"
    shutil.move(filled.folder / "journal.db", aside)
    with pytest.raises(Exception, match=r"journal\.db"):
        filled.open()
    shutil.move(aside, filled.folder / "journal.db")
    assert is_whole(filled)


def test_a_disk_that_takes_nothing_more_does_not_keep_a_journal_shut(
    filled: Place, clock: FixedClock
) -> None:
    journal = filled.open()
    entry = an_entry("old", at=clock())
    journal.add(entry)
    journal.remove(entry)
    filled.close()
    clock.advance(days=31)
    with full_disk():
        journal = filled.open()
        assert len(journal.search.find("canal", 10)) == 1
        with pytest.raises(StorageError):
            journal.add(an_entry())
    assert journal.empty_old_trash() == 1


# --- new keys -----------------------------------------------------------------------------------


def test_a_new_passphrase_takes_the_place_of_the_old_one(filled: Place) -> None:
    slot = doors.change_passphrase(filled.folder, PASSPHRASE, NEW, CHEAP)
    doors.unlock(filled.folder, PASSPHRASE, CHEAP)  # nothing has changed yet
    doors.use_slot(filled.open(), slot)
    filled.close()
    assert doors.unlock(filled.folder, NEW, CHEAP).root == filled.opened.root
    with pytest.raises(WrongPassphraseError):
        doors.unlock(filled.folder, PASSPHRASE, CHEAP)
    assert is_whole(filled)


def test_only_who_knows_the_old_passphrase_can_change_it(filled: Place) -> None:
    with pytest.raises(WrongPassphraseError):
        doors.change_passphrase(filled.folder, NEW, NEW, CHEAP)


def test_after_a_recovery_a_new_passphrase_needs_no_old_one(filled: Place) -> None:
    opened = doors.unlock_with_code(filled.folder, filled.opened.root.recovery_code())
    journal = filled.open()
    doors.use_slot(journal, doors.set_passphrase(opened, NEW, CHEAP))
    journal.close()
    assert doors.unlock(filled.folder, NEW, CHEAP).root == filled.opened.root


def test_a_new_recovery_code_takes_the_place_of_the_old_one(filled: Place) -> None:
    before = filled.opened.root.recovery_code()
    filled.opened = doors.renew_code(filled.folder, PASSPHRASE, CHEAP)
    after = filled.opened.root.recovery_code()
    assert before != after
    assert doors.unlock_with_code(filled.folder, after).root == filled.opened.root
    assert doors.unlock(filled.folder, PASSPHRASE, CHEAP).root == filled.opened.root
    with pytest.raises(WrongCodeError):
        doors.unlock_with_code(filled.folder, before)
    assert is_whole(filled)


def test_an_open_journal_gets_no_new_recovery_code(filled: Place) -> None:
    journal = filled.open()
    with pytest.raises(InUseError):
        doors.renew_code(filled.folder, PASSPHRASE, CHEAP)
    journal.add(an_entry("still open"))


def test_where_nobody_can_write_there_is_no_new_recovery_code(
    filled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(JournalFolder, "is_writable", lambda _folder: False)
        with pytest.raises(Exception, match="reading only"):
            doors.renew_code(filled.folder, PASSPHRASE, CHEAP)
    assert is_whole(filled)
    assert doors.unlock(filled.folder, PASSPHRASE, CHEAP) == filled.opened


def test_the_keychain_opens_the_journal_until_it_is_forgotten(
    filled: Place, memory_keychain: MemoryKeychain
) -> None:
    journal = filled.open()
    doors.use_keychain(journal, doors.make_keychain_slot(filled.folder, PASSPHRASE, CHEAP))
    journal.close()
    assert doors.unlock_with_keychain(filled.folder) == filled.opened
    assert is_whole(filled)
    journal = filled.open()
    take_key_out = doors.forget_keychain(journal)
    assert memory_keychain.entries
    take_key_out()
    assert not memory_keychain.entries
    doors.forget_keychain(journal)()
    journal.close()
    with pytest.raises(KeychainEntryLostError):
        doors.unlock_with_keychain(filled.folder)


def test_only_who_knows_the_passphrase_can_turn_the_keychain_on(
    filled: Place, memory_keychain: MemoryKeychain
) -> None:
    assert doors.has_keychain()
    with pytest.raises(WrongPassphraseError):
        doors.make_keychain_slot(filled.folder, NEW, CHEAP)
    assert not memory_keychain.entries


def test_a_slot_that_cannot_be_written_leaves_no_key_in_the_keychain(
    filled: Place, memory_keychain: MemoryKeychain
) -> None:
    journal = filled.open()
    slot = doors.make_keychain_slot(filled.folder, PASSPHRASE, CHEAP)
    with full_disk(200), pytest.raises(DiskFullError):
        doors.use_keychain(journal, slot)
    assert not memory_keychain.entries
    assert not journal.folder.has_keychain_slot()


def test_who_names_no_cost_gets_the_strong_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (doors.STRONG.memory_kib, doors.STRONG.passes, doors.STRONG.lanes) == (262_144, 3, 4)
    stronger = doors.Cost(CHEAP.memory_kib, CHEAP.passes + 1, CHEAP.lanes)
    monkeypatch.setattr(doors, "STRONG", stronger)
    folder = tmp_path / "journal"
    opened = doors.create(folder, PASSPHRASE)
    (slot,) = doors.prepare(tmp_path / "other", PASSPHRASE).key_file.slots
    assert slot.cost == stronger
    assert doors.set_passphrase(opened, NEW).cost == stronger
    assert doors.change_passphrase(folder, PASSPHRASE, NEW).cost == stronger
    assert doors.renew_code(folder, PASSPHRASE) == doors.unlock(folder, PASSPHRASE)
