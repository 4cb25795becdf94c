"""What the player has to know of the person before it comes up."""

from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.preference import PACE_IN, PACE_OUT, PACER
from caregiver_journal.journal.journal import Journal


class Wishes(NamedTuple):
    """What was set, and the day it is.

    Attributes:
        circle: where the breathing circle is shown by itself: *steps*, *always* or *off*.
        pace: the seconds of breathing in and of breathing out.
    """

    circle: str
    pace: tuple[int, int]
    today: date


def read_wishes(journal: Journal) -> Wishes:
    """Return what was set, and today; raises ``JournalError``."""
    pace = (int(str(journal.setting(PACE_IN))), int(str(journal.setting(PACE_OUT))))
    today = day_of(journal.clock(), journal.start_of_day)
    return Wishes(str(journal.setting(PACER)), pace, today)
