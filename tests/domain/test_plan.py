"""A plan: what it takes, in which order plans stand, and where one stands by its day."""

from datetime import date, datetime, timedelta

import pytest
from support.clock import START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.boundary import MAX_LABEL, TEXTS, Boundary
from caregiver_journal.domain.plan import (
    PLAN_LABELS,
    PLAN_TEXTS,
    Plan,
    Stage,
    say_expected,
    soonest_first,
    stage_of,
)

TODAY = START.date()


def test_every_part_has_its_place_in_a_boundary_moment() -> None:
    assert set(PLAN_TEXTS) < set(TEXTS)
    assert {*PLAN_TEXTS, *PLAN_LABELS, "belief"} <= set(Boundary.__dataclass_fields__)


def test_texts_are_cleaned_as_those_of_a_moment_are() -> None:
    plan = Plan(" the rota\r\nagain ", START, asker=" team \n lead ", words="\x07no")
    assert (plan.asked, plan.asker, plan.words) == ("the rota\nagain", "team lead", "no")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"asked": " \n "}, "asked"),
        ({"asker": "x" * (MAX_LABEL + 1)}, "asker"),
        ({"setting": "x" * (MAX_LABEL + 1)}, "setting"),
        ({"limit": "x" * (MAX_LABEL + 1)}, "limit"),
        ({"belief": 101}, "belief"),
        ({"belief": -1}, "belief"),
        ({"belief": True}, "belief"),
        ({"day": date(2200, 1, 1)}, "day"),
        ({"made": datetime(2026, 11, 20)}, "made"),  # noqa: DTZ001 - on purpose
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(change: dict[str, object], field: str) -> None:
    values: dict[str, object] = {"asked": "the rota", "made": START} | change
    with pytest.raises(InvalidValueError) as refused:
        Plan(**values)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_soonest_comes_first_and_those_without_a_day_last() -> None:
    later = START + timedelta(hours=1)
    plans = [
        Plan("someday, second", later),
        Plan("far", START, date(2026, 12, 24)),
        Plan("someday, first", START),
        Plan("near", later, date(2026, 11, 21)),
    ]
    assert [plan.asked for plan in soonest_first(plans)] == [
        "near",
        "far",
        "someday, first",
        "someday, second",
    ]


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (2, Stage.FAR),
        (1, Stage.NEAR),
        (0, Stage.NEAR),
        (-1, Stage.JUST_OVER),
        (-2, Stage.JUST_OVER),
        (-3, Stage.LONG_OVER),
    ],
)
def test_the_day_decides_where_a_plan_stands(days: int, stage: Stage) -> None:
    assert stage_of(Plan("the rota", START, TODAY + timedelta(days=days)), TODAY) is stage


def test_a_plan_without_a_day_is_never_near() -> None:
    assert stage_of(Plan("the rota", START), TODAY) is Stage.FAR


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "no day yet"),
        (TODAY, "today"),
        (TODAY + timedelta(days=1), "tomorrow"),
        (TODAY + timedelta(days=2), "Sunday 22 November"),
        (TODAY - timedelta(days=1), "Thursday 19 November"),
    ],
)
def test_the_day_is_said(day: date | None, said: str) -> None:
    assert say_expected(Plan("the rota", START, day), TODAY) == said


def test_what_was_written_is_not_in_its_representation() -> None:
    assert "mother" not in repr(Plan("mother", START, asker="mother", words="mother"))
