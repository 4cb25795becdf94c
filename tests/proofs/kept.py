"""Look at the backups that lie in a journal's folder: those there are must be whole."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from proofs import course, journals

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import check_backup
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.vault.backup_file import SUFFIX

_KNOWN = {
    "backups", "journal.db", "journal.db-wal", "journal.db.new", "journal.keys", "journal.keys.bak",
    "journal.lock",
}  # fmt: skip


def find_bad_backup(folder: Path, acknowledged: Iterable[str]) -> str:
    """Return what is wrong with the backups of a journal; "" for nothing.

    Args:
        folder: of the journal.
        acknowledged: the names of those that have to be there.
    """
    there = backups_in(folder)
    missing = set(acknowledged) - {path.name for path in there}
    if missing:
        return f"lost {len(missing)} backups"
    for path in there:
        try:
            check_backup(path)
        except JournalError as error:
            return f"a backup that is not whole: {type(error).__name__}"
    return ""


def find_left_behind(folder: Path) -> str:
    """Return what was left behind that the next unlocking has to remove; "" for nothing."""
    left = [*folder.rglob("*.tmp-*"), *folder.parent.glob(f"{folder.name}.tmp-*")]
    return f"{len(left)} temporary files after the next unlocking" if left else ""


def find_stranger(folder: Path) -> str:
    """Return what lies in a folder after a crash and is neither known nor temporary."""
    names = {path.name for path in folder.iterdir() if not path.name.startswith("replaced-")}
    names -= _KNOWN
    names |= {path.name for path in (folder / "backups").iterdir() if path.suffix != SUFFIX}
    names.discard("notes.json")
    strange = [name for name in names if ".tmp-" not in name]
    return f"{len(strange)} files nobody knows" if strange else ""


def backups_in(folder: Path) -> list[Path]:
    """Return the files that pass for backups, oldest first by their names."""
    return sorted(path for path in (folder / "backups").iterdir() if path.suffix == SUFFIX)


def read_backup(path: Path, place: Path) -> course.Held:
    """Restore a backup into a new folder and return what it holds; raises ``JournalError``."""
    restored = restore_with_passphrase(path, place, journals.PASSPHRASE, journals.CHEAP)
    with closing(doors.open_journal(place, restored.opened, course.still_clock)) as journal:
        return course.read(journal)
