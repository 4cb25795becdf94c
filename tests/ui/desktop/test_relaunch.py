"""The program starts afresh on the same journal, and never stays behind unseen."""

import logging
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from support.vaults import run_python

from caregiver_journal.base.errors import StorageError
from caregiver_journal.ui.desktop import relaunch as module
from caregiver_journal.ui.desktop.relaunch import command, relaunch, view


def test_the_journal_is_named_and_modules_of_the_folder_stay_out(tmp_path: Path) -> None:
    assert command(tmp_path / "my journal") == [
        sys.executable,
        "-P",
        "-m",
        "caregiver_journal",
        "--journal",
        str(tmp_path / "my journal"),
    ]


def test_a_frozen_program_is_its_own_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(tmp_path) == [sys.executable, "--journal", str(tmp_path)]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot replace a process.")
def test_the_process_is_replaced(tmp_path: Path) -> None:
    ran = run_python(
        """
import os, sys
from pathlib import Path
from caregiver_journal.ui.desktop import relaunch

number = str(os.getpid())
relaunch.command = lambda folder: [
    sys.executable, "-c", "import os, sys; print(*sys.argv[1:], os.getpid())", str(folder), number
]
relaunch.relaunch(Path(sys.argv[1]))
print("still here")
""",
        tmp_path,
    )
    folder, before, after = ran.stdout.split()
    assert Path(folder) == tmp_path
    assert before == after, "another process was started, and this one left behind"


@pytest.mark.skipif(os.name == "nt", reason="Windows starts it another way.")
def test_a_program_that_has_gone_ends_rather_than_staying_unseen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", staticmethod(codes.append))
    monkeypatch.setattr(module, "command", lambda folder: [str(folder / "gone")])
    relaunch(tmp_path)
    assert codes == [1]
    assert str(tmp_path) not in expected_warnings[0].getMessage()


def test_a_backup_is_looked_at_in_a_process_beside_this_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return len(started) == 1, 0

    monkeypatch.setattr(QProcess, "startDetached", staticmethod(start))
    view(tmp_path / "mine.cjbackup")
    rest = ["-P", "-m", "caregiver_journal", "--view", str(tmp_path / "mine.cjbackup")]
    assert started == [(sys.executable, rest)]
    with pytest.raises(StorageError, match="could not be opened"):
        view(tmp_path / "mine.cjbackup")
