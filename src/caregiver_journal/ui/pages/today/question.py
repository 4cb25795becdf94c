"""One question on Today: answered, changed for another, left for today, or hidden for good."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.journal.asking import (
    Question,
    another_question,
    hide_question,
    offer_question,
    read_question,
    skip_today,
)
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.text import plain_label, push_button

_HIDE = "hide"


class QuestionCard(Card):
    """Shows today's question; hidden while there is none. It never takes the keyboard by itself.

    Attributes:
        question: what it shows, or None.

    Signals:
        answer_requested(str): the id of the question that is to be answered.
    """

    answer_requested = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(_("One question"), name="question")
        self._context = context
        self.question: Question | None = None
        self.why = plain_label("", "small", wrap=True)
        self.why.setObjectName("question.why")
        self.words = plain_label("", "reading", wrap=True)
        self.words.setObjectName("question.text")
        self.problem = ProblemLine("question.problem")
        self.answer = push_button(_("Answer"), name="question.answer")
        self.another = push_button(_("Another"), name="question.another")
        self.skip = push_button(_("Not today"), name="question.skip")
        self.more = MoreButton(
            _("More for this question"),
            ((_HIDE, _("Hide this question for good")),),
            name="question.more",
        )
        row = FlowLayout(gap=SMALL)
        for button in (self.answer, self.another, self.skip, self.more):
            row.addWidget(button)
        self.add(self.why, self.words, self.problem, row)
        self.answer.clicked.connect(self._answer)
        self.another.clicked.connect(self._ask_for_another)
        self.skip.clicked.connect(self._skip)
        self.more.chosen.connect(self._hide)
        self._dress()
        self.hide()

    def refresh(self, *, is_wanted: bool) -> None:
        """Read today's question again; none is shown where nothing could be written to it.

        A content file that is not as it has to be is told here, and the rest of Today is not
        touched.

        Args:
            is_wanted: False during a pause.
        """
        journal = self._context.journal
        self.question = None
        if not is_wanted or journal.is_read_only:
            self.hide()
            return
        try:
            self.question = read_question(journal)
        except ContentError as error:
            self._tell_broken(error)
            return
        self.problem.be_quiet()
        self._show(self.question)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "more"):
            self._dress()

    def _show(self, question: Question | None) -> None:
        if question is not None:
            self.why.setText(question.why if question.sign else question.theme.title)
            self.words.setText(question.prompt.text)
            for button in (self.answer, self.another, self.skip):
                button.setAccessibleDescription(question.prompt.text)
            self.more.tell_about(question.prompt.text)
            self._dress()
        self._show_parts(has_question=True)
        self.setVisible(question is not None)

    def _tell_broken(self, error: ContentError) -> None:
        """Say in the card, and at first in the strip too, that there are no questions to ask."""
        if self.problem.isHidden():
            self._context.fail(error)
        self.problem.tell(error)
        self._show_parts(has_question=False)
        self.show()

    def _show_parts(self, *, has_question: bool) -> None:
        for part in (self.why, self.words, self.answer, self.another, self.skip, self.more):
            part.setVisible(has_question)

    def _dress(self) -> None:
        self.skip.ensurePolished()
        self.more.setMinimumHeight(self.skip.sizeHint().height())

    def _answer(self) -> None:
        if self.question is not None:
            self.answer_requested.emit(self.question.prompt.id)

    def _ask_for_another(self) -> None:
        before = self.question
        if before is None:
            return
        try:
            after = another_question(self._context.journal)
        except JournalError as error:
            self._context.fail(error)
            return
        if after is None:
            self._context.say(_("All the others were asked in the last 30 days."))
            return
        announce(self.words, after.prompt.text)
        again = partial(offer_question, self._context.journal, before.prompt.id)
        self._context.undo.offer(_("Another question"), again)

    def _skip(self) -> None:
        self._do(partial(skip_today, self._context.journal), _("No question today"))

    def _hide(self, _choice: str) -> None:
        if self.question is not None:
            act = partial(hide_question, self._context.journal, self.question.prompt.id)
            self._do(act, _("Hidden. It is not asked again."))

    def _do(self, act: Callable[[], Callable[[], None]], said: str) -> None:
        try:
            take_back = act()
        except JournalError as error:
            self._context.fail(error)
            return
        self._context.undo.offer(said, take_back)
