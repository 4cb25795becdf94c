"""Choose any number of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.arrow_keys import is_combined, step_of
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.word_button import WordButton

_GAP = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that can be chosen.

    Attributes:
        about: what it means; for those who hear the page, and for ``Chips.pointed``.
    """

    key: str
    word: str
    about: str = ""


class Chips(QWidget):
    """Words of which many may be chosen; one stop for the Tab key, arrows walk, Space chooses.

    Signals:
        changed(tuple): the person chose or dropped a word; the keys chosen now.
        pointed(str): the pointer or the keyboard came to a word; its key.
        put_away(str): Delete was pressed on a word; its key.
        menu_wanted(str): the menu of a word is wanted; its key.
    """

    changed = Signal(object)
    pointed = Signal(str)
    put_away = Signal(str)
    menu_wanted = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take (key, word) pairs in their order."""
        super().__init__(parent)
        self.setObjectName(name)
        self._anchor = TabAnchor(self)
        self._flow = FlowLayout(self, gap=_GAP)
        self._chips: dict[str, WordButton] = {}
        self._is_setting = False
        self._last: QPushButton | None = None
        self.setSizePolicy(flowing_policy())
        for key, word in choices:
            self.add_choice(key, word)

    def set_last(self, button: QPushButton) -> None:
        """Put a button behind all words; it is a stop of its own for the Tab key."""
        self._last = button
        self._flow.addWidget(button)

    def set_choices(self, choices: Iterable[Choice], chosen: Iterable[str]) -> None:
        """Offer these words and choose some of them, without a signal."""
        had_focus = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        spare = list(self._chips.values())  # showing each anew would lay the page out each time
        self._chips.clear()
        wanted = set(chosen)
        for choice in choices:
            self._put(choice, chosen=choice.key in wanted, spare=spare)
        for chip in spare:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._order()
        if had_focus is not None:
            self._chips.get(had_focus, self).setFocus(Qt.FocusReason.TabFocusReason)

    def add_choice(self, key: str, word: str, *, chosen: bool = False) -> None:
        """Put another word behind the others; a key that is there already changes nothing."""
        self._put(Choice(key, word), chosen=chosen, spare=[])
        self._order()

    def _put(self, choice: Choice, *, chosen: bool, spare: list[WordButton]) -> None:
        if choice.key in self._chips:
            return
        chip = spare.pop(0) if spare else self._make()
        chip.set_word(choice.word)
        chip.setObjectName(f"{self.objectName()}.{choice.key}")
        chip.setAccessibleDescription(choice.about)
        self._is_setting = True
        chip.setChecked(chosen)
        self._is_setting = False
        self._chips[choice.key] = chip
        if chip.isHidden():
            chip.setVisible(True)

    def _make(self) -> WordButton:
        chip = WordButton("", "chip")
        chip.installEventFilter(self)
        chip.toggled.connect(self._tell)  # assistive tools switch without a click
        self._flow.insert_widget(len(self._chips), chip)
        if self._last is not None:
            self._last.raise_()  # heard, too, it comes behind all words
        return chip

    def _order(self) -> None:
        """Let Tab come to the first word, and the arrows to the others."""
        if self._chips:
            self._set_stop(next(iter(self._chips.values())))
        self._anchor.lead(self._chips.values())

    def offered(self) -> tuple[str, ...]:
        """Return the keys of all words, in their order."""
        return tuple(self._chips)

    def values(self) -> tuple[str, ...]:
        """Return the keys chosen, in the order of the words."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_values(self, keys: Iterable[str]) -> None:
        """Choose these keys and no others, without a signal; unknown ones are passed over."""
        wanted = set(keys)
        self._is_setting = True
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        self._is_setting = False

    def show_only(self, keys: Iterable[str]) -> None:
        """Show these words and hide the others, which stay chosen where they are."""
        wanted = set(keys)
        for key, chip in self._chips.items():
            chip.setVisible(key in wanted)
        stop = next((chip for key, chip in self._chips.items() if key in wanted), None)
        if stop is not None:
            self._set_stop(stop)

    def chip(self, key: str) -> WordButton:
        """Return the button of a word, to hang a menu below it."""
        return self._chips[key]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows, remember where the focus was, tell what is pointed at."""
        if not isinstance(watched, WordButton) or watched not in self._chips.values():
            return False  # one that is going
        if event.type() == QEvent.Type.FocusIn:
            self._set_stop(watched)
            self.pointed.emit(self._key_of(watched))
        elif event.type() == QEvent.Type.Enter:
            self.pointed.emit(self._key_of(watched))
        elif isinstance(event, QContextMenuEvent):
            self.menu_wanted.emit(self._key_of(watched))
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._took_key(watched, event)
        return False

    def _took_key(self, chip: WordButton, event: QKeyEvent) -> bool:
        if is_combined(event):
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.put_away.emit(self._key_of(chip))
            return True
        step = step_of(event, self)
        if not step:
            return False
        chips = [one for one in self._chips.values() if one.isVisible()]
        here = next(index for index, one in enumerate(chips) if one is chip)
        chips[max(0, min(len(chips) - 1, here + step))].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _key_of(self, chip: WordButton) -> str:
        return next(key for key, one in self._chips.items() if one is chip)

    def _set_stop(self, stop: WordButton) -> None:
        for chip in self._chips.values():
            is_stop = chip is stop
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(stop)

    def _tell(self) -> None:
        if not self._is_setting:
            self.changed.emit(self.values())
