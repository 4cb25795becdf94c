"""The check-in: what is written of a moment and of the work of its day, saved as one."""

from dataclasses import dataclass

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.journal import Changed, Journal
from caregiver_journal.store.drafts import NOTHING, DraftContent
from caregiver_journal.store.rows import zone_of

_LOOKED_AT = 40
"""How many of the last entries tell which zones a person writes in."""


@dataclass(frozen=True, slots=True)
class Checkin:
    """What one check-in writes.

    Attributes:
        entry: the mood; None where only the work was said.
        earlier: the entry as it was before it was changed; None for a new one.
        workdays: the days of which something about the work was said, or taken back.
    """

    entry: Entry | None
    earlier: Entry | None = None
    workdays: tuple[Workday, ...] = ()

    @property
    def changes(self) -> frozenset[Changed]:
        """What changes in the journal."""
        work: frozenset[Changed] = frozenset({Topic.WORKDAY} if self.workdays else ())
        return work if self.entry is None else work | {self.entry.kind}


def save_checkin(
    journal: Journal, checkin: Checkin, *, draft: str = "", rest: DraftContent = NOTHING
) -> Checkin:
    """Save a check-in and forget its draft, in one transaction; the rest of the form's stay.

    Returns:
        What was written, with the workdays as they were, for ``take_back_checkin``.
    """
    written = checkin.entry
    before = tuple(journal.workdays.read(workday.day) for workday in checkin.workdays)
    with journal.writing(*checkin.changes):
        if checkin.entry is not None and checkin.earlier is None:
            journal.entries.add(checkin.entry)
        elif checkin.entry is not None:
            journal.entries.change(checkin.entry)
            written = journal.entries.get(checkin.entry.id)
        for workday in checkin.workdays:
            journal.workdays.write(workday)
        if draft:
            journal.drafts.write(draft, rest, journal.clock())
    return Checkin(written, checkin.earlier, before)


def take_back_checkin(journal: Journal, saved: Checkin) -> None:
    """Put back what was changed; a new entry goes into the trash."""
    with journal.writing(*saved.changes):
        if saved.entry is not None and saved.earlier is not None:
            journal.entries.take_back(saved.entry, saved.earlier)
        elif saved.entry is not None:
            journal.entries.remove(saved.entry.id, journal.clock())
        for workday in saved.workdays:
            journal.workdays.write(workday)


def recent_zones(journal: Journal) -> tuple[str, ...]:
    """Return the zones the last entries were written in, the last first."""
    entries, _more = journal.entries.page(None, _LOOKED_AT)
    return tuple(dict.fromkeys(zone_of(entry.happened)[0] for entry in entries))
