"""A label in which words stand out is as high as its text needs, and shows every character."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_journal.base.look import read_look
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.row_sheet import mark_ground

Show = Callable[..., QWidget]
TEXT = "Walked home along the canal <b>& back</b>.\n\nThe canal did what it always does. " * 3


def colours(label: QWidget) -> set[str]:
    image = label.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_marked_words_have_a_ground_of_their_own(show: Show) -> None:
    mark = QColor(mark_ground(read_look("light"))).name()
    plain, marked = MarkedLabel(TEXT, []), MarkedLabel(TEXT, [(22, 27)])
    show(plain, width=300)
    show(marked, width=300)
    assert mark not in colours(plain)
    assert mark in colours(marked)
    assert marked.text() == TEXT


def test_semibold_words_get_the_room_they_need(show: Show) -> None:
    marked = MarkedLabel(TEXT, [(0, len(TEXT))])
    plain = MarkedLabel(TEXT, [])
    for width in (120, 300):
        assert marked.heightForWidth(width) >= plain.heightForWidth(width)
    show(marked, width=300)
    QApplication.processEvents()
    assert marked.height() >= marked.heightForWidth(marked.width())


def test_a_role_is_worn(show: Show) -> None:
    assert MarkedLabel("Mood", [], "sheet_title").property("role") == "sheet_title"
