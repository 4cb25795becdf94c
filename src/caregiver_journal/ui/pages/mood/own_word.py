"""Add a word of one's own: the word, what it means, and where it lies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.mood import LEVEL_WORDS, MAX_WORD
from caregiver_journal.ui.pages.mood.energy import energy_choices
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import field_label, line_field, push_button


class OwnWord(QWidget):
    """A quiet button that opens a small form.

    Signals:
        added(Feeling): the person wants this word.
        folded(bool): the form was folded up (True) or opened (False).
    """

    added = Signal(object)
    folded = Signal(bool)

    def __init__(self, level: int, energy: int) -> None:
        """Take where a word lies unless the person says otherwise."""
        super().__init__()
        self._place = (str(level), str(energy))
        self.open = push_button(_("Add a word of your own"), "link", name="feelings.own")
        self.word = line_field(name="feelings.own.word")
        self.word.setMaxLength(MAX_WORD)
        self.meaning = line_field(_("May stay empty"), name="feelings.own.meaning")
        levels = [(str(number), _(word)) for number, word in enumerate(LEVEL_WORDS, 1)]
        self.pleasant = Segmented(levels, name="feelings.own.pleasant")
        self.energy = Segmented(energy_choices(), name="feelings.own.energy")
        self.problem = ProblemLine("feelings.own.problem")
        self.add_button = push_button(_("Add it"), "primary", name="feelings.own.add")
        self.cancel = push_button(_("Cancel"), name="feelings.own.cancel")
        self._fields = QWidget()
        self._arrange()
        self.open.clicked.connect(self.begin)
        self.add_button.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.fold_up)
        self.word.returnPressed.connect(self._submit)
        self.meaning.returnPressed.connect(self._submit)
        self.word.textEdited.connect(self.problem.be_quiet)
        self.fold_up()

    def begin(self, word: object = "") -> None:
        """Open the form, with a word in it."""
        self.word.setText(word if isinstance(word, str) else "")
        self.meaning.clear()
        self.pleasant.set_value(self._place[0])
        self.energy.set_value(self._place[1])
        self.problem.be_quiet()
        self.open.hide()
        self._fields.show()
        self.folded.emit(False)
        self.word.setFocus()

    def fold_up(self) -> None:
        """Leave the quiet button alone."""
        self._fields.hide()
        self.open.show()
        self.folded.emit(True)

    def is_open(self) -> bool:
        """Tell whether the form is there."""
        return not self._fields.isHidden()

    def show_problem(self, error: JournalError) -> None:
        """Say why the word cannot be added."""
        self.problem.tell(error)
        self.word.setFocus()

    def _arrange(self) -> None:
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        words = QHBoxLayout()
        words.setSpacing(SMALL)
        for text, field, share in (
            (_("Word"), self.word, 2),
            (_("What it means to you"), self.meaning, 3),
        ):
            column = QVBoxLayout()
            column.setSpacing(TINY)
            column.addWidget(field_label(text, field))
            column.addWidget(field)
            words.addLayout(column, share)
        inside.addLayout(words)
        for text, choice in ((_("How pleasant"), self.pleasant), (_("Energy"), self.energy)):
            inside.addWidget(field_label(text, choice))
            inside.addWidget(choice)
        inside.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.add_button)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._fields)

    def _submit(self) -> None:
        pleasant, energy = self.pleasant.value(), self.energy.value()
        try:
            feeling = Feeling(
                self.word.text(),
                self.meaning.text(),
                int(pleasant or self._place[0]),
                int(energy or self._place[1]),
                is_own=True,
            )
        except InvalidValueError as error:
            self.show_problem(error)
            return
        self.added.emit(feeling)
