"""A sheet lies over everything, keeps the keyboard, and gives it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard, settle

from caregiver_journal.base.look import WIDE
from caregiver_journal.domain.support import Part, SupportLine
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.support_view import SupportView
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button


class Ground(QWidget):
    """A window with two things to operate."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.button = QPushButton("Below", self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)


class Sheet(Overlay):
    """A sheet with a field and two buttons."""

    def __init__(self, parent: QWidget, *, lines: int = 1) -> None:
        super().__init__("A sheet", parent, name="sheet")
        self.field = line_field("Words")
        self.first, self.last = push_button("First"), push_button("Last")
        for _line in range(lines):
            self.card.add(plain_label("A sentence", wrap=True))
        self.card.add(self.field, self.first, self.last)
        self.come_up()
        self.field.setFocus()


@pytest.fixture
def ground(app: QApplication, qtbot: QtBot) -> Ground:
    ground = Ground()
    qtbot.addWidget(ground)
    ground.resize(800, 600)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    ground.field.setFocus()
    return ground


def _press(key: Qt.Key, times: int = 1) -> QWidget:
    for _time in range(times):
        QTest.keyClick(keyboard(), key)
    return keyboard()


def test_tab_goes_round_inside(ground: Ground) -> None:
    sheet = Sheet(ground)
    walked = [_press(Qt.Key.Key_Tab) for _step in range(4)]
    assert walked == [sheet.first, sheet.last, sheet.field, sheet.first]


def test_backwards_too(ground: Ground) -> None:
    sheet = Sheet(ground)
    walked = [_press(Qt.Key.Key_Backtab) for _step in range(4)]
    assert walked == [sheet.last, sheet.first, sheet.field, sheet.last]


def test_what_is_disabled_is_passed_over(ground: Ground) -> None:
    sheet = Sheet(ground)
    sheet.first.setEnabled(False)
    assert _press(Qt.Key.Key_Tab) is sheet.last


def test_escape_leaves_it_and_the_keyboard_is_where_it_was(ground: Ground, qtbot: QtBot) -> None:
    sheet = Sheet(ground)
    with qtbot.waitSignal(sheet.gone):
        _press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert ground.field.hasFocus()


def test_it_can_go_when_what_had_the_keyboard_has_gone(ground: Ground, qtbot: QtBot) -> None:
    sheet = Sheet(ground)
    ground.field.deleteLater()
    qtbot.waitUntil(lambda: ground.findChild(QLineEdit, "", _direct()) is None)
    sheet.go()
    assert not sheet.isVisible()


def test_a_sheet_that_goes_below_another_one_leaves_the_keyboard_there(ground: Ground) -> None:
    """As an export that ends below the support card."""
    below = Sheet(ground)
    below.first.setFocus()
    above = Sheet(ground)
    below.go()
    assert keyboard() is above.field
    settle()
    above.go()
    assert keyboard() is ground.field


def _direct() -> Qt.FindChildOption:
    return Qt.FindChildOption.FindDirectChildrenOnly


def test_it_covers_all_of_its_parent_whatever_its_size(ground: Ground) -> None:
    sheet = Sheet(ground)
    ground.resize(500, 400)
    assert sheet.geometry() == ground.rect()
    assert ground.childAt(QPoint(2, 2)) is not ground.field


def test_the_page_shows_only_faintly_through_it(ground: Ground) -> None:
    ground.button.setText("")
    before = ground.grab().toImage().pixelColor(ground.button.geometry().center())
    Sheet(ground)
    after = ground.grab().toImage().pixelColor(ground.button.geometry().center())
    background = ground.palette().window().color()
    assert abs(after.lightness() - background.lightness()) <= abs(
        before.lightness() - background.lightness()
    )


def test_what_is_too_high_scrolls_to_the_keyboard(ground: Ground) -> None:
    sheet = Sheet(ground, lines=60)
    settle()
    assert sheet.card.height() > ground.height()
    _press(Qt.Key.Key_Tab)
    place = sheet.first.mapTo(sheet, QPoint(0, 0))
    assert sheet.rect().contains(place)
    assert sheet.rect().contains(place + sheet.first.rect().bottomRight())


def test_what_is_too_high_begins_at_the_top_of_the_window(ground: Ground) -> None:
    sheet = Sheet(ground)
    lines = tuple(SupportLine("people", "A name and when it answers " * 4) for _n in range(20))
    sheet.card.add(SupportView([Part("people", "People", lines)]))
    settle()
    assert sheet.card.height() > ground.height()
    assert sheet.card.y() == WIDE


@pytest.mark.parametrize(
    ("key", "answer"),
    [(Qt.Key.Key_Space, "cancelled"), (Qt.Key.Key_Escape, "cancelled"), (None, "confirmed")],
)
def test_a_question_is_cancelled_unless_it_is_answered(
    ground: Ground, key: Qt.Key | None, answer: str
) -> None:
    sheet = ConfirmSheet("Delete it for good?", ["One entry"], "Delete for good", ground)
    answers: list[str] = []
    sheet.confirmed.connect(lambda: answers.append("confirmed"))
    sheet.cancelled.connect(lambda: answers.append("cancelled"))
    assert keyboard().objectName() == "confirm.cancel"
    if key is None:
        _press(Qt.Key.Key_Tab)
    _press(key or Qt.Key.Key_Space)
    assert answers == [answer]
    assert ground.field.hasFocus()


def test_long_words_stand_at_the_top_of_a_sheet_and_nothing_empty_around_them(
    ground: Ground,
) -> None:
    ground.resize(800, 400)
    sheet = Sheet(ground)
    for _line in range(20):
        sheet.card.add(plain_label("A sentence that goes on for a good while " * 3, wrap=True))
    settle()
    assert sheet.card.y() < 60
    around = sheet.card.parentWidget()
    assert around is not None
    assert around.height() - sheet.card.height() < 120
