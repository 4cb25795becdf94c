"""The clock tells an aware moment in a named zone, whatever the computer is set to."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
import tzlocal

from caregiver_journal.base.clock import local_zone, system_clock


def test_the_moment_is_the_present_one_in_the_zone_of_this_computer() -> None:
    now = system_clock()
    assert isinstance(now.tzinfo, ZoneInfo)
    assert abs(datetime.now(UTC) - now).total_seconds() < 60  # noqa: TID251 - compared with it


def test_the_zone_is_the_one_this_computer_is_set_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone", lambda: ZoneInfo("Asia/Kathmandu"))
    assert local_zone().key == "Asia/Kathmandu"


def test_a_zone_without_a_name_counts_as_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    def unnamed() -> tzinfo:
        return UTC

    monkeypatch.setattr(tzlocal, "get_localzone", unnamed)
    assert local_zone().key == "UTC"


@pytest.mark.parametrize("error", [ZoneInfoNotFoundError("MSK-3"), ValueError(), OSError()])
def test_a_zone_that_cannot_be_told_counts_as_utc(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> ZoneInfo:
        raise error

    monkeypatch.setattr(tzlocal, "get_localzone", fail)
    assert local_zone().key == "UTC"
