"""What does not mend itself waits on Today until it is seen to."""

from datetime import UTC

import pytest

from caregiver_journal.journal.check_waiting import waiting_check
from caregiver_journal.journal.checking import Checked, Trouble, note_check
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.waiting import read_waiting


def titles(journal: Journal) -> list[str]:
    return [waiting.title for waiting in waiting_check(journal, journal.clock().date())]


def test_nothing_waits_while_all_is_well(journal: Journal) -> None:
    assert titles(journal) == []
    note_check(journal, Checked(journal.clock().astimezone(UTC)))
    assert titles(journal) == []


@pytest.mark.parametrize("trouble", [Trouble.INDEX, Trouble.FREE_PAGES])
def test_what_mends_itself_does_not_wait(journal: Journal, trouble: Trouble) -> None:
    note_check(journal, Checked(journal.clock().astimezone(UTC), frozenset({trouble})))
    assert titles(journal) == []


def test_damage_waits(journal: Journal) -> None:
    trouble = frozenset({Trouble.DAMAGE})
    note_check(
        journal,
        Checked(journal.clock().astimezone(UTC), trouble, "b.cjbackup", is_backup_whole=False),
    )
    (waiting,) = waiting_check(journal, journal.clock().date())
    assert waiting.title == "Part of the journal's file is damaged"
    assert (waiting.section, waiting.part) == ("settings", "check")
    assert "b.cjbackup" in waiting.sentence
    assert waiting in read_waiting(journal)


def test_a_damaged_backup_waits(journal: Journal) -> None:
    when = journal.clock().astimezone(UTC)
    note_check(journal, Checked(when, backup="b.cjbackup", is_backup_whole=False))
    assert titles(journal) == ["A backup is damaged"]
