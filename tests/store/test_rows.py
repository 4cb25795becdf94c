"""A moment comes back with the instant, the wall clock and the zone it was written with."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from support.strategies import moments, offsets, wall, walls, zones
from support.vaults import quick

from caregiver_journal.base.marks import override
from caregiver_journal.store.rows import (
    many,
    many_words,
    moment_in_zone,
    moment_to_text,
    text_to_moment,
    zone_of,
)

BERLIN = ZoneInfo("Europe/Berlin")


def there_and_back(moment: datetime) -> datetime:
    return moment_in_zone(moment_to_text(moment), *zone_of(moment))


def clock_of(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, fold=0)


@quick
@given(walls, zones, st.integers(0, 1))
@example(wall("2026-10-25 02:30"), BERLIN, 0)
@example(wall("2026-10-25 02:30"), BERLIN, 1)
@example(wall("1936-05-01 12:00"), ZoneInfo("Europe/Amsterdam"), 0)
@example(wall("1900-01-01"), ZoneInfo("Africa/Monrovia"), 0)
def test_a_moment_that_was_comes_back_as_it_was(
    written: datetime, zone: ZoneInfo, fold: int
) -> None:
    moment = written.replace(tzinfo=zone, fold=fold)
    assume(clock_of(moment.astimezone(UTC).astimezone(zone)) == written)  # no gap
    read = there_and_back(moment)
    assert moment_to_text(read) == moment_to_text(moment)
    assert clock_of(read) == written
    assert read.utcoffset() == moment.utcoffset()
    assert zone_of(read) == zone_of(moment)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=f) for f in (0, 1))
    assert moment_to_text(first) == "2026-10-25T00:30:00.000000Z"
    assert moment_to_text(second) == "2026-10-25T01:30:00.000000Z"
    assert [there_and_back(moment).fold for moment in (first, second)] == [0, 1]


def test_the_hour_that_does_not_come_keeps_the_wall_clock_it_was_written_with() -> None:
    moment = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    read = there_and_back(moment)
    assert clock_of(read) == clock_of(moment)
    assert moment_to_text(read) == moment_to_text(moment) == "2026-03-29T01:30:00.000000Z"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "local", "Europe", "\0"])
def test_a_zone_this_computer_does_not_know_keeps_its_offset(zone: str) -> None:
    read = moment_in_zone("2026-11-20T22:15:00.000000Z", zone, 345)
    assert clock_of(read) == wall("2026-11-21 04:00")
    assert read.utcoffset() == timedelta(minutes=345)


def test_a_zone_whose_rules_changed_keeps_the_offset_it_was_written_with() -> None:
    read = moment_in_zone("2026-07-01T10:00:00.000000Z", "Europe/Berlin", 60)
    assert clock_of(read) == wall("2026-07-01 11:00")
    assert read.utcoffset() == timedelta(minutes=60)


@quick
@given(walls, offsets)
def test_a_moment_with_a_bare_offset_comes_back_too(written: datetime, zone: tzinfo) -> None:
    moment = written.replace(tzinfo=zone)
    read = there_and_back(moment)
    assert (clock_of(read), read.utcoffset()) == (written, moment.utcoffset())


@pytest.mark.parametrize("sign", [1, -1])
def test_the_widest_offset_there_can_be_is_stored(sign: int) -> None:
    widest = timezone(sign * (timedelta(days=1) - timedelta(seconds=1)))
    moment = datetime(2026, 11, 20, 12, 0, tzinfo=widest)
    assert zone_of(moment)[1] == sign * 1439
    assert moment_to_text(there_and_back(moment)) == moment_to_text(moment)


@pytest.mark.skipif(not TZPATH, reason="needs the files of the zones")
def test_a_zone_read_from_a_file_without_a_name_is_stored_by_its_offset() -> None:
    path = next((p for p in (Path(f) / "Europe/Berlin" for f in TZPATH) if p.exists()), None)
    if path is None:
        pytest.skip("needs the files of the zones")
    with path.open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    moment = datetime(2026, 11, 20, 17, 52, tzinfo=nameless)
    assert zone_of(moment) == ("UTC+01:00", 60)
    assert clock_of(there_and_back(moment)) == clock_of(moment)


class Lost(tzinfo):
    """A zone that does not know its offset."""

    @override
    def utcoffset(self, _moment: datetime | None) -> None:
        return None

    @override
    def dst(self, _moment: datetime | None) -> None:
        return None

    @override
    def tzname(self, _moment: datetime | None) -> None:
        return None


@pytest.mark.parametrize("zone", [None, Lost()])
def test_a_moment_without_its_zone_cannot_be_stored(zone: tzinfo | None) -> None:
    with pytest.raises(ValueError, match="zone"):
        zone_of(wall("2026-11-20 17:52").replace(tzinfo=zone))


@quick
@given(st.lists(moments("1900-01-02", "2199-12-30"), max_size=9))
def test_stored_moments_sort_by_time(moments: list[datetime]) -> None:
    texts = [moment_to_text(moment) for moment in moments]
    instants = sorted(moment.astimezone(UTC) for moment in moments)
    assert [text_to_moment(text) for text in sorted(texts)] == instants


def test_a_stored_moment_reads_as_utc() -> None:
    read = text_to_moment("2026-11-20T17:52:00.000001Z")
    assert read == datetime(2026, 11, 20, 17, 52, 0, 1, tzinfo=UTC)


def test_many_numbers_are_one_json_array() -> None:
    assert many([]) == "[]"
    assert many(number * 7 for number in range(3)) == "[0, 7, 14]"


def test_many_words_are_one_json_array() -> None:
    assert many_words({"b", 'a"'}) == '["a\\"", "b"]'
