"""Read JSON that a stranger may have made: strictly, within limits, and saying where it breaks."""

import json
import math
import re

from caregiver_journal.base.errors import ImportRefusedError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import UNSTORABLE

MAX_BYTES = 256 * 1024 * 1024
"""The largest file that is read; 50,000 long entries take a fifth of it."""

MAX_DEPTH = 32
"""How deep lists and records may lie in one another."""

_LONGEST_NUMBER = 24
"""In characters: as long as a number with all its digits can be."""

_LARGEST = 2**63 - 1

_TOKENS = re.compile(
    r'"[^"\\]*(?:\\.[^"\\]*)*"|(?P<end>\})|(?P<number>-?(?:NaN|Infinity|[0-9][0-9.eE+-]*))',
    re.DOTALL,
)

_UNSTORABLE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
"""How JSON writes half of a surrogate pair, and NUL."""


class _DoubleError(Exception):
    """A name stands twice in one record; caught in this module."""


class _OddNumberError(Exception):
    """A number is none that a journal can hold; caught in this module."""


class _Reader:
    """Take the parts of a file from the parser, and count its records as they end."""

    def __init__(self) -> None:
        self.count = 0

    def record(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        """Return a record; raises ``_DoubleError``."""
        self.count += 1
        made = dict(pairs)
        if len(made) != len(pairs):
            raise _DoubleError
        return made


def read_strictly(data: bytes, most: int = MAX_BYTES) -> object:
    """Return what a file of JSON says: dicts, lists, texts, numbers, truth values and None.

    Half of a surrogate pair, and NUL, become the sign that stands for what cannot be shown.

    Raises:
        ImportRefusedError: it is too large, no UTF-8, no JSON, nested too deep, or holds a name
            twice or a number that is none. It names the line, and carries nothing of the file.
    """
    text = _decode(data, most)
    reader = _Reader()
    try:
        value = json.loads(
            text,
            object_pairs_hook=reader.record,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        refused = _("This is no JSON, or a part of it is missing.")
        place = _line(text, error.pos)
    except _DoubleError:
        refused = _("The record that ends here has one name twice.")
        place = _line(text, _end_of_record(text, reader.count))
    except _OddNumberError:
        refused, place = _("No journal holds a number like this one."), _line(text, _odd(text))
    except RecursionError:
        refused, place = _too_deep(), ""
    else:
        if not _is_deep(value):
            return _storable(value) if _UNSTORABLE.search(text) else value
        refused, place = _too_deep(), ""
    # Outside of the ``except``: what was caught there holds the whole text.
    raise ImportRefusedError(refused, place=place)


def _decode(data: bytes, most: int) -> str:
    if len(data) > most:
        raise ImportRefusedError(_("This file is far too large."))
    if not data.strip():
        raise ImportRefusedError(_("There is nothing in this file."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    raise ImportRefusedError(_("This is no UTF-8."), place=_("line {line}").format(line=line))


def _whole(text: str) -> int:
    if len(text) > _LONGEST_NUMBER or not -_LARGEST <= (number := int(text)) <= _LARGEST:
        raise _OddNumberError
    return number


def _decimal(text: str) -> float:
    if len(text) > _LONGEST_NUMBER or not math.isfinite(number := float(text)):
        raise _OddNumberError
    return number


def _constant(_text: str) -> float:
    raise _OddNumberError


def _is_odd(text: str) -> bool:
    try:
        (_whole if text.lstrip("-").isdigit() else _decimal)(text)
    except (_OddNumberError, ValueError):
        return True
    return False


def _odd(text: str) -> int:
    """Return where the first number stands that is none."""
    found = _TOKENS.finditer(text)
    return next(each.start() for each in found if each["number"] and _is_odd(each["number"]))


def _end_of_record(text: str, count: int) -> int:
    """Return where the record ends that is the so-manieth to end."""
    ends = (each.start() for each in _TOKENS.finditer(text) if each["end"])
    return next(end for at, end in enumerate(ends, start=1) if at == count)


def _line(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return _("line {line}, column {column}").format(line=line, column=column)


def _is_deep(value: object) -> bool:
    """Tell whether something lies deeper than may be; without recursion."""
    level = [value]
    for _depth in range(MAX_DEPTH):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, dict | list)]
    return bool(level)


def _storable(value: object) -> object:
    """Return the same without lone surrogates and NUL, which no journal can keep."""
    if isinstance(value, str):
        return UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {_storable(name): _storable(part) for name, part in value.items()}
    return [_storable(part) for part in value] if isinstance(value, list) else value


def _parts(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _too_deep() -> str:
    return _("Records lie too deep in one another.")
