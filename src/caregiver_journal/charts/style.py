"""Dress a drawing in a look: the settings of matplotlib that follow from its tokens."""

from functools import cache
from typing import Any

from caregiver_journal.base.look import SMALL_SIZE, Look, contrast, mix
from caregiver_journal.charts.engine import FALLBACK, FAMILY

PX = 0.75
"""One device-independent pixel, in points: there are 96 to the inch."""

SEMIBOLD = 600

LEAST_CONTRAST = 3.05
"""Of anything that means something against its ground (WCAG 2.2, 1.4.11), and a little more."""

BEHIND, GRID, BAND, MARKS, LINES, DOTS, WORDS = range(7)
"""What lies over what, from the back to the front."""


def style_of(look: Look, points: float) -> dict[str, Any]:
    """Return the settings for a look and body text of ``points`` points."""
    small = points * SMALL_SIZE
    return {
        "axes.axisbelow": True,
        "axes.edgecolor": look.line,
        "axes.facecolor": "none",
        "axes.labelcolor": look.muted,
        "axes.linewidth": PX,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.spines.bottom": False,
        "axes.unicode_minus": True,
        "axes.xmargin": 0.0,
        "axes.ymargin": 0.0,
        "figure.edgecolor": look.card,
        "figure.facecolor": look.card,
        "font.family": [FAMILY, FALLBACK],
        "font.size": small,
        "grid.color": grid_colour(look),
        "grid.linewidth": PX,
        "hatch.linewidth": PX,
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "path.simplify": True,
        "svg.fonttype": "none",
        "svg.hashsalt": "caregiver-journal",
        "text.color": look.muted,
        "text.hinting": "none",
        "text.parse_math": False,
        "text.usetex": False,
        "xtick.color": look.line,
        "xtick.labelcolor": look.muted,
        "xtick.labelsize": small,
        "xtick.major.pad": 5 * PX,
        "xtick.major.size": 0,
        "ytick.color": look.line,
        "ytick.labelcolor": look.muted,
        "ytick.labelsize": small,
        "ytick.major.pad": 10 * PX,
        "ytick.major.size": 0,
    }


def grid_colour(look: Look) -> str:
    """Return the colour of grid lines: they help and are never needed."""
    return mix(look.line, look.card, 0.8)


@cache
def visible(look: Look, token: str) -> str:
    """Return the softest shade of a colour that can be told from the card.

    That is 3:1 and a little, or half of what quiet words have, where a look wants more of it.
    """
    colour = look.colour(token)
    least = max(LEAST_CONTRAST, contrast(look.muted, look.card) / 2)
    shares = (share / 20 for share in range(8, 20))
    shades = (mix(colour, look.card, share) for share in shares)
    return next((shade for shade in shades if contrast(shade, look.card) >= least), colour)


def faint(look: Look, token: str, share: float = 0.16) -> str:
    """Return a shade for grounds behind drawings, where something else says the same."""
    return mix(look.colour(token), look.card, share)
