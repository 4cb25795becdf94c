"""How far something has come is a share, where it is known how much there is."""

import pytest

from caregiver_journal.domain.progress import Progress


@pytest.mark.parametrize(
    ("progress", "share"),
    [(Progress(0, 4), 0.0), (Progress(1, 4), 0.25), (Progress(5, 4), 1.0), (Progress(3, 0), None)],
)
def test_the_share_that_is_done(progress: Progress, share: float | None) -> None:
    assert progress.share == share
