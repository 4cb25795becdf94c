"""Guilt right after an answer and later: what its drawing shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.guilt import Guilt

MOST_PAIRS = 60
"""How many pairs fit a drawing; of more the last ones are drawn."""


@dataclass(frozen=True)
class GuiltTrend:
    """Guilt, then and later, 0–10.

    Attributes:
        pairs: moments with both, in the order of time; all of the period.
        moments: how many boundary moments the period has in all.
    """

    pairs: tuple[Guilt, ...]
    moments: int
    first: date
    last: date
