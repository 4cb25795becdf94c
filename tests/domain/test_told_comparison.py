"""Days with something beside the others stand in one row, with how many there are of each."""

from datetime import date, timedelta

import pytest

from caregiver_journal.domain.comparison import Comparison, Interval, Side
from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.summary import Table, Words
from caregiver_journal.domain.told_changes import NOT_WHY
from caregiver_journal.domain.told_comparison import (
    comparison_pieces,
    comparison_rule,
    say_compared,
)

DAY = date(2026, 11, 20)
WIDE = Interval(0.25, 0.75)


def comparison(n: int = 20, others: int = 30, interval: Interval | None = WIDE) -> Comparison:
    with_it = Side(n, 3.5 if n else None, None)
    return Comparison(
        measured="mood",
        lowest=1,
        highest=5,
        condition="days with “tea”",
        lag=0,
        with_it=with_it,
        without=Side(others, 3, None),
        difference=0.5 if n else None,
        interval=interval,
        first=DAY - timedelta(days=89),
        last=DAY,
    )


@pytest.mark.parametrize(
    ("compared", "cells"),
    [
        (comparison(), ("3.50 · 20 days", "3.00 · 30 days", "0.50 (0.2 to 0.8)")),
        (comparison(14, 14), ("3.50 · 14 days", "3.00 · 14 days", "0.50 (0.2 to 0.8)")),
        (comparison(13), ("3.50 · 13 days", "3.00 · 30 days", "too few days")),
        (comparison(20, 13), ("3.50 · 20 days", "3.00 · 13 days", "too few days")),
        (comparison(1, 1), ("3.50 · 1 day", "3.00 · 1 day", "too few days")),
        (comparison(0), ("0 days", "3.00 · 30 days", "too few days")),
        (comparison(interval=None), ("3.50 · 20 days", "3.00 · 30 days", "0.50 (no interval)")),
        (
            comparison(interval=Interval(0.5, 0.5)),
            ("3.50 · 20 days", "3.00 · 30 days", "0.50 (no interval)"),
        ),
    ],
)
def test_a_comparison_is_one_row(compared: Comparison, cells: tuple[str, ...]) -> None:
    table, not_why = comparison_pieces([compared])
    assert isinstance(table, Table)
    assert table.rows == (("Days with “tea”", *cells),)
    assert len(table.heads) == len(table.rows[0])
    assert table.is_own
    assert not_why == Words(NOT_WHY, is_small=True)


def test_it_is_named_where_it_is_chosen() -> None:
    tea = Condition(Parting.TAG, frozenset(), "tea")
    assert say_compared(tea) == "Mood on days with “tea” and on the others"
    assert "from 14 days" in comparison_rule()
