"""Make and open the journals that are maltreated here; with the real code, and a cheap key."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from proofs.course import still_clock

from caregiver_journal.base.clock import Clock
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal

CHEAP = doors.Cost(19 * 1024, 1, 1)
"""The least work a key may be; nothing is protected here."""
PASSPHRASE = "quiet lamp river stone"


@contextlib.contextmanager
def workshop(name: str, *, in_memory: bool = False) -> Iterator[Path]:
    """Yield a private folder that is gone afterwards; in memory where that only saves time."""
    memory = Path("/dev/shm")  # noqa: S108 - our own folder in it is private
    place = memory if in_memory and os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix=f"proof-{name}-", dir=place))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def workers() -> ProcessPoolExecutor:
    """Return as many processes as there are processors, which know what this one knows."""
    kind = "fork" if hasattr(os, "fork") else "spawn"
    return ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context(kind))


def make(folder: Path, passphrase: str = PASSPHRASE) -> doors.Opened:
    """Make a journal."""
    return doors.create(folder, passphrase, CHEAP)


def open_again(folder: Path, passphrase: str = PASSPHRASE, clock: Clock = still_clock) -> Journal:
    """Open a journal the whole way: key file, passphrase, identity, migration, trash."""
    return doors.open_journal(folder, unlock(folder, passphrase), clock)


def unlock(folder: Path, passphrase: str = PASSPHRASE) -> doors.Opened:
    """Find the key of a journal."""
    return doors.unlock(folder, passphrase, CHEAP)


def copy_into(source: Path, target: Path) -> None:
    """Copy a closed journal over whatever lies in another folder."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
