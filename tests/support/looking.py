"""Look at a window as somebody does who sees little; ``walking`` tries it by keyboard.

Each check yields one sentence for each fault; a page without faults yields none.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)
from support.seen import remembered

from caregiver_journal.base.look import TARGET, contrast
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.tag_field import TagField

READABLE = 4.5
"""Least contrast of text (WCAG 2.2, success criterion 1.4.3)."""

LEAST_REST_MS = 5_000
"""Whatever comes back by itself comes back this seldom at most."""

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_measured: dict[bytes, float] = {}
"""The contrast in each picture: much looks the same from one page to the next."""


def describe(widget: QWidget) -> str:
    """Return a widget's kind, name and words, so that one finds it."""
    words = widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        words = widget.text() or words
    return f"{type(widget).__name__} {widget.objectName()} “{words[:40]}”"


@remembered
def find_controls(window: QWidget) -> list[QWidget]:
    """Return what can be operated, apart from what lies below a sheet."""
    found: list[QWidget] = []
    for widget in find_uncovered(window):
        inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QTableView)
        if isinstance(widget, _CONTROLS) and not isinstance(widget, QScrollBar) and not inner:
            found.append(widget)
    return found


@remembered
def everything_in(window: QWidget) -> list[QWidget]:
    """Return all widgets of a window, also those that are hidden."""
    return window.findChildren(QWidget)


@remembered
def find_uncovered(window: QWidget) -> list[QWidget]:
    """Return what is visible and does not lie below a sheet."""
    visible = _visible_in(window)
    sheets = [widget for widget in visible if isinstance(widget, Overlay)]
    if not sheets:
        return visible
    return [widget for widget in visible if not any(_lies_below(widget, sheet) for sheet in sheets)]


def _visible_in(window: QWidget) -> list[QWidget]:
    """Return what is visible in a window, in the order of the tree."""
    windows = [other for other in QApplication.topLevelWidgets() if other.isVisible()]
    if windows == [window]:
        return list(_below(window))
    # A window may be visible though what it belongs to is hidden, so nothing is passed over.
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def _below(ground: QWidget) -> Iterator[QWidget]:
    """Yield what is visible inside; nothing that lies in something hidden can be."""
    for child in ground.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from _below(child)


def _lies_below(widget: QWidget, sheet: Overlay) -> bool:
    ground = sheet.parentWidget()
    is_beneath = ground is not None and ground.isAncestorOf(widget)
    return is_beneath and widget is not sheet and not sheet.isAncestorOf(widget)


def keyboard() -> QWidget:
    """Return the widget that has the keyboard."""
    focus = QApplication.focusWidget()
    assert focus is not None, "the keyboard is nowhere"
    return focus


def settle() -> None:
    """Let layouts come to rest and what is to be deleted go."""
    for _round in range(4):
        QApplication.processEvents()
        let_go()


