"""The header of a page comes to rest, whether its actions stand beside its words or below them."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.looking import settle

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import push_button


class Layouts(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self, header: PageHeader) -> None:
        super().__init__(header)
        self.count = 0
        header.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("width", [900, 220])
def test_it_lays_itself_out_only_as_long_as_something_changes(qtbot: QtBot, width: int) -> None:
    header = PageHeader("A page", "What it is for", push_button("Do something with it"))
    qtbot.addWidget(header)
    header.resize(width, 200)
    header.show()
    settle()
    layouts = Layouts(header)
    for _turn in range(20):
        QApplication.processEvents()
    assert layouts.count == 0, "or the window would never rest"
    header.set_subtitle("Another line")
    settle()
    assert layouts.count > 0
