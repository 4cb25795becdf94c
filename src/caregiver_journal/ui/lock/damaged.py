"""When part of the file is damaged: save what can be read of it, or take a backup instead."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.losses import Brought, Looked
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.journal.rescue_words import (
    say_brought,
    say_found,
    say_looked,
    say_rescued,
)
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button


class DamagedPage(LockPage):
    """Offers the rescue of a damaged journal, or a backup in its place.

    After a rescue it says what the backups still hold of what was lost.

    Signals:
        rescue_requested: what can be read shall be saved into a new file.
        back_requested: what was found in backups shall be brought back.
        reopen_requested: the journal shall be opened again.
        restore_requested: a backup is to be restored instead.
    """

    rescue_requested = Signal()
    back_requested = Signal()
    reopen_requested = Signal()
    restore_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(
            _("Part of this journal's file is damaged"),
            _(
                "Nothing more is written to it. What can still be read can be saved into a new "
                "file; the damaged one is kept beside it, and you are told what was lost. A "
                "backup can take its place instead, without what was written since."
            ),
            lines_wide=30,
        )
        self._today = today
        self.problem = ProblemLine("damaged.problem")
        self.result = plain_label("", wrap=True)
        self.result.setObjectName("damaged.result")
        self.found = plain_label("", wrap=True)
        self.found.setObjectName("damaged.found")
        self.progress = CalmProgress()
        self.rescue = push_button(_("Save what can be read"), "primary", name="damaged.rescue")
        self.back = push_button(_("Bring these back"), name="damaged.back")
        self.reopen = push_button(_("Open the journal"), "primary", name="damaged.reopen")
        self.restore = push_button(_("Restore a backup…"), "link", name="damaged.restore")
        self._arrange()
        self.rescue.clicked.connect(self._start)
        self.back.clicked.connect(self._bring_back)
        self.reopen.clicked.connect(self.reopen_requested)
        self.restore.clicked.connect(self.restore_requested)

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the next step."""
        step = next((each for each in self._steps if not each.isHidden()), self.rescue)
        step.setFocus()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why the last step did not work; what was there before it is as it was."""
        self._be_idle()
        self.problem.tell(error)
        self.focus_first()

    def show_result(self, rescued: Rescued) -> None:
        """Say what was saved and what was lost."""
        self._be_idle()
        self.rescue.hide()
        self.restore.hide()
        self.set_lead("")  # what could be done was said there, and is done
        self.reopen.show()
        self.result.show()
        self.result.setText(say_rescued(rescued))
        self.focus_first()

    def show_looking(self) -> None:
        """Say that the backups are looked through; the journal may be opened meanwhile."""
        self._say(_("Looking in the backups for what is missing…"))

    def show_looked(self, looked: Looked) -> None:
        """Say what the backups hold of what is missing, and offer to bring it back."""
        self._be_idle()
        paragraphs = ["\n".join(say_found(each, self._today)) for each in looked.found]
        self.found.setText("\n\n".join([*paragraphs, *_if_any(say_looked(looked))]))
        self.found.show()
        self.back.setVisible(bool(looked.found))
        self.focus_first()

    def show_brought(self, brought: Brought) -> None:
        """Say how much came back."""
        self._be_idle()
        self.found.setText(say_brought(brought))
        self.back.hide()
        self.focus_first()

    def _arrange(self) -> None:
        self._steps = (self.rescue, self.back, self.reopen)
        for widget in (self.problem, self.result, self.found, self.progress):
            self.column.addWidget(widget)
        self.column.addWidget(FootRow((self.restore,), self._steps))
        for hidden in (self.result, self.found, self.progress, self.back, self.reopen):
            hidden.hide()

    def _start(self) -> None:
        self._be_busy(_("Reading what can be read…"))
        self.rescue_requested.emit()

    def _bring_back(self) -> None:
        self._be_busy(_("Bringing it back…"))
        self.back_requested.emit()

    def _be_busy(self, sentence: str) -> None:
        for step in (*self._steps, self.restore):
            step.setEnabled(False)
        self._say(sentence)

    def _be_idle(self) -> None:
        for step in (*self._steps, self.restore):
            step.setEnabled(True)
        self.problem.be_quiet()
        self.progress.hide()

    def _say(self, sentence: str) -> None:
        self.problem.be_quiet()
        self.progress.start(sentence, can_cancel=False)
        self.progress.show()


def _if_any(text: str) -> Sequence[str]:
    return (text,) if text else ()
