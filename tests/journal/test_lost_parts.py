"""What is no entry may be lost too: it is said, found in a backup, and brought back."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from journal.test_all_data import fill
from support.builders import an_entry
from support.incoming import run
from support.journals import Place
from support.vaults import damage_page

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Goal
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.all_data import read_parts
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import let_losses_be, read_losses
from caregiver_journal.journal.loss_waiting import waiting_losses
from caregiver_journal.journal.losses import (
    Brought,
    bring_back,
    bring_in,
    find_lacking,
    look,
    look_for_losses,
    settle,
)
from caregiver_journal.journal.lost_parts import LET_GO, SOURCES, say_lost_part
from caregiver_journal.journal.rescue import Rescued, rescue
from caregiver_journal.journal.rescue_words import say_brought, say_found, say_losses, say_rescued
from caregiver_journal.vault.database import Database


@pytest.fixture
def filled(place: Place) -> Place:
    """A closed journal with something in every part, and a backup of it."""
    journal = place.open()
    fill(journal)
    with journal.writing(Topic.EXPORT, Topic.SHIFT):
        early = next(each for each in journal.shifts.all() if each.name == "Early")
        journal.shifts.change(replace(early, name="Dawn"))
        long_day = journal.shifts.add(Shift("Long day"))
        for day, shift in ((2, early), (3, long_day)):
            journal.workdays.write(Workday(date(2026, 11, day), shift, 8.0))
        journal.exports.add(ExportRecord(place.clock(), Format.JSON, Period(), ("mood",), 3))
        journal.put_off.write("something", date.max, date(2026, 11, 20))
    back_up_here(journal)
    place.close()
    return place


def spoil(place: Place, *tables: str) -> None:
    """Damage the page on which a small table begins; no row of it can be read any more."""
    path, key = place.folder / "journal.db", place.opened.root.database_key()
    with closing(Database.open(path, key, place.opened.journal_id, read_only=True)) as database:
        pages: dict[str, int] = dict(database.rows("SELECT name, rootpage FROM sqlite_schema"))
    for table in tables:
        damage_page(path, pages[table])


def content(place: Place) -> dict[str, list[Any]]:
    """Return all that is no entry, but for the numbers of rows."""
    journal = place.open()
    found = {
        name: [_bare(each) for each in records]
        for name, records in read_parts(journal, Period(), everything=True).items()
    }
    found["exports"] = [replace(each, number=None) for each in journal.exports.all()]
    place.close()
    return {name: sorted(records, key=repr) for name, records in found.items()}


def _bare(record: Any) -> Any:
    if hasattr(record, "tries"):
        tries = tuple(replace(each, number=None, step=0) for each in record.tries)
        return replace(record, step=replace(record.step, number=None), tries=tries)
    return replace(record, number=None) if hasattr(record, "number") else record


def rescued_from(place: Place, *tables: str) -> Rescued:
    spoil(place, *tables)
    return rescue(place.folder, place.opened, place.clock)


@pytest.mark.parametrize("table", SOURCES)
def test_each_part_comes_back(filled: Place, table: str) -> None:
    before = content(filled)
    rescued = rescued_from(filled, table)
    assert table in rescued.parts
    assert rescued.lost > 0
    assert say_lost_part(table, rescued.parts[table]) in say_rescued(rescued)
    assert content(filled) != before
    looked = look_for_losses(filled.folder, filled.opened, rescued)
    (found,) = looked.found
    assert found.rest
    brought = bring_back(filled.folder, filled.opened, looked.found, filled.clock)
    assert brought.rest > 0
    assert content(filled) == before
    journal = filled.open()
    assert journal.database.check(deep=True) == []
    assert read_losses(journal) is None


@pytest.mark.parametrize("table", LET_GO)
def test_what_is_let_go_of_is_said(filled: Place, table: str) -> None:
    before = content(filled)
    rescued = rescued_from(filled, table)
    assert set(rescued.parts) == {table}
    assert say_lost_part(table, rescued.parts[table]) in say_rescued(rescued)
    assert look_for_losses(filled.folder, filled.opened, rescued).found == ()
    assert content(filled) == before


# --- later, in the open journal -------------------------------------------------------------------


def found_later(journal: Journal) -> tuple[list[str], Brought]:
    """Look and bring back as the window does; return what was said of it."""
    lacking = run(find_lacking(journal))
    assert lacking is not None
    looked = look(journal.folder.path, journal.database.opening(), lacking)
    looked = run(settle(journal, looked))
    said = [line for each in looked.found for line in say_found(each, date(2026, 11, 20))]
    return said, run(bring_in(journal, looked.found))


def a_goal(text: str, place: Place) -> Goal:
    number = sum(text.encode())
    return Goal(f"00000000-0000-4000-8000-{number:012d}", text, place.clock())


def test_what_was_lost_is_noted_without_a_word_and_comes_back_later(filled: Place) -> None:
    before = content(filled)
    rescued = rescued_from(filled, "goals", "masks", "event_marks", "tags")
    filled.clock.advance(days=1)
    journal = filled.open()
    losses = read_losses(journal)
    assert losses is not None
    assert losses.parts == rescued.parts
    (noted,) = journal.database.rows("SELECT value FROM meta WHERE name = 'losses'")
    for mask in before["masks"]:
        assert mask.word not in noted[0]
    (waiting,) = waiting_losses(journal, filled.clock().date())
    assert waiting.part == "losses"
    assert waiting.sentence == say_losses(losses, filled.clock().date())
    goal = a_goal("written since", filled)
    journal.add(an_entry("written since"))
    with journal.writing(Topic.SESSION):
        journal.goals.write(goal)
    back_up_here(journal)  # lacks what the file lacks, so it is not looked into
    said, brought = found_later(journal)
    assert any(line.startswith("1 goal: ") for line in said)
    assert brought.rest == len([line for line in said[1:] if ": " in line or line.startswith("1 ")])
    assert read_losses(journal) is None
    assert list(waiting_losses(journal, filled.clock().date())) == []
    filled.close()
    after = content(filled)
    assert any(each.id == goal.id for each in after["goals"])
    after["goals"] = [each for each in after["goals"] if each.id != goal.id]
    assert after == before


def test_entries_come_back_whatever_took_their_rows_since(place: Place) -> None:
    entries = [an_entry(f"note {number}", place.clock()) for number in range(5)]
    journal = place.open()
    with journal.writing(*Kind):
        for entry in entries:
            journal.entries.add(entry)
    back_up_here(journal)
    place.close()
    spoil(place, "entries", "notes", "moods", "sqlite_autoindex_entries_1")
    rescued = rescue(place.folder, place.opened, place.clock)
    assert rescued.entries == 0
    place.clock.advance(hours=5)
    journal = place.open()
    since = an_entry("written since", place.clock())
    journal.add(since)
    back_up_here(journal)
    _said, brought = found_later(journal)
    assert brought == Brought(5, 0)
    there = {entry.id for entry in journal.entries.page(None, 99)[0]}
    assert there == {since.id, *(entry.id for entry in entries)}
    assert journal.database.check(deep=True) == []
    again, brought = found_later(journal)
    assert (again, brought) == ([], Brought())


def test_what_is_deleted_for_good_meanwhile_stays_so(place: Place) -> None:
    entry = an_entry("note", place.clock())
    journal = place.open()
    journal.add(entry)
    back_up_here(journal)
    place.close()
    spoil(place, "notes")
    rescue(place.folder, place.opened, place.clock)
    journal = place.open()
    journal.remove(journal.entries.get(entry.id))
    journal.delete_for_good(journal.entries.get(entry.id))
    lacking = run(find_lacking(journal))
    assert lacking is not None
    assert lacking.needs == ()
    assert found_later(journal) == ([], Brought())
    assert journal.entries.page(None, 9)[0] == []


def test_stopped_midway_nothing_came_back_and_it_is_noted_still(filled: Place) -> None:
    rescued_from(filled, "goals", "sessions")
    before = content(filled)
    journal = filled.open()
    noted = read_losses(journal)
    lacking = run(find_lacking(journal))
    assert lacking is not None
    looked = look(journal.folder.path, journal.database.opening(), lacking)
    steps = bring_in(journal, looked.found)
    for _step in range(2):
        next(steps)
    steps.close()
    assert read_losses(journal) == noted
    filled.close()
    assert content(filled) == before


def test_what_no_backup_holds_is_kept_apart_until_it_is_let_be(place: Place) -> None:
    first, second = an_entry("in the backup"), an_entry("written after it")
    journal = place.open()
    journal.add(first)
    back_up_here(journal)
    journal.add(second)
    place.close()
    spoil(place, "notes")
    rescue(place.folder, place.opened, place.clock)
    journal = place.open()
    _said, brought = found_later(journal)
    assert brought == Brought(1, 0)
    losses = read_losses(journal)
    assert losses is not None
    assert losses.is_looked
    assert list(losses.touched.values()) == [second.id]
    today = place.clock().date()
    assert list(waiting_losses(journal, today)) == []
    assert "may still be missing" in say_losses(losses, today)
    take_back = let_losses_be(journal)
    assert read_losses(journal) is None
    take_back()
    assert read_losses(journal) == losses
    let_losses_be(journal)
    let_losses_be(journal)()
    assert read_losses(journal) is None


def test_what_came_back_meanwhile_is_offered_no_more(filled: Place) -> None:
    rescued_from(filled, "goals")
    journal = filled.open()
    lacking = run(find_lacking(journal))
    assert lacking is not None
    looked = look(journal.folder.path, journal.database.opening(), lacking)
    assert run(bring_in(journal, looked.found)).rest > 0
    assert run(settle(journal, looked)).found == ()


def test_a_try_of_a_step_that_was_deleted_since_stays_away(filled: Place) -> None:
    rescued_from(filled, "ladder_tries")
    journal = filled.open()
    with journal.writing(Topic.LADDER):
        for step in journal.ladder.steps():
            journal.ladder.forget_step(step.number or 0)
    said, brought = found_later(journal)
    assert (said, brought) == ([], Brought())
    assert journal.ladder.tries() == {}


def test_what_has_no_name_is_counted(filled: Place) -> None:
    rescued_from(filled, "preferences", "exports")
    journal = filled.open()
    with journal.writing(Topic.SESSION):
        for number in range(120):
            journal.goals.write(a_goal(f"{number:03}" + "x" * number, filled))
    said, brought = found_later(journal)
    assert "1 line of what left the journal" in said
    assert any(line.endswith(("setting", "settings")) for line in said)
    assert brought.rest > 1


def test_a_long_name_is_said_by_its_first_line(place: Place) -> None:
    journal = place.open()
    text = "a very long name that does not end where it should and goes on\nand on"
    with journal.writing(Topic.SESSION):
        journal.goals.write(a_goal(text, place))
    back_up_here(journal)
    place.close()
    rescued_from(place, "goals")
    said, _brought = found_later(place.open())
    assert said[1] == "1 goal: a very long name that does not end where it should and goes…"


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"when": 3}', "no json"])
def test_a_note_that_cannot_be_understood_is_none(place: Place, text: str) -> None:
    journal = place.open()
    with journal.writing():
        journal.database.write("INSERT INTO meta VALUES ('losses', ?)", (text,))
    assert read_losses(journal) is None
    assert run(find_lacking(journal)) is None


def test_how_much_came_back_is_said() -> None:
    assert say_brought(Brought(1, 0)) == "1 entry was brought back."
    assert say_brought(Brought(0, 1)) == "1 other thing was brought back."
    assert say_brought(Brought(2, 3)) == "2 entries and 3 other things were brought back."
    assert say_brought(Brought()) == "0 entries were brought back."
