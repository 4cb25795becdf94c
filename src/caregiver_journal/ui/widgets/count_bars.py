"""Count things in rows: words, a number and a small bar, each row a button."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import SMALL, TINY, mix
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.row_button import RowButton
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import plain_label, set_tooltip

MOST_ROWS = 12
"""How many rows are shown; of own words there may be any number."""

_BAR = 4
_EMS = 8


@dataclass(frozen=True, slots=True)
class Count:
    """One row.

    Attributes:
        key: what it stands for.
        words: what is read.
        number: how many there are; at least one.
    """

    key: str
    words: str = field(repr=False)
    number: int


class CountRow(RowButton):
    """Words and a number, and below them a bar as long as the number is large."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.count = Count("", "", 0)
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: Count, most: int) -> None:
        """Show a count beside the largest one."""
        self.count, self._most = count, max(1, most)
        said = ngettext("{words}: {count:,} moment", "{words}: {count:,} moments", count.number)
        self.setAccessibleName(said.format(words=count.words, count=count.number))
        self.setAccessibleDescription(_("Opens them in the Journal"))
        set_tooltip(self, count.words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = _EMS * metrics.horizontalAdvance("M") + 2 * SMALL
        return QSize(width, metrics.height() + 4 * TINY + _BAR)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = mix(look.ink, look.card, 0.05) if self._is_touched() else None
        self._draw_ground(painter, ground)
        metrics = painter.fontMetrics()
        number = f"{self.count.number:,}"
        wide = metrics.horizontalAdvance(number)
        line = QRect(SMALL, TINY, self.width() - 2 * SMALL, metrics.height())
        words = line.adjusted(0, 0, -wide - SMALL, 0)
        painter.setPen(QColor(look.ink))
        short = metrics.elidedText(self.count.words, Qt.TextElideMode.ElideRight, words.width())
        self._write(painter, words, Qt.AlignmentFlag.AlignLeft, short)
        self._write(painter, line, Qt.AlignmentFlag.AlignRight, number)
        top = line.bottom() + 1 + TINY
        self._draw_bar(painter, QRect(SMALL, top, line.width(), _BAR), look.line)
        share = max(_BAR, round(line.width() * self.count.number / self._most))
        self._draw_bar(painter, QRect(SMALL, top, min(share, line.width()), _BAR), look.primary)

    def _draw_bar(self, painter: QPainter, place: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(self._mirrored(place), _BAR / 2, _BAR / 2)


class CountBars(QWidget):
    """Rows of counts, in the order in which they are given.

    Their words stand ``SMALL`` inside its edges, so that the ring of the keyboard has its room.

    Signals:
        chosen(str): the key of a row.
    """

    chosen = Signal(str)

    def __init__(self, nothing: str, *, name: str) -> None:
        """Take what is said where there is nothing to count."""
        super().__init__()
        self.setObjectName(name)
        self._anchor = TabAnchor(self)
        self._nothing = plain_label(nothing, "muted", wrap=True)
        self._rest = plain_label("", "small", wrap=True)
        for label in (self._nothing, self._rest):
            label.setContentsMargins(SMALL, 0, SMALL, 0)
        self._rows: list[CountRow] = []
        self._room = QVBoxLayout()
        self._room.setSpacing(TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self._nothing)
        column.addLayout(self._room)
        column.addWidget(self._rest)
        self.show_counts(())

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show other counts; rows that are there already are used again."""
        shown = counts[:MOST_ROWS]
        while len(self._rows) < len(shown):
            self._add_row()
        most = max((count.number for count in shown), default=0)
        for row, count in zip(self._rows, shown, strict=False):
            row.show_count(count, most)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
        more = len(counts) - len(shown)
        said = ngettext("and {count} more kind", "and {count} more kinds", more)
        self._rest.setText(said.format(count=more))
        self._rest.setVisible(more > 0)
        self._nothing.setVisible(not counts)

    def rows(self) -> tuple[CountRow, ...]:
        """Return the rows that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    def _add_row(self) -> None:
        row = CountRow(f"{self.objectName()}.{len(self._rows) + 1}")
        row.clicked.connect(self._choose)
        self._rows.append(row)
        self._room.addWidget(row)
        self._anchor.lead(self._rows)

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, CountRow):
            self.chosen.emit(row.count.key)
