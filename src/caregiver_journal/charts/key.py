"""Words that say what the signs of a drawing stand for, above it; titles of panels."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from caregiver_journal.base.look import Look
from caregiver_journal.charts.bars import HATCH
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.style import PX, SEMIBOLD, WORDS
from caregiver_journal.charts.words import Place, small_size, width_of, wrapped_to, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_APART = 22
"""How far one sign lies from the words of another, in device-independent pixels."""


class Mark(NamedTuple):
    """What a sign looks like.

    Attributes:
        words: what it stands for.
        colour: a token of the look.
        is_hollow: whether a dot is a ring, or a bar is hatched.
        is_bar: whether it is a bar.
    """

    words: str
    colour: str
    is_hollow: bool = False
    is_bar: bool = False


def draw_key(panel: "Axes", marks: Sequence[Mark], look: Look, lift: float = 9) -> None:
    """Say above a panel what the signs stand for, in one line where it fits.

    Args:
        panel: above which it is drawn.
        marks: the signs.
        look: what they are dressed in.
        lift: how far above the panel, in device-independent pixels.
    """
    line = small_size() / PX
    widths = [width_of(mark.words, small_size()) + line + _APART for mark in marks]
    is_one_line = sum(widths) <= width_in_pixels(panel)
    x, y = 0.0, lift + (0 if is_one_line else (len(marks) - 1) * line * 1.4)
    for mark, width in zip(marks, widths, strict=True):
        _draw_sign(panel, mark, (x, y + line * 0.38), look)
        place = Place(None, 1, (x + line * 1.25, y), "left", "bottom", y_is_share=True)
        write(panel, mark.words, place, look.muted)
        x, y = (x + width, y) if is_one_line else (x, y - line * 1.4)


def draw_title(panel: "Axes", words: str, look: Look, lift: float = 8) -> None:
    """Write what a panel shows ``lift`` device-independent pixels above it, in one line or two."""
    lines = wrapped_to(words, width_in_pixels(panel), SEMIBOLD)
    for above, line in enumerate(reversed(lines)):
        shift = (0, lift + above * small_size() / PX * 1.25)
        place = Place(None, 1, shift, "left", "bottom", y_is_share=True)
        write(panel, line, place, look.ink, fontweight=SEMIBOLD, gid="title")


def _draw_sign(panel: "Axes", mark: Mark, centre: tuple[float, float], look: Look) -> None:
    """Draw a sign so many pixels to the right of and above the corner of a panel."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle
    from matplotlib.transforms import Affine2D, ScaledTranslation

    colour, size = look.colour(mark.colour), small_size() / PX * 0.72
    pixels = Affine2D().scale(PX / 72) + panel.figure.dpi_scale_trans
    corner: Any = panel.transAxes
    place = pixels + ScaledTranslation(0, 1, corner)
    x, y = centre[0] + size / 2 + 1, centre[1]
    if not mark.is_bar:
        line = Line2D([x], [y], transform=place, clip_on=False, zorder=WORDS, **dot_of(mark, look))
        panel.add_artist(line)
        return
    for face, hatch in ((look.card if mark.is_hollow else colour, ""), ("none", HATCH)):
        if hatch and not mark.is_hollow:
            continue
        panel.add_patch(
            Rectangle(
                (x - size / 2, y - size / 2),
                size,
                size,
                transform=place,
                facecolor=face,
                edgecolor=colour,
                hatch=hatch,
                linewidth=PX,
                clip_on=False,
                zorder=WORDS,
            )
        )


def dot_of(mark: Mark, look: Look) -> dict[str, Any]:
    """Return how a dot is drawn."""
    colour = look.colour(mark.colour)
    return {
        "marker": "o",
        "markersize": 8 * PX,
        "markerfacecolor": look.card if mark.is_hollow else colour,
        "markeredgecolor": colour,
        "markeredgewidth": 1.5 * PX,
        "linestyle": "none",
    }
