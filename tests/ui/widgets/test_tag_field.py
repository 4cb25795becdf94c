"""The tag field: words become tags, nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets.suggestions import Suggestions
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]

Key = Qt.Key


@pytest.fixture
def field(show: Show) -> TagField:
    made = TagField(["late shift", "team", "teaching", "Nightmares"], name="test.tags")
    show(made, line_field("After"))
    made.setFocus()
    return made


@pytest.fixture
def typed(field: TagField) -> QLineEdit:
    return field.findChildren(QLineEdit, "test.tags.input")[0]


def offered(field: TagField) -> list[str]:
    popup = field.window().findChildren(Suggestions)[0]
    if not popup.isVisible():
        return []
    return [popup.item(row).text() for row in range(popup.count())]


@pytest.mark.parametrize("end", [",", ";"])
def test_a_sign_ends_a_tag(qtbot: QtBot, field: TagField, typed: QLineEdit, end: str) -> None:
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(typed, f"  late   shift {end}te")
    assert field.tags() == ("late shift", "te")
    assert typed.text() == "te"


def test_enter_ends_a_tag_and_is_left_alone_without_one(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    QTest.keyClicks(typed, "own word")
    QTest.keyClick(typed, Key.Key_Return)
    assert field.tags() == ("own word",)
    assert typed.text() == ""
    assert not field.eventFilter(typed, enter())


def enter() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)


def test_what_is_typed_counts_before_it_is_ended(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    QTest.keyClicks(typed, "half")
    assert field.tags() == ("half",)


def test_a_tag_stands_once_in_any_case(qtbot: QtBot, field: TagField, typed: QLineEdit) -> None:
    field.set_tags(["Team"])
    QTest.keyClicks(typed, "TEAM,team")
    assert field.tags() == ("Team",)


def test_backspace_removes_the_last_only_at_the_start(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    field.set_tags(["one", "two"])
    QTest.keyClicks(typed, "x")
    QTest.keyClick(typed, Key.Key_Backspace)
    assert field.tags() == ("one", "two")
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(typed, Key.Key_Backspace)
    assert field.tags() == ("one",)


def test_a_click_removes_a_tag(qtbot: QtBot, field: TagField) -> None:
    field.set_tags(["one", "two"])
    tag = field.findChildren(QPushButton)[0]
    assert tag.accessibleName() == "Remove one"
    with qtbot.waitSignal(field.changed):
        QTest.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert field.tags() == ("two",)


def test_tags_are_reached_and_removed_by_keyboard(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    field.set_tags(["one", "two", "three"])
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Delete):
        QTest.keyClick(keyboard(), key)
    assert field.tags() == ("one", "three")
    assert keyboard() is typed


def test_the_tab_key_goes_past_the_tags(qtbot: QtBot, field: TagField, typed: QLineEdit) -> None:
    field.set_tags(["one", "two"])
    QTest.keyClick(typed, Key.Key_Tab)
    assert keyboard().objectName() != "test.tags.input"
    assert not isinstance(keyboard(), QPushButton)


def test_setting_tells_nobody(qtbot: QtBot, field: TagField) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_tags(["one", " ", "two"])
        field.set_tags(["three"])
    assert field.tags() == ("three",)


def test_words_that_begin_so_are_offered_first(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    field.set_suggestions(["steam", "team", "teaching", "late"])
    QTest.keyClicks(typed, "TEA")
    assert offered(field) == ["team", "teaching", "steam"]
    QTest.keyClick(typed, Key.Key_Down)
    QTest.keyClick(typed, Key.Key_Down)
    QTest.keyClick(typed, Key.Key_Return)
    assert field.tags() == ("teaching",)
    assert offered(field) == []
    QTest.keyClicks(typed, "tea")
    assert offered(field) == ["team", "steam"]


def test_escape_and_leaving_close_the_offer(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    QTest.keyClicks(typed, "tea")
    assert offered(field)
    QTest.keyClick(typed, Key.Key_Escape)
    assert not offered(field)
    QTest.keyClicks(typed, "c")
    assert offered(field)
    QTest.keyClick(typed, Key.Key_Tab)
    assert not offered(field)


def test_a_word_is_taken_with_the_mouse(qtbot: QtBot, field: TagField, typed: QLineEdit) -> None:
    QTest.keyClicks(typed, "night")
    popup = field.window().findChildren(Suggestions)[0]
    place = popup.visualItemRect(popup.item(0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.tags() == ("Nightmares",)


def test_the_offer_lies_below_and_inside_the_window(
    qtbot: QtBot, field: TagField, typed: QLineEdit
) -> None:
    QTest.keyClicks(typed, "tea")
    popup = field.window().findChildren(Suggestions)[0]
    assert popup.geometry().top() >= field.geometry().bottom()
    assert field.window().rect().contains(popup.geometry())


def test_tags_are_plain_text(field: TagField) -> None:
    field.set_tags(["<img src=x>", "Tom & Ann"])
    words = [tag.text() for tag in field.findChildren(QPushButton)]
    assert "<img src=x>" in words[0]
    assert "Tom && Ann" in words[1]
    assert field.tags() == ("<img src=x>", "Tom & Ann")


def test_many_tags_wrap_inside(field: TagField) -> None:
    field.set_tags([f"a rather long tag {number}" for number in range(12)])
    QApplication.processEvents()
    assert all(field.rect().contains(t.geometry()) for t in field.findChildren(QPushButton))


def test_the_arrow_down_offers_tags_before_anything_is_typed(show: Show) -> None:
    made = TagField(["late shift", "team"], name="t")
    show(made, line_field("After"))
    made.set_tags(["team"])
    made.setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert made.tags() == ("team", "late shift")
