"""Say what a rescue saved, what it could not, and where that still lies."""

from datetime import date

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.phrasing import say_day, say_title
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.losses import Found, Looked
from caregiver_journal.journal.rescue import Rescued

MOST_NAMED = 12
"""So many entries of a backup are named one by one."""


def say_rescued(rescued: Rescued) -> str:
    """Return in sentences what a rescue saved and what it could not."""
    kept = ngettext(
        "{count:,} entry was saved into a new file.",
        "{count:,} entries were saved into a new file.",
        rescued.entries,
    ).format(count=rescued.entries)
    where = ""
    if rescued.kept_as:
        where = _("The damaged file is kept as {name}.").format(name=rescued.kept_as)
    if not rescued.lost:
        return " ".join(part for part in (kept, _("Nothing was lost."), where) if part)
    lost = ngettext(
        "{count:,} record could not be read.", "{count:,} records could not be read.", rescued.lost
    ).format(count=rescued.lost)
    days = ""
    if rescued.days:
        days = ngettext(
            "Something is missing on this day: {days}.",
            "Something is missing on these days: {days}.",
            len(rescued.days),
        ).format(days=", ".join(_say_day(day) for day in rescued.days))
    return " ".join(part for part in (kept, lost, days, where) if part)


def say_backup(backup: Backup, today: date) -> str:
    """Return which backup it is, by the day and the hour it was made: *12 November, 21:10*."""
    made = backup.made.astimezone()
    return _("{day}, {time}").format(day=say_day(made.date(), today), time=f"{made:%H:%M}")


def say_found(found: Found, today: date) -> list[str]:
    """Return what a backup still holds: a sentence that names it, then the entries, a line each."""
    head = _("The backup of {when} still holds:").format(when=say_backup(found.backup, today))
    named = [
        _("{title}, {day}").format(title=say_title(each.entry), day=say_day(each.entry.day, today))
        for each in found.mends[:MOST_NAMED]
    ]
    rest = len(found.mends) - len(named)
    if rest:
        named.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    return [head, *named]


def say_looked(looked: Looked) -> str:
    """Return what came of looking through the backups, "" where the list of finds says it all."""
    said = [] if looked.found else [_("No backup here holds what is missing.")]
    if looked.unreadable:
        words = ngettext(
            "{count} backup could not be opened.",
            "{count} backups could not be opened.",
            looked.unreadable,
        )
        said.append(words.format(count=looked.unreadable))
    return " ".join(said)


def say_brought(count: int) -> str:
    """Return how many entries came back."""
    words = ngettext(
        "{count:,} entry was brought back.", "{count:,} entries were brought back.", count
    )
    return words.format(count=count)


def _say_day(day: str) -> str:
    """Return an ISO date in words, with its year; what is no date stays as it is."""
    try:
        return say_day(date.fromisoformat(day), date.min)
    except ValueError:
        return day
