"""Let tests sit at a terminal: commands run in this process, on real journals with cheap keys."""

import getpass
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.clock import FixedClock
from support.vaults import PASSPHRASE

from caregiver_journal import cli
from caregiver_journal.base import process
from caregiver_journal.base.marks import override
from caregiver_journal.journal import doors


@dataclass(frozen=True)
class Answer:
    """What a command answered: its exit code, what it printed, what it complained about."""

    code: int
    out: str
    err: str


@dataclass
class Terminal:
    """A terminal.

    Attributes:
        passphrase_file: holds ``PASSPHRASE`` in its first line.
        typed: what will be typed when a passphrase is asked for without showing it.
        prompts: what was asked for so.
        guarded: how often the memory was to be guarded.
    """

    passphrase_file: Path
    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    typed: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    guarded: int = 0

    def run(self, *arguments: object, stdin: bytes = b"") -> Answer:
        """Run a command that is given the file with the passphrase."""
        return self.run_alone(*arguments, "--passphrase-file", self.passphrase_file, stdin=stdin)

    def run_at_keyboard(self, *arguments: object, typed: str) -> Answer:
        """Run such a command where somebody sits and types lines."""
        self.monkeypatch.setattr(io, "TextIOWrapper", _Keyboard)
        return self.run(*arguments, stdin=typed.encode())

    def run_alone(self, *arguments: object, stdin: bytes = b"") -> Answer:
        """Run a command as it stands."""
        piped = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        self.monkeypatch.setattr(sys, "stdin", piped)
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        captured = self.capture.readouterr()
        return Answer(code, captured.out, captured.err)

    def ask(self, prompt: str) -> str:
        """Answer a question for a passphrase; with nothing left to type, as at the end of input."""
        self.prompts.append(prompt)
        if not self.typed:
            raise EOFError
        return self.typed.pop(0)

    def guard(self) -> None:
        """Stand where the process is changed for good."""
        self.guarded += 1


class _Keyboard(io.TextIOWrapper):
    @override
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(
    tmp_path: Path,
    clock: FixedClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    cheap_keys: None,
) -> Iterator[Terminal]:
    """A terminal at the fixed clock."""
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\nand a second line\n", "utf-8")
    terminal = Terminal(path, capsys, monkeypatch)
    monkeypatch.setattr(getpass, "getpass", terminal.ask)
    monkeypatch.setattr(process, "guard_memory", terminal.guard)
    others = (doors.open_journal.__defaults__ or ())[1:]
    monkeypatch.setattr(doors.open_journal, "__defaults__", (clock, *others))
    yield terminal
    assert terminal.typed == []
