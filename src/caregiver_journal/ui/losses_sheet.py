"""Look in the backups for what a rescue could not read, and bring it back into the open journal."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.loss_notes import let_losses_be, read_losses
from caregiver_journal.journal.losses import (
    Brought,
    Lacking,
    Looked,
    bring_in,
    find_lacking,
    look,
    settle,
)
from caregiver_journal.journal.rescue_words import (
    say_brought,
    say_found,
    say_looked,
    say_losses,
)
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.stepwise import Steps, Stepwise
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from caregiver_journal.ui.work import Ticket

_LINES_WIDE = 32


class LossesSheet(Overlay):
    """Covers the window while the backups are looked through; nothing is written before a word."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("What could not be read"), context.ground, name="losses", lines_wide=_LINES_WIDE
        )
        self._context = context
        self._looked: Looked | None = None
        self._ticket: Ticket | None = None
        self._take: Callable[[object], None] = self._ignore
        self.words = plain_label("", "small", wrap=True)
        self.words.setObjectName("losses.words")
        self.found = plain_label("", wrap=True)
        self.found.setObjectName("losses.found")
        self.problem = ProblemLine("losses.problem")
        self.progress = CalmProgress(name="losses.progress")
        self.let_be = push_button(_("Let it be"), name="losses.let_be")
        self.leave = push_button(_("Close"), name="losses.leave")
        self.back = push_button(_("Bring these back"), "primary", name="losses.back")
        self._steps = Stepwise(self)
        foot = FootRow((self.let_be,), (self.leave, self.back))
        self.card.add(self.words, self.found, self.problem, self.progress, foot)
        self._connect()
        self.come_up()
        self._look()

    @override
    def go(self) -> None:
        """Take it away; what was being written is taken back."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._steps.cancel()
        super().go()

    def _connect(self) -> None:
        self._steps.progressed.connect(self._show_progress)
        self._steps.finished.connect(self._on_finished)
        self._steps.failed.connect(self._fail)
        self.progress.cancelled.connect(self.go)
        self.leave.clicked.connect(self.go)
        self.let_be.clicked.connect(self._let_be)
        self.back.clicked.connect(self._bring_back)

    # --- looking --------------------------------------------------------------------------------

    def _look(self) -> None:
        journal = self._context.journal
        losses = read_losses(journal)
        if losses is not None:
            self.words.setText(say_losses(losses, journal.clock().date()))
        self._be_busy(_("Looking in the backups for what is missing…"))
        self._start(find_lacking(journal), self._look_there)

    def _look_there(self, lacking: object) -> None:
        if not isinstance(lacking, Lacking):
            self._take_looked(Looked((), 0))
            return
        journal = self._context.journal
        work = partial(look, journal.folder.path, journal.database.opening(), lacking)
        self._ticket = self._context.work.start(self, work, self._settle, self._fail)

    def _settle(self, looked: Looked) -> None:
        self._ticket = None
        self._start(settle(self._context.journal, looked), self._take_looked)

    def _take_looked(self, looked: object) -> None:
        if not isinstance(looked, Looked):
            return
        self._looked = looked
        today = self._context.journal.clock().date()
        paragraphs = ["\n".join(say_found(each, today)) for each in looked.found]
        said = say_looked(looked)
        self._show("\n\n".join([*paragraphs, *([said] if said else [])]))
        self.back.setVisible(bool(looked.found))
        self.let_be.setVisible(not self._context.journal.is_read_only)
        (self.back if looked.found else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is done about it ------------------------------------------------------------------

    def _bring_back(self) -> None:
        if self._looked is not None:
            self._be_busy(_("Bringing it back…"))
            self._start(bring_in(self._context.journal, self._looked.found), self._take_brought)

    def _take_brought(self, brought: object) -> None:
        if isinstance(brought, Brought):
            self._show(say_brought(brought))
            self.words.hide()
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_be(self) -> None:
        try:
            take_back = let_losses_be(self._context.journal)
        except JournalError as error:
            self._fail(error)
            return
        self.go()
        self._context.undo.offer(_("Nothing speaks of it any more."), take_back)

    # --- how it goes ----------------------------------------------------------------------------

    def _start(self, steps: Steps, take: "Callable[[object], None]") -> None:
        self._take = take
        self._steps.start(steps)

    def _on_finished(self, came: object) -> None:
        self._take(came)

    def _ignore(self, _came: object) -> None:
        """Wait for nothing yet."""

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            self.go()
            raise error
        self._show(self.found.text())
        self.problem.tell(error)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, progress: Progress) -> None:
        self.progress.set_share(progress.share)

    def _be_busy(self, sentence: str) -> None:
        self._show_only(self.progress)
        self.progress.start(sentence)
        self.progress.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, words: str) -> None:
        self.found.setText(words)
        self._show_only(self.found, self.leave)

    def _show_only(self, *shown: QWidget) -> None:
        self.problem.be_quiet()
        for part in (self.found, self.progress, self.let_be, self.leave, self.back):
            part.setVisible(part in shown)
