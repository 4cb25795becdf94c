"""What every page is: something that shows part of the journal and re-reads it when it changes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.look import PAGE, WIDE
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.doors import Cost
from caregiver_journal.journal.journal import Changed, Changes, Journal
from caregiver_journal.ui.backing_up import BackingUp
from caregiver_journal.ui.undo import Say, Undo
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.work import Work


def _stay_not(_seconds: float) -> None:
    """Leave it to the keys and clicks whether somebody is there."""


def _keep_nothing() -> None:
    """Keep no draft, where there are no pages that hold one."""


def _keep_as_it_is(_backup: Path) -> None:
    """Do nothing with a backup, where there is no window that could."""


def _go_nowhere(_destination: "Destination") -> None:
    """Stay, where there are no pages to go to."""


@dataclass(frozen=True)
class Context:
    """What a page works with.

    Attributes:
        say, fail: put a sentence, or what went wrong, into the strip at the foot of the window.
        backups: makes one, beside everything else.
        cost: of deriving a new key; None for the strong one.
        ground: what a sheet covers.
        seconds: tells the seconds of the steady clock.
        stay: takes for how many seconds from now somebody is there without a key or a click, such
            as in an exercise; 0 for no more.
        follow: goes to a ``Destination``, or says why it cannot be shown.
        keep_drafts: keeps all that is being written in any page; raises ``JournalError``.
        restore: closes the journal and offers to restore a backup in its place.
        view: opens a backup in a window of its own, to look around in.
    """

    journal: Journal
    work: Work
    say: Say
    fail: Callable[[JournalError], None]
    undo: Undo
    backups: BackingUp
    cost: Cost | None
    ground: QWidget
    seconds: Callable[[], float] = time.monotonic
    stay: Callable[[float], None] = field(default=_stay_not)
    follow: Callable[["Destination"], None] = field(default=_go_nowhere)
    keep_drafts: Callable[[], None] = field(default=_keep_nothing)
    restore: Callable[[Path], None] = field(default=_keep_as_it_is)
    view: Callable[[Path], None] = field(default=_keep_as_it_is)


KIND_SECTIONS = {
    Kind.MOOD: "mood",
    Kind.BOUNDARY: "boundary",
    Kind.REFLECTION: "reflect",
    Kind.PRACTICE: "practised",
    Kind.MEASURE: "measure",
}
"""The section of the page that changes an entry, for each kind."""


@dataclass(frozen=True)
class Destination:
    """Where to go: a section, and there an entry, a part of the page or a day if one is meant.

    Attributes:
        query: what the Journal is to look for; None leaves it as it is.
    """

    section: str
    entry_id: str = ""
    part: str = ""
    day: date | None = None
    query: Query | None = None


def to_change(entry: Entry) -> Destination:
    """Return where an entry is changed."""
    return Destination(KIND_SECTIONS[entry.kind], entry.id)


class Page(QWidget):
    """One page of the window.

    Attributes:
        shows: the kinds, settings and topics whose change makes what is shown stale.
        has_search: whether its part "search" is where Ctrl+F goes; else that is the journal's.

    Signals:
        go_requested: a ``Destination``.
        left: the page is done, and the one before it may come back.
        renewal_requested: a new recovery code is wanted.
    """

    shows: ClassVar[frozenset[Changed]] = frozenset()
    has_search: ClassVar[bool] = False

    go_requested = Signal(object)
    left = Signal()
    renewal_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._is_stale = True

    def refresh(self) -> None:
        """Read again what is shown."""

    def open_at(self, destination: Destination) -> None:
        """Show what is meant by a destination of this page's section."""

    def focus_first(self) -> None:
        """Put the keyboard where somebody coming to this page wants it."""

    def store_draft(self) -> None:
        """Store what is being written; raises ``JournalError`` when that cannot be."""

    def set_content(self, content: QWidget, *, scrolls: bool = True, lines_wide: int = 0) -> None:
        """Fill the page, with room at its edges; what is too high for the window scrolls.

        Args:
            content: what the page holds.
            scrolls: False where the content scrolls by itself.
            lines_wide: the most it may be wide, in heights of a line; 0 for all there is.
        """
        if lines_wide:
            LineWidth(content, at_most=lines_wide)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inside = content.layout()
        if inside is not None:
            inside.setContentsMargins(PAGE, WIDE, PAGE, WIDE)
        if not scrolls:
            outer.addWidget(content)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds has the keyboard
        content.setProperty("role", "page")
        area.setWidget(content)
        outer.addWidget(area)

    def take_change(self, changes: Changes) -> None:
        """Hear what a transaction changed: read again if it is shown, later if it is hidden."""
        if not changes & self.shows:
            return
        if self.isVisible():
            self._read_again()
        else:
            self._is_stale = True

    def _read_again(self) -> None:
        self._try(self.refresh)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something to the journal; say why where that is not possible."""
        try:
            act()
        except JournalError as error:
            self.context.fail(error)
            return False
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._is_stale = False
            self._read_again()
        super().showEvent(event)
