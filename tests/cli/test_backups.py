"""A journal is backed up, checked and taken back at a terminal, fit for a timer."""

import shutil
from pathlib import Path

import pytest
from support.builders import an_entry
from support.journals import Place
from support.terminal import Terminal
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import list_backups

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
