"""Take the fields of a table that somebody wrote one by one, and refuse what does not fit."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import MAX_ENTRY, clean_line

E = TypeVar("E", bound=StrEnum)
N = TypeVar("N", int, float)

MOST_NUMBER = 1_000_000
"""Largest number there may be, on either side of 0; far larger ones fit no arithmetic."""

_MISSING = object()


class StrictTable:
    """The fields of a table; what is taken has to be of its kind, and nothing may be left over.

    Numbers are at most ``MOST_NUMBER``, and none is nan. Every method raises ``InvalidValueError``
    that names the field.
    """

    def __init__(self, plain: Mapping[str, object]) -> None:
        """Take a table as TOML and JSON hold it."""
        self._left = dict(plain)

    def _take(self, key: str, default: object = _MISSING) -> object:
        value = self._left.pop(key, default)
        if value is _MISSING:
            raise InvalidValueError(_("“{key}” is missing.").format(key=key), field=key)
        return value

    def text(self, key: str, most: int, default: str | None = None) -> str:
        """Take one line of text; without a default it may not be empty."""
        value = self._take(key, _MISSING if default is None else default)
        return self._text(key, value, most, is_needed=default is None)

    def _text(self, key: str, value: object, most: int, *, is_needed: bool = True) -> str:
        line = clean_line(value, MAX_ENTRY) if isinstance(value, str) else ""
        if not isinstance(value, str) or (is_needed and not line):
            raise InvalidValueError(_("“{key}” is no text.").format(key=key), field=key)
        if len(line) > most:
            raise InvalidValueError(
                _("“{key}” has more than {most} characters.").format(key=key, most=most), field=key
            )
        return line

    def whole(self, key: str, default: int | None = None) -> int:
        """Take a whole number."""
        return _whole(key, self._take(key, _MISSING if default is None else default))

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number."""
        return _number(key, self._take(key, _MISSING if default is None else default))

    def number_or_none(self, key: str) -> float | None:
        """Take a number that may be missing."""
        return _number(key, self._take(key)) if key in self._left else None

    def whole_or_none(self, key: str) -> int | None:
        """Take a whole number that may be missing."""
        return _whole(key, self._take(key)) if key in self._left else None

    def flag(self, key: str) -> bool:
        """Take yes or no; missing is no."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise InvalidValueError(_("“{key}” is true or false.").format(key=key), field=key)
        return value

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Take one of the words of a kind."""
        value = self._take(key, _MISSING if default is None else default)
        if value not in list(kind):
            words = ", ".join(kind)
            raise InvalidValueError(
                _("“{key}” is one of: {words}.").format(key=key, words=words), field=key
            )
        return kind(str(value))

    def wholes(
        self, key: str, most: int, default: tuple[int, ...] | None = None
    ) -> tuple[int, ...]:
        """Take a list of whole numbers."""
        return tuple(_whole(key, each) for each in self._list(key, most, default))

    def texts(
        self, key: str, most: int, longest: int, *, may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """Take a list of lines; missing is none."""
        return tuple(
            self._text(key, each, longest, is_needed=not may_be_empty)
            for each in self._list(key, most, ())
        )

    def tables(self, key: str, most: int) -> tuple["StrictTable", ...]:
        """Take a list of tables, at most so many; missing is none."""
        found = []
        for each in self._list(key, most, ()):
            if not isinstance(each, dict):
                raise InvalidValueError(_("“{key}” are tables.").format(key=key), field=key)
            found.append(StrictTable(each))
        return tuple(found)

    def table_or_none(self, key: str) -> "StrictTable | None":
        """Take a table that may be missing."""
        if key not in self._left:
            return None
        value = self._take(key)
        if not isinstance(value, dict):
            raise InvalidValueError(_("“{key}” is a table.").format(key=key), field=key)
        return StrictTable(value)

    def _list(self, key: str, most: int, default: Iterable[object] | None) -> list[object]:
        value = self._take(key, _MISSING if default is None else list(default))
        if not isinstance(value, list):
            raise InvalidValueError(_("“{key}” is a list.").format(key=key), field=key)
        if len(value) > most:
            raise InvalidValueError(
                _("“{key}” has more than {most} parts.").format(key=key, most=most), field=key
            )
        return value

    def end(self) -> None:
        """Refuse what is left over."""
        if self._left:
            key = min(self._left)
            raise InvalidValueError(_("“{key}” is not known here.").format(key=key), field=key)


def _whole(key: str, value: object) -> int:
    if type(value) is not int:
        raise InvalidValueError(_("“{key}” takes whole numbers.").format(key=key), field=key)
    return _bounded(key, value)


def _number(key: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise InvalidValueError(_("“{key}” takes numbers.").format(key=key), field=key)
    return float(_bounded(key, value))


def _bounded(key: str, value: N) -> N:
    """Return a number nothing overflows of; nan lies between no two numbers."""
    if not -MOST_NUMBER <= value <= MOST_NUMBER:
        raise InvalidValueError(
            _("“{key}” takes numbers from −{most} to {most}.").format(key=key, most=MOST_NUMBER),
            field=key,
        )
    return value
