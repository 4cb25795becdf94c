"""A questionnaire keeps numbers and nothing else, and refuses those that cannot be."""

from typing import Any

import pytest
from support.builders import a_measure, an_entry

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.entry import check_entry
from caregiver_journal.domain.measure import MAX_NAME, MOST_SCALES, Measure, Score
from caregiver_journal.domain.measure_facts import measure_facts, measure_note
from caregiver_journal.domain.phrasing import say_title

TOTAL = Score("total", "", 7, 0, 27)


def test_answers_stand_in_the_order_of_the_items() -> None:
    assert Measure("phq-9", answers=((3, 1), (1, 0))).answers == ((1, 0), (3, 1))


def test_names_are_one_short_line() -> None:
    measure = a_measure(title="My\nscale " + "x" * 150, scores=(Score("a", "n\nm" * 50, 1, 0, 2),))
    assert len(measure.title) == MAX_NAME
    assert "\n" not in measure.title + measure.scores[0].name


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("instrument", {"instrument": ""}),
        ("answers", {"is_total": False, "answers": ((0, 1),)}),
        ("answers", {"is_total": False, "answers": ((201, 1),)}),
        ("answers", {"is_total": False, "answers": ((1, 1), (1, 2))}),
        ("answers", {"is_total": False, "answers": ((1, True),)}),
        ("answers", {"is_total": False, "answers": ((1, 1001),)}),
        ("answers", {"answers": ((1, 1),)}),
        ("scores", {"scores": (TOTAL, TOTAL)}),
        ("scores", {"scores": tuple(Score(str(n), "", 1, 0, 2) for n in range(MOST_SCALES + 1))}),
        ("scores", {"scores": (TOTAL._replace(value=28),)}),
        ("scores", {"scores": (TOTAL._replace(value=float("nan")),)}),
        ("scores", {"scores": (TOTAL._replace(highest=float("inf")),)}),
    ],
)
def test_what_cannot_be_is_refused(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError) as refused:
        a_measure(**values)
    assert refused.value.field == field


def test_one_with_nothing_in_it_cannot_be_written_but_can_be_read() -> None:
    with pytest.raises(InvalidValueError, match="One answer or a total is needed"):
        check_entry(an_entry(mood=Measure("phq-9")))
    check_entry(an_entry(mood=Measure("phq-9", answers=((1, 0),))))
    check_entry(an_entry(mood=a_measure()))


def test_a_title_has_the_score_where_there_is_one() -> None:
    assert say_title(an_entry(mood=a_measure())) == "Measure · PHQ-9 · 7 of 27"
    several = a_measure(title="", scores=(TOTAL, TOTAL._replace(scale="other")))
    assert say_title(an_entry(mood=several)) == "Measure · phq-9"


def test_facts_are_scores_and_answers() -> None:
    measure = Measure("x", answers=((2, 3), (1, 0)), scores=(TOTAL, Score("b", "Work", 2.5, 1, 5)))
    assert measure_facts(measure) == [
        ("Score", "7 (0–27)"),
        ("Work", "2.5 (1–5)"),
        ("Answers by item", "1: 0, 2: 3"),
    ]
    assert measure_facts(a_measure()) == [("Score", "7 (0–27)")]
    assert measure_facts(a_measure(form="label"))[-1] == ("Form", "label")
    assert "not a diagnosis" in measure_note()


def test_a_range_nobody_confirmed_is_not_said() -> None:
    measure = a_measure(scores=(Score("total", "", 131, None, None),))
    assert measure_facts(measure) == [("Score", "131")]
    assert say_title(an_entry(mood=measure)) == "Measure · PHQ-9 · 131"
