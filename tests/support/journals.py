"""Open real journals for tests: encrypted files in a temporary folder, under a cheap key.

A ``conftest`` takes the fixtures it needs from here by importing them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.clock import FixedClock
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Changes, Journal


@dataclass
class Place:
    """The folder of a journal for one test, and what opens it.

    Attributes:
        folder: where the journal lies.
        opened: its key.
        clock: the clock of every journal opened here.
    """

    folder: Path
    opened: doors.Opened
    clock: FixedClock
    _journals: list[Journal] = field(default_factory=list)

    def open(self) -> Journal:
        """Open the journal; it is closed when the test ends, at the latest."""
        journal = doors.open_journal(self.folder, self.opened, self.clock)
        self._journals.append(journal)
        return journal

    def close(self) -> None:
        """Close what is open."""
        while self._journals:
            self._journals.pop().close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, doors.Opened]:
    """An empty journal under ``PASSPHRASE``, made once, and its key."""
    folder = tmp_path_factory.mktemp("template") / "journal"
    return folder, doors.create(folder, PASSPHRASE, CHEAP)


@pytest.fixture
def place(
    template: tuple[Path, doors.Opened], tmp_path: Path, clock: FixedClock
) -> Iterator[Place]:
    """An empty journal that nobody has open yet."""
    source, opened = template
    place = Place(tmp_path / "journal", opened, clock)
    shutil.copytree(source, place.folder)
    yield place
    place.close()


@pytest.fixture
def journal(place: Place) -> Journal:
    """An empty journal, open for writing."""
    return place.open()


@pytest.fixture
def told(journal: Journal) -> list[Changes]:
    """What the listeners of the journal were told, one item for each time."""
    told: list[Changes] = []
    journal.listen(told.append)
    return told


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every door that is told no cost take the cheap one, as the command line does."""
    monkeypatch.setattr(doors, "STRONG", CHEAP)
