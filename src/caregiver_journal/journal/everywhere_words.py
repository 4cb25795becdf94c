"""Say which backups still hold what was deleted for good, and what cannot be reached from here."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.phrasing import say_day, say_time
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.exporting import name_of

MOST_NAMED = 8
"""So many backups are named one by one."""


def say_held(count: int, entries: int) -> str:
    """Return in how many backups it is still, before they are named."""
    it = ngettext(
        "The entry is still in {backups}:",
        "What was deleted is still in {backups}:",
        entries,
    )
    return it.format(backups=_say_backups(count))


def say_not_held(entries: int, *, all_looked_into: bool = True) -> str:
    """Return that no backup holds it; none of those that could be looked into, if not all could."""
    if not all_looked_into:
        return ngettext(
            "Deleted for good. No backup that could be looked into holds it.",
            "{count} entries deleted for good. No backup that could be looked into holds them.",
            entries,
        ).format(count=entries)
    return ngettext(
        "Deleted for good. No backup holds it.",
        "{count} entries deleted for good. No backup holds them.",
        entries,
    ).format(count=entries)


def say_taken_out(count: int) -> str:
    """Return from how many backups it was removed."""
    return _("Removed from {backups}.").format(backups=_say_backups(count))


def name_backups(backups: Sequence[Backup], own: Path, now: datetime) -> list[str]:
    """Name backups by the moment they were made, the newest first.

    Args:
        backups: the newest first.
        own: the folder of the journal's own backups; of others the folder is named too.
        now: the present moment; its zone is that of the clock on the wall.
    """
    named = [_name(backup, own, now) for backup in backups[:MOST_NAMED]]
    rest = len(backups) - len(named)
    if rest:
        named.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    return named


def say_failed(errors: Sequence[JournalError], *, is_removal: bool) -> list[str]:
    """Return how many backups could not be looked into, or changed, and why; a line each."""
    said = []
    for sentence in dict.fromkeys(error.sentence for error in errors):
        count = sum(error.sentence == sentence for error in errors)
        words = (
            ngettext(
                "One backup stays as it was. {reason}",
                "{count} backups stay as they were. {reason}",
                count,
            )
            if is_removal
            else ngettext(
                "One backup could not be looked into. {reason}",
                "{count} backups could not be looked into. {reason}",
                count,
            )
        )
        said.append(words.format(count=count, reason=sentence))
    return said


def say_beyond_reach(copies: Sequence[str]) -> str:
    """Return what is not looked into, so that nobody believes it is gone from there.

    Args:
        copies: the names of what a repair or a restore left in the journal's folder.
    """
    said = [
        _(
            "Not reached from here: copies on sticks or disks that are not plugged in, what a "
            "cloud keeps of earlier versions, what you exported, and drafts of it in a backup that "
            "was made while it was being written."
        )
    ]
    if copies:
        words = ngettext(
            "Nor is an earlier copy in the journal's folder: {names}.",
            "Nor are earlier copies in the journal's folder: {names}.",
            len(copies),
        )
        said.append(words.format(names=", ".join(copies)))
    return " ".join(said)


def _name(backup: Backup, own: Path, now: datetime) -> str:
    made = backup.made.astimezone(now.tzinfo)
    when = f"{say_day(made.date(), now.date())}, {say_time(made)}"
    if backup.path.parent == own:
        return when
    return _("{when} (in {folder})").format(when=when, folder=name_of(backup.path.parent))


def _say_backups(count: int) -> str:
    return ngettext("one backup", "{count} backups", count).format(count=count)
