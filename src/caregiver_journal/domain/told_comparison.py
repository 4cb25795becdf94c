"""Days with something beside the others, as a small table for somebody who did not write it."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.comparing import tell_comparison
from caregiver_journal.domain.comparison import Comparison
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.summary import Piece, Table, Words
from caregiver_journal.domain.trend import LEAST_DAYS

SIDES = 2
"""The rows of both sides; behind them stands their difference."""

MEAN_RULE = N_(
    "Compared are means of days: each day counts once with the mean of its check-ins, and a day "
    "counts only where it is known whether it had what is asked about; an interval is given from "
    "{least} days on each side."
)


def say_compared(condition: Condition) -> str:
    """Return what is laid beside each other: *Mood on full days off and on the others*."""
    return _("Mood on {days} and on the others").format(days=condition.words)


def comparison_pieces(name: str, comparison: Comparison) -> Iterator[Piece]:
    """Yield a comparison as a table; of few days without a difference, and with a word on why.

    Args:
        name: what is compared, for somebody who does not see the table.
        comparison: of the mood.
    """
    telling = tell_comparison(comparison)
    rows = telling.rows[: telling.leading if telling.is_enough else SIDES]
    heads = (_("Mood, 1 very low to 5 very good"), *telling.heads[1:])
    yield Table(name, heads, tuple(row.cells for row in rows), is_own=True)
    if not telling.is_enough:
        yield Words(telling.sentence, is_own=True, is_small=True)


def comparison_rule() -> str:
    """Return how comparisons are made."""
    return _(MEAN_RULE).format(least=LEAST_DAYS)
