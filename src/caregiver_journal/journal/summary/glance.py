"""Read a time at a glance, and the time of the same length before it."""

from datetime import date, timedelta

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.glance import Glance, Looked, glance_pieces, glance_rules, say_written
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Section, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of, pauses_of


def read_glance(journal: Journal, choice: Choice) -> Section:
    """Return how much was written, the mood, energy and rest, beside the time before."""
    title = _(BLOCK_WORDS[Block.GLANCE])
    first, last = days_of(journal, choice.period)
    if first > day_of(journal.clock(), journal.start_of_day):
        return Section(Block.GLANCE, title, (Words(_("These days are still to come.")),))
    data = Glance(_look(journal, first, last), _look_before(journal, first, last))
    return Section(
        Block.GLANCE,
        title,
        tuple(glance_pieces(data)),
        counted=say_written(data.now),
        rules=glance_rules(data),
    )


def _look_before(journal: Journal, first: date, last: date) -> Looked | None:
    """Return as many days before; None where the calendar has fewer, or hold too little."""
    days = (last - first).days + 1
    if first.toordinal() <= days:
        return None
    before = _look(journal, first - timedelta(days=days), first - timedelta(days=1))
    return None if before.is_bare else before


def _look(journal: Journal, first: date, last: date) -> Looked:
    return Looked(
        first,
        last,
        written=len(journal.entries.days_written(first, last)),
        paused=_count_days(pauses_of(journal, first, last)),
        mood=journal.moods.levels_by_day(first, last),
        energy=journal.moods.energy_by_day(first, last),
        work=tuple(journal.workdays.worked(first, last)),
    )


def _count_days(stretches: tuple[tuple[date, date], ...]) -> int:
    """Return how many days some stretches hold; a day in two of them counts once."""
    return len(
        {day for first, last in stretches for day in range(first.toordinal(), last.toordinal() + 1)}
    )
