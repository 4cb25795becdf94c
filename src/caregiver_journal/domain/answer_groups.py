"""The eight answers in a boundary moment in the few groups that are read at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.answer_trend import CLEAR
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.numbers import middle_of, say_mean
from caregiver_journal.domain.summary import Table
from caregiver_journal.domain.time_columns import TimeColumn

_GROUPS = (
    (N_("Agreed against my wish"), frozenset({Answer.AGAINST}), True),
    (N_("No, or on other terms"), CLEAR, True),
    (N_("Agreed gladly"), frozenset({Answer.GLADLY}), False),
    (N_("Left, or noticed only later"), frozenset({Answer.LEFT, Answer.LATER}), False),
)
"""What a group is called, its answers, and whether it stands there even where it has none."""

_NOTHING = "–"


class Answered(NamedTuple):
    """How often one did what within the days of a column."""

    column: TimeColumn
    counts: Mapping[Answer, int]


def answers_table(answered: Sequence[Answered], pairs: Sequence[Guilt]) -> Table:
    """Return the answers and guilt of a period by halves, months, quarters or years.

    Args:
        answered: column by column, without a gap.
        pairs: the moments whose guilt was said right after and later.
    """
    columns = tuple(answered)
    if len(columns) > 1:
        columns = (*columns, _in_all(columns))
    rows = [
        (name, *(f"{_count(each, answers):,}" for each in columns))
        for name, answers in _shown(columns[-1])
    ]
    rows.append((_("All moments"), *(f"{_count(each, frozenset(Answer)):,}" for each in columns)))
    if pairs:
        guilt = _("Guilt, then → later (n)")
        rows.append((guilt, *(_say_guilt(pairs, each.column) for each in columns)))
    caption = _("Answers in boundary moments, and guilt")
    return Table(caption, ("", *(each.column.head for each in columns)), tuple(rows))


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


def _in_all(columns: Sequence[Answered]) -> Answered:
    first, last = columns[0].column.first, columns[-1].column.last
    counts = {answer: sum(each.counts.get(answer, 0) for each in columns) for answer in Answer}
    return Answered(TimeColumn(first, last, _("In all")), counts)


def _shown(in_all: Answered) -> Iterator[tuple[str, frozenset[Answer]]]:
    for name, answers, always in _GROUPS:
        if always or _count(in_all, answers):
            yield _(name), answers


def _count(answered: Answered, answers: frozenset[Answer]) -> int:
    return sum(answered.counts.get(answer, 0) for answer in answers)


def _say_guilt(pairs: Sequence[Guilt], column: TimeColumn) -> str:
    within = [pair for pair in pairs if column.first <= pair.day <= column.last]
    if not within:
        return _NOTHING
    then = middle_of([pair.then for pair in within])
    later = middle_of([pair.later for pair in within])
    return _("{then} → {later} ({count:,})").format(
        then=say_mean(then), later=say_mean(later), count=len(within)
    )
