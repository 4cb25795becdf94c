"""A field that offers words known already, by keyboard and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.suggest_field import SuggestField
from caregiver_journal.ui.widgets.suggestions import Suggestions
from caregiver_journal.ui.widgets.text import field_label, line_field

Show = Callable[..., QWidget]
K = Qt.Key
ROLES = ("Team lead", "A client", "My sister", "The deputy lead")


@pytest.fixture
def field(show: Show) -> SuggestField:
    made = SuggestField("A role…", name="who")
    made.set_words(ROLES)
    show(field_label("Who", made), made, line_field("After"), width=320)
    made.setFocus()
    return made


@pytest.fixture
def choice(show: Show) -> SuggestField:
    made = SuggestField("Choose…", name="kind", chooses=True, own="Your own word…")
    made.set_words(ROLES)
    show(field_label("Kind", made), made, width=320)
    return made


def offered(field: SuggestField) -> list[str]:
    """Return the words that are seen below a field."""
    lists = [each for each in field.window().findChildren(Suggestions) if each.isVisible()]
    return [each.item(row).text() for each in lists for row in range(each.count())]


def test_what_is_typed_finds_words_that_begin_with_it_first(field: SuggestField) -> None:
    QTest.keyClicks(field, "lead")
    assert offered(field) == ["Team lead", "The deputy lead"]
    field.clear()
    QTest.keyClicks(field, "t")
    assert offered(field)[:2] == ["Team lead", "The deputy lead"]
    QTest.keyClicks(field, "zz")
    assert offered(field) == []


def test_the_keyboard_takes_one(qtbot: QtBot, field: SuggestField) -> None:
    QTest.keyClick(field, K.Key_Down)
    assert offered(field) == list(ROLES)
    QTest.keyClick(field, K.Key_Down)
    QTest.keyClick(field, K.Key_Down)
    QTest.keyClick(field, K.Key_Up)
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field, K.Key_Return)
    assert field.text() == "Team lead"
    assert offered(field) == []


def test_escape_and_leaving_close_it(field: SuggestField) -> None:
    QTest.keyClick(field, K.Key_Down)
    QTest.keyClick(field, K.Key_Escape)
    assert offered(field) == []
    QTest.keyClick(field, K.Key_Up)
    assert offered(field) == []
    QTest.keyClick(field, K.Key_Down)
    QTest.keyClick(field, K.Key_Tab)
    assert offered(field) == []


def test_a_click_offers_all_where_one_chooses(choice: SuggestField, field: SuggestField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert offered(field) == []
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert offered(choice) == [*ROLES, "Your own word…"]
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert offered(choice) == []


def test_a_word_of_ones_own_begins_with_an_empty_field(choice: SuggestField) -> None:
    choice.setFocus()
    choice.set_text("Team lead")
    QTest.keyClick(choice, K.Key_Down)
    QTest.keyClick(choice, K.Key_Up)
    for _step in range(len(ROLES)):
        QTest.keyClick(choice, K.Key_Down)
    QTest.keyClick(choice, K.Key_Down)
    QTest.keyClick(choice, K.Key_Return)
    assert choice.text() == ""
    assert choice.hasFocus()


def test_setting_tells_nobody_and_forgives(qtbot: QtBot, field: SuggestField) -> None:
    field.mark(wrong=True)
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("Nobody")
    assert not field.property("wrong")
    field.mark(wrong=True)
    QTest.keyClicks(field, "!")
    assert not field.property("wrong")


def test_the_text_keeps_clear_of_the_chevron(choice: SuggestField) -> None:
    assert choice.textMargins().right() > choice.textMargins().left() == 0
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert choice.textMargins().left() > choice.textMargins().right() == 0


def test_what_is_offered_goes_along_when_the_page_is_scrolled(qtbot: QtBot) -> None:
    field = SuggestField(name="who")
    field.set_words(ROLES)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addSpacing(100)
    column.addWidget(field)
    column.addSpacing(900)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.resize(320, 300)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, K.Key_Down)
    popup = next(each for each in area.findChildren(Suggestions) if each.isVisible())
    top = popup.y()
    area.verticalScrollBar().setValue(40)
    QApplication.processEvents()
    assert popup.y() == top - 40
    area.verticalScrollBar().setValue(400)
    QApplication.processEvents()
    assert not popup.isVisible()
