"""An open journal writes all or nothing, and tells afterwards what changed."""

import gc
import logging
import weakref
from dataclasses import replace
from datetime import UTC, time, timedelta

import pytest
from support.builders import a_mood, an_entry
from support.clock import START, FixedClock
from support.journals import Place

from caregiver_journal.base.errors import (
    InvalidValueError,
    NothingFoundError,
    ReadOnlyJournalError,
)
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.preference import LOOK, START_OF_DAY, TEXT_SIZE
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.vault.database import DatabaseBug
from caregiver_journal.vault.folder import JournalFolder

MOOD = frozenset({Kind.MOOD})


@pytest.fixture
def entry(journal: Journal) -> Entry:
    """An entry of the journal, written before anybody listens."""
    entry = an_entry("the canal", tags=("home",))
    journal.add(entry)
    return entry


class Page:
    """Listens to a journal as a page of the window does."""

    def hear(self, _changes: Changes) -> None:
        """Be told of a change."""


@pytest.fixture
def read_only(place: Place, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal with one entry, in a folder where nobody can write (whoever runs the tests)."""
    place.open().add(an_entry("the canal"))
    place.close()
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    return place.open()


def count(journal: Journal) -> int:
    return journal.entries.count()[0]


# --- one transaction, one notice ----------------------------------------------------------------


def test_every_work_tells_the_kind_it_changed_once(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    journal.add(an_entry())
    journal.change(replace(entry, note="the river"))
    journal.remove(entry)
    journal.restore(entry)
    assert told == [MOOD] * 4


def test_several_writes_in_one_transaction_are_told_once(
    journal: Journal, told: list[Changes]
) -> None:
    with journal.writing(Kind.MOOD, LOOK, Kind.MOOD):
        journal.entries.add(an_entry())
        journal.entries.add(an_entry())
        journal.preferences.write(LOOK, "dark")
        assert told == []
    assert told == [frozenset({Kind.MOOD, LOOK})]


def test_a_listener_hears_of_it_when_it_can_be_read(journal: Journal) -> None:
    seen: list[int] = []
    journal.listen(lambda _changes: seen.append(count(journal)))
    journal.add(an_entry())
    assert seen == [1]


def test_a_listener_may_write_and_bring_others_along(journal: Journal) -> None:
    later: list[Changes] = []

    def listener(changes: Changes) -> None:
        if changes == MOOD:
            journal.listen(later.append)
            journal.set(TEXT_SIZE, 125)

    journal.listen(listener)
    journal.add(an_entry())
    assert journal.setting(TEXT_SIZE) == 125
    assert later == [frozenset({TEXT_SIZE})]


def test_a_write_that_fails_leaves_nothing_and_tells_nobody(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    def write() -> None:
        with journal.writing(Kind.MOOD):
            journal.entries.add(an_entry("half", tags=("gone",)))
            journal.entries.change(replace(entry, note="changed", tags=()))
            journal.preferences.write(LOOK, "dark")
            journal.entries.remove("nobody", START)

    with pytest.raises(NothingFoundError):
        write()
    assert told == []
    assert count(journal) == 1
    assert journal.entries.get(entry.id) == entry
    assert journal.setting(LOOK) == "system"
    assert journal.tags.names() == ["home"]
    assert journal.search.find("half changed", 10) == []
    assert journal.database.check(deep=True) == []
    journal.add(an_entry("another"))
    assert count(journal) == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ValueError])
def test_whatever_interrupts_a_write_undoes_it(
    journal: Journal, told: list[Changes], error: type[BaseException]
) -> None:
    def write() -> None:
        with journal.writing(Kind.MOOD):
            journal.entries.add(an_entry())
            raise error

    with pytest.raises(error):
        write()
    assert (count(journal), told) == (0, [])


def test_an_entry_cannot_be_added_twice(journal: Journal, entry: Entry) -> None:
    with pytest.raises(DatabaseBug) as refused:
        journal.add(entry)
    assert "canal" not in str(refused.value)
    assert count(journal) == 1


def test_it_says_whether_it_is_closed(place: Place) -> None:
    journal = place.open()
    assert not journal.is_closed
    journal.close()
    assert journal.is_closed


def test_nothing_is_written_outside_a_transaction(journal: Journal) -> None:
    with pytest.raises(DatabaseBug):
        journal.entries.add(an_entry())
    assert count(journal) == 0


# --- drafts -------------------------------------------------------------------------------------


def test_an_entry_takes_its_draft_along(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    journal.save_draft("mood", {"note": "new"})
    assert told == [frozenset()]
    journal.add(an_entry("new"), draft="mood")
    assert journal.drafts.read("mood") == {}
    journal.save_draft("mood", {"note": "changed"})
    journal.change(replace(entry, note="changed"), draft="mood")
    assert journal.drafts.read("mood") == {}


def test_a_draft_stays_when_its_entry_could_not_be_saved(journal: Journal) -> None:
    journal.save_draft("mood", {"note": "mine"})
    with pytest.raises(NothingFoundError):
        journal.change(an_entry("mine"), draft="mood")
    assert journal.drafts.read("mood") == {"note": "mine"}


def test_other_drafts_stay_when_an_entry_is_saved(journal: Journal, entry: Entry) -> None:
    journal.save_draft("mood", {"note": "mine"})
    journal.add(an_entry())
    journal.change(entry)
    assert journal.drafts.read("mood") == {"note": "mine"}


# --- the trash ----------------------------------------------------------------------------------


def test_the_trash_keeps_an_entry_for_thirty_days(
    journal: Journal, entry: Entry, clock: FixedClock, told: list[Changes]
) -> None:
    journal.remove(entry)
    clock.advance(days=30)
    assert journal.empty_old_trash() == 0
    assert journal.entries.get(entry.id).deleted == START
    clock.advance(seconds=1)
    assert journal.empty_old_trash() == 1
    with pytest.raises(NothingFoundError):
        journal.restore(entry)
    assert told[-1] == frozenset(Kind)


def test_several_go_and_come_back_in_one_transaction(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    other = an_entry("other")
    journal.add(other)
    journal.remove(entry, other)
    assert count(journal) == 0
    journal.restore(entry, other)
    assert count(journal) == 2
    assert told == [MOOD] * 3
    with pytest.raises(NothingFoundError):
        journal.remove(entry, an_entry("nobody's"))
    assert count(journal) == 2


def test_several_are_marked_in_one_transaction(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    other = an_entry("other", never_export=True)
    journal.add(other)
    journal.mark(entry, other, for_session=True)
    read = [journal.entries.get(one.id) for one in (entry, other)]
    assert [one.for_session for one in read] == [True, True]
    assert [one.never_export for one in read] == [False, True]
    assert told == [MOOD] * 2


def test_marks_are_given_back(journal: Journal, entry: Entry) -> None:
    other = an_entry("other", never_export=True)
    journal.add(other)
    take_back = journal.mark(entry, other, never_export=True)
    journal.mark(entry, for_session=True)
    take_back()
    read = [journal.entries.get(one.id) for one in (entry, other)]
    assert [one.never_export for one in read] == [False, True]
    assert [one.for_session for one in read] == [True, False]
    again = journal.mark(entry, for_session=False)
    journal.mark(entry, never_export=True)
    again()
    assert journal.entries.get(entry.id).never_export


def test_taking_a_change_back_keeps_what_was_changed_otherwise(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    changed = replace(entry, note="the river", tags=("home", "late"), for_session=True)
    take_back = journal.change(changed)
    journal.mark(entry, never_export=True)
    journal.rename_tag("late", "night")
    journal.remove(entry)
    take_back()
    now = journal.entries.get(entry.id)
    assert now.note == "the canal"
    assert (now.never_export, now.for_session) == (True, False)
    assert now.tags == ("home", "night")
    assert now.deleted is not None
    assert told[-1] == MOOD


def test_a_change_that_nothing_followed_is_taken_back_whole(journal: Journal, entry: Entry) -> None:
    before = journal.entries.get(entry.id)
    take_back = journal.change(replace(before, never_export=True, note="", detail=a_mood(1)))
    take_back()
    assert journal.entries.get(entry.id) == before
    journal.remove(entry)
    journal.delete_for_good(entry)
    with pytest.raises(NothingFoundError):
        take_back()


def test_an_entry_of_the_trash_can_be_deleted_for_good(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    other = an_entry("other")
    journal.add(other)
    journal.remove(entry)
    with pytest.raises(NothingFoundError):
        journal.delete_for_good(entry, other)
    assert journal.entries.get(entry.id).deleted is not None
    journal.delete_for_good(entry)
    with pytest.raises(NothingFoundError):
        journal.entries.get(entry.id)
    assert count(journal) == 1
    assert told[-1] == MOOD
    assert journal.database.check(deep=True) == []


def test_the_trash_can_be_emptied(journal: Journal, entry: Entry) -> None:
    gone = an_entry("gone", tags=("gone",))
    journal.add(gone)
    journal.remove(gone)
    assert journal.empty_trash() == 1
    assert journal.empty_trash() == 0
    assert count(journal) == 1
    assert journal.tags.names() == ["home"]
    assert journal.database.check(deep=True) == []


def test_the_days_left_in_the_trash_are_counted_up(
    journal: Journal, entry: Entry, clock: FixedClock
) -> None:
    assert journal.days_left(entry) == journal.trash_days == 30
    journal.remove(entry)
    deleted = journal.entries.get(entry.id)
    assert journal.days_left(deleted) == 30
    clock.advance(hours=25)
    assert journal.days_left(deleted) == 29
    clock.advance(days=40)
    assert journal.days_left(deleted) == 0
    clock.advance(days=-400)
    assert journal.days_left(deleted) == 30


def test_a_clock_far_ahead_empties_no_trash(
    journal: Journal, entry: Entry, clock: FixedClock
) -> None:
    journal.remove(entry)
    clock.advance(days=366)
    assert journal.empty_old_trash() == 0
    journal.restore(entry)


def test_the_log_says_how_many_entries_were_purged_and_none_of_their_words(
    journal: Journal, entry: Entry, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    journal.empty_old_trash()
    journal.remove(entry)
    clock.advance(days=31)
    journal.empty_old_trash()
    assert [record.getMessage() for record in caplog.records] == ["purged count=1"]


def test_the_old_trash_is_emptied_when_the_journal_is_opened(
    place: Place, clock: FixedClock
) -> None:
    journal, entry = place.open(), an_entry()
    journal.add(entry)
    journal.remove(entry)
    place.close()
    clock.advance(days=31)
    with pytest.raises(NothingFoundError):
        place.open().entries.get(entry.id)


def test_an_entry_thrown_away_again_stays_another_thirty_days(
    journal: Journal, entry: Entry, clock: FixedClock
) -> None:
    journal.remove(entry)
    clock.advance(days=20)
    journal.restore(entry)
    journal.remove(entry)
    clock.advance(days=20)
    assert journal.empty_old_trash() == 0


# --- settings and the clock ---------------------------------------------------------------------


def test_a_setting_is_told_by_itself(journal: Journal, told: list[Changes]) -> None:
    journal.set(START_OF_DAY, time(6))
    assert told == [frozenset({START_OF_DAY})]
    assert journal.start_of_day == time(6)


def test_a_setting_that_does_not_fit_is_told_to_nobody(
    journal: Journal, told: list[Changes]
) -> None:
    with pytest.raises(InvalidValueError):
        journal.set(START_OF_DAY, time(6, 30))
    assert told == []
    assert journal.start_of_day == time(4)


@pytest.mark.parametrize(
    ("behind", "is_behind"),
    [
        (timedelta(days=-5), False),
        (timedelta(0), False),
        (timedelta(days=1), False),
        (timedelta(days=1, seconds=1), True),
        (timedelta(days=9_000), True),
    ],
)
def test_a_clock_that_lies_a_day_behind_the_last_entry_is_noticed(
    journal: Journal, entry: Entry, clock: FixedClock, behind: timedelta, *, is_behind: bool
) -> None:
    clock.set(START - behind)
    assert journal.clock_is_behind() == (START if is_behind else None)


def test_a_new_journal_cannot_tell_whether_the_clock_is_behind(
    journal: Journal, clock: FixedClock
) -> None:
    clock.set(START.replace(year=1999))
    assert journal.clock_is_behind() is None


def test_an_entry_about_the_future_does_not_make_the_clock_wrong(journal: Journal) -> None:
    journal.add(an_entry(at=START + timedelta(days=90), written=START))
    assert journal.clock_is_behind() is None


# --- reading only -------------------------------------------------------------------------------


def test_a_journal_that_cannot_be_written_to_can_be_read(read_only: Journal) -> None:
    assert read_only.is_read_only
    (entry,), _place = read_only.entries.page(None, 10)
    assert read_only.search.find("canal", 10) == [entry.id]
    assert read_only.drafts.read("mood") == {}
    assert read_only.clock_is_behind() is None
    assert read_only.database.check(deep=True) == []


def test_a_journal_that_cannot_be_written_to_says_so(read_only: Journal) -> None:
    told: list[Changes] = []
    read_only.listen(told.append)
    (entry,), _place = read_only.entries.page(None, 10)
    for work in (read_only.add, read_only.change, read_only.remove, read_only.restore):
        with pytest.raises(ReadOnlyJournalError):
            work(entry)
    with pytest.raises(ReadOnlyJournalError):
        read_only.save_draft("mood", {"note": "mine"})
    with pytest.raises(ReadOnlyJournalError):
        read_only.set(LOOK, "dark")
    assert told == []


# --- closing ------------------------------------------------------------------------------------


def test_a_closed_journal_does_nothing_more_and_may_be_closed_again(
    journal: Journal, entry: Entry
) -> None:
    journal.close()
    journal.close()
    with pytest.raises(DatabaseBug):
        journal.entries.get(entry.id)


def test_a_closed_journal_holds_on_to_no_listener(journal: Journal) -> None:
    page = Page()
    journal.listen(page.hear)
    left = weakref.ref(page)
    del page
    assert left() is not None
    journal.close()
    gc.collect()
    assert left() is None


def test_a_closed_journal_is_one_file_with_all_that_was_saved(
    place: Place, journal: Journal, entry: Entry
) -> None:
    journal.close()
    names = {path.name for path in place.folder.iterdir()}
    assert names == {"journal.db", "journal.keys", "journal.keys.bak", "journal.lock", "backups"}
    assert b"canal" not in (place.folder / "journal.db").read_bytes()
    assert place.open().entries.get(entry.id) == entry


def test_entries_keep_their_moment_in_utc(journal: Journal, entry: Entry) -> None:
    read = journal.entries.get(entry.id)
    assert read.created.tzinfo is UTC
    assert read.changed == START
