"""What was feared and what came true: what its drawing shows."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Fear(NamedTuple):
    """A fear of one boundary moment.

    Attributes:
        entry_id, day: of the moment.
        belief: how far it was believed, 0–100.
        came_true: how much of it came true, 0–100.
    """

    entry_id: str
    day: date
    belief: int
    came_true: int


@dataclass(frozen=True)
class FearTrend:
    """Fears and what came of them.

    Attributes:
        fears: moments with both numbers, in the order of time; all of the period.
        open_fears: how many moments have a belief and not yet what came true.
    """

    fears: tuple[Fear, ...]
    open_fears: int
    first: date
    last: date
