"""Name what a journal holds: the kinds of record, and what else of it can change."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; its value is stored and never changes."""

    MOOD = "mood"
    BOUNDARY = "boundary"
    REFLECTION = "reflection"
    PRACTICE = "practice"
    MEASURE = "measure"


class Topic(StrEnum):
    """What can change in a journal beside its records and settings."""

    BACKUP = "backup"
    CARD = "card"
    CHECK = "check"
    DRAFT = "draft"
    EVENT_MARK = "event_mark"
    EXERCISE = "exercise"
    EXPORT = "export"
    FEELING = "feeling"
    INSTRUMENT = "instrument"
    LADDER = "ladder"
    MASK = "mask"
    PAUSE = "pause"
    PLAN = "plan"
    PRESET = "preset"
    PROMPT = "prompt"
    PUT_OFF = "put_off"
    SCRIPT = "script"
    SESSION = "session"
    SHIFT = "shift"
    SUPPORT = "support"
    TAG = "tag"
    WORKDAY = "workday"
