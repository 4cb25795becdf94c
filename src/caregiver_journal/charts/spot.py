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


class Cell(NamedTuple):
    """Where a panel lies in its grid: the rows and columns it begins at, and how many it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Grid(NamedTuple):
    """How the panels of a drawing lie.

    Attributes:
        cells: one for each panel.
        widths: of the columns, relative to one another.
        heights: of the rows, likewise.
        is_even: whether the panels of its one row are alike, whatever room their words take.
    """

    cells: tuple[Cell, ...] = (Cell(0, 0),)
    widths: tuple[float, ...] = (1.0,)
    heights: tuple[float, ...] = (1.0,)
    is_even: bool = False


ONE_PANEL = Grid()


def even_grid(count: int, columns: int) -> Grid:
    """Return a grid of panels of one size, row by row."""
    cells = tuple(Cell(*divmod(place, columns)) for place in range(count))
    rows = max(1, -(-count // columns))
    return Grid(cells, (1.0,) * columns, (1.0,) * rows)
