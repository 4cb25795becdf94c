"""What every summary says of itself: what it is and is not, and how its days are counted."""

from collections.abc import Iterable
from datetime import time

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.summary import Section

LIMITS = (
    N_("Made by the writer from their own notes: self-report, not a clinical record."),
    N_("Nobody monitors these notes, and they are not for emergencies."),
    N_("The writer chose what stands here; what was left out is not shown."),
)
FOOT = N_("The writer's own notes, not a clinical record, not for emergencies.")
FOOT_WITH_RULES = N_(
    "The writer's own notes, not a clinical record, not for emergencies. "
    "How the numbers were made: at the end."
)
MISSING_DAYS = N_("A day on which nothing was written is missing; nothing is filled in for it.")
DAY_BEGINS = N_(
    "A day begins at {start}: what happened before that counts to the day before, unless the "
    "writer chose another day."
)
DAY_IS_DATE = N_(
    "A day lasts from midnight to midnight, unless the writer chose another day for an entry."
)


def limits() -> tuple[str, ...]:
    """Return what a summary is and is not, a short sentence each."""
    return tuple(map(_, LIMITS))


def rules_of(sections: Iterable[Section], start: time) -> tuple[str, ...]:
    """Return how the numbers of a summary were made, each rule once; none where there are none.

    Args:
        sections: of the summary.
        start: when the writer's day begins.
    """
    said = tuple(dict.fromkeys(rule for section in sections for rule in section.rules))
    if not said:
        return ()
    day = _(DAY_BEGINS).format(start=f"{start:%H:%M}") if start > time.min else _(DAY_IS_DATE)
    return (day, _(MISSING_DAYS), *said)


def foot_of(rules: tuple[str, ...]) -> str:
    """Return the line below every page."""
    return _(FOOT_WITH_RULES) if rules else _(FOOT)
