"""A slider in per cent: steps of five, and what lies between them is kept as it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QWidget

from caregiver_journal.ui.widgets.percent_slider import PercentSlider
from caregiver_journal.ui.widgets.text import field_label

Show = Callable[..., QWidget]
K = Qt.Key


@pytest.fixture
def slider(show: Show) -> PercentSlider:
    made = PercentSlider("not at all", "for certain", name="belief")
    show(field_label("Belief", made), made, width=320)
    made.setFocus()
    return made


def track(slider: PercentSlider) -> QSlider:
    return slider.findChildren(QSlider, "belief.slider")[0]


def test_it_says_nothing_until_it_is_touched(slider: PercentSlider) -> None:
    assert slider.value() is None
    assert slider.text() == "not said"
    assert track(slider).accessibleDescription() == "0 is not at all, 100 is for certain"


@pytest.mark.parametrize(
    ("start", "keys", "value"),
    [
        (None, (K.Key_7,), 70),
        (None, (K.Key_Right,), 50),
        (None, (K.Key_End,), 100),
        (70, (K.Key_Right, K.Key_Up), 80),
        (70, (K.Key_PageDown,), 60),
        (37, (K.Key_Right,), 40),
        (37, (K.Key_Left,), 35),
        (98, (K.Key_Right, K.Key_Right), 100),
        (2, (K.Key_Left, K.Key_Left), 0),
        (70, (K.Key_Delete,), None),
    ],
)
def test_the_keyboard_moves_it_in_steps_of_five(
    slider: PercentSlider, start: int | None, keys: tuple[Qt.Key, ...], value: int | None
) -> None:
    slider.set_value(start)
    for key in keys:
        QTest.keyClick(track(slider), key)
    assert slider.value() == value


def test_the_mouse_finds_the_nearest_step(slider: PercentSlider) -> None:
    line = track(slider)
    left, still = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for x in range(0, line.width(), 7):
        QTest.mouseClick(line, left, still, QPoint(x, 5))
        value = slider.value()
        assert value is not None
        assert value % 5 == 0
    assert slider.value() == 100


def test_a_number_between_two_steps_is_shown_as_it_is(slider: PercentSlider) -> None:
    slider.set_value(37)
    assert slider.text() == "37 %"
    assert slider.value() == 37
    for wrong in (-1, 101):
        with pytest.raises(ValueError, match="0 to 100"):
            slider.set_value(wrong)
