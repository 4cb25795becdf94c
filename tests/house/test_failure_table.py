"""Each row of the failure table has its sentence, a test that provokes it, and a picture."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.failures import ROWS, Row
from support.source_tree import ROOT

from caregiver_journal.base import errors
from caregiver_journal.base.errors import JournalError

OF_THE_TABLE = ("keys", "the file", "backups")
"""The parts of the file of errors that hold what the table is about."""
ELSEWHERE = {
    "MistypedCodeError", "WrongCodeError", "NotEnoughMemoryError", "KeychainError",
    "NoKeychainError", "KeychainLockedError", "KeychainEntryLostError", "FolderInUseError",
    "NothingFoundError", "MendingNeededError",
}  # fmt: skip
"""What is told where somebody typed or chose something, or where the window goes on by itself; the
table is about files and the disk."""


def test_each_row_is_whole() -> None:
    assert list(find_gaps(ROWS)) == []


def test_each_error_of_files_and_the_disk_has_a_row() -> None:
    told = {row.error.__name__ for row in ROWS if row.error}
    assert set(errors_of_the_table()) - told == ELSEWHERE


def test_each_row_of_the_promises_is_there() -> None:
    words = (
        "wrong passphrase", "damaged", "missing", "another journal", "empty", "garbage",
        "plain SQLite", "newer", "older", "damaged page", "read-only", "full while saving",
        "full while backing up", "full while exporting", "I/O error", "second instance", "cloud",
        "clock", "no backup", "damaged backup", "backup of a newer", "backup of another",
    )  # fmt: skip
    assert [word for word in words if not any(word in row.what for row in ROWS)] == []


def find_gaps(rows: Iterable[Row]) -> Iterator[str]:
    """Say what is missing in a table."""
    said: dict[str, str] = {}
    for row in rows:
        if row.says in said:
            yield f"{row.what}: says the same as {said[row.says]}"
        said[row.says] = row.what
        if not row.tests:
            yield f"{row.what}: nothing provokes it"
        for test in row.tests:
            if _source(test) is None:
                yield f"{row.what}: there is no {test}"
        if row.tests and not _names_it(row):
            yield f"{row.what}: neither its error nor its sentence stands in {row.tests[0]}"
        if not row.state:
            yield f"{row.what}: no picture"


def errors_of_the_table() -> Iterator[str]:
    """Yield the names of the errors in the parts of the file that the table is about."""
    part = ""
    for line in Path(errors.__file__).read_text("utf-8").splitlines():
        if line.startswith("# --- "):
            part = line.strip("#- ")
        elif line.startswith("class ") and part in OF_THE_TABLE:
            yield line.removeprefix("class ").partition("(")[0]


def _names_it(row: Row) -> bool:
    """Tell whether the first test of a row looks for its error, or for some of its sentence."""
    source = _source(row.tests[0]) or ""
    pieces = (row.says[at : at + 10] for at in range(len(row.says) - 9))
    return bool(row.error and row.error.__name__ in source) or any(p in source for p in pieces)


def _source(test: str) -> str | None:
    """Return a test function with its decorators as it is written; None where there is none."""
    place, _colons, name = test.partition("::")
    path = ROOT / place
    if not path.is_file():
        return None
    text = path.read_text("utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            return "\n".join(text.splitlines()[first - 1 : node.end_lineno])
    return None


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"tests": ()}, "nothing provokes it"),
        ({"tests": ("tests/vault/test_doors.py::test_nobody_wrote",)}, "there is no"),
        ({"says": ROWS[1].says}, "says the same"),
        ({"state": ""}, "no picture"),
        ({"error": JournalError, "says": "a sentence that nobody is told"}, "neither its error"),
    ],
    ids=["no test", "no such test", "same sentence", "no picture", "another test"],
)
def test_a_planted_gap_is_found(change: dict[str, object], gap: str) -> None:
    gaps = list(find_gaps((replace(ROWS[0], **change), *ROWS[1:])))  # type: ignore[arg-type]
    assert any(gap in each for each in gaps)
