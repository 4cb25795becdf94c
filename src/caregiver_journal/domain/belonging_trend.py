"""Belonging over time: what its drawing shows, and the same in words."""

from dataclasses import dataclass

from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.series_words import tell_series
from caregiver_journal.domain.telling import Telling


@dataclass(frozen=True)
class BelongingTrend:
    """Belonging by day: daily values, 0 (quite alone) to 10 (fully one of them)."""

    series: DailySeries


def tell_belonging(data: BelongingTrend) -> Telling:
    """Say the drawing of belonging in words."""
    return tell_series(data.series)
