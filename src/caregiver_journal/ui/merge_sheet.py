"""Look at what another copy of the journal would bring, choose, and see it come in."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.merge_words import say_copy, say_merge
from caregiver_journal.journal.merging import Decision, MergePreview, would_change
from caregiver_journal.ui.merge_conflicts import MergeConflicts, Tell
from caregiver_journal.ui.merge_key import MergeKey
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_LINES_WIDE = 36

_LINES_FOR_BOTH = 30
"""So many heights of a line wide it is where a choice stands beside what it is about."""

_PARTS = (
    ("new", N_("New, and will come in")),
    ("rest", N_("Not here: new there, or deleted here since")),
    ("gone", N_("Deleted here since")),
    ("settled", N_("Kept twice in the copy, and so here too")),
    ("same", N_("Here already, and stays as it is")),
    ("drafts", N_("Stays in the copy")),
)
"""The parts of ``SaidMerge`` that are lists, and what stands above each."""

_FIRST = ("new", "settled", "rest", "gone")
"""Those that stand before what differs: they change something."""

_IN, _OUT = "in", "out"
_CHOICES = {
    "rest": ((_IN, N_("Bring them in")), (_OUT, N_("Leave them out"))),
    "gone": ((_OUT, N_("Leave them out")), (_IN, N_("Bring them back"))),
}
"""The parts the person decides about; the first choice holds until then."""


class MergeSheet(Overlay):
    """Covers the window while another copy is read, looked at and brought in.

    Signals:
        key_entered: opens the copy; see ``MergeKey``.
        wanted: a ``Decision``; the person wants it.
        another_wanted(): the person wants to choose another copy.
        stopped(): it goes; whatever is under way is to stop.
    """

    key_entered = Signal(object)
    wanted = Signal(object)
    another_wanted = Signal()
    stopped = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(
            _("Bring in another copy of the journal"), ground, name="merge", lines_wide=_LINES_WIDE
        )
        self._copy = plain_label("", "small", wrap=True)
        self._copy.setObjectName("merge.copy")
        self.progress = CalmProgress(name="merge.progress")
        self.key = MergeKey()
        self._groups = {part: _Group(part, _(title)) for part, title in _PARTS}
        self.conflicts = MergeConflicts()
        self._nothing = plain_label(_("Nothing in this copy is new."), wrap=True)
        self._nothing.setObjectName("merge.nothing")
        self._safe = plain_label(
            _("A backup of the journal as it is now is made before."), "small", wrap=True
        )
        self.problem = ProblemLine("merge.problem")
        self.cancel = push_button(_("Cancel"), name="merge.cancel")
        self.another = push_button(_("Choose another copy…"), name="merge.another")
        self.open = push_button(_("Open"), "primary", name="merge.open")
        self.do = push_button(_("Bring in"), "primary", name="merge.do")
        self._found: MergePreview | None = None
        self._arrange_parts()
        self._connect()
        self._show_only(self._copy, self.cancel)
        self.come_up()

    # --- what is seen ---------------------------------------------------------------------------

    def show_reading(self, copy: str) -> None:
        """Say that a copy is read."""
        self._copy.setText(copy)
        self._show_only(self._copy, self.progress, self.cancel)
        self.progress.start(_("Looking at what is in it…"), can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask_for_key(self, error: JournalError) -> None:
        """Ask for what opens the copy, and say what was wrong with what was typed."""
        self._show_only(self._copy, self.key, self.cancel, self.open)
        self.key.tell(error)
        self.key.focus_first()

    def show_preview(self, found: MergePreview, tell: Tell, today: date) -> None:
        """Show what a copy would bring; ``tell`` says what differs."""
        self._found = found
        self._copy.setText(say_copy(found.copy, today))
        said = say_merge(found)
        shown: list[QWidget] = [self._copy, self.cancel]
        for part, group in self._groups.items():
            group.say(getattr(said, part))
            if getattr(said, part):
                shown.append(group)
        if found.conflicts:
            self.conflicts.show_conflicts(found.conflicts, tell)
            shown.append(self.conflicts)
        if would_change(found, Decision()) or found.conflicts or found.gone:
            shown += [self.do, self._safe]
        else:
            shown.append(self._nothing)
        self._show_only(*shown)
        self._allow()
        self.card.setAccessibleDescription(self._describe())
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_writing(self, *, is_backup: bool) -> None:
        """Say that the journal is backed up, or that the copy is brought in."""
        self._show_only(self._copy, self.progress, self.cancel)
        words = _("Backing the journal up first…") if is_backup else _("Bringing it in…")
        self.progress.start(words, can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_progress(self, progress: Progress) -> None:
        """Show how much is done."""
        self.progress.set_share(progress.share)

    def show_problem(self, error: JournalError) -> None:
        """Say why it cannot be brought in."""
        self._show_only(self._copy, self.problem, self.cancel, self.another)
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
        self.key.clear()
        self.stopped.emit()
        super().go()

    # --- inside ---------------------------------------------------------------------------------

    def _arrange_parts(self) -> None:
        self.card.add(
            self._copy,
            self.progress,
            self.key,
            *(self._groups[part] for part in _FIRST),
            self.conflicts,
            *(group for part, group in self._groups.items() if part not in _FIRST),
            self._nothing,
            self.problem,
            self._safe,
            FootRow((), (self.cancel, self.another, self.open, self.do)),
        )

    def _connect(self) -> None:
        self.conflicts.chosen.connect(self._allow)
        for group in self._groups.values():
            if group.choice is not None:
                group.choice.chosen.connect(self._allow)
        self.cancel.clicked.connect(self.go)
        self.another.clicked.connect(self._choose)
        self.key.submitted.connect(self.key_entered)
        self.open.clicked.connect(self.key.submit)
        self.do.clicked.connect(self._submit)

    def _show_only(self, *shown: QWidget) -> None:
        everything = (
            self._copy,
            self.progress,
            self.key,
            *self._groups.values(),
            self.conflicts,
            self._nothing,
            self.problem,
            self._safe,
            self.cancel,
            self.another,
            self.open,
            self.do,
        )
        for widget in everything:
            widget.setVisible(widget in shown)
        set_button_text(self.cancel, _("Cancel"))

    def _decision(self) -> Decision:
        choices = self.conflicts.choices if self._found and self._found.conflicts else {}
        return Decision(
            choices,
            brings_back=self._groups["gone"].is_in,
            brings_rest=self._groups["rest"].is_in,
        )

    def _allow(self) -> None:
        """Let it be brought in where that would change something."""
        if self._found is None:
            return
        self.do.setEnabled(would_change(self._found, self._decision()))
        if self._nothing.isVisibleTo(self):
            set_button_text(self.cancel, _("Close"))

    def _describe(self) -> str:
        """Return all of it for a screen reader."""
        return " ".join(filter(None, (group.said for group in self._groups.values())))

    def _submit(self) -> None:
        self.wanted.emit(self._decision())

    def _choose(self) -> None:
        self.go()
        self.another_wanted.emit()


class _Group(QWidget):
    """What stands how: a title, a list of things in words, and perhaps a choice."""

    def __init__(self, part: str, title: str) -> None:
        super().__init__()
        self._title = title
        self._things = plain_label("", wrap=True)
        self._things.setObjectName(f"merge.{part}")
        self.choice: Segmented | None = None
        said = QVBoxLayout()
        said.setSpacing(TINY)
        said.addWidget(plain_label(title, "small", wrap=True))
        said.addWidget(self._things)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addLayout(said, 1)
        if part in _CHOICES:
            words = [(key, _(word)) for key, word in _CHOICES[part]]
            self.choice = Segmented(words, name=f"merge.{part}_choice", keeps_one=True)
            self.choice.setAccessibleName(title)
            self.choice.set_value(words[0][0])
            self._row.addWidget(self.choice, 1)

    @property
    def said(self) -> str:
        """What it says, for a screen reader; "" where it says nothing."""
        things = self._things.text()
        return f"{self._title}: {things}." if things else ""

    @property
    def is_in(self) -> bool:
        """Whether the person wants these things in."""
        return self.choice is not None and self.choice.value() == _IN

    def say(self, things: str) -> None:
        """Show these things."""
        self._things.setText(things)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.choice is not None:
            is_narrow = self.width() < _LINES_FOR_BOTH * self.fontMetrics().height()
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
