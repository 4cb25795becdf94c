"""The smaller widgets: navigation, header, card, empty state, progress, strength, sheet."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard, settle

from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.nav_item import NavItem
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.shortcut_button import ShortcutButton
from caregiver_journal.ui.widgets.strength_meter import StrengthMeter
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

Show = Callable[..., QWidget]

Key = Qt.Key


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    xs, ys = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in xs for y in ys}


def name(colour: str) -> str:
    return QColor(colour).name()


def test_a_row_of_the_sidebar_shows_the_current_page(show: Show) -> None:
    look, item = read_look("light"), NavItem("Today", "today", name="nav.today")
    show(item)
    assert name(look.primary_soft) not in colours(item)
    item.set_current(current=True)
    assert {name(look.primary_soft), name(look.primary)} <= colours(item)
    assert item.height() >= 28
    item.setFocus()
    assert name(look.focus) in colours(item)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_row_of_the_sidebar_opens_by_key_and_marks_nothing_itself(
    qtbot: QtBot, show: Show, key: Qt.Key
) -> None:
    item = NavItem("Today", "today")
    show(item)
    with qtbot.waitSignal(item.clicked):
        QTest.keyClick(item, key)
    assert not item.is_current()


def test_a_row_of_the_sidebar_is_heard_as_a_button_that_says_where_one_is(show: Show) -> None:
    item = NavItem("Today", "today")
    show(item)
    heard = QAccessible.queryAccessibleInterface(item)
    assert heard.role() == QAccessible.Role.Button, "a check mark would be there to be switched"
    assert heard.text(QAccessible.Text.Description) == ""
    item.set_current(current=True)
    assert heard.text(QAccessible.Text.Description) == "You are on this page"


def test_arrows_walk_the_sidebar(qtbot: QtBot, show: Show) -> None:
    first, second = NavItem("Today", "today"), NavItem("Journal", "journal")
    show(first, second)
    first.setFocus()
    QTest.keyClick(first, Key.Key_Down)
    assert keyboard() is second
    QTest.keyClick(second, Key.Key_Up)
    assert keyboard() is first


def test_the_icon_of_a_row_is_mirrored(show: Show) -> None:
    item = NavItem("Hi", "today")
    show(item, width=300)

    def start() -> list[int]:
        image = item.grab().toImage()
        ink = name(read_look("light").ink)
        xs, ys = range(image.width()), range(image.height())
        return [x for x in xs if any(image.pixelColor(x, y).name() == ink for y in ys)]

    assert max(start()) < item.width() / 2
    item.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(start()) > item.width() / 2


def test_a_header_hides_an_empty_line_and_holds_actions(show: Show) -> None:
    export = push_button("Export…")
    header = PageHeader("Journal", "", export)
    show(header, width=600)
    assert not header.subtitle.isVisible()
    header.set_subtitle("1,284 entries")
    assert header.subtitle.isVisible()
    assert export.geometry().left() > header.title.geometry().right()
    header.set_title("Other")
    assert header.title.text() == "Other"


@pytest.mark.parametrize(("width", "is_below"), [(900, False), (400, True)])
def test_the_actions_of_a_header_go_below_rather_than_squeeze_its_words(
    show: Show, width: int, *, is_below: bool
) -> None:
    own = push_button("Add one of your own…")
    header = PageHeader("Practice", "Begin with something mild. You can stop any time.", own)
    window = show(header, width=width)
    assert (own.geometry().top() > header.subtitle.geometry().bottom()) is is_below
    assert own.width() <= own.sizeHint().width()
    header.set_subtitle("Mild")
    window.resize(width - 1, 600)
    settle()
    assert own.geometry().top() < header.subtitle.geometry().bottom(), "few words need little room"


def test_a_card_hides_an_empty_title_and_is_named_by_it(show: Show) -> None:
    card = Card("Today")
    card.add(plain_label("Body"))
    show(card)
    assert card.title.isVisible()
    assert card.accessibleName() == "Today"
    card.set_title("")
    assert not card.title.isVisible()


def test_an_empty_state_offers_one_step(qtbot: QtBot, show: Show) -> None:
    empty = EmptyState("Entries will stand here.", "Write one", icon_name="journal", name="none")
    show(empty)
    step = empty.findChildren(QPushButton, "none.step")[0]
    with qtbot.waitSignal(empty.step_requested):
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    empty.set_words("Nothing was found.")
    assert not step.isVisible()


def test_progress_says_what_happens_and_can_be_stopped(qtbot: QtBot, show: Show) -> None:
    progress = CalmProgress(name="test.progress")
    show(progress)
    progress.start("Opening…")
    assert progress.accessibleName() == "Opening…"
    cancel = progress.findChildren(QPushButton, "test.progress.cancel")[0]
    with qtbot.waitSignal(progress.cancelled):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    progress.start("Opening…", can_cancel=False)
    assert not cancel.isVisible()
    progress.set_share(0.4)
    assert progress.accessibleDescription() == "40 %"


@pytest.mark.parametrize("still", [False, True])
def test_progress_moves_only_while_seen_and_welcome(
    qapp: QApplication, show: Show, still: bool
) -> None:
    theme.set_still(qapp, still=still)
    progress = CalmProgress()
    progress.start("Opening…")
    timer = progress.findChildren(QTimer)[0]
    assert not timer.isActive()
    show(progress)
    assert timer.isActive() == (not still)
    assert name(read_look("light").primary) in colours(progress)
    progress.set_share(0.5)
    assert not timer.isActive()
    progress.set_share(None)
    assert timer.isActive() == (not still)
    progress.hide()
    assert not timer.isActive()


def test_strength_is_said_and_drawn_by_number(show: Show) -> None:
    meter = StrengthMeter()
    show(meter)
    bar = meter.findChildren(QWidget)[0]

    def filled() -> int:
        image = bar.grab().toImage()
        wanted = name(read_look("light").primary)
        parts = [round(bar.width() * (2 * part + 1) / 10) for part in range(5)]
        return sum(image.pixelColor(x, 4).name() == wanted for x in parts)

    for value, count in ((None, 0), (0, 1), (4, 5), (9, 5)):
        meter.show_strength(value, "A sentence.")
        assert filled() == count
    assert meter.accessibleName() == "A sentence."


def test_a_shortcut_is_shown_beside_its_words(show: Show) -> None:
    button = ShortcutButton("New entry", QKeySequence("Ctrl+N"), name="new")
    show(button)
    assert button.accessibleName() == "New entry"
    assert button.accessibleDescription() == "Ctrl+N"
    assert name(read_look("light").primary) in colours(button)
    assert button.sizeHint().height() == push_button("x", "primary").sizeHint().height()


@pytest.fixture
def sheet(show: Show) -> ConfirmSheet:
    window = show(line_field("Field"), width=800)
    window.findChildren(QWidget)[0].setFocus()
    gone = ["The entry <b>“Low”</b> of Friday.", "It cannot be brought back."]
    return ConfirmSheet("Delete for good?", gone, "Delete for good", window)


def test_a_sheet_names_what_goes_and_begins_at_cancel(sheet: ConfirmSheet) -> None:
    words = [label.text() for label in sheet.findChildren(type(plain_label("")))]
    assert "The entry <b>“Low”</b> of Friday." in words
    assert keyboard().objectName() == "confirm.cancel"


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_a_sheet_is_left_without_doing_anything(
    qtbot: QtBot, sheet: ConfirmSheet, key: Qt.Key
) -> None:
    with qtbot.assertNotEmitted(sheet.confirmed), qtbot.waitSignal(sheet.cancelled):
        QTest.keyClick(keyboard(), key)
    assert not sheet.isVisible()


def test_a_sheet_does_it_when_asked(qtbot: QtBot, sheet: ConfirmSheet) -> None:
    do = sheet.findChildren(QPushButton, "confirm.do")[0]
    with qtbot.assertNotEmitted(sheet.cancelled), qtbot.waitSignal(sheet.confirmed):
        QTest.mouseClick(do, Qt.MouseButton.LeftButton)


def test_the_keyboard_stays_in_a_sheet(qtbot: QtBot, sheet: ConfirmSheet) -> None:
    for _step in range(4):
        QTest.keyClick(keyboard(), Key.Key_Tab)
        assert sheet.isAncestorOf(keyboard())
