"""Write the invented life into a journal, a little at a time."""

from collections.abc import Callable
from itertools import islice

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.invented import mark_invented
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample.invention import Invention, Record
from caregiver_journal.journal.sample.prepared import prepare

PASSPHRASE = "quiet lamp river stone"  # noqa: S105 - told to everybody
"""Opens a journal made by ``demo`` when no passphrase is given; there is nothing to protect."""

AT_ONCE = 1_000
"""How many records are held, and written in one transaction, at most."""

Told = Callable[[int, int], None]
"""Is told how many entries are written, and of how many."""


def fill_with_sample(
    journal: Journal,
    *,
    days: int = 365,
    entries: int | None = None,
    seed: int = 1,
    told: Told | None = None,
) -> int:
    """Write invented entries and what belongs to their days; return how many entries.

    Args:
        journal: an open journal.
        days: how many days it covers, today the last of them.
        entries: how many to write; by default as many as come together, about three for two days.
        seed: the same seed and clock give the same journal.
        told: told of the progress after each transaction.
    """
    now, start = journal.clock(), journal.start_of_day
    invention = Invention(now, days, entries, seed, start=start, shifts=journal.shifts.all())
    records, done = invention.records(), 0
    while batch := list(islice(records, AT_ONCE)):
        with journal.writing(*{_changed(record) for record in batch}):
            for record in batch:
                _write(journal, record)
        done += sum(isinstance(record, Entry) for record in batch)
        if told is not None:
            told(done, invention.total)
    if done:
        mark_invented(journal)
        prepare(journal, days, seed)
    return done


def _changed(record: Record) -> Kind | Topic:
    if isinstance(record, Entry):
        return record.kind
    return Topic.WORKDAY if isinstance(record, Workday) else Topic.PAUSE


def _write(journal: Journal, record: Record) -> None:
    if isinstance(record, Entry):
        journal.entries.add(record)
    elif isinstance(record, Workday):
        journal.workdays.write(record)
    else:
        journal.pauses.write(record)
