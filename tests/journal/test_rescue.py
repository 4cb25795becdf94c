"""What can be read of a damaged journal is saved, and nothing of the damaged one is lost."""

import contextlib
import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.builders import an_entry
from support.clock import START
from support.journals import Place
from support.spoilt import spoil_free_pages
from support.vaults import CHEAP, PASSPHRASE, damage_page

from caregiver_journal.base.errors import DamagedError, NotAJournalError, StorageError
from caregiver_journal.base.files import replace
from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Period
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.rescue import Rescued, rescue
from caregiver_journal.journal.rescue_words import say_rescued
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.vault import salvage
from caregiver_journal.vault.database import Database

ENTRIES = 150


@pytest.fixture
def filled(place: Place) -> Place:
    """A closed journal with entries of two months."""
    fill_with_sample(place.open(), days=60, entries=ENTRIES)
    place.close()
    return place


@pytest.fixture
def database(filled: Place) -> Path:
    """The file of that journal."""
    return filled.folder / "journal.db"


def last_page(path: Path) -> int:
    return path.stat().st_size // 4096


def test_a_damaged_journal_is_saved_as_far_as_it_can_be_read(filled: Place, database: Path) -> None:
    # The pages that say what is where lie further ahead.
    for page in range(last_page(database) * 2 // 3, last_page(database), 2):
        damage_page(database, page)
    damaged = database.read_bytes()
    rescued = rescue(filled.folder, filled.opened)
    assert rescued.kept_as.startswith("damaged-")
    assert (filled.folder / rescued.kept_as).read_bytes() == damaged
    assert rescued.lost > 0
    assert all(START.date().isoformat() >= day for day in rescued.days)
    journal = filled.open()
    assert journal.entries.count()[0] == rescued.entries
    assert 0 < rescued.entries <= ENTRIES
    assert journal.database.check(deep=True) == []
    journal.add(an_entry("goes on"))


def test_a_whole_journal_loses_nothing(filled: Place) -> None:
    before = filled.open().entries.page(None, 1_000)[0]
    filled.close()
    rescued = rescue(filled.folder, filled.opened)
    assert (rescued.entries, rescued.lost, rescued.days) == (ENTRIES, 0, ())
    assert filled.open().entries.page(None, 1_000)[0] == before


def test_a_rescued_journal_has_the_same_keys(filled: Place) -> None:
    rescue(filled.folder, filled.opened)
    opened = doors.unlock(filled.folder, PASSPHRASE, CHEAP)
    assert opened.root == filled.opened.root
    doors.unlock_with_code(filled.folder, opened.root.recovery_code())


def test_what_was_saved_just_before_a_crash_is_rescued_too(
    filled: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    crashed = Place(tmp_path / "crashed", filled.opened, filled.clock)
    journal = filled.open()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "checkpoint", lambda _database: None)
        journal.add(an_entry("the very last words"))
        shutil.copytree(filled.folder, crashed.folder)
    log = (crashed.folder / "journal.db-wal").read_bytes()
    assert log
    rescued = rescue(crashed.folder, crashed.opened)
    assert (rescued.entries, rescued.lost) == (ENTRIES + 1, 0)
    assert (crashed.folder / f"{rescued.kept_as}-wal").read_bytes() == log
    assert len(crashed.open().search.find("very last words", 10)) == 1
    crashed.close()


def test_a_file_without_a_beginning_stays_as_it_is(filled: Place, database: Path) -> None:
    damage_page(database, 1)
    damaged = database.read_bytes()
    with pytest.raises(NotAJournalError):
        rescue(filled.folder, filled.opened)
    assert database.read_bytes() == damaged
    assert not list(filled.folder.glob("damaged-*"))


def failing(number: int, rename: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """Return a rename that fails the given time."""
    calls: list[Path] = []

    def rename_or_fail(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) == number:
            raise OSError(errno.EIO, "no luck")
        rename(source, target)

    return rename_or_fail


@pytest.mark.parametrize("number", [1, 2])
def test_a_rescue_that_cannot_be_finished_loses_nothing(
    filled: Place, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(salvage, "replace", failing(number, replace))
        with pytest.raises(StorageError):
            rescue(filled.folder, filled.opened)
    opened = doors.unlock(filled.folder, PASSPHRASE, CHEAP)  # finishes what was begun
    assert opened == filled.opened
    assert filled.open().entries.count()[0] == ENTRIES


def open_with_a_damaged_page(place: Place, database: Path) -> Journal:
    """Damage a page that opening does not read, and open the journal."""
    whole = database.read_bytes()
    for page in range(last_page(database), 1, -1):
        damage_page(database, page)
        with contextlib.suppress(DamagedError):
            return place.open()
        database.write_bytes(whole)
    pytest.fail("every page is read when a journal opens")


def test_a_damaged_page_is_noticed_before_anything_more_is_written(
    filled: Place, database: Path
) -> None:
    journal = open_with_a_damaged_page(filled, database)
    assert journal.database.check(deep=True)
    with pytest.raises(DamagedError):
        journal.add(an_entry())


def test_what_belongs_to_sessions_and_exports_is_carried_over(filled: Place) -> None:
    journal = filled.open()
    with journal.writing(Topic.MASK, Topic.PRESET, Topic.EXPORT):
        journal.masks.write(Mask("Elm House", "the house"))
        journal.presets.write("Short", "{}")
        journal.exports.add(ExportRecord(START, Format.JSON, Period(), ("mood",), 3))
    before = session_things(journal)
    assert all(before)
    filled.close()
    assert rescue(filled.folder, filled.opened).lost == 0
    assert session_things(filled.open()) == before


def session_things(journal: Journal) -> list[object]:
    stores = (journal.goals, journal.talk_points, journal.homework, journal.sessions)
    return [
        *(store.all() for store in stores),
        journal.masks.all(),
        journal.presets.all(),
        journal.exports.all(),
    ]


def test_where_only_free_pages_are_torn_nothing_is_lost_and_nothing_kept(filled: Place) -> None:
    journal = filled.open()
    gone = journal.entries.page(None, 100)[0]
    journal.remove(*gone)
    journal.delete_for_good(*gone)
    filled.close()
    spoil_free_pages(filled.folder, filled.opened)
    rescued = rescue(filled.folder, filled.opened)
    assert (rescued.entries, rescued.lost, rescued.kept_as) == (ENTRIES - 100, 0, "")
    assert say_rescued(rescued) == "50 entries were saved into a new file. Nothing was lost."
    assert not list(filled.folder.glob("damaged-*"))
    assert filled.open().database.check(deep=True) == []


def test_what_a_rescue_did_is_said() -> None:
    said = say_rescued(Rescued(2, 1, ("2026-11-02", "no day"), "damaged-1.db"))
    assert said == (
        "2 entries were saved into a new file. 1 record could not be read. Something is missing on "
        "these days: Monday 2 November 2026, no day. The damaged file is kept as damaged-1.db."
    )
    short = say_rescued(Rescued(2, 1, (), "d.db"))
    assert short.endswith("could not be read. The damaged file is kept as d.db.")
