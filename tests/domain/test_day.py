"""A moment counts to the day a person would say it belongs to, wherever the clock stands."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import offsets, walls, zones
from support.vaults import quick

from caregiver_journal.domain.day import DEFAULT_START, day_of, week_of

starts = st.integers(0, 12).map(time)


def at(text: str, zone: str = "Europe/London", fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


@quick
@given(walls, zones, starts, st.integers(0, 1))
def test_only_the_wall_clock_decides(
    wall: datetime, zone: ZoneInfo, start: time, fold: int
) -> None:
    moment = wall.replace(tzinfo=zone, fold=fold)
    began = datetime.combine(day_of(moment, start), start)
    assert began <= wall < began + timedelta(days=1)


@quick
@given(walls, offsets, starts)
def test_where_no_clock_changes_a_day_has_24_hours(
    wall: datetime, zone: tzinfo, start: time
) -> None:
    moment = wall.replace(tzinfo=zone)
    assert day_of(moment + timedelta(days=1), start) == day_of(moment, start) + timedelta(days=1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-20 03:59:59.999999", "2026-11-19"),
        ("2026-11-20 04:00", "2026-11-20"),
        ("2026-11-20 23:59", "2026-11-20"),
        ("2026-11-21 00:00", "2026-11-20"),
        ("2028-02-29 12:00", "2028-02-29"),
        ("2028-03-01 02:00", "2028-02-29"),
        ("2026-03-01 02:00", "2026-02-28"),
        ("2027-01-01 01:00", "2026-12-31"),
        ("1900-01-01 00:00", "1899-12-31"),
        ("2199-12-31 23:59", "2199-12-31"),
    ],
)
def test_a_day_begins_at_four(moment: str, day: str) -> None:
    assert day_of(at(moment)).isoformat() == day


def test_a_night_shift_belongs_to_one_day() -> None:
    began = at("2026-11-20 20:30", "Europe/Berlin")
    days = {day_of(began + timedelta(hours=hours), time(9)) for hours in range(12)}
    assert days == {date(2026, 11, 20)}


def test_a_day_that_begins_at_midnight_is_the_date() -> None:
    assert day_of(at("2026-11-20 00:00"), time(0)) == date(2026, 11, 20)


def test_the_hour_that_comes_twice_counts_to_the_evening_before_both_times() -> None:
    first, second = (at("2026-10-25 02:30", "Europe/Berlin", fold) for fold in (0, 1))
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert day_of(first) == day_of(second) == date(2026, 10, 24)
    assert day_of(first, time(2)) == day_of(second, time(2)) == date(2026, 10, 25)


def test_the_hour_that_does_not_come_counts_as_written() -> None:
    assert day_of(at("2026-03-29 02:30", "Europe/Berlin")) == date(2026, 3, 28)
    assert day_of(at("2026-03-29 04:00", "Europe/Berlin")) == date(2026, 3, 29)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Tongatapu", "2026-11-21"),  # +13:00
        ("Asia/Kathmandu", "2026-11-20"),  # +05:45, 03:45 in the night
        ("America/St_Johns", "2026-11-20"),  # -03:30
        ("Pacific/Pago_Pago", "2026-11-20"),  # -11:00
        ("Pacific/Kiritimati", "2026-11-21"),  # +14:00
    ],
)
def test_one_instant_has_its_own_day_in_each_zone(zone: str, day: str) -> None:
    instant = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
    assert day_of(instant.astimezone(ZoneInfo(zone))).isoformat() == day


def test_a_journey_across_the_date_line_has_a_day_twice_and_another_never() -> None:
    evening = at("2026-11-20 20:00", "Pacific/Kiritimati")
    landed = (evening + timedelta(hours=1)).astimezone(ZoneInfo("Pacific/Honolulu"))
    assert (day_of(evening), day_of(landed)) == (date(2026, 11, 20), date(2026, 11, 19))


def test_the_first_moments_there_are_count_to_the_first_day() -> None:
    assert day_of(datetime.min.replace(tzinfo=UTC)) == date.min


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_of(datetime(2026, 11, 20, 17, 52))  # noqa: DTZ001 - that is what it is about


def test_days_begin_at_four_unless_set_otherwise() -> None:
    assert DEFAULT_START.isoformat() == "04:00:00"


@quick
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_week_has_seven_days_from_monday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert day in week
    assert [each.weekday() for each in week] == list(range(7))
    assert week[-1] - week[0] == timedelta(days=6)
    assert all(week_of(each) == week for each in week)
