"""Show what differs between two copies of the journal side by side, one after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG
from caregiver_journal.journal.merge_words import Told
from caregiver_journal.journal.merging import Choice, Conflict, Key
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label, push_button

Tell = Callable[[Conflict], Told]


class MergeConflicts(QWidget):
    """One thing that differs at a time, what is to be done with it, and the way to the next one.

    Signals:
        chosen(): something else was chosen.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("merge.conflicts")
        self._conflicts: Sequence[Conflict] = ()
        self._tell: Tell | None = None
        self._at = 0
        self._choices: dict[Key, Choice] = {}
        self._place = plain_label("", "small", wrap=True)
        self._place.setObjectName("merge.place")
        self._title = plain_label("", "strong", wrap=True)
        self._title.setObjectName("merge.title")
        self._trash = plain_label(
            _("It lies in the trash here, and stays there unless you choose otherwise."),
            "small",
            wrap=True,
        )
        self._sides = _Sides()
        self.choice = Segmented((), name="merge.choice", keeps_one=True)
        self.choice.setAccessibleName(_("What is done with it"))
        self.before = push_button(_("Previous"), name="merge.before")
        self.next = push_button(_("Next"), name="merge.next")
        self.all = push_button(_("The same for all"), "link", name="merge.all")
        self._arrange()
        self.choice.chosen.connect(self._choose)
        self.before.clicked.connect(self._go_before)
        self.next.clicked.connect(self._go_next)
        self.all.clicked.connect(self._choose_all)

    @property
    def choices(self) -> dict[Key, Choice]:
        """What was chosen."""
        return dict(self._choices)

    def show_conflicts(self, conflicts: Sequence[Conflict], tell: Tell) -> None:
        """Show these from the first on; all stay as they are here until something is chosen."""
        self._conflicts, self._tell, self._choices = conflicts, tell, {}
        self._show(0)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        steps = FootRow((self.all,), (self.before, self.next))
        for part in (self._place, self._title, self._sides, self._trash, self.choice, steps):
            column.addWidget(part)

    def _show(self, at: int) -> None:
        if not self._conflicts or self._tell is None:
            return
        self._at = at
        conflict, count = self._conflicts[at], len(self._conflicts)
        told = self._tell(conflict)
        self._place.setText(
            _("Different: {number:,} of {count:,}").format(number=at + 1, count=count)
        )
        self._title.setText(told.title)
        self._sides.show_sides(told)
        self._trash.setVisible(conflict.is_in_trash)
        self.choice.set_choices([(each.value, _word(each)) for each in conflict.choices])
        self.choice.set_value(self._choices.get(conflict.key, Choice.MINE).value)
        for button in (self.before, self.next, self.all):
            button.setVisible(count > 1)
        self.before.setEnabled(at > 0)
        self.next.setEnabled(at < count - 1)
        self.setAccessibleDescription(f"{self._place.text()}. {told.title}")

    def _choose(self, value: str) -> None:
        self._choices[self._conflicts[self._at].key] = Choice(value)
        self.chosen.emit()

    def _choose_all(self) -> None:
        """Choose the same for all; what is in the trash here is chosen one by one."""
        choice = Choice(self.choice.value() or Choice.MINE)
        for conflict in self._conflicts:
            if choice in conflict.choices and not conflict.is_in_trash:
                self._choices[conflict.key] = choice
        announce(self, _("Chosen for all: {choice}").format(choice=_word(choice)))
        self.chosen.emit()

    def _go_before(self) -> None:
        self._go(self._at - 1, self.next)

    def _go_next(self) -> None:
        self._go(self._at + 1, self.before)

    def _go(self, at: int, other: QWidget) -> None:
        """Show another one; the keyboard goes on where its button ends."""
        had_keyboard = QApplication.focusWidget()
        self._show(at)
        announce(self, self.accessibleDescription())
        if had_keyboard is not None and not had_keyboard.isEnabled():
            other.setFocus()


class _Sides(QWidget):
    """A small table: what differs, as it is here, and as it is in the copy."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("merge.sides")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(SMALL)
        for column, stretch in enumerate((2, 4, 4)):
            self._grid.setColumnStretch(column, stretch)

    def show_sides(self, told: Told) -> None:
        """Show what differs."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        heads = ("", _head(_("Here"), told.mine), _head(_("In the copy"), told.theirs))
        for column, words in enumerate(heads):
            self._put(plain_label(words, "small", wrap=True), 0, column)
        for line, row in enumerate(told.rows, 1):
            self._put(plain_label(row.label, "label", wrap=True), line, 0)
            for column, words in ((1, row.mine), (2, row.theirs)):
                label = plain_label(words, wrap=True)
                label.setAccessibleName(f"{row.label}, {heads[column]}: {words}")
                self._put(label, line, column)

    def _put(self, label: PlainLabel, line: int, column: int) -> None:
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._grid.addWidget(label, line, column)


def _head(side: str, changed: str) -> str:
    return f"{side}, {changed}" if changed else side


def _word(choice: Choice) -> str:
    return {
        Choice.MINE: _("Keep mine"),
        Choice.THEIRS: _("Take theirs"),
        Choice.BOTH: _("Keep both"),
    }[choice]
