"""Backups are copied to a second place, checked there, and never mixed with another journal's."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.clock import FixedClock
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    InvalidValueError,
    StorageError,
)
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.preference import BACKUP_PLACE
from caregiver_journal.journal import backing_up, doors, second_place
from caregiver_journal.journal.backing_up import (
    Backup,
    back_up_here,
    backups_in,
    backups_of,
    check_backup,
    list_backups,
)
from caregiver_journal.journal.backup_notes import note_copied, read_notes
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.second_place import (
    copy_backup,
    copy_of,
    is_on_same_disk,
    is_there,
    place_of,
    set_place,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def copy(journal: Journal, backup: Backup, stick: Path) -> Backup:
    return copy_backup(backup, stick, journal.database.journal_id, journal.clock)


def test_it_is_set_and_taken_back(journal: Journal, stick: Path, told: list[Changes]) -> None:
    assert place_of(journal) is None
    take_back = set_place(journal, stick)
    assert place_of(journal) == stick
    note_copied(journal.folder, journal.clock())
    bring_back = set_place(journal, None)
    assert place_of(journal) is None
    assert read_notes(journal.folder).copied is None
    bring_back()
    assert place_of(journal) == stick
    assert read_notes(journal.folder).copied == journal.clock()
    assert {Topic.BACKUP} in told
    take_back()
    assert place_of(journal) is None


def test_the_journals_own_folder_is_refused(journal: Journal, tmp_path: Path) -> None:
    link, around = tmp_path / "link", journal.folder.path / ".." / "journal" / "backups"
    link.symlink_to(journal.folder.backups)
    for place in (journal.folder.path, journal.folder.backups, link, around):
        with pytest.raises(InvalidValueError):
            set_place(journal, place)
    assert journal.setting(BACKUP_PLACE) == ""


def test_whether_it_is_there_and_on_which_disk(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_there(stick)
    assert is_on_same_disk(stick, journal.folder)
    assert not is_there(stick / "nowhere")
    assert not is_on_same_disk(stick / "nowhere", journal.folder)
    assert not is_on_same_disk(Path("/proc"), journal.folder)

    def refuse(_path: Path) -> bool:
        raise OSError

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert not is_there(stick)


def test_a_copy_is_the_same_file_and_is_thinned_as_here(
    journal: Journal, clock: FixedClock, stick: Path
) -> None:
    for _hour in range(12):
        clock.advance(hours=1)
        made = back_up_here(journal)
        copied = copy(journal, made, stick)
        assert copied.path.read_bytes() == made.path.read_bytes()
    names = [each.path.name for each in backups_of(journal)]
    assert [each.path.name for each in list_backups(stick)] == names
    assert len(names) == 10


def test_those_of_another_journal_and_other_files_stay(
    journal: Journal, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    opened = doors.create(tmp_path / "other", PASSPHRASE, CHEAP)
    other = Place(tmp_path / "other", opened, clock)
    clock.advance(days=-900)
    strange = back_up_here(other.open()).path
    other.close()
    strange = strange.rename(stick / strange.name)
    (stick / "broken.cjbackup").write_bytes(b"broken")
    clock.advance(days=900)
    for _hour in range(11):
        clock.advance(hours=1)
        copy(journal, back_up_here(journal), stick)
    assert strange.exists()
    assert (stick / "broken.cjbackup").exists()
    assert len(backups_in(stick, journal.database.journal_id)) == 10
    assert len(list_backups(stick)) == 11


def test_two_journals_may_be_backed_up_in_the_same_second(
    journal: Journal, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    opened = doors.create(tmp_path / "other", PASSPHRASE, CHEAP)
    other = Place(tmp_path / "other", opened, clock)
    stranger = other.open()
    theirs = copy(stranger, back_up_here(stranger), stick)
    before = theirs.path.read_bytes()
    other.close()
    made, own = back_up_here(journal), journal.database.journal_id
    assert copy_of(made, stick, own) is None
    for _twice in range(2):
        copied = copy(journal, made, stick)
        assert copied.path.read_bytes() == made.path.read_bytes()
        assert theirs.path.read_bytes() == before
        assert copy_of(made, stick, own) == copied.path
    assert len(list_backups(stick)) == 2


def test_what_a_killed_copy_left_there_goes_with_the_next(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, under_way = (
        stick / f"journal-20261101T000000Z.cjbackup.tmp-{number * 8}" for number in ("0a", "0b")
    )
    mine = stick / "letter.tmp-draft"
    for path in (left, under_way, mine):
        path.write_bytes(b"half")
    for path in (left, mine):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    copy(journal, back_up_here(journal), stick)
    assert not left.exists()
    assert under_way.exists(), "another program writes it"
    assert mine.exists()

    def refuse(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr(second_place, "remove_temporary", refuse)
    left.write_bytes(b"half")
    os.utime(left, (1_700_000_000, 1_700_000_000))
    copy(journal, backups_of(journal)[0], stick)
    assert left.exists()


def test_a_full_stick_and_one_that_was_pulled_out(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up_here(journal)
    with monkeypatch.context() as full:
        full.setattr(second_place, "free_bytes", lambda _path: made.size)
        with pytest.raises(DiskFullError, match="second place"):
            copy(journal, made, stick)
    with pytest.raises(StorageError):
        copy(journal, made, stick / "pulled out")
    assert not list(stick.iterdir())


def test_a_stick_that_keeps_something_else_is_found_out(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up_here(journal)
    real = check_backup

    def damage(change: Callable[[Path], None]) -> Callable[[Path], object]:
        def check(path: Path) -> object:
            if path.parent == stick:
                change(path)
            return real(path)

        return check

    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-100])

    monkeypatch.setattr(second_place, "check_backup", damage(cut))
    with pytest.raises(BackupDamagedError):
        copy(journal, made, stick)
    assert not list(stick.iterdir())
    journal.clock.advance(hours=1)  # type: ignore[attr-defined]  # tests have a clock to move
    another = back_up_here(journal).path.read_bytes()

    def swap(path: Path) -> None:
        path.write_bytes(another)

    monkeypatch.setattr(second_place, "check_backup", damage(swap))
    with pytest.raises(StorageError):
        copy(journal, made, stick)
    assert not list(stick.iterdir())


def test_what_has_no_id_is_of_no_journal(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy(journal, back_up_here(journal), stick)
    monkeypatch.setattr(backing_up, "read_id", lambda _path: b"short")
    assert backups_in(stick, journal.database.journal_id) == ()

    def refuse(_path: Path) -> bytes:
        raise BackupDamagedError

    monkeypatch.setattr(backing_up, "read_id", refuse)
    assert backups_in(stick, journal.database.journal_id) == ()
