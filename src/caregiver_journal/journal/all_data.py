"""Read everything a journal holds, a little at a time, to give it out as a file of JSON.

Between two pieces the journal can be used; what is written meanwhile may or may not be in them.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from caregiver_journal import __version__
from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kept import (
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPreset,
    KeptPrompt,
    KeptWorkday,
    Rung,
    Setting,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.ladder import Try
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.preference import (
    BACKUP_PLACE,
    CODE_CONFIRMED,
    SUPPORT_BEFORE_UNLOCK,
)
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.exchange.json_file import Head, Scope, write_json
from caregiver_journal.journal.data_reading import days_in_pages
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import read_facts

M = TypeVar("M", TalkPoint, Try)

STAYS = frozenset({BACKUP_PLACE.name, CODE_CONFIRMED.name, SUPPORT_BEFORE_UNLOCK.name})
"""The settings that are true of this copy of the journal only."""

READ_TOGETHER = 100
"""So many entries are read at once: a statement for each part of each kind costs its time."""


class Piece(NamedTuple):
    """A piece of a file, and how many entries are written with it."""

    text: str
    entries: int


def write_pieces(
    journal: Journal,
    *,
    period: Period = Period(),  # noqa: B008 - frozen
    kinds: frozenset[Kind] = frozenset(),
    everything: bool = False,
) -> Iterator[Piece]:
    """Return the pieces of a file of JSON with all data, each in a few milliseconds.

    Args:
        journal: which is read.
        period: the days it is limited to.
        kinds: of the entries; empty for all. Where some are chosen, the file holds nothing else.
        everything: whether entries that are never exported come along.
    """
    scope = Scope.EVERYTHING if everything else Scope.SHARED
    kinds = frozenset() if kinds == frozenset(Kind) else kinds
    head = Head(journal.clock(), __version__, scope, period, kinds)
    counted = _Counted(
        read_entries(
            journal, Query(kinds=kinds, first=period.first, last=period.last), everything=everything
        )
    )
    parts = {} if kinds else read_parts(journal, period, everything=everything)
    before = 0
    for text in write_json(head, counted, parts):
        yield Piece(text, counted.count - before)
        before = counted.count


class _Counted:
    """Entries that are counted as they are taken."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.count = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.count += 1
            yield entry


def read_entries(journal: Journal, query: Query, *, everything: bool) -> Iterator[Entry]:
    """Return the entries that fit a query, the oldest first; no more than a page lies in memory."""
    place = None
    while True:
        with _seeing(journal, everything=everything):
            entries, place = journal.entries.walk(query, place, READ_TOGETHER)
        yield from entries
        if place is None:
            return


def read_parts(
    journal: Journal,
    period: Period,
    *,
    everything: bool,
    in_trash: frozenset[str] = frozenset(),
) -> dict[str, Iterable[object]]:
    """Return all else by the names of its parts; each is read when it is asked for.

    What belongs to days is limited to a period, what lies about is not. Masks say who is meant by
    an alias, so that they go along with everything only.

    Args:
        journal: which is read.
        period: the days it is limited to.
        everything: whether what is never exported comes along.
        in_trash: the ids of entries in the trash that come along; what came from one of the others
            there is let go of its id.
    """
    read: dict[str, Callable[[], Iterable[object]]] = {
        "shifts": journal.shifts.all,
        "workdays": lambda: _read_workdays(journal, period),
        "pauses": lambda: [
            each for each in journal.pauses.all() if _meet(period, each.first, each.last)
        ],
        "event_marks": lambda: journal.event_marks.between(*period.bounds),
        "tags": lambda: _read_tags(journal, period, in_trash, everything=everything),
        "feelings": lambda: _read_feelings(journal, everything=everything),
        "scripts": journal.scripts.kept,
        "ladder": lambda: _read_ladder(journal, period, in_trash, everything=everything),
        "plans": journal.plans.all,
        "decks": journal.prompts.kept_decks,
        "prompts": lambda: _read_prompts(journal, everything=everything),
        "exercises": lambda: _read_exercises(journal, everything=everything),
        "cards": journal.cards.kept,
        "support_lines": journal.support.lines,
        "support_titles": lambda: [
            SupportTitle(section, title) for section, title in journal.support.titles().items()
        ],
        "instruments": lambda: _read_instruments(journal, everything=everything),
        "goals": lambda: [
            each
            for each in journal.goals.all()
            if _meet(period, _day(journal, each.made), each.reached)
        ],
        "talk_points": lambda: _read_points(journal, period, in_trash, everything=everything),
        "homework": lambda: [
            each for each in journal.homework.all() if _meet(period, each.agreed, each.ended)
        ],
        "sessions": lambda: [
            each for each in journal.sessions.all() if _meet(period, each.day, each.day)
        ],
        "masks": lambda: journal.masks.all() if everything else (),
        "presets": lambda: [
            KeptPreset(name, content) for name, content in journal.presets.all().items()
        ],
        "settings": lambda: _read_settings(journal),
    }
    return {name: _Later(reader) for name, reader in read.items()}


