"""Many backups of late are kept, fewer of long ago, and never too few."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.thinning import LAST, keep

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
EARLIEST, LATEST = (datetime(year, 1, 1) for year in (2024, 2027))  # noqa: DTZ001 - as hypothesis asks
moments = st.sets(st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC)), max_size=60)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_three_a_day_for_two_years() -> None:
    made = {ago(n / 3) for n in range(3 * 730)}
    kept = sorted(keep(made, NOW), reverse=True)
    assert kept[:LAST] == sorted(made, reverse=True)[:LAST]
    days = [moment for moment in kept if moment >= ago(14)]
    assert len({moment.date() for moment in days}) == 15
    weeks = {moment.isocalendar()[:2] for moment in kept if moment >= ago(56)}
    assert len(weeks) == 9
    assert len({(moment.year, moment.month) for moment in kept}) == 13
    assert len(kept) < 45
    assert min(kept) >= ago(366)


def test_few_are_all_kept_however_old() -> None:
    made = {ago(1000 + n) for n in range(LAST)}
    assert keep(made, NOW) == made


def test_what_lies_in_the_future_is_kept() -> None:
    made = {NOW + timedelta(days=400 + n) for n in range(20)} | {ago(700)}
    assert keep(made, NOW) == made


def test_what_lies_in_the_future_takes_the_place_of_no_other() -> None:
    past = {ago(n) for n in range(1, 700)}
    future = {NOW + timedelta(hours=n) for n in range(1, 30)}
    assert keep(past | future, NOW) == keep(past, NOW) | future


@given(moments)
def test_the_newest_and_enough_are_kept(made: set[datetime]) -> None:
    kept = keep(made, NOW)
    assert kept <= made
    assert len(kept) >= min(len(made), LAST)
    if made:
        assert max(made) in kept
    assert keep(kept, NOW) == kept


@given(moments)
def test_each_day_week_and_month_has_one(made: set[datetime]) -> None:
    kept = keep(made, NOW)
    lately = {moment for moment in made if ago(14) <= moment <= NOW}
    assert {m.date() for m in lately} == {m.date() for m in kept if m in lately}
    year = {moment for moment in made if ago(366) <= moment <= NOW}
    assert {(m.year, m.month) for m in year} == {(m.year, m.month) for m in kept if m in year}
