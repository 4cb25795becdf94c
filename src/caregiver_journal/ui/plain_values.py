"""Read plain values of a stored draft, whatever they turn out to be, and write moments as such."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from caregiver_journal.domain.entry import YEARS

W = TypeVar("W", bound=StrEnum)


def read_number(value: object, known: range) -> int | None:
    """Return a whole number if it is one of those known, else None."""
    return value if type(value) is int and value in known else None


def read_text(value: object) -> str:
    """Return a text; "" for anything else."""
    return value if isinstance(value, str) else ""


def read_texts(value: object) -> tuple[str, ...]:
    """Return a list of texts; empty for anything else."""
    return tuple(read_text(item) for item in value) if isinstance(value, list) else ()


def read_word(value: object, words: type[W]) -> W | None:
    """Return one of the words of an enumeration; None for anything else."""
    return words(value) if isinstance(value, str) and value in set(words) else None


def read_day(value: object) -> date | None:
    """Return a day; None for what is none."""
    try:
        return date.fromisoformat(read_text(value))
    except ValueError:
        return None


def write_day(day: date | None) -> str:
    """Return a day as text; "" for None."""
    return "" if day is None else day.isoformat()


def read_moment(plain: Mapping[str, object]) -> datetime | None:
    """Return the moment that ``write_moment`` wrote; None for what is none."""
    zone = read_text(plain.get("zone"))
    try:
        moment = datetime.fromisoformat(read_text(plain.get("happened")))
        if moment.tzinfo is None or moment.year not in YEARS:
            return None
        return moment.astimezone(ZoneInfo(zone)) if zone else moment
    except (ValueError, KeyError, OSError, OverflowError):
        return None


def write_moment(moment: datetime | None) -> dict[str, object]:
    """Return a moment and the name of its zone, which an offset alone would lose."""
    zone = moment.tzinfo if moment else None
    return {
        "happened": moment.isoformat() if moment else "",
        "zone": zone.key if isinstance(zone, ZoneInfo) else "",
    }
