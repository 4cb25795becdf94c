"""What writes and reads one sort of record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from caregiver_journal.exchange.fields import Fields, Plain


@dataclass(frozen=True, slots=True)
class Codec:
    """How one sort of record is written and read.

    Attributes:
        write: returns a record as values that JSON knows.
        read: returns the record of such fields; raises ``FieldError``.
    """

    write: Callable[[Any], Plain]
    read: Callable[[Fields], Any]


def day_text(day: date | None) -> str | None:
    """Return a day as it is written; None stays None."""
    return None if day is None else day.isoformat()


def written(record: object, *names: str) -> Plain:
    """Return attributes of a record under their own names, two or more."""
    return dict(zip(names, _getter(names)(record), strict=True))


@cache
def _getter(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    return attrgetter(*names)
