"""Save what can be read of a damaged journal into a new file, and put that in its place."""

from dataclasses import dataclass
from pathlib import Path

from caregiver_journal.journal.doors import as_the_writer
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.salvage import put_in_place, salvage


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue did.

    Attributes:
        entries: how many entries are in the new file.
        lost: how many records could not be read.
        days: the days of entries of which something was lost, as ISO dates.
        kept_as: the name of the damaged file, which is kept.
    """

    entries: int
    lost: int
    days: tuple[str, ...]
    kept_as: str


def rescue(folder: Path, opened: Opened) -> Rescued:
    """Rescue the journal in a folder; it must be closed. Slow.

    Raises:
        JournalError: there is no new file, and the damaged one is as it was.
    """
    place = JournalFolder(folder)
    fresh = place.database_new
    with as_the_writer(place):
        report = salvage(place.database, opened.root.database_key(), opened.journal_id, fresh)
        kept = put_in_place(place)
    return Rescued(report.kept.get("entries", 0), sum(report.lost.values()), report.days, kept.name)
