"""How homework went: done, dropped or open again, and a few words."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.session import Homework, HomeworkState
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.session.words_sheet import FORM
from caregiver_journal.ui.plain_values import read_text, read_word
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button

_LEAST_LINES = 3
_MOST_LINES = 10


def how_name(homework: Homework) -> str:
    """Return what the draft of how homework went is about."""
    return f"how:{homework.id}"


class HowSheet(DraftedSheet):
    """Asks how homework went; what is written survives Escape and a lock.

    Signals:
        submitted: it is to be kept.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal()
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        homework: Homework,
        *,
        state: HomeworkState = HomeworkState.DONE,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open the sheet.

        Args:
            context: where what is written is kept.
            homework: what it is about.
            state: what is chosen at first.
            known: what drafts can be about.
            said: what is shown instead of what was kept.
        """
        super().__init__(_("Homework"), context.ground, name="how")
        self.homework = homework
        states = [(HomeworkState.DONE, _("Done")), (HomeworkState.DROPPED, _("Dropped"))]
        if not homework.is_open:
            states.append((HomeworkState.OPEN, _("Open again")))
        self.state = Segmented(states, name="how.state", keeps_one=True)
        self.text = GrowingField(
            _("What you noticed, if you like…"),
            least=_LEAST_LINES,
            most=_MOST_LINES,
            name="how.text",
        )
        self.problem = ProblemLine("how.problem")
        self.cancel = push_button(_("Cancel"), name="how.cancel")
        self.save = push_button(_("Save"), "primary", name="how.save")
        self._lay_out()
        self._show(state, homework.how_it_went)
        self.draft = SheetDraft(
            context, DraftName(FORM, how_name(homework)), self._said, known, self
        )
        begun = self.draft.begun if said is None else said
        if begun:
            kept = read_word(begun.get("state"), HomeworkState) or state
            self._show(kept, read_text(begun.get("text")))
        if said is not None:
            self.draft.touch()
        self._connect()
        self.come_up()
        self.text.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong, below the field."""
        self.problem.tell(error)
        self.text.setFocus()

    def chosen(self) -> HomeworkState:
        """Return whether it was done, or dropped, or is open."""
        return HomeworkState(self.state.value() or HomeworkState.DONE)

    def _show(self, state: HomeworkState, text: str) -> None:
        self.state.set_value(state)
        self.text.setPlainText(text)

    def _said(self) -> Content:
        return {"state": self.state.value(), "text": self.text.toPlainText()}

    def _lay_out(self) -> None:
        self.card.add(plain_label(self.homework.text, "reading", wrap=True))
        said = _("Dropped says as much as done: it was not the time for it, or not the thing.")
        self.state.setAccessibleName(_("What became of it"))
        self.card.add(self.state, plain_label(said, "small", wrap=True))
        self.card.add(field_label(_("How it went"), self.text), self.text, self.problem)
        self.card.add(FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._submit)
        self.text.textChanged.connect(self.draft.touch)
        self.state.changed.connect(self.draft.touch)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)

    def _submit(self) -> None:
        self.submitted.emit()

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)
