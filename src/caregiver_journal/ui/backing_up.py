"""Back the open journal up beside everything else, by hand or when it is time."""

import contextlib
import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.backing_up import is_due
from caregiver_journal.journal.backup_rounds import (
    Halt,
    OpenRound,
    Round,
    StoppedError,
    backs_up_by_itself,
    copying,
)
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.work import Work, take_turn

FIRST_LOOK_MS = 60_000
"""Somebody who comes back may first do what they came for."""

_LOG = logging.getLogger(__name__)

Done = Callable[[Round], None]
Failed = Callable[[Exception], None]


class BackingUp(QObject):
    """Makes one backup at a time of an open journal; whoever asks meanwhile shares it.

    Signals:
        began(): one is under way.
        progressed(float): so much of it is done, as a share.
        ended(): it is not under way any more, however it ended.
    """

    began = Signal()
    progressed = Signal(float)
    ended = Signal()

    def __init__(self, journal: Journal, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._work = work
        self._halt: Halt | None = None
        self._round: OpenRound | None = None
        self._asked: list[tuple[Done, Failed]] = []
        self._first_look = QTimer(self)
        self._first_look.setSingleShot(True)
        self._first_look.setInterval(FIRST_LOOK_MS)
        self._first_look.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        """Whether one is under way."""
        return self._halt is not None

    def look_later(self) -> None:
        """Look in a minute whether a backup is due; never for a journal that is not written to."""
        with contextlib.suppress(JournalError):
            if backs_up_by_itself(self._journal):
                self._first_look.start()

    def look(self) -> None:
        """Make a backup if one is due, or copy what was not copied; what fails is only noted."""
        if self._journal.is_closed or self.is_running:
            return
        try:
            if is_due(self._journal):
                self.start(_say_nothing, _say_nothing)
            else:
                self._copy()
        except (JournalError, OSError) as error:
            _LOG.info("not looked at backups, kind=%s", type(error).__name__)

    def start(self, done: Done, failed: Failed) -> None:
        """Make a backup, or share the one under way; then ``done`` with what came of it.

        Args:
            done: takes the ``Round``.
            failed: takes a ``JournalError``, or a ``StoppedError`` where it was stopped.
        """
        self._asked.append((done, failed))
        if self.is_running:
            return
        self._halt = Halt(self.progressed.emit)
        self.began.emit()
        self._begin()

    def stop(self) -> None:
        """Stop what is under way before its next step; nothing of it is left."""
        self._first_look.stop()
        if self._halt is not None:
            self._halt.stop()

    def _begin(self, _turn: None = None) -> None:
        """Have the file copied; while somebody else has that done, wait for the turn.

        Their copy is with the worker already, so that the turn comes once the file is free again.
        """
        if self._halt is None or self._journal.is_closed:
            return
        if self._halt.is_stopped:
            self._fail(StoppedError())
            return
        if self._journal.database.is_held:
            self._work.start(self, take_turn, self._begin, self._fail)
            return
        try:
            self._round = OpenRound(self._journal, self._halt)
        except JournalError as error:
            self._fail(error)
            return
        self._work.start(self, self._round.copy, self._go_on, self._fail)

    def _copy(self) -> None:
        """Copy the newest backup to the second place where that is not done yet."""
        halt = Halt(self.progressed.emit)
        work = copying(self._journal, halt)
        self._halt = halt
        self._work.start(self, work, self._copied, self._fail, is_apart=True)

    def _copied(self, _round: Round | None) -> None:
        for done, failed in self._end():  # asked for meanwhile
            self.start(done, failed)

    def _go_on(self, _copied: None) -> None:
        """Let the file go and make the backup of its copy."""
        if self._round is None or self._halt is None:
            return
        self._round.let_go()
        if self._halt.is_stopped:
            self._fail(StoppedError())
            return
        self._work.start(self, self._round.make, self._succeed, self._fail, is_apart=True)

    def _succeed(self, done: Round) -> None:
        asked = self._end()
        for take, _failed in asked:
            take(done)

    def _fail(self, error: Exception) -> None:
        if self._round is not None:
            self._round.let_go()
        asked = self._end()
        for _done, take in asked:
            take(error)
        if not isinstance(error, JournalError | StoppedError):
            raise error

    def _end(self) -> list[tuple[Done, Failed]]:
        self._halt = self._round = None
        asked, self._asked = self._asked, []
        self.ended.emit()
        if not self._journal.is_closed:
            self._journal.tell(Topic.BACKUP)
        return asked


def _say_nothing(_came: object) -> None:
    """Leave it to Today and Settings to say how it went."""
