"""A drawing of pairs with what it needs around it: how to read it, its sentence, its table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.pair_drawing import Pair, PairDrawing, PairWords, summarise
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text
from caregiver_journal.ui.widgets.twin_table import MOST_ROWS, TwinTable

LEAST_PAIRS = 3
"""With fewer, a drawing would show nothing."""


class PairTable(TwinTable):
    """The same pairs as a table; Enter and a double click open one.

    Signals:
        opened(str): the id of a pair.
    """

    opened = Signal(str)

    def __init__(self, words: PairWords, *, name: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(words.name)
        self._words = (
            words.moment or _("When"),
            words.before.capitalize(),
            words.after.capitalize(),
        )
        self._ids: tuple[str, ...] = ()
        self.row_opened.connect(self._open_pair)

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """List these, the last ones where they are many."""
        pairs = pairs[-MOST_ROWS:]
        self._ids = tuple(pair.id for pair in pairs)
        rows = [(pair.label, str(pair.before), str(pair.after)) for pair in pairs]
        self.show_rows(self._words, rows)

    def _open_pair(self, row: int) -> None:
        self.opened.emit(self._ids[row])


class PairChart(QWidget):
    """Draws pairs, says how to read them, and shows them as a table where that is wanted.

    With fewer than ``least`` it says what is there instead.

    Signals:
        opened(str): the id of a pair.
    """

    opened = Signal(str)

    def __init__(self, words: PairWords, *, name: str, least: int = LEAST_PAIRS) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._least = least
        self.summary = plain_label("", wrap=True)
        self.summary.setObjectName(f"{name}.summary")
        self.drawing = PairDrawing(words, name=f"{name}.drawing")
        self.table = PairTable(words, name=f"{name}.table")
        reading = _("Hollow: {before}. Filled: {after}. From 0 to 10, in the order of time.")
        self.reading = plain_label(
            reading.format(before=words.before, after=words.after), "small", wrap=True
        )
        self.switch = push_button("", "link", name=f"{name}.switch")
        self.few = plain_label("", "muted", wrap=True)
        self.few.setObjectName(f"{name}.few")
        foot = FlowLayout(gap=SMALL)
        foot.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.summary, self.drawing, self.table, self.reading):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self.few)
        self.is_table = False
        self.switch.clicked.connect(self._turn)
        self.drawing.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        self._show()

    def show_pairs(self, pairs: tuple[Pair, ...], few: str, more: str = "") -> None:
        """Show pairs in the order of time.

        Args:
            pairs: what is drawn.
            few: what is said where there are not enough.
            more: said before the sentence, such as of how many these are the last.
        """
        self.drawing.show_pairs(pairs)
        self.table.show_pairs(pairs)
        self.few.setText(few)
        said = summarise(pairs, self._words)
        self.summary.setText(f"{more} {said}" if more else said)
        self._show()

    def _turn(self) -> None:
        self.is_table = not self.is_table
        self._show()

    def _show(self) -> None:
        has_enough = len(self.drawing.pairs()) >= self._least
        self.summary.setVisible(has_enough)
        self.switch.setVisible(has_enough)
        self.drawing.setVisible(has_enough and not self.is_table)
        self.reading.setVisible(has_enough and not self.is_table)
        self.table.setVisible(has_enough and self.is_table)
        self.few.setVisible(not has_enough)
        words = _("Show as a drawing") if self.is_table else _("Show as table")
        set_button_text(self.switch, words)
