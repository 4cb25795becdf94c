"""``import`` says what a file would bring, asks, and brings it in or changes nothing."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import a_boundary, a_measure, a_practice, a_reflection, an_entry
from support.clock import START
from support.incoming import a_file
from support.journals import Place
from support.terminal import Answer, Terminal

from caregiver_journal.cli import commands
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal.backing_up import list_backups
from caregiver_journal.vault import backup as making
from caregiver_journal.vault.folder import JournalFolder

ENTRIES = (
    an_entry("One"),
    an_entry("Two", START - timedelta(days=1)),
    an_entry(mood=a_boundary()),
    an_entry(mood=a_reflection()),
    an_entry(mood=a_practice()),
    an_entry(mood=a_measure()),
)

ALL = "2 check-ins, 1 boundary moment, 1 reflection, 1 exercise done and 1 questionnaire filled in"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "journal.json", ENTRIES)


def read(place: Place) -> dict[str, Entry]:
    entries, _place = place.open().entries.page(None, 1_000)
    place.close()
    return {entry.id: entry for entry in entries}


def type_it(terminal: Terminal, typed: str, place: Place, path: Path) -> Answer:
    """Run it at a real terminal."""
    return terminal.run_at_keyboard("import", path, "--journal", place.folder, typed=typed)


def test_import_brings_in_a_file(terminal: Terminal, place: Place, path: Path) -> None:
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        f"New: {ALL}",
        "6 entries came in.",
    ]
    assert read(place) == {entry.id: entry for entry in ENTRIES}


def test_a_backup_is_made_before_and_without_one_nothing_comes_in(
    terminal: Terminal, place: Place, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = place.folder / "backups"
    with monkeypatch.context() as full:
        full.setattr(making, "free_bytes", lambda _path: 0)
        answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert answer.code != 0
    assert "No backup could be made before, so nothing was changed." in answer.err
    assert read(place) == {}
    assert not list(backups.iterdir())
    terminal.run("import", path, "--yes", "--journal", place.folder)
    assert len(list_backups(backups)) == 1
    terminal.run("import", path, "--yes", "--journal", place.folder)
    assert len(list_backups(backups)) == 1, "nothing came in, so nothing was backed up"


def test_a_second_time_nothing_is_asked_and_nothing_comes_in(
    terminal: Terminal, place: Place, path: Path
) -> None:
    terminal.run("import", path, "--yes", "--journal", place.folder)
    answer = terminal.run("import", path, "--journal", place.folder)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        f"Here already: {ALL}",
        "Nothing in this file was new.",
    ]


@pytest.mark.parametrize("typed", ["y\n", "YES\n", " yes \n"])
def test_who_says_yes_gets_it(terminal: Terminal, place: Place, path: Path, typed: str) -> None:
    answer = type_it(terminal, typed, place, path)
    assert (answer.code, answer.err) == (0, "Bring this in? (y/n) ")
    assert len(read(place)) == 6


@pytest.mark.parametrize("typed", ["n\n", "\n", "", "yellow\n"])
def test_who_says_anything_else_does_not(
    terminal: Terminal, place: Place, path: Path, typed: str
) -> None:
    answer = type_it(terminal, typed, place, path)
    assert (answer.code, answer.err) == (
        3,
        "Bring this in? (y/n) caregiver-journal: Nothing was changed.\n",
    )
    assert read(place) == {}


def test_where_nobody_can_be_asked_nothing_is_done(
    terminal: Terminal, place: Place, path: Path
) -> None:
    answer = terminal.run("import", path, "--journal", place.folder)
    assert answer.code == 3
    assert "Add --yes to bring it in without a question." in answer.err
    assert read(place) == {}


def test_what_differs_stays_or_is_taken(terminal: Terminal, place: Place, path: Path) -> None:
    journal = place.open()
    journal.add(replace(ENTRIES[0], note="Mine"))
    place.close()
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert "Different here, or in the trash: 1 check-in" in answer.out
    assert "--take-theirs takes it from the file." in answer.out
    assert read(place)[ENTRIES[0].id].note == "Mine"
    again = terminal.run("import", path, "--journal", place.folder)
    assert (again.code, again.out.splitlines()[-1]) == (0, "Nothing in this file was new.")
    answer = terminal.run("import", path, "--yes", "--take-theirs", "--journal", place.folder)
    assert answer.out.splitlines()[-2:] == [
        "What differs is taken from the file.",
        "1 entry came in.",
    ]
    assert read(place)[ENTRIES[0].id].note == "One"


def test_progress_is_told_where_it_can_be_seen(
    terminal: Terminal, place: Place, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert "\r0 of 6" in answer.err


def test_a_file_that_is_none_is_refused_with_its_place(
    terminal: Terminal, place: Place, tmp_path: Path
) -> None:
    bad = a_file(tmp_path / "bad.json", (), entries=[1])
    answer = terminal.run("import", bad, "--yes", "--journal", place.folder)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "caregiver-journal: entries[0]: A record has to stand here. Nothing was changed.\n"
    )
    answer = terminal.run("import", tmp_path / "none.json", "--journal", place.folder)
    assert (answer.code, "This file cannot be read." in answer.err) == (3, True)


def test_a_journal_that_is_open_elsewhere_says_so(
    terminal: Terminal, place: Place, path: Path
) -> None:
    place.open()
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert (answer.code, answer.out) == (3, "")
    assert "open in another window" in answer.err


def test_a_journal_that_can_only_be_read_says_so(
    terminal: Terminal, place: Place, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert (answer.code, "open for reading only" in answer.err) == (3, True)


def test_who_stops_it_midway_has_nothing_of_it(
    terminal: Terminal, place: Place, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if told.count(len(ENTRIES)) == 3:  # when it was looked at, at its end, and written
            raise KeyboardInterrupt

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(commands, "_say_progress", stop)
    answer = terminal.run("import", path, "--yes", "--journal", place.folder)
    assert (answer.code, answer.err) == (3, "")
    assert read(place) == {}
