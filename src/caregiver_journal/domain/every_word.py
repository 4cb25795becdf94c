"""Walk through every string of a value that is made of frozen parts, and change it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar, cast

_STAY = frozenset({"entry_id", "entry_ids", "language"})
"""Names of attributes that hold no words of a person, and mean something only as they are."""
_NO_WORDS = (Enum, bool, int, float, date, time, timedelta, range, type(None))

Value = TypeVar("Value")
Change = Callable[[str], str]


def change_words(value: Value, change: Change) -> Value:
    """Return a value in which every string was changed, however deep it lies.

    Enumerations stay, because drawings decide by them, and so do the ids of entries. Whatever was
    worked out from the strings before and kept is left behind.

    Raises:
        TypeError: there is something in it that cannot be looked through; no word slips through
            because somebody made a new kind of thing.
    """
    return cast("Value", _changed(value, change))


def _changed(value: object, change: Change) -> object:
    if isinstance(value, _NO_WORDS):
        return value
    if isinstance(value, str):
        return change(value)
    if is_dataclass(value):
        return _changed_parts(value, change)
    if isinstance(value, Mapping):
        pairs = {_changed(key, change): _changed(each, change) for key, each in value.items()}
        return MappingProxyType(pairs) if isinstance(value, MappingProxyType) else pairs
    if isinstance(value, tuple):
        return _changed_tuple(value, change)
    if isinstance(value, (list, frozenset, set)):
        return type(value)(_changed(each, change) for each in value)
    raise TypeError(f"words cannot be changed in a {type(value).__name__}")


def _changed_parts(value: object, change: Change) -> object:
    """Return another of the same class, made without asking it whether its new words are allowed.

    An alias may be longer than the word that was checked when it was written.
    """
    made = object.__new__(type(value))
    for part in fields(value):  # type: ignore[arg-type]  # a dataclass, as its caller knows
        there = getattr(value, part.name)
        new = there if part.name in _STAY else _changed(there, change)
        object.__setattr__(made, part.name, new)
    return made


def _changed_tuple(value: tuple[Any, ...], change: Change) -> tuple[Any, ...]:
    names = getattr(value, "_fields", None)
    if names is None:
        return tuple(_changed(each, change) for each in value)
    parts = zip(names, value, strict=True)
    make: Callable[..., tuple[Any, ...]] = type(value)
    return make(*(part if name in _STAY else _changed(part, change) for name, part in parts))
