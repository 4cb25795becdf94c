"""Days with something beside the others, as a small table for somebody who did not write it."""

from collections.abc import Sequence

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.comparison import Comparison, Side
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.numbers import say_days_counted
from caregiver_journal.domain.summary import Piece, Table, Words
from caregiver_journal.domain.sureness import say_bounds, say_exact
from caregiver_journal.domain.told_changes import NOT_WHY
from caregiver_journal.domain.trend import LEAST_DAYS

MEAN_RULE = N_(
    "Compared: means of days, each day once with the mean of its check-ins; a day counts where it "
    "is known whether it had what is asked about, and a difference is given from {least} days on "
    "each side."
)


def say_compared(condition: Condition) -> str:
    """Return what is laid beside each other: *Mood on full days off and on the others*."""
    return _("Mood on {days} and on the others").format(days=condition.words)


def comparison_pieces(comparisons: Sequence[Comparison]) -> tuple[Piece, ...]:
    """Return comparisons of the mood as a table, one in a row; of few days without a difference."""
    heads = (
        _("Mood, 1 very low to 5 very good"),
        _("Mean on them"),
        _("On the others"),
        _("Difference (95 % interval)"),
    )
    table = Table(_("Mood compared"), heads, tuple(map(_row, comparisons)), is_own=True)
    return table, Words(_(NOT_WHY), is_small=True)


def comparison_rule() -> str:
    """Return how comparisons are made."""
    return _(MEAN_RULE).format(least=LEAST_DAYS)


def _row(comparison: Comparison) -> tuple[str, ...]:
    days = comparison.condition
    sides = comparison.with_it, comparison.without
    return f"{days[:1].upper()}{days[1:]}", *map(_say_side, sides), _say_difference(comparison)


def _say_side(side: Side) -> str:
    days = say_days_counted(side.n)
    return days if side.mean is None else f"{say_exact(side.mean)} · {days}"


def _say_difference(comparison: Comparison) -> str:
    """Return the difference with its interval, or why there is none."""
    if min(comparison.with_it.n, comparison.without.n) < LEAST_DAYS:
        return _("too few days")
    size = say_exact(comparison.difference or 0)
    if comparison.interval is None or comparison.interval.is_point:
        return _("{size} (no interval)").format(size=size)
    return _("{size} ({bounds})").format(size=size, bounds=say_bounds(comparison.interval))
