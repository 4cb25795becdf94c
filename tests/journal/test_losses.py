"""What a rescue could not read is looked for in the backups, and exactly that is brought back."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.builders import a_mood, an_entry
from support.journals import Place
from support.spoilt import spoil_leaf
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.base.errors import FolderInUseError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import Backup, back_up_here, back_up_to
from caregiver_journal.journal.loss_notes import Need
from caregiver_journal.journal.losses import Brought, bring_back, look_for_losses
from caregiver_journal.journal.rescue import Rescued, rescue, salvage_to
from caregiver_journal.journal.rescue_words import say_brought, say_found, say_looked
from caregiver_journal.journal.second_place import set_place

ENTRIES = 120
LONG = "The visit went on for an hour and nobody was in a hurry. " * 8


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal of many entries, and closed."""
    journal = place.open()
    with journal.writing(*Kind):
        for number in range(ENTRIES):
            place.clock.advance(minutes=7)
            entry = an_entry(f"note {number} {LONG}", place.clock(), tags=(f"ward {number % 5}",))
            journal.entries.add(entry)
    place.clock.advance(minutes=1)
    place.close()
    return place


def backed_up(place: Place) -> Backup:
    """Make a backup, and close the journal."""
    backup = back_up_here(place.open())
    place.close()
    return backup


def everything(place: Place) -> dict[str, Entry]:
    found = {entry.id: entry for entry in place.open().entries.page(None, 1_000)[0]}
    place.close()
    return found


@pytest.mark.parametrize("table", ["notes", "entries"])
def test_what_was_lost_comes_back_from_the_backup(filled: Place, table: str) -> None:
    before = everything(filled)
    backup = backed_up(filled)
    spoil_leaf(filled.folder, filled.opened, table)
    rescued = rescue(filled.folder, filled.opened, filled.clock)
    assert rescued.lost > 0
    assert rescued.needs
    assert everything(filled) != before
    looked = look_for_losses(filled.folder, filled.opened, rescued)
    (found,) = looked.found
    assert (found.backup, looked.unreadable) == (backup, 0)
    assert 0 < len(found.mends) < ENTRIES
    count = bring_back(filled.folder, filled.opened, looked.found, filled.clock)
    assert count == Brought(len(found.mends))
    assert everything(filled) == before
    assert filled.open().database.check(deep=True) == []


def test_without_a_rescue_nothing_is_missing(filled: Place) -> None:
    backed_up(filled)
    rescued = rescue(filled.folder, filled.opened, filled.clock)
    assert rescued.needs == ()
    assert look_for_losses(filled.folder, filled.opened, rescued).found == ()


# --- by hand, entry by entry ----------------------------------------------------------------------


def needing(place: Place, *entries: Entry, is_stand_in: bool = False) -> Rescued:
    """Return a rescue after which these entries, as they are now, lack something."""
    journal = place.open()
    found = journal.entries.found([entry.id for entry in entries])
    numbers: dict[str, int] = dict(journal.database.rows("SELECT id, number FROM entries"))
    place.close()
    needs = tuple(Need(numbers[e.id], found.get(e.id), is_stand_in) for e in entries)
    return Rescued(0, 1, (), "", needs)


def written(place: Place, *entries: Entry) -> None:
    journal = place.open()
    for entry in entries:
        journal.add(entry)
    place.close()


def forgotten(place: Place, entry: Entry) -> None:
    """Delete an entry as damage would."""
    journal = place.open()
    journal.remove(entry)
    journal.delete_for_good(entry)
    with journal.writing():
        journal.database.write("DELETE FROM meta WHERE name LIKE 'deleted %'")
    place.close()


def looked_for(place: Place, rescued: Rescued) -> list[list[str]]:
    looked = look_for_losses(place.folder, place.opened, rescued)
    return [[mend.entry.note for mend in each.mends] for each in looked.found]


