"""What holds for each drawing: legible, complete, the same each time, and silent on who made it."""

import re
from itertools import combinations
from typing import Any

import pytest
from support.drawn import Drawn, drawing_of, vertices
from support.trend_values import QUARTER, TEN_YEARS, VALUES, empty_values

from caregiver_journal.base.look import LOOKS, PAPER, contrast, read_look
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.charts.picture import draw_picture, write_png, write_svg
from caregiver_journal.domain.telling import Behind

LIGHT = read_look("light")
SIZES = [
    (QUARTER, (560, 240), 10.5),
    (QUARTER, (390, 270), 10.5),
    (QUARTER, (560, 330), 15.75),
]
MEANT = (
    "dots", "line", "range", "mark", "against", "clear", "middle", "first", "second", "load",
    "rest", "scores", "cut", "with", "without", "mean", "hours", "bars", "quartiles", "pair",
)  # fmt: skip
"""The names of what says something; grids, pauses and bands only help."""
SIGN = 3.0
NAMES = list(VALUES)
LONG = ("mood", "answers", "fears", "work", "measures")
"""Those that look otherwise over other times."""


@pytest.mark.parametrize(
    ("name", "days", "size", "points"),
    [
        *((name, *sight) for name in NAMES for sight in SIZES),
        *((name, 30, (390, 270), 10.5) for name in LONG),
        *((name, TEN_YEARS, (860, 230), 10.5) for name in LONG),
    ],
)
def test_no_words_are_cut_off_or_run_into_one_another(
    name: str, days: int, size: tuple[int, int], points: float
) -> None:
    with drawing_of(VALUES[name](days), size=size, points=points) as drawn:
        boxes = word_boxes(drawn)
        whole = drawn.figure.bbox
        for words, box in boxes:
            is_inside = box.x0 >= -0.5 and box.y0 >= -0.5
            assert is_inside, words
            assert box.x1 <= whole.x1 + 0.5, words
            assert box.y1 <= whole.y1 + 0.5, words
        for (words, box), (others, other) in combinations(boxes, 2):
            wide = min(box.x1, other.x1) - max(box.x0, other.x0)
            high = min(box.y1, other.y1) - max(box.y0, other.y0)
            assert wide <= 0.5 or high <= 0.5, (words, others)


def word_boxes(drawn: Drawn) -> list[tuple[str, Any]]:
    """Return each text and where its letters are, without the space a line keeps free."""
    found = []
    for panel in drawn.panels:
        for text in panel.texts:
            box = text.get_window_extent()
            free = 0.22 * text.get_fontsize() * drawn.figure.dpi / 72
            found.append((text.get_text(), box.from_extents(box.x0, box.y0 + free, box.x1, box.y1)))
    return [each for each in found if each[0]]


@pytest.mark.parametrize(
    ("name", "days"),
    [*((name, QUARTER) for name in NAMES), *((name, TEN_YEARS) for name in LONG)],
)
def test_each_spot_lies_on_what_is_drawn(name: str, days: int) -> None:
    data = VALUES[name](days)
    spots = chart_of(data).spots(data)
    picture = draw_picture(data, LIGHT, 560, 240, points=10.5)
    with drawing_of(data) as drawn:
        points = [
            {(round(float(x), 3), round(float(y), 3)) for x, y in vertices(panel)}
            for panel in drawn.panels
        ]
        for spot, placed in zip(spots, picture.spots, strict=True):
            x, y = drawn.panels[spot.panel].transData.transform((spot.x, spot.y))
            assert (placed.x, placed.y) == pytest.approx((x, 240 - y), abs=0.1)
            assert (round(spot.x, 3), round(spot.y, 3)) in points[spot.panel], spot.words
    assert spots
    assert all(spot.words for spot in spots)
    assert all(spot.behind is None or spot.behind != Behind() for spot in spots)


@pytest.mark.parametrize(("name", "words"), [("work", "after a day off"), ("comparison", "mean ")])
def test_what_no_search_can_find_opens_nothing(name: str, words: str) -> None:
    """Without anything behind it a spot has no hand, see the view that shows it."""
    data = VALUES[name](QUARTER)
    spots = [spot for spot in chart_of(data).spots(data) if words in spot.words]
    assert spots
    assert not any(spot.behind for spot in spots)


