"""Lay scores out as the rows of a table on paper, and say below it how they changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import short_date, short_day
from caregiver_journal.domain.reliable_change import ChangeSaid, Said, say_change
from caregiver_journal.domain.summary import Points, Table, Words

_NOTHING = "–"
_EARLY = "*"
"""Stands behind a score from before the days looked at."""


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
class ScoreRow:
    """One scale of one questionnaire.

    Attributes:
        name: the questionnaire, and its scale where it has several.
        reach: the least and the most it can be; "" where nobody knows.
        day, said: of the last score.
        n: how many scores there are up to it that can be held against it.
        before: the score before it.
        first: the first score, where that is another one.
        higher: what a higher score stands for; "" where nobody says so.
        form: how its form was coded, in words; "" where there is one way only, or nobody knows.
    """

    name: str = field(repr=False)
    reach: str
    day: date
    said: str
    n: int
    before: Held | None = None
    first: Held | None = None
    higher: str = field(default="", repr=False)
    form: str = field(default="", repr=False)


def scores_table(rows: Iterable[ScoreRow], first: date, last: date) -> Table:
    """Return the numbers: the first score, the one before and the last, each with its day.

    Args:
        rows: the scales.
        first: of the days looked at; a score from before is marked.
        last: of them; days of its year are said without it.
    """
    heads = (_("Questionnaire"), _("Range"), _("n"), _("First"), _("One before"), _("Last"))
    cells = (
        (
            row.name,
            row.reach or _NOTHING,
            f"{row.n:,}",
            _say_held(row.first, first, last),
            _say_held(row.before, first, last),
            _say_score(row.said, row.day, last),
        )
        for row in rows
    )
    return Table(_("Scores of questionnaires"), heads, tuple(cells), is_own=True)


def early_scores(rows: Iterable[ScoreRow], first: date) -> tuple[Words, ...]:
    """Return what the mark in the table stands for, where there is one."""
    held = (each for row in rows for each in (row.first, row.before) if each is not None)
    if all(each.day >= first for each in held):
        return ()
    return (Words(_("{mark} from before these days").format(mark=_EARLY), is_small=True),)


def score_changes(rows: Iterable[ScoreRow]) -> tuple[Points, ...]:
    """Return what may be said of the changes, beyond how many points they are."""
    points = tuple(point for row in rows for point in _changes(row))
    return (Points(points),) if points else ()


def score_rules(rows: Sequence[ScoreRow]) -> tuple[str, ...]:
    """Say how the numbers were made, what a higher score stands for, and where thresholds are from.

    The same is said once.
    """
    about = _(
        "Measures: the last score of these days, the one before it and the first, which may lie "
        "before these days. n is the number of scores up to the last one that can be held against "
        "it. Larger than chance and worth noticing are two things; where a threshold is not "
        "confirmed, nothing is said."
    )
    return tuple(dict.fromkeys((about, *(rule for row in rows for rule in _rules(row)))))


def _say_held(held: Held | None, first: date, last: date) -> str:
    if held is None:
        return _NOTHING
    said = _say_score(held.said, held.day, last)
    return f"{said}{_EARLY}" if held.day < first else said


def _say_score(said: str, day: date, last: date) -> str:
    when = short_day(day) if day.year == last.year else short_date(day)
    return _("{score} on {day}").format(score=said, day=when)


def _changes(row: ScoreRow) -> Iterator[tuple[str, str]]:
    words = _("{name}, since the one before"), _("{name}, since the first")
    for name, held in zip(words, (row.before, row.first), strict=True):
        change = None if held is None else held.change
        if change is not None and (change.difference is None or change.reliable or change.noticing):
            yield name.format(name=row.name), say_change(change)


def _rules(row: ScoreRow) -> Iterator[str]:
    """Yield what is to be known of one scale, as one rule."""
    changes = [held.change for held in (row.before, row.first) if held is not None and held.change]
    said = (
        (_("higher means {words}"), [row.higher]),
        (_("coded so: {words}"), [row.form]),
        (_("larger than chance after {words}"), _sources(each.reliable for each in changes)),
        (_("worth noticing after {words}"), _sources(each.noticing for each in changes)),
    )
    parts = [begin.format(words=each.rstrip(".")) for begin, all_ in said for each in all_ if each]
    if parts:
        yield _("{name}: {parts}.").format(name=row.name, parts="; ".join(parts))


def _sources(said: Iterable[Said | None]) -> list[str]:
    return list(dict.fromkeys(each.source for each in said if each is not None))
