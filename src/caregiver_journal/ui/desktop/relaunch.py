"""Replace this process by a fresh one, whose memory has never seen a key or a word."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

Relaunch = Callable[[Path], None]
"""Starts the program afresh on the journal in a folder; does not come back."""


def relaunch(folder: Path) -> None:
    """Start the program afresh at the unlock page of the journal in this folder."""
    arguments = command(folder)
    if os.name == "nt":
        from PySide6.QtCore import QCoreApplication, QProcess  # noqa: PLC0415 - Windows only

        QProcess.startDetached(arguments[0], arguments[1:])
        QCoreApplication.exit(0)
        os._exit(0)
    os.execv(arguments[0], arguments)  # noqa: S606 - our own interpreter and module


def command(folder: Path) -> list[str]:
    """Return the command that opens a folder; ``-P`` keeps modules of the current folder out."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-P", "-m", "caregiver_journal"]
    return [*program, "--journal", str(folder)]
