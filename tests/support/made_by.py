"""Say when, by what and on what figures were made, for whoever reads them later."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import sqlcipher3

_ROOT = Path(__file__).resolve().parent.parent.parent


def made_by() -> str:
    """Return one line: the day, the program's version and commit, and what it ran on."""
    today = datetime.now(UTC)  # noqa: TID251 - the day of the figures, not a moment of a journal
    parts = [
        f"{today.day} {today:%B %Y}",
        f"Caregiver Journal {version('caregiver-journal')}{_commit()}",
        f"Python {platform.python_version()}",
        f"SQLCipher {_sqlcipher()}",
        f"PySide6 {version('PySide6-Essentials')}",
        f"{platform.system()}, {os.cpu_count()} processors",
    ]
    return " · ".join(parts)


def _sqlcipher() -> str:
    connection = sqlcipher3.connect(":memory:")
    try:
        told: str = connection.execute("PRAGMA cipher_version").fetchone()[0]
    finally:
        connection.close()
    return told.partition(" ")[0]


def _commit() -> str:
    """Return the commit in brackets, with a star where files differ from it; "" outside of git."""
    command = ["git", "-C", str(_ROOT), "describe", "--always", "--dirty=*", "--exclude=*"]
    try:
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return f" ({asked.stdout.strip()})" if asked.returncode == 0 else ""
