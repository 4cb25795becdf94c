"""Segments: one of a few words or none; they wrap where there is no room."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]

CHOICES = [("off", "Off"), ("early", "Early"), ("late", "Late"), ("night", "Night & <b>day</b>")]


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
    QTest.keyClick(keyboard(), Qt.Key.Key_3)
    assert segments.value() is None
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert segments.value() == "off"
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
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
    assert made.isAncestorOf(keyboard())
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert made.value() == "3"
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is after
    made.set_choices([("1", "Off")])
    assert made.value() is None
    made.set_choices([])
    assert made.value() is None


# --- letters, chips, one at least -----------------------------------------------------------------


def test_a_letter_chooses_the_next_word_that_begins_with_it(show: Show) -> None:
    made = Segmented([("a", "Agreed gladly"), ("n", "No"), ("b", "Agreed partly"), ("e", "Élan")])
    show(made)
    made.setFocus()
    chosen = []
    for key in (Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_Z):
        QTest.keyClick(keyboard(), key)
        chosen.append(made.value())
    assert chosen == ["a", "b", "a", "n", "e", "e"]


def test_a_letter_with_a_modifier_is_none(segments: Segmented) -> None:
    QTest.keyClick(keyboard(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert segments.value() is None


def test_one_is_kept_where_one_must_be(qtbot: QtBot, show: Show) -> None:
    made = Segmented(CHOICES, as_chips=True, keeps_one=True)
    show(made)
    made.set_value("early")
    made.setFocus()
    with qtbot.assertNotEmitted(made.changed):
        QTest.mouseClick(made.buttons()[1], Qt.MouseButton.LeftButton)
        QTest.keyClick(keyboard(), Qt.Key.Key_Delete)
    assert made.value() == "early"
    assert made.buttons()[1].isChecked()
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert made.value() == "late"


def test_chips_never_join(show: Show) -> None:
    made = Segmented(CHOICES, as_chips=True)
    show(made, width=480)
    assert {button.property("role") for button in made.buttons()} == {"chip"}
    for left, right in pairwise(made.buttons()):
        assert right.geometry().left() > left.geometry().right() + 1
