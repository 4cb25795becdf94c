"""Draw from a list without drawing anything twice before all of it was drawn."""

from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Bag(Generic[_T]):
    """A list that is drawn from in a random order, and filled again when it is empty."""

    def __init__(self, items: Sequence[_T], random: Random) -> None:
        self._random = random
        self._left: list[_T] = []
        self._drawn = random.sample(list(items), len(items))

    def draw(self) -> _T:
        """Return the next item; at least as many as half of the list lie between two alike."""
        if not self._left:
            middle = len(self._drawn) // 2
            for part in (self._drawn[middle:], self._drawn[:middle]):
                self._left += self._random.sample(part, len(part))
            self._drawn = []
        self._drawn.append(self._left.pop())
        return self._drawn[-1]
