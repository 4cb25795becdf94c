"""Walk through a window as somebody does who has a keyboard only, or hears what is there."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import pairwise
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from support.looking import (
    count_changes,
    describe,
    find_controls,
    find_uncovered,
    let_go,
    place_in,
)
from support.seen import remembered, stirred

from caregiver_journal.ui.widgets.answer_sheet import AnswerSheet
from caregiver_journal.ui.widgets.chips import Chips
from caregiver_journal.ui.widgets.one_of import OneOf
from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.tag_field import TagField

RING_PIXELS = 100
"""A ring changes more pixels than this; a blinking cursor fewer."""

_GROUPS = (AnswerSheet, Chips, OneOf, PageTabs, TagField)
"""What is one stop for Tab; the arrow keys walk inside."""
_ROOM_FOR_RING = 12
_ringed: set[bytes] = set()
"""Pictures of stops whose ring was seen to come: where one looks the same it is there again."""
_judged: WeakKeyDictionary[QWidget, set[tuple[str, object]]] = WeakKeyDictionary()
"""By window the names and places of stops that were judged, such as all those beside the pages."""


def find_unnamed(window: QWidget) -> Iterator[str]:
    """Find controls, and other stops of the keyboard, that a screen reader has no name for."""
    controls = set(find_controls(window))
    for widget in find_uncovered(window):
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.focusProxy()
        if widget in controls or is_stop:
            heard = QAccessible.queryAccessibleInterface(widget)
            if not heard.text(QAccessible.Text.Name).strip():
                yield f"{describe(widget)}: no name"


@remembered
def walk_by_tab(window: QWidget) -> list[QWidget]:
    """Press Tab until the keyboard is where it was; return its stops in their order."""
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    stops = _stops(window)
    if not stops:
        return []
    begin = min(stops, key=lambda stop: _top(stop, window))
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    walked = [begin]
    for _step in range(3 * len(stops)):
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in walked:
            break
        walked.append(focus)
    let_go()
    stirred()
    return walked


def _top(stop: QWidget, window: QWidget) -> int:
    """Return how high a stop lies; what is scrolled out of sight lies in what holds it."""
    top, held = _rect(stop, window).top(), _held_in(stop)
    return top if held is None else min(top, _rect(held, window).bottom())


def _held_in(widget: QWidget) -> QScrollArea | None:
    """Return what a widget scrolls in, or None."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _way_out(widget: QWidget) -> list[QWidget]:
    """Return a widget, what it scrolls in, what that scrolls in, and so on."""
    way, held = [widget], _held_in(widget)
    while held is not None:
        way.append(held)
        held = _held_in(held)
    return way


def _stops(window: QWidget) -> list[QWidget]:
    return [
        control
        for control in find_controls(window)
        if control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def find_unreached(window: QWidget) -> Iterator[str]:
    """Find controls that Tab does not lead to, and stops that are none of our controls."""
    walked = walk_by_tab(window)
    yield from _find_circle(walked)
    controls = [control for control in find_controls(window) if control.isEnabled()]
    for control in controls:
        is_inside = isinstance(control.parentWidget(), _GROUPS)
        if control not in walked and not is_inside:
            yield f"{describe(control)}: Tab does not lead there"
    yield from (
        f"{describe(stop)}: Tab stops where nothing is to be done"
        for stop in walked
        if stop not in controls
    )


def _find_circle(walked: list[QWidget]) -> Iterator[str]:
    """Find that Tab does not come round, but goes in a circle that leaves the first stops out."""
    if not walked:
        return
    walked[-1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    if focus is not walked[0]:
        there = "nowhere" if focus is None else describe(focus)
        yield f"Tab goes from {describe(walked[-1])}, the last, to {there}"


def find_disorder(window: QWidget) -> Iterator[str]:
    """Find where Tab goes against the order of reading."""
    for before, after in pairwise(walk_by_tab(window)):
        if goes_back(before, after, window):
            yield f"Tab goes back from {describe(before)} to {describe(after)}"


def goes_back(before: QWidget, after: QWidget, window: QWidget) -> bool:
    """Tell whether one comes to the second of two widgets first, reading."""
    ways = [_way_out(widget) for widget in (before, after)]
    while min(map(len, ways)) > 1 and ways[0][-1] is ways[1][-1]:
        for way in ways:  # what scrolls both says nothing about their order
            way.pop()
    first, second = (_rect(way[-1], window) for way in ways)
    shared = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    is_same_row = shared > min(first.height(), second.height()) / 2
    is_beyond = second.left() >= first.right() or first.contains(second)
    if window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        is_beyond = second.right() <= first.left() or first.contains(second)
    return (is_same_row or second.top() < first.top()) and not is_beyond


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def find_ringless(window: QWidget) -> Iterator[str]:
    """Find stops of the keyboard that look the same with the keyboard on them as without."""
    for stop in walk_by_tab(window):
        _scroll_to(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        room = _ROOM_FOR_RING
        area = place_in(stop, window).adjusted(-room, -room, room, room) & window.rect()
        judged, known = _judged.setdefault(window, set()), (stop.objectName(), area.getRect())
        if known in judged:
            continue
        if stop.objectName():
            judged.add(known)
        there = _picture(window, area)
        if _digest(there) in _ringed:
            continue
        stop.clearFocus()
        let_go()
        changed = count_changes(there, _picture(window, area))
        if changed < RING_PIXELS:
            yield f"{describe(stop)}: only {changed} pixels change with the keyboard on it"
        else:
            _ringed.add(_digest(there))
    _put_keyboard_down()
    stirred()


def _put_keyboard_down() -> None:
    """Let the keyboard be nowhere, and its ring go."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    let_go()


def _picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _digest(picture: QImage) -> bytes:
    return blake2b(picture.constBits(), salt=picture.width().to_bytes(4, "big")).digest()


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
