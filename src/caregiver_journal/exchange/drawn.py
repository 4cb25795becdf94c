"""Draw what a summary shows, for paper."""

from dataclasses import dataclass, field

from caregiver_journal.base.look import PAPER, read_look
from caregiver_journal.charts.picture import DPI, write_svg
from caregiver_journal.domain.summary import Drawing, Paper, Summary
from caregiver_journal.exchange.plain_words import cleaned

BODY_POINTS = 10.5
"""Size of body text on paper."""

LINE_POINTS = 14.5
"""From one line of it to the next."""

MARGIN_MM = 21.0
"""At both sides of the text."""

PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height."""

_POINTS_PER_INCH, _MM_PER_INCH = 72, 25.4


@dataclass(frozen=True, slots=True)
class Drawings:
    """What a summary shows, drawn.

    Attributes:
        svgs: an SVG file each, in the order of the summary's pieces.
    """

    svgs: tuple[bytes, ...] = field(repr=False)


def draw_all(summary: Summary) -> Drawings:
    """Draw every drawing of a summary in black and white, as wide as its text; for a worker."""
    pieces = (piece for section in summary.sections for piece in section.pieces)
    shown = (piece for piece in pieces if isinstance(piece, Drawing))
    return Drawings(tuple(_draw(piece, summary.paper) for piece in shown))


def _draw(piece: Drawing, paper: Paper) -> bytes:
    width = (PAPER_MM[paper][0] - 2 * MARGIN_MM) / _MM_PER_INCH * DPI
    height = piece.lines_high * LINE_POINTS / _POINTS_PER_INCH * DPI
    look = read_look(PAPER)
    return write_svg(cleaned(piece.data), look, round(width), round(height), BODY_POINTS)
