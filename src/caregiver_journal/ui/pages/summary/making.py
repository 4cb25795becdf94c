"""Make a summary as it is chosen: read in steps, worked out and drawn on the worker thread."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.masking import mask_summary
from caregiver_journal.domain.summary import Block, Choice, Item, Section, Summary
from caregiver_journal.journal.masking import read_masks
from caregiver_journal.journal.summary.reader import Begun, Later, Offered
from caregiver_journal.journal.summary.reading import (
    begin_items,
    begin_section,
    blocks_in_order,
    finish,
    joining,
)
from caregiver_journal.ui.page import Context

if TYPE_CHECKING:
    from caregiver_journal.journal.summary.files import Ready
    from caregiver_journal.ui.work import Ticket

_SETTLE = 60
"""Milliseconds without another choice before it is made anew."""


class Made(NamedTuple):
    """A summary that is made.

    Attributes:
        choice: what it was made for.
        offered: what each of its blocks may hold.
        bare: what it would say without masks, to look for names in.
        summary: what it says, masks put on.
        ready: drawn and laid out, for files of it.
        pages: pictures of these very pages.
    """

    choice: Choice
    offered: dict[Block, tuple[Item, ...]]
    bare: Summary
    summary: Summary
    ready: "Ready"
    pages: tuple[QImage, ...]


class _Read(NamedTuple):
    """What was read for a summary: enough to make it without the journal."""

    choice: Choice
    offered: dict[Block, Offered | Later[Offered]]
    begun: tuple[Begun, ...]
    join: Callable[[Iterable[Section]], Summary]
    masks: tuple[Mask, ...]
    pixels_per_inch: float


class Making(QObject):
    """Makes the summary of the last choice; of earlier ones nothing is heard any more.

    Attributes:
        pixels_per_inch: how fine its pictures are.

    Signals:
        made(Made): it is there.
        failed(JournalError): it could not be made.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._choice: Choice | None = None
        self.pixels_per_inch = 0.0
        self._made: Made | None = None
        self._steps: deque[Block] = deque()
        self._offered: dict[Block, Offered | Later[Offered]] = {}
        self._begun: list[Begun] = []
        self._ticket: Ticket | None = None
        self._waiting: Callable[[Made], None] | None = None
        self._answers: tuple[Mask, ...] = ()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_step)

    def want(self, choice: Choice, pixels_per_inch: float) -> None:
        """Make this one, its pictures so fine."""
        self.stop()
        self._choice = choice
        self.pixels_per_inch = pixels_per_inch
        self._steps = deque(blocks_in_order(choice))
        self._offered, self._begun = {}, []
        self._next.start(_SETTLE)

    def take_answers(self, answers: tuple[Mask, ...]) -> None:
        """Make it again with masks that hold until this page is left, kept or not."""
        self._answers = answers
        if self._choice is not None:
            self.want(self._choice, self.pixels_per_inch)

    def stop(self) -> None:
        """Make nothing any more until the next choice."""
        self._next.stop()
        self._made = None
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None

    @property
    def is_settled(self) -> bool:
        """Whether what was wanted is there, or nothing is."""
        return not self._next.isActive() and self._ticket is None

    def when_made(self, act: Callable[[Made], None]) -> None:
        """Do something with the summary of the last choice, now or when it is there.

        Of several things that wait only the last is done. What could not be made is tried again.
        """
        if self._made is not None:
            act(self._made)
            return
        self._waiting = act
        if self.is_settled and self._choice is not None:
            self.want(self._choice, self.pixels_per_inch)

    def forget(self) -> None:
        """Do nothing any more of what waits for a summary."""
        self._waiting = None
        self._answers = ()

    def _take_step(self) -> None:
        """Read one more block, so that the window has its turn between them."""
        if self._choice is None:
            return
        try:
            if self._steps:
                self._read_block(self._steps.popleft(), self._choice)
                self._next.start(0)
            else:
                self._begin_work(self._choice)
        except JournalError as error:
            self._give_up(error)

    def _read_block(self, block: Block, choice: Choice) -> None:
        journal = self._context.journal
        self._offered[block] = begin_items(journal, block, choice.period)
        self._begun.append(begin_section(journal, block, choice))

    def _begin_work(self, choice: Choice) -> None:
        journal = self._context.journal
        join, masks = joining(journal, choice), read_masks(journal, self._answers)
        read = _Read(choice, self._offered, tuple(self._begun), join, masks, self.pixels_per_inch)
        work = partial(_make, read)
        self._ticket = self._context.work.start(self, work, self._take, self._fail)

    def _take(self, made: Made) -> None:
        self._ticket = None
        self._made = made
        waiting, self._waiting = self._waiting, None
        self.made.emit(made)
        if waiting is not None:
            waiting(made)

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        if not isinstance(error, JournalError):
            self._waiting = None
            raise error
        self._give_up(error)

    def _give_up(self, error: JournalError) -> None:
        self._waiting = None
        self.failed.emit(error)


def _make(read: _Read) -> Made:
    """Work out, draw and lay out; on the worker thread."""
    # Here, because it loads what draws and sets pages, which nobody else waits for.
    from caregiver_journal.journal.summary.files import (  # noqa: PLC0415
        make_laid_out,
        page_pictures,
    )

    bare = read.join(filter(None, map(finish, read.begun)))
    summary = mask_summary(bare, read.masks)
    ready = make_laid_out(summary)
    pages = tuple(map(QImage.fromData, page_pictures(ready, read.pixels_per_inch)))
    offered = {block: finish(items) for block, items in read.offered.items()}
    return Made(read.choice, offered, bare, summary, ready, pages)
