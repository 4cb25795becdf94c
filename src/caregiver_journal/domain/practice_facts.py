"""Say how an exercise went, part by part: the same on every page and in the terminal."""

from collections.abc import Sequence
from datetime import date, tzinfo

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.phrasing import say_date, say_past
from caregiver_journal.domain.practice import Practice

Fact = tuple[str, str]
"""What is said and its words."""


def practice_facts(practice: Practice, today: date, zone: tzinfo | None) -> list[Fact]:
    """Return the short facts of a practice; nothing that is missing.

    Moments are said by the wall clock of ``zone``, which is the entry's.
    """
    facts = [
        (_("Took"), say_seconds(practice.seconds)),
        (_("Steps"), _say_steps(practice)),
        (_("Distress"), say_change(practice.distress_before, practice.distress_after)),
        (_("Kindness to myself"), say_change(practice.kindness_before, practice.kindness_after)),
        (_("To read again"), _say_back(practice, today, zone)),
    ]
    return [(title, words) for title, words in facts if words]


def say_lengths(minutes: Sequence[int], *, is_timed: bool) -> str:
    """Return the lengths of an exercise: *4 min*, *5, 10 or 20 min*, *about 15 min*."""
    if not minutes:
        return _("in your own time")
    *most, last = (str(each) for each in minutes)
    said = _("{some} or {last}").format(some=", ".join(most), last=last) if most else last
    return (_("{lengths} min") if is_timed else _("about {lengths} min")).format(lengths=said)


def say_mean(mean: float) -> str:
    """Return a mean rating with one digit behind the point, and none where that is 0."""
    return f"{mean:.1f}".removesuffix(".0")


def say_seconds(seconds: int) -> str:
    """Return how long something took: *less than a minute*, *4 minutes*; "" for no time at all."""
    if not seconds:
        return ""
    minutes = round(seconds / 60)
    if not minutes:
        return _("less than a minute")
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def say_change(before: int | None, after: int | None) -> str:
    """Return a rating before and after, *6 → 4 of 10*; "" where neither was said."""
    if before is None and after is None:
        return ""
    if after is None:
        return _("{number} of 10 before").format(number=before)
    if before is None:
        return _("{number} of 10 after").format(number=after)
    return _("{before} → {after} of 10").format(before=before, after=after)


def _say_steps(practice: Practice) -> str:
    if not practice.steps or practice.is_whole:
        return ""
    return _("{done} of {all}").format(done=practice.steps_done, all=practice.steps)


def _say_back(practice: Practice, today: date, zone: tzinfo | None) -> str:
    if practice.read_again is not None:
        when = say_past(practice.read_again.astimezone(zone), today)
        return _("read again {when}").format(when=when)
    if practice.back_on is None:
        return ""
    return _("on {day}").format(day=say_date(practice.back_on, today))
