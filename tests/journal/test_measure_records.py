"""What was filled in becomes a record: scored where it can be, kept where it cannot."""

import pytest
from support.measuring import a_scale

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.measure import Measure
from caregiver_journal.journal.instruments import find_shipped
from caregiver_journal.journal.measure_records import (
    needs_support,
    record_answers,
    record_totals,
)

PHQ, CORE, CBI = find_shipped("phq-9"), find_shipped("core-10"), find_shipped("cbi")


def test_answers_are_scored_and_what_is_missing_stays_missing() -> None:
    measure = record_answers(PHQ, dict.fromkeys(range(1, 10), 1))
    assert [(score.value, score.highest) for score in measure.scores] == [(9, 27)]
    partly = record_answers(CBI, dict.fromkeys((1, 2, 3, 7), 50))
    assert [(score.scale, score.value) for score in partly.scores] == [("personal", 50)]
    assert [item for item, _code in partly.answers] == [1, 2, 3, 7]
    assert record_answers(PHQ, {2: 1}).scores == ()


def test_totals_are_kept_with_the_form_that_is_known() -> None:
    measure = record_totals(CBI, {"work": 43, "personal": 50})
    assert measure.is_total
    assert [score.scale for score in measure.scores] == ["personal", "work"]
    assert record_totals(CORE, {"total": 12}, "label").form == "label"
    assert record_totals(CORE, {"total": 12}).form == ""


def test_what_fits_nothing_is_refused() -> None:
    for answers in ({}, {1: 4}, {10: 1}):
        with pytest.raises(InvalidValueError) as error:
            record_answers(PHQ, answers)
        assert error.value.field == "answers"
    with pytest.raises(InvalidValueError):
        record_totals(PHQ, {})
    with pytest.raises(InvalidValueError):
        record_totals(PHQ, {"total": 28})
    for refused in ({"scale": 3}, {"total": 3, "other": 3}):
        with pytest.raises(NothingFoundError):
            record_totals(PHQ, refused)
    with pytest.raises(NothingFoundError):
        record_totals(CORE, {"total": 3}, "another")
    with pytest.raises(NothingFoundError):
        record_answers(CORE, {1: 3})


@pytest.mark.parametrize("form", ["printed", "label"])
def test_an_item_about_harm_above_its_lowest_code_needs_support(form: str) -> None:
    assert needs_support(PHQ, record_answers(PHQ, {9: 1}))
    assert not needs_support(PHQ, record_answers(PHQ, {9: 0, 1: 3}))
    assert not needs_support(PHQ, record_answers(PHQ, {1: 3}))
    assert needs_support(CORE, record_answers(CORE, {6: 1}, form))
    assert not needs_support(CORE, record_answers(CORE, {6: 0, 2: 4}, form))


def test_totals_and_forms_that_are_gone_need_none() -> None:
    assert not needs_support(PHQ, record_totals(PHQ, {"total": 27}))
    gone = Measure("core-10", form="gone", answers=((6, 4),))
    assert not needs_support(CORE, gone)
    assert not needs_support(a_scale(), Measure("own.1", answers=((1, 3),)))
