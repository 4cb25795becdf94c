"""Places in a drawing that have words of their own, and how its panels lie."""

from typing import NamedTuple

from caregiver_journal.domain.telling import Behind


class Spot(NamedTuple):
    """Something that can be pointed at.

    Attributes:
        panel: the place of its panel among those of the drawing.
        x, y: in the coordinates of the data.
        words: what is said of it.
        behind: what a press on it opens; None where there is nothing to open.
    """

    panel: int
    x: float
    y: float
    words: str
    behind: Behind | None = None


class Grid(NamedTuple):
    """How the panels of a drawing lie, row by row; each row is as high as the others.

    Attributes:
        widths: of the columns, relative to one another; () where they are alike.
    """

    rows: int = 1
    columns: int = 1
    widths: tuple[float, ...] = ()


ONE_PANEL = Grid()
