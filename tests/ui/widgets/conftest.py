"""Widgets are tested as they are worn: light look, bundled font, in a window that is shown."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.install_fonts(qapp, always=True)
    theme.apply_look(qapp, read_look("light"))
    theme.set_still(qapp, still=True)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show widgets below each other in an active window of a width."""
    kept: list[QWidget] = []

    def put(*widgets: QWidget, width: int = 480) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 600)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put
