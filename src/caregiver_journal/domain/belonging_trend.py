"""Belonging over time: what its drawing shows."""

from dataclasses import dataclass

from caregiver_journal.domain.series import DailySeries


@dataclass(frozen=True)
class BelongingTrend:
    """Belonging by day: daily values, 0 (quite alone) to 10 (fully one of them)."""

    series: DailySeries
