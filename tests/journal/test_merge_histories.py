"""Whatever was written on two computers: merged there and back, both hold all of it once."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from support.builders import a_boundary, a_practice, a_reflection, an_entry
from support.clock import START
from support.copies import Computers, all_entries, bring
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE, run_python

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Goal
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal import doors
from caregiver_journal.journal.all_data import read_parts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merging import Choice, Decision, Merged, MergePreview
from caregiver_journal.vault.folder import JournalFolder

pytestmark = pytest.mark.unwatched

_DETAILS: tuple[Callable[[], Any], ...] = (a_boundary, a_practice, a_reflection, lambda: None)


def _add(journal: Journal, dice: random.Random) -> None:
    at = START - timedelta(minutes=dice.randrange(100_000))
    tags = tuple(dice.sample(["late", "lead", "night"], dice.randrange(3)))
    detail = dice.choice(_DETAILS)()
    said = f"note {dice.random()}"
    journal.add(
        an_entry(said, at, tags=tags) if detail is None else an_entry(said, at, mood=detail)
    )


def _change(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.change(replace(entry, note=f"changed {dice.random()}"))


def _remove(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.remove(entry)


def _delete(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.remove(entry)
        journal.delete_for_good(entry)


def _set_goal(journal: Journal, dice: random.Random) -> None:
    with journal.writing():
        journal.goals.write(Goal(str(dice.randrange(3)) * 36, f"goal {dice.random()}", START))


def _one(journal: Journal, dice: random.Random) -> Entry | None:
    entries = [each for each in all_entries(journal).values() if each.deleted is None]
    return dice.choice(sorted(entries, key=lambda each: each.id)) if entries else None


_DEEDS = (_add, _add, _add, _change, _change, _remove, _delete, _set_goal)


def _live(journal: Journal, dice: random.Random, deeds: int) -> None:
    for _deed in range(deeds):
        dice.choice(_DEEDS)(journal, dice)


def _content(journal: Journal) -> dict[str, Any]:
    """Return all that a journal says, but for when it was last written or thrown away."""
    entries = {
        entry.id: (to_plain(replace(entry, changed=entry.created)), entry.deleted is None)
        for entry in all_entries(journal).values()
    }
    parts = read_parts(journal, Period(), everything=True)
    return {"entries": entries, "goals": sorted(parts["goals"], key=repr)}


def _words(journal: Journal) -> set[str]:
    return {entry.note for entry in all_entries(journal).values()}


def _all(choice: Choice) -> Callable[[MergePreview], Decision]:
    def choose(found: MergePreview) -> Decision:
        choices = {
            each.key: choice if choice in each.choices else Choice.THEIRS
            for each in found.conflicts
        }
        return Decision(choices, brings_back=True)

    return choose


@pytest.mark.parametrize("seed", range(5))
def test_there_and_back_both_are_equal_and_a_second_time_nothing_happens(
    journal: Journal, computers: Computers, seed: int
) -> None:
    dice = random.Random(seed)
    _live(journal, dice, 12)
    other = computers.copy(journal)
    _live(journal, dice, 10)
    _live(other, dice, 10)
    before = _words(journal) | _words(other)

    def choose(found: MergePreview) -> Decision:
        choices = {each.key: dice.choice(each.choices) for each in found.conflicts}
        return Decision(choices, brings_back=True)

    bring(other, computers.backup(journal, "one"), choose)
    bring(journal, computers.backup(other, "two"), _all(Choice.THEIRS))
    assert _content(journal) == _content(other)
    content = _content(journal)
    for there in (computers.backup(journal, "three"), computers.backup(other, "four")):
        assert bring(journal, there, _all(Choice.BOTH)) == Merged()
        assert bring(other, there, _all(Choice.BOTH)) == Merged()
    assert _content(journal) == _content(other) == content
    assert _words(journal) <= before
    assert journal.database.check(deep=True) == []


@pytest.mark.parametrize("seed", range(3))
def test_where_all_is_kept_twice_no_word_is_lost(
    journal: Journal, computers: Computers, seed: int
) -> None:
    dice = random.Random(seed)
    _live(journal, dice, 12)
    other = computers.copy(journal)
    _live(journal, dice, 12)
    _live(other, dice, 12)
    before = _words(journal) | _words(other)
    one, two = computers.backup(journal, "one"), computers.backup(other, "two")
    bring(journal, two, _all(Choice.BOTH))
    assert _words(journal) == before
    content = _content(journal)
    assert bring(journal, two, _all(Choice.BOTH)).entries == 0
    assert _content(journal) == content
    bring(other, computers.backup(journal, "three"), _all(Choice.BOTH))
    assert _words(other) == before
    assert bring(other, one, _all(Choice.BOTH)).entries == 0
    assert bring(other, one, _all(Choice.BOTH)) == Merged()


KILLED = """
import os, signal, sys
from pathlib import Path
from support.vaults import CHEAP, PASSPHRASE
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.merging import Decision, compare, merge
from caregiver_journal.journal.other_copy import home_of, read_copy

def run(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value

folder, copy, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
journal = doors.open_journal(folder, doors.unlock(folder, PASSPHRASE, CHEAP))
found = run(compare(journal, read_copy(copy, home_of(journal))))
work = merge(journal, found, Decision(), back_up_here(journal))
for _step in range(steps):
    next(work)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("steps", [1, 8])
def test_to_be_killed_midway_changes_nothing(
    place: Place, computers: Computers, steps: int
) -> None:
    journal = place.open()
    journal.add(an_entry("here"))
    other = computers.copy(journal)
    for hour in range(150):
        other.add(an_entry(f"there {hour}", START - timedelta(hours=hour)))
    copy = computers.backup(other)
    content = _content(journal)
    place.close()
    assert run_python(KILLED, place.folder, copy, steps).returncode == -9
    place.opened = doors.unlock(place.folder, PASSPHRASE, CHEAP)
    journal = place.open()
    assert _content(journal) == content
    assert journal.database.check(deep=True) == []
    assert len(list(JournalFolder(place.folder).backups.glob("*.cjbackup"))) == 1
    assert bring(journal, copy).entries == 150
