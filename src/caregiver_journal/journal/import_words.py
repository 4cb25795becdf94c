"""Say what a file would bring, and what it brought."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import listed, say_check_ins, say_moments
from caregiver_journal.journal.importing import Preview, Standing


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
            yield _WORDS[what](number)


def _say_entries(count: int) -> str:
    return ngettext("{count:,} entry", "{count:,} entries", count).format(count=count)


def _say_rest(count: int) -> str:
    return ngettext("{count:,} other thing", "{count:,} other things", count).format(count=count)


def _say_reflections(count: int) -> str:
    return ngettext("{count:,} reflection", "{count:,} reflections", count).format(count=count)


def _say_practices(count: int) -> str:
    return ngettext("{count:,} exercise", "{count:,} exercises", count).format(count=count)


def _say_measures(count: int) -> str:
    return ngettext("{count:,} questionnaire", "{count:,} questionnaires", count).format(
        count=count
    )


_WORDS: dict[Kind | str, Callable[[int], str]] = {
    Kind.MOOD: say_check_ins,
    Kind.BOUNDARY: say_moments,
    Kind.REFLECTION: _say_reflections,
    Kind.PRACTICE: _say_practices,
    Kind.MEASURE: _say_measures,
}
