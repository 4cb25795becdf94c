"""From right to left each part stands on the other side; ``test_every_page`` looks everywhere."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support import looking
from support.driver import Driver
from support.mirror import TwoWalks, find_unmirrored, turn_round

from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.text import plain_label, push_button


def test_the_sidebar_stands_at_the_right_and_columns_begin_there(writer: Driver) -> None:
    turn_round()
    try:
        shell = writer.window.shell
        assert shell is not None
        assert shell.sidebar.geometry().right() == shell.rect().right()
        (columns,) = (c for c in shell.findChildren(Columns) if c.isVisible())
        first, second = _sides(columns)
        assert first.x() > second.x() + second.width()
        assert not list(looking.find_overlapping(writer.window))
    finally:
        turn_round()


def _sides(columns: Columns) -> tuple[QWidget, QWidget]:
    quick = next(c for c in columns.findChildren(QWidget) if c.accessibleName().startswith("How"))
    week = next(c for c in columns.findChildren(QWidget) if c.accessibleName() == "This week")
    return quick, week


@pytest.mark.parametrize("wrap", [False, True])
@pytest.mark.parametrize(
    ("words", "is_right"), [("\u05e9\u05dc\u05d5\u05dd", True), ("Peace", False)]
)
def test_words_begin_where_their_own_language_begins(
    qtbot: QtBot, app: QApplication, words: str, wrap: bool, is_right: bool
) -> None:
    label = plain_label(words, wrap=wrap)
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.resize(400, 40)
    label.show()
    picture = label.grab().toImage()
    ground = picture.pixel(200, 0)
    inked = [x for x in range(400) if any(picture.pixel(x, y) != ground for y in range(40))]
    assert inked, "nothing was written"
    assert (min(inked) > 200) == is_right
    assert (max(inked) < 200) != is_right


# --- the check finds what it is for ---------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot, app: QApplication) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.addWidget(plain_label("Mood"))
    row.addStretch(1)
    row.addWidget(push_button("Save"))
    qtbot.addWidget(page)
    page.resize(400, 100)
    page.show()
    looking.settle()
    return page


def test_a_page_that_is_mirrored_passes(page: QWidget) -> None:
    assert list(find_unmirrored(page)) == []


def test_what_stays_where_it_was_is_found(page: QWidget) -> None:
    stuck = QLabel("stuck", page)
    stuck.setGeometry(10, 60, 80, 20)
    stuck.show()
    (fault,) = find_unmirrored(page)
    assert "stuck" in fault


def test_what_keeps_its_own_direction_is_found(page: QWidget) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert len(list(find_unmirrored(page))) == 2


def _seen_on_two_walks(page: QWidget, between: Callable[[], None]) -> list[str]:
    walks = TwoWalks()
    assert list(walks.note(page)) == []
    assert not walks.is_over()
    turn_round()
    between()
    faults = list(walks.compare(page))
    turn_round()
    assert walks.is_over()
    return faults


def test_a_second_walk_finds_the_mirror_of_the_first(page: QWidget) -> None:
    assert _seen_on_two_walks(page, lambda: None) == []


def test_a_second_walk_finds_what_stays_where_it_was(page: QWidget) -> None:
    stuck = QLabel("stuck", page)
    stuck.setGeometry(10, 60, 80, 20)
    stuck.show()
    (fault,) = _seen_on_two_walks(page, lambda: None)
    assert "stuck" in fault


def test_a_second_walk_finds_what_was_not_on_the_first(page: QWidget) -> None:
    (fault,) = _seen_on_two_walks(page, QLabel("more", page).show)
    assert "more" in fault
