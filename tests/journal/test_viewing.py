"""Somebody looks around in a backup; what a killed process left goes at the next opening."""

from pathlib import Path

import pytest
from support.backups import damaged, on_a_stick
from support.builders import a_boundary, an_entry
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.base.errors import BackupDamagedError, ReadOnlyJournalError
from caregiver_journal.base.places import viewing_folder
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal.viewing import Viewing, contents_of


@pytest.fixture
def stick(place: Place, tmp_path: Path) -> Path:
    """A backup with two entries and one in the trash."""
    journal = place.open()
    gone = an_entry("Gone")
    for entry in (an_entry("A heron"), an_entry(mood=a_boundary("Cover the Monday")), gone):
        journal.add(entry)
    journal.remove(gone)
    return on_a_stick(journal, tmp_path)


def left() -> list[Path]:
    return list(viewing_folder().glob("*"))


def test_it_is_opened_by_passphrase_or_code_and_counted(place: Place, stick: Path) -> None:
    viewing = Viewing(stick)
    assert viewing.unpack().path == stick
    by_code = viewing.unlock_with_code(place.opened.root.recovery_code())
    assert by_code.journal_id == place.opened.journal_id
    journal = viewing.open(viewing.unlock_with_passphrase(PASSPHRASE, CHEAP), place.clock)
    assert journal.is_read_only
    assert journal.folder.is_for_viewing
    contents = contents_of(journal)
    assert dict(contents.counts) == {Kind.MOOD: 1, Kind.BOUNDARY: 1}
    assert contents.first == contents.last == place.clock().date()
    with pytest.raises(ReadOnlyJournalError):
        journal.add(an_entry("No"))
    journal.close()
    viewing.remove()
    assert left() == []


def test_an_empty_one_has_no_days(place: Place, tmp_path: Path) -> None:
    contents = contents_of(place.open())
    assert (dict(contents.counts), contents.first, contents.last) == ({}, None, None)


def test_one_that_cannot_be_used_leaves_nothing(stick: Path) -> None:
    with pytest.raises(BackupDamagedError):
        Viewing(damaged(stick)).unpack()
    assert left() == []


def test_what_a_killed_process_left_goes_with_the_next_opening(place: Place, stick: Path) -> None:
    place.close()
    (viewing_folder() / "0123456789abcdef").mkdir(parents=True)
    seen = Viewing(stick)
    seen.unpack()
    assert len(left()) == 1
    (viewing_folder() / "0123456789abcdef").mkdir(parents=True)
    place.open()
    assert len(left()) == 1, "somebody looks at that one"
    seen.remove()
    assert left() == []
