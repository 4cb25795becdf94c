"""What one questionnaire came to, beside those before it."""

from dataclasses import replace
from datetime import date

import pytest
from support.builders import an_entry
from support.measuring import a_scale, answer, fill_in, keep

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.instrument import CutOff, Side, Status
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.journal.instruments import find_shipped
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_entry import _farthest_line, result_of
from caregiver_journal.journal.measure_records import record_answers
from caregiver_journal.journal.measuring import add_own, change_own, delete_instrument

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 6)


def test_the_first_one_has_nothing_to_be_compared_with(journal: Journal) -> None:
    result = result_of(journal, fill_in(journal, MAY, "phq-9", 12))
    (scale,) = result.scales
    assert (result.title, result.day, result.needs_support) == ("PHQ-9", MAY, False)
    assert scale.score == Score("total", "", 12, 0, 27)
    assert scale.line is not None
    assert scale.line[0].startswith("10 or more: second severity line")
    assert (scale.since_last, scale.since_first, scale.n) == (None, None, 1)


def test_a_change_is_told_since_the_last_and_since_the_first(journal: Journal) -> None:
    first = fill_in(journal, MAY, "phq-9", 20)
    middle = fill_in(journal, JUNE, "phq-9", 14)
    last = fill_in(journal, JULY, "phq-9", 13)
    (scale,) = result_of(journal, last).scales
    assert scale.since_last is not None
    assert scale.since_first is not None
    assert (scale.since_last.day, scale.since_last.change.difference) == (JUNE, -1)
    assert (scale.since_first.day, scale.since_first.change.difference) == (MAY, -7)
    assert scale.n == 3
    (scale,) = result_of(journal, middle).scales
    assert scale.since_last is not None
    assert (scale.since_last.day, scale.since_first, scale.n) == (MAY, None, 2)
    assert result_of(journal, first).scales[0].since_last is None


def test_scales_without_a_score_say_why(journal: Journal) -> None:
    result = result_of(journal, answer(journal, MAY, "cbi", *[50] * 6, 25, 25, 25))
    assert [(scale.name, scale.score is None) for scale in result.scales] == [
        ("Personal", False),
        ("Work", True),
        ("Clients", True),
    ]
    assert result.scales[1].left_out == "3 of 7 answered; at least 4 are needed"


def test_a_total_says_nothing_of_the_scales_that_were_not_told(journal: Journal) -> None:
    result = result_of(journal, fill_in(journal, MAY, "cbi", 40))
    assert [scale.name for scale in result.scales] == ["Personal"]


def test_an_answer_about_harm_asks_for_the_support_card(journal: Journal) -> None:
    assert result_of(journal, answer(journal, MAY, "phq-9", *[0] * 8, 1)).needs_support
    assert not result_of(journal, answer(journal, MAY, "phq-9", *[3] * 8, 0)).needs_support


def test_without_its_facts_its_scores_are_left(journal: Journal) -> None:
    own = add_own(journal, a_scale()).id
    entry = answer(journal, MAY, own, 1, 2, 3)
    delete_instrument(journal, own)
    result = result_of(journal, entry)
    assert result.title == "My week"
    assert [scale.score and scale.score.value for scale in result.scales] == [2]
    assert result.scales[0].since_last is None


def test_a_scale_that_was_changed_since_is_silent(journal: Journal) -> None:
    found = add_own(journal, a_scale())
    answer(journal, MAY, found.id, 1, 1, 1)
    entry = answer(journal, JUNE, found.id, 1, 2, 3)
    partly = answer(journal, JULY, found.id, 1, None, 3)
    wider = a_scale(codes=(1, 3), scale_id=found.id)
    change_own(journal, wider)
    (scale,) = result_of(journal, entry).scales
    assert (scale.since_last, scale.n, scale.higher) == (None, 1, "")
    assert result_of(journal, answer(journal, JULY, found.id, 3, 3, 3)).scales[0].n == 1
    assert [each.left_out for each in result_of(journal, partly).scales] != [""]
    change_own(journal, replace(wider, scales=(replace(wider.scales[0], id="other"),)))
    assert [each.score is None for each in result_of(journal, entry).scales] == [False]
    change_own(journal, a_scale(codes=(5, 9), scale_id=found.id))
    assert result_of(journal, partly).scales == ()


def test_a_scale_that_is_turned_round_now_is_held_against_nothing(journal: Journal) -> None:
    found = add_own(journal, a_scale())
    before = answer(journal, MAY, found.id, 3, 3, 3)
    change_own(journal, a_scale(scale_id=found.id, turned=(1, 2, 3)))
    (scale,) = result_of(journal, answer(journal, JUNE, found.id, 3, 3, 3)).scales
    assert (scale.score and scale.score.value, scale.since_last, scale.n) == (0, None, 1)
    (old,) = result_of(journal, before).scales
    assert (old.score and old.score.value, old.since_last, old.higher) == (3, None, "")


def test_what_came_from_elsewhere_and_fits_nothing_is_silent(journal: Journal) -> None:
    found = add_own(journal, a_scale())
    fits = record_answers(found.instrument, {1: 3})
    entry = keep(journal, MAY, replace(fits, answers=((1, 9),)))
    assert result_of(journal, entry).scales == ()
    other = keep(journal, MAY, replace(fits, scores=(Score("total", "Old", 1, 0, 8),)))
    (scale,) = result_of(journal, other).scales
    assert (scale.name, scale.n) == ("Old", 1)


def test_another_kind_of_entry_has_no_result(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        result_of(journal, an_entry())


def test_an_entry_that_has_no_score_is_compared_with_nothing(journal: Journal) -> None:
    fill_in(journal, MAY, "phq-9", 20)
    entry = answer(journal, MAY, "phq-9", 1)
    (scale,) = result_of(journal, entry).scales
    assert scale.score is None
    assert isinstance(entry.detail, Measure)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "2 or less: low"),
        (3, "4 or less: lower than most"),
        (5, None),
        (6, "6 or more: high"),
        (9, "above 8: very high"),
    ],
)
def test_of_several_lines_the_farthest_is_told(value: float, words: str | None) -> None:
    lines = tuple(
        CutOff(at, side, said, "somebody", Status.CONFIRMED)
        for at, side, said in (
            (2, Side.TO, "low"),
            (4, Side.TO, "lower than most"),
            (6, Side.FROM, "high"),
            (8, Side.ABOVE, "very high"),
        )
    )
    scale = replace(find_shipped("phq-9").scales[0], cut_offs=lines)
    found = _farthest_line(scale, value)
    assert (found and found[0]) == words
