"""A list of one's own words: it says what is wanted and changes nothing by itself."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from support.looking import keyboard, settle

from caregiver_journal.ui.widgets.list_editor import Item, ListEditor

ITEMS = (
    Item("1", "Café", "3 entries"),
    Item("2", "home", is_hidden=True, is_ticked=True),
    Item("3", "fixed", may_rename=False),
)


@pytest.fixture
def editor(qtbot: QtBot, app: QApplication) -> ListEditor:
    editor = ListEditor("Places", name="places", add_hint="Another…", tick="Far away")
    qtbot.addWidget(editor)
    editor.show_items(ITEMS)
    editor.resize(400, 500)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.list.setFocus()
    return editor


def _names(editor: ListEditor) -> list[str]:
    model = editor.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _go_to(editor: ListEditor, row: int) -> None:
    editor.list.setCurrentIndex(editor.list.model().index(row, 0))


def test_it_begins_on_the_first_and_says_what_may_be_done(editor: ListEditor) -> None:
    current = editor.current()
    assert current == ITEMS[0]
    assert editor.rename.isEnabled()
    assert editor.hide_button.text() == "Hide"
    _go_to(editor, 1)
    assert editor.hide_button.text() == "Offer again"
    assert editor.tick.isChecked()
    _go_to(editor, 2)
    assert not editor.rename.isEnabled()


def test_a_row_is_heard_with_all_that_is_seen(editor: ListEditor) -> None:
    model = editor.list.model()
    heard = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(ITEMS))
    ]
    assert heard == ["Café, 3 entries", "home, hidden", "fixed"]


@pytest.mark.parametrize("name", ["Friday 17:52", "Friday " * 30])
def test_words_beside_a_name_leave_it_its_room(editor: ListEditor, name: str) -> None:
    def left_half(about: str) -> QImage:
        editor.show_items([Item("1", name, about)])
        settle()
        whole = editor.list.viewport().grab().toImage()
        row = editor.list.visualRect(editor.list.model().index(0, 0))
        return whole.copy(QRect(row.left(), row.top(), row.width() // 4, row.height()))

    assert left_half("Documents") == left_half("W" * 300)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_renaming_is_told_once_and_shown_by_the_owner(
    editor: ListEditor, qtbot: QtBot, key: Qt.Key
) -> None:
    told: list[object] = []
    editor.renamed.connect(told.append)
    QTest.keyClick(editor.list, key)
    field = keyboard()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "Café"
    QTest.keyClicks(field, "bar")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert told == [("1", "bar")]
    assert _names(editor)[0] == "Café", "its owner decides"


def test_escape_and_the_same_name_rename_nothing(editor: ListEditor) -> None:
    told: list[object] = []
    editor.renamed.connect(told.append)
    for words, key in (("bar", Qt.Key.Key_Escape), ("Cafe", Qt.Key.Key_Escape)):
        editor.edit_current()
        QTest.keyClicks(keyboard(), words)
        QTest.keyClick(keyboard(), key)
        settle()
    editor.edit_current()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    settle()
    assert told == []


def test_what_may_not_be_renamed_is_not_edited(editor: ListEditor) -> None:
    _go_to(editor, 2)
    editor.edit_current()
    assert keyboard() is editor.list
    editor.show_items(())
    editor.edit_current()
    assert not editor.hide_button.isEnabled()


def test_what_is_changed_elsewhere_is_asked_for(qtbot: QtBot, app: QApplication) -> None:
    editor = ListEditor("Words", name="words", change="Change…")
    qtbot.addWidget(editor)
    editor.show_items(ITEMS)
    with qtbot.waitSignal(editor.change_requested) as asked:
        editor.rename.click()
    assert asked.args == ["1"]
    assert not editor.tick.isVisibleTo(editor)
    assert not editor.field.isVisibleTo(editor)


def test_hiding_ticking_and_adding_are_told(editor: ListEditor) -> None:
    told: list[object] = []
    for signal in (editor.hidden, editor.ticked, editor.added):
        signal.connect(told.append)
    editor.hide_button.click()
    editor.tick.click()
    _go_to(editor, 1)
    editor.hide_button.click()
    editor.field.setText("  a   new one ")
    editor.add.click()
    editor.field.setText("   ")
    editor.add.click()
    assert told == [("1", True), ("1", True), ("2", False), "a new one"]
    editor.clear_field()
    assert editor.field.text() == ""


def test_a_long_list_can_be_searched_and_stays_on_its_item(editor: ListEditor) -> None:
    assert not editor.search.isVisible()
    items = [Item(str(n), f"tag {n}") for n in range(500)] + [Item("x", "Café")]
    editor.show_items(items, select="499")
    assert editor.search.isVisible()
    editor.search.setText("CAFE")
    assert _names(editor) == ["Café"]
    editor.search.setText("tag 49")
    assert len(_names(editor)) == 15
    editor.search.setText("zebra")
    assert editor.none.isVisible()
    assert editor.current() is None
    editor.hide_button.click()
    editor.search.setText("499")
    current = editor.current()
    assert current is not None
    assert current.key == "499"
    editor.show_items(ITEMS)
    assert editor.search.text() == ""
    assert len(_names(editor)) == len(ITEMS)


def test_when_an_item_goes_its_neighbour_is_chosen(editor: ListEditor) -> None:
    _go_to(editor, 2)
    editor.show_items(ITEMS[:2])
    current = editor.current()
    assert current == ITEMS[1]
    editor.show_items((ITEMS[1], ITEMS[0]))
    assert editor.current() == ITEMS[1], "it stays on the same one"


def test_nothing_of_it_reaches_the_clipboard(editor: ListEditor) -> None:
    QApplication.clipboard().clear()
    QTest.keyClick(editor.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == ""


def test_words_do_not_show_in_a_trace() -> None:
    assert "Café" not in repr(ITEMS[0])
