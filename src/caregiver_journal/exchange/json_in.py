"""Take a file of JSON that this program wrote, or that says it did, apart into what it holds."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from caregiver_journal.base.errors import ImportRefusedError, InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import YEARS, Entry
from caregiver_journal.exchange.codec import Codec
from caregiver_journal.exchange.fields import FieldError, Fields
from caregiver_journal.exchange.json_file import FORMAT, VERSION
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import from_plain
from caregiver_journal.exchange.strict_json import MAX_BYTES, read_strictly

T = TypeVar("T")

_LONG_IDS = frozenset({"goals", "talk_points", "homework", "sessions"})
_LENGTH = 36

_Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds; all of it has passed the checks that everything written here passes.

    Attributes:
        version: of the format.
        entries: in the order of the file; no id twice.
        parts: all else, by the names of ``PARTS``; those with nothing in them are left out.
    """

    version: int
    entries: tuple[Entry, ...] = field(repr=False)
    parts: Mapping[str, tuple[object, ...]] = field(default_factory=dict, repr=False)


def read_incoming(data: bytes, most: int = MAX_BYTES) -> Incoming:
    """Read a file; one record that is not as it has to be refuses all of it.

    Fields that are not known are left out: a later version may have more.

    Raises:
        ImportRefusedError: it says where; nothing of the file is in it.
    """
    whole = read_strictly(data, most)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ImportRefusedError(
            _("This is no file with the data of a journal."),
            next_step=_("Choose a JSON file that this program saved. Nothing was changed."),
        )
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise ImportRefusedError(_("It does not say which version it is."), place="version")
    if version > VERSION:
        raise ImportRefusedError(
            _("This file was written by a newer version of the program."),
            next_step=_("Bring it in with that version. Nothing was changed."),
        )
    parts = {name: _part(whole, name, codec) for name, codec in PARTS.items()}
    return Incoming(version, _entries(whole), {name: some for name, some in parts.items() if some})


def _entries(whole: _Record) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for place, record in _records(whole, "entries"):
        entry = _made(_entry, record, place)
        if entry.id in found:
            raise ImportRefusedError(_("This id stands here twice."), place=f"{place}.id")
        found[entry.id] = entry
    return tuple(found.values())


def _part(whole: _Record, name: str, codec: Codec) -> tuple[object, ...]:
    def read(record: object, place: str) -> object:
        return Fields(record, place).make(codec.read)

    found = [_made(read, record, place) for place, record in _records(whole, name)]
    ids: set[object] = set()
    for at, record in enumerate(found):
        record_id = getattr(record, "id", None)
        if record_id is not None and not _is_id(record_id, name):
            raise ImportRefusedError(_("This is no id."), place=f"{name}[{at}].id")
        if record_id is not None and record_id in ids:
            raise ImportRefusedError(_("This id stands here twice."), place=f"{name}[{at}].id")
        ids.add(record_id)
    return tuple(found)


def _is_id(text: str, part: str) -> bool:
    """Tell whether a journal can hold a record of a part under an id."""
    return len(text) == _LENGTH if part in _LONG_IDS else bool(text)


def _records(whole: _Record, part: str) -> list[tuple[str, object]]:
    """Return the records of a part of a file, each with its place."""
    found = whole.get(part, [])
    if not isinstance(found, list):
        raise ImportRefusedError(_("A list has to stand here."), place=part)
    return [(f"{part}[{at}]", record) for at, record in enumerate(found)]


def _made(make: Callable[[object, str], T], record: object, place: str) -> T:
    """Return what a record is; raises ``ImportRefusedError``."""
    try:
        return make(record, place)
    except FieldError as error:
        sentence, place = error.sentence, error.place
    except (ArithmeticError, AttributeError, JournalError, LookupError, TypeError, ValueError):
        sentence = _("This record is not written as it has to be.")
    # Outside of the ``except``: what was caught there may hold words of the file.
    raise ImportRefusedError(sentence, place=place)


def _entry(record: object, place: str) -> Entry:
    entry = from_plain(record, place)
    try:
        _check_moments(entry)
        _check_id(entry.id)
    except InvalidValueError as error:
        raise FieldError(f"{place}.{error.field}", error.sentence) from None
    return entry


def _check_id(text: str) -> None:
    """Raise ``InvalidValueError`` unless a text is the id of an entry."""
    with contextlib.suppress(ValueError):
        if str(UUID(text)) == text:
            return
    raise InvalidValueError(_("This is no id."), field="id")


def _check_moments(entry: Entry) -> None:
    """Raise ``InvalidValueError`` unless all days and moments can be counted with."""
    for part in ("created", "changed", "deleted", "day"):
        if not _is_near(getattr(entry, part)):
            raise InvalidValueError(
                _("A day lies between the years {first} and {last}.").format(
                    first=YEARS[0], last=YEARS[-1]
                ),
                field=part,
            )


def _is_near(moment: date | None) -> bool:
    # A moment in another zone, or the day it counts to, may lie just outside.
    return moment is None or YEARS[0] - 1 <= moment.year <= YEARS[-1] + 1
