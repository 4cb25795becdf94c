"""Look around in a backup: nothing of it is changed, and nothing of the look stays behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.places import viewing_folder
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal.doors import STRONG, Cost, Opened
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import BackupFacts, examine
from caregiver_journal.vault import doors
from caregiver_journal.vault.viewing import UnpackedBackup, clear_unpacked


@dataclass(frozen=True, slots=True)
class Contents:
    """How much is in a journal, without what is in its trash.

    Attributes:
        counts: how many entries of each kind there are; a kind of which there is none is left out.
        first: the day of the first entry; None where there is none.
        last: the day of the last one.
    """

    counts: Mapping[Kind, int]
    first: date | None
    last: date | None


class Viewing:
    """A backup that is looked at."""

    def __init__(self, backup: Path) -> None:
        """Take its file; nothing is read yet."""
        self._backup = backup
        self._unpacked = UnpackedBackup(viewing_folder())

    def unpack(self) -> BackupFacts:
        """Check the backup, unpack it into a private folder and say what it is. Slow; any thread.

        Raises:
            JournalError: it cannot be used, or not be unpacked; nothing of it lies about.
        """
        clear_unpacked(viewing_folder())
        facts = examine(self._backup)
        self._unpacked.unpack(self._backup)
        return facts

    def unlock_with_passphrase(self, passphrase: str, cost: Cost | None = None) -> Opened:
        """Find the key by the passphrase of its day, and look through all of it. Slow.

        Raises:
            WrongPassphraseError, BackupDamagedError, …: it cannot be looked at.
        """
        find = partial(doors.unlock_with_passphrase, passphrase=passphrase, cost=cost or STRONG)
        return self._unpacked.make_ready(find)

    def unlock_with_code(self, code: str) -> Opened:
        """Find the key by the recovery code; otherwise as by passphrase."""
        return self._unpacked.make_ready(partial(doors.unlock_with_code, code=code))

    def open(self, opened: Opened, clock: Clock = system_clock) -> Journal:
        """Open it for reading only, on this thread."""
        folder = self._unpacked.folder
        return Journal(doors.open_database(folder, opened), folder, clock)

    def remove(self) -> None:
        """Remove what was unpacked; the journal must be closed."""
        self._unpacked.remove()


def contents_of(journal: Journal) -> Contents:
    """Count what is in a journal."""
    counts = {
        kind: count
        for kind in Kind
        if (count := journal.entries.count_kind(kind, date.min, date.max))
    }
    entries, _after = journal.entries.page(None, 1)
    return Contents(counts, journal.entries.first_day(), entries[0].day if entries else None)
