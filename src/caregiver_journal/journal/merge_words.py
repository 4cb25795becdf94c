"""Say what another copy would bring, what differs field by field, and what came of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from enum import Enum
from typing import Any, NamedTuple

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.entry_facts import Naming, entry_facts
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.light_markdown import show
from caregiver_journal.domain.numbers import listed
from caregiver_journal.domain.phrasing import say_day, say_kind, say_moment, say_time, say_title
from caregiver_journal.journal.data_reading import read_naming
from caregiver_journal.journal.import_words import say_things
from caregiver_journal.journal.importing import What
from caregiver_journal.journal.incoming_parts import TryOf
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merging import Conflict, Merged, MergePreview
from caregiver_journal.journal.other_copy import Copy

NOTHING = "–"
"""Stands where one side says nothing."""

_LONGEST, _BEFORE = 400, 60
"""So much of a long text is shown, and so much of it before the two differ."""


class SaidMerge(NamedTuple):
    """What a copy would bring, each a list of things in words; "" where there is nothing.

    Attributes:
        new: entries that are not here and never were, as far as can be known.
        rest: what is no entry and not here: it is new there, or was deleted here since.
        gone: entries that were here once and are not any more.
        same: what is here already.
        different: what the person is asked about.
        settled: what was kept twice in the copy.
        drafts: what stays in it.
    """

    new: str
    rest: str
    gone: str
    same: str
    different: str
    settled: str
    drafts: str


class Row(NamedTuple):
    """One thing that differs, as it is here and there."""

    label: str
    mine: str
    theirs: str


class Told(NamedTuple):
    """Something that differs, side by side.

    Attributes:
        title: what it is.
        mine, theirs: when it was last changed; "" where that is not known.
        rows: what differs.
    """

    title: str
    mine: str
    theirs: str
    rows: tuple[Row, ...]


def say_copy(copy: Copy, today: date) -> str:
    """Return what copy it is."""
    if copy.made is None:
        return _("The journal in the folder {name}").format(name=_folder_name(copy))
    local = copy.made.astimezone()
    return _("A backup made on {moment}").format(
        moment=f"{say_day(local.date(), today)}, {say_time(local)}"
    )


def say_merge(found: MergePreview) -> SaidMerge:
    """Return what a copy would bring."""
    counts = found.preview.counts
    settled, drafts = len(found.settled), found.copy.drafts
    return SaidMerge(
        new=_say_all((what, count.new) for what, count in counts.items() if _is_kind(what)),
        rest=_say_all((what, count.new) for what, count in counts.items() if not _is_kind(what)),
        gone=_say_all(_counted(entry.kind for entry in found.gone).items()),
        same=_say_all((what, count.same) for what, count in counts.items()),
        different=_say_all(_counted(each.what for each in found.conflicts).items()),
        settled=_say_entries(settled) if settled else "",
        drafts=_say_drafts(drafts) if drafts else "",
    )


def say_merged(merged: Merged) -> str:
    """Return what came of it."""
    said = []
    if merged.entries:
        said.append(_("{things} came in").format(things=_say_entries(merged.entries)))
    if merged.rest:
        words = ngettext("{count:,} other thing", "{count:,} other things", merged.rest)
        said.append(_("{things} came in").format(things=words.format(count=merged.rest)))
    if merged.taken:
        words = ngettext("{count:,} was taken over", "{count:,} were taken over", merged.taken)
        said.append(words.format(count=merged.taken))
    if merged.both:
        words = ngettext("{count:,} was kept twice", "{count:,} were kept twice", merged.both)
        said.append(words.format(count=merged.both))
    return f"{listed(said)}." if said else _("Nothing was changed.")


def tell_conflict(journal: Journal, conflict: Conflict) -> Told:
    """Return what differs, in plain words."""
    today = journal.clock().date()
    if isinstance(conflict.mine, Entry):
        mine, theirs = conflict.mine, conflict.theirs
        naming = read_naming(journal)
        rows = _rows(_entry_words(mine, naming, today), _entry_words(theirs, naming, today))
        title = f"{say_day(mine.day, today)} · {say_title(mine)}"
        return Told(title, _say_changed(mine, today), _say_changed(theirs, today), rows)
    what, mine, theirs = str(conflict.what), conflict.mine, conflict.theirs
    rows = _rows(_record_words(mine, today), _record_words(theirs, today))
    named = name_record(theirs, today)
    thing = say_things(what, 1)
    return Told(f"{thing} · {named}" if named else thing, "", "", rows)


# --- entries ------------------------------------------------------------------------------------


def _entry_words(entry: Entry, naming: Naming, today: date) -> dict[str, str]:
    """Return all that an entry says, each with its words."""
    facts = entry_facts(entry, naming)
    deleted = entry.deleted
    words = [
        (_("Kind"), say_kind(entry.kind)),
        (_("When"), say_moment(entry.happened, today)),
        (_("Counts to"), say_day(entry.day, today)),
        (_("Title"), say_title(entry)),
        *facts.short,
        *((title, show(text).text) for title, text in facts.long),
        (_("Note"), show(entry.note).text),
        (_("Tags"), ", ".join(entry.tags)),
        (_("In exports"), _("never") if entry.never_export else _("as chosen")),
        (_("In the trash"), _say_local(deleted, today) if deleted else _("no")),
    ]
    said: dict[str, str] = {}
    for title, text in words:
        said[title] = f"{said[title]}\n{text}" if title in said else text
    return said


def _say_changed(entry: Entry, today: date) -> str:
    return _("changed {moment}").format(moment=_say_local(entry.changed, today))


def _say_local(moment: datetime, today: date) -> str:
    return say_moment(moment.astimezone(), today)


# --- everything else ----------------------------------------------------------------------------

WORDS = {
    "about": N_("About"),
    "actual": N_("How it was"),
    "agreed": N_("Agreed"),
    "asked": N_("What was asked"),
    "asker": N_("Who asks"),
    "at": N_("Time"),
    "belief": N_("Belief"),
    "cannot": N_("What I cannot do"),
    "content": N_("What is in it"),
    "day": N_("Day"),
    "deck": N_("Deck"),
    "detail": N_("More about it"),
    "distress": N_("Distress"),
    "ended": N_("Ended"),
    "energy": N_("Energy"),
    "expected": N_("What was expected"),
    "facts": N_("Items and scores"),
    "feared": N_("What I fear"),
    "first": N_("First day"),
    "fits": N_("Where it fits"),
    "happened": N_("When"),
    "hours": N_("Hours"),
    "how_it_went": N_("How it went"),
    "instead": N_("Written instead"),
    "is_deeper": N_("Goes deeper"),
    "is_favourite": N_("Favourite"),
    "is_hidden": N_("Hidden"),
    "is_off": N_("Day off"),
    "is_own": N_("Own"),
    "is_put_away": N_("Put away"),
    "is_question": N_("A question"),
    "is_read": N_("Read"),
    "last": N_("Last day"),
    "limit": N_("The limit"),
    "load": N_("Workload"),
    "made": N_("Written"),
    "may_stay": N_("May stay"),
    "meaning": N_("Meaning"),
    "minutes": N_("Minutes"),
    "name": N_("Name"),
    "note": N_("Note"),
    "offer": N_("What I offer"),
    "pleasant": N_("Pleasant"),
    "reached": N_("Reached"),
    "repeat_days": N_("Days until it is asked again"),
    "section": N_("Part of the card"),
    "setting": N_("Where"),
    "shift": N_("Shift"),
    "situation": N_("Situation"),
    "state": N_("State"),
    "steps": N_("Steps"),
    "suggestion": N_("Suggestion"),
    "talked": N_("Talked about"),
    "text": N_("Words"),
    "title": N_("Title"),
    "way": N_("Way of saying it"),
    "word": N_("Word"),
    "words": N_("My words"),
}
"""What the fields of everything that is no entry are called."""

UNSAID = frozenset({"count", "entry_id", "id", "number", "step", "value"})
"""Fields that say nothing to a person, or never differ."""

_NAMES = ("text", "title", "name", "word", "asked", "day", "first", "section")
"""The fields that tell a thing from others; the first that says something."""

_ONE_SIDED = frozenset({"facts", "content"})
"""Fields too long to be told; it is said that they differ."""


def _record_words(record: Any, today: date) -> dict[str, str]:  # noqa: ANN401 - any part
    if isinstance(record, TryOf):
        record = record.tried
    names = [each.name for each in fields(record) if each.name not in UNSAID]
    said = {_(WORDS[name]): _say_value(name, getattr(record, name), today) for name in names}
    is_tag_mark = names == ["name"]
    return {**said, _(WORDS["is_hidden"]): _("yes")} if is_tag_mark else said


def name_record(record: Any, today: date) -> str:  # noqa: ANN401 - any part
    """Return what tells a record of any part from others; "" where it has no name."""
    if isinstance(record, TryOf):
        return record.situation
    for name in _NAMES:
        value = getattr(record, name, None)
        if value:
            return _say_value(name, value, today)
    return ""


def _say_value(name: str, value: object, today: date) -> str:
    if name in _ONE_SIDED:
        return repr(value) if value else ""
    for kind, say in _SAY.items():
        if isinstance(value, kind):
            return say(value, today)
    return "" if value is None else str(value)


_SAY: dict[type, Callable[[Any, date], str]] = {
    bool: lambda value, _today: _("yes") if value else _("no"),
    datetime: say_moment,
    date: say_day,
    time: lambda value, _today: say_time(value),
    Enum: lambda value, _today: str(value.value).replace("_", " "),
    tuple: lambda value, _today: "\n".join(map(str, value)),
}
"""How values of each type are said; a moment is a day as well, so it comes first."""


# --- both ---------------------------------------------------------------------------------------


def _rows(mine: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[Row, ...]:
    """Return what differs; what can be told otherwise only by a computer has a row of its own."""
    labels = dict.fromkeys((*mine, *theirs))
    rows = tuple(
        Row(label, mine.get(label) or NOTHING, theirs.get(label) or NOTHING)
        for label in labels
        if mine.get(label, "") != theirs.get(label, "")
    )
    long = {_(WORDS[name]) for name in _ONE_SIDED}
    told = tuple(
        Row(row.label, _("as it is here"), _("another version")) if row.label in long else row
        for row in rows
    )
    if told:
        return tuple(map(_shortened, told))
    return (Row(_("A detail that is not shown"), _("as it is here"), _("another version")),)


def _shortened(row: Row) -> Row:
    """Return a row with that part of a long text in which the two begin to differ."""
    _label, mine, theirs = row
    if max(len(mine), len(theirs)) <= _LONGEST:
        return row
    pairs = enumerate(zip(mine, theirs, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(mine), len(theirs)))
    return Row(row.label, _cut(mine, at), _cut(theirs, at))


def _cut(text: str, at: int) -> str:
    start = max(0, min(at - _BEFORE, len(text) - _BEFORE)) if at > _BEFORE else 0
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _folder_name(copy: Copy) -> str:
    folder = copy.path if copy.path.is_dir() else copy.path.parent
    return folder.name or str(folder)


def _is_kind(what: What) -> bool:
    return isinstance(what, Kind)


def _counted(each: Iterable[What]) -> dict[What, int]:
    counts: dict[What, int] = {}
    for what in each:
        counts[what] = counts.get(what, 0) + 1
    return counts


def _say_all(counts: Iterable[tuple[What, int]]) -> str:
    said = [say_things(what, count) for what, count in counts if count]
    return listed(said) if said else ""


def _say_entries(count: int) -> str:
    return ngettext("{count:,} entry", "{count:,} entries", count).format(count=count)


def _say_drafts(count: int) -> str:
    return ngettext("{count:,} unfinished text", "{count:,} unfinished texts", count).format(
        count=count
    )
