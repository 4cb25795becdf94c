"""What every block of a summary is read by."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Choice, Item, Section
from caregiver_journal.journal.journal import Journal

T = TypeVar("T")


class Later(NamedTuple, Generic[T]):
    """What is worked out from values that were read: it takes a while, and may in any thread.

    Attributes:
        work_out: does it; reads nothing more.
    """

    work_out: Callable[[], T]


Begun = Section | Later[Section | None] | None
Offered = tuple[Item, ...]


def offer_nothing(_journal: Journal, _period: Period) -> Offered:
    """Return no items: the block is in as a whole or not at all."""
    return ()


class Reader(NamedTuple):
    """How one block is read; both are called where private entries cannot be seen.

    Attributes:
        read: returns what it says; None where there is nothing to say.
        offer: returns what it may hold, down to single entries, in the order of choosing.
        most: how many entries stand in it, the last of those that are picked; 0 for all.
    """

    read: Callable[[Journal, Choice], Begun]
    offer: Callable[[Journal, Period], Offered | Later[Offered]] = offer_nothing
    most: int = 0
