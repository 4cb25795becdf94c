"""Entries leave the journal by the codecs of the one exchange format."""

import sys
from pathlib import Path

import pytest
from support.builders import an_entry
from support.vaults import full_disk

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.exchange import records
from caregiver_journal.journal import exporting
from caregiver_journal.journal.journal import Journal


def test_entries_leave_in_the_exchange_format() -> None:
    entry = an_entry("note")
    assert exporting.to_plain(entry) == records.to_plain(entry)


def test_a_name_and_a_place_are_said_as_one_line() -> None:
    path = Path("/media/stick\n\u202eall is well/a\tb.zip")
    assert exporting.name_of(path) == "a b.zip"
    assert exporting.say_path(path) == "/media/stick all is well/a b.zip"


def test_a_file_is_written_whole_and_for_its_owner_only(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"before")
    exporting.write_out(journal, path, b"after")
    assert path.read_bytes() == b"after"
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.glob("sheet*")] == ["sheet.pdf"]


def test_the_journals_own_folder_takes_no_file(journal: Journal) -> None:
    for path in (journal.folder.database, journal.folder.backups / "sheet.pdf"):
        before = path.read_bytes() if path.exists() else b""
        with pytest.raises(JournalError, match="the journal's own") as refused:
            exporting.write_out(journal, path, b"after")
        assert refused.value.next_step
        assert (path.read_bytes() if path.exists() else b"") == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_in_the_journals_own_folder_is_its_own(journal: Journal, tmp_path: Path) -> None:
    """As where somebody moved the database to another disk, and left a link to it."""
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.write_bytes(b"everything")
    link = journal.folder.path / "linked.db"
    link.symlink_to(elsewhere)
    with pytest.raises(JournalError, match="the journal's own"):
        exporting.write_out(journal, link, b"x")
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["no such folder/sheet.pdf", "."])
def test_a_place_that_takes_nothing_says_so(journal: Journal, tmp_path: Path, name: str) -> None:
    with pytest.raises(JournalError, match="could not be written there"):
        exporting.write_out(journal, tmp_path / name, b"after")


@pytest.mark.parametrize("name", ["x" * 300, "with\0in it", "with \ud800 in it"])
def test_a_name_that_no_file_can_have_says_so(journal: Journal, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert not exporting.lies_there(path)
    said = "could not be written there|No file can" if sys.platform == "win32" else "No file can"
    with pytest.raises(JournalError, match=said):
        exporting.write_out(journal, path, b"after")


def test_a_full_disk_leaves_what_was_there(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"before")
    with full_disk(), pytest.raises(DiskFullError, match="disk is full") as refused:
        exporting.write_out(journal, path, b"after")
    assert "another place" in refused.value.next_step
    assert path.read_bytes() == b"before"


def test_a_file_in_pieces_is_there_at_its_end_and_not_before(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "data.json"
    with exporting.writing_out(journal, path) as file:
        file.write(b"one, ")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"one, two"


def test_a_disk_that_fills_up_half_way_leaves_what_was_there(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "data.json"
    path.write_bytes(b"before")

    def write() -> None:
        with exporting.writing_out(journal, path) as file:
            for _number in range(100):
                file.write(b"x" * 10_000)

    with full_disk(), pytest.raises(DiskFullError):
        write()
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.glob("data*")] == ["data.json"]


def test_what_is_wrong_with_the_words_is_no_matter_of_the_name(
    journal: Journal, tmp_path: Path
) -> None:
    def write() -> None:
        with exporting.writing_out(journal, tmp_path / "data.json") as file:
            file.write("\ud800".encode())

    with pytest.raises(UnicodeEncodeError):
        write()


def test_a_folder_is_empty_where_nothing_is_seen_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    assert exporting.is_empty_folder(tmp_path)
    assert not exporting.is_empty_folder(tmp_path / "none")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", refuse)
        assert not exporting.is_empty_folder(tmp_path)
    (tmp_path / "a").touch()
    assert not exporting.is_empty_folder(tmp_path)
    assert not exporting.is_empty_folder(tmp_path / "a")
