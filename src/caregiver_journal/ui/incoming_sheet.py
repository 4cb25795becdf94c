"""Cover the window while something is read, looked at, backed up before, and brought in."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.ui.incoming_things import IncomingThings
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class SheetWords(NamedTuple):
    """What a sheet calls what comes in: its own title, a second try, and nothing new in it."""

    title: str
    another: str
    nothing: str


class IncomingSheet(Overlay):
    """What every such sheet has; a subclass adds what it shows of what comes in.

    Attributes:
        source: says what comes in.
        progress, nothing, problem: what is seen at one time or another.
        cancel, another, do: the buttons.

    Signals:
        wanted: what the person chose; they want it in.
        another_wanted(): the person wants to choose something else.
        stopped(): it goes; whatever is under way is to stop.
    """

    wanted = Signal(object)
    another_wanted = Signal()
    stopped = Signal()

    def __init__(
        self,
        words: SheetWords,
        groups: Mapping[str, IncomingThings],
        ground: QWidget,
        *,
        name: str,
        source: str,
        lines_wide: int,
    ) -> None:
        """Make the parts; a subclass arranges them.

        Args:
            words: what it calls what comes in.
            groups: what stands how, by the names of what is said of it.
            ground: what it covers.
            name: its object name, and what those of its parts begin with.
            source: the object name of what says what comes in, behind that.
            lines_wide: the most its card may be wide, in heights of a line.
        """
        super().__init__(words.title, ground, name=name, lines_wide=lines_wide)
        self.source = plain_label("", "small", wrap=True)
        self.source.setObjectName(f"{name}.{source}")
        self.progress = CalmProgress(name=f"{name}.progress")
        self._groups = groups
        self.nothing = plain_label(words.nothing, wrap=True)
        self.nothing.setObjectName(f"{name}.nothing")
        self.problem = ProblemLine(f"{name}.problem")
        self.cancel = push_button(_("Cancel"), name=f"{name}.cancel")
        self.another = push_button(words.another, name=f"{name}.another")
        self.do = push_button(_("Bring in"), "primary", name=f"{name}.do")
        self._parts: tuple[QWidget, ...] = ()
        self.cancel.clicked.connect(self.go)
        self.another.clicked.connect(self._choose)
        self.do.clicked.connect(self._submit)

    # --- what is seen ---------------------------------------------------------------------------

    def show_reading(self, source: str) -> None:
        """Say that it is read."""
        self.source.setText(source)
        self._show_progress(_("Looking at what is in it…"))

    def show_backing_up(self) -> None:
        """Say that a backup is made before."""
        self._show_progress(_("Backing the journal up first…"))

    def show_unbacked(self, error: JournalError) -> None:
        """Say that no backup could be made before, and offer to do without."""
        self._show_only(self.source, self.problem, self.cancel, self.do)
        said = _("No backup could be made before, so nothing was changed yet. {reason}")
        self.problem.tell(JournalError(said.format(reason=error.sentence)))
        set_button_text(self.do, _("Bring in without a backup"))
        self.do.setEnabled(True)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_writing(self) -> None:
        """Say that it is brought in."""
        self._show_progress(_("Bringing it in…"))

    def show_progress(self, progress: Progress) -> None:
        """Show how much is done."""
        self.progress.set_share(progress.share)

    def show_problem(self, error: JournalError) -> None:
        """Say why it cannot be brought in."""
        self._show_only(self.source, self.problem, self.cancel, self.another)
        set_button_text(self.cancel, _("Close"))
        self.problem.tell(error)
        self.another.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- leaving --------------------------------------------------------------------------------

    @override
    def store_draft(self) -> None:
        """Let go of the journal where something is under way: it is about to be closed."""
        if self.progress.isVisibleTo(self):
            self.go()

    @override
    def go(self) -> None:
        self.stopped.emit()
        super().go()

    # --- for subclasses -------------------------------------------------------------------------

    def _chosen(self) -> object:
        """Return what the person chose."""
        raise NotImplementedError

    def _lay_out(self, *inside: QWidget, extra: tuple[QPushButton, ...] = ()) -> None:
        """Arrange all parts: those of a subclass in the middle, more buttons before the last."""
        above = (self.source, self.progress, *inside, self.nothing, self.problem)
        buttons = (self.cancel, self.another, *extra, self.do)
        self._parts = (*above, *buttons)
        self.card.add(*above, FootRow((), buttons))

    def _show_only(self, *shown: QWidget) -> None:
        for widget in self._parts:
            widget.setVisible(widget in shown)
        set_button_text(self.cancel, _("Cancel"))
        set_button_text(self.do, _("Bring in"))

    def _show_found(self, said: object, *more: QWidget) -> None:
        """Show the groups of which something is said, and more parts; tell a screen reader."""
        for part, group in self._groups.items():
            group.say(getattr(said, part))
        spoken = [group for group in self._groups.values() if group.said]
        self._show_only(self.source, self.cancel, *spoken, *more)
        if self.nothing in more:
            set_button_text(self.cancel, _("Close"))
        self.card.setAccessibleDescription(" ".join(group.said for group in spoken))
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- inside ---------------------------------------------------------------------------------

    def _show_progress(self, words: str) -> None:
        self._show_only(self.source, self.progress, self.cancel)
        self.progress.start(words, can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def _submit(self) -> None:
        self.wanted.emit(self._chosen())

    def _choose(self) -> None:
        self.go()
        self.another_wanted.emit()
