"""Segments: one of a few words or none; they wrap where there is no room."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]

CHOICES = [("off", "Off"), ("early", "Early"), ("late", "Late"), ("night", "Night & <b>day</b>")]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def segments(show: Show) -> Segmented:
    made = Segmented(CHOICES, name="shift")
    show(made)
    made.setFocus()
    return made


def test_a_click_chooses_by_key(qtbot: QtBot, segments: Segmented) -> None:
    with qtbot.waitSignal(segments.chosen, check_params_cb=lambda key: key == "late"):
        QTest.mouseClick(segments.buttons()[2], Qt.MouseButton.LeftButton)
    assert segments.value() == "late"
    assert segments.buttons()[2].objectName() == "shift.late"


def test_a_second_click_empties(qtbot: QtBot, segments: Segmented) -> None:
    segments.set_value("off")
    with qtbot.waitSignal(segments.emptied):
        QTest.mouseClick(segments.buttons()[0], Qt.MouseButton.LeftButton)
    assert segments.value() is None


def test_space_chooses_and_digits_do_not(qtbot: QtBot, segments: Segmented) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_3)
    assert segments.value() is None
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert segments.value() == "off"
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    assert segments.value() == "early"


def test_setting_an_unknown_key_is_a_bug(segments: Segmented) -> None:
    with pytest.raises(ValueError, match="not in"):
        segments.set_value("noon")


def test_words_are_shown_as_they_are(segments: Segmented) -> None:
    last = segments.buttons()[-1]
    assert last.text() == "Night && <b>day</b>"
    assert last.accessibleName() == "Night & <b>day</b>"


def test_choosing_moves_nothing(qtbot: QtBot, segments: Segmented) -> None:
    before = [button.geometry() for button in segments.buttons()]
    segments.set_value("night")
    QApplication.processEvents()
    assert [button.geometry() for button in segments.buttons()] == before


def test_segments_join_while_they_fit_and_wrap_where_not(show: Show) -> None:
    made = Segmented(CHOICES)
    window = show(made, width=480)
    buttons = made.buttons()
    assert [b.property("place") for b in buttons] == ["first", "middle", "middle", "last"]
    for left, right in pairwise(buttons):
        assert left.geometry().right() + 1 == right.geometry().left()
    window.resize(window.minimumSizeHint().width(), 600)
    QApplication.processEvents()
    assert {b.property("place") for b in buttons} == {"only"}
    assert buttons[-1].y() > buttons[0].y()
    assert all(made.rect().contains(b.geometry()) for b in buttons)


def test_the_round_ends_change_sides(segments: Segmented) -> None:
    segments.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    first, last = segments.buttons()[0], segments.buttons()[-1]
    assert first.x() > last.x()
    assert (first.property("place"), last.property("place")) == ("last", "first")


def test_other_words_keep_the_choice_that_is_still_there(qtbot: QtBot, show: Show) -> None:
    made = Segmented([("1", "Off"), ("2", "Early")], name="shift")
    after = line_field("After")
    show(made, after)
    made.set_value("2")
    made.setFocus()
    with qtbot.assertNotEmitted(made.chosen):
        made.set_choices([("2", "Early"), ("3", "Late")])
    assert made.value() == "2"
    assert made.isAncestorOf(focus())
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    assert made.value() == "3"
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is after
    made.set_choices([("1", "Off")])
    assert made.value() is None
    made.set_choices([])
    assert made.value() is None
