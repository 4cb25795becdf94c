"""Copy the file of an open database on another thread, while its owner goes on reading and writing.

In write-ahead mode what is written goes into the log, and the file itself changes only when the log
is moved into it. So the log is moved before, and not again until the copy is taken. (A second
connection cannot read meanwhile: there is one writer, and it holds the file.)
"""

import threading
from pathlib import Path

from caregiver_journal.base.errors import StorageError
from caregiver_journal.base.files import writing_atomically
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.held_files import read_part
from caregiver_journal.vault.statements import Statements

_CHUNK = 1 << 20


class Snapshot:
    """The file of a database at one moment; call all but ``copy_to`` where the database lives."""

    def __init__(self, database: Statements) -> None:
        """Keep the file from changing until ``release``; raises as ``Statements.checkpoint``."""
        self._database = database
        self._void = threading.Event()
        database.hold_file(self._void.set)

    def copy_to(self, path: Path) -> None:
        """Write the file under another name; in any thread.

        Raises:
            DiskFullError, ReadOnlyFolderError, StorageError: there is no copy, as when the database
                was closed or found damaged meanwhile.
        """
        with os_faults(), writing_atomically(path) as file:
            position = 0
            while chunk := read_part(self._database.path, position, _CHUNK):
                file.write(chunk)
                position += len(chunk)
            if self._void.is_set():
                raise StorageError

    @property
    def is_void(self) -> bool:
        """Whether the file may have changed, as when it was closed, taken over or let go."""
        return self._void.is_set()

    def release(self) -> None:
        """Let the file change again; a second time does nothing, whoever holds it then."""
        if not self._void.is_set():
            self._void.set()
            self._database.let_file_go()
