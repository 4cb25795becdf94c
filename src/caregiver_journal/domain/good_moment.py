"""Which entries tell of a good moment or a strength, in words."""

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Reflection

GOOD_LEVEL = 4
"""A check-in from this mood on, 1–5, is a good moment where something was written to it."""

STRENGTH_THEMES = frozenset({"closeness", "autonomy", "meaning"})
"""The themes whose questions ask for what went well and what one can do."""

KEPT_EXERCISES = frozenset({"kept-moment"})
"""The exercises in which a good moment is written down."""


def is_good_moment(entry: Entry) -> bool:
    """Tell whether an entry tells of a good moment or a strength; ``EntryStore`` finds the same."""
    detail = entry.detail
    if isinstance(detail, Mood):
        return detail.level >= GOOD_LEVEL and bool(entry.note)
    if isinstance(detail, Reflection):
        return detail.theme in STRENGTH_THEMES
    if isinstance(detail, Practice):
        return detail.exercise in KEPT_EXERCISES and bool(detail.words or entry.note)
    return False
