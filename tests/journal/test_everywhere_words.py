"""Which backups hold something is said by their dates, and what is beyond reach honestly."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caregiver_journal.base.errors import BackupDamagedError, DiskFullError
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.everywhere_words import (
    MOST_NAMED,
    name_backups,
    say_beyond_reach,
    say_failed,
    say_held,
    say_not_held,
    say_taken_out,
)

NOW = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)
OWN = Path("/journal/backups")


def backups(count: int, folder: Path = OWN) -> list[Backup]:
    moments = [NOW - timedelta(days=number) for number in range(count)]
    return [Backup(folder / f"{made:%d}.cjbackup", made, 1) for made in moments]


def test_backups_are_named_by_their_dates() -> None:
    own = name_backups(backups(2), OWN, NOW)
    assert own == ["Friday 20 November, 17:52", "Thursday 19 November, 17:52"]
    (elsewhere,) = name_backups(backups(1, Path("/media/stick")), OWN, NOW)
    assert elsewhere == "Friday 20 November, 17:52 (in stick)"


def test_of_many_the_newest_are_named() -> None:
    named = name_backups(backups(MOST_NAMED + 3), OWN, NOW)
    assert (len(named), named[-1]) == (MOST_NAMED + 1, "and 3 more")


def test_one_and_several_are_said_as_such() -> None:
    assert say_held(1, 1) == "The entry is still in one backup:"
    assert say_held(3, 2) == "What was deleted is still in 3 backups:"
    assert say_not_held(1) == "Deleted for good. No backup holds it."
    assert say_not_held(4) == "4 entries deleted for good. No backup holds them."


@pytest.mark.parametrize(("count", "end"), [(1, "looked into holds it."), (4, "into holds them.")])
def test_not_more_is_said_than_was_looked_into(count: int, end: str) -> None:
    assert say_not_held(count, all_looked_into=False).endswith(end)
    assert say_taken_out(1) == "Removed from one backup."


def test_reasons_are_said_once_each() -> None:
    errors = [DiskFullError("Full."), BackupDamagedError("Bad."), DiskFullError("Full.")]
    assert say_failed(errors, is_removal=True) == [
        "2 backups stay as they were. Full.",
        "One backup stays as it was. Bad.",
    ]
    assert say_failed(errors[1:2], is_removal=False) == [
        "One backup could not be looked into. Bad."
    ]
    assert say_failed([], is_removal=False) == []


def test_what_is_beyond_reach_is_said() -> None:
    always = say_beyond_reach(())
    assert "not plugged in" in always
    assert say_beyond_reach(["a.db"]) == (
        f"{always} Nor is an earlier copy in the journal's folder: a.db."
    )
    assert say_beyond_reach(["a.db", "b"]).endswith(
        "Nor are earlier copies in the journal's folder: a.db, b."
    )
