"""Write a summary as one web page that needs nothing else."""

from caregiver_journal.domain.summary import Summary
from caregiver_journal.exchange.drawn import Drawings


def write_page(summary: Summary, drawings: Drawings) -> bytes:
    """Return a summary as one file of HTML, with its drawings in it; for a worker."""
    raise NotImplementedError
