"""Put what is no entry into tables: days of work, and what belongs to talks with a therapist."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.session import Goal, Homework, Session, TalkPoint
from caregiver_journal.domain.talks import Talks, homework_word
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.csv_cells import Cell
from caregiver_journal.exchange.csv_file import utc


class FullTable(NamedTuple):
    """A table with all its rows.

    Attributes:
        name: of its file, without the ending.
        headers: with their units.
        rows: each is made when it is asked for, once.
    """

    name: str
    headers: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def more_tables(workdays: Sequence[Workday], talks: Talks) -> Iterator[FullTable]:
    """Return the tables of what there is; none that would be empty."""
    made: tuple[tuple[Sequence[Any], Callable[[Any], FullTable]], ...] = (
        (workdays, _workdays),
        (talks.goals, _goals),
        (talks.points, _points),
        (talks.homework, _homework),
        (talks.sessions, _sessions),
    )
    return (make(things) for things, make in made if things)


def _day(day: date | None) -> Cell:
    return None if day is None else day.isoformat()


def _workdays(workdays: Iterable[Workday]) -> FullTable:
    headers = (_("day"), _("shift"), _("day off"), _("worked (hours)"), _("load (0–10)"))
    rows = (
        (
            each.day.isoformat(),
            each.shift.name if each.shift else None,
            _("yes") if each.is_off else None,
            each.hours,
            each.load,
        )
        for each in workdays
    )
    return FullTable("work-days", headers, rows)


def _goals(goals: Iterable[Goal]) -> FullTable:
    headers = (_("goal"), _("written (UTC)"), _("reached on"))
    rows = ((goal.text, utc(goal.made), _day(goal.reached)) for goal in goals)
    return FullTable("goals", headers, rows)


def _points(points: Iterable[TalkPoint]) -> FullTable:
    headers = (_("to talk about"), _("question"), _("written (UTC)"), _("talked about on"))
    rows = (
        (
            point.text,
            _("yes") if point.is_question else None,
            utc(point.made),
            _day(point.talked),
        )
        for point in points
    )
    return FullTable("talk-points", headers, rows)


def _homework(homework: Iterable[Homework]) -> FullTable:
    headers = (
        _("homework"),
        _("agreed on"),
        _("state"),
        _("ended on"),
        _("how it went"),
        _("written (UTC)"),
    )
    rows = (
        (
            each.text,
            each.agreed.isoformat(),
            homework_word(each.state),
            _day(each.ended),
            each.how_it_went,
            utc(each.made),
        )
        for each in homework
    )
    return FullTable("homework", headers, rows)


def _sessions(sessions: Iterable[Session]) -> FullTable:
    headers = (_("day"), _("time"), _("note"))
    rows = (
        (each.day.isoformat(), f"{each.at:%H:%M}" if each.at else None, each.note)
        for each in sessions
    )
    return FullTable("sessions", headers, rows)
