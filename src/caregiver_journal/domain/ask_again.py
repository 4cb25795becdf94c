"""Asking again after a boundary moment: when, and what becomes of it when the moment is moved."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from caregiver_journal.base.i18n import N_
from caregiver_journal.domain.boundary import FollowUp


class AskAgain(StrEnum):
    """When to ask; its value is stored as a setting and never changes."""

    TOMORROW = "tomorrow"
    IN_3_DAYS = "in_3_days"
    NEVER = "never"


ASK_AGAIN_WORDS = {
    AskAgain.TOMORROW: N_("Tomorrow"),
    AskAgain.IN_3_DAYS: N_("In 3 days"),
    AskAgain.NEVER: N_("Don't ask"),
}
_DAYS = {AskAgain.TOMORROW: 1, AskAgain.IN_3_DAYS: 3}


def ask_on(choice: AskAgain, day: date, today: date) -> tuple[FollowUp, ...]:
    """Return the follow-up of a choice made today; none for ``NEVER``.

    Args:
        choice: what the person chose.
        day: the day of the moment; what lies in the past is asked about after today.
        today: the day it is.
    """
    days = _DAYS.get(choice)
    if days is None:
        return ()
    latest = max(day, today)
    return (FollowUp(min(latest, date.max - timedelta(days)) + timedelta(days)),)


def move_follow_ups(follow_ups: Iterable[FollowUp], day: date) -> tuple[FollowUp, ...]:
    """Return follow-ups of a moment that was moved to another day: none is due before it."""
    return tuple(replace(each, due=max(each.due, day)) for each in follow_ups)
