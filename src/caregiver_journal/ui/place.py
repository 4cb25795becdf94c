"""Where the journal lies and how it is opened."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.base.clock import Clock, system_clock

if TYPE_CHECKING:
    from caregiver_journal.journal.doors import Cost


class Place(NamedTuple):
    """Where the journal lies and how it is opened.

    Attributes:
        folder: the journal's folder, absolute.
        others: folders of journals opened before.
        clock: tells the present moment.
        cost: of deriving a key; None for the strong one, tests take a cheap one.
    """

    folder: Path
    others: tuple[str, ...] = ()
    clock: Clock = system_clock
    cost: "Cost | None" = None
