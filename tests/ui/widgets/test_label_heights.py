"""A label knows how high it is without laying its text out each time it is asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import set_role
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label


class Measured(PlainLabel):
    """Counts how often its text is laid out for a height."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.times = 0

    @override
    def _measure(self, width: int) -> int:
        self.times += 1
        return super()._measure(width)


def test_a_label_lays_its_text_out_once_for_a_width(qtbot: QtBot) -> None:
    label = Measured("a few words " * 20)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    heights = {label.heightForWidth(width) for width in (200, 300) for _time in range(10)}
    assert len(heights) == 2
    assert label.times == 2
    for width in range(100, 200):
        label.heightForWidth(width)
    assert len(label._known) <= 32, "it forgets, however often the window is resized"


@pytest.mark.parametrize(
    "change",
    [
        lambda label: label.setText("a few words " * 40),
        lambda label: label.setContentsMargins(0, 20, 0, 20),
        lambda label: label.setContentsMargins(QMargins(0, 20, 0, 20)),
        lambda label: label.setMaximumWidth(100),
        lambda label: set_role(label, "title"),
        lambda label: set_role(label, "square"),
        lambda label: label.setFont(QFont(label.font().family(), 30)),
        lambda label: label.setWordWrap(False),
    ],
)
def test_what_changes_the_height_of_a_label_is_seen(
    qtbot: QtBot, change: Callable[[PlainLabel], None]
) -> None:
    label = plain_label("a few words " * 20, wrap=True)
    qtbot.addWidget(label)
    before = label.heightForWidth(200)
    change(label)
    known = label.heightForWidth(200)
    label._known.clear()
    assert known == label.heightForWidth(200) != before
