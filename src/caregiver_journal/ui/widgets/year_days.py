"""A year of days as squares, with a way to earlier and later ones where more are there."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.year_of_days import YearOfDays
from caregiver_journal.ui.icons import ICON_SIZE, icon
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.day_squares import DaySquares
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.mood_legend import MoodLegend
from caregiver_journal.ui.widgets.text import plain_label, set_tooltip


class YearDays(QWidget):
    """The days of a period, at most 53 weeks of them at once; keeps to ``chart_card.Drawing``.

    Attributes:
        squares: the days themselves, one stop for the Tab key.
        earlier, later: walk by as many weeks as are seen.

    Signals:
        opened(Behind): the person wants to see the entries of a day.
    """

    opened = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._year: YearOfDays | None = None
        self.squares = DaySquares(name=f"{name}.squares")
        self.shown = plain_label("", "small")
        self.shown.setObjectName(f"{name}.shown")
        self.earlier = _step_button(_("Earlier days"), f"{name}.earlier")
        self.later = _step_button(_("Later days"), f"{name}.later")
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        for part in (self.earlier, self.shown, self.later):
            row.addWidget(part)
        foot = FlowLayout(gap=SMALL)
        self._legend = MoodLegend(name=f"{name}.legend")
        foot.addWidget(self._legend)
        foot.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.squares)
        column.addLayout(foot)
        self.setFocusProxy(self.squares)
        self.earlier.clicked.connect(self._go_back)
        self.later.clicked.connect(self._go_on)
        self.squares.opened.connect(self.opened)
        self.squares.walked.connect(self._show)
        self._steps.hide()
        self._dress()

    def show_data(self, data: object) -> None:
        """Show the days of a ``YearOfDays``, the latest weeks first.

        Raises:
            TypeError: these are other values.
        """
        if not isinstance(data, YearOfDays):
            raise TypeError("a year of days is shown here")
        self._year = data
        self.squares.show_year(data)
        self._show()

    def tell(self, name: str, sentence: str) -> None:
        """Let it be heard what is shown, in one sentence."""
        self.squares.tell(name, sentence)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and hasattr(self, "_legend"):
            self._dress()

    def _dress(self) -> None:
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        names = ["back", "next"]
        if self.isRightToLeft():
            names.reverse()
        for button, name in zip((self.earlier, self.later), names, strict=True):
            button.setIconSize(QSize(size, size))
            button.setIcon(icon(name, current_look().ink))
        self._legend.set_height(self.earlier.sizeHint().height())  # in one line with the buttons

    def _show(self) -> None:
        """Say which days are seen, where these are not all."""
        seen = self.squares.seen()
        if self._year is None or seen is None:
            return
        first, last = seen
        self._steps.setVisible(first > self._year.first or last < self._year.last)
        self.shown.setText(say_days(first, last))
        self.earlier.setEnabled(first > self._year.first)
        self.later.setEnabled(last < self._year.last)

    def _go_back(self) -> None:
        self.squares.walk(-1)

    def _go_on(self) -> None:
        self.squares.walk(1)


def _step_button(words: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, "icon")
    set_tooltip(button, words)
    return button
