"""Read something, look at it, back the journal up, and bring it in; or stop midway."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import ImportRefusedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.backup_rounds import Round
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.incoming_sheet import IncomingSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.stepwise import Steps, Stepwise

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

_LONGEST_NAME = 120

S = TypeVar("S", bound=IncomingSheet)
F = TypeVar("F")
C = TypeVar("C")
D = TypeVar("D")
R = TypeVar("R")


class BringingIn(QObject, Generic[S, F, C, D]):
    """Brings in one thing at a time; a subclass says how it is read, shown and written.

    Its types are those of the sheet, of what was found in what comes in, of what the person chose,
    and of what came of it.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self._sheet: S | None = None
        self._reading: Ticket | None = None
        self._found: F | None = None
        self._goes_without = self._is_backing_up = False
        self._comparing = Stepwise(self)
        self._writing = Stepwise(self)
        self._comparing.progressed.connect(self._show_progress)
        self._comparing.finished.connect(self._look_at)
        self._comparing.failed.connect(self._refuse)
        self._writing.progressed.connect(self._show_progress)
        self._writing.finished.connect(self._end)
        self._writing.failed.connect(self._refuse)
        self._writing.cancelled.connect(self._say_stopped)

    def take(self, file: str) -> None:
        """Read a file, and show what is in it when that is done."""
        self._stop()
        self._goes_without = False
        self._path = Path(file)
        sheet = self._sheet = self._make_sheet()
        sheet.stopped.connect(self._stop)
        sheet.wanted.connect(self._bring_in)
        sheet.another_wanted.connect(self.ask)
        sheet.gone.connect(self._forget_sheet)
        self._read()

    # --- for subclasses -------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask which file it is."""
        raise NotImplementedError

    def _make_sheet(self) -> S:
        """Return the sheet on which it is looked at."""
        raise NotImplementedError

    def _read(self) -> None:
        """Begin to read it; see ``_read_by``."""
        raise NotImplementedError

    def _show(self, sheet: S, found: F) -> None:
        """Show what it would bring."""
        raise NotImplementedError

    def _write(self, found: F, chosen: C, backup: Backup | None) -> Steps:
        """Return the work that writes what was chosen; without a backup if there is none."""
        raise NotImplementedError

    def _say(self, done: D) -> str:
        """Say what came of it."""
        raise NotImplementedError

    def _read_by(self, read: Callable[[], R], compare: Callable[[Journal, R], Steps]) -> None:
        """Read it beside everything else; then go through it to find out what it would bring."""
        if self._sheet is not None:
            self._sheet.show_reading(name_of(self._path)[:_LONGEST_NAME])
            begin = partial(self._begin, compare)
            self._reading = self._context.work.start(self, read, begin, self._refuse)

    def _refuse(self, error: Exception) -> None:
        """Say in the sheet what was wrong with what was read, and on the page all else."""
        if not isinstance(error, JournalError):
            self._leave()
            raise error
        if self._sheet is None:
            return
        if self._found is None or isinstance(error, ImportRefusedError):
            self._sheet.show_problem(error)
        else:
            self._leave()
            self._context.fail(error)

    # --- looking at it --------------------------------------------------------------------------

    def _begin(self, compare: Callable[[Journal, R], Steps], read: R) -> None:
        self._comparing.start(compare(self._context.journal, read))

    def _look_at(self, found: F) -> None:
        self._found = found
        if self._sheet is not None:
            self._show(self._sheet, found)

    # --- writing --------------------------------------------------------------------------------

    def _bring_in(self, chosen: C) -> None:
        """Back the journal up as it is; then bring it in."""
        if self._found is None or self._sheet is None:
            return
        try:
            self._context.keep_drafts()  # so that nobody else writes while this is under way
        except JournalError as error:
            self._refuse(error)
            return
        if self._goes_without:
            self._go_on(self._found, chosen)
            return
        self._is_backing_up = True
        self._sheet.show_backing_up()
        go_on, warn = partial(self._go_on, self._found, chosen), partial(self._warn, self._found)
        self._context.backups.start(go_on, warn)

    def _go_on(self, found: F, chosen: C, done: Round | None = None) -> None:
        """Bring in what was looked at, unless that was left meanwhile."""
        self._is_backing_up = False
        if self._sheet is None or self._found is not found:
            return
        self._sheet.show_writing()
        self._writing.start(self._write(found, chosen, None if done is None else done.backup))

    def _warn(self, found: F, error: Exception) -> None:
        """Say that there is no backup, and let the person decide; or leave where it was stopped."""
        self._is_backing_up = False
        if self._sheet is None or self._found is not found:
            return
        if isinstance(error, JournalError):
            self._goes_without = True
            self._sheet.show_unbacked(error)
        else:
            self._leave()
            self._say_stopped()

    def _end(self, done: D) -> None:
        self._leave()
        self._context.say(self._say(done))

    # --- the rest -------------------------------------------------------------------------------

    def _show_progress(self, progress: Progress) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(progress)

    def _leave(self) -> None:
        if self._sheet is not None:
            self._sheet.go()

    def _stop(self) -> None:
        """Stop what is under way; what was written is taken back."""
        if self._reading is not None:
            self._reading.cancel()
        self._comparing.cancel()
        self._writing.cancel()
        if self._is_backing_up:
            self._context.backups.stop()

    def _say_stopped(self) -> None:
        self._context.say(_("It was stopped, and nothing was changed."))

    def _forget_sheet(self) -> None:
        self._sheet = self._found = None
