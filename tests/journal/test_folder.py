"""Before a journal is open, its folder can be looked at and its lock be held and knocked at."""

from pathlib import Path

from caregiver_journal.journal.folder import (
    HeldLock,
    JournalFolder,
    folder_size,
    guess_shared_place,
    knock,
)


def test_an_empty_folder_holds_no_journal(tmp_path: Path) -> None:
    assert not JournalFolder(tmp_path).holds_anything()
    assert guess_shared_place(Path("/home/me/Dropbox/journal")) == "Dropbox"


def test_a_lock_has_one_holder_who_can_be_knocked_at(tmp_path: Path) -> None:
    path = JournalFolder(tmp_path).window_lock
    holder = HeldLock.take(path)
    assert holder is not None
    assert HeldLock.take(path) is None
    assert knock(path).exists()
    holder.release()
    again = HeldLock.take(path)
    assert again is not None
    again.release()


def test_its_size_counts_every_file_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "journal.db").write_bytes(b"x" * 4096)
    (tmp_path / "backups" / "one").write_bytes(b"x" * 100)
    assert folder_size(tmp_path) == 4196
    assert folder_size(tmp_path / "nowhere") == 0
