"""A journal is backed up by hand or when it is time, and the window does not wait for it."""

import os
import shutil
import threading
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest
from support.builders import an_entry
from support.clock import FixedClock
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    JournalError,
    NotABackupError,
)
from caregiver_journal.journal import backing_up, doors
from caregiver_journal.journal.backing_up import (
    BackupRun,
    back_up_here,
    back_up_to,
    backups_of,
    check_backup,
    is_due,
    list_backups,
    newest_in,
    thin,
)
from caregiver_journal.journal.backup_notes import note_failed, read_notes
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.vault.backup import keep_backup


def touch(journal: Journal) -> None:
    """Write something at the moment the clock shows."""
    journal.add(an_entry("a note"))
    journal.database.checkpoint()
    moment = journal.clock().timestamp()
    os.utime(journal.folder.database, (moment, moment))


def elsewhere(work: Callable[[], object]) -> list[object]:
    """Do work on another thread; return what came of it, an error too."""
    found: list[object] = []

    def do() -> None:
        try:
            found.append(work())
        except JournalError as error:
            found.append(error)

    thread = threading.Thread(target=do)
    thread.start()
    thread.join()
    return found


def test_a_backup_lies_among_the_journals_own(journal: Journal) -> None:
    backup = back_up_here(journal)
    assert backups_of(journal) == (backup,)
    assert backup.made == journal.clock().astimezone(UTC).replace(microsecond=0)
    assert backup.size == backup.path.stat().st_size
    assert check_backup(backup.path).made == backup.made


def test_in_a_folder_it_gets_its_usual_name(journal: Journal, tmp_path: Path) -> None:
    assert back_up_to(journal, tmp_path).path == tmp_path / "journal-20261120T175200Z.cjbackup"


def test_it_replaces_an_earlier_one_whatever_that_is_called(
    journal: Journal, tmp_path: Path
) -> None:
    for name in ("mine.cjbackup", "mine.old"):
        path = tmp_path / name
        back_up_to(journal, path)
        journal.add(an_entry(f"before {name} was made again"))
        back_up_to(journal, path)
        check_backup(path)
    torn = tmp_path / "torn.cjbackup"
    torn.write_bytes(b"half of one")
    back_up_to(journal, torn)
    check_backup(torn)


@pytest.mark.parametrize("name", ["journal.db", "journal.keys", "backups", "mine.cjbackup"])
def test_nothing_of_the_journal_is_replaced(journal: Journal, name: str) -> None:
    before = journal.folder.database.read_bytes()
    with pytest.raises(JournalError, match="the journal's own"):
        back_up_to(journal, journal.folder.path / name)
    assert journal.folder.database.read_bytes() == before
    assert backups_of(journal) == ()


def test_another_file_is_not_replaced(journal: Journal, tmp_path: Path) -> None:
    picture = tmp_path / "family.jpg"
    picture.write_bytes(b"of all of us")
    with pytest.raises(JournalError, match="is no backup"):
        back_up_to(journal, picture)
    assert picture.read_bytes() == b"of all of us"


def test_a_backup_goes_where_it_is_wanted(journal: Journal, place: Place, tmp_path: Path) -> None:
    entry = an_entry("to be found again")
    journal.add(entry)
    path = tmp_path / "stick" / "mine.cjbackup"
    assert back_up_to(journal, path).path == path
    assert backups_of(journal) == ()
    new = tmp_path / "new"
    opened = restore_with_passphrase(path, new, PASSPHRASE, CHEAP).opened
    other = Place(new, opened, place.clock)
    assert other.open().entries.get(entry.id).note == "to be found again"
    other.close()


def test_the_first_is_due_at_once_and_the_next_once_something_was_written(
    journal: Journal, clock: FixedClock
) -> None:
    touch(journal)
    assert is_due(journal)
    back_up_here(journal)
    assert not is_due(journal)
    clock.advance(hours=5)
    assert not is_due(journal)
    touch(journal)
    assert is_due(journal)
    clock.advance(minutes=1)
    back_up_here(journal)
    clock.advance(hours=3)
    touch(journal)
    assert not is_due(journal)


def test_one_of_the_future_counts_for_nothing(journal: Journal, clock: FixedClock) -> None:
    clock.advance(days=400)
    back_up_here(journal)
    clock.advance(days=-400)
    touch(journal)
    assert is_due(journal)
    back_up_here(journal)
    assert len(backups_of(journal)) == 2


def test_older_ones_are_thinned_and_the_one_just_made_stays(
    journal: Journal, clock: FixedClock
) -> None:
    first = back_up_here(journal)
    newest = first
    for _hour in range(12):
        clock.advance(hours=1)
        newest = back_up_here(journal)
    there = backups_of(journal)
    assert there[0] == newest
    assert len(there) == 10
    assert first not in there
    clock.advance(days=-4_000)
    odd = back_up_here(journal)
    assert odd in backups_of(journal)


