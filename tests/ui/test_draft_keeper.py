"""What is being written is kept in the journal, and nothing is lost when that fails once."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.ui.draft_keeper import AFTER_MS, DraftKeeper

FORM = "test.form"


class Writing:
    """A form whose content a test sets, and its keeper."""

    def __init__(self, journal: Journal) -> None:
        self.content: dict[str, object] = {"note": "half a"}
        self.failures: list[JournalError] = []
        self.form = QObject()
        self.journal = journal
        self.keeper = DraftKeeper(
            journal, FORM, lambda: self.content, self.failures.append, self.form
        )

    @property
    def is_waiting(self) -> bool:
        return self.keeper._timer.isActive()

    def let_time_pass(self) -> None:
        self.keeper._timer.stop()
        self.keeper._timer.timeout.emit()

    def kept(self) -> dict[str, object]:
        return self.journal.drafts.read(FORM)


@pytest.fixture
def writing(qapp: QApplication, journal: Journal) -> Iterator[Writing]:
    writing = Writing(journal)
    yield writing
    shiboken6.delete(writing.form)


def test_what_is_written_is_kept_after_a_moment(writing: Writing) -> None:
    writing.keeper.touch()
    assert writing.is_waiting
    assert writing.kept() == {}
    writing.let_time_pass()
    assert writing.kept() == writing.keeper.kept() == {"note": "half a"}
    assert not writing.is_waiting


def test_at_most_two_seconds_are_lost_however_fast_one_writes(writing: Writing) -> None:
    assert AFTER_MS == 2_000
    writing.keeper.touch()
    timer = writing.keeper._timer
    started = timer.remainingTime()
    for _key in range(50):
        writing.keeper.touch()
    assert timer.remainingTime() <= started, "each key would put it off"


def test_nothing_written_means_nothing_stored(writing: Writing, told: list[Changes]) -> None:
    writing.keeper.store()
    assert told == []
    assert writing.kept() == {}


def test_a_settled_form_is_not_stored_again(writing: Writing) -> None:
    writing.keeper.touch()
    writing.keeper.settle()
    assert not writing.is_waiting
    writing.keeper.store()
    assert writing.kept() == {}


def test_an_emptied_form_forgets_its_draft(writing: Writing) -> None:
    writing.keeper.touch()
    writing.keeper.store()
    writing.content = {}
    writing.keeper.touch()
    writing.keeper.store()
    assert writing.kept() == {}


def test_a_full_disk_is_told_and_the_text_is_tried_again(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    writing.keeper.touch()
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)
        writing.let_time_pass()
        assert [type(failure) for failure in writing.failures] == [DiskFullError]
        with pytest.raises(DiskFullError):
            writing.keeper.store()
    writing.keeper.store()
    assert writing.kept() == {"note": "half a"}


def test_a_journal_for_reading_only_takes_no_draft_and_makes_no_trouble(
    qapp: QApplication, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _self: False)
    writing = Writing(place.open())
    writing.keeper.touch()
    writing.let_time_pass()
    writing.keeper.store()
    assert writing.failures == []
    assert writing.kept() == {}
    shiboken6.delete(writing.form)
