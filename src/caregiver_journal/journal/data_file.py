"""Give all data out: as one JSON file, as tables, or as text, a small step at a time.

An export is a generator: it yields how far it has come after each small step, returns what came of
it, and leaves nothing behind when it is closed before its end.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.talks import Talks
from caregiver_journal.exchange.csv_cells import writing_rows
from caregiver_journal.exchange.csv_file import Table, table_of
from caregiver_journal.exchange.csv_more import FullTable, more_tables
from caregiver_journal.exchange.markdown_file import TALKS_NAME, day_name, write_day, write_talks
from caregiver_journal.exchange.pack import FolderPack, Pack, packing_zip
from caregiver_journal.journal.all_data import write_pieces
from caregiver_journal.journal.data_reading import (
    days_in_pages,
    read_naming,
    read_pages,
    read_talks,
    seeing,
)
from caregiver_journal.journal.export_log import remember
from caregiver_journal.journal.exporting import filling_out, writing_out
from caregiver_journal.journal.journal import Journal

if TYPE_CHECKING:
    from caregiver_journal.domain.workday import Workday

ZIP = ".zip"
"""The ending of a path that says that tables and texts go into one file, and not a folder."""

_AT_ONCE = 25
"""So many entries are put into a table in some 5 ms; a long questionnaire has many rows."""

_ROWS = 100
"""So many rows of what is no entry are written in some 2 ms."""

FORMATS = (Format.JSON, Format.CSV, Format.MARKDOWN)


@dataclass(frozen=True, slots=True)
class DataChoice:
    """What leaves the journal.

    Attributes:
        format: one of ``FORMATS``.
        kinds: of entry. What is no entry, such as days of work, comes with all of them only.
        everything: whether entries that are never exported come too, which the person has to want
            for this one export.
    """

    format: Format
    period: Period = field(default_factory=Period)
    kinds: frozenset[Kind] = frozenset(Kind)
    everything: bool = False

    @property
    def query(self) -> Query:
        """What it looks for among the entries."""
        kinds = frozenset() if self.has_all_kinds else self.kinds
        return Query(kinds=kinds, first=self.period.first, last=self.period.last)

    @property
    def has_all_kinds(self) -> bool:
        """Whether nothing is left out by its kind."""
        return self.kinds == frozenset(Kind)


class Exported(NamedTuple):
    """What came of an export.

    Attributes:
        entries: how many left.
        is_remembered: whether it stands in the list of exports.
    """

    path: Path
    entries: int
    is_remembered: bool


Export = Generator[Progress, None, Exported]


def count_data(journal: Journal, choice: DataChoice) -> int:
    """Return how many entries an export would hold."""
    with seeing(journal, everything=choice.everything):
        return journal.entries.count_found(choice.query)


def export_data(journal: Journal, choice: DataChoice, path: Path) -> Export:
    """Write all data where the person wants it; what lies there is replaced if it is a file.

    Args:
        journal: which they come from.
        choice: what of them.
        path: of the file. Tables and texts go into one if it ends with ``ZIP``, and else into a
            folder of that name, which is new or empty.

    Raises:
        JournalError: nothing was changed.
    """
    total = count_data(journal, choice)
    done = 0
    with ExitStack() as stack:
        for count in _WRITERS[choice.format](journal, choice, path, stack):
            done += count
            yield Progress(done, total)
    parts = sorted(kind.value for kind in choice.kinds)
    is_remembered = remember(
        journal,
        choice.format,
        choice.period,
        parts,
        done,
        path,
        is_everything=choice.everything,
    )
    return Exported(path, done, is_remembered)


Steps = Iterator[int]
"""A part of an export: yields after each step how many entries it took."""


def _write_json(journal: Journal, choice: DataChoice, path: Path, stack: ExitStack) -> Steps:
    file = stack.enter_context(writing_out(journal, path))
    for piece in write_pieces(
        journal, period=choice.period, kinds=choice.kinds, everything=choice.everything
    ):
        file.write(piece.text.encode())
        yield piece.entries


def _opening_pack(journal: Journal, path: Path, stack: ExitStack) -> Pack:
    """Begin a zip file or a folder; it is there when the stack is closed without an error."""
    if path.suffix.lower() == ZIP:
        file = stack.enter_context(writing_out(journal, path))
        return stack.enter_context(packing_zip(file, journal.clock()))
    return FolderPack(stack.enter_context(filling_out(journal, path)))


def _write_tables(journal: Journal, choice: DataChoice, path: Path, stack: ExitStack) -> Steps:
    pack = _opening_pack(journal, path, stack)
    naming = read_naming(journal)
    for kind in (each for each in Kind if each in choice.kinds):
        table = table_of(kind, naming, everything=choice.everything)
        yield from _write_table(journal, choice, kind, table, pack)
    if choice.has_all_kinds:
        workdays: list[Workday] = []
        for some in days_in_pages(journal.workdays.between, choice.period):
            workdays += some
            yield 0
        for more in more_tables(workdays, _talks(journal, choice)):
            yield from _write_more(more, pack)
    with pack.adding("read-me.txt") as file:
        file.write("\ufeff".encode() + _about_tables().replace("\n", "\r\n").encode())
    yield 0


def _write_table(
    journal: Journal, choice: DataChoice, kind: Kind, table: Table, pack: Pack
) -> Steps:
    query = Query(kinds=frozenset({kind}), first=choice.period.first, last=choice.period.last)
    with pack.adding(f"{table.name}.csv") as file, writing_rows(file, table.headers) as add:
        for page in read_pages(journal, query, everything=choice.everything):
            for start in range(0, len(page), _AT_ONCE):
                few = page[start : start + _AT_ONCE]
                for row in chain.from_iterable(map(table.rows, few)):
                    add(row)
                yield len(few)


def _write_more(more: FullTable, pack: Pack) -> Steps:
    with pack.adding(f"{more.name}.csv") as file, writing_rows(file, more.headers) as add:
        for number, row in enumerate(more.rows, 1):
            add(row)
            if number % _ROWS == 0:
                yield 0
    yield 0


def _about_tables() -> str:
    return _(
        "Tables from Caregiver Journal, one for each kind of entry.\n"
        "\n"
        "Text is UTF-8, cells are divided by commas, the first line names the columns.\n"
        "Days are written year-month-day. Date and time are those of the place they were written "
        "in; the columns beside them say which zone that was.\n"
        "In measure.csv each score has a row of its own, and so has each item that was answered.\n"
        "An apostrophe stands before what a spreadsheet could take for a formula.\n"
        "\n"
        "Anybody who gets these files can read them.\n"
    )


def _write_texts(journal: Journal, choice: DataChoice, path: Path, stack: ExitStack) -> Steps:
    pack = _opening_pack(journal, path, stack)
    naming = read_naming(journal)
    is_all = choice.has_all_kinds
    days: dict[date, Workday] = {}
    for some in days_in_pages(journal.workdays.between, choice.period) if is_all else ():
        days |= {each.day: each for each in some}
        yield 0
    for day, entries in _by_day(read_pages(journal, choice.query, everything=choice.everything)):
        with pack.adding(day_name(day)) as file:
            file.write(write_day(day, entries, days.pop(day, None), naming).encode())
        yield len(entries)
    for day, workday in days.items():
        with pack.adding(day_name(day)) as file:
            file.write(write_day(day, (), workday, naming).encode())
        yield 0
    if talks := write_talks(_talks(journal, choice)):
        with pack.adding(TALKS_NAME) as file:
            file.write(talks.encode())
    yield 0


def _by_day(pages: Iterator[list[Entry]]) -> Iterator[tuple[date, list[Entry]]]:
    """Return the entries of each day; pages may end within one."""
    each = (entry for page in pages for entry in page)
    return ((day, list(entries)) for day, entries in groupby(each, key=_day_of))


def _day_of(entry: Entry) -> date:
    return entry.day


def _talks(journal: Journal, choice: DataChoice) -> Talks:
    """Return what belongs to talks with a therapist; it comes with all kinds only."""
    if not choice.has_all_kinds:
        return Talks()
    return read_talks(journal, choice.period, everything=choice.everything)


_WRITERS: dict[Format, Callable[[Journal, DataChoice, Path, ExitStack], Steps]] = {
    Format.JSON: _write_json,
    Format.CSV: _write_tables,
    Format.MARKDOWN: _write_texts,
}
