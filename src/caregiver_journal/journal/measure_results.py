"""What the questionnaires came to: the last scores and how they changed, and scores over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.instrument import Instrument, Scale
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.measure import Score
from caregiver_journal.domain.measure_trend import Filled, MeasureTrend, measure_trend
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.reliable_change import ChangeSaid, Taken, changes_since
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import Questionnaire, all_instruments
from caregiver_journal.store.measures import ScoreRow


@dataclass(frozen=True, slots=True)
class LastScore:
    """What one scale came to when it was scored last.

    Attributes:
        entry_id, day: of the entry.
        since_first: how it changed since the first score, where that is another one than the
            score before; None where there is nothing to compare.
        since_last: how it changed since the score before; None where there is none.
        n: how many scores there are.
        form: how its form was coded; "" where there is one way only, or nobody knows.
        first, before: the first score and the one before, where there are others.
    """

    score: Score
    entry_id: str
    day: date
    since_first: ChangeSaid | None
    since_last: ChangeSaid | None
    n: int
    form: str = ""
    first: ScoreRow | None = None
    before: ScoreRow | None = None


@dataclass(frozen=True, slots=True)
class LastResult:
    """What a questionnaire came to last.

    Attributes:
        id: of the questionnaire.
        title: what it is called; as it was called last, where it is gone.
        questionnaire: None where it is gone.
        day: when it was filled in last, with or without a score.
        scores: of its scales; empty where nothing could be scored.
    """

    id: str
    title: str
    questionnaire: Questionnaire | None
    day: date
    scores: tuple[LastScore, ...]


def last_results(journal: Journal, until: date = date.max) -> tuple[LastResult, ...]:
    """Return what each questionnaire that was ever filled in came to, the latest first.

    One that was filled in, could not be scored and is gone has nothing to be called by, and is
    left out.

    Args:
        journal: where they are.
        until: the last day of the scores that are looked at.
    """
    known = {each.id: each for each in all_instruments(journal).all}
    keys = Keys(each.instrument for each in known.values())
    rows: dict[str, list[ScoreRow]] = {}
    for row in journal.measures.scored(date.min, until):
        rows.setdefault(row.instrument, []).append(row)
    found = []
    for instrument_id, day in journal.measures.last_days().items():
        scored, there = rows.get(instrument_id, []), known.get(instrument_id)
        if there is not None or scored:
            title = there.instrument.title if there is not None else scored[-1].title
            scores = tuple(_last_scores(there, scored, keys))
            found.append(LastResult(instrument_id, title, there, day, scores))
    return tuple(sorted(found, key=_latest_first))


def _latest_first(result: LastResult) -> tuple[int, str]:
    return -result.day.toordinal(), result.title.casefold()


def _last_scores(
    there: Questionnaire | None, rows: Sequence[ScoreRow], keys: Keys
) -> Iterator[LastScore]:
    """Yield the last score of each scale, in the order of the questionnaire."""
    for scale_id in _in_order(there, dict.fromkeys(row.score.scale for row in rows)):
        of_scale = [row for row in rows if row.score.scale == scale_id]
        last = of_scale[-1]
        kind = _kind(last, keys)
        alike = [row for row in of_scale if _kind(row, keys) == kind]
        is_known = there is not None and keys.are_of(last)
        first, before = _changes(there if is_known else None, scale_id, alike)
        others = (alike[0], alike[-2]) if len(alike) > 1 else (None, None)
        yield LastScore(
            last.score, last.entry_id, last.day, first, before, len(alike), last.form, *others
        )


def _in_order(there: Questionnaire | None, found: dict[str, None]) -> list[str]:
    order = [] if there is None else [scale.id for scale in there.instrument.scales]
    return [each for each in order if each in found] + [each for each in found if each not in order]


def _changes(
    there: Questionnaire | None, scale_id: str, rows: Sequence[ScoreRow]
) -> tuple[ChangeSaid | None, ChangeSaid | None]:
    """Return the changes since the first and since the last; none without the facts."""
    if there is None or _scale(there.instrument, scale_id) is None:
        return None, None
    return changes_since(
        there.instrument, scale_id, [Taken(row.score.value, row.form) for row in rows]
    )


def read_measures(journal: Journal, period: Period) -> MeasureTrend:
    """Read the scores of a period by their scales; changes are of all there are up to then."""
    # What Trends reads is imported when it is read: the list of questionnaires opens without it.
    from caregiver_journal.journal.trends.stretch import days_of  # noqa: PLC0415 - see above

    first, last = days_of(journal, period)
    known = {each.id: each.instrument for each in all_instruments(journal).all}
    filled = (Filled(*row) for row in journal.measures.scored(date.min, last))
    return measure_trend(known, filled, first, last)


def _kind(row: ScoreRow, keys: Keys) -> tuple[float | None, float | None, str | None]:
    """Return what two scores have in common that can be held against one another."""
    return row.score.lowest, row.score.highest, None if keys.are_of(row) else row.key


def _scale(instrument: Instrument, scale_id: str) -> Scale | None:
    return next((scale for scale in instrument.scales if scale.id == scale_id), None)