@pytest.mark.parametrize("name", NAMES)
def test_a_spot_lies_at_the_same_place_at_any_scale(name: str) -> None:
    data = VALUES[name](QUARTER)
    once, twice = (draw_picture(data, LIGHT, 400, 260, scale) for scale in (0.5, 1.0))
    assert (twice.width, twice.height) == (400, 260)
    assert len(twice.rgba) == 4 * 400 * 260
    assert set(twice.rgba[3::4]) == {255}, "opaque"
    for small, large in zip(once.spots, twice.spots, strict=True):
        assert (small.x, small.y) == pytest.approx((large.x, large.y), abs=1.5)
        assert small[2:] == large[2:]
        assert 0 <= small.x <= 400
        assert 0 <= small.y <= 260


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", [*LOOKS, PAPER])
def test_what_means_something_can_be_told_from_the_ground(name: str, look: str) -> None:
    worn = read_look(look)
    with drawing_of(VALUES[name](QUARTER), worn) as drawn:
        found = [
            (gid, colour) for gid in MEANT for a in drawn.with_gid(gid) for colour in colours_of(a)
        ]
    assert found
    faint = [each for each in found if contrast(each[1], worn.card) < SIGN]
    assert faint == []


def colours_of(artist: Any) -> set[str]:
    """Return the colour an artist is seen by: of a ring or an outlined bar that of its edge."""
    from matplotlib.colors import to_hex

    if hasattr(artist, "get_markerfacecolor"):
        if artist.get_marker() in ("None", ""):
            return {to_hex(artist.get_color())}
        is_ring = artist.get_gid() in {"first", "without"}
        return {to_hex(artist.get_markeredgecolor() if is_ring else artist.get_markerfacecolor())}
    is_edge = hasattr(artist, "get_segments") or artist.get_hatch()
    colours = artist.get_edgecolor() if is_edge else artist.get_facecolor()
    many = colours if getattr(colours, "ndim", 1) == 2 else [colours]
    return {to_hex(colour) for colour in many}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_values_make_the_same_file_that_names_nobody(name: str) -> None:
    data = VALUES[name](QUARTER)
    first, again = (write_svg(data, LIGHT, 560, 240) for _time in range(2))
    assert first == again
    text = first.decode()
    for word in ("metadata", "rdf:", "dc:", "matplotlib", "/home", "/tmp", "Created"):  # noqa: S108
        assert word not in text
    assert not re.search(r"<!--", text)
    assert "<text" in text, "words stay words"


def test_a_png_names_nobody_either() -> None:
    data = VALUES["mood"](QUARTER)
    png = write_png(data, LIGHT, 300, 200)
    assert png == write_png(data, LIGHT, 300, 200)
    kinds = set(re.findall(rb"tEXt|iTXt|zTXt|tIME|eXIf", png))
    assert kinds == set()
    assert int.from_bytes(png[16:20]) == 600


@pytest.mark.parametrize("name", NAMES)
def test_nothing_at_all_can_be_drawn(name: str) -> None:
    data = empty_values()[name]
    picture = draw_picture(data, LIGHT, 300, 200)
    assert picture.spots == ()
    assert chart_of(data).lines_high(data) > 0
    assert write_svg(data, LIGHT, 300, 200).startswith(b"<?xml")


@pytest.mark.parametrize("name", NAMES)
def test_a_tiny_picture_can_be_drawn(name: str) -> None:
    assert draw_picture(VALUES[name](QUARTER), LIGHT, 20, 10).width == 20


def test_values_without_a_drawing_are_refused() -> None:
    with pytest.raises(KeyError):
        draw_picture("words", LIGHT, 100, 100)


def test_the_settings_of_matplotlib_stay_as_they_were() -> None:
    from matplotlib import rcParams

    before = dict(rcParams)
    draw_picture(VALUES["mood"](QUARTER), LIGHT, 200, 100)
    assert dict(rcParams) == before
