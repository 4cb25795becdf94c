"""The commands that read the journal: list, search, show."""

import argparse
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.boundary_facts import boundary_facts
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import measure_facts
from caregiver_journal.domain.mood import Mood, about_word
from caregiver_journal.domain.phrasing import (
    say_day,
    say_energy,
    say_text,
    say_time,
    say_title,
    says_question,
)
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.practice_facts import practice_facts
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.domain.reflection_facts import reflection_facts
from caregiver_journal.journal.exporting import to_plain
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import instrument_of

Open = Callable[[argparse.Namespace], AbstractContextManager[Journal]]
Say = Callable[[str], None]

_SHORT = 8
"""How many characters of an id are printed; enough to tell the entries of a lifetime apart."""
_LEAST = 4


def list_entries(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Print entries of a period, kind and tags, newest first; return 1 when there are none."""
    query = Query(
        kinds=frozenset({Kind(options.kind)}) if options.kind else frozenset(),
        first=options.first,
        last=options.last,
        tags=tuple(options.tag),
        instruments=frozenset({options.instrument}) if options.instrument else frozenset(),
    )
    return _print_found(query, options, open_journal, say)


def search(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Print the entries that have all the words, newest first; return 1 when there are none.

    Raises:
        InvalidValueError: there is no word to look for.
    """
    query = Query(words=" ".join(options.words))
    if not query.has_words:
        raise InvalidValueError(_("A search needs at least one letter or digit."), field="words")
    return _print_found(query, options, open_journal, say)


def show(options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    """Print one entry in full; return 1 when there is none of that id.

    Raises:
        InvalidValueError: the beginning of an id is too short, or fits several entries.
    """
    with open_journal(options) as journal:
        try:
            entry = _find_one(journal, options.id)
        except NothingFoundError:
            return 1
        if options.json:
            say(json.dumps(to_plain(entry), indent=1))
        else:
            facts = _facts(entry, journal.clock().date(), instrument_of(journal, entry))
            _print_entry(entry, journal.clock().date(), facts, say)
    return 0


def _print_found(query: Query, options: argparse.Namespace, open_journal: Open, say: Say) -> int:
    with open_journal(options) as journal:
        entries, _place = journal.entries.find(query, None, options.limit)
        if options.json:
            say(json.dumps([to_plain(entry) for entry in entries], indent=1))
        else:
            _print_days(entries, journal.clock().date(), say)
    return 0 if entries else 1


def _print_days(entries: list[Entry], today: date, say: Say) -> None:
    day = None
    for entry in entries:
        if entry.day != day:
            day = entry.day
            say(say_day(entry.day, today))
        say(f"  {say_time(entry.happened)}  {say_title(entry)}  [{entry.id[:_SHORT]}]")
        for line in say_text(entry).splitlines():
            say(f"         {line}")
        if entry.tags:
            say("         " + _say_tags(entry))


def _print_entry(entry: Entry, today: date, facts: Sequence[tuple[str, str]], say: Say) -> None:
    say(say_title(entry))
    say(f"{say_day(entry.happened.date(), today)}, {say_time(entry.happened)}")
    for name, value in facts:
        say(f"{name}: {value}")
    if entry.note:
        say("")
        say(entry.note)


def _facts(entry: Entry, today: date, instrument: Instrument | None) -> list[tuple[str, str]]:
    facts = [(_("Id"), entry.id)]
    if entry.day != entry.happened.date():
        facts.append((_("Counts to"), say_day(entry.day, today)))
    if isinstance(entry.detail, Mood):
        facts += _mood_facts(entry, entry.detail)
    elif isinstance(entry.detail, Boundary):
        facts += boundary_facts(entry.detail, today, entry.happened.tzinfo)
    elif isinstance(entry.detail, Reflection):
        is_asked = not says_question(entry.detail)  # the title says it
        facts += reflection_facts(entry.detail, part_labels()[0], with_question=is_asked)
    elif isinstance(entry.detail, Practice):
        facts += practice_facts(entry.detail, today, entry.happened.tzinfo)
        facts += [(part.label or part.name, part.text) for part in entry.detail.texts]
    elif isinstance(entry.detail, Measure):
        facts += measure_facts(entry.detail, instrument)
    else:
        facts.append((_("What could still be read"), entry.detail.words))
    facts.append((_("Tags"), _say_tags(entry)))
    marks = [
        words
        for is_set, words in (
            (entry.for_session, _("bring to session")),
            (entry.never_export, _("never export")),
            (entry.deleted is not None, _("in the trash")),
        )
        if is_set
    ]
    facts.append((_("Marked"), ", ".join(marks)))
    return [(name, value) for name, value in facts if value]


def _mood_facts(entry: Entry, mood: Mood) -> list[tuple[str, str]]:
    return [
        (_("Energy"), say_energy(entry)),
        (_("About"), about_word(mood.about) if mood.about else ""),
        (_("Belonging"), "" if mood.belonging is None else f"{mood.belonging}/10"),
    ]


def _say_tags(entry: Entry) -> str:
    return " ".join(f"#{tag}" for tag in entry.tags)


def _find_one(journal: Journal, beginning: str) -> Entry:
    start = beginning.strip().lower()
    if len(start) < _LEAST:
        raise InvalidValueError(
            _("At least {count} characters of an id are needed.").format(count=_LEAST)
        )
    ids = journal.entries.ids_beginning(start)
    if len(ids) > 1:
        raise InvalidValueError(_("Several entries have an id that begins so. Write more of it."))
    if not ids:
        raise NothingFoundError
    return journal.entries.get(ids[0])
