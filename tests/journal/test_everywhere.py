"""What was deleted for good is found in the backups, and taken out there."""

import shutil
from pathlib import Path

import pytest
from support.builders import an_entry
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE, full_disk

from caregiver_journal.base.errors import (
    BackupDamagedError,
    EarlierKeyError,
    ForeignBackupError,
    JournalError,
)
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here, back_up_to, check_backup
from caregiver_journal.journal.everywhere import Elsewhere, older_copies
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.journal.second_place import set_place
from caregiver_journal.vault import backup as vault_backup
from caregiver_journal.vault.backup_inside import opened_backup


@pytest.fixture
def kept() -> Entry:
    return an_entry("stays everywhere")


@pytest.fixture
def gone() -> Entry:
    return an_entry("to be gone everywhere")


@pytest.fixture
def journal(place: Place, kept: Entry, gone: Entry) -> Journal:
    """A journal with three backups; the second holds an entry that is gone from it."""
    journal = place.open()
    journal.add(kept)
    back_up_here(journal)
    place.clock.advance(hours=1)
    journal.add(gone)
    back_up_here(journal)
    place.clock.advance(hours=1)
    journal.remove(gone)
    journal.delete_for_good(gone)
    back_up_here(journal)
    return journal


def restored(path: Path, place: Place, new: Path) -> Journal:
    opened = restore_with_passphrase(path, new, PASSPHRASE, CHEAP).opened
    return Place(new, opened, place.clock).open()


def test_only_the_backup_that_holds_an_entry_is_written_anew(
    journal: Journal, place: Place, kept: Entry, gone: Entry, tmp_path: Path
) -> None:
    elsewhere = Elsewhere(journal, [gone.id])
    newest, middle, oldest = before = elsewhere.backups()
    assert [elsewhere.is_held_by(each) for each in before] == [False, True, False]
    others = [each.path.read_bytes() for each in (newest, oldest)]
    elsewhere.take_out_of(middle)
    assert not elsewhere.is_held_by(middle)
    assert [each.path.read_bytes() for each in (newest, oldest)] == others
    assert [(each.path, each.made) for each in elsewhere.backups()] == [
        (each.path, each.made) for each in before
    ]
    assert check_backup(middle.path).made == middle.made
    again = restored(middle.path, place, tmp_path / "new")
    assert [entry.id for entry in again.entries.page(None, 9)[0]] == [kept.id]
    assert again.database.check(deep=True) == []
    again.close()


def test_nothing_of_an_entry_is_left_in_the_bytes_that_the_key_opens(
    journal: Journal, gone: Entry
) -> None:
    elsewhere = Elsewhere(journal, [gone.id])
    middle = elsewhere.backups()[1]
    size = middle.path.stat().st_size
    elsewhere.take_out_of(middle)
    assert middle.path.stat().st_size <= size
    place, opening = journal.folder.path, journal.database.opening()
    with opened_backup(middle.path, place, opening) as inside:
        database = inside.database
        assert database.rows("PRAGMA freelist_count") == [(0,)]
        texts = [text for (text,) in database.rows("SELECT text FROM notes")]
    assert texts == ["stays everywhere"]


def test_a_trash_counts_too(place: Place, gone: Entry) -> None:
    journal = place.open()
    journal.add(gone)
    journal.remove(gone)
    backup = back_up_here(journal)
    journal.delete_for_good(gone)
    elsewhere = Elsewhere(journal, [gone.id])
    assert elsewhere.is_held_by(backup)
    elsewhere.take_out_of(backup)
    assert not elsewhere.is_held_by(backup)


def test_the_second_place_counts_too_where_it_is_reached(
    journal: Journal, gone: Entry, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    middle = Elsewhere(journal, [gone.id]).backups()[1]
    shutil.copy(middle.path, stick / middle.path.name)
    elsewhere = Elsewhere(journal, [gone.id], [stick, tmp_path / "pulled out"])
    held = [each for each in elsewhere.backups() if elsewhere.is_held_by(each)]
    assert {each.path.parent for each in held} == {stick, journal.folder.backups}
    for each in held:
        elsewhere.take_out_of(each)
    assert not any(map(elsewhere.is_held_by, elsewhere.backups()))


def test_the_second_place_that_was_set_is_looked_into(
    journal: Journal, gone: Entry, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    set_place(journal, stick)
    assert Elsewhere(journal, [gone.id]).folders == (journal.folder.backups, stick)


def test_whether_there_may_be_backups_is_known_at_a_glance(place: Place, tmp_path: Path) -> None:
    journal = place.open()
    assert not Elsewhere(journal, ["x"]).may_find_any()
    assert Elsewhere(journal, ["x"], [tmp_path]).may_find_any()
    back_up_here(journal)
    assert Elsewhere(journal, ["x"]).may_find_any()


def test_a_full_disk_leaves_the_backup_as_it_was(journal: Journal, gone: Entry) -> None:
    elsewhere = Elsewhere(journal, [gone.id])
    middle = elsewhere.backups()[1]
    before = middle.path.read_bytes()
    with full_disk(), pytest.raises(JournalError):
        elsewhere.take_out_of(middle)
    assert middle.path.read_bytes() == before
    assert [path.name for path in journal.folder.path.parent.iterdir()] == ["journal"]


def test_what_does_not_pass_its_check_never_takes_the_place(
    journal: Journal, gone: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Elsewhere(journal, [gone.id])
    middle = elsewhere.backups()[1]
    before = middle.path.read_bytes()

    def refuse(_path: Path) -> None:
        raise BackupDamagedError

    monkeypatch.setattr(vault_backup, "check_members", refuse)
    with pytest.raises(BackupDamagedError):
        elsewhere.take_out_of(middle)
    assert middle.path.read_bytes() == before
    assert len(elsewhere.backups()) == 3


def test_a_damaged_backup_is_told_and_left(journal: Journal, gone: Entry) -> None:
    elsewhere = Elsewhere(journal, [gone.id])
    middle = elsewhere.backups()[1]
    content = bytearray(middle.path.read_bytes())
    content[60_000] ^= 1
    middle.path.write_bytes(content)
    for work in (elsewhere.is_held_by, elsewhere.take_out_of):
        with pytest.raises(BackupDamagedError):
            work(middle)
    assert middle.path.read_bytes() == content


def test_a_backup_of_another_journal_is_not_touched(
    journal: Journal, gone: Entry, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    other = doors.open_journal(folder, doors.create(folder, PASSPHRASE, CHEAP))
    strange = back_up_to(other, tmp_path / "stick" / "strange.cjbackup")
    other.close()
    before = strange.path.read_bytes()
    with pytest.raises(ForeignBackupError):
        Elsewhere(journal, [gone.id]).take_out_of(strange)
    assert strange.path.read_bytes() == before


def test_a_backup_from_before_a_new_recovery_code_says_so(
    place: Place, journal: Journal, gone: Entry
) -> None:
    backups = Elsewhere(journal, [gone.id]).backups()
    place.close()
    place.opened = doors.renew_code(place.folder, PASSPHRASE, CHEAP)
    elsewhere = Elsewhere(place.open(), [gone.id])
    with pytest.raises(EarlierKeyError):
        elsewhere.is_held_by(backups[1])


def test_what_a_repair_or_a_restore_left_is_named(journal: Journal) -> None:
    assert older_copies(journal) == ()
    (journal.folder.path / "replaced-20261120T175200Z-ab12").mkdir()
    (journal.folder.path / "damaged-20261120T175200Z.db").touch()
    assert older_copies(journal) == (
        "damaged-20261120T175200Z.db",
        "replaced-20261120T175200Z-ab12",
    )
