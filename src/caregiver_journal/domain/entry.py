"""The entry: what every record has, whatever its kind."""

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import MAX_ENTRY, clean_text
from caregiver_journal.domain.boundary import TEXTS, Boundary, check_follow_up
from caregiver_journal.domain.day import DEFAULT_START, day_of
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, check_measure
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Reflection, check_reflection
from caregiver_journal.domain.tag import clean_tags


@dataclass(frozen=True, slots=True)
class Lost:
    """The detail of an entry that a damaged file took with it; the rest of the entry was saved.

    Attributes:
        words: what could still be read of its words.
    """

    kind: Kind
    words: str = field(default="", repr=False)


Said = Mood | Boundary | Reflection | Practice | Measure
"""What a person said in an entry, beside what every entry has; one type for each kind."""

Detail = Said | Lost
"""What an entry holds beside what every entry has: what was said, or that it was lost."""

YEARS = range(1900, 2200)
"""The years an entry can be about; beyond them a typing mistake is certain."""

KINDS: dict[type, Kind] = {
    Mood: Kind.MOOD,
    Boundary: Kind.BOUNDARY,
    Reflection: Kind.REFLECTION,
    Practice: Kind.PRACTICE,
    Measure: Kind.MEASURE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record of one moment.

    Attributes:
        id: a UUID as text; never changes.
        happened: the moment, aware, in the zone it was written in.
        day: the day it counts to; see ``domain.day``.
        detail: what its kind says of it.
        note: free text; may be empty.
        tags: in the person's order.
        never_export: it leaves the journal in no export.
        for_session: the person wants to bring it to a session.
        created, changed: aware moments in UTC.
        deleted: when it went into the trash, or None.

    Raises:
        InvalidValueError: a text too long, a moment without its zone or outside ``YEARS``.
    """

    id: str
    happened: datetime
    day: date
    detail: Detail
    note: str = field(default="", repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    never_export: bool = False
    for_session: bool = False
    created: datetime
    changed: datetime
    deleted: datetime | None = None

    def __post_init__(self) -> None:
        if None in (self.happened.tzinfo, self.created.tzinfo, self.changed.tzinfo):
            raise InvalidValueError(_("A moment needs its time zone."), field="happened")
        if self.happened.year not in YEARS:
            raise InvalidValueError(
                _("A moment lies between the years {first} and {last}.").format(
                    first=YEARS[0], last=YEARS[-1]
                ),
                field="happened",
            )
        if self.note:
            object.__setattr__(self, "note", clean_text(self.note).strip())
        if self.tags:
            object.__setattr__(self, "tags", clean_tags(self.tags))

    @property
    def kind(self) -> Kind:
        """The kind of record this is."""
        return self.detail.kind if isinstance(self.detail, Lost) else KINDS[type(self.detail)]


@dataclass(frozen=True, slots=True)
class Content:
    """What the person writes of an entry; the rest follows from when it is written.

    Attributes:
        detail: what its kind says of it.
        happened: the moment it is about; None for the present one.
        day: the day it counts to, where the person said so by hand; None for the day of the moment.
    """

    detail: Detail
    happened: datetime | None = None
    note: str = field(default="", repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    never_export: bool = False
    for_session: bool = False
    day: date | None = None


def make_entry(
    content: Content, now: datetime, start_of_day: time = DEFAULT_START, entry_id: str = ""
) -> Entry:
    """Make a new entry written ``now``; raises ``InvalidValueError``, see ``check_entry``."""
    moment = content.happened or now
    written = now.astimezone(UTC)
    entry = Entry(
        id=entry_id or str(uuid4()),
        happened=moment,
        day=content.day or day_of(moment, start_of_day),
        detail=content.detail,
        note=content.note,
        tags=content.tags,
        never_export=content.never_export,
        for_session=content.for_session,
        created=written,
        changed=written,
    )
    check_entry(entry)
    return entry


def check_entry(entry: Entry) -> None:
    """Refuse what nobody may write; a journal that a damaged file went into may hold it.

    Raises:
        InvalidValueError: the entry is longer than ``MAX_ENTRY`` characters in all, a follow-up
            lies before its moment, or nothing was written where words are needed.
    """
    detail = entry.detail
    length = len(entry.note) + sum(map(len, _words(detail)))
    if length > MAX_ENTRY:
        raise InvalidValueError(
            _("This entry is too long: {length} characters, at most {limit} fit.").format(
                length=length, limit=MAX_ENTRY
            )
        )
    if isinstance(detail, Boundary):
        check_follow_up(detail, entry.happened, entry.day)
    elif isinstance(detail, Reflection):
        check_reflection(detail)
    elif isinstance(detail, Measure):
        check_measure(detail)


def _words(detail: Detail) -> tuple[str, ...]:
    """Return the texts of any length that a detail holds."""
    if isinstance(detail, Boundary):
        return tuple(getattr(detail, part) for part in TEXTS)
    return detail.words if isinstance(detail, Reflection | Practice) else ()


def change_entry(
    entry: Entry, content: Content, now: datetime, start_of_day: time = DEFAULT_START
) -> Entry:
    """Return an entry with other content; its day moves with its moment or by hand."""
    made = make_entry(content, now, start_of_day, entry.id)
    happened = content.happened or entry.happened
    is_moved = happened != entry.happened
    day = day_of(happened, start_of_day) if is_moved else entry.day
    changed = replace(
        made,
        happened=happened,
        day=content.day or day,
        created=entry.created,
    )
    check_entry(changed)
    return changed


def taken_back(now: Entry, written: Entry, earlier: Entry) -> Entry:
    """Return an entry as it is once a change of it is taken back.

    What was changed otherwise since stays: a mark that was set, the trash, a letter read again.

    Args:
        now: the entry as it is.
        written: as the change wrote it.
        earlier: as it was before.
    """
    parts = _parts_back(now, written, earlier)
    details = (now.detail, written.detail, earlier.detail)
    if len({type(each) for each in details}) == 1:
        parts["detail"] = replace(now.detail, **_parts_back(*details))
    return replace(now, **parts)


def _parts_back(now: Any, written: Any, earlier: Any) -> dict[str, Any]:  # noqa: ANN401 - records
    """Return each part as it was earlier, or as it is where that is not what was written."""
    names = (each.name for each in fields(now))
    return {
        name: getattr(earlier if getattr(now, name) == getattr(written, name) else now, name)
        for name in names
    }
