"""Nothing is clipped at twice the text, everything has a name and is large enough to hit."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import LOOKS, TARGET, read_look
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.chips import Chips
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import EntryList, EntryRow
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.nav_item import NavItem
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.shortcut_button import ShortcutButton
from caregiver_journal.ui.widgets.strength_meter import StrengthMeter
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button
from caregiver_journal.ui.widgets.when_field import WhenField

NOW = datetime(2026, 11, 20, 18, 2, tzinfo=ZoneInfo("Europe/Berlin"))
WORDS = ["Very low", "Low", "Mixed", "Good", "Very good"]
SENTENCE = "Say what you can’t do, once, without a reason that can be argued with."
WIDTH = 460


def make_card() -> Card:
    """Return a card that holds one of everything."""
    card = Card("How are you right now, at the end of this long day?")
    meter, progress = StrengthMeter(), CalmProgress()
    meter.show_strength(2, SENTENCE)
    progress.start(SENTENCE)
    tags, when = TagField(), WhenField(lambda: NOW)
    tags.set_tags(["late shift", "a rather long tag of my own"])
    segments = Segmented([(word, word) for word in WORDS])
    rows = [EntryRow("a", "17:40", "accent", "Boundary", SENTENCE, ("work",), True, True)]
    entries = EntryList(lambda _c: (list(rows), None), accessible_name="Today", fit_contents=True)
    entries.reload()
    note = note_field(SENTENCE)
    discs = MoodDiscs(WORDS)
    discs.set_value(4)
    for label, field in (("Tags", tags), ("When", when), ("Energy", segments), ("Note", note)):
        card.add(field_label(label, field), field)
    card.add(
        PageHeader("Good evening", SENTENCE, push_button("Export")),
        discs,
        Chips([(word, word) for word in WORDS]),
        plain_label(SENTENCE, "muted", wrap=True),
        PassphraseField("Passphrase"),
        meter,
        progress,
        EmptyState(SENTENCE, "Write one", title="Nothing yet", icon_name="journal"),
        NavItem("Support card", "support"),
        ShortcutButton("New entry", QKeySequence("Ctrl+N")),
        QCheckBox("Never export this"),
        push_button("Use recovery code", "link"),
    )
    card.add_list(entries)
    return card


def find_clipped(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | EntryList
        ):
            continue
        words = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
        what = f"{type(widget).__name__} {widget.objectName()} {words}"
        if widget.hasHeightForWidth():
            if widget.height() < widget.heightForWidth(widget.width()):
                yield f"{what}: too low"
        elif widget.height() < widget.minimumSizeHint().height():
            yield f"{what}: too low"
        if widget.width() < widget.minimumSizeHint().width():
            yield f"{what}: too narrow"
        above = widget.parentWidget()
        if above is not None and not above.rect().contains(widget.geometry()):
            yield f"{what}: cut by what holds it"


@pytest.fixture
def page(qtbot: QtBot) -> QScrollArea:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(make_card())
    column.addStretch(1)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.resize(WIDTH, 700)
    area.show()
    return area


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", LOOKS)
def test_nothing_is_clipped(
    qapp: QApplication,
    page: QScrollArea,
    name: str,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    theme.apply_look(qapp, read_look(name), scale)
    page.setLayoutDirection(direction)
    page.resize(round(WIDTH * max(1.0, scale * 0.8)), 700)
    for _round in range(3):
        QApplication.processEvents()
    assert list(find_clipped(page)) == []
    assert not page.horizontalScrollBar().maximum()


def test_planted_clipping_is_found(qapp: QApplication, page: QScrollArea) -> None:
    label = next(one for one in page.findChildren(QLabel) if one.text() == SENTENCE)
    label.setFixedHeight(8)
    button = page.findChildren(QPushButton)[-1]
    button.setMaximumWidth(10)
    QApplication.processEvents()
    found = list(find_clipped(page))
    assert any("too low" in one for one in found)
    assert any("too narrow" in one for one in found)


def find_unnamed(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollArea):
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        if heard.text(QAccessible.Text.Name).strip():
            continue
        if widget.focusProxy() is None and not isinstance(widget, QLabel):
            yield f"{type(widget).__name__} {widget.objectName()}"


def test_everything_has_a_name(page: QScrollArea) -> None:
    assert list(find_unnamed(page)) == []


def test_a_planted_nameless_button_is_found(page: QScrollArea) -> None:
    page.findChildren(QLineEdit)[0].setAccessibleName("")
    nameless = QPushButton(page.widget())
    nameless.show()
    assert len(list(find_unnamed(page))) >= 1


def test_everything_is_large_enough_to_hit(page: QScrollArea) -> None:
    QApplication.processEvents()
    small = [
        f"{type(one).__name__} {one.accessibleName()} {one.size().toTuple()}"
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and min(one.width(), one.height()) < TARGET
    ]
    assert small == []
