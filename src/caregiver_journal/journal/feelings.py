"""The words for feelings that come with the program."""

from functools import cache

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.feeling import Feeling


@cache
def shipped_feelings() -> tuple[Feeling, ...]:
    """Return the words for feelings that come with the program, in the order of their file."""
    return tuple(Feeling(**table) for table in read_tables("feelings")["feeling"])
