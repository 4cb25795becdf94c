"""What one questionnaire that was filled in came to, beside those that were before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument, Scale, Side
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.measure_facts import Fact, known_lines, meets, say_line
from caregiver_journal.domain.reliable_change import ChangeSaid, Taken, change_words
from caregiver_journal.domain.scoring import score as score_answers
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_records import needs_support
from caregiver_journal.journal.measuring import find_instrument
from caregiver_journal.store.measures import ScoreRow


@dataclass(frozen=True, slots=True)
class Since:
    """How a score changed since an earlier one, and of which day that is."""

    day: date
    change: ChangeSaid


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """What one scale came to.

    Attributes:
        name: of the scale; "" where there is one only.
        score: None where it has none.
        left_out: why it has none; "" where it has one, or nothing is known of it.
        decimals: how many digits of the score stand behind the point.
        higher: what a higher score stands for; "" where nobody said.
        line: the published line it meets, of several the farthest, with its source; or None.
        since_last, since_first: how it changed; None where there is nothing to compare. The first
            is left out where it is the last one too.
        n: how many scores there are, this one included.
    """

    name: str = field(repr=False)
    score: Score | None
    left_out: str = field(default="", repr=False)
    decimals: int = 2
    higher: str = ""
    line: Fact | None = None
    since_last: Since | None = None
    since_first: Since | None = None
    n: int = 0


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """What a questionnaire came to.

    Attributes:
        entry_id, day: of the entry.
        needs_support: whether the support card comes first.
    """

    entry_id: str
    day: date
    title: str = field(repr=False)
    scales: tuple[ScaleResult, ...]
    needs_support: bool = False


def result_of(journal: Journal, entry: Entry) -> MeasureResult:
    """Return what the questionnaire of an entry came to.

    Raises:
        NothingFoundError: the entry is of another kind, or it could not be read.
    """
    measure = entry.detail
    if not isinstance(measure, Measure):
        raise NothingFoundError
    try:
        instrument = find_instrument(journal, measure.instrument).instrument
    except NothingFoundError:  # its facts are gone; what it came to is not
        bare = (ScaleResult(score.name, score, n=1) for score in measure.scores)
        return MeasureResult(entry.id, entry.day, measure.title, tuple(bare))
    rows = _rows_until(journal, entry.id, entry.day, measure.instrument)
    scales = tuple(_scales(instrument, measure, rows))
    support = needs_support(instrument, measure)
    return MeasureResult(entry.id, entry.day, instrument.title, scales, support)


def _rows_until(
    journal: Journal, entry_id: str, day: date, instrument_id: str
) -> Sequence[ScoreRow]:
    """Return the scores before those of an entry, the earliest first."""
    rows = journal.measures.scored(date.min, day, instrument_id)
    ids = [row.entry_id for row in rows]
    return rows[: ids.index(entry_id)] if entry_id in ids else rows


def _scales(
    instrument: Instrument, measure: Measure, rows: Sequence[ScoreRow]
) -> Iterator[ScaleResult]:
    """Yield every scale of the questionnaire in its order, then what else was scored."""
    keys = Keys([instrument])
    is_changed = not keys.are_of(measure)
    scores = {score.scale: score for score in measure.scores}
    reasons = {} if measure.is_total or is_changed else _reasons(instrument, measure)
    rows = [row for row in rows if keys.are_of(row)]
    for scale in () if is_changed else instrument.scales:
        score = scores.pop(scale.id, None)
        if score is not None:
            yield _scored(instrument, scale, score, measure.form, rows)
        elif scale.id in reasons:
            yield ScaleResult(scale.name, None, reasons[scale.id])
    for score in scores.values():  # of a scale that it had then, or scored in another way
        yield ScaleResult(score.name, score, n=1)


def _reasons(instrument: Instrument, measure: Measure) -> dict[str, str]:
    """Return why scales have no score, by their ids."""
    try:
        left_out = score_answers(instrument, measure.form, dict(measure.answers)).left_out
    except (InvalidValueError, NothingFoundError):
        return {}  # it came from elsewhere, and fits nothing
    return {each.scale: each.reason for each in left_out}


def _scored(
    instrument: Instrument, scale: Scale, score: Score, form: str, rows: Sequence[ScoreRow]
) -> ScaleResult:
    """Return what may be said of a score; a scale that reached something else then is silent."""
    if (score.lowest, score.highest) != (scale.lowest, scale.highest):
        return ScaleResult(score.name, score, n=1)
    alike = [row for row in rows if row.score[0] == scale.id and row.score[3:] == score[3:]]
    since = [_since(instrument, scale, row, Taken(score.value, form)) for row in alike]
    return ScaleResult(
        scale.name,
        score,
        decimals=scale.decimals,
        higher=scale.higher,
        line=_farthest_line(scale, score.value),
        since_last=since[-1] if since else None,
        since_first=since[0] if len(since) > 1 else None,
        n=len(since) + 1,
    )


def _farthest_line(scale: Scale, value: float) -> Fact | None:
    """Return the line that a score reached last on its way: where it lies, not all it passed."""
    met = [line for line in known_lines(scale) if meets(value, line)]
    up = [line for line in met if line.side in {Side.FROM, Side.ABOVE}]
    down = [line for line in met if line not in up]
    found = max(up, key=attrgetter("value"), default=None)
    found = min(down, key=attrgetter("value"), default=found)
    return None if found is None else (say_line(found), found.source)


def _since(instrument: Instrument, scale: Scale, row: ScoreRow, taken: Taken) -> Since:
    earlier = Taken(row.score.value, row.form)
    return Since(row.day, change_words(instrument, scale.id, earlier, taken))
