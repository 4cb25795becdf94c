"""A journal is backed up, checked and taken back at a terminal, fit for a timer."""

import shutil
from pathlib import Path

import pytest
from support.builders import an_entry
from support.journals import Place
from support.spoilt import spoil_leaf
from support.terminal import Terminal
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal import doors, second_place
from caregiver_journal.journal.backing_up import back_up_here, list_backups
from caregiver_journal.journal.second_place import set_place

Named = tuple[str, Path]


@pytest.fixture
def filled(place: Place) -> Place:
    place.open().add(an_entry("the canal"))
    place.close()
    return place


def test_a_backup_is_made_among_the_journals_own(
    terminal: Terminal, filled: Place, journal_option: Named
) -> None:
    answer = terminal.run("backup", *journal_option)
    (backup,) = list_backups(filled.folder / "backups")
    assert (answer.code, answer.err) == (0, "")
    first, second = answer.out.splitlines()
    assert first == f"Backed up and checked: {backup.path}"
    assert second == "0.3 MB, made 2026-11-20 at 17:52 UTC."


def test_it_goes_into_a_folder_and_never_over_the_journal(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert terminal.run("backup", "--to", str(stick), *journal_option).code == 0
    assert len(list_backups(stick)) == 1
    database = filled.folder / "journal.db"
    answer = terminal.run("backup", "--to", str(database), *journal_option)
    assert answer.code == 3
    assert "the journal's own" in answer.err
    assert filled.open().entries.count()[0] == 1


def test_it_is_copied_to_the_second_place_and_says_where_it_was_not(
    terminal: Terminal,
    filled: Place,
    journal_option: Named,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    set_place(filled.open(), stick)
    filled.close()
    answer = terminal.run("backup", *journal_option)
    assert answer.out.splitlines()[-1] == f"Copied to the second place and checked: {stick}"
    (copied,) = list_backups(stick)
    copied.path.unlink()
    monkeypatch.setattr(second_place, "free_bytes", lambda _path: 0)
    answer = terminal.run("backup", *journal_option)
    assert answer.code == 3
    assert "Not copied to the second place: There is too little room" in answer.out
    assert list_backups(stick) == ()


def test_a_computer_is_lost_and_all_comes_back_from_a_stick(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    stick, new = tmp_path / "stick" / "mine.cjbackup", tmp_path / "new"
    assert terminal.run("backup", "--to", stick, *journal_option).code == 0
    code = filled.opened.root.recovery_code()
    shutil.rmtree(filled.folder)
    terminal.typed = [code]
    answer = terminal.run_alone("restore", stick, "--to", new, "--code")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Restored in {new}, as it was on 20")
    assert terminal.prompts == ["Recovery code: "]
    again = Place(new, doors.unlock(new, PASSPHRASE, CHEAP), filled.clock)
    assert again.open().entries.count()[0] == 1
    again.close()


def test_what_lay_there_is_kept(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    stick = tmp_path / "mine.cjbackup"
    terminal.run("backup", "--to", stick, *journal_option)
    answer = terminal.run("restore", stick, "--to", filled.folder)
    (kept,) = filled.folder.glob("replaced-*")
    assert answer.out.splitlines()[1] == f"What lay there before is kept in its folder {kept.name}."


def test_a_backup_is_checked_without_a_passphrase(
    terminal: Terminal, filled: Place, journal_option: Named, tmp_path: Path
) -> None:
    stick = tmp_path / "mine.cjbackup"
    terminal.run("backup", "--to", stick, *journal_option)
    answer = terminal.run_alone("verify", stick)
    assert answer.code == 0
    assert answer.out.startswith("This backup is whole. It was made on 20")
    data = bytearray(stick.read_bytes())
    data[len(data) // 2] ^= 1
    stick.write_bytes(data)
    for command in (("verify", stick), ("restore", stick, "--to", tmp_path / "new")):
        answer = terminal.run_alone(*command)
        assert (answer.code, answer.out) == (3, "")
        assert "This backup is damaged" in answer.err
    assert terminal.prompts == []
    assert not (tmp_path / "new").exists()


# --- salvage --------------------------------------------------------------------------------------

LONG = "The visit went on for an hour and nobody was in a hurry. " * 8


@pytest.fixture
def damaged(place: Place) -> Place:
    """A journal of which some notes cannot be read any more; a backup holds them."""
    journal = place.open()
    with journal.writing(*Kind):
        for number in range(100):
            journal.entries.add(an_entry(f"note {number} {LONG}"))
    back_up_here(journal)
    place.close()
    spoil_leaf(place.folder, place.opened, "notes")
    return place


def test_what_a_damaged_journal_holds_is_saved_elsewhere_and_the_backup_named(
    terminal: Terminal, damaged: Place, tmp_path: Path
) -> None:
    before = (damaged.folder / "journal.db").read_bytes()
    saved = tmp_path / "saved"
    answer = terminal.run("salvage", damaged.folder, "--to", saved)
    assert (answer.code, answer.err) == (1, "")
    first, second, third, *rest = answer.out.splitlines()
    assert first.startswith("100 entries were saved into a new file. ")
    assert "could not be read" in first
    assert second == f"The new journal lies in {saved}. The damaged one is as it was."
    assert third.startswith("The backup of Friday 20 November, ")
    assert rest[0] == "  Mood · good, Friday 20 November"
    assert (damaged.folder / "journal.db").read_bytes() == before
    assert "" in notes(Place(saved, damaged.opened, damaged.clock))


def test_what_is_missing_is_brought_back_in_the_same_breath(
    terminal: Terminal, damaged: Place, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    terminal.typed = [damaged.opened.root.recovery_code()]
    answer = terminal.run_alone("salvage", damaged.folder, "--to", saved, "--code", "--bring-back")
    assert answer.code == 1
    assert terminal.prompts == ["Recovery code: "]
    assert answer.out.splitlines()[-1].endswith("were brought back.")
    found = notes(Place(saved, damaged.opened, damaged.clock))
    assert sorted(found) == sorted(f"note {number} {LONG}".strip() for number in range(100))


def notes(place: Place) -> list[str]:
    found = [entry.note for entry in place.open().entries.page(None, 500)[0]]
    place.close()
    return found


def test_without_a_good_backup_that_is_said(
    terminal: Terminal, damaged: Place, tmp_path: Path
) -> None:
    (backup,) = list_backups(damaged.folder / "backups")
    content = bytearray(backup.path.read_bytes())
    content[60_000] ^= 1
    backup.path.write_bytes(content)
    saved = tmp_path / "saved"
    answer = terminal.run("salvage", damaged.folder, "--to", saved, "--bring-back")
    assert answer.out.splitlines()[-1] == (
        "No backup here holds what is missing. 1 backup could not be opened."
    )


def test_a_whole_journal_can_be_saved_elsewhere_too(
    terminal: Terminal, filled: Place, tmp_path: Path
) -> None:
    answer = terminal.run("salvage", filled.folder, "--to", tmp_path / "saved")
    assert answer.code == 0
    assert answer.out.startswith("1 entry was saved into a new file. Nothing was lost.\n")
    answer = terminal.run("salvage", filled.folder, "--to", tmp_path / "saved")
    assert (answer.code, answer.out) == (3, "")
    assert "already holds a journal" in answer.err
    inside = filled.folder / "saved"
    answer = terminal.run("salvage", filled.folder, "--to", inside)
    assert (answer.code, answer.out) == (3, "")
    assert "the journal's own" in answer.err
    assert not inside.exists()
