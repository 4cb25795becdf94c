"""Hold a drawing with what belongs to it: title, how to read it, n, its table, what can be done."""

from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG, TINY
from caregiver_journal.domain.telling import Row, Telling
from caregiver_journal.ui.widgets.chart_view import ChartView
from caregiver_journal.ui.widgets.placed_card import PlacedCard
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text
from caregiver_journal.ui.widgets.twin_table import MOST_ROWS, TwinTable
from caregiver_journal.ui.work import Work

_ALL = 1000
"""A drawing takes all the room there is."""


class Drawing(Protocol):
    """What a card asks of the widget that draws; it has a signal ``opened(Behind)`` too."""

    def show_data(self, data: object) -> None:
        """Draw values."""

    def tell(self, name: str, sentence: str) -> None:
        """Let it be heard what is drawn."""


class ChartCard(PlacedCard):
    """A drawing on a panel, which can turn into its table.

    Attributes:
        view: the drawing.
        table: the same in rows.

    Signals:
        opened(Behind): the person wants to see what is behind a spot or a row.
        save_requested(): the person wants the drawing as a file.
    """

    opened = Signal(object)
    save_requested = Signal()

    def __init__(self, work: Work, title: str, *, name: str, view: QWidget | None = None) -> None:
        """Make an empty card.

        Args:
            work: draws.
            title: stands above the drawing and names it.
            name: the object name; parts are ``<name>.view``, ``.table``, ``.switch``, ``.more``.
            view: what draws instead of a chart view; it keeps to ``Drawing``.
        """
        super().__init__(title, name=name)
        self._telling: Telling | None = None
        self._listed: tuple[Row, ...] = ()
        self.is_table = False
        self.view = view or ChartView(work, name=f"{name}.view")
        self.table = TwinTable(name=f"{name}.table")
        self.table.setAccessibleName(title)
        self.rest = plain_label("", "small", wrap=True)
        self.rest.setObjectName(f"{name}.rest")
        self.few = plain_label("", "muted", wrap=True)
        self.few.setObjectName(f"{name}.few")
        self.reading = plain_label("", "small", wrap=True)
        self.counted = plain_label("", "small", wrap=True)
        self.counted.setObjectName(f"{name}.counted")
        self.switch = push_button("", "link", name=f"{name}.switch")
        self._arrange()
        self.switch.clicked.connect(self._turn)
        self.view.opened.connect(self.opened)  # type: ignore[attr-defined]
        self.table.row_opened.connect(self._open_row)
        self.chosen.connect(self._save)
        self._show()

    def show_data(self, data: object, telling: Telling) -> None:
        """Show values, and say the same in words."""
        self._telling = telling
        drawing = cast("Drawing", self.view)
        drawing.tell(self.title.text(), telling.sentence)
        if telling.is_enough:
            drawing.show_data(data)
        self.few.setText(telling.sentence)
        self.reading.setText(telling.reading)
        self.counted.setText(telling.counted)
        self.is_table = self.is_table and bool(telling.rows)
        if self.is_table:
            self._fill()
        self._show()

    # --- what is seen ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._outer.setSpacing(SMALL)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.reading)
        said.addWidget(self.counted)
        foot = QHBoxLayout()
        foot.setSpacing(SNUG)
        foot.addLayout(said, 1)
        foot.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.setSpacing(TINY)
        self.body.addWidget(self.view, _ALL)
        self.add(self.rest, self.table, self.few)
        self.body.addStretch(1)  # beside a higher card all stays at the top, and the foot below
        self.add(foot)
        self._outer.setStretchFactor(self.body, 1)

    def _show(self) -> None:
        telling = self._telling
        is_enough = telling is not None and telling.is_enough
        has_rows = telling is not None and bool(telling.rows)
        self.view.setVisible(is_enough and not self.is_table)
        self.reading.setVisible(is_enough and not self.is_table and bool(self.reading.text()))
        self.few.setVisible(telling is not None and not is_enough and not self.is_table)
        self.table.setVisible(self.is_table)
        self.rest.setVisible(self.is_table and bool(self.rest.text()))
        self.counted.setVisible(bool(self.counted.text()))
        self.switch.setVisible(has_rows)
        back = _("Show as a drawing") if is_enough else _("Hide the table")
        set_button_text(self.switch, back if self.is_table else _("Show as table"))
        self.switch.setAccessibleName(f"{self.switch.text()}: {self.title.text()}")
        self.offer({"save": _("Save as picture…")} if is_enough else {})

    # --- what is done ---------------------------------------------------------------------------

    def _turn(self) -> None:
        self.is_table = not self.is_table
        if self.is_table:
            self._fill()
        self._show()

    def _fill(self) -> None:
        """List the rows; only once somebody wants to see them."""
        if self._telling is None:
            return
        rows, leading = self._telling.rows, min(self._telling.leading, MOST_ROWS)
        last = MOST_ROWS - leading
        is_cut = len(rows) > MOST_ROWS
        self._listed = (*rows[:leading], *rows[len(rows) - last :]) if is_cut else rows
        self.table.show_rows(self._telling.heads, [row.cells for row in self._listed])
        said = (
            _("The last {last:,} of {count:,} rows.")
            if last
            else _("The first {first:,} of {count:,} rows.")
        )
        count = len(rows) - (leading if last else 0)
        self.rest.setText(said.format(first=leading, last=last, count=count) if is_cut else "")

    def _open_row(self, row: int) -> None:
        behind = self._listed[row].behind
        if behind is not None:
            self.opened.emit(behind)

    def _save(self, _key: str) -> None:
        self.save_requested.emit()
