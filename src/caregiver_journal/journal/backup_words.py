"""Say how a journal is backed up: the last backup, the second place, and what did not work."""

from datetime import date, datetime, tzinfo
from pathlib import Path

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.phrasing import say_date, say_moment, say_past, say_size
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.backup_notes import Notes, Trouble

_REASONS = {
    "DamagedError": N_("Part of the journal's file is damaged."),
    "DiskFullError": N_("There was too little room on the disk."),
    "ReadOnlyFolderError": N_("The folder for it cannot be written to."),
}
_OTHER = N_("The disk reported an error.")


def say_reason(trouble: Trouble) -> str:
    """Return why something did not work."""
    words = _REASONS.get(trouble.reason, _OTHER)
    return _(words)


def say_last(backups: tuple[Backup, ...], now: datetime) -> str:
    """Return when the last backup was made, how large it is, and that it was checked."""
    if not backups:
        return _("There is none yet. The first is made when you lock the journal or leave.")
    last = backups[0]
    when = say_moment(last.made.astimezone(now.tzinfo), now.date())
    return _("{when}, {size}. It was read again and checked.").format(
        when=when, size=say_size(last.size)
    )


def say_failed(notes: Notes, now: datetime) -> str:
    """Return that the last try did not work, and why; "" where it did."""
    if notes.failed is None:
        return ""
    when = say_past(_local(notes.failed.last, now.tzinfo), now.date())
    return _("The last try, {when}, made none. {reason}").format(
        when=when, reason=say_reason(notes.failed)
    )


def say_all(backups: tuple[Backup, ...]) -> str:
    """Return how many backups there are, and how much room they take."""
    if not backups:
        return _("None yet.")
    count = ngettext("{count:,} backup", "{count:,} backups", len(backups))
    size = say_size(sum(each.size for each in backups))
    return _("{count}, {size} in all. Older ones thin out by themselves.").format(
        count=count.format(count=len(backups)), size=size
    )


def say_place(place: Path | None, notes: Notes, now: datetime, *, is_there: bool | None) -> str:
    """Return what is known of the second place.

    Args:
        place: the folder; None where none is set.
        notes: how the last backups went.
        now: the present moment.
        is_there: whether the folder can be seen now; None while that is not known.
    """
    if place is None:
        return _(
            "A stick or another disk keeps a copy where this computer is not. Each backup is "
            "copied there while it is plugged in."
        )
    said = [say_copied(notes.copied, now)]
    if is_there is False:
        said.append(_("It is not there now; the next backup looks for it again."))
    if notes.not_copied is not None:
        when = say_past(_local(notes.not_copied.last, now.tzinfo), now.date())
        said.append(
            _("The last try, {when}, made no copy. {reason}").format(
                when=when, reason=say_reason(notes.not_copied)
            )
        )
    return " ".join(said)


def say_copied(copied: datetime | None, now: datetime) -> str:
    """Return how long ago a backup was last copied to the second place."""
    if copied is None:
        return _("Nothing was copied there yet.")
    day = _local(copied, now.tzinfo).date()
    days = (now.date() - day).days
    if days < 0:
        return _("Last copied on {day}, as the clock stood then.").format(
            day=say_date(day, date.min)
        )
    if days == 0:
        return _("Last copied today.")
    if days == 1:
        return _("Last copied yesterday.")
    return ngettext("Last copied {days} day ago.", "Last copied {days} days ago.", days).format(
        days=days
    )


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.astimezone(zone)
