"""Look everything through once a month, while nobody touches the window."""

import contextlib

from PySide6.QtCore import QObject, Signal

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.journal.checking import (
    Checked,
    CheckRun,
    Trouble,
    is_check_due,
    note_check,
)
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.work import take_turn


class DeepCheck(QObject):
    """Copies the file on the worker and looks the copy through there; the window goes on meanwhile.

    Signals:
        ended: the ``Checked``, or the ``JournalError`` for which there is none.
    """

    ended = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run: CheckRun | None = None
        self._has_failed = False
        self._waits = False

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._waits or self._run is not None

    def consider(self) -> None:
        """Start if it is time; after a failure not again before the next unlock."""
        if self._has_failed or self.is_running or self._context.journal.is_closed:
            return
        with contextlib.suppress(JournalError):
            if is_check_due(self._context.journal):
                self.start()

    def start(self) -> None:
        """Look everything through now."""
        if not self.is_running:
            self._begin()

    def _begin(self, _turn: None = None) -> None:
        """Have the file copied; while that is done for a backup, wait for the turn."""
        if self._context.journal.is_closed:
            return
        self._waits = self._context.journal.database.is_held
        if self._waits:
            self._context.work.start(self, take_turn, self._begin, self._fail)
            return
        try:
            self._run = CheckRun(self._context.journal)
        except JournalError as error:
            self._fail(error)
            return
        self._context.work.start(self, self._run.copy, self._take_copy, self._lose_copy)

    def _take_copy(self, _nothing: None) -> None:
        run = self._run
        if run is not None:
            run.let_go()
            self._context.work.start(self, run.check, self._take, self._fail)

    def _lose_copy(self, error: Exception) -> None:
        if self._run is not None:
            self._run.let_go()
        self._fail(error)

    def _take(self, checked: Checked) -> None:
        if self._context.journal.is_closed:
            return
        try:
            note_check(self._context.journal, checked)
        except JournalError as error:
            self._fail(error)
            return
        self._end(checked)
        if Trouble.DAMAGE in checked.trouble:
            self._context.fail(DamagedError())

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if not self._context.journal.is_closed:
            self._has_failed = True
            self._end(error)

    def _end(self, came: object) -> None:
        self._run = None
        self._waits = False
        self.ended.emit(came)
