"""Say how many hours, in whatever way a person writes them."""

import math
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import dress_again

MOST_HOURS = 24
_STEP = 0.5
_LONGEST = 12
_POINTS = str.maketrans({",": ".", "\N{ARABIC DECIMAL SEPARATOR}": "."})
_CLOCK = re.compile(r"(\d{1,2})\s*[:h]\s*([0-5]?\d)?", re.IGNORECASE)
_PLAIN = re.compile(r"\d*\.?\d*")


class HoursField(QLineEdit):
    """A field for 0 to 24 hours: *8.5*, *8,5* or *8:30*; the arrows up and down step by a half."""

    def __init__(self, *, name: str = "hours", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textChanged.connect(self._forgive)

    def hours(self) -> float | None:
        """Return the hours, or None for none; raises as ``read_hours`` does."""
        return read_hours(self.text())

    def mark(self, *, wrong: bool) -> None:
        """Show by the edge whether what stands here makes no sense."""
        self.setProperty("wrong", wrong)
        dress_again(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
        try:
            hours = max(0.0, min(float(MOST_HOURS), (self.hours() or 0.0) + step))
        except InvalidValueError:
            return
        text = write_hours(hours)
        if text != self.text():
            self.setText(text)
            self.textEdited.emit(text)

    def _forgive(self) -> None:
        if self.property("wrong"):
            self.mark(wrong=False)


def read_hours(text: str) -> float | None:
    """Return the hours a text says, or None for an empty one.

    Raises:
        InvalidValueError: it says none from 0 to 24.
    """
    words = text.strip().translate(_POINTS)
    if not words:
        return None
    clock = _CLOCK.fullmatch(words)
    if clock is not None:
        hours = int(clock[1]) + int(clock[2] or 0) / 60
    elif _PLAIN.fullmatch(words) and words != ".":
        hours = float(words)
    else:
        hours = math.nan
    if not 0 <= hours <= MOST_HOURS:
        raise InvalidValueError(_("Hours are a number from 0 to 24, such as 7.5."), field="hours")
    return round(hours, 2)


def write_hours(hours: float | None) -> str:
    """Return hours as they stand in the field: *8.5*, *8*; "" for None."""
    return "" if hours is None else f"{hours:.2f}".rstrip("0").rstrip(".")