def test_the_newest_backup_that_holds_an_entry_gives_it(place: Place) -> None:
    one, two = an_entry("one"), an_entry("two")
    written(place, one, two)
    backed_up(place)
    rescued = needing(place, one, two)
    journal = place.open()
    journal.change(replace(one, note="one, changed", changed=place.clock()))
    place.close()
    forgotten(place, two)
    place.clock.advance(hours=1)
    backed_up(place)
    gone = replace(rescued, needs=tuple(replace(need, entry=None) for need in rescued.needs))
    assert looked_for(place, gone) == [["one, changed"], ["two"]]


def test_an_older_version_gives_only_what_is_missing_now(place: Place) -> None:
    entry = an_entry("the words of then", tags=("ward",))
    written(place, entry)
    backed_up(place)
    place.clock.advance(hours=1)
    journal = place.open()
    later = place.clock()
    journal.change(replace(entry, note="", tags=(), detail=a_mood(1), changed=later))
    place.close()
    looked = look_for_losses(place.folder, place.opened, needing(place, entry))
    ((mend,),) = [each.mends for each in looked.found]
    assert (mend.entry.note, mend.entry.tags) == ("the words of then", ("ward",))
    assert (mend.entry.detail, mend.entry.changed) == (a_mood(1), later)


def test_where_nothing_is_missing_nothing_is_brought_back(place: Place) -> None:
    entry = an_entry("whole")
    written(place, entry)
    backed_up(place)
    assert looked_for(place, needing(place, entry)) == []


def test_a_number_that_was_given_again_is_another_entry(place: Place) -> None:
    entry, other = an_entry("of then"), an_entry("of now")
    written(place, entry)
    backed_up(place)
    forgotten(place, entry)
    written(place, other)
    assert looked_for(place, needing(place, other)) == []


def test_a_stand_in_makes_way_and_later_words_stay(place: Place) -> None:
    entry = an_entry("of then")
    written(place, entry)
    backed_up(place)
    forgotten(place, entry)
    stand_in = an_entry("changed after the backup", place.clock(), mood=a_mood(2))
    written(place, stand_in)
    rescued = needing(place, stand_in, is_stand_in=True)
    looked = look_for_losses(place.folder, place.opened, rescued)
    assert bring_back(place.folder, place.opened, looked.found, place.clock) == Brought(1)
    (back,) = everything(place).values()
    assert (back.id, back.happened) == (entry.id, entry.happened)
    assert (back.note, back.detail) == (stand_in.note, a_mood(2))


def test_a_stand_in_with_the_same_words_becomes_the_entry_again(place: Place) -> None:
    entry = an_entry("the same", tags=("ward",))
    written(place, entry)
    backed_up(place)
    journal = place.open()
    journal.change(replace(entry, tags=(), changed=place.clock()))
    place.close()
    rescued = needing(place, entry, is_stand_in=True)
    looked = look_for_losses(place.folder, place.opened, rescued)
    bring_back(place.folder, place.opened, looked.found, place.clock)
    assert everything(place) == {entry.id: entry}


def test_backups_elsewhere_are_looked_into_and_bad_ones_counted(
    place: Place, tmp_path: Path
) -> None:
    entry = an_entry("on the stick")
    written(place, entry)
    stick = tmp_path / "stick" / "mine.cjbackup"
    back_up_to(place.open(), stick)
    place.close()
    bad = backed_up(place)
    content = bytearray(bad.path.read_bytes())
    content[60_000] ^= 1
    bad.path.write_bytes(content)
    rescued = needing(place, entry)
    gone = replace(rescued, needs=(replace(rescued.needs[0], entry=None),))
    plugged_in = replace(gone, elsewhere=(stick.parent,))
    looked = look_for_losses(place.folder, place.opened, plugged_in)
    assert [each.backup.path for each in looked.found] == [stick]
    forgotten(place, entry)
    assert bring_back(place.folder, place.opened, looked.found, place.clock) == Brought(1)
    assert everything(place) == {entry.id: entry}
    nowhere = look_for_losses(place.folder, place.opened, gone)
    assert (nowhere.found, nowhere.unreadable) == ((), 1)
    said = "No backup here holds what is missing. 1 backup could not be opened."
    assert say_looked(nowhere) == said


