"""Guilt as it was said of one moment: right after it, and in a follow-up."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Guilt:
    """How guilt was said of one moment, then and later.

    Attributes:
        entry_id, day, asker: of the moment.
        then: right after it, 0–10.
        later: as it was said last in a follow-up, 0–10.
    """

    entry_id: str
    day: date
    asker: str = field(repr=False)
    then: int
    later: int
