"""Set, change and take away the marks on days."""

from collections.abc import Callable
from functools import partial

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.journal import Journal


def write_mark(journal: Journal, mark: EventMark) -> None:
    """Add a mark, or write one with a number over what it was."""
    with journal.writing(Topic.EVENT_MARK):
        journal.event_marks.write(mark)


def remove_mark(journal: Journal, mark: EventMark) -> Callable[[], None]:
    """Take a mark away; return what brings it back."""
    with journal.writing(Topic.EVENT_MARK):
        journal.event_marks.forget(mark)
    return partial(write_mark, journal, mark)
