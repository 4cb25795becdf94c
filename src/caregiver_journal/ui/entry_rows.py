"""Turn entries into the rows and day headings of an entry list."""

from datetime import date

from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.entry import Detail, Entry
from caregiver_journal.domain.match import Span, find_words
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.phrasing import say_day, say_text, say_time, say_title
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryRow

_LONGEST_LINE = 500
"""How many characters of a note a row holds; two lines show fewer."""
_AHEAD = 40
"""How many characters before the first word that was looked for are shown."""
_SEARCHED = 100_000
"""How many characters of a note are looked through for the part to show."""


def make_row(entry: Entry, words: str = "") -> EntryRow:
    """Return the row of an entry; words that are looked for stand out in it."""
    title, line = say_title(entry), excerpt(say_text(entry), words)
    marked = [tag for tag in entry.tags if words and find_words(words, tag)]
    others = [tag for tag in entry.tags if tag not in marked]
    return EntryRow(
        id=entry.id,
        time=say_time(entry.happened),
        colour=_colour(entry.detail),
        title=title,
        line=line,
        chips=(*marked, *others),
        private=entry.never_export,
        for_session=entry.for_session,
        title_marks=tuple(find_words(words, title)),
        line_marks=tuple(find_words(words, line)),
        marked_chips=len(marked),
    )


def _colour(detail: Detail) -> str:
    """Return the name of the token that marks an entry."""
    if isinstance(detail, Mood):
        return f"mood_{detail.level}"
    if isinstance(detail, Reflection | Practice | Measure):
        return "primary"
    return "accent" if isinstance(detail, Boundary) else "line"


def make_rows(
    entries: list[Entry], today: date, day_before: date | None, words: str = ""
) -> list[EntryRow | DayHeading]:
    """Return rows with a heading for each new day; ``day_before`` is the day above them."""
    rows: list[EntryRow | DayHeading] = []
    for entry in entries:
        if entry.day != day_before:
            day_before = entry.day
            rows.append(DayHeading(say_day(entry.day, today)))
        rows.append(make_row(entry, words))
    return rows


def excerpt(note: str, words: str) -> str:
    """Return the part of a note that a row shows, in one line: its beginning, or around a match."""
    found = find_words(words, note[:_SEARCHED]) if words else []
    return excerpt_at(note, found[0] if found else (0, 0))


def excerpt_at(note: str, found: Span) -> str:
    """Return the part of a note around a place, in one line."""
    start = found[0] - _AHEAD
    if start <= 0:
        return " ".join(note[:_LONGEST_LINE].split())
    gap = note.find(" ", start, found[0])
    part = note[max(start, gap + 1) :][:_LONGEST_LINE]
    return f"… {' '.join(part.split())}"
