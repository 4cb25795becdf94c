"""Sort worries into mine, theirs and nobody's; only what is mine has a next step."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.reflection import MAX_WORRIES, WHOSE_WORDS, Whose
from caregiver_journal.journal.forms import FormWords
from caregiver_journal.ui.pages.reflect.drafts import ReflectDraft, WorryDraft
from caregiver_journal.ui.pages.reflect.part import ReflectPart
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tab_anchor import lead
from caregiver_journal.ui.widgets.text import field_label, line_field, push_button

_MOST = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OneLineMore(GrowingField):
    """A field for a few words; Enter goes on to what stands below it."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and not e.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(e)


class WorryRow(QWidget):
    """One worry: its words, whose it is, and a next step where it is mine.

    Signals:
        changed: the person changed it.
        removed: it is to go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, worry: WorryDraft, words: FormWords, *, name: str, number: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.text = OneLineMore(most=_MOST, name=f"{name}.text")
        choices = [(whose.value, _(word)) for whose, word in WHOSE_WORDS.items()]
        self.whose = Segmented(choices, name=f"{name}.whose")
        self.remove = push_button(_("Remove"), "link", name=f"{name}.remove")
        self.step = OneLineMore(words.step_hint, least=2, most=_MOST, name=f"{name}.step")
        self.step.setAccessibleDescription(words.step_hint)
        self._step_part = QWidget()
        self._arrange(words.step_label)
        self.tell_number(number)
        self.text.setPlainText(worry.text)
        self.whose.set_value(worry.whose and worry.whose.value)
        self.step.setPlainText(worry.step)
        self._show_step()
        self.whose.changed.connect(self._show_step)
        for signal in (self.text.textChanged, self.whose.changed, self.step.textChanged):
            signal.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def tell_number(self, number: int) -> None:
        """Let it be heard which one it is."""
        said = _("Worry {number}").format(number=number)
        self.text.setAccessibleName(said)
        self.whose.setAccessibleName(_("Whose is worry {number}").format(number=number))
        self.remove.setAccessibleName(_("Remove worry {number}").format(number=number))

    def worry(self) -> WorryDraft:
        """Return what it says."""
        whose = self.whose.value()
        return WorryDraft(
            self.text.toPlainText(),
            None if whose is None else Whose(whose),
            self.step.toPlainText(),
        )

    def stops(self) -> Sequence[QWidget]:
        """Return where the keyboard stops, in order."""
        return (self.text, self.whose, *self.whose.buttons(), self.remove, self.step)

    def _show_step(self) -> None:
        self._step_part.setVisible(self.whose.value() == Whose.MINE)

    def _arrange(self, step_label: str) -> None:
        set_in = QHBoxLayout(self._step_part)
        set_in.setContentsMargins(0, 0, 0, 0)
        set_in.addSpacing(MEDIUM)  # no margin: those are not mirrored
        step = QVBoxLayout()
        step.setSpacing(TINY)
        set_in.addLayout(step, 1)
        step.addWidget(field_label(step_label, self.step))
        step.addWidget(self.step)
        sorting = QHBoxLayout()
        sorting.setSpacing(SMALL)
        sorting.addWidget(self.whose, 1)
        sorting.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SNUG)
        column.setSpacing(SMALL)
        column.addWidget(self.text)
        column.addLayout(sorting)
        column.addWidget(self._step_part)


class SorterPart(ReflectPart):
    """A field that takes worries in, and below it those that are there.

    What is typed and not ended yet counts as a worry too, so nothing is lost.

    Signals:
        removed: a pair: the place of a worry that was taken out, and the worry.
    """

    removed = Signal(object)

    def __init__(self, words: FormWords, *, name: str) -> None:
        super().__init__()
        self._words = words
        self._name = f"{name}.worry"
        self._count = 0
        self.rows: list[WorryRow] = []
        (asked,) = words.fields
        self.field: QLineEdit = line_field(asked.hint, name=f"{self._name}.new")
        self.add = push_button(_("Add"), name=f"{self._name}.add")
        self.problem = ProblemLine(f"{name}.worries.problem")
        self._label = field_label(asked.label, self.field)
        self.field.setAccessibleDescription(asked.hint)
        self._arrange()
        self.field.returnPressed.connect(self._take_in)
        self.add.clicked.connect(self._take_in)
        self.field.textEdited.connect(self._on_typed)

    @override
    def fill(self, draft: ReflectDraft) -> None:
        for row in tuple(self.rows):
            self._drop(row)
        self._count = 0
        self.field.clear()
        self.problem.be_quiet()
        for worry in draft.worries:
            self._insert(len(self.rows), worry)
        self._lead()

    @override
    def values(self) -> dict[str, Any]:
        typed = self.field.text()
        pending = (WorryDraft(typed),) if typed.strip() else ()
        return {"worries": (*(row.worry() for row in self.rows), *pending)}

    @override
    def first(self) -> QWidget:
        return self.field

    @override
    def place_of(self, part: str) -> tuple[QWidget, ProblemLine] | None:
        return (self.field, self.problem) if part == "worries" else None

    @override
    def be_quiet(self) -> None:
        self.problem.be_quiet()

    def put_back(self, place: int, worry: WorryDraft) -> None:
        """Show a worry again where it was."""
        self._insert(min(place, len(self.rows)), worry)
        self._lead()
        self.changed.emit()

    def _take_in(self) -> None:
        """Put what was typed among the worries."""
        worry = WorryDraft(self.field.text().strip())
        if not worry.text:
            return
        if len(self.rows) >= MAX_WORRIES:
            self.problem.say(_("At most {count} worries fit here.").format(count=MAX_WORRIES))
            return
        self.field.clear()
        self._insert(len(self.rows), worry)
        self._lead()
        self.field.setFocus()
        self.changed.emit()

    def _insert(self, place: int, worry: WorryDraft) -> None:
        self._count += 1
        name = f"{self._name}.{self._count}"
        row = WorryRow(worry, self._words, name=name, number=place + 1)
        self.rows.insert(place, row)
        self._list.insertWidget(place, row)
        row.show()  # at once, so that it can take the keyboard
        row.changed.connect(self.changed)
        row.changed.connect(self.problem.be_quiet)
        row.removed.connect(self._on_removed)

    def _on_removed(self) -> None:
        row = self.sender()
        if not isinstance(row, WorryRow):
            return
        place, worry = self.rows.index(row), row.worry()
        had_keyboard = row.isAncestorOf(self.window().focusWidget())
        self._drop(row)
        self._lead()
        if had_keyboard:
            self.field.setFocus()
        self.changed.emit()
        self.removed.emit((place, worry))

    def _drop(self, row: WorryRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _lead(self) -> None:
        """Number the worries, and let Tab come to them in their order."""
        for number, row in enumerate(self.rows, 1):
            row.tell_number(number)
        lead(self.add, (stop for row in self.rows for stop in row.stops()))

    def _on_typed(self) -> None:
        self.problem.be_quiet()
        self.changed.emit()

    def _arrange(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(SMALL)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._label)
        column.addLayout(adding)
        column.addWidget(self.problem)
        column.addSpacing(SMALL)
        column.addLayout(self._list)
        column.addStretch(1)
