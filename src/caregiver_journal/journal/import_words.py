"""Say what a file would bring, and what it brought."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import listed, say_check_ins, say_moments
from caregiver_journal.journal.importing import Preview
from caregiver_journal.journal.standing import Standing


class SaidPreview(NamedTuple):
    """What a file holds, each a list of things in words; "" where there is nothing of the sort.

    Attributes:
        new: what is not here yet.
        same: what is here already.
        different: what is here with other content, or in the trash.
    """

    new: str
    same: str
    different: str


def say_preview(preview: Preview) -> SaidPreview:
    """Return what a file would bring."""
    return SaidPreview(*(_say_all(preview, standing) for standing in Standing))


def say_brought(done: Preview, *, take_theirs: bool) -> str:
    """Return what came in."""
    counts = (done.entries, done.rest)
    entries, rest = (each.new + (each.different if take_theirs else 0) for each in counts)
    if entries and rest:
        return _("{entries} and {rest} came in.").format(
            entries=_say_entries(entries), rest=_say_rest(rest)
        )
    if entries:
        return ngettext("{count:,} entry came in.", "{count:,} entries came in.", entries).format(
            count=entries
        )
    if rest:
        return ngettext(
            "{count:,} thing of your own came in.", "{count:,} things of your own came in.", rest
        ).format(count=rest)
    return _("Nothing in this file was new.")


def _say_all(preview: Preview, standing: Standing) -> str:
    words = tuple(_say_each(preview, standing))
    return listed(words) if words else ""


def _say_each(preview: Preview, standing: Standing) -> Iterator[str]:
    for what, count in preview.counts.items():
        number = getattr(count, standing.value)
        if number:
            yield say_things(what, number)


def _say_entries(count: int) -> str:
    return ngettext("{count:,} entry", "{count:,} entries", count).format(count=count)


def _say_rest(count: int) -> str:
    return ngettext("{count:,} other thing", "{count:,} other things", count).format(count=count)


_WORDS: dict[Kind | str, Callable[[int], str]] = {
    Kind.MOOD: say_check_ins,
    Kind.BOUNDARY: say_moments,
    Kind.REFLECTION: lambda count: ngettext("{count:,} reflection", "{count:,} reflections", count),
    Kind.PRACTICE: lambda count: ngettext(
        "{count:,} exercise done", "{count:,} exercises done", count
    ),
    Kind.MEASURE: lambda count: ngettext(
        "{count:,} questionnaire filled in", "{count:,} questionnaires filled in", count
    ),
    "shifts": lambda count: ngettext("{count:,} kind of shift", "{count:,} kinds of shift", count),
    "workdays": lambda count: ngettext("{count:,} day of work", "{count:,} days of work", count),
    "pauses": lambda count: ngettext("{count:,} pause", "{count:,} pauses", count),
    "event_marks": lambda count: ngettext("{count:,} marked day", "{count:,} marked days", count),
    "tags": lambda count: ngettext("{count:,} hidden tag", "{count:,} hidden tags", count),
    "feelings": lambda count: ngettext("{count:,} feeling word", "{count:,} feeling words", count),
    "scripts": lambda count: ngettext("{count:,} phrase", "{count:,} phrases", count),
    "ladder": lambda count: ngettext(
        "{count:,} step of the ladder", "{count:,} steps of the ladder", count
    ),
    "tries": lambda count: ngettext("{count:,} try", "{count:,} tries", count),
    "plans": lambda count: ngettext("{count:,} plan", "{count:,} plans", count),
    "decks": lambda count: ngettext(
        "{count:,} deck of questions", "{count:,} decks of questions", count
    ),
    "prompts": lambda count: ngettext("{count:,} question", "{count:,} questions", count),
    "exercises": lambda count: ngettext("{count:,} exercise", "{count:,} exercises", count),
    "cards": lambda count: ngettext("{count:,} card", "{count:,} cards", count),
    "support_lines": lambda count: ngettext(
        "{count:,} line of the support card", "{count:,} lines of the support card", count
    ),
    "support_titles": lambda count: ngettext(
        "{count:,} title on the support card", "{count:,} titles on the support card", count
    ),
    "instruments": lambda count: ngettext(
        "{count:,} questionnaire", "{count:,} questionnaires", count
    ),
    "goals": lambda count: ngettext("{count:,} goal", "{count:,} goals", count),
    "talk_points": lambda count: ngettext(
        "{count:,} point to talk about", "{count:,} points to talk about", count
    ),
    "homework": lambda count: ngettext("{count:,} homework", "{count:,} pieces of homework", count),
    "sessions": lambda count: ngettext("{count:,} session", "{count:,} sessions", count),
    "masks": lambda count: ngettext("{count:,} mask", "{count:,} masks", count),
    "presets": lambda count: ngettext(
        "{count:,} kind of summary", "{count:,} kinds of summary", count
    ),
    "settings": lambda count: ngettext("{count:,} setting", "{count:,} settings", count),
}
"""What one and several things are called."""


def say_things(what: Kind | str, count: int) -> str:
    """Return how many things of a kind there are."""
    return _WORDS[what](count).format(count=count)
