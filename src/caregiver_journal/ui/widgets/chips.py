"""Choose any number of words."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.word_button import WordButton

_GAP = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Chips(QWidget):
    """Words of which many may be chosen; one stop for the Tab key, arrows walk, Space chooses.

    Signals:
        changed(tuple): the person chose or dropped a word; the keys chosen now.
    """

    changed = Signal(object)

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
        self._flow = FlowLayout(self, gap=_GAP)
        self._chips: dict[str, WordButton] = {}
        self._is_setting = False
        self.setSizePolicy(flowing_policy())
        for key, word in choices:
            self.add_choice(key, word)

    def add_choice(self, key: str, word: str, *, chosen: bool = False) -> None:
        """Put another word behind the others; a key that is there already changes nothing."""
        if key in self._chips:
            return
        chip = WordButton(word, "chip")
        chip.setObjectName(f"{self.objectName()}.{key}")
        chip.setChecked(chosen)
        chip.installEventFilter(self)
        chip.toggled.connect(self._tell)  # assistive tools switch without a click
        self._chips[key] = chip
        self._flow.addWidget(chip)
        self._set_stop(next(iter(self._chips.values())))

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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows and remember where the focus was."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, WordButton):
            self._set_stop(watched)
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self.isRightToLeft() and event.key() in _SIDEWAYS:
            step = -step
        chips = list(self._chips.values())
        here = next(index for index, one in enumerate(chips) if one is watched)
        chips[max(0, min(len(chips) - 1, here + step))].setFocus(Qt.FocusReason.TabFocusReason)
        return True

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