def test_what_is_of_another_journal_is_passed_over(place: Place, tmp_path: Path) -> None:
    entry = an_entry("of this one")
    written(place, entry)
    rescued = needing(place, entry)
    strange = tmp_path / "strange"
    other = doors.open_journal(strange, doors.create(strange, PASSPHRASE, CHEAP))
    back_up_to(other, tmp_path / "stick" / "strange.cjbackup")
    other.close()
    looked = look_for_losses(
        place.folder, place.opened, replace(rescued, elsewhere=(tmp_path / "stick",))
    )
    assert (looked.found, looked.unreadable) == ((), 0)


def test_a_rescue_knows_the_second_place(filled: Place, tmp_path: Path) -> None:
    set_place(filled.open(), tmp_path / "stick")
    filled.close()
    rescued = rescue(filled.folder, filled.opened, filled.clock)
    assert rescued.elsewhere == (tmp_path / "stick",)


def test_what_was_found_is_said(place: Place) -> None:
    entries = [an_entry(f"note {number}") for number in range(14)]
    written(place, *entries)
    backed_up(place)
    rescued = needing(place, *entries)
    gone = replace(rescued, needs=tuple(replace(need, entry=None) for need in rescued.needs))
    looked = look_for_losses(place.folder, place.opened, gone)
    head, *rest = say_found(looked.found[0], place.clock().date())
    assert head.startswith("The backup of Friday 20 November, ")
    assert rest[0] == "Mood · good, Friday 20 November"
    assert (len(rest), rest[-1]) == (13, "and 2 more")
    assert say_looked(looked) == ""
    assert say_brought(Brought(2)) == "2 entries were brought back."


# --- into another folder ------------------------------------------------------------------------


def test_what_can_be_read_goes_into_another_folder(filled: Place, tmp_path: Path) -> None:
    before = everything(filled)
    spoil_leaf(filled.folder, filled.opened, "notes")
    damaged = (filled.folder / "journal.db").read_bytes()
    saved = Place(tmp_path / "deep" / "saved", filled.opened, filled.clock)
    rescued = salvage_to(filled.folder, filled.opened, saved.folder, filled.clock)
    assert (rescued.entries, rescued.kept_as) == (ENTRIES, "")
    assert rescued.lost > 0
    assert (filled.folder / "journal.db").read_bytes() == damaged
    assert set(everything(saved)) == set(before)
    assert (saved.folder / "journal.keys").read_bytes() == (
        filled.folder / "journal.keys"
    ).read_bytes()


@pytest.mark.parametrize("has_copy", [True, False])
def test_a_salvage_needs_no_key_file(filled: Place, tmp_path: Path, *, has_copy: bool) -> None:
    journal = filled.open()
    if not has_copy:
        with journal.writing():
            journal.database.write("DELETE FROM meta WHERE name = 'key_file'")
    filled.close()
    spoil_leaf(filled.folder, filled.opened, "notes")
    for name in ("journal.keys", "journal.keys.bak"):
        (filled.folder / name).unlink()
    saved = Place(tmp_path / "saved", filled.opened, filled.clock)
    salvage_to(filled.folder, filled.opened, saved.folder, filled.clock)
    assert len(everything(saved)) == ENTRIES
    assert (saved.folder / "journal.keys").exists() == has_copy


@pytest.mark.parametrize("is_file", [False, True])
def test_nothing_that_is_there_is_written_over(
    filled: Place, tmp_path: Path, *, is_file: bool
) -> None:
    target = tmp_path / "there"
    if is_file:
        target.write_text("mine", "utf-8")
    else:
        target.mkdir()
        (target / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(FolderInUseError):
        salvage_to(filled.folder, filled.opened, target, filled.clock)
