"""Send statements over one connection, and survive what comes back."""

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from caregiver_journal.base.errors import (
    DamagedError,
    InUseError,
    JournalError,
    ReadOnlyJournalError,
    StorageError,
)
from caregiver_journal.vault.connection import Connection, connect, make_lasting
from caregiver_journal.vault.faults import REPORTED, DatabaseBug, os_faults, sqlite_fault
from caregiver_journal.vault.held_files import hold, release

Values = Sequence[object] | Mapping[str, object]
Row = tuple[Any, ...]
"""One row as SQLite gives it: ``str``, ``int``, ``float``, ``bytes`` or ``None``."""

_FEW_PAGES = 300
"""So many pages of 4 KiB are encrypted and written in some 10 ms."""
_ROOM_KIB = 65_536
_LOG_PAGES = 1000
"""After so many pages SQLite moves the log by itself; that is its own number."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Statements:
    """What can be read from and written to a database, statement by statement.

    Every method raises ``JournalError`` for what the disk or the file did, and ``DatabaseBug`` for
    what should never have been asked; neither carries a value. After a ``DamagedError`` the rest of
    the file can still be read, and nothing more is written.

    Attributes:
        path: the file.
        journal_id: 16 bytes; the salt of the file, in clear at its beginning.
        read_only: whether it was opened for reading only.
        is_damaged: whether a damaged page was met.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        journal_id: bytes,
        *,
        read_only: bool,
        forgiving: bool = False,
    ) -> None:
        self.path = path
        self.journal_id = journal_id
        self.read_only = read_only
        self.is_damaged = False
        self._key = key
        self._is_forgiving = forgiving
        self._is_writing = False
        self._is_stale = False
        self._is_closed = False
        self._veil = ""
        self._connection: Connection = None
        self._tell_held: Callable[[], None] | None = None
        with os_faults():
            self._held = hold(path)
        try:
            self._call(self._connect)
        except BaseException:
            release(self._held)
            raise

    @property
    def is_closed(self) -> bool:
        """Whether it was closed."""
        return self._is_closed

    @property
    def user_version(self) -> int:
        """The version of the schema."""
        return int(self.rows("PRAGMA user_version")[0][0])

    @property
    def changes(self) -> int:
        """How many rows were added, changed or deleted since it was opened."""
        return int(self._ready().total_changes)

    def opening(self) -> tuple[bytes, bytes]:
        """Return the key and the id that also open a copy of the file."""
        return self._key, self.journal_id

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query."""
        return self._call(lambda: list(self._ready().execute(sql, values).fetchall()))

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, or ``None``."""
        return next(iter(self.rows(sql, values)), None)

    def each(self, sql: str, values: Values = (), *, at_once: int = 200) -> Iterator[Row]:
        """Yield the rows of a query one by one, for what is too long for one list."""
        cursor = self._call(lambda: self._ready().execute(sql, values))
        while chunk := self._call(lambda: list(cursor.fetchmany(at_once))):
            yield from chunk

    @contextlib.contextmanager
    def seeing_only(self, table: str, rows: str) -> Iterator[None]:
        """Let every statement inside see only some rows of a table, whatever it asks for.

        A temporary view takes the name of the table, so that no statement can reach past it;
        writing to the table fails meanwhile.

        Args:
            table: its name.
            rows: the query of ``main.<table>`` that returns those rows.
        """
        if self._veil or self._is_writing:
            raise DatabaseBug("a veil over a veil, or inside a transaction")
        self._call(self._ready)  # made afresh once the veil is known, it would have it already
        self._veil = f"CREATE TEMP VIEW {table} AS {rows}"
        try:
            self.rows(self._veil)
            yield
        finally:
            self._veil = ""
            if not self._is_closed:
                self.rows(f"DROP VIEW IF EXISTS temp.{table}")

    @contextlib.contextmanager
    def writing(self) -> Iterator[Self]:
        """Do what is written inside as one transaction: all of it, lasting, or nothing.

        Raises:
            ReadOnlyJournalError: the journal is open for reading only.
            DamagedError: a damaged page was met before.
        """
        if self.read_only:
            raise ReadOnlyJournalError
        if self._is_writing:
            raise DatabaseBug("a transaction inside a transaction")
        if self.is_damaged and not self._is_whole_after_all():
            raise DamagedError
        self.rows("BEGIN IMMEDIATE")
        self._is_writing = True
        try:
            yield self
            self.rows("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._is_writing = False
        self._checkpoint_quietly()

    @contextlib.contextmanager
    def logging_early(self) -> Iterator[None]:
        """Let a long transaction write its pages into the log by and by, not all at its end."""
        ((before,),) = self.rows("PRAGMA cache_size")
        self.rows(f"PRAGMA cache_size = {_FEW_PAGES:d}")
        try:
            yield
        finally:
            if not self._is_closed:
                self.rows(f"PRAGMA cache_size = {before:d}")

    def take_room(self) -> None:
        """Keep far more pages in memory, for one long work on a connection of its own.

        (The texts of entries are gathered from many tables: with 50,000 entries a third of the
        time.)
        """
        self.rows(f"PRAGMA cache_size = -{_ROOM_KIB:d}")

    @contextlib.contextmanager
    def rebuilding(self) -> Iterator[Self]:
        """Do as ``writing()`` while foreign keys do not act, as SQLite wants it for migrations.

        (Dropping a table would otherwise delete what refers to it.)
        """
        self.rows("PRAGMA foreign_keys = OFF")
        try:
            with self.writing():
                yield self
        finally:
            self.rows("PRAGMA foreign_keys = ON")

    def write(self, sql: str, values: Values = ()) -> int:
        """Carry out a statement inside ``writing()``; return the number of the last row added."""
        return self._call(lambda: int(self._writer().execute(sql, values).lastrowid or 0))

    def write_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Carry out a statement once for each row, inside ``writing()``."""
        self._call(lambda: self._writer().executemany(sql, rows))

    @property
    def is_held(self) -> bool:
        """Whether somebody keeps the file from changing."""
        return self._tell_held is not None

    def hold_file(self, tell: Callable[[], None]) -> None:
        """Move the log into the file, and not again until ``let_file_go``.

        Whoever held it before is told that it may change, and holds it no more.

        Args:
            tell: is called before the file may change all the same, as when it is closed.

        Raises:
            DiskFullError, StorageError, InUseError: as ``checkpoint``; it is not held then.
        """
        self._tell_of_change()
        self.checkpoint()
        self.rows("PRAGMA wal_autocheckpoint = 0")
        self._tell_held = tell

    def let_file_go(self) -> None:
        """Let the file change again."""
        if self._tell_held is not None:
            self._tell_held = None
            self.rows(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES:d}")
            self._checkpoint_quietly()

    def checkpoint(self) -> None:
        """Move what was saved from the log into the file; a log is not protected against bit rot.

        Raises:
            DiskFullError, StorageError, InUseError: it stays in the log, where it is safe too.
        """
        if self._tell_held is not None:
            return
        if not self.read_only and self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] != 0:
            raise InUseError

    def close(self) -> None:
        """Save what is in the log into the file and let go of it; a second time does nothing."""
        if self._is_closed:
            return
        self._roll_back()
        self._tell_of_change()
        if not self.is_damaged:
            self._checkpoint_quietly()
        self._call(self._disconnect)
        release(self._held)
        self._is_closed = True
        self._key = b""

    def _tell_of_change(self) -> None:
        """Say that the file may change from now on, to whoever holds it."""
        tell, self._tell_held = self._tell_held, None
        if tell is not None:
            tell()

    def _connect(self) -> None:
        self._connection = connect(
            self.path,
            self._key,
            self.journal_id,
            read_only=self.read_only,
            forgiving=self._is_forgiving,
        )

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ready(self) -> Connection:
        """Return the connection; a fresh one after a damaged page or an error of the disk.

        (Measured: once a page failed its HMAC, every later statement of that connection fails.)
        """
        if self._is_closed:
            raise DatabaseBug("closed")
        if self._is_stale and not self._is_writing:
            self._tell_of_change()  # SQLite moves the log when the last connection goes
            self._disconnect()
            self._connect()
            if not self.read_only:
                make_lasting(self._connection)
            if self._veil:
                self._connection.execute(self._veil)
            self._is_stale = False
        return self._connection

    def _writer(self) -> Connection:
        connection = self._ready()
        if not self._is_writing or not connection.in_transaction:
            # After an error SQLite may have rolled back by itself: what follows must not be kept.
            raise DatabaseBug("a write outside writing()")
        return connection

    def _call(self, work: Callable[[], _T]) -> _T:
        """Do something with the library; what it raises is left behind, with all its words."""
        fault: Exception
        try:
            return work()
        except REPORTED as error:
            fault = sqlite_fault(error)
        self.is_damaged = self.is_damaged or isinstance(fault, DamagedError)
        self._is_stale = self._is_stale or isinstance(fault, DamagedError | StorageError)
        raise fault

    def _roll_back(self) -> None:
        # SQLite may have rolled back by itself, and may be unable to answer.
        with contextlib.suppress(*REPORTED):
            if self._connection is not None and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _is_whole_after_all(self) -> bool:
        """Look again: one read that the disk refused looks like a damaged page to SQLCipher."""
        self._checkpoint_quietly()
        with contextlib.suppress(JournalError):
            self.is_damaged = bool(self.rows("PRAGMA cipher_integrity_check"))
        return not self.is_damaged

    def _checkpoint_quietly(self) -> None:
        try:
            self.checkpoint()
        except JournalError as error:
            _log.warning("checkpoint put off: %s", type(error).__name__)
