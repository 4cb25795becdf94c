"""Make other copies of a journal for tests: a folder with the same key, and backups of it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from support.clock import FixedClock
from support.incoming import run
from support.journals import Place

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.query import Query
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here, back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merging import (
    Choice,
    Decision,
    Merged,
    MergePreview,
    choose_all,
    compare,
    merge,
)
from caregiver_journal.journal.other_copy import Copy, home_of, read_copy


@dataclass
class Computers:
    """Several computers with a copy of the same journal each."""

    place: Place
    folder: Path
    clock: FixedClock
    _journals: list[Journal] = field(default_factory=list)

    def copy(self, journal: Journal, name: str = "second") -> Journal:
        """Take the journal, as it is, to another computer, and open it there."""
        journal.database.checkpoint()
        target = self.folder / name
        shutil.copytree(journal.folder.path, target, ignore=shutil.ignore_patterns("*.lock"))
        other = doors.open_journal(target, self.place.opened, self.clock)
        self._journals.append(other)
        return other

    def backup(self, journal: Journal, name: str = "stick") -> Path:
        """Back a journal up, and return where the backup lies."""
        path = self.folder / f"{name}.cjbackup"
        back_up_to(journal, path)
        return path

    def close(self) -> None:
        """Close them all."""
        while self._journals:
            self._journals.pop().close()


@pytest.fixture
def computers(place: Place, tmp_path: Path, clock: FixedClock) -> Iterator[Computers]:
    """Other computers, none of which has a copy yet."""
    computers = Computers(place, tmp_path / "computers", clock)
    computers.folder.mkdir()
    yield computers
    computers.close()


def look_at(journal: Journal, path: Path) -> MergePreview:
    """Read a copy and compare it with a journal."""
    return run(compare(journal, read_copy(path, home_of(journal))))


def bring(
    journal: Journal,
    path: Path,
    choice: Choice | Callable[[MergePreview], Decision] = Choice.MINE,
    **decision: Any,
) -> Merged:
    """Merge a backup into a journal, with the same choice for all that differs."""
    found = look_at(journal, path)
    if isinstance(choice, Choice):
        chosen = Decision({each.key: choice for each in found.conflicts}, **decision)
    else:
        chosen = choice(found)
    return run(merge(journal, found, chosen, back_up_here(journal)))


def all_entries(journal: Journal) -> dict[str, Entry]:
    """Return everything that is an entry, the trash too, by its id."""
    entries, _more = journal.entries.find(Query(), None, 10_000)
    trash, _more = journal.entries.find(Query(in_trash=True), None, 10_000)
    return {entry.id: entry for entry in (*entries, *trash)}


__all__ = [
    "Computers",
    "Copy",
    "all_entries",
    "bring",
    "choose_all",
    "computers",
    "look_at",
]
