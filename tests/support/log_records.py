"""Watch the log: a warning that no test expects is a fault."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class LogWatch:
    """What was logged as a warning or worse during a test.

    Attributes:
        records: the log records, oldest first.
        is_expecting: the test expects them and looks at them itself.
    """

    def __init__(self) -> None:
        self.records: list[logging.LogRecord] = []
        self.is_expecting = False

    def judge(self) -> None:
        """Fail when warnings came unexpected, or none came where some were expected."""
        if self.is_expecting and not self.records:
            pytest.fail("A warning in the log was expected, and none came.", pytrace=False)
        if self.records and not self.is_expecting:
            lines = [f"  {r.levelname} {r.name}: {r.getMessage()}" for r in self.records]
            pytest.fail("Warnings in the log:\n" + "\n".join(lines), pytrace=False)


@contextmanager
def watched_log() -> Iterator[LogWatch]:
    """Watch every logger of the process, also those that do not propagate."""
    watch = LogWatch()
    before = logging.getLogRecordFactory()

    def keep(*arguments: Any, **named: Any) -> logging.LogRecord:
        record = logging.LogRecord(*arguments, **named)
        if record.levelno >= logging.WARNING:
            watch.records.append(record)
        return record

    logging.setLogRecordFactory(keep)
    try:
        yield watch
    finally:
        logging.setLogRecordFactory(before)
    watch.judge()
