"""Say what a file would bring, and what it brought."""

from collections.abc import Iterator
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _, ngettext
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


_ONE_MANY = {
    Kind.REFLECTION: (N_("{count:,} reflection"), N_("{count:,} reflections")),
    Kind.PRACTICE: (N_("{count:,} exercise done"), N_("{count:,} exercises done")),
    Kind.MEASURE: (
        N_("{count:,} questionnaire filled in"),
        N_("{count:,} questionnaires filled in"),
    ),
    "shifts": (N_("{count:,} kind of shift"), N_("{count:,} kinds of shift")),
    "workdays": (N_("{count:,} day of work"), N_("{count:,} days of work")),
    "pauses": (N_("{count:,} pause"), N_("{count:,} pauses")),
    "event_marks": (N_("{count:,} marked day"), N_("{count:,} marked days")),
    "tags": (N_("{count:,} hidden tag"), N_("{count:,} hidden tags")),
    "feelings": (N_("{count:,} feeling word"), N_("{count:,} feeling words")),
    "scripts": (N_("{count:,} phrase"), N_("{count:,} phrases")),
    "ladder": (N_("{count:,} step of the ladder"), N_("{count:,} steps of the ladder")),
    "tries": (N_("{count:,} try"), N_("{count:,} tries")),
    "plans": (N_("{count:,} plan"), N_("{count:,} plans")),
    "decks": (N_("{count:,} deck of questions"), N_("{count:,} decks of questions")),
    "prompts": (N_("{count:,} question"), N_("{count:,} questions")),
    "exercises": (N_("{count:,} exercise"), N_("{count:,} exercises")),
    "cards": (N_("{count:,} card"), N_("{count:,} cards")),
    "support_lines": (
        N_("{count:,} line of the support card"),
        N_("{count:,} lines of the support card"),
    ),
    "support_titles": (
        N_("{count:,} title on the support card"),
        N_("{count:,} titles on the support card"),
    ),
    "instruments": (N_("{count:,} questionnaire"), N_("{count:,} questionnaires")),
    "goals": (N_("{count:,} goal"), N_("{count:,} goals")),
    "talk_points": (N_("{count:,} point to talk about"), N_("{count:,} points to talk about")),
    "homework": (N_("{count:,} homework"), N_("{count:,} pieces of homework")),
    "sessions": (N_("{count:,} session"), N_("{count:,} sessions")),
    "masks": (N_("{count:,} mask"), N_("{count:,} masks")),
    "presets": (N_("{count:,} kind of summary"), N_("{count:,} kinds of summary")),
    "settings": (N_("{count:,} setting"), N_("{count:,} settings")),
}
"""What one and several things are called; check-ins and boundary moments have words already."""


def say_things(what: Kind | str, count: int) -> str:
    """Return how many things of a kind there are."""
    if what is Kind.MOOD:
        return say_check_ins(count)
    if what is Kind.BOUNDARY:
        return say_moments(count)
    return ngettext(*_ONE_MANY[what], count).format(count=count)
