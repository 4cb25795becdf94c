"""Name what a journal holds: the kinds of record, and what else of it can change."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; its value is stored and never changes."""

    MOOD = "mood"
    BOUNDARY = "boundary"


class Topic(StrEnum):
    """What can change in a journal beside its records and settings."""

    DRAFT = "draft"
    FEELING = "feeling"
    LADDER = "ladder"
    PAUSE = "pause"
    PLAN = "plan"
    PUT_OFF = "put_off"
    SCRIPT = "script"
    SHIFT = "shift"
    TAG = "tag"
    WORKDAY = "workday"
