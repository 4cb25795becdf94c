"""Save what can be read of a damaged journal into a new file, and put that in its place."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.errors import FolderInUseError
from caregiver_journal.base.files import filling_folder, make_folder_for
from caregiver_journal.journal.checking import note_whole
from caregiver_journal.journal.doors import as_the_writer, open_journal
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import LostPart, Need, losses_of, note_losses
from caregiver_journal.journal.lost_parts import lost_parts
from caregiver_journal.journal.outside import check_place
from caregiver_journal.journal.second_place import further_places
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.examination import count_rows
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.healing import try_to_heal
from caregiver_journal.vault.keyfile import write_key_file
from caregiver_journal.vault.opened import current_key_file
from caregiver_journal.vault.salvage import SalvageReport, put_in_place, salvage


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue did.

    Attributes:
        entries: how many entries are in the new file.
        lost: how many records could not be read.
        days: the days of entries of which something was lost, as ISO dates.
        kept_as: the name of the damaged file, which is kept; "" where nothing had to be.
        needs: of what something may be missing; a backup may hold it.
        elsewhere: folders that may hold backups beside the journal's own.
        parts: by table, what may be missing that is no entry.
    """

    entries: int
    lost: int
    days: tuple[str, ...]
    kept_as: str
    needs: tuple[Need, ...] = field(default=(), repr=False)
    elsewhere: tuple[Path, ...] = field(default=(), repr=False)
    parts: Mapping[str, LostPart] = field(default_factory=dict)

    @property
    def lacks_anything(self) -> bool:
        """Whether a look into the backups may help."""
        return bool(self.needs or self.parts)


def rescue(folder: Path, opened: Opened, clock: Clock = system_clock) -> Rescued:
    """Rescue the journal in a folder; it must be closed. Slow.

    Where only pages are damaged that hold nothing, or the full-text index, nothing is lost.

    Raises:
        JournalError: there is no new file, and the damaged one is as it was.
    """
    place = JournalFolder(folder)
    fresh = place.database_new
    report, kept = SalvageReport({}, {}, ()), ""
    with as_the_writer(place):
        if not try_to_heal(place, opened):
            key = opened.root.database_key()
            report = salvage(place.database, key, opened.journal_id, fresh)
            kept = put_in_place(place).name
    with closing(open_journal(folder, opened, clock)) as journal:
        note_whole(journal)
        return _told(journal, report, kept)


def salvage_to(folder: Path, opened: Opened, target: Path, clock: Clock = system_clock) -> Rescued:
    """Save what can be read of the journal in a folder into another one; it stays as it is. Slow.

    Args:
        folder: of the journal, which must be closed.
        opened: its key; the same one opens the new journal.
        target: a folder that is empty or not there.
        clock: tells the present moment.

    Raises:
        FolderInUseError: there is something in the other folder.
        JournalError: there is no new journal, as where the other folder lies in the journal's own.
    """
    source = JournalFolder(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderInUseError
    check_place(folder, target)
    with as_the_writer(source), os_faults():
        make_folder_for(target)
        with filling_folder(target) as path:
            place = JournalFolder(path)
            place.make()
            key, journal_id = opened.root.database_key(), opened.journal_id
            report = salvage(source.database, key, journal_id, place.database)
            with closing(Database.open(place.database, key, journal_id)) as database:
                key_file = current_key_file(source, database)
            if key_file is not None:
                write_key_file(place, key_file)
    with closing(open_journal(target, opened, clock)) as journal:
        return _told(journal, report, "")


def _told(journal: Journal, report: SalvageReport, kept: str) -> Rescued:
    there = journal.entries.numbered(report.numbers)
    needs = tuple(
        Need(number, there.get(number), number in report.stand_ins)
        for number in sorted(report.numbers)
    )
    count, lost = count_rows(journal.database)["entries"], sum(report.lost.values())
    parts = lost_parts(report.gaps)
    if needs or parts:
        with journal.writing():
            note_losses(journal, losses_of(journal.clock(), lost, needs, parts))
    return Rescued(count, lost, report.days, kept, needs, further_places(journal), parts)
