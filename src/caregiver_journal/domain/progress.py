"""How far something that takes a while has come."""

from typing import NamedTuple


class Progress(NamedTuple):
    """How much is done of how much.

    Attributes:
        total: 0 where it is not known.
    """

    done: int
    total: int

    @property
    def share(self) -> float | None:
        """How much is done, 0–1; None where that is not known."""
        return min(1.0, self.done / self.total) if self.total else None
