"""What belongs to talks with a therapist: goals, what to talk about, homework and the sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text

MAX_POINT = 2_000
"""Longest goal, point, question or homework, in characters."""


class HomeworkState(StrEnum):
    """Where an agreed task stands; its value is stored and never changes."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Goal:
    """What would be different if therapy helped.

    Attributes:
        id: a UUID.
        made: when it was written down, aware.
        reached: the day from which it is no longer worked on; None while it is.

    Raises:
        InvalidValueError: it has no text, or one that is too long.
    """

    id: str
    text: str = field(repr=False)
    made: datetime
    reached: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _checked(self.text))


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """Something to talk about in a session, or to ask there.

    Attributes:
        id: a UUID.
        made: when it was written down, aware.
        is_question: whether it is a question for the therapist.
        entry_id: the entry it came from; "" where there is none. It may be gone.
        talked: the day on which it was talked about; None while it waits.

    Raises:
        InvalidValueError: it has no text, or one that is too long.
    """

    id: str
    text: str = field(repr=False)
    made: datetime
    is_question: bool = False
    entry_id: str = ""
    talked: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _checked(self.text))


@dataclass(frozen=True, slots=True)
class Homework:
    """Something that was agreed to be tried until the next session.

    Attributes:
        id: a UUID.
        made: when it was written down, aware.
        agreed: the day it was agreed.
        ended: the day it was done or dropped; None while it is open.
        how_it_went: in words of any length.

    Raises:
        InvalidValueError: it has no text or one that is too long, or it ended while open.
    """

    id: str
    text: str = field(repr=False)
    made: datetime
    agreed: date
    state: HomeworkState = HomeworkState.OPEN
    ended: date | None = None
    how_it_went: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _checked(self.text))
        object.__setattr__(self, "how_it_went", clean_text(self.how_it_went).strip())
        if (self.state is HomeworkState.OPEN) is not (self.ended is None):
            raise InvalidValueError(_("What is done or dropped has a day."), field="ended")

    @property
    def is_open(self) -> bool:
        """Whether it is still tried."""
        return self.state is HomeworkState.OPEN


@dataclass(frozen=True, slots=True)
class Session:
    """One talk with a therapist, to come or over.

    Attributes:
        id: a UUID.
        at: the time, local; None where it was not said.
        note: what is kept of it, in words of any length.
    """

    id: str
    day: date
    at: time | None = None
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", clean_text(self.note).strip())


def is_over(session: Session, now: datetime) -> bool:
    """Tell whether a session is over at a moment by the clock on the wall.

    One of the same day is over once its time has come, or once something is kept of it.
    """
    if session.day != now.date():
        return session.day < now.date()
    return bool(session.note) or (session.at is not None and session.at <= now.time())


def next_session(sessions: Iterable[Session], now: datetime) -> Session | None:
    """Return the first session that is not over, or None."""
    coming = (each for each in sessions if not is_over(each, now))
    return min(coming, key=_when, default=None)


def last_session(sessions: Iterable[Session], now: datetime) -> Session | None:
    """Return the last session that is over, or None."""
    past = (each for each in sessions if is_over(each, now))
    return max(past, key=_when, default=None)


def _when(session: Session) -> tuple[date, time]:
    return session.day, session.at or time.min


def _checked(text: str) -> str:
    cleaned = clean_text(text).strip()
    if not cleaned:
        raise InvalidValueError(_("This needs a few words."), field="text")
    if len(cleaned) > MAX_POINT:
        raise InvalidValueError(
            _("At most {most} characters fit here.").format(most=MAX_POINT), field="text"
        )
    return cleaned
