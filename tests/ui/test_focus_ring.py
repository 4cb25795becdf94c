"""The ring goes where the keyboard goes, and leaves nothing behind."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.focus_ring import FocusRing, follow_focus
from caregiver_journal.ui.widgets.text import push_button


class Page(QWidget):
    """Three buttons that have no border to show the keyboard by."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = [push_button(word, "primary") for word in ("One", "Two", "Three")]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        for button in self.buttons:
            column.addWidget(button)

    def rings(self) -> list[FocusRing]:
        return [ring for ring in self.findChildren(FocusRing) if ring.isVisible()]


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> Page:
    follow_focus(app)
    page = Page()
    qtbot.addWidget(page)
    page.resize(200, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def _is_around(ring: FocusRing, button: QPushButton) -> bool:
    return ring.geometry().contains(button.geometry()) and ring.geometry() != button.geometry()


def test_it_follows_the_keyboard(page: Page) -> None:
    for button in page.buttons:
        button.setFocus()
        (ring,) = page.rings()
        assert _is_around(ring, button)
    page.buttons[-1].clearFocus()
    assert page.rings() == []


def test_it_stays_around_what_moves(page: Page) -> None:
    page.buttons[0].setFocus()
    page.resize(400, 500)
    (ring,) = page.rings()
    assert _is_around(ring, page.buttons[0])
    page.buttons[0].hide()
    assert page.rings() == [] or _is_around(page.rings()[0], page.buttons[1])


def test_the_one_before_does_not_come_back(page: Page) -> None:
    page.buttons[0].setFocus()
    page.buttons[1].setFocus()
    page.buttons[0].move(30, 30)
    (ring,) = page.rings()
    assert _is_around(ring, page.buttons[1])
