"""The doors of a journal: make one, open one, change its keys.

What is called *slow* derives a key (about half a second); it may run on any thread and returns
frozen data. The rest belongs to the thread that owns the journal.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.errors import DiskFullError, InUseError, JournalError, StorageError
from caregiver_journal.base.places import viewing_folder
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.leftovers import clear_leftovers
from caregiver_journal.journal.supporting import follow_card
from caregiver_journal.vault import doors, keychain
from caregiver_journal.vault.backup import Step, keep_backup
from caregiver_journal.vault.doors import Mending, NewVault, Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keys import STRONG, Cost, KeychainSlot, Slot
from caregiver_journal.vault.lockfile import HeldLock
from caregiver_journal.vault.viewing import clear_unpacked

__all__ = [
    "STRONG",
    "Cost",
    "JournalFolder",
    "KeychainSlot",
    "Mending",
    "NewVault",
    "Opened",
    "Slot",
    "as_the_writer",
]


def create(folder: Path, passphrase: str, cost: Cost | None = None) -> Opened:
    """Make a new journal in an empty folder. Slow."""
    return doors.create_vault(JournalFolder(folder), passphrase, cost or STRONG)


def prepare(folder: Path, passphrase: str, cost: Cost | None = None) -> NewVault:
    """Make the keys of a new journal and write nothing, so that it can be cancelled. Slow."""
    return doors.prepare_vault(JournalFolder(folder), passphrase, cost or STRONG)


def write(folder: Path, new: NewVault) -> Opened:
    """Write the new journal of such keys."""
    return doors.write_vault(JournalFolder(folder), new)


def unlock(folder: Path, passphrase: str, cost: Cost | None = None) -> Opened:
    """Find the key by passphrase; raises the errors of the failure table. Slow."""
    place = JournalFolder(folder)
    with as_the_writer(place):
        return doors.unlock_with_passphrase(place, passphrase, cost or STRONG)


def unlock_with_code(folder: Path, code: str) -> Opened:
    """Find the key by recovery code, also without a key file."""
    place = JournalFolder(folder)
    with as_the_writer(place):
        return doors.unlock_with_code(place, code)


def unlock_with_keychain(folder: Path) -> Opened:
    """Find the key by the system's keychain; slow where that asks the person."""
    place = JournalFolder(folder)
    with as_the_writer(place):
        return doors.unlock_with_keychain(place)


def open_journal(
    folder: Path, opened: Opened, clock: Clock = system_clock, mending: Mending = Mending.HERE
) -> Journal:
    """Open the journal; what has been in the trash long enough goes for good.

    Args:
        folder: of the journal.
        opened: its key.
        clock: tells the present moment.
        mending: where that is mended which an earlier check found.

    Raises:
        MendingNeededError: something is to be mended first, by ``mend``.
        JournalError: it is not open.
    """
    place = JournalFolder(folder)
    with ExitStack() as after_failure:
        lock = _take_writer_lock(place)
        if lock is not None:
            after_failure.callback(lock.release)
        database = doors.open_database(place, opened, mending)
        after_failure.callback(database.close)
        journal = Journal(database, place, clock, lock)
        if not journal.is_read_only:
            with suppress(DiskFullError, StorageError):  # such a disk can still be read
                journal.empty_old_trash()
            clear_leftovers(journal)
            clear_unpacked(viewing_folder())
            follow_card(journal)
        after_failure.pop_all()
    return journal


def mend(folder: Path, opened: Opened, step: Step) -> None:
    """Mend what an opening found, as far as nothing is lost by it; the journal is closed. Slow.

    Args:
        folder: of the journal.
        opened: its key.
        step: is told how much is done, and may stop it.
    """
    place = JournalFolder(folder)
    with as_the_writer(place):
        doors.mend(place, opened, step)


def _take_writer_lock(folder: JournalFolder) -> HeldLock | None:
    """Return the lock of the one writer; None in a folder where nobody can write."""
    if not folder.is_writable():
        return None
    lock = HeldLock.take(folder.writer_lock)
    if lock is None:
        raise InUseError
    return lock


@contextmanager
def as_the_writer(folder: JournalFolder) -> Iterator[None]:
    """Be the one writer for the length of a ``with`` block; finding a key may mend the key file."""
    lock = _take_writer_lock(folder)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def change_passphrase(folder: Path, old: str, new: str, cost: Cost | None = None) -> Slot:
    """Make the slot for a new passphrase, after the old one has opened the journal. Slow.

    The journal is open meanwhile, so this process is its writer already.
    """
    opened = doors.unlock_with_passphrase(JournalFolder(folder), old, cost or STRONG)
    return doors.make_passphrase_slot(opened, new, cost or STRONG)


def set_passphrase(opened: Opened, new: str, cost: Cost | None = None) -> Slot:
    """Make the slot for a new passphrase after a recovery. Slow."""
    return doors.make_passphrase_slot(opened, new, cost or STRONG)


def use_slot(journal: Journal, slot: Slot) -> None:
    """Write the slot of a new passphrase; from now on no other passphrase opens the journal."""
    doors.replace_passphrase(journal.folder, journal.database, slot)


def has_keychain() -> bool:
    """Tell whether this computer has a keychain that can be trusted. Slow the first time."""
    return keychain.is_available()


def make_keychain_slot(folder: Path, passphrase: str, cost: Cost | None = None) -> KeychainSlot:
    """Make the slot for the keychain, after the passphrase has opened the journal. Slow.

    The journal is open meanwhile, as when its passphrase is changed.
    """
    opened = doors.unlock_with_passphrase(JournalFolder(folder), passphrase, cost or STRONG)
    return doors.make_keychain_slot(opened)


def use_keychain(journal: Journal, slot: KeychainSlot) -> None:
    """Write the slot of the keychain; from now on that opens the journal too."""
    try:
        doors.use_keychain_slot(journal.folder, journal.database, slot)
    except JournalError:
        with suppress(JournalError):
            keychain.forget(journal.database.journal_id, slot.id)
        raise


def forget_keychain(journal: Journal) -> Callable[[], None]:
    """Take the slot of the keychain out of all live copies of the key file.

    Return what then takes its key out of the keychain; that is slow and may run on any thread.
    """
    slot = doors.drop_keychain_slot(journal.folder, journal.database)
    if slot is None:
        return lambda: None
    return partial(keychain.forget, journal.database.journal_id, slot.id)


def renew_code(
    folder: Path, passphrase: str, cost: Cost | None = None, clock: Clock = system_clock
) -> Opened:
    """Make a new recovery code: a backup, then a new key, and all data copied under it. Slow.

    The journal must be closed; it is opened here, on the calling thread, for the time of the copy.

    Raises:
        JournalError: the journal is as it was; also where there is no room for the backup.
    """
    place = JournalFolder(folder)
    with as_the_writer(place):
        opened = doors.unlock_with_passphrase(place, passphrase, cost or STRONG)
        with closing(doors.open_database(place, opened)) as database:
            if not database.read_only:
                keep_backup(place, database, clock())
            return doors.replace_root(place, database, opened, passphrase, cost or STRONG)
