"""Scores, and the published lines they meet, are said in words."""

from dataclasses import replace

import pytest

from caregiver_journal.domain.instrument import CutOff, Side, Status
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import (
    known_lines,
    line_facts,
    measure_facts,
    meets,
    say_line,
    say_number,
    say_reach,
    short_line,
)
from caregiver_journal.journal.instruments import find_shipped


def line(value: float, side: Side, words: str = "", rounded: int | None = None) -> CutOff:
    return CutOff(value, side, words, "made up", Status.CONFIRMED, rounded)


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [(7, 0, "7"), (10, 2, "10"), (2.25, 2, "2.25"), (2.5, 2, "2.5"), (14.2857, 1, "14.3")],
)
def test_a_score_has_no_more_digits_than_it_needs(value: float, decimals: int, words: str) -> None:
    assert say_number(value, decimals) == words


def test_what_a_scale_reaches_is_said_where_it_is_known() -> None:
    assert say_reach(0, 27) == " (0–27)"
    assert say_reach(None, 27) == say_reach(0, None) == ""


@pytest.mark.parametrize(
    ("side", "below", "at", "above", "words", "short"),
    [
        (Side.FROM, False, True, True, "10 or more", "≥ 10"),
        (Side.TO, True, True, False, "10 or less", "≤ 10"),
        (Side.ABOVE, False, False, True, "above 10", "> 10"),
        (Side.BELOW, True, False, False, "below 10", "< 10"),
    ],
)
def test_a_line_is_met_on_its_side(
    side: Side, below: bool, at: bool, above: bool, words: str, short: str
) -> None:
    ten = line(10, side)
    assert [meets(value, ten) for value in (9.9, 10, 10.1)] == [below, at, above]
    assert say_line(ten) == words
    assert short_line(ten) == short
    assert say_line(ten._replace(words="a lot")) == f"{words}: a lot"


def test_a_line_may_round_a_score_first() -> None:
    assert meets(2.94, line(2.9, Side.TO, rounded=1))
    assert not meets(2.94, line(2.9, Side.TO))


def met(name: str, value: float, scale: str = "total") -> list[str]:
    return [said for said, _source in line_facts(find_shipped(name).scale(scale), value)]


@pytest.mark.parametrize(
    ("name", "value", "lines"),
    [
        ("phq-9", 4, 0),
        ("phq-9", 5, 1),
        ("phq-9", 9, 1),
        ("phq-9", 10, 2),
        ("phq-9", 15, 3),
        ("phq-9", 20, 4),
        ("gad-7", 4, 0),
        ("gad-7", 15, 3),
        ("who-5", 48, 1),
        ("who-5", 52, 0),
        ("ucla-3", 5, 0),
        ("ucla-3", 6, 1),
        ("core-10", 10, 0),
        ("core-10", 11, 1),
        ("core-10", 13, 2),
        ("pss-10", 40, 0),
    ],
)
def test_the_published_lines_are_met_at_their_values(name: str, value: float, lines: int) -> None:
    assert len(met(name, value)) == lines


def test_words_are_those_of_the_source_and_the_number_alone_where_sources_disagree() -> None:
    assert met("who-5", 48) == ["50 or less: low, which is a raw sum below 13"]
    assert met("cbi", 50, "work") == ["50 or more"]
    assert met("cbi", 49.9, "work") == []
    assert met("proqol-5", 22, "burnout") == [
        "22 or less: low by the bands of the self-score sheet"
    ]
    assert met("proqol-5", 23, "burnout") == met("proqol-5", 41, "burnout") == []
    assert met("proqol-5", 42, "burnout") == [
        "42 or more: high by the bands of the self-score sheet"
    ]
    assert met("scs-sf", 2.5) == met("scs-sf", 3.5) == []
    assert met("scs-sf", 29 / 12) == ["below 2.5: low, by a rough guide of the long form"]
    assert met("scs-sf", 43 / 12) == ["above 3.5: high, by a rough guide of the long form"]
    assert met("mspss", 35 / 12) == ["2.9 or less: low, approximate"]
    assert met("mspss", 3) == met("mspss", 5) == ["3 or more: moderate, approximate"]
    assert met("mspss", 61 / 12)[-1] == "5.1 or more: high, approximate"


def test_a_provisional_line_is_not_spoken_of() -> None:
    scale = find_shipped("phq-9").scales[0]
    known = scale.cut_offs[0]._replace(status=Status.PROVISIONAL)
    assert known not in known_lines(scale)
    assert len(known_lines(scale)) == 4


def test_answers_and_form_are_called_as_on_the_paper_where_that_is_known() -> None:
    core = find_shipped("core-10")
    measure = Measure("core-10", form="label", answers=((6, 1),))
    assert measure_facts(measure) == [("Form", "label"), ("Answers by item", "6: 1")]
    named = replace(core, labels=tuple(f"Q{item}" for item in range(1, 11)))
    assert measure_facts(measure, named) == [
        ("Form", core.form("label").title),
        ("Answers by item", "Q6: 1"),
    ]
    bare = replace(core, forms=(replace(core.forms[0], title=""),))
    assert measure_facts(replace(measure, form="printed"), bare)[0] == ("Form", "printed")
    assert measure_facts(Measure("core-10", answers=((6, 1),)), core) == [
        ("Answers by item", "6: 1")
    ]
