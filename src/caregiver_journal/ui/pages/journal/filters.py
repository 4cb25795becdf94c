"""What hangs below the filter buttons: kinds, days, tags and marks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.phrasing import say_kind
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.tag import folded
from caregiver_journal.ui.widgets.chips import Chips
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.spin_box import pad_spin_box
from caregiver_journal.ui.widgets.text import line_field, plain_label

MOST_TAGS = 16
"""How many tags are offered at once; a field finds the others."""
_LINES_WIDE = 17


class Filter(Popover):
    """A popover that changes a query; what is chosen counts at once.

    Signals:
        changed(Query): the query as it is now.
    """

    changed = Signal(object)

    def __init__(self, query: Query, field: QWidget) -> None:
        super().__init__(field)
        self.query = query
        room = field.window().width() - 2 * SMALL
        self.setFixedWidth(min(room, _LINES_WIDE * field.fontMetrics().height()))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.column.setSpacing(SNUG)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.column.totalHeightForWidth(self.width()))

    @override
    def open_below(self) -> None:
        """Show it below the button, its edge at the button's where there is room."""
        super().open_below()
        window, field = self._field.window(), self._field
        left = field.mapTo(window, field.rect().topLeft()).x()
        if not field.isRightToLeft() and left + self.width() > window.width() - TINY:
            self.move(max(TINY, left + field.width() - self.width()), self.y())

    def take(self, query: Query) -> None:
        """Take another query and say so."""
        if query != self.query:
            self.query = query
            self.changed.emit(query)

    def add_box(self, words: str, part: str, *, is_on: bool) -> QCheckBox:
        """Put a box to tick below what is there."""
        box = QCheckBox(words)
        box.setObjectName(f"{self.objectName()}.{part}")
        box.setChecked(is_on)
        self.column.addWidget(box)
        return box


class KindFilter(Filter):
    """Chooses kinds of entry."""

    def __init__(self, query: Query, field: QWidget) -> None:
        super().__init__(query, field)
        choices = [(kind.value, say_kind(kind)) for kind in Kind]
        self.chips = Chips(choices, name=f"{self.objectName()}.kind")
        self.chips.set_values(query.kinds)
        self.chips.changed.connect(self._choose)
        self.column.addWidget(plain_label(_("Kinds of entry"), "label"))
        self.column.addWidget(self.chips)

    def _choose(self, values: tuple[str, ...]) -> None:
        self.take(replace(self.query, kinds=frozenset(map(Kind, values))))


class TimeFilter(Filter):
    """Chooses days: some that are often wanted, or any."""

    def __init__(self, query: Query, today: date, field: QWidget) -> None:
        super().__init__(query, field)
        self._today = today
        self._firsts = {
            "any": None,
            "week": today - timedelta(days=6),
            "month": today - timedelta(days=29),
            "year": today.replace(month=1, day=1),
        }
        words = (_("Any time"), _("Last 7 days"), _("Last 30 days"), _("This year"))
        name = self.objectName()
        self.often = Segmented(list(zip(self._firsts, words, strict=True)), name=f"{name}.often")
        self.often.setAccessibleName(_("Days"))
        self.often.chosen.connect(self._choose_often)
        self.column.addWidget(self.often)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SNUG)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self.first_box, self.first = self._add_day(0, _("From"), "first")
        self.last_box, self.last = self._add_day(1, _("To"), "last")
        self.column.addLayout(self._grid)
        self._show()
        for box in (self.first_box, self.last_box):
            box.toggled.connect(self._choose_days)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._choose_days)

    def _add_day(self, row: int, words: str, part: str) -> tuple[QCheckBox, QDateEdit]:
        box, day = QCheckBox(words), QDateEdit()
        box.setObjectName(f"{self.objectName()}.{part}.on")
        day.setObjectName(f"{self.objectName()}.{part}")
        day.setAccessibleName(words)
        day.setDisplayFormat("ddd d MMM yyyy")
        pad_spin_box(day)
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(day, row, 1)
        return box, day

    def _show(self) -> None:
        """Show the days of the query without taking that for a choice."""
        first, last = self.query.first, self.query.last
        fields = (self.first_box, self.first, self.last_box, self.last)
        for part in fields:
            part.blockSignals(True)
        for box, field, day in (
            (self.first_box, self.first, first),
            (self.last_box, self.last, last),
        ):
            box.setChecked(day is not None)
            field.setEnabled(day is not None)
            shown = day or self._today
            field.setDate(QDate(shown.year, shown.month, shown.day))
        for part in fields:
            part.blockSignals(False)
        often = [key for key, day in self._firsts.items() if day == first and last is None]
        self.often.set_value(often[0] if often else None)

    def _choose_often(self, key: str) -> None:
        self.take(replace(self.query, first=self._firsts[key], last=None))
        self._show()

    def _choose_days(self) -> None:
        first = _day(self.first) if self.first_box.isChecked() else None
        last = _day(self.last) if self.last_box.isChecked() else None
        self.first.setEnabled(first is not None)
        self.last.setEnabled(last is not None)
        self.often.set_value(None if first or last else "any")
        self.take(replace(self.query, first=first, last=last))


class TagFilter(Filter):
    """Chooses tags, all of which must be on an entry, and marks."""

    def __init__(self, query: Query, tags: Sequence[str], field: QWidget) -> None:
        super().__init__(query, field)
        self._tags = tuple(tags)
        self._offered: tuple[str, ...] = ()
        self._chips: Chips | None = None
        self.finder = line_field(_("Find a tag"), name=f"{self.objectName()}.find")
        self.finder.textChanged.connect(self._offer)
        self.none = plain_label("", "muted", wrap=True)
        self.column.addWidget(plain_label(_("With all of these tags"), "label", wrap=True))
        self.column.addWidget(self.finder)
        self.column.addWidget(self.none)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.column.addWidget(plain_label(_("Marked"), "label"))
        self.session = self.add_box(_("For session"), "session", is_on=query.for_session)
        self.private = self.add_box(_("Never export"), "private", is_on=query.never_export)
        self.session.toggled.connect(self._mark)
        self.private.toggled.connect(self._mark)
        self.finder.setVisible(len(self._tags) > MOST_TAGS)
        self._offer("")

    def _offer(self, typed: str) -> None:
        """Offer the chosen tags and those that fit what is typed."""
        wanted, chosen = folded(" ".join(typed.split())), {folded(tag) for tag in self.query.tags}
        on = [tag for tag in self._tags if folded(tag) in chosen]
        off = [tag for tag in self._tags if folded(tag) not in chosen and wanted in folded(tag)]
        self._offered = (*on, *off)[:MOST_TAGS]
        self.none.setText(_("No tag reads like this.") if self._tags else _("There are no tags."))
        self.none.setVisible(not self._offered)
        if self._chips is not None:
            self._place.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
        choices = [(str(number), tag) for number, tag in enumerate(self._offered)]
        self._chips = Chips(choices, name=f"{self.objectName()}.tag")
        self._chips.set_values(str(number) for number in range(len(on)))
        self._chips.changed.connect(self._choose)
        self._place.addWidget(self._chips)
        if self.isVisible():
            self.adjustSize()

    def _choose(self, values: tuple[str, ...]) -> None:
        tags = tuple(self._offered[int(value)] for value in values)
        self.take(replace(self.query, tags=tags))

    def _mark(self) -> None:
        marks = (self.session.isChecked(), self.private.isChecked())
        self.take(replace(self.query, for_session=marks[0], never_export=marks[1]))


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
