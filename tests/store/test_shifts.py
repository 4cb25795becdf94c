"""Kinds of shift: four to begin with, the person's own beside them, renamed everywhere at once."""

from dataclasses import replace
from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.journal import Journal


def names(journal: Journal) -> list[str]:
    return [shift.name for shift in journal.shifts.offered()]


def add(journal: Journal, shift: Shift) -> Shift:
    with journal.writing(Topic.SHIFT):
        return journal.shifts.add(shift)


def test_a_new_journal_offers_four_and_one_is_a_day_off(journal: Journal) -> None:
    assert names(journal) == ["Off", "Early", "Late", "Night"]
    assert [shift.name for shift in journal.shifts.all() if shift.is_off] == ["Off"]


def test_one_of_ones_own_comes_last(journal: Journal) -> None:
    added = add(journal, Shift("On call"))
    assert names(journal)[-1] == "On call"
    assert added == journal.shifts.all()[-1]


def test_a_hidden_one_is_offered_no_more_and_days_keep_it(journal: Journal) -> None:
    night = journal.shifts.all()[-1]
    with journal.writing(Topic.SHIFT):
        journal.workdays.write(Workday(date(2026, 11, 20), night))
        journal.shifts.change(replace(night, is_hidden=True))
    assert "Night" not in names(journal)
    kept = journal.workdays.read(date(2026, 11, 20)).shift
    assert kept is not None
    assert kept.name == "Night"


def test_a_new_name_holds_for_every_day_that_had_it(journal: Journal) -> None:
    late = journal.shifts.all()[2]
    with journal.writing(Topic.SHIFT):
        journal.workdays.write(Workday(date(2026, 11, 20), late))
        journal.shifts.change(replace(late, name="Spät"))
    kept = journal.workdays.read(date(2026, 11, 20)).shift
    assert kept is not None
    assert kept.name == "Spät"


def test_two_of_one_name_are_refused_whatever_their_case(journal: Journal) -> None:
    with pytest.raises(InvalidValueError):
        add(journal, Shift("NIGHT"))
    early = journal.shifts.all()[1]
    with pytest.raises(InvalidValueError), journal.writing(Topic.SHIFT):
        journal.shifts.change(replace(early, name="late"))
    with journal.writing(Topic.SHIFT):
        journal.shifts.change(replace(early, name="EARLY"))
    assert names(journal) == ["Off", "EARLY", "Late", "Night"]


@pytest.mark.parametrize("number", [None, 99])
def test_one_that_is_not_there_cannot_be_changed(journal: Journal, number: int | None) -> None:
    with pytest.raises(NothingFoundError), journal.writing(Topic.SHIFT):
        journal.shifts.change(Shift("Split", number=number))
