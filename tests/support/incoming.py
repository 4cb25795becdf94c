"""Make files with the data of a journal, and take long work through."""

import json
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import TypeVar

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.progress import Progress
from caregiver_journal.exchange.json_file import FORMAT, VERSION
from caregiver_journal.exchange.records import to_plain

T = TypeVar("T")


def a_file(path: Path, records: Iterable[Entry], **rest: object) -> Path:
    """Write a file with some entries, and return where."""
    plain = [to_plain(entry) for entry in records]
    whole = {"format": FORMAT, "version": VERSION, "entries": plain, **rest}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def run(steps: Generator[Progress, None, T]) -> T:
    """Take some work through; return what came of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
