"""What a questionnaire says of itself."""

from dataclasses import replace

import pytest
from support.instruments import THREE, with_scale

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.instrument import Change, How, Status


def test_items_are_called_as_on_the_form_and_have_words_only_where_these_are_ours() -> None:
    assert (THREE.label(2), THREE.text(2)) == ("2", "")
    named = replace(THREE, labels=("A", "B", "C"), item_texts=("one", "two", "three"))
    assert (named.label(2), named.text(2)) == ("B", "two")
    assert "two" not in repr(named)
    assert "Three" not in repr(named)


def test_scales_and_ways_of_coding_are_found_by_id() -> None:
    assert THREE.form("") is THREE.forms[0]
    assert THREE.scale("total") is THREE.scales[0]
    with pytest.raises(NothingFoundError):
        THREE.form("x")
    with pytest.raises(NothingFoundError):
        THREE.scale("x")


def test_a_total_holds_all_that_is_scored() -> None:
    assert THREE.has_total
    assert not with_scale(items=(1, 2), highest=6).has_total
    assert replace(with_scale(items=(1, 2), highest=6), unscored=frozenset({3})).has_total
    assert not replace(THREE, items=0, forms=()).has_total


def test_a_score_moves_in_the_steps_of_the_codes() -> None:
    def step(**changes: object) -> float:
        three = with_scale(**changes)
        return three.step(three.scales[0])

    assert step() == 1
    assert step(factor=4.0) == 4
    assert step(how=How.MEAN) == 0
    assert step(least=2) == 0
    assert step(items=()) == 0
    tens = replace(THREE, forms=(replace(THREE.forms[0], codes=(5, 25, 35)),))
    assert tens.step(tens.scales[0]) == 10


def test_a_scale_wants_all_answers_unless_it_says_otherwise() -> None:
    assert (THREE.scales[0].least, THREE.scales[0].is_whole) == (3, True)
    assert not with_scale(least=2).scales[0].is_whole


@pytest.mark.parametrize(
    ("change", "band"),
    [
        (Change(4, 95, "x", Status.CONFIRMED, exact=3.5), 2.475),
        (Change(4, 95, "x", Status.CALC, exact=3.5), 2.475),
        (Change(4, 95, "x", Status.SECONDARY, exact=3.5), None),
        (Change(4, 95, "x", Status.PROVISIONAL, exact=3.5), None),
        (Change(4, 90, "x", Status.CONFIRMED, exact=3.5), None),
        (Change(4, None, "x", Status.CONFIRMED, exact=3.5), None),
        (Change(4, 95, "x", Status.CONFIRMED), None),
    ],
)
def test_the_band_of_chance_needs_a_confirmed_exact_change_at_95_per_cent(
    change: Change, band: float | None
) -> None:
    error = with_scale(changes=(change,)).scales[0].error
    assert error is None if band is None else error == pytest.approx(band, abs=1e-3)
    assert with_scale(changes=()).scales[0].error is None


def test_a_range_is_known_or_not() -> None:
    assert THREE.scales[0].has_range
    assert not with_scale(lowest=None, highest=None).scales[0].has_range
