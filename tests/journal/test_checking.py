"""Everything is looked through once a month beside an open window, and what is found is kept."""

import threading
from collections.abc import Callable
from datetime import UTC, timedelta

import pytest
from support.builders import an_entry
from support.clock import FixedClock
from support.journals import Place
from support.vaults import damage_page

from caregiver_journal.base.errors import DamagedError, DiskFullError, StorageError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal import checking
from caregiver_journal.journal.backing_up import back_up_here, backups_of
from caregiver_journal.journal.check_words import say_checked, say_mended, say_trouble
from caregiver_journal.journal.checking import (
    Checked,
    CheckRun,
    Trouble,
    is_check_due,
    last_check,
    mended_at_opening,
    note_check,
    note_whole,
)
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.rescue import rescue
from caregiver_journal.vault.folder import JournalFolder

SPOIL_INDEX = "INSERT INTO entry_search (rowid, body) VALUES (99, 'words of nobody')"


def check(journal: Journal) -> Checked:
    """Look everything through as the window does: copy and check on another thread."""
    run = CheckRun(journal)
    _elsewhere(run.copy)
    run.let_go()
    found: list[Checked] = []
    _elsewhere(lambda: found.append(run.check()))
    (checked,) = found
    assert not list(journal.folder.path.glob("*.tmp-*"))
    return checked


