"""Every outcome has its exit code, and nothing that somebody wrote is ever shown as an error."""

import getpass
import io
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from support.builders import an_entry
from support.journals import Place
from support.terminal import Terminal
from support.vaults import PASSPHRASE, SOURCE, run_python

from caregiver_journal import __version__, app, cli
from caregiver_journal.base.marks import override
from caregiver_journal.base.places import default_journal_folder
from caregiver_journal.cli import commands

CANARY = "Wendelmuth"
Named = tuple[str, Path]

RUN = """
import sys
from caregiver_journal.cli import main
from caregiver_journal.journal import doors

doors.STRONG = doors.Cost(19 * 1024, 1, 1)
sys.exit(main())
"""

FAIL = f"""
import sys
from caregiver_journal import cli
from caregiver_journal.cli import commands

def fail(_options):
    note = "{CANARY[:4]}" + "{CANARY[4:]}"
    raise ValueError(note)

commands.run = fail
sys.exit(cli.main(["list"]))
"""


def test_memory_is_guarded_before_a_passphrase_is_read(
    terminal: Terminal, journal_option: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded: list[int] = []

    def ask(_prompt: str) -> str:
        guarded.append(terminal.guarded)
        return PASSPHRASE

    monkeypatch.setattr(getpass, "getpass", ask)
    assert terminal.run_alone("verify", *journal_option).code == 0
    assert guarded == [1]


@pytest.mark.parametrize("arguments", [(), ("--journal", "here")])
def test_without_a_command_the_window_opens(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    opened: list[Path | None] = []

    def run(folder: Path | None) -> int:
        opened.append(folder)
        return 7

    monkeypatch.setattr(app, "run", run)
    assert terminal.run_alone(*arguments).code == 7
    assert opened == [Path("here") if arguments else None]


def test_a_tour_is_left_to_the_window(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    taken: list[tuple[Path, bool]] = []

    def run_tour(folder: Path, *, is_quick: bool) -> int:
        taken.append((folder, is_quick))
        return 0

    monkeypatch.setattr(app, "run_tour", run_tour)
    terminal.run_alone("tour", "--to", tmp_path, "--quick")
    assert taken == [(tmp_path, True)]


def test_a_window_asks_for_another_one_to_look_around_in_a_backup(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    viewed: list[Path] = []

    def run_view(backup: Path) -> int:
        viewed.append(backup)
        return 7

    monkeypatch.setattr(app, "run_view", run_view)
    assert terminal.run_alone("--view", tmp_path / "mine.cjbackup").code == 7
    assert viewed == [tmp_path / "mine.cjbackup"]


def test_a_wrong_passphrase_has_an_exit_code_of_its_own(
    terminal: Terminal, journal_option: Named
) -> None:
    terminal.passphrase_file.write_text(f"{CANARY} over the canal\n", "utf-8")
    answer = terminal.run("list", *journal_option)
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == (
        "caregiver-journal: That passphrase does not open this journal. "
        "Look at Caps Lock and the keyboard language, then try again.\n"
    )


def test_a_journal_that_is_not_there_is_not_made(terminal: Terminal, tmp_path: Path) -> None:
    for command in (["list"], ["verify"], ["log", "mood", "--level", "3"]):
        answer = terminal.run(*command, "--journal", tmp_path / "nowhere")
        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("caregiver-journal: ")
        assert answer.err.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()


def test_the_usual_journal_is_used_when_none_is_named(terminal: Terminal) -> None:
    assert terminal.run("new").code == 0
    assert (default_journal_folder() / "journal.db").exists()
    assert terminal.run("log", "mood", "--level", 3).code == 0
    assert terminal.run("verify").code == 0


def test_a_second_writer_is_told_that_the_journal_is_open(
    terminal: Terminal, place: Place, journal_option: Named
) -> None:
    journal = place.open()
    answer = terminal.run("log", "mood", *journal_option, "--level", 3, "--note", CANARY)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "caregiver-journal: This journal is open in another window or command. "
        "Close or lock it there first.\n"
    )
    assert journal.entries.count()[0] == 0


def test_an_interrupt_from_the_keyboard_ends_quietly(
    terminal: Terminal, journal_option: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupt)
    answer = terminal.run_alone("list", *journal_option)
    assert (answer.code, answer.out, answer.err) == (3, "", "")


def test_without_a_terminal_nobody_is_waited_for(
    terminal: Terminal, journal_option: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_in_the_open(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        raise AssertionError("it reads on")

    monkeypatch.setattr(getpass, "getpass", read_in_the_open)
    answer = terminal.run_alone("backup", *journal_option)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "caregiver-journal: Nobody could be asked, because there is no terminal. "
        "Name a file with --passphrase-file, or - for standard input.\n"
    )


class Closed(io.StringIO):
    """An output that nobody reads any more."""

    @override
    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_a_reader_who_has_seen_enough_is_no_error(
    terminal: Terminal, journal_option: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Closed())
        answer = terminal.run("verify", *journal_option)
    assert (answer.code, answer.err) == (0, "")


def run_program(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own, with cheap keys."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        env={**kept, "PYTHONPATH": str(SOURCE), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def written(place: Place, terminal: Terminal) -> tuple[object, ...]:
    """The options for a journal with a note in many scripts."""
    place.open().add(an_entry("żółw 日本 🙂", tags=("spät",)))
    place.close()
    return ("--journal", place.folder, "--passphrase-file", terminal.passphrase_file)


def test_a_pipe_that_is_shut_early_gives_no_complaint(written: tuple[object, ...]) -> None:
    with run_program("list", *written) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_terminal_without_some_letters_shows_the_others(written: tuple[object, ...]) -> None:
    with run_program("list", *written, PYTHONIOENCODING="iso8859-1") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert out.decode("iso8859-1").splitlines()[2:] == ["         ?ó?w ?? ?", "         #spät"]


def test_a_bug_shows_its_type_and_place_and_no_value() -> None:
    done = run_python(FAIL)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert " fail" in done.stderr
    assert CANARY not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("search", CANARY),
        ("show", CANARY),
        ("list", "--tag", CANARY),
        ("log", "mood", "--level", 9, "--note", CANARY, "--tags", CANARY),
        ("log", "mood", "--level", 3, "--energy", 0, "--words", CANARY),
        ("log", "mood", "--level", 3, "--note", CANARY, "--at", CANARY),
        ("log", "mood", "--level", 3, "--tags", CANARY * 30),
        ("log", "mood", "--level", 3, "--note", CANARY, "--at", "1850-01-01"),
    ],
)
def test_no_error_repeats_what_was_written(
    terminal: Terminal, journal_option: Named, arguments: tuple[object, ...]
) -> None:
    answer = terminal.run(*arguments, *journal_option)
    assert answer.code in {1, 3}
    assert CANARY not in answer.err + answer.out
    assert PASSPHRASE not in answer.err + answer.out


def test_every_command_of_the_parser_is_carried_out_somewhere() -> None:
    assert set(commands._COMMANDS) == {
        *("new", "log", "list", "search", "show", "verify", "demo"),
        *("backup", "restore", "salvage", "merge"),
        *("export", "exported", "import"),
    }
    assert cli.__all__ == ["main"]


def test_the_program_can_be_run_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "caregiver_journal", "--version"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{__version__}\n"
