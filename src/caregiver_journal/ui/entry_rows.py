"""Turn entries into the rows and day headings of an entry list."""

from datetime import date

from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.phrasing import say_day, say_time, say_title
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryRow


def make_row(entry: Entry) -> EntryRow:
    """Return the row of an entry."""
    return EntryRow(
        id=entry.id,
        time=say_time(entry.happened),
        colour="line" if isinstance(entry.detail, Lost) else f"mood_{entry.detail.level}",
        title=say_title(entry),
        line=entry.note,
        chips=entry.tags,
        private=entry.never_export,
        for_session=entry.for_session,
    )


def make_rows(
    entries: list[Entry], today: date, day_before: date | None
) -> list[EntryRow | DayHeading]:
    """Return rows with a heading for each new day; ``day_before`` is the day above them."""
    rows: list[EntryRow | DayHeading] = []
    for entry in entries:
        if entry.day != day_before:
            day_before = entry.day
            rows.append(DayHeading(say_day(entry.day, today)))
        rows.append(make_row(entry))
    return rows
