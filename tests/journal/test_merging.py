"""Another copy comes in: new entries, what was changed by choice, once only, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from support.builders import a_boundary, an_entry
from support.clock import START, FixedClock
from support.copies import Computers, all_entries, bring, look_at
from support.incoming import run
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kept import TagMark
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.preference import LOOK
from caregiver_journal.domain.session import Goal, TalkPoint
from caregiver_journal.journal.backing_up import back_up_here, backups_of
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.merging import (
    Choice,
    Decision,
    Key,
    Merged,
    choose_all,
    compare,
    merge,
    twin,
    would_change,
)
from caregiver_journal.journal.other_copy import home_of, read_copy


def write(journal: Journal, *notes: str, hours: int = 0) -> list[Entry]:
    entries = [
        an_entry(note, START - timedelta(hours=hours + at), tags=("late",))
        for at, note in enumerate(notes)
    ]
    for entry in entries:
        journal.add(entry)
    return entries


def test_what_was_written_on_the_other_computer_comes_in_once(
    journal: Journal, computers: Computers, told: list[Changes]
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    mine, theirs = write(journal, "here"), write(other, "heron", "private", hours=5)
    other.mark(theirs[1], never_export=True)
    with other.writing():
        other.masks.write(Mask("Wendelmuth", "the lead"))
        other.goals.write(Goal("1" * 36, "Leave at four", START))
    told.clear()
    backup = computers.backup(other)
    assert bring(journal, backup) == Merged(entries=2, rest=2)
    assert len(told) == 1
    assert {each.note for each in all_entries(journal).values()} == {
        "before",
        "here",
        "heron",
        "private",
    }
    assert journal.entries.get(theirs[1].id).never_export
    assert [each.word for each in journal.masks.all()] == ["Wendelmuth"]
    assert journal.search.find("heron", 5) == [theirs[0].id]
    assert journal.entries.get(mine[0].id).note == "here"
    again = look_at(journal, backup)
    assert not would_change(again, Decision())
    assert (again.conflicts, again.gone, again.preview.rest.new) == ((), (), 0)
    assert bring(journal, backup) == Merged()
    assert journal.database.check(deep=True) == []


def test_what_was_changed_is_kept_taken_or_kept_twice(
    journal: Journal, computers: Computers
) -> None:
    entries = write(journal, "one", "two", "three")
    other = computers.copy(journal)
    for entry in entries:
        journal.change(replace(entry, note=f"{entry.note} here"))
        other.change(replace(entry, note=f"{entry.note} there"))
    backup = computers.backup(other)
    found = look_at(journal, backup)
    assert [(each.mine.note[-4:], each.theirs.note[-5:]) for each in found.conflicts] == [
        ("here", "there")
    ] * 3
    keys: list[Key] = [("entry", entry.id) for entry in entries]
    decision = Decision({keys[1]: Choice.THEIRS, keys[2]: Choice.BOTH})
    done = run(merge(journal, found, decision, back_up_here(journal)))
    assert done == Merged(taken=1, both=1)
    assert sorted(each.note for each in all_entries(journal).values()) == [
        "one here",
        "three here",
        "three there",
        "two there",
    ]
    assert len(journal.search.find("there", 9)) == 2
    again = look_at(journal, backup)
    assert [each.key for each in again.conflicts] == [keys[0]], "only what was not chosen"
    before = all_entries(journal)
    assert bring(journal, backup, Choice.BOTH) == Merged(both=1)
    assert bring(journal, backup, Choice.BOTH) == Merged()
    assert len(all_entries(journal)) == len(before) + 1
    assert journal.database.check(deep=True) == []


def test_what_was_kept_twice_is_settled_for_the_other_computer_too(
    journal: Journal, computers: Computers
) -> None:
    (entry,) = write(journal, "one")
    other = computers.copy(journal)
    journal.change(replace(entry, note="one here"))
    other.change(replace(entry, note="one there"))
    bring(journal, computers.backup(other), Choice.BOTH)
    found = look_at(other, computers.backup(journal, "back"))
    assert found.settled == {entry.id}
    assert found.conflicts == ()
    assert bring(other, computers.folder / "back.cjbackup") == Merged(entries=1, taken=1)
    assert all_entries(other) == all_entries(journal)


def test_what_was_deleted_for_good_comes_back_only_when_asked(
    journal: Journal, computers: Computers
) -> None:
    gone, _stays = write(journal, "gone", "stays")
    with journal.writing():
        journal.talk_points.write(TalkPoint("2" * 36, "ask", START, entry_id=gone.id))
    old = computers.backup(journal)
    with journal.writing():
        journal.talk_points.forget("2" * 36)
    journal.remove(gone)
    journal.delete_for_good(gone)
    found = look_at(journal, old)
    assert [entry.id for entry in found.gone] == [gone.id]
    assert found.preview.entries.new == 0
    assert bring(journal, old) == Merged(rest=1)
    assert list(all_entries(journal)) == [_stays.id]
    assert [point.entry_id for point in journal.talk_points.all()] == [""]
    assert bring(journal, old, brings_back=True).entries == 1
    assert journal.entries.get(gone.id).note == "gone"
    assert look_at(journal, old).gone == ()


def test_what_was_deleted_before_ids_were_kept_is_known_by_its_row(
    journal: Journal, computers: Computers
) -> None:
    gone, _stays = write(journal, "gone", "stays")
    old = computers.backup(journal)
    journal.remove(gone)
    journal.delete_for_good(gone)
    with journal.writing():
        journal.database.write("DELETE FROM meta WHERE name LIKE 'deleted %'")
    assert [entry.id for entry in look_at(journal, old).gone] == [gone.id]


def test_what_came_in_and_was_deleted_does_not_come_in_again(
    journal: Journal, computers: Computers
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    (theirs,) = write(other, "theirs", hours=3)
    backup = computers.backup(other)
    assert bring(journal, backup).entries == 1
    journal.remove(theirs)
    journal.delete_for_good(theirs)
    assert [entry.id for entry in look_at(journal, backup).gone] == [theirs.id]


def test_new_ones_of_both_are_new_though_their_rows_are_the_same(
    journal: Journal, computers: Computers
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    write(journal, "a", "b", hours=1)
    write(other, "c", "d", hours=1)
    assert look_at(journal, computers.backup(other)).gone == ()
    assert bring(journal, computers.folder / "stick.cjbackup").entries == 2
    assert look_at(other, computers.backup(journal, "back")).gone == ()


def test_what_lies_in_the_trash_here_stays_unless_it_is_chosen(
    journal: Journal, computers: Computers
) -> None:
    (entry,) = write(journal, "thrown away")
    old = computers.backup(journal)
    journal.remove(entry)
    found = look_at(journal, old)
    (conflict,) = found.conflicts
    assert conflict.is_in_trash
    assert choose_all(found, Choice.THEIRS) == {}
    assert bring(journal, old) == Merged()
    assert journal.entries.get(entry.id).deleted is not None
    assert bring(journal, old, Choice.THEIRS) == Merged(taken=1)
    assert journal.entries.get(entry.id).deleted is None


def test_the_trash_of_the_copy_comes_into_the_trash_for_its_thirty_days(
    journal: Journal, computers: Computers, clock: FixedClock
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    old, fresh = write(other, "old", "fresh", hours=2)
    other.remove(old)
    clock.advance(days=31)
    other.remove(fresh)
    assert bring(journal, computers.backup(other)) == Merged(entries=1)
    assert journal.entries.get(fresh.id).deleted is not None
    assert old.id not in all_entries(journal)


def came_from(journal: Journal, entry: Entry) -> None:
    """Keep a point to talk about, and a try, that came from an entry."""
    with journal.writing():
        step = journal.ladder.write_step(Step("Ask", 5))
        journal.ladder.write_try(Try(step.number or 0, START, 5, entry_id=entry.id))
        journal.talk_points.write(TalkPoint("2" * 36, "ask", START, entry_id=entry.id))


def links(journal: Journal) -> set[str]:
    """Return from which entries points and tries came."""
    tries = {each.entry_id for some in journal.ladder.tries().values() for each in some}
    return tries | {each.entry_id for each in journal.talk_points.all()}


def test_what_came_from_an_entry_in_the_trash_still_knows_it(
    journal: Journal, computers: Computers
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    (theirs,) = write(other, "theirs", hours=2)
    came_from(other, theirs)
    other.remove(theirs)
    backup = computers.backup(other)
    assert bring(journal, backup) == Merged(entries=1, rest=3)
    assert links(journal) == {theirs.id}
    journal.restore(theirs)
    assert links(journal) == {theirs.id}
    assert look_at(other, computers.backup(journal, "back")).preview.rest.different == 0


def test_what_came_from_an_entry_that_is_too_old_for_the_trash_is_let_go(
    journal: Journal, computers: Computers, clock: FixedClock
) -> None:
    other = computers.copy(journal)
    (theirs,) = write(other, "theirs")
    came_from(other, theirs)
    other.remove(theirs)
    clock.advance(days=31)
    assert bring(journal, computers.backup(other)) == Merged(rest=3)
    assert links(journal) == {""}


def test_what_came_from_an_entry_that_comes_back_knows_it_again(
    journal: Journal, computers: Computers
) -> None:
    (entry,) = write(journal, "gone")
    came_from(journal, entry)
    old = computers.backup(journal)
    journal.remove(entry)
    journal.delete_for_good(entry)
    assert bring(journal, old) == Merged()
    assert links(journal) == {""}
    assert bring(journal, old, brings_back=True) == Merged(entries=1)
    assert links(journal) == {entry.id}


def test_all_of_a_full_trash_comes_along(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    other.remove(*write(other, *map(str, range(120))))
    assert bring(journal, computers.backup(other)) == Merged(entries=120)
    assert all(entry.deleted for entry in all_entries(journal).values())


def test_a_hidden_tag_comes_along_though_it_stands_on_nothing_but_the_trash(
    journal: Journal, computers: Computers
) -> None:
    other = computers.copy(journal)
    (theirs,) = write(other, "theirs")
    with other.writing():
        other.tags.hide("late", hidden=True)
    other.remove(theirs)
    bring(journal, computers.backup(other))
    assert [use.is_hidden for use in journal.tags.counted()] == [True]


def test_in_the_trash_of_both_makes_no_difference(
    journal: Journal, computers: Computers, clock: FixedClock
) -> None:
    (entry,) = write(journal, "gone from both")
    other = computers.copy(journal)
    journal.remove(entry)
    clock.advance(hours=3)
    other.remove(entry)
    assert look_at(journal, computers.backup(other)).conflicts == ()


def test_older_words_let_no_private_entry_out(journal: Journal, computers: Computers) -> None:
    (entry,) = write(journal, "between us")
    old = computers.backup(journal)
    journal.change(replace(entry, note="between the two of us", never_export=True))
    assert bring(journal, old, Choice.BOTH) == Merged(both=1)
    assert all(each.never_export for each in all_entries(journal).values())
    assert bring(journal, old, Choice.BOTH) == Merged()
    assert bring(journal, old, Choice.THEIRS) == Merged()


def test_other_things_are_chosen_one_by_one(journal: Journal, computers: Computers) -> None:
    one, two = Goal("1" * 36, "one", START), Goal("2" * 36, "two", START)
    with journal.writing():
        journal.goals.write(one)
        journal.goals.write(two)
    journal.add(an_entry(tags=("shown",)))
    other = computers.copy(journal)
    with other.writing():
        other.goals.write(replace(one, text="one there"))
        other.goals.write(replace(two, text="two there"))
        other.tags.hide("shown", hidden=True)
    backup = computers.backup(other)
    found = look_at(journal, backup)
    assert [each.choices for each in found.conflicts] == [(Choice.MINE, Choice.THEIRS)] * 3
    chosen: dict[Key, Choice] = {("goals", one.id): Choice.THEIRS}
    assert run(merge(journal, found, Decision(chosen), back_up_here(journal))) == Merged(taken=1)
    assert {goal.text for goal in journal.goals.all()} == {"one there", "two"}
    assert set(choose_all(look_at(journal, backup), Choice.BOTH).values()) == {Choice.MINE}
    assert journal.setting(LOOK) == LOOK.default
    assert TagMark("shown") not in journal.tags.hidden(START.date(), START.date())


def test_what_is_no_entry_can_stay_out(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    with other.writing():
        other.goals.write(Goal("1" * 36, "theirs", START))
    assert bring(journal, computers.backup(other), brings_rest=False) == Merged()
    assert journal.goals.all() == ()


def test_where_something_came_from_makes_no_difference(
    journal: Journal, computers: Computers
) -> None:
    entry = an_entry(mood=a_boundary("cover the Monday"))
    journal.add(entry)
    with journal.writing():
        step = journal.ladder.write_step(Step("Ask", 5))
        journal.ladder.write_try(Try(step.number or 0, START, 5, entry_id=entry.id))
        journal.talk_points.write(TalkPoint("2" * 36, "ask", START, entry_id=entry.id))
    old = computers.backup(journal)
    journal.remove(entry)
    assert [each.what for each in look_at(journal, old).conflicts] == [entry.kind]
    journal.delete_for_good(entry)
    found = look_at(journal, old)
    assert (found.conflicts, len(found.gone)) == ((), 1)


def test_to_close_it_midway_changes_nothing_and_the_backup_is_there(
    journal: Journal, computers: Computers, told: list[Changes]
) -> None:
    kept = write(journal, "kept")
    other = computers.copy(journal)
    write(other, *map(str, range(60)), hours=2)
    found = look_at(journal, computers.backup(other))
    backup = back_up_here(journal)
    told.clear()
    for steps in (1, 3):
        work = merge(journal, found, Decision(), backup)
        for _step in range(steps):
            next(work)
        work.close()
        assert list(all_entries(journal)) == [entry.id for entry in kept]
    assert not told
    assert backups_of(journal) == (backup,)
    assert journal.database.check(deep=True) == []


def test_a_full_disk_changes_nothing(
    journal: Journal, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = computers.copy(journal)
    write(other, "theirs")
    found, backup = look_at(journal, computers.backup(other)), back_up_here(journal)

    def refuse(_entry: Entry) -> None:
        raise DiskFullError

    monkeypatch.setattr(journal.entries, "add", refuse)
    with pytest.raises(DiskFullError, match="full") as caught:
        run(merge(journal, found, Decision(), backup))
    assert caught.value.next_step.startswith("Nothing was changed.")
    assert all_entries(journal) == {}


def test_to_close_the_journal_midway_takes_it_back(place: Place, computers: Computers) -> None:
    journal = place.open()
    other = computers.copy(journal)
    write(other, *map(str, range(60)))
    found = look_at(journal, computers.backup(other))
    work = merge(journal, found, Decision(), back_up_here(journal))
    for _step in range(3):
        next(work)
    journal.close()
    work.close()
    assert all_entries(place.open()) == {}


def test_the_same_words_always_get_the_same_second_id() -> None:
    entry = an_entry("A heron")
    again = replace(entry, never_export=True, for_session=True, changed=START)
    assert twin(entry).id == twin(again).id != entry.id
    assert twin(replace(entry, note="Two herons")).id != twin(entry).id
    assert twin(entry).note == entry.note


def test_comparing_goes_a_little_at_a_time(journal: Journal, computers: Computers) -> None:
    other = computers.copy(journal)
    write(other, *map(str, range(45)))
    copy = read_copy(computers.backup(other), home_of(journal))
    seen = [step.done for step in compare(journal, copy)]
    assert seen[0] == 0
    assert {20, 40, 45} <= set(seen)


def test_what_is_written_over_takes_a_step_of_its_own(
    journal: Journal, computers: Computers
) -> None:
    entries = write(journal, *map(str, range(15)))
    other = computers.copy(journal)
    for entry in entries:
        other.change(replace(entry, note=f"{entry.note} there"))
    found = look_at(journal, computers.backup(other))
    decision = Decision(choose_all(found, Choice.THEIRS))
    steps = merge(journal, found, decision, back_up_here(journal))
    changed = [journal.database.changes for _step in steps]
    assert sum(before != after for before, after in pairwise(changed)) >= len(entries)
    assert {each.note[-5:] for each in all_entries(journal).values()} == {"there"}


@pytest.mark.parametrize("order", [lambda a, b: (a, b), lambda a, b: (b, a)])
def test_a_goes_into_b_and_b_into_a_and_both_are_equal(
    journal: Journal, computers: Computers, order: Callable[..., tuple[Journal, Journal]]
) -> None:
    write(journal, "before")
    other = computers.copy(journal)
    write(journal, "mine", hours=1)
    write(other, "theirs", "more", hours=4)
    first, second = order(journal, other)
    bring(first, computers.backup(second, "one"))
    bring(second, computers.backup(first, "two"))
    assert all_entries(journal) == all_entries(other)
    assert {each.note for each in all_entries(journal).values()} == {
        "before",
        "mine",
        "theirs",
        "more",
    }


def test_a_backup_lies_where_it_was(journal: Journal, computers: Computers) -> None:
    path = computers.backup(computers.copy(journal))
    before = path.read_bytes()
    assert bring(journal, path) == Merged()
    assert path.read_bytes() == before
    assert not list(journal.folder.path.parent.glob("journal.tmp-*"))
