"""Say what a rescue saved, what it could not, and where that still lies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.numbers import listed
from caregiver_journal.domain.phrasing import say_day, say_title
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.import_words import say_things
from caregiver_journal.journal.incoming_parts import Keyed
from caregiver_journal.journal.loss_notes import Losses, LostPart
from caregiver_journal.journal.losses import Brought, Found, Looked
from caregiver_journal.journal.lost_parts import EXPORTS, say_lost_part
from caregiver_journal.journal.merge_words import name_record
from caregiver_journal.journal.rescue import Rescued

MOST_NAMED = 12
"""So many things of a backup are named one by one."""

_LONGEST = 60
"""So much of a name is said."""

_NAMELESS = frozenset({"settings", EXPORTS})
"""What has no name that people gave it."""


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
    rest = say_lost_parts(rescued.parts)
    return " ".join(part for part in (kept, lost, days, rest, where) if part)


def say_lost_parts(parts: Mapping[str, LostPart]) -> str:
    """Return what may be missing that is no entry; "" where nothing may."""
    if not parts:
        return ""
    things = [say_lost_part(table, part) for table, part in parts.items()]
    return _("Besides entries, some of this may be missing: {things}.").format(
        things=listed(things)
    )


def say_losses(losses: Losses, today: date) -> str:
    """Return what an earlier rescue left open."""
    when = say_day(losses.when.astimezone().date(), today)
    if losses.is_looked:
        return _(
            "After the rescue of {day} the backups were looked through. Something that was written "
            "after the last of them may still be missing."
        ).format(day=when)
    lost = ngettext(
        "In the rescue of {day}, {count:,} record could not be read.",
        "In the rescue of {day}, {count:,} records could not be read.",
        losses.lost,
    ).format(count=losses.lost, day=when)
    said = (lost, say_lost_parts(losses.parts), _("A backup may still hold what is missing."))
    return " ".join(part for part in said if part)


def say_backup(backup: Backup, today: date) -> str:
    """Return which backup it is, by the day and the hour it was made: *12 November, 21:10*."""
    made = backup.made.astimezone()
    return _("{day}, {time}").format(day=say_day(made.date(), today), time=f"{made:%H:%M}")


def say_found(found: Found, today: date) -> list[str]:
    """Return what a backup still holds: a sentence that names it, then the entries, a line each."""
    head = _("The backup of {when} still holds:").format(when=say_backup(found.backup, today))
    lines = [
        _("{title}, {day}").format(title=say_title(each.entry), day=say_day(each.entry.day, today))
        for each in found.mends
    ]
    lines += _say_rest(found.rest, today)
    named, rest = lines[:MOST_NAMED], len(lines[MOST_NAMED:])
    if rest:
        named.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    if found.rest:
        named.append(_("Some of what is no entry may have been deleted by you since."))
    return [head, *named]


def _say_rest(things: Sequence[Keyed], today: date) -> Iterator[str]:
    """Yield what is no entry, each by its name; what has none by the number of it."""
    nameless: dict[str, int] = {}
    for each in things:
        name = "" if each.part in _NAMELESS else name_record(each.record, today)
        if name:
            thing = say_things(each.part, 1)
            yield _("{thing}: {name}").format(thing=thing, name=_first_line(name))
        else:
            nameless[each.part] = nameless.get(each.part, 0) + 1
    for part, count in nameless.items():
        if part == EXPORTS:
            yield ngettext(
                "{count:,} line of what left the journal",
                "{count:,} lines of what left the journal",
                count,
            ).format(count=count)
        else:
            yield say_things(part, count)


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


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


def say_brought(brought: Brought) -> str:
    """Return how much came back."""
    entries = ngettext("{count:,} entry", "{count:,} entries", brought.entries).format(
        count=brought.entries
    )
    rest = ngettext("{count:,} other thing", "{count:,} other things", brought.rest).format(
        count=brought.rest
    )
    if brought.entries and brought.rest:
        return _("{entries} and {rest} were brought back.").format(entries=entries, rest=rest)
    count, said = (brought.rest, rest) if brought.rest else (brought.entries, entries)
    words = ngettext("{things} was brought back.", "{things} were brought back.", count)
    return words.format(things=said)


def _say_day(day: str) -> str:
    """Return an ISO date in words, with its year; what is no date stays as it is."""
    try:
        return say_day(date.fromisoformat(day), date.min)
    except ValueError:
        return day
