"""What the rows of the Session page say."""

from collections.abc import Iterable
from datetime import date, datetime

from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.phrasing import (
    say_date,
    say_day,
    say_moment,
    say_text,
    say_time,
    say_title,
)
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
    is_over,
)
from caregiver_journal.ui.pages.session.rows import Thing
from caregiver_journal.ui.pages.session.shelf import ShelfWords

EDIT, DELETE, DROP, HOW, NOTE, OFF = "edit", "delete", "drop", "how", "note", "off"
"""What can be done with a thing, as the menus of the rows name it."""

_LONGEST = 160
_LONGEST_LINK = 80
"""So much of a note stands in a row, in characters."""


def _edit_choices() -> tuple[tuple[str, str], ...]:
    return ((EDIT, _("Change…")), (DELETE, _("Delete")))


def shelf_words() -> dict[str, ShelfWords]:
    """Return what the cards of the page say, by the names of its parts, in their order."""
    return {
        "points": ShelfWords(
            _("What I want to talk about"),
            _("A line is enough: what you want to say, or to ask. It waits here."),
            _("Talked about: {count}"),
        ),
        "marked": ShelfWords(
            _("From the journal"),
            _("Entries that you mark with “bring to session” stand here."),
        ),
        "sessions": ShelfWords(
            _("Sessions"),
            _("With its dates, the page knows what is new since the last session."),
            _("Earlier ones: {count}"),
        ),
        "homework": ShelfWords(
            _("Homework"),
            _("What you agree to try stands here, and on Today until it is done or dropped."),
            _("Earlier: {count}"),
        ),
        "goals": ShelfWords(
            _("Goals"),
            _("One question: what would be different?"),
            _("Reached: {count}"),
        ),
    }


def say_session(session: Session, today: date) -> str:
    """Return when a session is: *Thursday 26 November, 14:00*."""
    day = _("Today") if session.day == today else say_day(session.day, today)
    return day if session.at is None else f"{day}, {say_time(session.at)}"


def say_next(session: Session | None, today: date) -> str:
    """Return the line below the title of the page."""
    if session is None:
        return _("No date is set. What you collect here waits for it.")
    return _("Next session: {when}").format(when=say_session(session, today))


def point_thing(point: TalkPoint, source: Entry | None, today: date) -> Thing:
    """Return the row of something to talk about, with the entry it came from."""
    is_private = source is not None and source.never_export
    line = _("a question") if point.is_question else ""
    if point.talked is not None:
        line = _("talked about on {day}").format(day=say_date(point.talked, today))
    return Thing(
        key=point.id,
        text=point.text,
        line=line,
        private=_say_private() if is_private else "",
        tick=_("Talked about"),
        is_ticked=point.talked is not None,
        link="" if source is None else shortened(say_title(source), _LONGEST_LINK),
        choices=_edit_choices(),
    )


def marked_thing(entry: Entry, today: date) -> Thing:
    """Return the row of an entry that is to be brought."""
    note = shortened(say_text(entry), _LONGEST)
    return Thing(
        key=entry.id,
        text=say_title(entry),
        line=" · ".join(filter(None, (say_moment(entry.happened, today), note))),
        private=_say_private() if entry.never_export else "",
        choices=((NOTE, _("Note a point about it…")), (OFF, _("Take off"))),
        opens=True,
    )


def homework_thing(homework: Homework, today: date) -> Thing:
    """Return the row of homework."""
    if homework.is_open:
        return Thing(
            key=homework.id,
            text=homework.text,
            line=_("agreed on {day}").format(day=say_date(homework.agreed, today)),
            tick=_("Done"),
            choices=((DROP, _("Drop it…")), *_edit_choices()),
        )
    is_done = homework.state is HomeworkState.DONE
    said = _("done on {day}") if is_done else _("dropped on {day}")
    ended = said.format(day=say_date(homework.ended or homework.agreed, today))
    how = shortened(homework.how_it_went, _LONGEST)
    return Thing(
        key=homework.id,
        text=homework.text,
        line=" · ".join(filter(None, (ended, how))),
        choices=((HOW, _("How it went…")), *_edit_choices()),
    )


def goal_thing(goal: Goal, today: date) -> Thing:
    """Return the row of a goal."""
    since, until = _("since {day}"), _("reached on {day}")
    day = goal.made.date() if goal.reached is None else goal.reached
    said = (since if goal.reached is None else until).format(day=say_date(day, today))
    return Thing(
        key=goal.id,
        text=goal.text,
        line=said,
        tick=_("Reached"),
        is_ticked=goal.reached is not None,
        choices=_edit_choices(),
    )


def session_thing(session: Session, now: datetime) -> Thing:
    """Return the row of a session."""
    line = shortened(session.note, _LONGEST)
    if not line and is_over(session, now):
        line = _("Nothing is kept of it yet.")
    return Thing(
        key=session.id,
        text=say_session(session, now.date()),
        line=line,
        choices=((EDIT, _("Open…")), (DELETE, _("Delete"))),
        opens=True,
    )


def sessions_shown(
    sessions: Iterable[Session], now: datetime
) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """Return the sessions to come with the last one that is over, and those before it."""
    coming = [each for each in sessions if not is_over(each, now)]
    over = [each for each in sessions if is_over(each, now)]
    return (*reversed(coming), *over[:1]), tuple(over[1:])


def _say_private() -> str:
    return _("Never exported: it stays out of any summary.")
