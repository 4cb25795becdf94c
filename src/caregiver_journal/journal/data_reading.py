"""Read the journal for an export: oldest first, in pages, and nothing that is never exported."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from typing import Protocol, TypeVar

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.entry_facts import Naming
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import Goal, TalkPoint
from caregiver_journal.domain.talks import Talks
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import all_instruments

_PAGE = 100
"""So many entries are read and written in about 10 ms."""


def seeing(journal: Journal, *, everything: bool) -> AbstractContextManager[None]:
    """Return in what nothing can be read of entries that are never exported, or all can be."""
    return nullcontext() if everything else journal.entries.without_private()


def read_pages(journal: Journal, query: Query, *, everything: bool) -> Iterator[list[Entry]]:
    """Return what fits a query, oldest first, in pages; between them the journal can be used."""
    place = None
    while True:
        with seeing(journal, everything=everything):
            entries, place = journal.entries.walk(query, place, _PAGE)
        yield entries
        if place is None:
            return


def read_naming(journal: Journal) -> Naming:
    """Return what things are called, as the journal knows it now."""
    known = {each.id: each.instrument for each in all_instruments(journal).all}
    keys = {each: Keys([instrument]) for each, instrument in known.items()}

    def instrument_of(entry: Entry) -> Instrument | None:
        measure = entry.detail
        if not isinstance(measure, Measure) or measure.instrument not in known:
            return None
        found = known[measure.instrument]
        return found if keys[measure.instrument].are_of(measure) else None

    return Naming(part_labels()[0], instrument_of)


class _OfDay(Protocol):
    @property
    def day(self) -> date: ...


D = TypeVar("D", bound=_OfDay)


def days_in_pages(read: Callable[[date, date, int], list[D]], period: Period) -> Iterator[list[D]]:
    """Return the days of a period of which something is kept, in pages; none for nothing.

    Args:
        read: returns the first days between two, up to a number of them.
        period: the days it is limited to.
    """
    first, last = period.bounds
    while some := read(first, last, _PAGE):
        yield some
        if some[-1].day >= last:
            return
        first = some[-1].day + timedelta(days=1)


def read_talks(journal: Journal, period: Period, *, everything: bool) -> Talks:
    """Return what belongs to talks with a therapist and to a period.

    What came from an entry that is never exported is left out with it.
    """
    first, last = period.bounds
    return Talks(
        tuple(goal for goal in journal.goals.all() if _is_worked_on(journal, goal, period)),
        tuple(
            point
            for point in journal.talk_points.all()
            if first <= _made_on(journal, point) <= last
            and (everything or not _is_private(journal, point))
        ),
        tuple(each for each in journal.homework.all() if first <= each.agreed <= last),
        tuple(each for each in journal.sessions.all() if first <= each.day <= last),
    )


def _is_worked_on(journal: Journal, goal: Goal, period: Period) -> bool:
    """Tell whether a goal was there in a period and not reached before."""
    first, last = period.bounds
    return _made_on(journal, goal) <= last and (goal.reached is None or goal.reached >= first)


def _made_on(journal: Journal, made: Goal | TalkPoint) -> date:
    """Return the day on which something was written down, where the person is now."""
    return day_of(made.made.astimezone(journal.clock().tzinfo), journal.start_of_day)


def _is_private(journal: Journal, point: TalkPoint) -> bool:
    """Tell whether a point came from an entry that is never exported, also one in the trash."""
    return bool(point.entry_id) and bool(journal.entries.private_among([point.entry_id]))
