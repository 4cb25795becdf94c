"""A round makes a backup, copies it, and notes how that went; it stops when it is told to."""

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import an_entry
from support.clock import FixedClock
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError, InUseError, JournalError, StorageError
from caregiver_journal.journal import backup_rounds
from caregiver_journal.journal.backing_up import back_up_here, backups_of, list_backups
from caregiver_journal.journal.backup_notes import Notes, note_copied, read_notes
from caregiver_journal.journal.backup_rounds import (
    ClosedRound,
    Halt,
    OpenRound,
    Round,
    StoppedError,
    backs_up_by_itself,
    copying,
)
from caregiver_journal.journal.invented import is_invented
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.journal.second_place import set_place
from caregiver_journal.vault import backup as making
from caregiver_journal.vault import snapshot
from caregiver_journal.vault.lockfile import HeldLock


@pytest.fixture
def stick(journal: Journal, tmp_path: Path) -> Path:
    """The second place, and it is there."""
    stick = tmp_path / "stick"
    stick.mkdir()
    set_place(journal, stick)
    return stick


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(making, "free_bytes", lambda _path: 0)


def ignore(_share: float) -> None:
    """Take how much is done and do nothing with it."""


def carry_out(journal: Journal, halt: Halt) -> Round:
    run = OpenRound(journal, halt)
    run.copy()
    run.let_go()
    return run.make()


def stopped_at(share: float) -> tuple[Halt, list[float]]:
    """Return what stops once so much is done, and what it was told."""
    told: list[float] = []

    def tell(done: float) -> None:
        told.append(done)
        if done >= share:
            halt.stop()

    halt = Halt(tell)
    return halt, told


def leftovers(journal: Journal) -> list[str]:
    return [path.name for path in journal.folder.backups.iterdir() if ".tmp-" in path.name]


# --- open -----------------------------------------------------------------------------------------


def test_a_round_of_an_open_journal(journal: Journal, stick: Path) -> None:
    halt, told = stopped_at(2)
    done = carry_out(journal, halt)
    assert (done.backup, done.copied_to, done.trouble) == (backups_of(journal)[0], stick, None)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    assert len(list_backups(stick)) == 1
    assert read_notes(journal.folder) == Notes(copied=journal.clock())


@pytest.mark.parametrize("share", [0.0, 0.4, 0.6])
def test_it_stops_between_two_steps(journal: Journal, share: float) -> None:
    halt, _told = stopped_at(share)
    with pytest.raises(StoppedError):
        carry_out(journal, halt)
    assert backups_of(journal) == ()
    assert not leftovers(journal)
    assert read_notes(journal.folder) == Notes(), "nothing failed"


def test_stopped_before_it_makes_anything_it_leaves_no_copy(journal: Journal) -> None:
    halt = Halt(ignore)
    run = OpenRound(journal, halt)
    run.copy()
    halt.stop()
    assert leftovers(journal)
    run.let_go()
    assert not leftovers(journal)


def test_stopped_at_the_copy_the_backup_is_there(journal: Journal, stick: Path) -> None:
    halt, _told = stopped_at(0.8)
    with pytest.raises(StoppedError):
        carry_out(journal, halt)
    assert not list(stick.iterdir())
    assert len(backups_of(journal)) == 1
    assert not leftovers(journal)


