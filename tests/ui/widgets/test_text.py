"""What somebody wrote is shown as it is, whatever it looks like."""

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets import text
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.message_strip import MessageStrip
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.strength_meter import StrengthMeter

NASTY = ["<img src=x>", "<b>bold</b>", "Tom & Ann", "a\n<b>b</b>", "&lt;i&gt;", "<!doctype html>x"]


@pytest.mark.parametrize("words", NASTY)
def test_a_label_shows_every_character(qtbot: QtBot, words: str) -> None:
    label = text.plain_label(words, "muted", wrap=True)
    qtbot.addWidget(label)
    assert label.text() == words
    assert label.textFormat() == Qt.TextFormat.PlainText
    with pytest.raises(ValueError, match="plain text only"):
        label.setTextFormat(Qt.TextFormat.RichText)


@pytest.mark.parametrize("words", NASTY)
def test_a_tooltip_shows_every_character(qtbot: QtBot, words: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    text.set_tooltip(widget, words)
    assert shown_by_tooltip(widget.toolTip()) == words
    assert widget.accessibleDescription() == words


def shown_by_tooltip(tip: str) -> str:
    if not QtGui.Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_a_tooltip_of_raw_markup_would_be_seen_by_this_test() -> None:
    assert shown_by_tooltip("<b>bold</b>") != "<b>bold</b>"
    assert not QToolTip.isVisible()


@pytest.mark.parametrize(
    ("words", "shown"),
    [("Tom & Ann", "Tom && Ann"), ("a\n b", "a b"), ("<img src=x>", "<img src=x>"), ("&&", "&&&&")],
)
def test_a_button_keeps_every_sign(qtbot: QtBot, words: str, shown: str) -> None:
    button = text.push_button(words, "primary", name="test.button")
    qtbot.addWidget(button)
    assert button.text() == shown
    assert button.accessibleName() == " ".join(words.split())
    assert button.shortcut().isEmpty()
    text.set_button_text(button, "Other")
    assert (button.text(), button.accessibleName()) == ("Other", "Other")


@pytest.mark.parametrize("words", NASTY)
def test_fields_hold_plain_text(qtbot: QtBot, words: str) -> None:
    line, note = text.line_field(words), note_field(words)
    for field in (line, note):
        qtbot.addWidget(field)
        assert field.placeholderText() == words
        assert field.accessibleName() == words
    note.setPlainText(words)
    assert note.toPlainText() == words


def test_a_note_takes_only_the_words_of_what_is_pasted(qtbot: QtBot) -> None:
    note = note_field()
    qtbot.addWidget(note)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    pasted.setText("bold")
    pasted.setUrls([QUrl("file:///etc/hostname")])
    note.insertFromMimeData(pasted)
    assert "<" not in note.document().toRawText()
    assert note.document().toPlainText().startswith("bold")


def test_tab_leaves_a_note(qtbot: QtBot, show: object) -> None:
    note, after = note_field("Note"), text.line_field("After")
    show(note, after)  # type: ignore[operator]
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert keyboard() is after
    assert note.toPlainText() == ""


def test_a_note_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    low, high = note_field(lines=2), note_field(lines=6)
    for note in (low, high):
        qtbot.addWidget(note)
    gain = high.sizeHint().height() - low.sizeHint().height()
    assert gain == 4 * low.fontMetrics().lineSpacing()


def test_a_field_label_names_its_field(qtbot: QtBot) -> None:
    field = text.line_field()
    label = text.field_label("What <b>was</b> asked", field)
    for widget in (field, label):
        qtbot.addWidget(widget)
    assert label.buddy() is field
    assert field.accessibleName() == "What <b>was</b> asked"


def test_every_label_of_the_widgets_is_plain(qtbot: QtBot) -> None:
    nasty = "<img src=x>"
    window = QWidget()
    qtbot.addWidget(window)
    strip = MessageStrip(window)
    strip.say(nasty, nasty)
    progress, meter = CalmProgress(), StrengthMeter()
    progress.start(nasty)
    meter.show_strength(2, nasty)
    header = PageHeader(nasty, nasty)
    made = [strip, progress, meter, header, Card(nasty), EmptyState(nasty, nasty, title=nasty)]
    found = 0
    for widget in made:
        if widget is not strip:
            qtbot.addWidget(widget)
        for label in widget.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText
            found += label.text() == nasty
    assert found >= len(made)
