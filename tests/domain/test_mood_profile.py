"""The mood through week and day is told by its middles."""

from dataclasses import replace

from support.trend_values import a_profile, empty_values

from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood_profile import (
    MoodProfile,
    Slot,
    hours_of,
    say_hours,
    say_slot,
    tell_profile,
)


def test_the_lowest_and_the_highest_are_named() -> None:
    said = tell_profile(a_profile())
    assert said.sentence == (
        "By weekday the middle lies at 3, by time of day between 2.5 (Early) and 4 (Afternoon)."
    )
    assert said.counted == "44 check-ins on 35 days"
    assert said.is_enough


def test_a_slot_with_too_few_has_its_number_and_no_middle() -> None:
    rows = {row.cells[0]: row.cells[1:] for row in tell_profile(a_profile()).rows}
    assert rows["Monday"] == ("3", "2.5", "4", "3")
    assert rows["Sunday"] == ("", "", "", "2")
    assert rows["Morning"] == ("", "", "", "0")


def test_only_days_or_only_parts_can_be_enough() -> None:
    data = a_profile()
    days = tell_profile(replace(data, parts=(Slot(1, 3, 3, 3),) * 5))
    assert days.sentence == "By weekday the middle lies at 3."
    parts = tell_profile(replace(data, weekdays=(Slot(1, 3, 3, 3),) * 7))
    assert parts.sentence.startswith("By time of day between")


def test_none_and_too_few() -> None:
    empty = empty_values()["profile"]
    assert isinstance(empty, MoodProfile)
    assert tell_profile(empty).sentence == "No check-ins in these days."
    few = tell_profile(replace(empty, weekdays=(Slot(1, 3, 3, 3),) * 7, parts=(Slot(1),) * 5))
    assert few.sentence.startswith("Not enough yet to draw: 7 days")
    assert not few.is_enough


def test_a_slot_in_words() -> None:
    assert say_slot("Monday", Slot(9, 3, 2.5, 4), is_part=False) == (
        "Monday: 3, half of them 2.5–4 · 9 days"
    )
    assert say_slot("Night", Slot(3, 3, 3, 3), is_part=True) == "Night: 3 · 3 check-ins"
    assert say_slot("Night", Slot(1), is_part=True) == "Night: too few · 1 check-in"


def test_what_is_behind_a_slot_are_the_check_ins_of_its_weekday_or_its_hours() -> None:
    rows = {row.cells[0]: row.behind for row in tell_profile(a_profile()).rows}
    monday, early = rows["Monday"], rows["Early"]
    assert monday is not None
    assert monday.query.weekdays == {0}
    assert early is not None
    assert early.query.hours == {4, 5, 6, 7, 8}
    assert early.query.kinds == {Kind.MOOD}
    assert rows["Morning"] is None


def test_the_parts_make_up_the_day_and_are_said_by_their_names() -> None:
    parts = [hours_of(part) for part in range(5)]
    assert sorted(hour for part in parts for hour in part) == list(range(24))
    assert say_hours(parts[0] | parts[4]) == "Early, Night"
    assert say_hours(frozenset({3, 12})) == "03:00, 12:00"