def test_what_cannot_be_dropped_is_left(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _hour in range(11):
        clock.advance(hours=1)
        keep_backup(journal.folder, journal.database, clock())
    newest = backups_of(journal)[0].path

    def refuse(_path: Path, **_more: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert thin(journal.folder, clock, newest) == 0
    monkeypatch.undo()
    assert thin(journal.folder, clock, newest) == 1


def test_other_files_are_no_backups(journal: Journal, tmp_path: Path) -> None:
    assert list_backups(tmp_path / "nowhere") == ()
    strange = journal.folder.backups / "strange.cjbackup"
    strange.write_bytes(b"strange")
    (journal.folder.backups / "notes.txt").write_text("mine")
    assert backups_of(journal) == ()
    with pytest.raises(NotABackupError):
        check_backup(strange)
    with pytest.raises(BackupDamagedError):
        backing_up.look_at(strange)


def test_the_window_writes_on_while_a_backup_is_made(journal: Journal, place: Place) -> None:
    before = an_entry("before")
    journal.add(before)
    run = BackupRun(journal)
    meanwhile = an_entry("meanwhile")
    journal.add(meanwhile)
    assert elsewhere(run.copy) == [None]
    run.let_go()
    after = an_entry("after")
    journal.add(after)
    (backup,) = elsewhere(run.make)
    assert backups_of(journal) == (backup,)
    assert not list(journal.folder.backups.glob("*.tmp-*"))
    assert journal.entries.count()[0] == 3
    place.close()
    restored = restore_with_passphrase(backups_of(journal)[0].path, place.folder, PASSPHRASE, CHEAP)
    assert restored.kept_as.startswith("replaced-")
    again = place.open()
    assert [entry.id for entry in again.entries.page(None, 10)[0]] == [before.id]


def test_a_run_that_fails_leaves_nothing_and_the_file_goes_on(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = BackupRun(journal, tmp_path / "stick" / "a.cjbackup")
    run.copy()
    run.let_go()

    def refuse(*_given: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(backing_up, "back_up", refuse)
    with pytest.raises(DiskFullError):
        run.make()
    assert not list(journal.folder.backups.iterdir())
    journal.add(an_entry("still"))
    assert BackupRun(journal) is not None


def test_a_run_to_another_place_thins_nothing(journal: Journal, tmp_path: Path) -> None:
    run = BackupRun(journal, tmp_path / "stick" / "a.cjbackup")
    run.copy()
    run.let_go()
    assert run.make().path == tmp_path / "stick" / "a.cjbackup"
    assert backups_of(journal) == ()


def test_a_lock_in_the_midst_leaves_no_backup(journal: Journal, place: Place) -> None:
    run = BackupRun(journal)
    place.close()
    (error,) = elsewhere(run.copy)
    assert isinstance(error, JournalError)
    run.let_go()
    assert not list(journal.folder.backups.iterdir())


def test_what_is_no_file_is_no_backup(journal: Journal) -> None:
    made = back_up_here(journal)
    (journal.folder.backups / "folder.cjbackup").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(journal.folder.backups / "pipe.cjbackup")
    found = elsewhere(lambda: backups_of(journal))
    assert found == [(made,)]


def test_a_trouble_is_over_once_there_is_a_backup(journal: Journal) -> None:
    note_failed(journal.folder, DiskFullError(), journal.clock())
    back_up_here(journal)
    assert read_notes(journal.folder).failed is None


def test_those_of_another_journal_among_the_own_ones_are_let_be(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    opened = doors.create(tmp_path / "other", PASSPHRASE, CHEAP)
    other = Place(tmp_path / "other", opened, clock)
    clock.advance(days=-900)
    strange = []
    for _hour in range(12):
        clock.advance(hours=1)
        made = back_up_here(other.open()).path
        strange.append(shutil.copy(made, journal.folder.backups))
        other.close()
    clock.advance(days=900)
    back_up_here(journal)
    assert len(backups_of(journal)) == len(strange) + 1
    assert all(Path(path).exists() for path in strange)


def test_the_newest_is_one_of_the_past_where_there_is_any(
    journal: Journal, clock: FixedClock
) -> None:
    assert newest_in(journal.folder.backups, clock) is None
    clock.advance(days=400)
    wrong = back_up_here(journal)
    clock.advance(days=-400)
    assert newest_in(journal.folder.backups, clock) == wrong
    right = back_up_here(journal)
    assert newest_in(journal.folder.backups, clock) == right


def test_the_last_backup_from_before_a_rescue_stays_with_the_damaged_file(
    place: Place, clock: FixedClock
) -> None:
    journal = place.open()
    made = []
    for _time in range(3):
        made.append(back_up_here(journal).path.name)
        clock.advance(minutes=10)
    damaged = journal.folder.path / f"damaged-{clock().astimezone(UTC):%Y%m%dT%H%M%SZ}.db"
    damaged.touch()
    damaged.with_name("damaged-by a cat.db").touch()
    for _time in range(12):
        clock.advance(minutes=10)
        back_up_here(journal)
    there = {backup.path.name for backup in backups_of(journal)}
    assert there & set(made) == {made[-1]}
    damaged.unlink()
    clock.advance(minutes=10)
    back_up_here(journal)
    assert not {backup.path.name for backup in backups_of(journal)} & set(made)
