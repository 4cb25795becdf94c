"""Entries come back as they were written, in order, each exactly once."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.builders import a_mood, an_entry, mood_of
from support.clock import START, FixedClock
from support.journals import Place
from support.strategies import changes, entries, wall
from support.vaults import quick

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.entries import FEW

BERLIN = ZoneInfo("Europe/Berlin")
OUT_OF_STEP = "The search index does not agree with the entries."


def all_pages(journal: Journal, limit: int) -> list[Entry]:
    """Return every entry, read page by page."""
    read: list[Entry] = []
    page, place = journal.entries.page(None, limit)
    while True:
        assert len(page) <= limit
        read += page
        if place is None:
            return read
        page, place = journal.entries.page(place, limit)


def in_order(written: list[Entry]) -> list[Entry]:
    """Return entries as they should be read: newest day, moment and writing first."""
    order = sorted(
        (entry.day, entry.happened.astimezone(UTC), number) for number, entry in enumerate(written)
    )
    return [written[number] for _day, _moment, number in reversed(order)]


def empty(journal: Journal) -> None:
    """Delete every entry for good."""
    with journal.writing():
        for (entry_id,) in journal.database.rows("SELECT id FROM entries"):
            journal.entries.remove(entry_id, START)
        journal.entries.purge(START + timedelta(seconds=1))


# --- there and back -----------------------------------------------------------------------------


@settings(quick, max_examples=40)
@given(entry=entries)
@example(entry=an_entry("\ud800 e\u0301\0", tags=("# #odd", "#"), mood=a_mood(words=("\0",))))
@example(entry=an_entry("twice", wall("2026-10-25 02:30").replace(tzinfo=BERLIN, fold=1)))
def test_an_entry_comes_back_as_it_was_cleaned(journal: Journal, entry: Entry) -> None:
    empty(journal)
    journal.add(entry)
    read = journal.entries.get(entry.id)
    assert read.happened.astimezone(UTC) == entry.happened.astimezone(UTC)
    assert read.happened.replace(tzinfo=None) == entry.happened.replace(tzinfo=None)
    assert replace(read, happened=entry.happened) == entry


def test_an_entry_survives_the_program(place: Place) -> None:
    entry = an_entry("Slept eight hours.", tags=("day off",), mood=a_mood(5, 2, ("rested",)))
    place.open().add(entry)
    place.close()
    assert place.open().entries.get(entry.id) == entry


def test_an_entry_nobody_wrote_is_not_there(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        journal.entries.get("00000000-0000-4000-8000-000000000000")


# --- changing -----------------------------------------------------------------------------------


@settings(quick, max_examples=20)
@given(changes)
def test_a_changed_entry_comes_back_as_it_was_changed(
    journal: Journal, change: tuple[Entry, Entry]
) -> None:
    before, after = change
    empty(journal)
    journal.add(before)
    journal.change(replace(after, id=before.id, created=before.created))
    read = journal.entries.get(before.id)
    assert replace(read, happened=after.happened, id=after.id, created=after.created) == after
    assert journal.entries.count()[0] == 1
    assert journal.database.check(deep=True) == []


def test_a_note_can_be_taken_away(journal: Journal) -> None:
    entry = an_entry("not meant for anybody")
    journal.add(entry)
    journal.change(replace(entry, note=""))
    assert journal.entries.get(entry.id).note == ""
    assert journal.database.rows("SELECT * FROM notes") == []


def test_a_changed_entry_is_in_the_trash_or_not_as_it_says(journal: Journal) -> None:
    entry = an_entry()
    journal.add(entry)
    deleted = replace(entry, deleted=START.astimezone(UTC))
    journal.change(deleted)
    assert journal.entries.get(entry.id) == deleted
    assert journal.entries.count()[0] == 0
    journal.change(entry)
    assert journal.entries.get(entry.id) == entry


def test_what_is_not_there_cannot_be_changed_removed_or_restored(journal: Journal) -> None:
    entry = an_entry()
    for work in (journal.change, journal.remove, journal.restore):
        with pytest.raises(NothingFoundError):
            work(entry)


# --- the trash ----------------------------------------------------------------------------------


def test_a_removed_entry_is_in_no_list_and_can_be_looked_at(
    journal: Journal, clock: FixedClock
) -> None:
    entry = an_entry()
    journal.add(entry)
    clock.advance(minutes=1)
    journal.remove(entry)
    assert all_pages(journal, 10) == []
    assert journal.entries.between(entry.day, entry.day) == []
    assert journal.entries.count() == (0, None)
    assert journal.entries.get(entry.id) == replace(entry, deleted=clock().astimezone(UTC))


def test_a_restored_entry_is_as_it_was(journal: Journal) -> None:
    entry = an_entry("kept", tags=("home",), mood=a_mood(2, 1, ("tense",)))
    journal.add(entry)
    journal.remove(entry)
    journal.restore(entry)
    assert all_pages(journal, 10) == [entry]


def test_an_entry_of_the_trash_can_be_written_as_such(journal: Journal) -> None:
    entry = replace(an_entry(), deleted=START.astimezone(UTC))
    journal.add(entry)
    assert journal.entries.get(entry.id) == entry
    assert all_pages(journal, 10) == []


def test_only_what_went_into_the_trash_before_is_purged(journal: Journal) -> None:
    written = [an_entry(f"number {number}", tags=("home",)) for number in range(4)]
    for entry in written:
        journal.add(entry)
    with journal.writing():
        for hours, entry in enumerate(written[:3]):
            journal.entries.remove(entry.id, START + timedelta(hours=hours))
        assert journal.entries.purge(START + timedelta(hours=2)) == 2
    assert journal.entries.get(written[2].id).deleted == START + timedelta(hours=2)
    assert all_pages(journal, 10) == [written[3]]


def test_one_entry_of_the_trash_is_purged(journal: Journal) -> None:
    written = [an_entry("first"), an_entry("second"), an_entry("kept")]
    for entry in written:
        journal.add(entry)
    journal.remove(*written[:2])
    with journal.writing():
        journal.entries.purge_one(written[0].id)
    with pytest.raises(NothingFoundError):
        journal.entries.get(written[0].id)
    assert journal.entries.get(written[1].id).note == "second"
    with journal.writing(), pytest.raises(NothingFoundError):
        journal.entries.purge_one(written[2].id)


def test_the_whole_trash_is_purged_and_nothing_else(journal: Journal) -> None:
    written = [an_entry(f"number {number}") for number in range(4)]
    for entry in written:
        journal.add(entry)
    journal.remove(*written[1:])
    with journal.writing():
        assert journal.entries.purge_trash() == 3
        assert journal.entries.purge_trash() == 0
    assert all_pages(journal, 10) == [written[0]]


def test_very_many_are_purged_at_once_and_the_index_stays_in_step(journal: Journal) -> None:
    gone = [an_entry(f"canal number {number}") for number in range(FEW + 1)]
    kept = an_entry("the canal")
    with journal.writing():
        for entry in (*gone, kept):
            journal.entries.add(entry)
    journal.remove(*gone)
    assert journal.empty_trash() == FEW + 1
    assert journal.search.find("canal", 100) == [kept.id]
    assert journal.search.count("number") == 0
    assert journal.database.check(deep=True) == []


def test_marks_are_set_and_taken_away_each_by_itself(journal: Journal, clock: FixedClock) -> None:
    entry = an_entry("kept", never_export=True)
    journal.add(entry)
    clock.advance(hours=1)
    later = clock()
    with journal.writing():
        journal.entries.mark(entry.id, later, for_session=True)
    read = journal.entries.get(entry.id)
    assert read == replace(entry, for_session=True, changed=later.astimezone(UTC))
    with journal.writing():
        journal.entries.mark(entry.id, later, for_session=False, never_export=False)
    read = journal.entries.get(entry.id)
    assert not read.for_session
    assert not read.never_export


def test_nothing_of_a_purged_entry_is_left_in_the_file(journal: Journal) -> None:
    journal.add(an_entry("note", tags=("tag",), mood=a_mood(2, 1, ("word",))))
    empty(journal)
    for table in ("entries", "notes", "moods", "mood_words", "tags", "entry_tags"):
        assert journal.database.rows(f"SELECT * FROM {table}") == []  # noqa: S608 - of this list
    assert journal.search.find("note", 10) == []


# --- lists --------------------------------------------------------------------------------------


@settings(quick, max_examples=15)
@given(
    hours=st.lists(st.sampled_from([0, 0, 1, 9, 10, 11, 24, 48, 100]), max_size=12),
    limits=st.lists(st.integers(1, 14), min_size=1, max_size=4, unique=True),
)
@example(hours=[0] * 6, limits=[1, 2, 3, 6, 7])
def test_paging_shows_every_entry_once_in_order(
    journal: Journal, hours: list[int], limits: list[int]
) -> None:
    empty(journal)
    written = [an_entry(at=START - timedelta(hours=each)) for each in hours]
    with journal.writing():
        for entry in written:
            journal.entries.add(entry)
    for limit in limits:
        assert all_pages(journal, limit) == in_order(written)


def test_a_day_set_by_hand_decides_the_order(journal: Journal) -> None:
    moved = replace(an_entry(at=START), day=START.date() - timedelta(days=1))
    early = an_entry(at=START - timedelta(hours=5))
    for entry in (moved, early):
        journal.add(entry)
    assert all_pages(journal, 1) == [early, moved]


def test_an_entry_written_meanwhile_does_not_disturb_the_next_page(journal: Journal) -> None:
    written = [an_entry(at=START - timedelta(hours=hours)) for hours in range(4)]
    for entry in written:
        journal.add(entry)
    first, place = journal.entries.page(None, 2)
    journal.add(an_entry(at=START + timedelta(hours=1)))
    journal.remove(written[0])
    assert first == written[:2]
    assert journal.entries.page(place, 2)[0] == written[2:]


def test_what_is_in_the_trash_is_known_by_its_ids(journal: Journal) -> None:
    kept, thrown = an_entry("kept"), an_entry("thrown")
    for entry in (kept, thrown):
        journal.add(entry)
    journal.remove(thrown)
    assert journal.entries.ids_in_trash() == [thrown.id]


def test_an_empty_journal_has_one_empty_page(journal: Journal) -> None:
    assert journal.entries.page(None, 50) == ([], None)
    assert journal.entries.count() == (0, None)
    assert journal.entries.last_changed() is None


def test_between_two_days_both_are_included(journal: Journal) -> None:
    written = [an_entry(at=START + timedelta(days=days)) for days in range(4)]
    for entry in written:
        journal.add(entry)
    found = journal.entries.between(date(2026, 11, 21), date(2026, 11, 22))
    assert found == [written[2], written[1]]


def test_the_count_knows_the_first_day(journal: Journal) -> None:
    journal.add(an_entry(at=START))
    journal.add(an_entry(at=START.replace(hour=3)))
    assert journal.entries.count() == (2, date(2026, 11, 19))


def test_the_newest_change_counts_whenever_the_entry_was_about(journal: Journal) -> None:
    journal.add(an_entry(at=START, written=START))
    journal.add(an_entry(at=START - timedelta(days=9), written=START + timedelta(days=1)))
    assert journal.entries.last_changed() == START + timedelta(days=1)


def test_an_entry_whose_detail_was_lost_says_so_and_keeps_the_rest(journal: Journal) -> None:
    whole, broken = an_entry("whole"), an_entry("broken", START + timedelta(hours=1))
    journal.add(whole)
    journal.add(broken)
    with journal.writing():
        journal.database.write("DELETE FROM moods WHERE entry = 2")
    left = replace(broken, detail=Lost(Kind.MOOD))
    assert all_pages(journal, 1) == [left, whole]
    journal.change(replace(left, note="still changes"))
    assert journal.entries.get(broken.id).detail == Lost(Kind.MOOD)


# --- the index stays in step --------------------------------------------------------------------

WORDS = ("canal", "Canal", "cafés", "late", "home", "team", "tense", "e\u0301t\u00e9", "日本")
texts = st.lists(st.sampled_from(WORDS), max_size=4)
steps = st.tuples(
    st.sampled_from(["add", "add", "change", "change", "remove", "restore", "purge"]),
    st.integers(0, 5),
    st.builds(
        lambda note, words, tags: an_entry(
            " ".join(note), mood=a_mood(words=tuple(words)), tags=tuple(tags)
        ),
        texts,
        texts,
        texts,
    ),
)


def take(journal: Journal, step: str, number: int, entry: Entry) -> None:
    """Do one thing with one of the entries there are, if there is any."""
    ids = [entry_id for (entry_id,) in journal.database.rows("SELECT id FROM entries")]
    old = ids[number % len(ids)] if ids else ""
    if step == "add":
        journal.entries.add(replace(entry, id=f"{number:02d}{entry.id[2:]}"))
    elif step == "purge":
        journal.entries.purge(START + timedelta(seconds=1))
    elif old and step == "change":
        journal.entries.change(replace(entry, id=old))
    elif old and step == "remove":
        journal.entries.remove(old, START)
    elif old:
        journal.entries.restore(old)


@settings(quick, max_examples=30)
@given(course=st.lists(steps, max_size=15))
def test_after_any_course_of_writing_the_index_agrees_with_the_entries(
    journal: Journal, course: list[tuple[str, int, Entry]]
) -> None:
    empty(journal)
    with journal.writing():
        for step in course:
            take(journal, *step)
    assert journal.database.check(deep=True) == []
    shown = all_pages(journal, 50)
    for word in ("canal", "cafes", "late", "tense", "ete", "日本"):
        said = [e.id for e in shown if word in plain(e)]
        assert journal.search.find(word, 50) == said


def plain(entry: Entry) -> list[str]:
    """Return all words of an entry, without marks and in small letters."""
    words = " ".join([entry.note, *mood_of(entry).words, *entry.tags])
    return words.lower().replace("é", "e").split()


def test_an_index_that_is_out_of_step_is_noticed(journal: Journal) -> None:
    journal.add(an_entry("the canal"))
    with journal.writing():
        journal.database.write("UPDATE notes SET text = 'the river'")
    assert journal.database.check(deep=True) == [OUT_OF_STEP]


def test_several_are_found_by_their_ids_those_in_the_trash_too(journal: Journal) -> None:
    one, two, other = an_entry("one"), an_entry("two"), an_entry("other")
    with journal.writing():
        for entry in (one, two, other):
            journal.entries.add(entry)
        journal.entries.remove(two.id, START)
    found = journal.entries.found([one.id, two.id, "nobody"])
    assert set(found) == {one.id, two.id}
    assert found[one.id] == one
    assert found[two.id].deleted is not None


def test_one_takes_the_place_of_another_with_its_words_and_tags(journal: Journal) -> None:
    before = an_entry("heron", tags=("canal",))
    after = replace(an_entry("kestrel", tags=("field",)), id=before.id)
    with journal.writing():
        journal.entries.add(before)
        journal.entries.replace(after)
    assert journal.entries.get(before.id) == after
    assert journal.search.find("heron", 5) == []
    assert journal.search.find("kestrel", 5) == [before.id]
    assert journal.tags.names() == ["field"]
    with journal.writing(), pytest.raises(NothingFoundError):
        journal.entries.replace(an_entry("nowhere"))
    assert journal.database.check(deep=True) == []
