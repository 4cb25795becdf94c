"""What belongs to talks with a therapist, all in one."""

from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint

_STATES = {
    HomeworkState.OPEN: N_("open"),
    HomeworkState.DONE: N_("done"),
    HomeworkState.DROPPED: N_("dropped"),
}


class Talks(NamedTuple):
    """Goals, what to talk about, homework and the sessions themselves."""

    goals: tuple[Goal, ...] = ()
    points: tuple[TalkPoint, ...] = ()
    homework: tuple[Homework, ...] = ()
    sessions: tuple[Session, ...] = ()


def homework_word(state: HomeworkState) -> str:
    """Return where an agreed task stands, in a word."""
    return _(_STATES[state])
