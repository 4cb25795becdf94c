"""Take values out of a record that came from a file, and say where one is not what it has to be."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.text import clean_text

Plain = dict[str, object]
"""Values that JSON knows: texts, numbers, truth values, lists, records and None."""

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class FieldError(InvalidValueError):
    """A value in a file is missing, or not what it has to be.

    Attributes:
        place: where it stands, such as ``follow_ups[1].due``; "" for the record itself.
        sentence: what has to stand there, for the person.
    """

    def __init__(self, place: str, expected: str) -> None:
        super().__init__(expected, field=place)
        self.place = place


class Fields:
    """The fields of one record. What is not asked for is passed over.

    Every method takes the name of a field and raises ``FieldError``. Those that end in ``_or_none``
    return None for a field that is null or left out.
    """

    __slots__ = ("_place", "_plain")

    def __init__(self, plain: object, place: str = "") -> None:
        """Take a record; raises ``FieldError`` for anything else."""
        if not isinstance(plain, Mapping):
            raise FieldError(place, _("A record has to stand here."))
        self._plain: Mapping[str, object] = plain
        self._place = place

    def place(self, name: str) -> str:
        """Return where a field stands in the whole."""
        return _join(self._place, name)

    def __contains__(self, name: str) -> bool:
        return self._plain.get(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields; one that no journal can hold is refused."""
        if any(self._clean("", name) != name for name in self._plain):
            raise self.refuse("", _("A field here has a name that no journal can hold."))
        return tuple(self._plain)

    @property
    def plain(self) -> Mapping[str, object]:
        """All that stands here, as it is."""
        return self._plain

    def refuse(self, name: str, expected: str) -> FieldError:
        """Return the error for a field."""
        return FieldError(self.place(name), expected)

    def raw(self, name: str) -> object:
        """Return whatever stands there; None where nothing does."""
        return self._plain.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text as it may be stored; without a default it may not be left out."""
        return self._clean(name, self._plain.get(name, default))

    def flag(self, name: str) -> bool:
        """Return true or false; left out it is false."""
        value = self._plain.get(name, False)
        if not isinstance(value, bool):
            raise self.refuse(name, _("Either true or false has to stand here."))
        return value

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number; without a default it may not be left out."""
        value = self.whole_or_none(name)
        if value is not None:
            return value
        if default is None:
            raise self.refuse(name, _("A whole number has to stand here."))
        return default

    def whole_or_none(self, name: str) -> int | None:
        """Return a whole number or None."""
        value = self._plain.get(name)
        if value is not None and type(value) is not int:
            raise self.refuse(name, _("A whole number has to stand here."))
        return value

    def number(self, name: str) -> float:
        """Return a number."""
        value = self.number_or_none(name)
        if value is None:
            raise self.refuse(name, _("A number has to stand here."))
        return value

    def number_or_none(self, name: str) -> float | None:
        """Return a number or None."""
        value = self._plain.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refuse(name, _("A number has to stand here."))
        try:
            return float(value)
        except OverflowError:
            raise self.refuse(name, _("This number is too large.")) from None

    def day(self, name: str) -> date:
        """Return a day."""
        return _needed(self.day_or_none(name), self, name, _DAY)

    def day_or_none(self, name: str) -> date | None:
        """Return a day or None."""
        return self._parsed(name, date.fromisoformat, _DAY)

    def moment(self, name: str) -> datetime:
        """Return a moment with its offset; one in UTC is in ``datetime.UTC``."""
        return _needed(self.moment_or_none(name), self, name, _MOMENT)

    def moment_or_none(self, name: str) -> datetime | None:
        """Return a moment with its offset, or None."""
        return self._parsed(name, read_moment, _MOMENT)

    def moment_in_zone(self, name: str, zone: str = "zone") -> datetime:
        """Return a moment by the clock of the zone that another field names, if it names one."""
        return put_in_zone(self.moment(name), self.text(zone, ""))

    def clock(self, name: str) -> time:
        """Return a time of day."""
        return _needed(self.clock_or_none(name), self, name, _TIME)

    def clock_or_none(self, name: str) -> time | None:
        """Return a time of day or None."""
        return self._parsed(name, _read_time, _TIME)

    def choice(self, name: str, kind: type[E]) -> E:
        """Return one of a few words."""
        value = self.choice_or_none(name, kind)
        if value is None:
            raise self.refuse(name, _say_words(kind))
        return value

    def choice_or_none(self, name: str, kind: type[E]) -> E | None:
        """Return one of a few words, or None."""
        value = self._plain.get(name)
        if value is None:
            return None
        found = next((each for each in kind if each == value), None)
        if found is None:
            raise self.refuse(name, _say_words(kind))
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; left out it is empty."""
        return tuple(
            self._clean(f"{name}[{at}]", value) for at, value in enumerate(self.items(name))
        )

    def records(self, name: str) -> tuple["Fields", ...]:
        """Return a list of records; left out it is empty."""
        return tuple(
            Fields(each, self.place(f"{name}[{at}]")) for at, each in enumerate(self.items(name))
        )

    def record(self, name: str) -> "Fields":
        """Return a record by its names; left out it is empty."""
        return Fields(self._plain.get(name, {}), self.place(name))

    def pairs(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return a list of pairs of whole numbers; left out it is empty."""
        return tuple(
            self._pair(f"{name}[{at}]", value) for at, value in enumerate(self.items(name))
        )

    def _pair(self, name: str, value: object) -> tuple[int, int]:
        if isinstance(value, list) and len(value) == 2:
            first, second = value
            if type(first) is int and type(second) is int:
                return first, second
        raise self.refuse(name, _("Two whole numbers have to stand here."))

    def items(self, name: str) -> Sequence[object]:
        """Return a list of anything; left out it is empty."""
        value = self._plain.get(name, [])
        if not isinstance(value, list):
            raise self.refuse(name, _("A list has to stand here."))
        return value

    def make(self, make: Callable[["Fields"], T]) -> T:
        """Make something of these fields; what it refuses is said with its place here."""
        try:
            return make(self)
        except FieldError:
            raise
        except InvalidValueError as error:
            raise FieldError(self.place(error.field), error.sentence) from error

    def _clean(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.refuse(name, _("A text has to stand here."))
        try:
            return clean_text(value)
        except InvalidValueError as error:
            raise self.refuse(name, error.sentence) from error

    def _parsed(self, name: str, parse: Callable[[str], T], expected: str) -> T | None:
        value = self._plain.get(name)
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return parse(value)
            except ValueError:
                pass
        raise self.refuse(name, _(expected))


_DAY = N_("A day like 2026-11-20 has to stand here.")
_MOMENT = N_("A moment like 2026-11-20T17:30:00+01:00 has to stand here, with its offset from UTC.")
_TIME = N_("A time like 17:30 has to stand here.")


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place and name else place or name


def _say_words(kind: type[StrEnum]) -> str:
    return _("One of these has to stand here: {words}.").format(words=", ".join(kind))


def _needed(value: T | None, fields: Fields, name: str, expected: str) -> T:
    if value is None:
        raise fields.refuse(name, _(expected))
    return value


# --- moments ------------------------------------------------------------------------------------


def write_utc(moment: datetime) -> str:
    """Return a moment as ``2026-11-20T17:30:00.123456Z``, without a fraction that is nought."""
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return in_utc.isoformat()[:-6] + "Z"  # without its +00:00


def write_zone(moment: datetime) -> str:
    """Return the name of a moment's zone; "" where it has no more than its offset."""
    return moment.tzinfo.key or "" if isinstance(moment.tzinfo, ZoneInfo) else ""


def read_moment(text: str) -> datetime:
    """Return the moment of such a text; raises ``ValueError`` for one without its offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset")
    try:
        moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a moment beyond the calendar") from None
    return moment


def put_in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment by the clock of a zone.

    The offset that was written down decides where this computer does not know the zone, or its
    rules say otherwise.
    """
    if not zone:
        return moment
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError, OverflowError):
        return moment
    return local if local.utcoffset() == moment.utcoffset() else moment


def _read_time(text: str) -> time:
    at = time.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError("a time on the wall has no zone")
    return at
