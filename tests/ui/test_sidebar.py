"""The sidebar leads to the pages and wears the look of the moment."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from caregiver_journal.app import dress
from caregiver_journal.ui.sections import SECTIONS
from caregiver_journal.ui.sidebar import Sidebar
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.nav_item import NavItem


@pytest.fixture
def sidebar(app: QApplication, qtbot: QtBot) -> Sidebar:
    menu = QMenu()
    qtbot.addWidget(menu)
    sidebar = Sidebar(menu)
    qtbot.addWidget(sidebar)
    sidebar.show()
    return sidebar


def _lightness(button: QToolButton) -> int:
    """Return the lightness of what an icon is drawn in."""
    picture = button.icon().pixmap(button.iconSize()).toImage()
    drawn = [
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    ]
    return max(drawn, key=lambda colour: colour.alpha()).lightness()


def test_there_is_a_row_for_each_page_with_a_title(sidebar: Sidebar, qtbot: QtBot) -> None:
    for section in (section for section in SECTIONS if section.title):
        row = sidebar.findChild(NavItem, f"sidebar.{section.key}")
        assert row is not None
        with qtbot.waitSignal(sidebar.section_chosen) as chosen:
            row.click()
        assert chosen.args == [section.key]


def test_the_row_of_the_page_that_is_shown_is_marked(sidebar: Sidebar) -> None:
    for key in ("journal", "today", "mood"):
        sidebar.show_current(key)
        marked = [row.objectName() for row in sidebar.findChildren(NavItem) if row.is_current()]
        assert marked == ([] if key == "mood" else [f"sidebar.{key}"])


def test_the_menu_button_changes_its_colour_with_the_look(
    app: QApplication, sidebar: Sidebar
) -> None:
    button = sidebar.findChild(QToolButton, "sidebar.menu")
    assert button is not None
    for look in ("dark", "light"):
        dress(app, look, 100)
        assert abs(_lightness(button) - QColor(current_look().ink).lightness()) < 20


def test_the_menu_button_grows_with_the_text(app: QApplication, sidebar: Sidebar) -> None:
    button = sidebar.findChild(QToolButton, "sidebar.menu")
    assert button is not None
    small = button.iconSize().width()
    dress(app, "light", 200)
    assert button.iconSize().width() > small
