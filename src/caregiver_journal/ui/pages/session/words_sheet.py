"""A sheet for a few words: something to talk about, a goal, or homework."""

from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button

FORM = "session.sheet"
"""The name under which what is written in the sheets of the page is kept."""

_LEAST_LINES = 2
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sheet asks for.

    Attributes:
        about: what its draft is about, such as *goal:<id>*.
        title: its title.
        label: what is asked.
        text: what stands there at first.
        more: a quiet sentence above the field.
        is_question: whether it is a question; None where that is not asked.
    """

    about: str
    title: str
    label: str
    text: str = field(default="", repr=False)
    more: str = field(default="", repr=False)
    is_question: bool | None = None


class WordsAskedSheet(DraftedSheet):
    """Asks for a few words; what is written survives Escape and a lock, Cancel gives it up.

    Signals:
        submitted: the words are to be kept.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal()
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        asked: Asked,
        *,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open the sheet.

        Args:
            context: where what is written is kept.
            asked: what it asks for.
            known: what drafts can be about.
            said: what is shown instead of what was kept.
        """
        super().__init__(asked.title, context.ground, name="session_words")
        self.asked = asked
        self.text = GrowingField(least=_LEAST_LINES, most=_MOST_LINES, name="session_words.text")
        self.is_question = QCheckBox(_("A question to ask"))
        self.is_question.setObjectName("session_words.question")
        self.problem = ProblemLine("session_words.problem")
        self.cancel = push_button(_("Cancel"), name="session_words.cancel")
        self.save = push_button(_("Save"), "primary", name="session_words.save")
        self._lay_out()
        self._show(asked.text, is_question=bool(asked.is_question))
        self.draft = SheetDraft(context, DraftName(FORM, asked.about), self._said, known, self)
        begun = self.draft.begun if said is None else said
        if begun:
            self._show(read_text(begun.get("text")), is_question=begun.get("question") is True)
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

    def words(self) -> tuple[str, bool]:
        """Return the words, and whether they are a question."""
        return self.text.toPlainText(), self.is_question.isChecked()

    def _show(self, text: str, *, is_question: bool) -> None:
        self.text.setPlainText(text)
        self.is_question.setChecked(is_question)

    def _said(self) -> Content:
        text, is_question = self.words()
        return {"text": text, "question": is_question}

    def _lay_out(self) -> None:
        asked = self.asked
        if asked.more:
            self.card.add(plain_label(asked.more, "small", wrap=True))
        self.card.add(field_label(asked.label, self.text), self.text, self.problem)
        self.card.add(self.is_question)
        self.is_question.setVisible(asked.is_question is not None)
        self.card.add(FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._submit)
        self.text.textChanged.connect(self._on_edited)
        self.is_question.toggled.connect(self.draft.touch)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)

    def _on_edited(self) -> None:
        self.problem.be_quiet()
        self.draft.touch()

    def _submit(self) -> None:
        self.submitted.emit()

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)
