"""What every block of a summary is read by."""

from collections.abc import Callable
from typing import NamedTuple

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Choice, Item, Section
from caregiver_journal.journal.journal import Journal


def offer_nothing(_journal: Journal, _period: Period) -> tuple[Item, ...]:
    """Return no items: the block is in as a whole or not at all."""
    return ()


class Reader(NamedTuple):
    """How one block is read; both are called where private entries cannot be seen.

    Attributes:
        read: returns what it says; None where there is nothing to say.
        offer: returns what it may hold, down to single entries, in the order of choosing.
    """

    read: Callable[[Journal, Choice], Section | None]
    offer: Callable[[Journal, Period], tuple[Item, ...]] = offer_nothing
