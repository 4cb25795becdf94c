"""Questionnaires in a summary: the last scores, and how they changed."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.instrument import Instrument, Scale
from caregiver_journal.domain.measure_facts import CONVERSATION, say_number, say_reach
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.reliable_change import ChangeSaid
from caregiver_journal.domain.score_rows import (
    Held,
    ScoreRow,
    early_scores,
    score_changes,
    score_rules,
    scores_table,
)
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Section, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_results import LastResult, LastScore, last_results
from caregiver_journal.store import measures


def offer_measures(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the questionnaires that have scores in a period; each can be left out."""
    return tuple(_item(result) for result, _scores in _read(journal, period))


def read_measures(journal: Journal, choice: Choice) -> Section | None:
    """Return what questionnaires came to; None where there is no score, or all are left out."""
    kept = [found for found in _read(journal, choice.period) if choice.takes(_item(found[0]))]
    if not kept:
        return None
    rows = [_row(result, score) for result, scores in kept for score in scores]
    counted = ngettext("{count:,} questionnaire", "{count:,} questionnaires", len(kept))
    return Section(
        Block.MEASURES,
        _(BLOCK_WORDS[Block.MEASURES]),
        (
            scores_table(rows, *choice.period.bounds),
            *early_scores(rows, choice.period.bounds[0]),
            *score_changes(rows),
            Words(_(CONVERSATION), is_small=True),
        ),
        counted=counted.format(count=len(kept)),
        rules=score_rules(rows),
    )


def _item(result: LastResult) -> Item:
    return Item(f"measures/instrument/{result.id}", result.title, is_in_at_first=True)


def _read(journal: Journal, period: Period) -> Iterator[tuple[LastResult, tuple[LastScore, ...]]]:
    """Yield each questionnaire with the scales that have a score in a period."""
    first, last = period.bounds
    for result in last_results(journal, last):
        scores = tuple(score for score in result.scores if score.day >= first)
        if scores:
            yield result, scores


def _row(result: LastResult, last: LastScore) -> ScoreRow:
    instrument = None if result.questionnaire is None else result.questionnaire.instrument
    scale = _scale(instrument, last.score.scale)
    forms = () if instrument is None else instrument.forms
    is_first_another = last.n > 2
    return ScoreRow(
        f"{result.title} · {last.score.name}" if last.score.name else result.title,
        say_reach(last.score.lowest, last.score.highest).strip(" ()"),
        last.day,
        say_number(last.score.value),
        last.n,
        _held(last.before, last.since_last),
        _held(last.first, last.since_first) if is_first_another else None,
        higher="" if scale is None else scale.higher,
        form=next((form.title for form in forms if form.id and form.id == last.form), ""),
    )


def _held(row: measures.ScoreRow | None, change: ChangeSaid | None) -> Held | None:
    return None if row is None else Held(row.day, say_number(row.score.value), change)


def _scale(instrument: Instrument | None, scale_id: str) -> Scale | None:
    scales = () if instrument is None else instrument.scales
    return next((scale for scale in scales if scale.id == scale_id), None)
