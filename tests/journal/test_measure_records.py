"""What was filled in becomes a record: scored where it can be, kept where it cannot."""

from dataclasses import replace

import pytest
from support.measuring import a_scale

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.instrument_key import key_of
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


def test_forms_that_are_gone_need_none() -> None:
    gone = Measure("core-10", form="gone", answers=((6, 4),))
    assert not needs_support(CORE, gone)
    assert not needs_support(a_scale(), Measure("own.1", answers=((1, 3),)))


@pytest.mark.parametrize(
    ("name", "form", "quiet", "speaks"),
    [("phq-9", "", 24, 25), ("core-10", "", 36, 37), ("core-10", "label", 36, 37)],
)
def test_a_total_that_the_other_items_cannot_reach_needs_support(
    name: str, form: str, quiet: int, speaks: int
) -> None:
    instrument = find_shipped(name)
    for total, is_needed in ((quiet, False), (speaks, True)):
        measure = record_totals(instrument, {"total": total}, form)
        assert needs_support(instrument, measure) is is_needed


def test_a_total_of_a_questionnaire_without_such_an_item_needs_no_support() -> None:
    gad = find_shipped("gad-7")
    assert not needs_support(gad, record_totals(gad, {"total": 21}))
    other = record_totals(gad, {"total": 21})
    assert not needs_support(PHQ, replace(other, scores=(other.scores[0]._replace(scale="gone"),)))


def test_a_risk_item_that_is_turned_round_is_quiet_at_its_other_end() -> None:
    turned = replace(PHQ, forms=(replace(PHQ.forms[0], reversed=frozenset({9})),))
    assert not needs_support(turned, record_totals(turned, {"total": 24}))
    assert needs_support(turned, record_totals(turned, {"total": 25}))
    coded = replace(turned, scales=(replace(turned.scales[0], as_coded=True),))
    assert not needs_support(coded, record_totals(coded, {"total": 27}))


def test_where_the_form_is_coded_in_one_way_only_a_total_is_of_that_way() -> None:
    named = replace(PHQ, forms=(replace(PHQ.forms[0], id="paper"),))
    total, sheet = record_totals(named, {"total": 9}), record_answers(named, {1: 1})
    assert (total.form, total.key) == (sheet.form, sheet.key) == ("paper", key_of(named, "paper"))
