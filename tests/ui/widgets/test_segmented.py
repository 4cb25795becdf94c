"""Segments: one of a few words or none; they wrap where there is no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.segmented import Segmented

CHOICES = [("off", "Off"), ("early", "Early"), ("late", "Late"), ("night", "Night & <b>day</b>")]


@pytest.fixture
def segments(show) -> Segmented:
    made = Segmented(CHOICES, name="shift")
    show(made)
    made.setFocus()
    return made


def test_a_click_chooses_by_key(qtbot: QtBot, segments: Segmented) -> None:
    with qtbot.waitSignal(segments.chosen, check_params_cb=lambda key: key == "late"):
        qtbot.mouseClick(segments.buttons()[2], Qt.MouseButton.LeftButton)
    assert segments.value() == "late"
    assert segments.buttons()[2].objectName() == "shift.late"


def test_a_second_click_empties(qtbot: QtBot, segments: Segmented) -> None:
    segments.set_value("off")
    with qtbot.waitSignal(segments.emptied):
        qtbot.mouseClick(segments.buttons()[0], Qt.MouseButton.LeftButton)
    assert segments.value() is None


def test_space_chooses_and_digits_do_not(qtbot: QtBot, segments: Segmented) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert segments.value() is None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert segments.value() == "off"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
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


def test_segments_join_while_they_fit_and_wrap_where_not(show) -> None:
    made = Segmented(CHOICES)
    window = show(made, width=480)
    buttons = made.buttons()
    assert [b.property("place") for b in buttons] == ["first", "middle", "middle", "last"]
    for left, right in zip(buttons, buttons[1:], strict=False):
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
