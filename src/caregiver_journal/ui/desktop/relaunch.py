"""Replace this process by a fresh one, whose memory has never seen a key or a word."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

_LOG = logging.getLogger(__name__)

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
    try:
        os.execv(arguments[0], arguments)  # noqa: S606 - our own interpreter and module
    except OSError as error:  # the program has been moved or replaced; at least nothing stays open
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - hardly ever

        _LOG.error("not started afresh, code=%s", error.errno)
        QCoreApplication.exit(1)


def command(folder: Path) -> list[str]:
    """Return the command that opens a folder; ``-P`` keeps modules of the current folder out."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-P", "-m", "caregiver_journal"]
    return [*program, "--journal", str(folder)]
