"""Answer a questionnaire by the numbers of its items: type a digit, and the next one waits."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_journal.base.look import PAGE, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.answer_row import AnswerRow, Codes
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor

_GROUP = 5
"""So many rows lie closer together, so that the eye finds its place again."""
_IN_COLUMN = 10
_SHORT_EMS = 9
"""Labels up to so many widths of an em stand in a column of their own width."""
_LONG = 40
"""A label of more characters is a sentence."""
_PAGE_ROWS = 5
_WALKS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_PageUp: -_PAGE_ROWS,
    Qt.Key.Key_PageDown: _PAGE_ROWS,
    Qt.Key.Key_Home: -1_000,
    Qt.Key.Key_End: 1_000,
}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DRESSED = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
_SIGNS = "-\N{MINUS SIGN}"


class AnswerSheet(QWidget):
    """Rows of items with the same codes; one stop for the Tab key.

    A number answers the row and goes on to the next one, Backspace takes the last answer back,
    Delete empties a row. Up and Down walk, Left and Right choose the neighbouring code.

    Signals:
        changed(): the person answered, or took an answer back.
        refused(int): a digit was typed that no code of the row with this number begins with.
    """

    changed = Signal()
    refused = Signal(int)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._anchor = TabAnchor(self)
        self._rows: list[AnswerRow] = []
        self._spare: list[AnswerRow] = []
        self._codes = Codes((0, 1))
        self._text_width = 0
        self._typed = ""
        self._at = 0
        self.setSizePolicy(flowing_policy())

    # --- what it holds --------------------------------------------------------------------------

    def ask(self, labels: Sequence[str], codes: Codes) -> None:
        """Ask for these items; rows that are there already are used again, empty."""
        while len(self._rows) < len(labels):
            self._rows.append(self._spare.pop() if self._spare else self._make_row())
        while len(self._rows) > len(labels):
            row = self._rows.pop()
            row.hide()
            self._spare.append(row)
        self._codes, self._typed = codes, ""
        self._text_width = self._label_width(labels)
        for row, label in zip(self._rows, labels, strict=True):
            row.ask(label, codes, self._text_width)
            row.show()
        self._go_to(0, focus=False)
        self._anchor.lead(self._rows)
        self.updateGeometry()
        self._place_rows()

    def rows(self) -> tuple[AnswerRow, ...]:
        """Return the rows, first to last."""
        return tuple(self._rows)

    def answers(self) -> dict[int, int]:
        """Return the codes that were chosen, by the numbers of the items from 1 on."""
        answers = ((number, row.answer) for number, row in enumerate(self._rows, 1))
        return {number: answer for number, answer in answers if answer is not None}

    def set_answers(self, answers: Iterable[tuple[int, int]]) -> None:
        """Show these answers and no others, without a signal; the first empty row is at hand."""
        known = {item: code for item, code in answers if code in self._codes.codes}
        for number, row in enumerate(self._rows, 1):
            row.set_answer(known.get(number))
        empty = (place for place, row in enumerate(self._rows) if row.answer is None)
        self._go_to(next(empty, 0), focus=False)

    # --- keys -----------------------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> None:
        if is_combined(event) or self._here() is None:
            return
        key, text = Qt.Key(event.key()), event.text()
        was, self._typed = self._typed, ""
        if text and (text.isdecimal() or text in _SIGNS):
            self._type("-" if text in _SIGNS else str(int(text)), was)
        elif key in _WALKS:
            self._go_to(self._at + _WALKS[key])
        elif key in _SIDEWAYS:
            step = _SIDEWAYS[key]
            self._rows[self._at].step(-step if self.isRightToLeft() else step)
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key == Qt.Key.Key_Delete:
            self._rows[self._at].take(None)
        else:
            return
        event.accept()

    def _type(self, sign: str, was: str) -> None:
        """Take one more sign of a number; where it goes on with none it is the next row's."""
        typed = was + sign
        found = [code for code in self._codes.codes if str(code).startswith(typed)]
        if not found:
            if was and self._rows[self._at].answer is not None and self._at < len(self._rows) - 1:
                self._go_to(self._at + 1)
                self._type(sign, "")
            else:
                self.refused.emit(self._at + 1)
            return
        exact = [code for code in found if str(code) == typed]
        if exact or len(found) == 1:
            self._rows[self._at].take((exact or found)[0])
        if exact and len(found) == 1:
            self._say_taken()
            self._go_to(self._at + 1)
        else:
            self._typed = typed

    def _take_back(self) -> None:
        """Empty this row; where it is empty already, the one before it."""
        if self._rows[self._at].answer is None:
            self._go_to(self._at - 1)
        self._rows[self._at].take(None)

    def _say_taken(self) -> None:
        row = self._rows[self._at]
        announce(row, f"{row.label}: {row.answer}")

    # --- where the keyboard is ------------------------------------------------------------------

    def go_to(self, item: int) -> None:
        """Put the keyboard on the row of an item, counted from 1."""
        self._go_to(item - 1)

    def _go_to(self, place: int, *, focus: bool = True) -> None:
        self._at = max(0, min(len(self._rows) - 1, place))
        here = self._here()
        for row in self._rows:
            is_here = row is here
            policy = Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
        if here is None:
            return
        self.setFocusProxy(here)
        if focus:
            here.setFocus(Qt.FocusReason.TabFocusReason)
            self._show_around(here)

    def _here(self) -> AnswerRow | None:
        return self._rows[self._at] if self._rows else None

    def _show_around(self, row: AnswerRow) -> None:
        """Keep the next row in sight too."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(row, 0, 2 * row.height())

    def _on_answered(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow) and row in self._rows:
            place = self._rows.index(row)
            if place != self._at:
                self._typed = ""
                self._go_to(place)
        self.changed.emit()

    def _on_focus(self, row: AnswerRow) -> None:
        place = self._rows.index(row) if row in self._rows else self._at
        if place != self._at:
            self._typed = ""
            self._go_to(place, focus=False)

    def _make_row(self) -> AnswerRow:
        number = len(self._rows) + len(self._spare) + 1
        row = AnswerRow(self, name=f"{self.objectName()}.{number}")
        row.pressed_key.connect(self._take_key)
        row.answered.connect(self._on_answered)
        row.focused.connect(self._on_focus)
        return row

    # --- where the rows lie ---------------------------------------------------------------------

    def _label_width(self, labels: Sequence[str]) -> int:
        """Return the width of the longest label, or 0 where they are sentences."""
        if any(len(label) > _LONG for label in labels):
            return 0  # to measure hundreds of sentences takes long
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, labels), default=0)
        return widest + 4 if widest <= _SHORT_EMS * metrics.horizontalAdvance("M") else 0

    def _columns(self, width: int) -> tuple[int, int]:
        """Return how many columns there are, and how wide each is."""
        here = self._here()
        if here is None or not self._text_width:
            return 1, width
        natural = here.natural_width()
        fitting = max(1, (width + PAGE) // (natural + PAGE))
        columns = min(fitting, -(-len(self._rows) // _IN_COLUMN))
        return columns, min(width, natural)

    def _place_rows(self) -> int:
        return self._walk_places(self.width(), moves=True)

    def _walk_places(self, width: int, *, moves: bool) -> int:
        """Return the height of all rows, and put them there if wished."""
        columns, wide = self._columns(width)
        in_column = -(-len(self._rows) // columns) if self._rows else 1
        lowest = top = 0
        for number, row in enumerate(self._rows):
            place = number % in_column
            top = 0 if place == 0 else top
            top += SMALL if place and (not self._text_width or place % _GROUP == 0) else 0
            high = row.heightForWidth(wide)
            if moves:
                left = number // in_column * (wide + PAGE)
                left = width - wide - left if self.isRightToLeft() else left
                row.setGeometry(left, top, wide, high)
            top += high
            lowest = max(lowest, top)
        return lowest

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._walk_places(width, moves=False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * PAGE, self.heightForWidth(max(self.width(), 1)))

    @override
    def minimumSizeHint(self) -> QSize:
        here = self._here()
        return QSize(here.minimumSizeHint().width() if here else 0, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED and self._rows:
            self._text_width = self._label_width([row.label for row in self._rows])
            for row in self._rows:
                row.set_text_width(self._text_width)
            self.updateGeometry()
            self._place_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rows()
