"""Breathing in and out follow each other at the pace that was set."""

import pytest

from caregiver_journal.domain.pacing import breath_at


@pytest.mark.parametrize(
    ("seconds", "is_in", "share", "fullness"),
    [
        (0, True, 0, 0),
        (2, True, 0.5, 0.5),
        (4, False, 0, 1),
        (7, False, 0.5, 0.5),
        (10, True, 0, 0),
        (1_014, False, 0, 1),
    ],
)
def test_in_for_four_and_out_for_six(
    seconds: float, is_in: bool, share: float, fullness: float
) -> None:
    breath = breath_at(seconds, 4, 6)
    assert (breath.is_in, breath.share, breath.fullness) == (is_in, share, fullness)
