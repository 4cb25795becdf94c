"""Show where the keyboard is: a ring around filled buttons, links and check marks.

Fields and outlined buttons change their own border. What has no border of its own, or one of the
same brightness as the ring, gets this ring a little outside itself.
"""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

from caregiver_journal.base.look import FOCUS_WIDTH, RADIUS_CONTROL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look

ROLES = ("primary", "link")
_GAP = 2
_OUT = _GAP + FOCUS_WIDTH
_FOLLOWER = "focus.follower"
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """A ring around one widget; lies on an ancestor that has room for it."""

    def __init__(self, target: QWidget) -> None:
        ground = _ground(target)
        super().__init__(ground)
        self.setObjectName("focus.ring")
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target = target
        self._ground = ground
        self._colour = QColor(current_look().focus)
        self._is_gone = False
        widget: QWidget | None = target
        while widget is not None and widget is not ground:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()

    def go(self) -> None:
        """Leave for good, whatever still moves before it is deleted."""
        self._is_gone = True
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the widget when it or something between moves."""
        if event.type() in _MOVES and not self._is_gone and self._is_whole():
            self._place()
        return False

    def _is_whole(self) -> bool:
        """Tell whether a page that is going has not yet taken what this ring lies around."""
        return isValid(self) and isValid(self._target) and isValid(self._ground)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        radius = RADIUS_CONTROL + _GAP + half
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, radius, radius)

    def _place(self) -> None:
        if not isValid(self._target):
            return
        place = QRect(self._target.mapTo(self._ground, QPoint(0, 0)), self._target.size())
        self.setGeometry(place.adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self.setVisible(self._target.isVisible())
        self.raise_()


class _Follower(QObject):
    """Draw the ring anew wherever the focus goes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_FOLLOWER)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.go()
        self._ring = None
        if new is not None and _wants_ring(new):
            self._ring = FocusRing(new)


def follow_focus(app: QApplication) -> None:
    """Let a ring follow the focus from now on."""
    if app.findChild(_Follower, _FOLLOWER) is None:
        _Follower(app)


def _wants_ring(widget: QWidget) -> bool:
    if widget.isWindow():
        return False
    return isinstance(widget, QCheckBox | QRadioButton) or widget.property("role") in ROLES


def _ground(target: QWidget) -> QWidget:
    """Return the nearest ancestor with room around the widget, at most what scrolls with it."""
    ground = target.parentWidget() or target.window()
    while not ground.isWindow():
        place = QRect(target.mapTo(ground, QPoint(0, 0)), target.size())
        has_room = ground.rect().contains(place.adjusted(-_OUT, -_OUT, _OUT, _OUT))
        above = ground.parentWidget() or ground.window()
        if has_room or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        ground = above
    return ground
