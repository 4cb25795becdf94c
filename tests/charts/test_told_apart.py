"""What has to be told from something else can be: without colour, and by every eye."""

from typing import Any

import pytest
from support.drawn import drawing_of
from support.trend_values import (
    LAST,
    a_comparison,
    a_fear_trend,
    a_guilt_trend,
    a_measure_trend,
    a_practice_trend,
    some_answers,
)

from caregiver_journal.base.look import LOOKS, PAPER, contrast, read_look
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.domain.answer_trend import AnswerBin, AnswerTrend

LOOK_NAMES = [*LOOKS, PAPER]

# Viénot, Brettel and Mollon 1999, "Digital video colourmaps for checking the legibility of displays
# by dichromats", Color Research and Application 24 (4), 243-252: linear RGB to LMS, and what a
# dichromat's missing cone would have said.
TO_LMS = (
    (17.8824, 43.5161, 4.11935),
    (3.45565, 27.1554, 3.86714),
    (0.0299566, 0.184309, 1.46709),
)
PROTANOPIA = ((0, 2.02344, -2.52581), (0, 1, 0), (0, 0, 1))
DEUTERANOPIA = ((1, 0, 0), (0.494207, 0, 1.24827), (0, 0, 1))


def seen_by(colour: str, eye: tuple[tuple[float, ...], ...]) -> str:
    """Return a colour as a dichromat sees it."""
    import numpy as np

    to_lms = np.array(TO_LMS)
    linear = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]) ** 2.2
    shown = np.linalg.inv(to_lms) @ np.array(eye) @ to_lms @ linear
    return "#" + "".join(f"{round(v * 255):02X}" for v in np.clip(shown, 0, 1) ** (1 / 2.2))


@pytest.mark.parametrize("eye", [PROTANOPIA, DEUTERANOPIA])
def test_the_simulation_keeps_greys_and_loses_red_against_green(
    eye: tuple[tuple[float, ...], ...],
) -> None:
    for grey in ("#000000", "#808080", "#FFFFFF"):
        channels = [int(seen_by(grey, eye)[at : at + 2], 16) for at in (1, 3, 5)]
        assert max(channels) - min(channels) <= 3
        assert abs(channels[0] - int(grey[1:3], 16)) <= 3
    red, green, _blue = (int(seen_by("#FF0000", eye)[at : at + 2], 16) for at in (1, 3, 5))
    assert abs(red - green) <= 2


def one(artists: list[Any]) -> Any:
    (artist,) = artists
    return artist


@pytest.mark.parametrize("look", LOOK_NAMES)
@pytest.mark.parametrize("name", ["fears", "practice"])
def test_first_and_second_of_a_pair_are_a_ring_and_a_dot(look: str, name: str) -> None:
    from matplotlib.colors import to_hex

    worn = read_look(look)
    data = a_fear_trend() if name == "fears" else a_practice_trend()
    with drawing_of(data, worn) as drawn:
        rings, dots = drawn.with_gid("first"), drawn.with_gid("second")
        for ring, dot in zip(rings, dots, strict=True):
            hollow, filled = (to_hex(each.get_markerfacecolor()) for each in (ring, dot))
            assert hollow == worn.card.lower()
            assert ring.get_markersize() > dot.get_markersize(), "equal numbers are both seen"
            for eye in (PROTANOPIA, DEUTERANOPIA):
                assert contrast(seen_by(hollow, eye), seen_by(filled, eye)) >= 3


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_of_two_bars_one_is_hatched(look: str) -> None:
    from matplotlib.colors import to_hex

    worn = read_look(look)
    with drawing_of(some_answers(), worn) as drawn:
        against, clear = one(drawn.with_gid("against")), one(drawn.with_gid("clear"))
        assert against.get_hatch()
        assert not clear.get_hatch()
        face = to_hex(clear.get_facecolor()[0])
    for eye in (PROTANOPIA, DEUTERANOPIA):
        assert contrast(seen_by(face, eye), seen_by(worn.card, eye)) >= 3


def test_hatched_bars_keep_their_shape_where_hatches_are_not_known() -> None:
    with drawing_of(some_answers()) as drawn:
        hatched, plain = one(drawn.with_gid("against")), one(drawn.with_gid("outline"))
        assert plain.get_hatch() is None
        assert [path.vertices.tolist() for path in plain.get_paths()] == [
            path.vertices.tolist() for path in hatched.get_paths()
        ]


def test_both_sides_have_their_own_markers() -> None:
    with drawing_of(a_comparison()) as drawn:
        with_it, without = one(drawn.with_gid("with")), one(drawn.with_gid("without"))
        assert with_it.get_marker() != without.get_marker()
        assert without.get_markerfacecolor() == read_look("light").card
        assert {"Days off", "40 days", "The others", "16 days"} <= set(drawn.words())


def test_unlike_forms_are_not_joined_and_have_their_own_markers() -> None:
    data = a_measure_trend()
    with drawing_of(data) as drawn:
        first, second, free = drawn.with_gid("scores")
        assert first.get_marker() != second.get_marker()
        assert (len(first.get_xdata()), len(second.get_xdata())) == (3, 2)
        assert len(free.get_xdata()) == 1
        assert len(drawn.with_gid("cut")) == 3
        words = [text.get_text() for text in drawn.with_gid("cut-words")]
    assert words == ["≥ 5", "≥ 10"], "two lines on one another have one name"


def test_a_published_line_says_its_number_once_where_it_is_pointed_at() -> None:
    data = a_measure_trend()
    said = [spot.words for spot in chart_of(data).spots(data)]
    assert "10 or more: moderate" in said
    assert any(words.endswith("10 · On the form of 2023") for words in said)
    assert not any(words.count("10 or more") > 1 or words.startswith("10: ") for words in said)


def test_large_numbers_of_a_scale_have_separators() -> None:
    data = AnswerTrend(
        (AnswerBin(LAST, LAST, 3_600, 1, 0), AnswerBin(LAST, LAST, 1, 1, 0)), True, LAST, LAST
    )
    with drawing_of(data) as drawn:
        assert {"0", "1,000", "4,000"} <= set(drawn.words())


def test_the_middle_of_guilt_is_thicker_and_has_its_numbers() -> None:
    data = a_guilt_trend()
    with drawing_of(data) as drawn:
        middle, lines = one(drawn.with_gid("middle")), one(drawn.with_gid("pair"))
        assert middle.get_linewidth() >= 3 * lines.get_linewidths()[0]
        assert len(lines.get_segments()) == len(data.pairs)
        assert {"7", "Right after", "Later"} <= set(drawn.words())


def test_pairs_of_the_same_numbers_lie_beside_one_another() -> None:
    from dataclasses import replace

    pair = a_guilt_trend().pairs[0]
    same = tuple(replace(pair, entry_id=f"g{place}") for place in range(12))
    with drawing_of(replace(a_guilt_trend(), pairs=same)) as drawn:
        lines = one(drawn.with_gid("pair")).get_segments()
    starts = {round(float(line[0][1]), 4) for line in lines}
    assert len(starts) == 12
    assert max(starts) - min(starts) <= 1
