"""Words that say what the signs of a drawing stand for, above it; titles of panels."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from caregiver_journal.base.look import Look
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.style import PX, SEMIBOLD, WORDS, visible
from caregiver_journal.charts.words import small_size, width_of

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

HATCH = "////"
"""What tells one of two bars from the other without any colour."""
_SIGN = 16
"""How wide a sign and the space around it are, in device-independent pixels."""


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


def draw_key(panel: "Axes", marks: Sequence[Mark], look: Look) -> None:
    """Say what the signs stand for, in one line where it fits."""
    wide = sum(width_of(mark.words, small_size()) + 2 * _SIGN for mark in marks)
    panel.legend(
        [_sign(mark, look) for mark in marks],
        [mark.words for mark in marks],
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=len(marks) if wide <= width_in_pixels(panel) else 1,
        frameon=False,
        borderpad=0,
        borderaxespad=0.7,
        columnspacing=1.4,
        handlelength=0.9,
        handleheight=0.8,
        handletextpad=0.6,
        labelspacing=0.3,
        labelcolor=look.muted,
        fontsize=small_size(),
    )


def draw_title(panel: "Axes", words: str, look: Look, lift: float = 7) -> None:
    """Write what a panel shows, above it.

    Args:
        panel: where it stands.
        words: what is written.
        look: what it is dressed in.
        lift: how far above the panel, in device-independent pixels.
    """
    panel.annotate(
        words,
        (0, 1),
        (0, lift * PX),
        xycoords="axes fraction",
        textcoords="offset points",
        ha="left",
        va="bottom",
        color=look.ink,
        fontweight=SEMIBOLD,
        annotation_clip=False,
        zorder=WORDS,
        gid="title",
    )


def _sign(mark: Mark, look: Look) -> "Artist":
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    colour = look.colour(mark.colour)
    if mark.is_bar:
        return Patch(
            facecolor=look.card if mark.is_hollow else colour,
            edgecolor=colour,
            hatch=HATCH if mark.is_hollow else "",
            hatchcolor=visible(look, mark.colour),
            linewidth=PX,
        )
    return Line2D(
        [],
        [],
        linestyle="none",
        marker="o",
        markersize=8 * PX,
        markerfacecolor=look.card if mark.is_hollow else colour,
        markeredgecolor=colour,
        markeredgewidth=1.5 * PX,
    )