def test_what_fails_is_noted(
    journal: Journal, full: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    full()
    with pytest.raises(DiskFullError):
        carry_out(journal, Halt(ignore))
    failed = read_notes(journal.folder).failed
    assert failed is not None
    assert failed.reason == "DiskFullError"

    def refuse(*_given: object, **_more: object) -> None:
        raise StorageError

    monkeypatch.setattr(backup_rounds, "BackupRun", refuse)
    with pytest.raises(StorageError):
        OpenRound(journal, Halt(ignore))
    failed = read_notes(journal.folder).failed
    assert failed is not None
    assert failed.reason == "StorageError"


def test_a_copy_that_fails_is_noted_unless_it_was_interrupted(
    journal: Journal, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> bytes:
        raise OSError(errno.EIO, "no")

    folder = journal.folder
    run = OpenRound(journal, Halt(ignore))
    with monkeypatch.context() as broken:
        broken.setattr(snapshot, "read_part", refuse)
        with pytest.raises(StorageError):
            run.copy()
    run.let_go()
    assert read_notes(folder).failed is not None
    folder.backup_notes.unlink()
    run = OpenRound(journal, Halt(ignore))
    place.close()
    with pytest.raises(JournalError):
        run.copy()
    run.let_go()
    assert read_notes(folder) == Notes()


def test_whoever_takes_the_file_over_keeps_it(journal: Journal) -> None:
    first = OpenRound(journal, Halt(ignore))
    second = OpenRound(journal, Halt(ignore))
    with pytest.raises(StorageError):
        first.copy()
    assert read_notes(journal.folder) == Notes(), "the other one is made"
    first.let_go()
    second.copy()
    second.let_go()
    third = OpenRound(journal, Halt(ignore))
    second.let_go()  # once more
    assert journal.database.is_held, "by the third"
    third.copy()
    third.let_go()
    assert third.make().backup in backups_of(journal)


def test_a_copy_to_the_stick_that_fails_is_no_failed_backup(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise StorageError

    monkeypatch.setattr(backup_rounds, "copy_backup", refuse)
    done = carry_out(journal, Halt(ignore))
    assert done.copied_to is None
    assert isinstance(done.trouble, StorageError)
    notes = read_notes(journal.folder)
    assert notes.failed is None
    assert notes.not_copied is not None


def test_only_what_is_not_copied_yet_is_copied(
    journal: Journal, stick: Path, tmp_path: Path
) -> None:
    halt = Halt(ignore)
    assert copying(journal, halt)() is None, "there is no backup yet"
    back_up_here(journal)
    away = stick.rename(tmp_path / "away")
    assert copying(journal, halt)() is None, "the stick is not there"
    away.rename(stick)
    done = copying(journal, halt)()
    assert done is not None
    assert done.copied_to == stick
    assert copying(journal, halt)() is None, "it is there already"


# --- closed ---------------------------------------------------------------------------------------


def test_a_round_of_a_closed_journal(journal: Journal, place: Place, clock: FixedClock) -> None:
    journal.add(an_entry("a note"))
    made = ClosedRound(journal)
    place.close()
    assert made.is_due()
    done = made.make(Halt(ignore))
    assert done is not None
    assert [each.path for each in backups_of(journal)] == [done.backup.path]
    again = place.open()
    later = ClosedRound(again)
    place.close()
    assert not later.is_due()
    assert later.make(Halt(ignore)) is None
    clock.advance(hours=5)
    moment = clock().timestamp()
    os.utime(journal.folder.database, (moment, moment))
    clock.advance(minutes=1)
    assert later.is_due()
    assert later.make(Halt(ignore)) is not None
    assert len(backups_of(journal)) == 2


def test_a_stick_that_was_missed_is_made_up_for(
    journal: Journal, place: Place, stick: Path, tmp_path: Path
) -> None:
    away = stick.rename(tmp_path / "away")
    done = carry_out(journal, Halt(ignore))
    assert done.copied_to is None
    made = ClosedRound(journal)
    place.close()
    assert made.is_due()
    assert made.make(Halt(ignore)) is None
    away.rename(stick)
    again = made.make(Halt(ignore))
    assert again is not None
    assert again.copied_to == stick
    assert not made.is_due()


def test_a_copy_that_was_noted_under_a_wrong_clock_hides_no_later_one(
    journal: Journal, place: Place, stick: Path, clock: FixedClock
) -> None:
    carry_out(journal, Halt(ignore))
    note_copied(journal.folder, clock() + timedelta(days=900))
    made = ClosedRound(journal)
    place.close()
    assert made.is_due()
    assert made.make(Halt(ignore)) is None, "it is there already"
    (copied,) = stick.iterdir()
    copied.unlink()
    assert made.make(Halt(ignore)) is not None
    assert not made.is_due()


def test_while_another_writes_it_stays_due(journal: Journal, place: Place) -> None:
    made = ClosedRound(journal)
    place.close()
    lock = HeldLock.take(journal.folder.writer_lock)
    assert lock is not None
    with pytest.raises(InUseError):
        made.make(Halt(ignore))
    lock.release()
    assert read_notes(journal.folder) == Notes(), "nothing failed"
    assert made.is_due()


def test_a_journal_that_is_gone_is_not_due(journal: Journal, place: Place) -> None:
    back_up_here(journal)
    made = ClosedRound(journal)
    place.close()
    journal.folder.database.unlink()
    assert not made.is_due()


# --- which ----------------------------------------------------------------------------------------


def test_an_invented_journal_is_not_backed_up_by_itself(journal: Journal) -> None:
    assert backs_up_by_itself(journal)
    assert not is_invented(journal)
    fill_with_sample(journal, days=3)
    assert is_invented(journal)
    assert not backs_up_by_itself(journal)
