"""What waits on the start page: one thing to do, whenever one likes, and how it is put off."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.day import WEEKDAYS

MOST_SHOWN = 3
"""What waits behind these is shown when one of them is gone."""

_NUMBERS = (N_("two"), N_("three"), N_("four"), N_("five"), N_("six"))


class Later(Enum):
    """How long something is put off for."""

    TOMORROW = auto()
    NEXT_WEEK = auto()
    FOR_GOOD = auto()


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits.

    Attributes:
        name: what it is put off by; the same thing keeps its name.
        title, sentence: what it is, for the person.
        action: the words on the button that leads to it.
        section, entry_id, part: where that button leads.
        day: the day it is about, where that is another one than today.
        heard: its name for those who hear it, where others may have the same title.
    """

    name: str
    title: str
    sentence: str = field(repr=False)
    action: str
    section: str
    entry_id: str = ""
    part: str = ""
    day: date | None = None
    heard: str = field(default="", repr=False)


def until(later: Later, today: date) -> date:
    """Return the day from which something put off today is there again."""
    if later is Later.FOR_GOOD:
        return date.max
    return today + timedelta(days=1 if later is Later.TOMORROW else 7)


def is_time_to_look_back(weekday: str, today: date) -> bool:
    """Tell whether a week may be looked back on: from a weekday to its Sunday; never where *off*.

    Args:
        weekday: the name of a day, as ``LOOK_BACK_DAY`` stores it.
        today: the day it is.
    """
    names = [name.lower() for name in WEEKDAYS]
    return weekday in names and today.weekday() >= names.index(weekday)


def say_put_off(later: Later) -> str:
    """Return what is said when something was put off."""
    return {
        Later.TOMORROW: _("Put off until tomorrow"),
        Later.NEXT_WEEK: _("Put off for a week"),
        Later.FOR_GOOD: _("This one does not come back"),
    }[later]


def say_waiting(count: int) -> str:
    """Return how many things wait, for the line below the greeting; "" for none."""
    if not count:
        return ""
    is_small = 2 <= count < 2 + len(_NUMBERS)
    said = _(_NUMBERS[count - 2]) if is_small else str(count)
    return ngettext(
        "one thing waits for you, whenever you like",
        "{count} things wait for you, whenever you like",
        count,
    ).format(count=said)
