"""Name the kinds of record a journal holds: the one list."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; its value is stored and never changes."""

    MOOD = "mood"
