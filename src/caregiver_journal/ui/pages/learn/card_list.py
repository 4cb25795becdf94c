"""List cards under their subjects: the title, whether it was read, and how long it takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.card import Card
from caregiver_journal.domain.match import Span, find_begun
from caregiver_journal.ui.entry_rows import excerpt_at
from caregiver_journal.ui.widgets.row_delegate import ABOVE, BELOW
from caregiver_journal.ui.widgets.row_model import ROW_ROLE, Index
from caregiver_journal.ui.widgets.row_sheet import CHIP_PAD, INSET, RowSheet
from caregiver_journal.ui.widgets.whole_list import WholeList, WholeModel
from caregiver_journal.ui.widgets.wrapping_delegate import WrappingDelegate

_LEAST_LINE = 16
"""Width of a title, in widths of an average letter, below which the marks stand under it."""
_LEAST_LINES_HIGH = 9


@dataclass(frozen=True, slots=True)
class SubjectHeading:
    """The subject of the cards below it."""

    title: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as it stands in the list.

    Attributes:
        line: where the words of a search stand in its text; "" where they stand in the title.
        title_marks, line_marks: the places of these words.
    """

    card: Card
    line: str = ""
    title_marks: tuple[Span, ...] = ()
    line_marks: tuple[Span, ...] = ()

    @property
    def minutes(self) -> str:
        """How long it takes to read."""
        return say_minutes(self.card)


Row = CardRow | SubjectHeading


def say_minutes(card: Card) -> str:
    """Say how long a card takes to read."""
    return _("{count} min").format(count=card.minutes)


def rows_by_subject(
    cards: Iterable[Card], subjects: Mapping[str, str], wanted: str = ""
) -> list[Row]:
    """Return cards under the titles of their subjects, own ones first."""
    groups: dict[str, list[Row]] = {}
    for card in cards:
        groups.setdefault("" if card.is_own else card.subject, []).append(_row(card, wanted))
    titles = {"": _("Own cards"), **subjects}
    rows: list[Row] = []
    for key, title in titles.items():
        if key in groups:
            rows += [SubjectHeading(title), *groups[key]]
    return rows


def _row(card: Card, wanted: str) -> CardRow:
    title_marks = tuple(find_begun(wanted, card.title))
    found = [] if title_marks else find_begun(wanted, card.said)
    if not found:
        return CardRow(card, title_marks=title_marks)
    line = excerpt_at(card.said, found[0])
    return CardRow(card, line, line_marks=tuple(find_begun(wanted, line)))


class CardModel(WholeModel[Row]):
    """Cards and the headings of their subjects."""

    @override
    def id_of(self, row: Row) -> str | None:
        return row.card.id if isinstance(row, CardRow) else None

    @override
    def words_of(self, row: Row) -> str:
        return row.card.title if isinstance(row, CardRow) else row.title

    @override
    def heard_of(self, row: Row) -> str:
        if isinstance(row, SubjectHeading):
            return row.title
        read = _("Read") if row.card.is_read else ""
        return ". ".join(filter(None, (row.card.title, row.minutes, read, row.line)))


class CardDelegate(WrappingDelegate[Row]):
    """Paints titles in full, with the time and the mark beside them where there is room."""

    @override
    def height(self, number: int, row: Row, width: int) -> int:
        known = super().height(number, row, width)
        return known - ROOMY if number == 0 and isinstance(row, SubjectHeading) else known

    @override
    def measure(self, row: Row, width: int) -> int:
        inner = width - 2 * INSET
        if isinstance(row, SubjectHeading):
            return ROOMY + self.text_height(row.title, self._strong, inner) + SMALL
        room, is_beside = self._room(row, width)
        height = ABOVE + self.text_height(row.card.title, self._body, room) + BELOW
        if row.line:
            height += TINY + self._small_metrics.height()
        return height if is_beside else height + TINY + self._chip_height

    @override
    def paint_row(self, page: RowSheet, row: Row, state: QStyle.StateFlag, index: Index) -> None:
        if isinstance(row, SubjectHeading):
            top = 0 if index.row() == 0 else ROOMY
            place = QRect(INSET, top, page.rect.width() - 2 * INSET, 0)
            self.write(page, place, row.title, self._strong, page.look.ink)
            return
        follows_card = isinstance(self._above(index).data(ROW_ROLE), CardRow)
        page.ground(state, has_line=follows_card and not self._joins_choice(index))
        self._paint_card(page, row)

    def _paint_card(self, page: RowSheet, row: CardRow) -> None:
        look, width = page.look, page.rect.width()
        room, is_beside = self._room(row, width)
        place = QRect(INSET, ABOVE, room, 0)
        marks = row.title_marks
        bottom = ABOVE + self.write(page, place, row.card.title, self._body, look.ink, marks=marks)
        if row.line:
            high = self._small_metrics.height()
            line = QRect(INSET, bottom + TINY, width - 2 * INSET, high)
            page.marked_words(line, row.line, self._small, look.muted, row.line_marks)
            bottom += TINY + high
        if is_beside:
            self._paint_marks(page, row, width - INSET - self._marks_width(row), ABOVE)
        else:
            self._paint_marks(page, row, INSET, bottom + TINY)

    def _paint_marks(self, page: RowSheet, row: CardRow, left: int, top: int) -> None:
        if row.card.is_read:
            width = self._read_width()
            page.chip(QRect(left, top, width, self._chip_height), _("Read"), self._small, "check")
            left += width + SMALL
        place = QRect(left, top, self._minutes_width(row), self._chip_height)
        page.words(place, row.minutes, self._small, page.look.muted)

    def _room(self, row: CardRow, width: int) -> tuple[int, bool]:
        """Return the width there is for the title, and whether the marks stand beside it."""
        inner = width - 2 * INSET
        beside = inner - self._marks_width(row) - MEDIUM
        least = _LEAST_LINE * QFontMetrics(self._body).averageCharWidth()
        return (beside, True) if beside >= least else (inner, False)

    def _marks_width(self, row: CardRow) -> int:
        read = self._read_width() + SMALL if row.card.is_read else 0
        return read + self._minutes_width(row)

    def _minutes_width(self, row: CardRow) -> int:
        return self.advance(row.minutes, self._small) + 1

    def _read_width(self) -> int:
        icon = self._small_metrics.ascent() + TINY
        return self.advance(_("Read"), self._small) + icon + 2 * CHIP_PAD


class CardList(WholeList[Row]):
    """Cards, of which one is chosen."""

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, CardModel(), name=name)
        self.paint_by(CardDelegate(self))
        self.setMinimumHeight(_LEAST_LINES_HIGH * self.fontMetrics().height())

    def current(self) -> Card | None:
        """Return the chosen card, or None."""
        row = self.current_row()
        return row.card if isinstance(row, CardRow) else None

    def cards(self) -> list[Card]:
        """Return the cards that are shown, in their order."""
        return [row.card for row in self.choices() if isinstance(row, CardRow)]