def _elsewhere(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_whole_journal_is_found_whole_and_that_is_kept(
    journal: Journal, told: list[Changes]
) -> None:
    journal.add(an_entry("a note"))
    backup = back_up_here(journal)
    checked = check(journal)
    when = journal.clock().astimezone(UTC).replace(microsecond=0)
    assert checked.is_all_well
    assert checked.backup == backup.path.name
    note_check(journal, checked)
    assert told[-1] == {Topic.CHECK}
    kept = last_check(journal)
    assert kept == Checked(when, frozenset(), backup.path.name)


def test_without_a_backup_none_is_looked_through(journal: Journal) -> None:
    assert check(journal).backup == ""


def test_what_is_written_meanwhile_stays(journal: Journal) -> None:
    run = CheckRun(journal)
    entry = an_entry("meanwhile")
    journal.add(entry)
    _elsewhere(run.copy)
    run.let_go()
    assert run.check().is_all_well
    assert journal.entries.get(entry.id) == entry


# --- when -----------------------------------------------------------------------------------------


def test_it_is_due_a_month_after_the_first_entry_and_then_monthly(
    journal: Journal, clock: FixedClock
) -> None:
    assert not is_check_due(journal)
    journal.add(an_entry("the first", clock()))
    assert not is_check_due(journal)
    clock.advance(days=31)
    assert is_check_due(journal)
    note_check(journal, check(journal))
    assert not is_check_due(journal)
    clock.advance(days=30)
    assert not is_check_due(journal)
    clock.advance(minutes=1)
    assert is_check_due(journal)


def test_one_from_the_future_counts_for_nothing(journal: Journal, clock: FixedClock) -> None:
    journal.add(an_entry("the first", clock()))
    note_check(journal, Checked(clock().astimezone(UTC) + timedelta(days=900)))
    assert not is_check_due(journal)
    clock.advance(days=31)
    assert is_check_due(journal)


def test_a_journal_that_cannot_be_written_is_never_due(
    place: Place, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.open().add(an_entry("the first", clock()))
    place.close()
    clock.advance(days=31)
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    assert not is_check_due(place.open())


@pytest.mark.parametrize("text", ["{}", "nonsense", "[1]", '{"when": "soon"}', "null"])
def test_what_cannot_be_understood_is_as_if_it_never_was(journal: Journal, text: str) -> None:
    with journal.writing():
        journal.database.write("INSERT INTO meta VALUES ('checked', ?)", (text,))
    assert last_check(journal) is None


# --- what is wrong --------------------------------------------------------------------------------


def test_an_index_astray_is_found_and_mended_at_the_next_opening(
    place: Place, journal: Journal
) -> None:
    entry = an_entry("found again")
    journal.add(entry)
    with journal.writing():
        journal.database.write(SPOIL_INDEX)
    checked = check(journal)
    assert checked.trouble == {Trouble.INDEX}
    note_check(journal, checked)
    place.close()
    again = place.open()
    assert mended_at_opening(again) == {Trouble.INDEX}
    assert mended_at_opening(again) == frozenset()
    assert again.search.find("found again", 9) == [entry.id]
    assert again.search.find("nobody", 9) == []
    note_whole(again)
    kept = last_check(again)
    assert kept is not None
    assert kept.is_all_well


def test_a_damaged_page_is_found_and_nothing_more_is_written(
    place: Place, journal: Journal
) -> None:
    journal.add(an_entry("a note"))
    journal.database.checkpoint()
    path = journal.folder.database
    ((page,),) = journal.database.rows(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'practice_texts'"
    )
    damage_page(path, page)
    checked = check(journal)
    assert checked.trouble == {Trouble.DAMAGE}
    note_check(journal, checked)
    with pytest.raises(DamagedError):
        journal.add(an_entry("not any more"))
    place.close()
    assert rescue(place.folder, place.opened, place.clock).entries == 1
    again = last_check(place.open())
    assert again is not None
    assert again.is_all_well


def test_a_first_page_that_cannot_be_read_is_damage(journal: Journal) -> None:
    run = CheckRun(journal)
    run.copy()
    run.let_go()
    (copy,) = journal.folder.path.glob("*.tmp-*")
    damage_page(copy, 1)
    assert run.check().trouble == {Trouble.DAMAGE}


def test_a_damaged_backup_is_named(journal: Journal) -> None:
    backup = back_up_here(journal)
    content = bytearray(backup.path.read_bytes())
    content[60_000] ^= 1
    backup.path.write_bytes(content)
    checked = check(journal)
    assert not checked.trouble
    assert not checked.is_backup_whole
    note_check(journal, checked)
    assert say_trouble(last_check(journal)).startswith(f"The backup {backup.path.name} is damaged")


def test_each_month_another_backup_is_looked_through(journal: Journal, clock: FixedClock) -> None:
    for _number in range(3):
        back_up_here(journal)
        clock.advance(hours=1)
    seen = set()
    for _month in range(3):
        seen.add(check(journal).backup)
        clock.advance(days=30)
    assert seen == {each.path.name for each in backups_of(journal)}


def test_without_room_for_a_copy_nothing_is_begun(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "free_bytes", lambda _path: 1_000)
    with pytest.raises(DiskFullError):
        CheckRun(journal)
    run_again = journal.database.rows("PRAGMA wal_autocheckpoint")
    assert run_again == [(1_000,)]


def test_a_disk_that_refuses_says_nothing_of_the_file(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CheckRun(journal)
    run.copy()
    run.let_go()

    def fail(_database: object) -> None:
        raise StorageError

    monkeypatch.setattr(checking, "find_trouble", fail)
    with pytest.raises(StorageError):
        run.check()
    assert not list(journal.folder.path.glob("*.tmp-*"))


# --- words ----------------------------------------------------------------------------------------


def test_what_came_of_it_is_said(clock: FixedClock) -> None:
    now = clock().astimezone(UTC)
    assert say_checked(None, now).startswith("Not looked through yet.")
    assert say_checked(Checked(now), now) == "Checked today: whole."
    assert say_checked(Checked(now - timedelta(days=1)), now) == "Checked yesterday: whole."
    assert say_checked(Checked(now - timedelta(days=9)), now) == "Checked 9 days ago: whole."
    torn = Checked(now, frozenset({Trouble.FREE_PAGES}))
    assert say_checked(torn, now).startswith("Checked today: A part of the file that holds nothing")
    assert say_trouble(None) == ""
    assert say_trouble(Checked(now)) == ""
    assert say_mended(frozenset()) == ""
    assert say_mended(frozenset({Trouble.INDEX})).startswith("The search index did not fit")
