"""Hold the rows of a list of entries, fetched page by page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.match import Span
from caregiver_journal.ui.widgets.row_model import Index, RowModel


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What a list shows of one entry.

    Attributes:
        time: as it is read, such as ``17:40``.
        colour: of the dot: a token of the look such as ``accent`` or ``mood_2``, or ``#RRGGBB``.
        line: its first words; the list shows at most two lines of them.
        chips: short words below, such as tags.
        private: never to be exported.
        for_session: to be brought to a session.
        title_marks, line_marks: where in title and line stand words that are looked for.
        marked_chips: how many of the first chips hold such words.
    """

    id: str
    time: str
    colour: str
    title: str
    line: str = ""
    chips: tuple[str, ...] = ()
    private: bool = False
    for_session: bool = False
    title_marks: tuple[Span, ...] = ()
    line_marks: tuple[Span, ...] = ()
    marked_chips: int = 0


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The day the rows below it belong to."""

    text: str


Row = EntryRow | DayHeading
Fetch = Callable[[object | None], tuple[list[Row], object | None]]
"""Takes a cursor (None: from the start); returns rows and the next cursor (None: that is all)."""


class EntryModel(RowModel[Row]):
    """Rows that arrive as they are needed."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._cursor: object | None = None
        self._has_more = False

    def entry_count(self) -> int:
        """Return how many entries were fetched so far, days not counted."""
        return len(self._numbers)

    def reload(self, at_least: int = 0) -> None:
        """Fetch from the start again, as many rows as asked for if there are so many."""
        self.beginResetModel()
        self._drop_all()
        self._cursor = None
        self._add(self._next_page())
        while self._has_more and len(self._rows) < at_least:
            self._add(self._next_page())
        self.endResetModel()

    def replace(self, row: EntryRow) -> None:
        """Show a row in place of the one of the same entry, if that was fetched."""
        number = self._numbers.get(row.id)
        if number is not None:
            self._rows[number] = row
            index = self.index(number, 0)
            self.dataChanged.emit(index, index)

    def drop(self, entry_ids: Iterable[str]) -> int:
        """Take entries away, and days that have none left; return the first row that changed."""
        gone = {self._numbers[entry_id] for entry_id in entry_ids if entry_id in self._numbers}
        kept: list[Row] = []
        for number, row in enumerate(self._rows):
            if number in gone:
                continue
            if isinstance(row, DayHeading) and kept and isinstance(kept[-1], DayHeading):
                kept.pop()
            kept.append(row)
        if kept and isinstance(kept[-1], DayHeading) and not self._has_more:
            kept.pop()
        first = min(gone, default=len(self._rows))
        self.beginResetModel()
        self._drop_all()
        self._add(kept)
        self.endResetModel()
        return max(0, first - 1)

    @override
    def id_of(self, row: Row) -> str | None:
        return row.id if isinstance(row, EntryRow) else None

    @override
    def words_of(self, row: Row) -> str:
        return row.title if isinstance(row, EntryRow) else row.text

    @override
    def heard_of(self, row: Row) -> str:
        return read_out(row)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        rows = self._next_page()
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._add(rows)
            self.endInsertRows()

    def _next_page(self) -> list[Row]:
        rows, self._cursor = self._fetch(self._cursor)
        self._has_more = self._cursor is not None
        return rows


def read_out(row: Row) -> str:
    """Return a row as sentences, for those who hear it."""
    if isinstance(row, DayHeading):
        return row.text
    parts = [f"{row.time}, {row.title}".strip(", "), " ".join(row.line.split())]
    if row.chips:
        parts.append(", ".join(row.chips))
    if row.for_session:
        parts.append(_("Bring to session"))
    if row.private:
        parts.append(_("Never export"))
    return " ".join(part if part[-1] in ".?!…" else f"{part}." for part in parts if part)
