"""The eight answers in a boundary moment in the few groups that are read at once."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.answer_trend import CLEAR
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.numbers import middle_of, say_mean
from caregiver_journal.domain.summary import Table
from caregiver_journal.domain.time_columns import TimeColumn, time_columns

_GROUPS = (
    (N_("Agreed against my wish"), frozenset({Answer.AGAINST}), True),
    (N_("No, or on other terms"), CLEAR, True),
    (N_("Agreed gladly"), frozenset({Answer.GLADLY}), False),
    (N_("Left, or noticed only later"), frozenset({Answer.LEFT, Answer.LATER}), False),
)
"""What a group is called, its answers, and whether it stands there even where it has none."""

_NOTHING = "–"


class Moment(NamedTuple):
    """What one did on a day."""

    day: date
    answer: Answer


def answers_table(
    moments: Sequence[Moment], pairs: Sequence[Guilt], first: date, last: date
) -> Table:
    """Return the answers and guilt of a period by halves, months, quarters or years.

    Args:
        moments: all of the period.
        pairs: those of them whose guilt was said right after and later.
        first: the first day of it.
        last: the last day.
    """
    columns = time_columns(first, last)
    if len(columns) > 1:
        columns = (*columns, TimeColumn(first, last, _("In all")))
    rows = [_row(name, answers, moments, columns) for name, answers in _shown(moments)]
    rows.append((_("All moments"), *(f"{_count(moments, each):,}" for each in columns)))
    if pairs:
        guilt = _("Guilt, then → later (n)")
        rows.append((guilt, *(_say_guilt(pairs, column) for column in columns)))
    caption = _("Answers in boundary moments, and guilt")
    return Table(caption, ("", *(column.head for column in columns)), tuple(rows))


def answer_rules(*, has_guilt: bool) -> tuple[str, ...]:
    """Say how the table was made."""
    rules = [
        _(
            "Boundaries: “no, or on other terms” counts said no, offered other terms, agreed "
            "partly and bought time. Other answers have rows of their own name where there are "
            "any. Columns hold only days of the period."
        )
    ]
    if has_guilt:
        rules.append(
            _(
                "Guilt is 0 (none) to 10. Each cell has the median right after the answer and the "
                "median as it was said last in a follow-up, of the n moments that have both."
            )
        )
    return tuple(rules)


def _shown(moments: Sequence[Moment]) -> Iterator[tuple[str, frozenset[Answer]]]:
    there = {moment.answer for moment in moments}
    for name, answers, always in _GROUPS:
        if always or answers & there:
            yield _(name), answers


def _row(
    name: str,
    answers: frozenset[Answer],
    moments: Sequence[Moment],
    columns: Sequence[TimeColumn],
) -> tuple[str, ...]:
    wanted = [moment for moment in moments if moment.answer in answers]
    return (name, *(f"{_count(wanted, column):,}" for column in columns))


def _count(moments: Sequence[Moment], column: TimeColumn) -> int:
    return sum(column.first <= moment.day <= column.last for moment in moments)


def _say_guilt(pairs: Sequence[Guilt], column: TimeColumn) -> str:
    within = [pair for pair in pairs if column.first <= pair.day <= column.last]
    if not within:
        return _NOTHING
    then = middle_of([pair.then for pair in within])
    later = middle_of([pair.later for pair in within])
    return _("{then} → {later} ({count:,})").format(
        then=say_mean(then), later=say_mean(later), count=len(within)
    )
