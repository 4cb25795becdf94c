"""Words in a drawing: cleaned of what no font has, and measured."""

from collections.abc import Sequence
from functools import lru_cache

from caregiver_journal.charts.style import PX

LONGEST = 60
UNKNOWN = "\N{WHITE SQUARE}"
"""Stands for a sign that no font of the drawing has; the table beside it has the sign itself."""


@lru_cache(2048)
def drawable(text: str) -> str:
    """Return a text as one line with signs that can be drawn, at most ``LONGEST`` of them."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1].rstrip()}…"
    return line if line.isascii() else _known(line)


def _known(line: str) -> str:
    signs = _signs()
    return "".join(
        sign if ord(sign) in signs else UNKNOWN for sign in line if ord(sign) not in _UNSEEN
    )


_UNSEEN = frozenset({*range(0xFE00, 0xFE10), 0x200D, *range(0x1F3FB, 0x1F400)})
"""What only changes the sign before it: variants, joiners, the colours of skin."""


@lru_cache(1)
def _signs() -> frozenset[int]:
    from matplotlib import rcParams
    from matplotlib.font_manager import fontManager, get_font

    files = [fontManager.findfont(family) for family in rcParams["font.family"]]
    return frozenset(code for file in files for code in get_font(file).get_charmap())


def width_of(text: str, points: float, weight: int = 400) -> float:
    """Return how wide a text is, in device-independent pixels."""
    return _width(text, points, weight, tuple(_families())) / PX


def small_size() -> float:
    """Return the size of words in a drawing, in points; in the look that is worn now."""
    from matplotlib import rcParams

    return float(rcParams["font.size"])


def _families() -> Sequence[str]:
    from matplotlib import rcParams

    families: Sequence[str] = rcParams["font.family"]
    return families


@lru_cache(4096)
def _width(text: str, points: float, weight: int, families: tuple[str, ...]) -> float:
    """Return the width in points."""
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=list(families), size=points, weight=weight)
    width, _height, _descent = RendererAgg(1, 1, 72).get_text_width_height_descent(
        text, font, ismath=False
    )
    return float(width)


def shortened_to(text: str, width: float, points: float) -> str:
    """Return the longest beginning of a text that fits ``width`` pixels; "" where none does."""
    if width_of(text, points) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(f"{text[:middle].rstrip()}…", points) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…" if low else ""
