"""The field for an answer, or for writing freely."""

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.reflection import Written
from caregiver_journal.ui.pages.reflect.drafts import ANSWER, ReflectDraft
from caregiver_journal.ui.pages.reflect.part import ReflectPart
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import NoteField, note_field

_LINES = 9


class AnswerPart(ReflectPart):
    """One large field that takes all the room there is."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.field: NoteField = note_field(lines=_LINES, name=f"{name}.{ANSWER}")
        light_up(self.field)
        self.problem = ProblemLine(f"{name}.{ANSWER}.problem")
        light_up(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.field, 1)
        column.addWidget(self.problem)
        self.field.textChanged.connect(self.problem.be_quiet)
        self.field.textChanged.connect(self.changed)

    def call(self, name: str, hint: str) -> None:
        """Call the field by what is asked; show a hint in it while it is empty."""
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)

    @override
    def fill(self, draft: ReflectDraft) -> None:
        self.field.setPlainText(draft.text(ANSWER))
        self.field.moveCursor(QTextCursor.MoveOperation.End)  # to go on where one stopped

    @override
    def values(self) -> dict[str, Any]:
        text = self.field.toPlainText()
        return {"texts": (Written(ANSWER, text),) if text else ()}

    @override
    def first(self) -> QWidget:
        return self.field

    @override
    def place_of(self, part: str) -> tuple[QWidget, ProblemLine] | None:
        return (self.field, self.problem) if part == ANSWER else None

    @override
    def be_quiet(self) -> None:
        self.problem.be_quiet()
