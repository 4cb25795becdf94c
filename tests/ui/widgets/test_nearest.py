"""The nearest place within reach is found, whatever the order of the places."""

from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.ui.widgets.nearest import Nearest

COORDINATES = st.integers(0, 60).map(float)
PLACES = st.lists(st.tuples(COORDINATES, COORDINATES), max_size=30)


@given(PLACES, COORDINATES, COORDINATES)
def test_it_is_what_looking_at_all_of_them_finds(
    places: list[tuple[float, float]], x: float, y: float
) -> None:
    apart = [((px - x) ** 2 + (py - y) ** 2, n) for n, (px, py) in enumerate(places)]
    near = [each for each in apart if each[0] <= 16**2]
    assert Nearest(places).find(x, y, 16.0) == (min(near)[1] if near else None)
