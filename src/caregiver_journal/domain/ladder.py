"""The ladder: own situations by how hard they are expected to be, and each try of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line, clean_text
from caregiver_journal.domain.entry import YEARS
from caregiver_journal.domain.numbers import say_times
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.tag import folded

DISTRESS = range(11)
"""Not at all (0) to as much as can be (10), expected and as it was."""

MAX_SITUATION = 200
"""Longest name of a situation, in characters."""

ENOUGH = 2
"""From so many tries with both numbers on, there is something to draw."""


@dataclass(frozen=True, slots=True)
class Step:
    """A situation of the person's own.

    Attributes:
        text: the situation, in one line.
        distress: how much of it is expected, 0–10.
        is_put_away: whether it is not shown for now; its tries stay.
        suggestion: the id of the suggestion it came from; "" for an own one.
        number: its row, or None while it is new.

    Raises:
        InvalidValueError: no text, one too long, or a number out of its range.
    """

    text: str = field(repr=False)
    distress: int
    is_put_away: bool = False
    suggestion: str = ""
    number: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_line(self.text, limit=10 * MAX_SITUATION))
        if not self.text:
            raise InvalidValueError(_("A situation needs a few words."), field="text")
        if len(self.text) > MAX_SITUATION:
            raise InvalidValueError(
                _("At most {most} characters fit here.").format(most=MAX_SITUATION), field="text"
            )
        _check(self.distress, _("Say how hard you expect it to be, from 0 to 10."), "distress")


@dataclass(frozen=True, slots=True)
class Try:
    """One time somebody tried a step.

    Attributes:
        step: the number of its step.
        happened: the moment, aware, in the zone it was written in.
        expected: the distress that was expected before, 0–10.
        actual: how it was, 0–10, or None while that was not said.
        note: free text; may be empty.
        entry_id: the boundary moment it belongs to; may be empty, and may name one that is gone.
        number: its row, or None while it is new.

    Raises:
        InvalidValueError: a number out of its range, or a moment without its zone or outside the
            years an entry can be about.
    """

    step: int
    happened: datetime
    expected: int
    actual: int | None = None
    note: str = field(default="", repr=False)
    entry_id: str = ""
    number: int | None = None

    def __post_init__(self) -> None:
        if self.happened.tzinfo is None:
            raise InvalidValueError(_("A moment needs its time zone."), field="happened")
        if self.happened.year not in YEARS:
            raise InvalidValueError(
                _("A moment lies between the years {first} and {last}.").format(
                    first=YEARS[0], last=YEARS[-1]
                ),
                field="happened",
            )
        _check(self.expected, _("Say how hard you expected it to be, from 0 to 10."), "expected")
        if self.actual is not None:
            _check(self.actual, _("This is a number from 0 to 10."), "actual")
        object.__setattr__(self, "note", clean_text(self.note).strip())


def easiest_first(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps by expected distress, equal ones in the order of the alphabet."""
    return tuple(sorted(steps, key=_place))


def newest_first(tries: Iterable[Try]) -> tuple[Try, ...]:
    """Return tries, the last one first."""
    return tuple(sorted(tries, key=lambda tried: (tried.happened, tried.number or 0), reverse=True))


def compared(tries: Iterable[Try]) -> tuple[tuple[Try, int], ...]:
    """Return the tries whose outcome was said, the earliest first, each with that outcome."""
    said = [(tried, tried.actual) for tried in newest_first(tries) if tried.actual is not None]
    return tuple(reversed(said))


def say_tries(tries: Sequence[Try], today: date) -> str:
    """Return what is said below a step: how often it was tried, and how the last time was."""
    if not tries:
        return _("not tried yet")
    last = newest_first(tries)[0]
    count = len(tries)
    often = _("tried {times}").format(times=say_times(count))
    day = say_date(last.happened.date(), today)
    when = _("on {day}") if count == 1 else _("last on {day}")
    return _("{often}, {when}: {numbers}").format(
        often=often, when=when.format(day=day), numbers=say_numbers(last)
    )


def say_numbers(tried: Try) -> str:
    """Return what was expected of a try and how it was."""
    if tried.actual is None:
        return _("expected {expected}").format(expected=tried.expected)
    return _("expected {expected}, was {actual}").format(
        expected=tried.expected, actual=tried.actual
    )


def _place(step: Step) -> tuple[int, str, int]:
    return step.distress, folded(step.text), step.number or 0


def _check(value: int, sentence: str, part: str) -> None:
    if type(value) is not int or value not in DISTRESS:
        raise InvalidValueError(sentence, field=part)
