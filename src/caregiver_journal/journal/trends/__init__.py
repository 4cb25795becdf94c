"""Read what the drawings of Trends show: one function for each, and one frozen value from it.

Each reads on its own and in little time, so that a window can breathe between them.
"""

from caregiver_journal.journal.trends.answers import read_answers, read_fears, read_guilt
from caregiver_journal.journal.trends.compared import (
    Choice,
    Sides,
    condition_choices,
    measured_choices,
    read_comparison,
    read_sides,
)
from caregiver_journal.journal.trends.moods import (
    read_belonging,
    read_mood,
    read_profile,
    read_words,
)
from caregiver_journal.journal.trends.practices import read_practice
from caregiver_journal.journal.trends.scanned import read_scan
from caregiver_journal.journal.trends.stretch import Counts, days_of, summary_counts
from caregiver_journal.journal.trends.work import read_work
from caregiver_journal.journal.trends.year import read_year

__all__ = [
    "Choice",
    "Counts",
    "Sides",
    "condition_choices",
    "days_of",
    "measured_choices",
    "read_answers",
    "read_belonging",
    "read_comparison",
    "read_fears",
    "read_guilt",
    "read_mood",
    "read_practice",
    "read_profile",
    "read_scan",
    "read_sides",
    "read_words",
    "read_work",
    "read_year",
    "summary_counts",
]
