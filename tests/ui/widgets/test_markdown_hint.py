"""While one writes, bold words and marks are hinted at, and nothing else happens to the text."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.markdown_hint import MOST_LIT, light_up
from caregiver_journal.ui.widgets.note_field import note_field

Show = Callable[..., QWidget]
TEXT = "plain\n- **bed** at ten"


def formats(field: QPlainTextEdit, line: int = 1) -> list[QTextLayout.FormatRange]:
    return field.document().findBlockByNumber(line).layout().formats()


def quiet_colour(field: QPlainTextEdit) -> str:
    found = formats(field)  # what it holds lives as long as the list
    return found[0].format.foreground().color().name()


def weights(field: QPlainTextEdit) -> list[str]:
    """Return the bold words of the second line."""
    text = field.document().findBlockByNumber(1).text()
    return [
        text[one.start : one.start + one.length]
        for one in formats(field)
        if one.format.fontWeight() == QFont.Weight.DemiBold
    ]


def test_bold_words_and_marks_are_hinted_at(show: Show) -> None:
    field = note_field()
    light_up(field)
    show(field)
    field.setPlainText(TEXT)
    assert weights(field) == ["bed"]
    assert [(one.start, one.length) for one in formats(field)] == [(0, 4), (4, 3), (7, 2)]
    assert not formats(field, 0)
    assert field.toPlainText() == TEXT


def test_another_look_changes_the_colours_and_counts_as_nothing_written(
    show: Show, qapp: QApplication
) -> None:
    field = note_field()
    light_up(field)
    show(field)
    field.setPlainText(TEXT)
    written: list[str] = []
    field.textChanged.connect(lambda: written.append(field.toPlainText()))
    before = quiet_colour(field)
    theme.apply_look(qapp, read_look("dark"))
    after = quiet_colour(field)
    assert before != after == read_look("dark").muted.lower()
    assert not written
    assert not field.document().isUndoAvailable()


def test_a_line_without_end_is_left_alone(show: Show) -> None:
    field = note_field()
    light_up(field)
    show(field)
    field.setPlainText("\n" + "**a** " * MOST_LIT)
    assert not formats(field)
