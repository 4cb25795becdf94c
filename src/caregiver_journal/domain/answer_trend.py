"""Answers in boundary moments by week or month: what their drawing shows."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.boundary import Answer

CLEAR = frozenset({Answer.TIME, Answer.PARTLY, Answer.OTHER_TERMS, Answer.NO})
"""Answers that say where one stands: a no, a part, other terms, or time to think."""

WEEKS_UP_TO = 100
"""Periods of so many days are counted by week, longer ones by month."""


class AnswerBin(NamedTuple):
    """The answers of one week or month.

    Attributes:
        first, last: its days within the period.
        against: agreed against the own wish.
        clear: answers of ``CLEAR``.
        other: all others: agreed gladly, left, noticed only later.
    """

    first: date
    last: date
    against: int
    clear: int
    other: int


@dataclass(frozen=True)
class AnswerTrend:
    """Answers over a period.

    Attributes:
        bins: all weeks or months of the period in the order of time, empty ones too.
        is_weekly: whether they are weeks.
    """

    bins: tuple[AnswerBin, ...]
    is_weekly: bool
    first: date
    last: date
