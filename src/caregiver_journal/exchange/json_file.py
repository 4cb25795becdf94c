"""Write all data as one file of JSON, piece by piece, so that it never lies in memory whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import islice

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.exchange.codec import day_text
from caregiver_journal.exchange.fields import Plain, write_utc
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import to_plain

FORMAT = "caregiver-journal"
VERSION = 1
"""Counts up when an earlier program would misread a file; a new field alone changes nothing."""

TOGETHER = 50
"""So many records make a piece."""


class Scope(StrEnum):
    """How much goes out; its value stands in the file."""

    SHARED = "shared"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself.

    Attributes:
        made: when it was written, aware.
        program: the version of the program.
        scope: whether entries that are never exported are in it.
        period: the days it is limited to.
        kinds: the kinds of entry it is limited to; empty for all.
    """

    made: datetime
    program: str
    scope: Scope = Scope.SHARED
    period: Period = field(default_factory=Period)
    kinds: frozenset[Kind] = frozenset()


def write_json(
    head: Head, entries: Iterable[Entry], parts: Mapping[str, Iterable[object]]
) -> Iterator[str]:
    """Return the pieces of a file, each of at most ``TOGETHER`` records, one record a line.

    Args:
        head: what the file says of itself.
        entries: in the order they are to stand in.
        parts: records by the name of their part; see ``PARTS``.
    """
    yield _write_head(head)
    yield from _write_list("entries", map(to_plain, entries))
    for name, records in parts.items():
        codec = PARTS[name]
        yield from _write_list(name, map(codec.write, records))
    yield "\n}\n"


def _write_head(head: Head) -> str:
    says: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "made": write_utc(head.made),
        "program": head.program,
        "scope": head.scope.value,
    }
    if head.period != Period():
        says["period"] = {"first": day_text(head.period.first), "last": day_text(head.period.last)}
    if head.kinds:
        says["kinds"] = [kind.value for kind in Kind if kind in head.kinds]
    lines = (f"{_text(name)}: {_text(value)}" for name, value in says.items())
    return "{\n" + ",\n".join(lines)


def _write_list(name: str, records: Iterator[Plain]) -> Iterator[str]:
    """Return the pieces of one list, and a comma before it."""
    before = f",\n{_text(name)}: ["
    while some := list(islice(records, TOGETHER)):
        yield before + "\n" + _lines(some)
        before = ","
    yield f"{before}]" if before != "," else "\n]"


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def _lines(records: list[Plain]) -> str:
    """Return records a line each."""
    lines = ",\n".join(map(_ENCODER.encode, records))
    return lines if _is_sound(lines) else ",\n".join(map(_text, records))


def _is_sound(text: str) -> bool:
    """Tell whether a text is UTF-8 as it is: a lone surrogate is not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(value: object) -> str:
    """Return a value as JSON that is UTF-8 whatever its texts hold."""
    text = _ENCODER.encode(value)
    return text if _is_sound(text) else json.dumps(value, allow_nan=False)  # escapes it
