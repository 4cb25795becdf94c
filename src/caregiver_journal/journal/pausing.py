"""Begin a pause, come back from one, and take back one that is still to come."""

from datetime import date

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.journal import Journal


def begin_pause(journal: Journal, pause: Pause) -> None:
    """Keep a pause that begins today, did earlier, or will."""
    with journal.writing(Topic.PAUSE):
        journal.pauses.write(pause)


def end_pause(journal: Journal) -> None:
    """Be back today, whatever pauses hold it."""
    today = day_of(journal.clock(), journal.start_of_day)
    with journal.writing(Topic.PAUSE):
        while journal.pauses.at(today) is not None:
            journal.pauses.end(today)


def coming_pause(journal: Journal, today: date) -> Pause | None:
    """Return the next pause that begins after today, or None."""
    return next((pause for pause in journal.pauses.all() if pause.first > today), None)


def forget_pause(journal: Journal, pause: Pause) -> None:
    """Take a pause back as if it had never been meant."""
    with journal.writing(Topic.PAUSE):
        journal.pauses.forget(pause)
