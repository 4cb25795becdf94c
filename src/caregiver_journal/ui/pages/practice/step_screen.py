"""One step of an exercise: its words large, the circle, the time that is left, a field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.domain.playing import Playing
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.pacer import Pacer
from caregiver_journal.ui.widgets.text import field_label, plain_label

_LEAST_LINES = 4
_MOST_LINES = 14


class StepScreen(QWidget):
    """Shows a step; knows no time but what it is told.

    Signals:
        written(str): what stands in the field now.
    """

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pacer = Pacer(name="player.pacer")
        self.words = plain_label("", "reading_large", wrap=True)
        self.words.setObjectName("player.words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.time = plain_label("", "small", wrap=True)
        self.time.setObjectName("player.time")
        self.time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field = GrowingField(least=_LEAST_LINES, most=_MOST_LINES, name="player.field")
        light_up(self.field)
        self.label = field_label("", self.field)
        said = _("Nothing can be kept here now. Paper does as well, or saying it inwardly.")
        self.unkept = plain_label(said, "muted", wrap=True)
        self.unkept.setObjectName("player.unkept_words")
        self.unkept.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._keeps = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.pacer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(TINY)
        column.addWidget(self.words)
        column.addWidget(self.time)
        written = QVBoxLayout()
        written.setSpacing(TINY)
        written.addWidget(self.label)
        written.addWidget(self.field)
        written.addWidget(self.unkept)
        column.addLayout(written)
        self.field.textChanged.connect(self._tell)

    def keep_nothing(self) -> None:
        """Take no words; what was kept earlier can be read."""
        self._keeps = False
        self.field.setReadOnly(True)

    def show_step(self, playing: Playing, text: str, *, circle: bool) -> None:
        """Show the step somebody is at, what they wrote in it, and the circle if it is wanted."""
        step = playing.shown.step
        self.words.setText(step.text)
        self.label.setText(step.label)
        self.field.setAccessibleName(step.label)
        for part in (self.label, self.field):
            part.setVisible(bool(step.write) and (self._keeps or bool(text)))
        self.unkept.setVisible(bool(step.write) and not self._keeps)
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
        self.field.refit()
        self.pacer.setVisible(circle)
        self.show_time(playing)

    def show_time(self, playing: Playing) -> None:
        """Show how much time is left, and where the breath is."""
        said = say_left(playing)
        if self.time.text() != said:
            self.time.setText(said)
        self.time.setVisible(bool(said))
        if not self.pacer.isHidden():
            self.pacer.show_second(playing.spent)

    def _tell(self) -> None:
        self.written.emit(self.field.toPlainText())


def say_left(playing: Playing) -> str:
    """Return the time left in the step and in all; "" where one takes one's own time."""
    here, whole = playing.left_in_step, playing.left
    if here is None or whole is None:
        return _("Paused") if playing.is_paused else ""
    said = _("{time} left in this step").format(time=say_clock(here))
    if playing.place < len(playing.steps) - 1:
        said = _("{said} · {time} in all").format(said=said, time=say_clock(whole))
    return _("Paused · {said}").format(said=said) if playing.is_paused else said


def say_clock(seconds: float) -> str:
    """Return seconds as *1:10*; a second counts until it is over."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"
