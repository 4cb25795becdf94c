"""Belonging over time: what its drawing shows, and the same in words."""

from dataclasses import dataclass, replace

from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.series_words import CHECK_INS, tell_series
from caregiver_journal.domain.telling import Telling

WITH_BELONGING = replace(CHECK_INS, with_belonging=True)
"""Finds the check-ins that say how belonging was."""


@dataclass(frozen=True)
class BelongingTrend:
    """Belonging by day: daily values, 0 (quite alone) to 10 (fully one of them)."""

    series: DailySeries


def tell_belonging(data: BelongingTrend) -> Telling:
    """Say the drawing of belonging in words."""
    return tell_series(data.series, asked=WITH_BELONGING)
