"""Whatever is chosen to be merged: it is read whole, or refused in words, and changes nothing."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.builders import an_entry
from support.clock import FixedClock
from support.copies import Computers, all_entries
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE, make_vault

from caregiver_journal.base.errors import (
    JournalError,
    KeyFileDamagedError,
    KeyFileMissingError,
    SameJournalError,
)
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.other_copy import (
    Copy,
    by_code,
    by_passphrase,
    home_of,
    read_copy,
)
from caregiver_journal.vault.migrate import SUPPORTED

pytestmark = pytest.mark.unwatched

_FLIPS = 60

Make = Callable[[Journal, Computers], Path]


def a_folder(journal: Journal, computers: Computers) -> Path:
    """Write a little on another computer, and leave it."""
    other = computers.copy(journal)
    for word in ("one", "two", "three"):
        other.add(an_entry(word))
    computers.close()
    return other.folder.path


def a_backup(journal: Journal, computers: Computers) -> Path:
    """Write a little on another computer, and bring its backup along."""
    other = computers.copy(journal)
    for word in ("one", "two", "three"):
        other.add(an_entry(word))
    path = computers.backup(other)
    computers.close()
    shutil.rmtree(other.folder.path)
    return path


def strange_folder(_journal: Journal, computers: Computers) -> Path:
    return make_vault(computers.folder / "stranger").folder.path


def strange_backup(_journal: Journal, computers: Computers) -> Path:
    vault = make_vault(computers.folder / "stranger")
    stranger = doors.open_journal(vault.folder.path, vault.opened, computers.clock)
    back_up_to(stranger, computers.folder / "strange.cjbackup")
    stranger.close()
    return computers.folder / "strange.cjbackup"


def newer(journal: Journal, computers: Computers) -> Journal:
    other = computers.copy(journal)
    with other.database.writing():
        other.database.write(f"PRAGMA user_version = {SUPPORTED + 1:d}")
    return other


def newer_folder(journal: Journal, computers: Computers) -> Path:
    other = newer(journal, computers)
    computers.close()
    return other.folder.path


def cut_folder(journal: Journal, computers: Computers) -> Path:
    folder = a_folder(journal, computers)
    os.truncate(folder / "journal.db", 4096 * 7)
    return folder


def cut_backup(journal: Journal, computers: Computers) -> Path:
    path = a_backup(journal, computers)
    os.truncate(path, path.stat().st_size - 700)
    return path


def flipped_backup(journal: Journal, computers: Computers) -> Path:
    path = a_backup(journal, computers)
    flip(path, path.stat().st_size // 2, 1)
    return path


def empty_database(journal: Journal, computers: Computers) -> Path:
    folder = a_folder(journal, computers)
    os.truncate(folder / "journal.db", 0)
    return folder


def garbage(journal: Journal, computers: Computers) -> Path:
    folder = a_folder(journal, computers)
    (folder / "journal.db").write_bytes(b"not at all a journal")
    return folder


def plain(journal: Journal, computers: Computers) -> Path:
    folder = a_folder(journal, computers)
    (folder / "journal.db").write_bytes(b"SQLite format 3\0".ljust(8192, b"\0"))
    return folder


def no_database(journal: Journal, computers: Computers) -> Path:
    folder = a_folder(journal, computers)
    (folder / "journal.db").unlink()
    return folder


def folder_for_database(journal: Journal, computers: Computers) -> Path:
    folder = no_database(journal, computers)
    (folder / "journal.db").mkdir()
    return folder


def words(_journal: Journal, computers: Computers) -> Path:
    path = computers.folder / "letter.cjbackup"
    path.write_text("Dear all")
    return path


def pipe(_journal: Journal, computers: Computers) -> Path:
    path = computers.folder / "pipe.cjbackup"
    os.mkfifo(path)
    return path


def gone(_journal: Journal, computers: Computers) -> Path:
    return computers.folder / "pulled out.cjbackup"


def linked_folder(journal: Journal, computers: Computers) -> Path:
    path = computers.folder / "a link"
    path.symlink_to(journal.folder.path)
    return path


def linked_database(journal: Journal, computers: Computers) -> Path:
    path = computers.folder / "journal.db"
    path.symlink_to(journal.folder.database)
    return path


def linked_under_another_name(journal: Journal, computers: Computers) -> Path:
    path = computers.folder / "a link.cjbackup"
    path.symlink_to(journal.folder.database)
    return path


HOSTILE: tuple[tuple[Make, str], ...] = (
    (strange_folder, "The journal in this folder is another one."),
    (strange_backup, "This backup is of another journal."),
    (newer_folder, "The journal in this folder was written by a newer version."),
    (cut_folder, "The journal in this folder is damaged, so nothing was taken from it."),
    (cut_backup, "This backup is damaged, so nothing was taken from it."),
    (flipped_backup, "This backup is damaged, so nothing was taken from it."),
    (empty_database, "The file journal.db is empty."),
    (garbage, "The file journal.db is damaged from its beginning and cannot be read."),
    (plain, "The file journal.db is not encrypted, so it is not a journal of this program."),
    (no_database, "The file journal.db is not in this folder."),
    (folder_for_database, "The file journal.db is damaged from its beginning and cannot be read."),
    (words, "This file is not a backup of this program."),
    (pipe, "This file is not a backup of this program."),
    (gone, "This file is not there."),
    (linked_folder, "This is the journal that is open."),
    (linked_database, "This is the journal that is open."),
    (linked_under_another_name, "This is the journal that is open."),
)


def flip(path: Path, at: int, bit: int) -> None:
    """Turn a bit of a file round."""
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ bit]))


def files_of(path: Path) -> dict[str, bytes]:
    """Return what lies in a folder, or in a file, but for locks and links."""
    found = path.rglob("*") if path.is_dir() and not path.is_symlink() else [path]
    return {
        str(each): each.read_bytes()
        for each in found
        if each.is_file() and not each.is_symlink() and each.suffix != ".lock"
    }


def read_quietly(path: Path, journal: Journal) -> Copy | JournalError:
    """Read a copy, or return why not; either way nothing has changed anywhere."""
    entries, before = all_entries(journal), files_of(path)
    try:
        found: Copy | JournalError = read_copy(path, home_of(journal))
    except JournalError as error:
        found = error
    assert all_entries(journal) == entries
    assert files_of(path) == before
    assert list(journal.folder.path.parent.glob("*.tmp-*")) == []
    return found


@pytest.mark.parametrize(
    ("make", "sentence"), HOSTILE, ids=lambda each: getattr(each, "__name__", "")
)
def test_each_has_its_own_sentence_and_changes_nothing(
    journal: Journal, computers: Computers, make: Make, sentence: str
) -> None:
    journal.add(an_entry("here"))
    refused = read_quietly(make(journal, computers), journal)
    assert isinstance(refused, JournalError)
    assert refused.sentence == sentence
    assert refused.next_step


def test_a_link_to_the_open_journal_leaves_it_locked(
    place: Place, computers: Computers, clock: FixedClock
) -> None:
    journal = place.open()
    for make in (linked_folder, linked_under_another_name):
        with pytest.raises(SameJournalError):
            read_copy(make(journal, computers), home_of(journal))
    locks = Path("/proc/locks")
    if locks.exists():  # a file that is opened and closed once more loses them on POSIX systems
        assert f":{journal.folder.database.stat().st_ino} " in locks.read_text(encoding="ascii")


@pytest.mark.parametrize("make", [a_backup, a_folder])
def test_any_bit_may_have_flipped(journal: Journal, computers: Computers, make: Make) -> None:
    path = make(journal, computers)
    whole = read_quietly(path, journal)
    assert isinstance(whole, Copy)
    dice, refused = random.Random(make.__name__), 0
    files = [Path(name) for name in files_of(path)]
    for _flip in range(_FLIPS):
        file = dice.choice(files)
        at, bit = dice.randrange(file.stat().st_size), 1 << dice.randrange(8)
        flip(file, at, bit)
        found = read_quietly(path, journal)
        flip(file, at, bit)
        if isinstance(found, JournalError):
            refused += 1
        else:
            assert found.incoming == whole.incoming, f"{file.name}, byte {at}, bit {bit}"
    assert refused > _FLIPS / 5


@pytest.mark.parametrize("make", [a_backup, a_folder])
def test_it_may_end_anywhere(journal: Journal, computers: Computers, make: Make) -> None:
    path = make(journal, computers)
    file = path if path.is_file() else path / "journal.db"
    data, dice = file.read_bytes(), random.Random(make.__name__)
    for _cut in range(_FLIPS // 3):
        file.write_bytes(data[: dice.randrange(len(data))])
        assert isinstance(read_quietly(path, journal), JournalError)
    file.write_bytes(data)
    assert isinstance(read_quietly(path, journal), Copy)


def test_without_its_key_file_the_key_of_the_open_journal_opens_it(
    journal: Journal, computers: Computers
) -> None:
    folder = a_folder(journal, computers)
    for name in ("journal.keys", "journal.keys.bak"):
        (folder / name).unlink()
    copy = read_quietly(folder, journal)
    assert isinstance(copy, Copy)
    assert {entry.note for entry in copy.incoming.entries} == {"one", "two", "three"}


def test_under_an_earlier_key_and_without_its_key_file_the_code_opens_it(
    place: Place, computers: Computers
) -> None:
    folder, code = a_folder(place.open(), computers), place.opened.root.recovery_code()
    place.close()
    place.opened = doors.renew_code(place.folder, PASSPHRASE, CHEAP)
    home = home_of(place.open())
    (folder / "journal.keys.bak").unlink()
    (folder / "journal.keys").write_bytes(b"{}")
    with pytest.raises(KeyFileDamagedError):
        read_copy(folder, home, by_passphrase(PASSPHRASE, CHEAP))
    (folder / "journal.keys").unlink()
    with pytest.raises(KeyFileMissingError):
        read_copy(folder, home, by_passphrase(PASSPHRASE, CHEAP))
    copy = read_copy(folder, home, by_code(code))
    assert len(copy.incoming.entries) == 3
