"""What pulled: the known pulls and the person's own words, and a way to add another."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import bare_letters
from caregiver_journal.domain.boundary import MAX_PULLS, PULL_WORDS, clean_label, say_label
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.theme import set_role
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.chips import Chips, Choice
from caregiver_journal.ui.widgets.text import line_field, push_button, set_button_text

_MOST_OWN = 6
"""So many words of the person's own are offered beside those that are chosen."""


class PullWords(QWidget):
    """Chips of which many may be chosen; the last button opens a line for a word of one's own.

    Signals:
        changed(): the person chose, dropped or added a word.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._chosen: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self.chips = Chips(name=name)
        self.own = QPushButton()
        set_role(self.own, "chip")
        set_button_text(self.own, _("+ own word"))
        self.own.setAccessibleName(_("Add a word of your own"))
        self.own.setObjectName(f"{name}.own")
        self.chips.set_last(self.own)
        self.word = line_field(_("Your own word for it"), name=f"{name}.word")
        self.add = push_button(_("Add it"), name=f"{name}.add")
        self.line = QWidget()
        self.problem = ProblemLine(f"{name}.problem")
        self._arrange()
        self.setFocusProxy(self.chips)
        self.chips.changed.connect(self._on_changed)
        self.own.clicked.connect(self._open)
        self.word.textEdited.connect(self._on_typed)
        self.word.installEventFilter(self)
        self.add.clicked.connect(self._take)
        self._lay_out()

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the group of words."""
        super().setAccessibleName(name)
        self.chips.setAccessibleName(name)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter add the word, and Escape close the line rather than the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._took_key(event)
        return False

    def pulls(self) -> tuple[str, ...]:
        """Return what was chosen, in the order it was; what is typed and not added counts too."""
        typed = self.typed()
        return (*self._chosen, typed) if typed and typed not in self._chosen else self._chosen

    def typed(self) -> str:
        """Return the word in the open line; "" while there is none."""
        return "" if self.line.isHidden() else _key(self.word.text())

    def set_pulls(self, pulls: Iterable[str]) -> None:
        """Choose these and no others, without a signal."""
        self._chosen = tuple(dict.fromkeys(pull for pull in pulls if pull))
        self._close()
        self._lay_out()

    def offer_own(self, used: Iterable[str]) -> None:
        """Offer words of the person's own that were used before, the best first."""
        own = tuple(pull for pull in used if pull not in PULL_WORDS)[:_MOST_OWN]
        if own != self._own:
            self._own = own
            self._lay_out()

    def _arrange(self) -> None:
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.word, 1)
        row.addWidget(self.add)
        self.line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        for part in (self.chips, self.line, self.problem):
            column.addWidget(part)

    def _lay_out(self) -> None:
        keys = dict.fromkeys((*PULL_WORDS, *self._own, *self._chosen))
        choices = [Choice(key, say_label(PULL_WORDS, key)) for key in keys]
        self.chips.set_choices(choices, self._chosen)

    def _on_changed(self, shown: tuple[str, ...]) -> None:
        kept = tuple(pull for pull in self._chosen if pull in shown)
        wanted = (*kept, *(pull for pull in shown if pull not in kept))
        self.problem.be_quiet()
        if self._is_too_many(wanted):
            self.chips.set_values(self._chosen)
            return
        self._chosen = wanted
        self.changed.emit()

    def _open(self) -> None:
        self.line.show()
        self.word.setFocus()

    def _on_typed(self) -> None:
        self.problem.be_quiet()
        self.changed.emit()

    def _close(self) -> None:
        self.word.clear()
        self.line.hide()
        self.problem.be_quiet()

    def _took_key(self, event: QKeyEvent) -> bool:
        if is_combined(event):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
            self.own.setFocus()
        else:
            return False
        return True

    def _take(self) -> None:
        try:
            word = clean_label(self.word.text(), "pulls")
        except InvalidValueError as error:
            self.problem.tell(error)
            self.word.setFocus()
            return
        wanted = tuple(dict.fromkeys((*self._chosen, _key(word)))) if word else self._chosen
        if self._is_too_many(wanted):
            return
        self._chosen = wanted
        self._close()
        self._lay_out()
        self.own.setFocus()
        self.changed.emit()

    def _is_too_many(self, pulls: tuple[str, ...]) -> bool:
        if len(pulls) > MAX_PULLS:
            self.problem.say(_("{most} words are the most.").format(most=MAX_PULLS))
        return len(pulls) > MAX_PULLS


def _key(word: str) -> str:
    """Return the key of a known pull, or the person's own word in one line."""
    line = " ".join(word.split())
    bare = bare_letters(line)
    keys = (key for key, known in PULL_WORDS.items() if bare_letters(_(known)) == bare)
    return next(keys, line)
