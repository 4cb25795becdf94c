"""The slow work behind the pages that stand before an open journal.

Apart from ``doorway``, so that keys and database are loaded when somebody wants in, not before the
unlock page is painted.
"""

import contextlib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal import doors
from caregiver_journal.journal.backup_rounds import Halt, StoppedError
from caregiver_journal.journal.doors import Mending, NewVault, Opened, Slot
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import (
    BackupFacts,
    RestoredJournal,
    examine,
    restore_with_code,
    restore_with_passphrase,
)
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.work import Ticket, Work

# What a damaged file needs is loaded once there is one.
if TYPE_CHECKING:
    from caregiver_journal.journal.losses import Brought, Found, Looked
    from caregiver_journal.journal.rescue import Rescued

T = TypeVar("T")


class Locksmith(QObject):
    """Finds, makes and changes keys on the worker; answers on the GUI thread.

    What cannot be done is told to ``refuse``, whatever was asked.
    """

    def __init__(
        self, place: Place, work: Work, refuse: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._work = work
        self._refuse = refuse
        self._ticket: Ticket | None = None

    def unlock(self, passphrase: str, found: Callable[[Opened], None]) -> None:
        """Find the key by passphrase."""
        self._start(partial(doors.unlock, self._folder, passphrase, self._place.cost), found)

    def unlock_with_code(self, code: str, found: Callable[[Opened], None]) -> None:
        """Find the key by recovery code."""
        self._start(partial(doors.unlock_with_code, self._folder, code), found)

    def unlock_with_keychain(self, found: Callable[[Opened], None]) -> None:
        """Find the key by the system's keychain, which may ask the person first."""
        self._start(partial(doors.unlock_with_keychain, self._folder), found)

    def create(self, passphrase: str, made: Callable[[Opened], None]) -> None:
        """Make a new journal; nothing is written when it was cancelled before."""

        def write(new: NewVault) -> None:
            try:
                key = doors.write(self._folder, new)
            except JournalError as error:
                self._refuse(error)
            else:
                made(key)

        self._start(partial(doors.prepare, self._folder, passphrase, self._place.cost), write)

    def renew_code(self, passphrase: str, renewed: Callable[[Opened], None]) -> None:
        """Make a new recovery code for the journal, which must be closed."""
        place = self._place
        work = partial(doors.renew_code, place.folder, passphrase, place.cost, place.clock)
        self._start(work, renewed)

    def make_slot(self, key: Opened, passphrase: str, made: Callable[[Slot], None]) -> None:
        """Make the slot of a new passphrase after a recovery."""
        self._start(partial(doors.set_passphrase, key, passphrase, self._place.cost), made)

    def rescue(self, key: Opened, rescued: "Callable[[Rescued], None]") -> None:
        """Save what can be read of the damaged journal, which must be closed."""
        from caregiver_journal.journal.rescue import rescue  # noqa: PLC0415 - see above

        self._start(partial(rescue, self._folder, key, self._place.clock), rescued)

    def look_for_losses(
        self, key: Opened, rescued: "Rescued", looked: "Callable[[Looked], None]"
    ) -> None:
        """Look into the backups for what a rescue could not read."""
        from caregiver_journal.journal.losses import look_for_losses  # noqa: PLC0415 - see above

        self._start(partial(look_for_losses, self._folder, key, rescued), looked)

    def bring_back(
        self, key: Opened, found: "Iterable[Found]", brought: "Callable[[Brought], None]"
    ) -> None:
        """Bring back what was found there; the journal must be closed."""
        from caregiver_journal.journal.losses import bring_back  # noqa: PLC0415 - see above

        self._start(partial(bring_back, self._folder, key, found, self._place.clock), brought)

    def examine(self, backup: Path, known: Callable[[BackupFacts], None]) -> None:
        """Read a backup through that is to come in the journal's place."""
        self._start(partial(examine, backup, self._folder), known)

    def restore(
        self, backup: Path, passphrase: str, restored: Callable[[RestoredJournal], None]
    ) -> None:
        """Let a backup take the journal's place by the passphrase of its day."""
        work = partial(restore_with_passphrase, backup, self._folder, passphrase, self._place.cost)
        self._start(work, restored)

    def restore_with_code(
        self, backup: Path, code: str, restored: Callable[[RestoredJournal], None]
    ) -> None:
        """Let a backup take the journal's place by the recovery code."""
        self._start(partial(restore_with_code, backup, self._folder, code), restored)

    def cancel(self) -> None:
        """Want no answer to what was asked last."""
        if self._ticket is not None:
            self._ticket.cancel()

    def mend(
        self, key: Opened, tell: Callable[[float], None], done: Callable[[None], None]
    ) -> Halt:
        """Mend what an opening found, without loss; return what stops it. ``done`` in any case.

        Args:
            key: of the journal, which must be closed.
            tell: is told on the worker how much is done, as a share.
            done: comes once it is mended, or has been stopped.
        """
        halt = Halt(tell)

        def mend() -> None:
            # What went wrong the opening that follows tells, in words about the journal.
            with contextlib.suppress(StoppedError, JournalError):
                doors.mend(self._folder, key, halt)

        self._start(mend, done)
        return halt

    def open(
        self, key: Opened, slot: Slot | None = None, mending: Mending = Mending.ELSEWHERE
    ) -> Journal:
        """Open the journal on this thread and use the slot of a new passphrase, if there is one.

        Raises:
            MendingNeededError: something is to be mended first.
            JournalError: it is not open.
        """
        journal = doors.open_journal(self._folder, key, self._place.clock, mending)
        try:
            if slot is not None:
                doors.use_slot(journal, slot)
        except JournalError:
            journal.close()
            raise
        return journal

    @property
    def _folder(self) -> Path:
        return self._place.folder

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._ticket = self._work.start(self, work, done, self._refuse)
