"""Find out which backups still hold entries that were deleted for good, and take them out there."""

import contextlib
from collections.abc import Collection, Iterable
from pathlib import Path

from caregiver_journal.journal.backing_up import Backup, list_backups
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.second_place import further_places
from caregiver_journal.store.expunging import expunge, held
from caregiver_journal.vault.backup import Step, back_up, go_on
from caregiver_journal.vault.backup_file import SUFFIX
from caregiver_journal.vault.backup_inside import opened_backup
from caregiver_journal.vault.faults import os_faults

_WITHOUT = 0.7
"""The share of rewriting a backup that is done once the entries are out of it."""


class Elsewhere:
    """Some entries that are gone from a journal, and the backups of it.

    Made on the thread of the journal, its works may run on any other; each is about one backup, so
    that they can be stopped between two.
    """

    def __init__(
        self, journal: Journal, entry_ids: Collection[str], folders: Iterable[Path] | None = None
    ) -> None:
        """Take the entries.

        Args:
            journal: an open journal.
            entry_ids: what is gone from it.
            folders: with backups, beside the journal's own; the second place if left out.
        """
        self._place = journal.folder.path
        self._opening = journal.database.opening()
        self._ids = frozenset(entry_ids)
        further = further_places(journal) if folders is None else folders
        self.folders = (journal.folder.backups, *further)

    def may_find_any(self) -> bool:
        """Tell, without a look at what may be slow to answer, whether there may be backups."""
        own, *further = self.folders
        return bool(further) or next(own.glob(f"*{SUFFIX}"), None) is not None

    def backups(self) -> tuple[Backup, ...]:
        """Return all backups that can be reached, newest first. Slow, where a stick is."""
        found = {backup.path: backup for place in self.folders for backup in list_backups(place)}
        return tuple(sorted(found.values(), key=lambda backup: backup.made, reverse=True))

    def is_held_by(self, backup: Backup) -> bool:
        """Tell whether a backup holds any of the entries, its trash included. Slow.

        Raises:
            JournalError: it cannot be told.
        """
        with opened_backup(backup.path, self._place, self._opening) as inside:
            return bool(held(inside.database, self._ids))

    def take_out_of(self, backup: Backup, step: Step = go_on) -> None:
        """Write a backup anew without the entries: of the same moment, checked, in its place. Slow.

        Args:
            backup: one that holds any of them.
            step: is told how much is done, and may stop it until the new one is checked.

        Raises:
            JournalError: it is as it was.
        """
        with opened_backup(backup.path, self._place, self._opening) as inside:
            step(0.0)
            expunge(inside.database, self._ids, lambda share: step(_WITHOUT * share))
            with os_faults():
                keys = inside.folder.keys.read_bytes()
            made, left = inside.manifest.made, 1 - _WITHOUT
            back_up(
                inside.database,
                keys,
                backup.path,
                made,
                lambda share: step(_WITHOUT + left * share),
            )


def older_copies(journal: Journal) -> tuple[str, ...]:
    """Name what lies in the journal's folder from before a repair or a restore; all is kept there.

    Nothing looks into these: they hold what the journal held then.
    """
    names: list[str] = []
    with contextlib.suppress(OSError):
        for pattern in ("damaged-*.db", "replaced-*"):
            names += [path.name for path in journal.folder.path.glob(pattern)]
    return tuple(sorted(names))
