"""Say what a backup is, and what is in it, in sentences for people."""

from collections.abc import Mapping
from datetime import date, datetime

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import listed
from caregiver_journal.domain.phrasing import say_date, say_day, say_size, say_time
from caregiver_journal.journal.import_words import say_things

_NO_BREAK = "\u00a0"


def say_backup_day(made: datetime) -> str:
    """Return the day of a backup as *20 November 2026*, in the zone of ``made``."""
    return say_date(made.date(), date.min)


def say_backup_moment(made: datetime) -> str:
    """Return when a backup was made, as *Friday 20 November 2026, 17:52*."""
    return f"{say_day(made.date(), date.min)}, {say_time(made)}"


def say_backup(made: datetime, program: str, size: int) -> str:
    """Return what a backup is: when it was made, by which version, and how large it is."""
    return _("Made on {day} at {time} by version {program}, {size}.").format(
        day=say_day(made.date(), date.min),
        time=say_time(made),
        program=program,
        size=say_size(size).replace(" ", _NO_BREAK),
    )


def say_viewing(made: datetime | None) -> str:
    """Return what stands over a backup all the time while somebody looks around in it."""
    if made is None:
        return _("A backup, to look around in. Nothing is changed.")
    said = _("A backup of {day}, to look around in. Nothing is changed.")
    return said.format(day=say_backup_day(made))


def say_restored(made: datetime, kept_as: str, *, is_backed_up: bool) -> str:
    """Return what came of restoring: as when the journal is now, and where the other one lies.

    Args:
        made: when the backup was made.
        kept_as: the name of the folder with what lay there before; "" where there was nothing.
        is_backed_up: whether a backup was made of that too.
    """
    said = _("The journal is as it was on {day} at {time}.").format(
        day=say_day(made.date(), date.min), time=say_time(made)
    )
    if not kept_as:
        return said
    kept = (
        _("What lay there before is among the backups now, and is kept as {name} too.")
        if is_backed_up
        else _("What lay there before is kept in the journal's folder, as {name}.")
    )
    return f"{said} {kept.format(name=kept_as)}"


def say_contents(counts: Mapping[Kind, int]) -> str:
    """Return how many entries of which kinds there are."""
    words = tuple(say_things(kind, count) for kind, count in counts.items())
    return _("In it: {things}.").format(things=listed(words)) if words else _("It has no entries.")


def say_stretch(first: date | None, last: date | None) -> str:
    """Return from when to when there are entries; "" where there is none."""
    if first is None or last is None:
        return ""
    if first == last:
        return _("All of it is of {day}.").format(day=say_day(first, date.min))
    return _("The first entry is of {first}, the last one of {last}.").format(
        first=say_day(first, date.min), last=say_day(last, date.min)
    )
