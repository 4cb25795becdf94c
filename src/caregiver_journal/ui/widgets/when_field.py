"""Say when something was, and change it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.text import button_text
from caregiver_journal.ui.widgets.when_clock import is_ahead, say_zone
from caregiver_journal.ui.widgets.when_popover import WhenPopover

_CHEVRON = 16


class WhenField(QPushButton):
    """A field that reads "Now" or "Today 17:40"; pressing it opens day and time.

    Signals:
        changed(): the person changed the moment.
    """

    changed = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        zones: Callable[[], Sequence[str]] = tuple,
        *,
        name: str = "when",
        shortens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show "Now".

        Args:
            now: returns the present moment, aware of its zone.
            zones: returns the names of zones used lately, which are offered first.
            name: the object name.
            shortens: whether a day may be said in fewer words where there is no room for all.
            parent: the widget it lies in.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._now = now
        self._zones = zones
        self._chosen: datetime | None = None
        self._label = ""
        self._shortens = shortens
        if shortens:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        set_role(self, "field")
        self.clicked.connect(self.open_popover)
        self._show()

    def value(self) -> datetime:
        """Return the chosen moment, or the present one when none was chosen."""
        return self._now() if self._chosen is None else self._chosen

    def chosen(self) -> datetime | None:
        """Return the chosen moment, aware and in the zone it was written in; None means now."""
        return self._chosen

    def set_value(self, moment: datetime | None) -> None:
        """Show an aware moment, or now, without a signal.

        Raises:
            ValueError: the moment has no zone.
        """
        if moment is not None and moment.tzinfo is None:
            raise ValueError("a moment needs a zone")
        self._chosen = moment
        self._show()

    def problem(self) -> str:
        """Say why this moment cannot be saved; "" when it can."""
        if self._chosen is None or not is_ahead(self._chosen, self._now()):
            return ""
        return _("This moment has not come yet. Choose one that has been.")

    def open_popover(self) -> None:
        """Open day and time below the field."""
        popover = WhenPopover(self._chosen, self._now, self._zones(), self)
        popover.changed.connect(self._take)
        popover.open_below()

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the field; the moment it shows is read with it."""
        self._label = name
        self._show()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._chevron() + SMALL, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(self._need(self._words(short=True)), hint.height()) if self._shortens else hint

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shortens:
            self.setText(button_text(self._fitting()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._chevron()
        place = QRect(self.width() - size - 10, (self.height() - size) // 2, size, size)
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        colour = current_look().muted
        chevron = pixmap("chevron_down", colour, size, self.devicePixelRatio())
        QPainter(self).drawPixmap(where, chevron)

    def _chevron(self) -> int:
        return max(_CHEVRON, round(self.fontMetrics().height() * 0.8))

    def _take(self, moment: datetime | None) -> None:
        if _differ(moment, self._chosen):
            self.set_value(moment)
            self.changed.emit()

    def _show(self) -> None:
        words = self._words()
        self.setText(button_text(self._fitting() if self._shortens else words))
        super().setAccessibleName(f"{self._label}, {words}" if self._label else words)

    def _words(self, *, short: bool = False) -> str:
        if self._chosen is None:
            return _("Now")
        return say_when(self._chosen, self._now(), short=short)

    def _fitting(self) -> str:
        """Return the words, or fewer of them where there is no room for all."""
        words = self._words()
        return words if self._need(words) <= self.width() else self._words(short=True)

    def _need(self, words: str) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return self.sizeHint().width() - advance(self.text()) + advance(button_text(words))


def _differ(moment: datetime | None, other: datetime | None) -> bool:
    """Tell two moments apart, also the two times that one clock shows the same hour."""
    if moment is None or other is None:
        return moment is not other
    return moment != other or moment.fold != other.fold or moment.tzinfo != other.tzinfo


def say_when(moment: datetime, now: datetime, *, short: bool = False) -> str:
    """Return a moment as it is said at another one: "Today 17:40", "Friday 20 November, 17:40".

    A ``short`` one says "20 Nov, 17:40".

    Where the clock of its zone shows another time than the one here, the zone is said too.
    """
    day, time = moment.date(), moment.strftime("%H:%M")
    if moment.utcoffset() != moment.astimezone(now.tzinfo).utcoffset():
        time = _("{time}, {place}").format(time=time, place=say_zone(moment.tzinfo, moment))
    today = now.astimezone(moment.tzinfo).date()
    if day == today:
        return _("Today {time}").format(time=time)
    if day == today - timedelta(days=1):
        return _("Yesterday {time}").format(time=time)
    form = "dddd d MMMM" if day.year == today.year else "d MMMM yyyy"
    if short:
        form = "d MMM" if day.year == today.year else "d MMM yyyy"
    said = QLocale().toString(QDate(day.year, day.month, day.day), form)
    return _("{day}, {time}").format(day=said, time=time)
