"""Answers become scores; what does not fit is refused, and what cannot be scored says why."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.instruments import THREE, instruments, with_scale
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.instrument import Form, How, Instrument
from caregiver_journal.domain.instrument_check import check_instrument
from caregiver_journal.domain.instrument_key import key_of
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.domain.scoring import (
    LeftOut,
    answered_measure,
    check_total,
    say_codes,
    score,
    shows_support,
    still_fits,
    told_measure,
)


def test_answers_are_turned_and_added() -> None:
    assert score(THREE, "", {1: 1, 2: 2, 3: 0}) == ((Score("total", "", 6, 0, 9),), ())
    as_coded = with_scale(as_coded=True)
    assert score(as_coded, "", {1: 1, 2: 2, 3: 0}).scores[0].value == 3


def test_a_missing_answer_counts_as_the_mean_of_the_rest_or_leaves_the_scale_out() -> None:
    assert score(THREE, "", {1: 1}) == (
        (),
        (LeftOut("total", "", 1, 3, "1 of 3 answered; all are needed"),),
    )
    rule = with_scale(least=2)
    assert score(rule, "", {1: 1, 2: 2}).scores[0].value == 4.5
    assert score(rule, "", {1: 1}).left_out[0].reason == "1 of 3 answered; at least 2 are needed"
    mean = with_scale(how=How.MEAN, highest=3, least=1)
    assert score(mean, "", {3: 0}).scores[0].value == 3


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({0: 1}, "There are items 1 to 3."),
        ({4: 1}, "There are items 1 to 3."),
        ({True: 1}, "There are items 1 to 3."),
        ({1: 4}, "Item 1 takes one of: 0, 1, 2, 3."),
        ({2: True}, "Item 2 takes one of: 0, 1, 2, 3."),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(answers: dict[int, int], said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        score(THREE, "", answers)
    assert (caught.value.sentence, caught.value.field) == (said, "answers")


def test_the_item_is_called_as_on_the_form() -> None:
    labelled = replace(THREE, labels=("P1", "P2", "W1"))
    with pytest.raises(InvalidValueError, match="Item W1 takes"):
        score(labelled, "", {3: 9})


def test_another_way_of_coding_is_not_known() -> None:
    with pytest.raises(NothingFoundError):
        score(THREE, "other", {})


def test_many_codes_are_said_by_their_ends() -> None:
    assert say_codes(make_own_scale("x", ["y"], (0, 100)).forms[0]) == "0 to 100"
    gaps = replace(THREE.forms[0], codes=(0, 10, 20, 30, 40, 50, 60, 70))
    assert say_codes(gaps) == "0, 10, 20, 30, 40, 50, 60, 70"


@settings(quick, max_examples=30)
@given(instruments(), st.data())
def test_any_answers_lie_within_the_range(instrument: Instrument, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(instrument.forms))
    codes = st.sampled_from(form.codes)
    answers = data.draw(st.dictionaries(st.integers(1, instrument.items), codes))
    found = score(instrument, form.id, answers)
    assert len(found.scores) + len(found.left_out) == len(instrument.scales)
    for each in found.scores:
        assert each.lowest is not None
        assert each.highest is not None
        assert each.lowest <= each.value <= each.highest
    kept = answered_measure(instrument, form.id, answers)
    assert kept.answers == tuple(sorted(answers.items()))
    assert kept.scores == found.scores


def test_records_hold_what_was_answered_or_told() -> None:
    key = key_of(THREE, "")
    assert answered_measure(THREE, "", {1: 1, 2: 2, 3: 0}) == Measure(
        "three",
        "Three",
        answers=((1, 1), (2, 2), (3, 0)),
        scores=(Score("total", "", 6, 0, 9),),
        key=key,
    )
    assert told_measure(THREE, {"total": 4}) == Measure(
        "three", "Three", is_total=True, scores=(Score("total", "", 4, 0, 9),), key=key
    )
    assert told_measure(THREE, {}).scores == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-1, "This score lies between 0 and 9."),
        (9.5, "This score lies between 0 and 9."),
        (4.5, "This score moves in steps of 1."),
        (float("nan"), "A score is a number."),
        (float("inf"), "A score is a number."),
    ],
)
def test_a_total_that_cannot_be_is_refused(value: float, said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_total(THREE, "total", value)
    assert (caught.value.sentence, caught.value.field) == (said, "scores")


def test_a_total_without_a_range_is_any_number_of_a_sensible_size() -> None:
    bare = with_scale(lowest=None, highest=None)
    assert check_total(bare, "total", 131.5) == Score("total", "", 131.5, None, None)
    with pytest.raises(InvalidValueError, match="too large"):
        check_total(bare, "total", -100_001)
    with pytest.raises(NothingFoundError):
        check_total(bare, "other", 1)


def test_a_total_of_a_mean_may_have_decimals() -> None:
    assert check_total(with_scale(how=How.MEAN), "total", 1.37).value == 1.37


def test_a_score_lies_within_its_range_though_its_factor_is_not_exact() -> None:
    assert 6 * 3.7 > 22.2
    steep = check_instrument(
        replace(
            with_scale(factor=3.7, highest=22.2, cut_offs=(), changes=(), noticing=None),
            forms=(Form("", "", (0, 1, 2)),),
        )
    )
    (most,) = answered_measure(steep, "", {1: 2, 2: 2, 3: 2}).scores
    assert (most.value, most.highest) == (22.2, 22.2)
    free = with_scale(lowest=None, highest=None)
    assert score(free, "", {1: 3, 2: 3, 3: 0}).scores[0] == Score("total", "", 9, None, None)


def test_the_support_card_comes_first_after_a_risk_item_whichever_way_it_is_coded() -> None:
    assert shows_support(THREE, "", {3: 2})
    assert not shows_support(THREE, "", {3: 3})  # turned round
    assert not shows_support(THREE, "", {1: 3})
    plain = replace(THREE, forms=(replace(THREE.forms[0], reversed=frozenset()),))
    assert shows_support(plain, "", {3: 1})
    assert not shows_support(plain, "", {3: 0})


def test_what_was_filled_in_fits_as_long_as_it_could_be_entered_again() -> None:
    sheet, total = answered_measure(THREE, "", {1: 3}), told_measure(THREE, {"total": 9})
    assert still_fits(THREE, sheet)
    assert still_fits(THREE, total)
    narrow = replace(THREE, forms=(replace(THREE.forms[0], codes=(0, 1)),))
    assert not still_fits(narrow, sheet)
    assert not still_fits(replace(THREE, forms=(replace(THREE.forms[0], id="new"),)), sheet)
    assert not still_fits(with_scale(highest=3), total)
    assert not still_fits(with_scale(id="new"), total)
