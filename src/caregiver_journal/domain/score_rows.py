"""Lay scores and their changes out as the rows of a table on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.reliable_change import ChangeSaid, say_change
from caregiver_journal.domain.summary import Table

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Held:
    """An earlier score that one is held against.

    Attributes:
        said: the earlier score.
        change: what may be said of the two; None where nothing may.
    """

    day: date
    said: str
    change: ChangeSaid | None


@dataclass(frozen=True, slots=True)
class ScoreRows:
    """One scale of one questionnaire.

    Attributes:
        name: the questionnaire, and its scale where it has several.
        day, said: of the last score.
        n: how many scores there are up to it that can be held against it.
        before: the score before it.
        first: the first score, where that is another one.
        higher: what a higher score stands for; "" where nobody says so.
        form: how its form was coded, in words; "" where there is one way only, or nobody knows.
    """

    name: str = field(repr=False)
    day: date
    said: str
    n: int
    before: Held | None = None
    first: Held | None = None
    higher: str = field(default="", repr=False)
    form: str = field(default="", repr=False)


def scores_table(scales: Iterable[ScoreRows]) -> Table:
    """Return a row for each scale, and one more for the change since its first score."""
    heads = (
        _("Questionnaire (n)"),
        _("Last score"),
        _("Held against"),
        _("Change"),
    )
    rows = tuple(row for scale in scales for row in _rows(scale))
    return Table(_("Scores of questionnaires"), heads, rows, is_own=True)


def score_rules(scales: Sequence[ScoreRows]) -> tuple[str, ...]:
    """Say how the rows were made, and what a higher score stands for."""
    return tuple(dict.fromkeys(_rules(scales)))


def _rows(scale: ScoreRows) -> Iterator[tuple[str, ...]]:
    name = _("{name} ({count:,})").format(name=scale.name, count=scale.n)
    last = f"{scale.said}, {short_date(scale.day)}"
    if scale.before is None:
        yield name, last, _("the only score"), _NOTHING
        return
    held = ((_("{score}, the one before"), scale.before), (_("{score}, the first"), scale.first))
    for words, other in held:
        if other is not None:
            score = f"{other.said}, {short_date(other.day)}"
            change = _NOTHING if other.change is None else say_change(other.change)
            yield name, last, words.format(score=score), change


def _rules(scales: Sequence[ScoreRows]) -> Iterator[str]:
    yield _(
        "Measures: the last score of these days of each questionnaire, held against the one before "
        "and the first, which may lie before these days. n is the number of scores up to the last "
        "day that can be held against it. Larger than chance and worth noticing are two things; "
        "where a threshold is not confirmed, nothing is said."
    )
    for scale in scales:
        yield from _thresholds(scale)
    for scale in scales:
        if scale.form:
            yield _("{name} was coded so: {form}.").format(
                name=scale.name, form=scale.form.rstrip(".")
            )
        if scale.higher:
            yield _("{name}: higher means {higher}.").format(name=scale.name, higher=scale.higher)


def _thresholds(scale: ScoreRows) -> Iterator[str]:
    """Yield where the thresholds that were spoken of are from."""
    for held in (scale.before, scale.first):
        if held is not None and held.change is not None:
            for said in (held.change.reliable, held.change.noticing):
                if said is not None:
                    words = _("Threshold of {name}: {source}.")
                    yield words.format(name=scale.name, source=said.source.rstrip("."))
