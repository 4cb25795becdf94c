"""Do the same slow work with several things, one after the other, and stop between two."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.backup_rounds import Halt, StoppedError
from caregiver_journal.ui.work import Work

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket


class Done(NamedTuple):
    """What came of the work with one thing.

    Attributes:
        thing: what it was done with.
        result: what the work returned; None where it failed.
        error: why it failed, in words for the person; None where it did not.
    """

    thing: object
    result: object
    error: JournalError | None


class OneByOne(QObject):
    """Hands one thing after the other to the worker, which does other work in between.

    Signals:
        progressed: the ``Progress``, after each thing.
        stepped: how much is done of all, as a share, where the work goes in steps.
        finished: a tuple of ``Done``, once all are.
    """

    progressed = Signal(object)
    stepped = Signal(float)
    finished = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._ticket: Ticket | None = None
        self._waiting: list[object] = []
        self._done: list[Done] = []
        self._halt: Halt | None = None
        self._is_in_steps = False

    def start(
        self, things: Sequence[object], do: Callable[..., object], *, in_steps: bool = False
    ) -> None:
        """Begin; what was under way is stopped.

        Args:
            things: each is given to the work.
            do: the work.
            in_steps: whether it takes a ``Step`` too, and can so be stopped in its midst.
        """
        self.stop()
        self._do = do
        self._is_in_steps = in_steps
        self._done = []
        self._waiting = list(things)
        self._go_on()

    def stop(self) -> tuple[Done, ...]:
        """Begin with nothing more; return what is done.

        What is under way stops before its next step; where it has none it ends unseen.
        """
        if self._halt is not None:
            self._halt.stop()
            self._halt = None
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._waiting = []
        return tuple(self._done)

    def halt(self) -> None:
        """Stop before the next step; ``finished`` comes once it has, with what is done."""
        self._waiting = []
        if self._halt is not None:
            self._halt.stop()

    def _go_on(self) -> None:
        self.progressed.emit(Progress(len(self._done), len(self._done) + len(self._waiting)))
        if not self._waiting:
            self._ticket = None
            self.finished.emit(tuple(self._done))
            return
        thing = self._waiting.pop(0)
        do = partial(self._do, thing)
        if self._is_in_steps:
            self._halt = Halt(partial(self._tell, len(self._done)))
            do = partial(self._do, thing, self._halt)
        self._ticket = self._work.start(
            self, do, partial(self._take, thing), partial(self._fail, thing)
        )

    def _tell(self, done: int, share: float) -> None:
        """Tell how much is done; on the worker, while things are neither begun nor ended."""
        self.stepped.emit((done + share) / (done + 1 + len(self._waiting)))

    def _take(self, thing: object, result: object) -> None:
        self._done.append(Done(thing, result, None))
        self._go_on()

    def _fail(self, thing: object, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self._ticket = None
            self.finished.emit(tuple(self._done))
            return
        if not isinstance(error, JournalError):
            self.stop()
            raise error
        self._done.append(Done(thing, None, error))
        self._go_on()
