"""Find the place nearest to a pointer, quickly also among thousands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


class Nearest:
    """Places in a picture, by their number."""

    def __init__(self, places: Sequence[tuple[float, float]]) -> None:
        self._sorted = sorted((x, y, number) for number, (x, y) in enumerate(places))
        self._across = [x for x, _y, _number in self._sorted]

    def find(self, x: float, y: float, reach: float) -> int | None:
        """Return the nearest place within reach, the earliest of equally near ones, or None."""
        first = bisect_left(self._across, x - reach)
        last = bisect_right(self._across, x + reach)
        best: tuple[float, int] | None = None
        for there_x, there_y, number in self._sorted[first:last]:
            apart = (there_x - x) ** 2 + (there_y - y) ** 2
            if apart <= reach**2 and (best is None or (apart, number) < best):
                best = (apart, number)
        return None if best is None else best[1]
