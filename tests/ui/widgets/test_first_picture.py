"""What is put off comes after the first picture, and once."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.first_picture import FirstPicture


class Seen(QWidget):
    """Writes down when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.diary: list[str] = []
        FirstPicture(self).shown.connect(lambda: self.diary.append("later"))
        QTimer.singleShot(0, lambda: self.diary.append("at once"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.diary.append("painted")


def test_it_comes_after_the_picture_unlike_a_timer_of_no_time(qtbot: QtBot) -> None:
    widget = Seen()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: "later" in widget.diary)
    assert widget.diary.index("painted") < widget.diary.index("later")


def test_it_comes_once(qtbot: QtBot) -> None:
    widget = Seen()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: "later" in widget.diary)
    widget.repaint()
    qtbot.waitUntil(lambda: widget.diary.count("painted") > 1)
    assert widget.diary.count("later") == 1


def test_what_goes_before_it_is_painted_is_told_nothing(qtbot: QtBot) -> None:
    widget = Seen()
    diary = widget.diary
    widget.deleteLater()
    qtbot.waitUntil(lambda: "at once" in diary)
    assert diary == ["at once"]
