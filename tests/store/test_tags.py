"""Tags are shared by entries, whatever their case, and are gone when nobody has them any more."""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.builders import an_entry
from support.clock import FixedClock

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.tag import TagUse
from caregiver_journal.journal.journal import Journal


def stored(journal: Journal) -> list[str]:
    """Return every tag the file holds, in use or not."""
    return [name for (name,) in journal.database.rows("SELECT name FROM tags ORDER BY number")]


@pytest.fixture
def entry(journal: Journal) -> Entry:
    entry = an_entry(tags=("Late shift", "home"))
    journal.add(entry)
    return entry


def test_tags_come_back_in_their_order(journal: Journal, entry: Entry) -> None:
    assert journal.entries.get(entry.id).tags == ("Late shift", "home")


def test_entries_share_a_tag_whatever_its_case(journal: Journal, entry: Entry) -> None:
    other = an_entry(tags=("HOME", "late Shift"))
    journal.add(other)
    assert stored(journal) == ["Late shift", "home"]
    assert journal.entries.get(other.id).tags == ("home", "Late shift")


def test_the_names_in_use_come_with_the_most_used_first(journal: Journal, entry: Entry) -> None:
    journal.add(an_entry(tags=("home", "Ärger")))
    journal.add(an_entry(tags=("home",)))
    assert journal.tags.names() == ["home", "Late shift", "Ärger"]


def test_a_tag_taken_from_its_last_entry_leaves_the_file(journal: Journal, entry: Entry) -> None:
    journal.change(replace(entry, tags=("home",)))
    assert journal.tags.names() == stored(journal) == ["home"]


def test_a_tag_can_be_spelled_anew_by_the_only_entry_that_has_it(
    journal: Journal, entry: Entry
) -> None:
    journal.change(replace(entry, tags=("late shift", "home")))
    assert journal.entries.get(entry.id).tags == ("late shift", "home")


def test_a_tag_that_others_have_keeps_its_spelling(journal: Journal, entry: Entry) -> None:
    journal.add(an_entry(tags=("home",)))
    journal.change(replace(entry, tags=("Home",)))
    assert journal.tags.names() == ["home"]


def test_a_tag_in_the_trash_comes_back_with_its_entry(journal: Journal, entry: Entry) -> None:
    journal.remove(entry)
    journal.add(an_entry(tags=("team",)))
    journal.restore(entry)
    assert journal.entries.get(entry.id).tags == ("Late shift", "home")


def test_a_tag_is_purged_with_its_last_entry(
    journal: Journal, entry: Entry, clock: FixedClock
) -> None:
    journal.add(an_entry(tags=("home",)))
    journal.remove(entry)
    clock.set(clock() + timedelta(days=31))
    assert journal.empty_old_trash() == 1
    assert stored(journal) == ["home"]


def test_tags_are_read_by_the_numbers_of_their_entries(journal: Journal, entry: Entry) -> None:
    assert journal.tags.read([1, 99]) == {1: ("Late shift", "home")}
    assert journal.tags.read([]) == {}


def test_a_tag_gets_another_name_on_all_its_entries_and_is_found_by_it(
    journal: Journal, entry: Entry
) -> None:
    journal.rename_tag("late shift", "Spätdienst")
    assert journal.entries.get(entry.id).tags == ("Spätdienst", "home")
    assert journal.search.find("spatdienst", 10) == [entry.id]
    assert journal.search.find("late", 10) == []


def test_another_spelling_is_another_name_of_the_same_tag(journal: Journal, entry: Entry) -> None:
    journal.rename_tag("Late shift", "LATE SHIFT")
    assert stored(journal) == ["LATE SHIFT", "home"]


def test_a_tag_is_merged_into_the_one_whose_name_it_gets(journal: Journal, entry: Entry) -> None:
    other, both = an_entry(tags=("house",)), an_entry(tags=("house", "HOME", "x"))
    for each in (other, both):
        journal.add(each)
    journal.rename_tag("house", "Home")
    assert journal.entries.get(other.id).tags == ("home",)
    assert journal.entries.get(both.id).tags == ("home", "x")
    assert "house" not in stored(journal)


def test_a_tag_needs_a_name_and_has_to_be_there(journal: Journal, entry: Entry) -> None:
    with pytest.raises(InvalidValueError):
        journal.rename_tag("home", " # ")
    with pytest.raises(NothingFoundError):
        journal.rename_tag("nowhere", "somewhere")
    assert journal.entries.get(entry.id).tags == ("Late shift", "home")


def test_a_hidden_tag_is_offered_no_more_and_stays_on_its_entries(
    journal: Journal, entry: Entry
) -> None:
    with journal.writing():
        journal.tags.hide("home", hidden=True)
    assert journal.tags.names() == ["Late shift"]
    assert TagUse("home", 1, is_hidden=True) in journal.tags.counted()
    assert journal.entries.get(entry.id).tags == ("Late shift", "home")
    with journal.writing():
        journal.tags.hide("home", hidden=False)
    assert set(journal.tags.names()) == {"home", "Late shift"}