class _Later:
    """Records that are read when they are asked for."""

    def __init__(self, read: Callable[[], Iterable[object]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[object]:
        return iter(self._read())


def _seeing(journal: Journal, *, everything: bool) -> AbstractContextManager[None]:
    return nullcontext() if everything else journal.entries.without_private()


def _day(journal: Journal, moment: datetime) -> date:
    return moment.astimezone(journal.clock().tzinfo).date()


def _meet(period: Period, first: date, last: date | None) -> bool:
    """Tell whether something that lasts, perhaps until now, has days in common with a period."""
    begin, end = period.bounds
    return first <= end and (last is None or last >= begin)


def _read_workdays(journal: Journal, period: Period) -> Iterator[KeptWorkday]:
    for some in days_in_pages(journal.workdays.kept, period):
        yield from some


def _read_tags(
    journal: Journal, period: Period, in_trash: frozenset[str], *, everything: bool
) -> list[TagMark]:
    if in_trash:  # a tag may stand on nothing else
        return [TagMark(use.name) for use in journal.tags.counted() if use.is_hidden]
    with _seeing(journal, everything=everything):
        return journal.tags.hidden(*period.bounds)


def _read_ladder(
    journal: Journal, period: Period, in_trash: frozenset[str], *, everything: bool
) -> Iterator[Rung]:
    """Return steps; a try that came from an entry that is never exported stays out as that does."""
    tries = journal.ladder.tries()
    first, last = period.bounds
    named = {each.entry_id for some in tries.values() for each in some if each.entry_id}
    private: frozenset[str] = frozenset() if everything else journal.entries.private_among(named)
    loose = _not_in_the_file(journal, period, named - in_trash)
    for step in journal.ladder.steps():
        found = reversed(tries.get(step.number or 0, ()))
        kept = (each for each in found if first <= each.happened.date() <= last)
        shown = (each for each in kept if each.entry_id not in private)
        yield Rung(step, tuple(_let_go(each, loose) for each in shown))


def _read_feelings(journal: Journal, *, everything: bool) -> list[KeptFeeling]:
    """Return words for feelings; own ones that only private entries use stay out."""
    private = _only_private(journal, journal.moods.words_used, everything=everything)
    return [each for each in journal.feelings.kept() if each.word not in private]


def _read_prompts(journal: Journal, *, everything: bool) -> list[KeptPrompt]:
    """Return what is kept of questions, but those that only private entries answer."""
    private = _only_private(journal, journal.reflections.prompts_used, everything=everything)
    return [each for each in journal.prompts.kept() if each.id not in private]


def _read_exercises(journal: Journal, *, everything: bool) -> list[KeptExercise]:
    """Return what is kept of exercises, but those that only private entries are about."""
    private = _only_private(journal, journal.practices.exercises_used, everything=everything)
    return [each for each in journal.exercises.kept() if each.id not in private]


def _read_instruments(journal: Journal, *, everything: bool) -> Iterator[KeptInstrument]:
    """Return what is kept of questionnaires, but those that only private entries use.

    One whose facts are damaged is left out.
    """
    private = _only_private(journal, journal.measures.in_use, everything=everything)
    for row in journal.instruments.all().values():
        try:
            facts = read_facts(row) if row.definition else None
        except InvalidValueError:
            continue
        if row.id not in private:
            yield KeptInstrument(row.id, facts, row.is_hidden, row.repeat_days)


def _only_private(
    journal: Journal,
    read: Callable[[], frozenset[str]],
    *,
    everything: bool,
) -> frozenset[str]:
    """Return what is in use only where nothing may be seen of it; nothing where all may be."""
    if everything:
        return frozenset()
    used = read()
    with journal.entries.without_private():
        return used - read()


def _read_points(
    journal: Journal, period: Period, in_trash: frozenset[str], *, everything: bool
) -> list[TalkPoint]:
    """Return points; what came from an entry that is never exported goes with everything only."""
    points = [
        each
        for each in journal.talk_points.all()
        if _meet(period, _day(journal, each.made), each.talked)
    ]
    named = {each.entry_id for each in points if each.entry_id}
    private: frozenset[str] = frozenset() if everything else journal.entries.private_among(named)
    loose = _not_in_the_file(journal, period, named - in_trash)
    return [_let_go(each, loose) for each in points if each.entry_id not in private]


def _not_in_the_file(journal: Journal, period: Period, entry_ids: Iterable[str]) -> frozenset[str]:
    """Return those of some entries that may leave and yet do not: other days, or the trash.

    Where the file comes in, an id that nothing has tells of an entry that is never exported.
    """
    asked = frozenset(entry_ids)
    there = {entry.id for entry in journal.entries.chosen(asked, *period.bounds)}
    return asked - there - journal.entries.private_among(asked)


def _let_go(made: M, loose: frozenset[str]) -> M:
    """Return what came from an entry, without its id where that is not in the file."""
    return replace(made, entry_id="") if made.entry_id in loose else made


def _read_settings(journal: Journal) -> list[Setting]:
    return [each for each in journal.preferences.kept() if each.name not in STAYS]
