"""Look at what a file would bring, say what is to be done with what differs, and see it come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.import_words import SaidPreview, say_preview
from caregiver_journal.journal.importing import Preview
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_LINES_WIDE = 30

_PARTS = (
    ("new", N_("New, and will come in")),
    ("same", N_("Here already, and stays as it is")),
    ("different", N_("Different here, or in the trash")),
)
"""The parts of ``SaidPreview``, and what stands above each."""

_KEEP, _TAKE = "keep", "take"


class ImportSheet(Overlay):
    """Covers the window while a file is read, looked at and brought in.

    Signals:
        wanted(bool): the person wants it; whether what differs is taken from the file.
        another_wanted(): the person wants to choose another file.
        stopped(): it goes; whatever is under way is to stop.
    """

    wanted = Signal(bool)
    another_wanted = Signal()
    stopped = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(_("Bring in a file"), ground, name="import", lines_wide=_LINES_WIDE)
        self._file = plain_label("", "small", wrap=True)
        self._file.setObjectName("import.file")
        self.progress = CalmProgress(name="import.progress")
        self._groups = {part: _Group(part, _(title)) for part, title in _PARTS}
        self._choice = Segmented(
            ((_KEEP, _("Keep what is here")), (_TAKE, _("Take it from the file"))),
            name="import.choice",
            keeps_one=True,
        )
        self._choice.setAccessibleName(_("What differs"))
        self._choice.set_value(_KEEP)
        self._nothing = plain_label(_("Nothing in this file is new."), wrap=True)
        self._nothing.setObjectName("import.nothing")
        self.problem = ProblemLine("import.problem")
        self.cancel = push_button(_("Cancel"), name="import.cancel")
        self.another = push_button(_("Choose another file…"), name="import.another")
        self.do = push_button(_("Bring in"), "primary", name="import.do")
        self._preview: Preview | None = None
        self._arrange_parts()
        self._connect()
        self.come_up()

    # --- what is seen ---------------------------------------------------------------------------

    def show_reading(self, file: str) -> None:
        """Say that a file is read."""
        self._file.setText(file)
        self._show_only(self._file, self.progress, self.cancel)
        self.progress.start(_("Looking at what is in it…"), can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_preview(self, preview: Preview) -> None:
        """Show what a file would bring."""
        self._preview = preview
        said = say_preview(preview)
        shown: list[QWidget] = [self._file, self.cancel]
        for part, group in self._groups.items():
            group.say(getattr(said, part))
            if getattr(said, part):
                shown.append(group)
        if said.different:
            shown.append(self._choice)
        has_news = preview.has_new or preview.has_different
        shown.append(self.do if has_news else self._nothing)
        self._show_only(*shown)
        self._allow()
        self.card.setAccessibleDescription(_describe(said))
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_backing_up(self) -> None:
        """Say that a backup is made before."""
        self._show_only(self._file, self.progress, self.cancel)
        self.progress.start(_("Backing up first…"), can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_unbacked(self, error: JournalError) -> None:
        """Say that no backup could be made before, and offer to do without."""
        self._show_only(self._file, self.problem, self.cancel, self.do)
        said = _("No backup could be made before, so nothing was changed yet. {reason}")
        self.problem.tell(JournalError(said.format(reason=error.sentence)))
        set_button_text(self.do, _("Bring in without a backup"))
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_writing(self) -> None:
        """Say that it is brought in."""
        self._show_only(self._file, self.progress, self.cancel)
        self.progress.start(_("Bringing it in…"), can_cancel=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_progress(self, progress: Progress) -> None:
        """Show how much is done."""
        self.progress.set_share(progress.share)

    def show_problem(self, error: JournalError) -> None:
        """Say why it cannot be brought in."""
        self._show_only(self._file, self.problem, self.cancel, self.another)
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

    # --- inside ---------------------------------------------------------------------------------

    def _arrange_parts(self) -> None:
        self.card.add(
            self._file,
            self.progress,
            *self._groups.values(),
            self._choice,
            self._nothing,
            self.problem,
            FootRow((), (self.cancel, self.another, self.do)),
        )

    def _connect(self) -> None:
        self._choice.chosen.connect(self._allow)
        self.cancel.clicked.connect(self.go)
        self.another.clicked.connect(self._choose)
        self.do.clicked.connect(self._submit)

    def _show_only(self, *shown: QWidget) -> None:
        everything = (
            self._file,
            self.progress,
            *self._groups.values(),
            self._choice,
            self._nothing,
            self.problem,
            self.cancel,
            self.another,
            self.do,
        )
        for widget in everything:
            widget.setVisible(widget in shown)
        set_button_text(self.cancel, _("Cancel"))
        set_button_text(self.do, _("Bring in"))

    def _allow(self) -> None:
        """Let it be brought in where that would change something."""
        if self._preview is None:
            return
        self.do.setEnabled(self._preview.has_new or self._choice.value() == _TAKE)
        if self._nothing.isVisibleTo(self):
            set_button_text(self.cancel, _("Close"))

    def _submit(self) -> None:
        self.wanted.emit(self._choice.value() == _TAKE)

    def _choose(self) -> None:
        self.go()
        self.another_wanted.emit()


class _Group(QWidget):
    """What stands how: a title and a list of things in words, below each other."""

    def __init__(self, part: str, title: str) -> None:
        super().__init__()
        self._things = plain_label("", wrap=True)
        self._things.setObjectName(f"import.{part}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(plain_label(title, "small", wrap=True))
        column.addWidget(self._things)

    def say(self, things: str) -> None:
        """Show these things."""
        self._things.setText(things)


def _describe(said: SaidPreview) -> str:
    """Return all of it for a screen reader."""
    return " ".join(
        f"{_(title)}: {getattr(said, part)}." for part, title in _PARTS if getattr(said, part)
    )
