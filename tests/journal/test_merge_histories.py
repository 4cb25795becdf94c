"""Whatever was written on two computers: merged there and back, both hold all of it once."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from support.builders import (
    a_boundary,
    a_measure,
    a_mood,
    a_practice,
    a_reflection,
    an_entry,
)
from support.clock import START
from support.copies import Computers, all_entries, bring
from support.journals import Place
from support.random_parts import (
    RANDOM_PARTS,
    TAGS,
    forget_random,
    told,
    write_part,
    write_random,
)
from support.vaults import CHEAP, PASSPHRASE, run_python

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kept import Rung
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merging import Choice, Conflict, Decision, Merged, MergePreview
from caregiver_journal.vault.folder import JournalFolder

pytestmark = pytest.mark.unwatched

_DETAILS: tuple[Callable[[], Any], ...] = (
    a_mood,
    a_boundary,
    a_reflection,
    a_practice,
    a_measure,
)
"""What is said in an entry of each kind."""


def _add(journal: Journal, dice: random.Random) -> None:
    at = START - timedelta(minutes=dice.randrange(100_000))
    tags = tuple(dice.sample(TAGS, dice.randrange(3)))
    said = f"note {dice.random()}"
    journal.add(an_entry(said, at, tags=tags, mood=dice.choice(_DETAILS)()))


def _change(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        tags = tuple(dice.sample(TAGS, dice.randrange(3)))
        journal.change(replace(entry, note=f"changed {dice.random()}", tags=tags))


def _mark(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.mark(entry, for_session=not entry.for_session)


def _keep_in(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.mark(entry, never_export=True)


def _remove(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.remove(entry)


def _delete(journal: Journal, dice: random.Random) -> None:
    if entry := _one(journal, dice):
        journal.remove(entry)
        journal.delete_for_good(entry)


def _make_from(journal: Journal, dice: random.Random) -> None:
    """Keep a point to talk about, and a try, that came from an entry."""
    if entry := _one(journal, dice):
        tried = Try(0, entry.happened, 5, entry_id=entry.id)
        with journal.writing():
            point = TalkPoint(entry.id, "ask", entry.created, entry_id=entry.id)
            write_part(journal, "talk_points", point)
            write_part(journal, "ladder", Rung(Step("step from", 5), (tried,)))


def _write(journal: Journal, dice: random.Random) -> None:
    write_random(journal, dice, dice.choice(list(RANDOM_PARTS)))


def _one(journal: Journal, dice: random.Random) -> Entry | None:
    entries = [each for each in all_entries(journal).values() if each.deleted is None]
    return dice.choice(sorted(entries, key=lambda each: each.id)) if entries else None


_DEEDS = (
    *(_add, _add, _add, _add, _change, _change, _mark, _keep_in, _remove, _delete, _delete),
    *(_make_from, _make_from, _write, _write, _write, _write, _write, forget_random),
)


def _live(journal: Journal, dice: random.Random, deeds: int) -> None:
    for _deed in range(deeds):
        dice.choice(_DEEDS)(journal, dice)


def _two_lives(
    journal: Journal, computers: Computers, dice: random.Random
) -> tuple[Journal, set[str]]:
    """Live on two computers for a while; return the other one, and all that was written."""
    for part in RANDOM_PARTS:
        write_random(journal, dice, part)
    _live(journal, dice, 15)
    other = computers.copy(journal)
    _live(journal, dice, 20)
    _live(other, dice, 20)
    return other, _words(journal) | _words(other)


def _content(journal: Journal) -> dict[str, Any]:
    """Return all that a journal says, but for when it was last written or thrown away."""
    entries = {
        entry.id: (to_plain(replace(entry, changed=entry.created)), entry.deleted is None)
        for entry in all_entries(journal).values()
    }
    return {"entries": entries, **told(journal)}


def _kept_in(journal: Journal) -> set[str]:
    return {entry.id for entry in all_entries(journal).values() if entry.never_export}


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


def _any(dice: random.Random) -> Callable[[MergePreview], Decision]:
    """Choose by dice, but for what one side alone can tell the other."""

    def choose(found: MergePreview) -> Decision:
        choices = {
            each.key: Choice.THEIRS if _is_one_sided(each) else dice.choice(each.choices)
            for each in found.conflicts
        }
        return Decision(choices, brings_back=True)

    return choose


def _is_one_sided(conflict: Conflict) -> bool:
    """Tell whether it is a tag hidden there, or an entry that is never exported there only.

    A tag that is shown leaves no mark, and nothing that comes in lets out what may not leave.
    """
    if isinstance(conflict.theirs, Entry):
        return bool(conflict.theirs.never_export and not conflict.mine.never_export)
    return conflict.what == "tags"


def test_a_life_writes_into_every_part_and_entries_of_every_kind() -> None:
    assert set(RANDOM_PARTS) == set(PARTS)
    assert {an_entry(mood=make()).kind for make in _DETAILS} == set(Kind)


@pytest.mark.parametrize("seed", range(8))
def test_there_and_back_both_are_equal_and_a_second_time_nothing_happens(
    journal: Journal, computers: Computers, seed: int
) -> None:
    dice = random.Random(seed)
    other, before = _two_lives(journal, computers, dice)
    kept_in = _kept_in(journal)
    bring(other, computers.backup(journal, "one"), _any(dice))
    bring(journal, computers.backup(other, "two"), _all(Choice.THEIRS))
    assert _content(journal) == _content(other)
    content = _content(journal)
    for there in (computers.backup(journal, "three"), computers.backup(other, "four")):
        assert bring(journal, there, _all(Choice.BOTH)) == Merged()
        assert bring(other, there, _all(Choice.BOTH)) == Merged()
    assert _content(journal) == _content(other) == content
    assert _words(journal) <= before
    assert kept_in & set(all_entries(journal)) <= _kept_in(journal)
    assert journal.database.check(deep=True) == []


@pytest.mark.parametrize("seed", range(4))
def test_where_all_is_kept_twice_no_word_is_lost(
    journal: Journal, computers: Computers, seed: int
) -> None:
    other, before = _two_lives(journal, computers, random.Random(seed))
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
