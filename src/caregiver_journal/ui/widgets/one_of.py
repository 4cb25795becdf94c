"""Choose one of a few, or none: what mood discs and segments have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.base.text import bare_letters
from caregiver_journal.ui.widgets.arrow_keys import plain_press, step_of

_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class OneOf(QWidget):
    """A row of buttons of which one or none is chosen; one stop for the Tab key.

    Arrows choose the neighbour; Delete, Backspace and a second click on the chosen one empty it.
    With ``keeps_one`` nothing does. A letter chooses the next one whose word begins with it.
    Only what the person does is told by ``changed``, with the index from 0 or None.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, keeps_one: bool = False) -> None:
        super().__init__(parent)
        self._keeps_one = keeps_one
        self._initials: list[str] = []
        self._buttons: list[QAbstractButton] = []
        self._index: int | None = None
        self._just_chosen: int | None = None
        self._takes_digits = False

    def set_buttons(
        self,
        buttons: Sequence[QAbstractButton],
        *,
        digits: bool = False,
        words: Sequence[str] = (),
    ) -> None:
        """Use these buttons, first to last.

        Args:
            buttons: one or none of them is chosen.
            digits: let the key 1 choose the first.
            words: the word on each button, for the letters.
        """
        for gone in self._buttons:
            gone.blockSignals(True)  # what is going says nothing any more
        self._buttons = list(buttons)
        self._index = None
        self._takes_digits = digits
        self._initials = [bare_letters(word)[:1] for word in words]
        for button in self._buttons:
            button.setCheckable(True)
            button.installEventFilter(self)
            button.pressed.connect(self._forget_last)
            button.toggled.connect(self._toggled)
            button.clicked.connect(self._clicked)
        self._show()

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Return the buttons, first to last."""
        return tuple(self._buttons)

    def index(self) -> int | None:
        """Return which one is chosen, counted from 0, or None."""
        return self._index

    def set_index(self, index: int | None) -> None:
        """Choose one, or none, without telling.

        Raises:
            IndexError: there is no such button.
        """
        self._index = index if index is None else range(len(self._buttons))[index]
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows, digits, letters and Delete before the button moves the focus by itself."""
        press = plain_press(event)
        if press is None:
            return False
        step = step_of(press, self)
        if press.key() in _EMPTYING:
            self._change(None)
            return True
        if step:
            there = self._index_of(watched) + step
            self._change(max(0, min(len(self._buttons) - 1, there)))
            return True
        return self._took_digit(press.text()) or self._took_letter(watched, press.text())

    def _took_digit(self, text: str) -> bool:
        if not self._takes_digits or not text.isdecimal():
            return False
        if 1 <= int(text) <= len(self._buttons):
            self._change(int(text) - 1)
        return True

    def _took_letter(self, button: QObject, text: str) -> bool:
        if not text.isalpha():
            return False
        letter, count = bare_letters(text), len(self._initials)
        here = -1 if self._index is None else self._index_of(button)
        turn = [(here + step) % count for step in range(1, count + 1)]
        found = next((index for index in turn if self._initials[index] == letter), None)
        if found is not None:
            self._change(found)
        return found is not None

    def _forget_last(self) -> None:
        self._just_chosen = None

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Follow a click, Space, and assistive tools, which switch a button without clicking."""
        index = self._index_of(self.sender())
        if checked and index != self._index:
            self._just_chosen = index
            self._change(index)

    def _clicked(self) -> None:
        """Empty it where the click found its button chosen."""
        index = self._index_of(self.sender())
        if index == self._index and index != self._just_chosen:
            self._change(None)
        self._just_chosen = None

    def _index_of(self, button: QObject | None) -> int:
        return next(index for index, one in enumerate(self._buttons) if one is button)

    def _change(self, index: int | None) -> None:
        if index is None and self._keeps_one:
            return
        is_new = index != self._index
        self.set_index(index)
        if index is not None:
            self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
        if is_new:
            self.changed.emit(index)

    def _show(self) -> None:
        stop = self._index or 0
        for index, button in enumerate(self._buttons):
            button.setAutoExclusive(False)  # an exclusive button cannot be emptied again
            button.setChecked(index == self._index)
            button.setAutoExclusive(True)  # assistive tools then call it one of several
            is_stop = index == stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
            button.update()
        if self._buttons:
            self.setFocusProxy(self._buttons[stop])
