"""Read the keys that walk along a row of buttons."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def is_combined(event: QKeyEvent) -> bool:
    """Tell whether Ctrl or another such key is held down with a key."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def plain_press(event: QEvent) -> QKeyEvent | None:
    """Return the press of a key by itself; None for anything else."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return None
    return None if is_combined(event) else event


def step_of(event: QKeyEvent, row: QWidget) -> int:
    """Return where an arrow leads in a row: 1 to the next one, -1 to the one before, else 0."""
    step = _STEPS.get(event.key(), 0)
    return -step if row.isRightToLeft() and event.key() in _SIDEWAYS else step
