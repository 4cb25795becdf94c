"""What was deleted or saved last can be taken back."""

from collections.abc import Callable

import pytest
from support.builders import an_entry

from caregiver_journal.base.errors import DiskFullError, JournalError, NothingFoundError
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.undo import Undo


class Person:
    """Somebody who reads the strip."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.said: list[tuple[str, str]] = []
        self.failures: list[JournalError] = []
        self.undo = Undo(journal, self._say, self.failures.append)

    def _say(
        self,
        text: str,
        action_text: str = "",
        on_action: Callable[[], None] | None = None,  # noqa: ARG002 - as the strip has it
    ) -> None:
        self.said.append((text, action_text))

    def count(self) -> int:
        return self.journal.entries.count()[0]


@pytest.fixture
def person(journal: Journal) -> Person:
    return Person(journal)


def test_a_deleted_entry_comes_back(person: Person) -> None:
    entry = an_entry("kept")
    person.journal.add(entry)
    person.undo.delete(entry.id)
    assert person.count() == 0
    assert person.said == [("Deleted: Mood · good", "Undo")]
    person.undo.undo()
    assert person.journal.entries.get(entry.id).note == "kept"
    assert person.said[-1] == ("Taken back", "")


def test_a_new_entry_is_taken_back(person: Person) -> None:
    entry = an_entry()
    person.journal.add(entry)
    person.undo.offer_for_new(entry)
    assert person.said == [("Saved", "Undo")]
    person.undo.undo()
    assert person.count() == 0


def test_only_the_last_one_and_only_once(person: Person) -> None:
    first, second = an_entry("first"), an_entry("second")
    for entry in (first, second):
        person.journal.add(entry)
        person.undo.delete(entry.id)
    person.undo.undo()
    said = list(person.said)
    person.undo.undo()
    assert person.count() == 1
    assert person.said == said


def test_nothing_to_take_back_is_no_trouble(person: Person) -> None:
    person.undo.undo()
    assert person.said == []
    assert person.failures == []


def test_an_entry_that_is_not_there_is_said_to_be_missing(person: Person) -> None:
    person.undo.delete("no-such-entry")
    assert [type(failure) for failure in person.failures] == [NothingFoundError]


def test_a_full_disk_leaves_the_way_back_open(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    entry = an_entry()
    person.journal.add(entry)
    person.undo.delete(entry.id)
    with monkeypatch.context() as full:
        full.setattr(Journal, "restore", refuse)
        person.undo.undo()
    assert [type(failure) for failure in person.failures] == [DiskFullError]
    person.undo.undo()
    assert person.count() == 1


def test_a_delete_that_fails_takes_nothing_away(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    entry = an_entry()
    person.journal.add(entry)
    monkeypatch.setattr(Journal, "remove", refuse)
    person.undo.delete(entry.id)
    assert person.count() == 1
    assert person.said == []
