"""The work of a day: every part may be missing, and no number is out of its range."""

from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday

DAY = date(2026, 11, 20)


def test_nothing_said_is_an_empty_day_and_no_day_off() -> None:
    assert Workday(DAY).is_empty
    assert not Workday(DAY).is_off


@pytest.mark.parametrize(
    "workday", [Workday(DAY, Shift("Off")), Workday(DAY, hours=0), Workday(DAY, load=0)]
)
def test_a_nought_is_something_said(workday: Workday) -> None:
    assert not workday.is_empty


def test_the_kind_of_shift_says_whether_it_was_off() -> None:
    assert Workday(DAY, Shift("Rest", is_off=True)).is_off
    assert not Workday(DAY, Shift("Late")).is_off


@pytest.mark.parametrize("hours", [-0.5, 24.25, float("nan"), float("inf")])
def test_a_day_has_24_hours(hours: float) -> None:
    with pytest.raises(InvalidValueError):
        Workday(DAY, hours=hours)


@pytest.mark.parametrize("load", [-1, 11])
def test_a_load_is_a_number_from_0_to_10(load: int) -> None:
    with pytest.raises(InvalidValueError):
        Workday(DAY, load=load)
