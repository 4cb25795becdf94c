"""The course of changes, and the judges that compare a journal with it."""

from contextlib import closing
from pathlib import Path

import pytest
from proofs import course, journals, runs
from proofs.verdict import Verdict, not_run


@pytest.mark.parametrize("changes", [0, 1, 7, 8, 9, 33])
def test_a_journal_holds_what_the_course_says(tmp_path: Path, changes: int) -> None:
    journals.make(tmp_path / "journal")
    with closing(journals.open_again(tmp_path / "journal")) as journal:
        for number in range(1, changes + 1):
            course.do(journal, number)
    with closing(journals.open_again(tmp_path / "journal")) as journal:
        held = course.read(journal)
    assert held == course.expected(range(1, changes + 1))
    assert changes == 0 or held != course.expected(range(1, changes))


def run(folder: Path, *said: dict[str, object], exit_code: int = 0) -> runs.Run:
    return runs.Run("a run", True, exit_code, said, "Traceback\nOSError: disk", folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal with what every run of the errors begins with, and one entry more."""
    journals.make(tmp_path / "journal")
    with closing(journals.open_again(tmp_path / "journal")) as journal, journal.writing():
        for number in range(1, 42):
            journal.entries.add(course.entry(number))
    return tmp_path / "journal"


def test_a_run_that_kept_everything_is_well(folder: Path) -> None:
    assert runs.judge(run(folder, {"saved": 41})) == ""
    assert runs.judge(run(folder, {"error": "StorageError", "step": "a", "number": 41})) == ""


def test_a_save_that_is_not_there_is_lost(folder: Path) -> None:
    assert runs.judge(run(folder, {"saved": 41}, {"saved": 42})).startswith("lost 1 of")


def test_an_entry_nobody_wrote_is_noticed(folder: Path) -> None:
    assert "nobody wrote" in runs.judge(run(folder))


def test_a_program_that_ended_with_an_error_is_noticed(folder: Path) -> None:
    assert "OSError" in runs.judge(run(folder, exit_code=1))


def test_a_journal_that_stays_refused_is_noticed(folder: Path) -> None:
    last: dict[str, object] = {"error": "DiskFullError", "step": "p", "number": 42}
    assert "no recovery" in runs.judge(run(folder, {"saved": 41}, last), may_end_with=0)


def test_a_verdict_is_well_only_with_all_three() -> None:
    assert Verdict("a", "1", "0", "0", True, "1", True).is_well
    assert not Verdict("a", "1", "1", "0", False, "1", True).is_well
    assert not Verdict("a", "1", "0", "0", True, "0", False).is_well
    assert not not_run("a", "no strace").is_well
