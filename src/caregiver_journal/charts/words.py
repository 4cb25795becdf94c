"""Words in a drawing: cleaned of what no font has, measured, and written beside what they name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.charts.style import PX, WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

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


def shortened_to(text: str, width: float, points: float, weight: int = 400) -> str:
    """Return the longest beginning of a text that fits ``width`` pixels; "" where none does."""
    if width_of(text, points, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(f"{text[:middle].rstrip()}…", points, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…" if low else ""


def wrapped_to(text: str, width: float, weight: int = 400) -> tuple[str, ...]:
    """Return a text in one line, or two that fit ``width`` pixels; what is longer is shortened."""
    size, words = small_size(), text.split()
    if width_of(text, size, weight) <= width or len(words) == 1:
        return (shortened_to(text, width, size, weight),)
    fitting = [
        count
        for count in range(1, len(words))
        if width_of(" ".join(words[:count]), size, weight) <= width
    ]
    count = max(fitting, default=1)
    lines = (" ".join(words[:count]), " ".join(words[count:]))
    return tuple(shortened_to(line, width, size, weight) for line in lines)


class Place(NamedTuple):
    """Where words stand.

    Attributes:
        x, y: a value each; None is the left edge of the panel, or its lower one.
        shift: how far from there to the right and up, in device-independent pixels.
        side: which side of the words stands there: ``left``, ``center`` or ``right``.
        line: which line of them: ``top``, ``center`` or ``bottom``.
        x_is_share, y_is_share: whether it is a share of the panel, 0 to 1, instead of a value.
    """

    x: float | None
    y: float | None
    shift: tuple[float, float] = (0.0, 0.0)
    side: str = "center"
    line: str = "center"
    x_is_share: bool = False
    y_is_share: bool = False


_BASE = {"top": -0.74, "bottom": 0.24}
"""Where the base of letters lies below or above the edge of their line, in sizes of the type.

Measured from the letters themselves, words with an *f* would hang lower than their neighbours.
"""


def write(panel: "Axes", words: str, place: Place, colour: str, **more: str | float) -> "Text":
    """Write one line into a panel or beside it; ``more`` goes to matplotlib's ``Text``.

    Texts rather than the ticks of an axis: each tick would bring three lines and two texts.
    """
    from matplotlib.transforms import ScaledTranslation, blended_transform_factory

    across = panel.transAxes if place.x is None or place.x_is_share else panel.transData
    up = panel.transAxes if place.y is None or place.y_is_share else panel.transData
    right, above = place.shift
    above += _BASE.get(place.line, 0.0) * small_size() / PX
    moved = ScaledTranslation(right * PX / 72, above * PX / 72, panel.figure.dpi_scale_trans)
    text: Text = panel.text(
        place.x or 0,
        place.y or 0,
        words,
        transform=blended_transform_factory(across, up) + moved,
        ha=place.side,
        va="baseline" if place.line in _BASE else "center_baseline",
        color=colour,
        zorder=WORDS,
    )
    text.set(**more)
    return text
