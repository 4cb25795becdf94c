"""Start the program afresh, in a process whose memory has never seen a key or a word."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from caregiver_journal.base.errors import StorageError
from caregiver_journal.base.i18n import _

_LOG = logging.getLogger(__name__)

Relaunch = Callable[[Path], None]
"""Starts the program afresh on the journal in a folder; does not come back."""

View = Callable[[Path], None]
"""Starts the program once more, beside this one, to look around in a backup."""


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


def view(backup: Path) -> None:
    """Start the program once more to look around in a backup; this process goes on."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 - the unlock page needs none of it

    program = _program()
    if not QProcess.startDetached(program[0], [*program[1:], "--view", str(backup)])[0]:
        raise StorageError(_("The window to look around in could not be opened."))


def command(folder: Path) -> list[str]:
    """Return the command that opens a folder."""
    return [*_program(), "--journal", str(folder)]


def _program() -> list[str]:
    """Return what starts the program; ``-P`` keeps modules of the current folder out."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-P", "-m", "caregiver_journal"]
    return program