def let_go() -> None:
    """Let what is to be deleted go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# --- room -----------------------------------------------------------------------------------------


def find_clipped(window: QWidget) -> Iterator[str]:
    """Find words that need more room than they have."""
    for widget in find_uncovered(window):
        if isinstance(widget, QLabel) and widget.text():
            yield from _clipped_label(widget)
        elif isinstance(widget, QLineEdit) and not widget.text():
            yield from _clipped_placeholder(widget)
        elif isinstance(widget, QAbstractButton | QComboBox):
            yield from _too_small(widget)
        if isinstance(widget, (QLabel, *_CONTROLS)) and not isinstance(widget, QScrollBar):
            yield from _cut_off(widget)


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height():
            yield f"{describe(label)}: {needed} px high, has {label.height()}"
        room = label.contentsRect()
        wrapped = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text())
        breaks_words = isinstance(label, MarkedLabel) and label.breaks_words
        if wrapped.width() > room.width() and not breaks_words:
            yield f"{describe(label)}: a word needs {wrapped.width()} px, has {room.width()}"
    elif label.sizeHint().width() > label.width() or label.sizeHint().height() > label.height():
        yield f"{describe(label)}: needs {label.sizeHint().toTuple()}, has {label.size().toTuple()}"


def _clipped_placeholder(field: QLineEdit) -> Iterator[str]:
    words = field.fontMetrics().horizontalAdvance(field.placeholderText())
    margins, chrome = field.textMargins(), 2 * 13  # padding and border of the style sheet
    room = field.width() - margins.left() - margins.right() - chrome
    if words > room:
        yield f"{describe(field)}: the hint needs {words} px, has {room}"


def _too_small(widget: QWidget) -> Iterator[str]:
    if widget.hasHeightForWidth():
        needed = widget.minimumSizeHint()
        needed.setHeight(widget.heightForWidth(widget.width()))
    else:
        needed = widget.sizeHint()
    if needed.width() > widget.width() or needed.height() > widget.height():
        yield f"{describe(widget)}: needs {needed.toTuple()}, has {widget.size().toTuple()}"


def _cut_off(widget: QWidget) -> Iterator[str]:
    """Find what reaches out of something that holds it and does not scroll."""
    place, above = widget.geometry(), widget.parentWidget()
    while above is not None and not widget.isWindow():
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return  # the viewport; what it hides can be scrolled to
        if not above.rect().contains(place):
            yield f"{describe(widget)}: reaches out of {describe(above)}"
            return
        place.translate(above.pos())
        above = above.parentWidget()


def find_sideways(window: QWidget) -> Iterator[str]:
    """Find what would have to be scrolled sideways."""
    for area in find_uncovered(window):
        if isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().maximum() > 0:
            yield f"{describe(area)}: {area.horizontalScrollBar().maximum()} px wider than its room"


def find_small(window: QWidget) -> Iterator[str]:
    """Find controls that are hard to hit."""
    for control in find_controls(window):
        held = control.parentWidget()
        target = held if isinstance(held, TagField) and isinstance(control, QLineEdit) else control
        if min(target.width(), target.height()) < TARGET:
            yield f"{describe(control)}: only {target.size().toTuple()}"


def find_overlapping(window: QWidget) -> Iterator[str]:
    """Find two controls of which one hides part of the other."""
    placed = [(control, place_in(control, window)) for control in find_controls(window)]
    for (first, one), (second, other) in combinations(placed, 2):
        together = one & other
        if together.width() <= 0 or together.height() <= 0:
            continue
        if not (first.isAncestorOf(second) or second.isAncestorOf(first)):
            yield f"{describe(first)} and {describe(second)} overlap by {together.size().toTuple()}"


def place_in(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget lies in the window, without what its scroll areas hide."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            place &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return place


# --- eyes -----------------------------------------------------------------------------------------


def find_faint(window: QWidget) -> Iterator[str]:
    """Find words that stand out too little from what is painted behind them."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()  # a cursor would stand out for the words
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in find_uncovered(window):
        has_words = isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit)
        if not (has_words and widget.isEnabled() and _words(widget)):
            continue
        area = place_in(widget, window)
        if not isinstance(widget, QLabel):
            area.adjust(3, 3, -3, -3)  # what the words stand on, without its border
        is_hidden = area.height() < widget.height() / 2 or area.width() < widget.width() / 2
        if area.isEmpty() or is_hidden:
            continue  # scrolled out of sight
        found = measure_contrast(picture.copy(area))
        if found < READABLE:
            yield f"{describe(widget)}: contrast {found:.1f}"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QCheckBox) and not widget.text():
        return ""  # a mark, whose edge needs less (success criterion 1.4.11)
    return widget.accessibleName()


def measure_contrast(picture: QImage) -> float:
    """Return the contrast of the commonest colour of a picture and what differs most from it."""
    pixels = memoryview(picture.constBits())
    seen = blake2b(pixels).digest()  # how wide it is plays no part
    if seen not in _measured:
        _measured[seen] = _contrast_in(pixels)
    return _measured[seen]


def _contrast_in(pixels: memoryview) -> float:
    import numpy as np

    colours, counts = np.unique(np.frombuffer(pixels, np.uint32), return_counts=True)
    ground = int(colours[counts.argmax()])
    return max(_contrast(pixel, ground) for pixel in colours.tolist())


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(_name_colour(one), _name_colour(other))


def _name_colour(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def count_changes(first: QImage, second: QImage) -> int:
    """Return how many pixels of two pictures differ."""
    import numpy as np

    kept = [picture.convertToFormat(QImage.Format.Format_RGB32) for picture in (first, second)]
    assert kept[0].sizeInBytes() == kept[1].sizeInBytes(), "the pictures differ in size"
    one, other = (np.frombuffer(picture.constBits(), np.uint32) for picture in kept)
    return int(np.count_nonzero(one != other))


# --- order behind the scenes ----------------------------------------------------------------------


def find_strays(window: QWidget) -> Iterator[str]:
    """Find widgets that belong to nobody: they outlive what they were made for."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.parentWidget() is None:
            yield f"{describe(widget)}: has no parent"


def find_restless(window: QWidget) -> Iterator[str]:
    """Find what wakes the computer all the time while nobody does anything."""
    for timer in window.findChildren(QTimer):
        if timer.isActive() and timer.interval() < LEAST_REST_MS:
            yield f"a timer of {type(timer.parent()).__name__} every {timer.interval()} ms"
