"""What belongs to sessions is checked when it is made, and its order follows from the days."""

from datetime import UTC, date, datetime, time

import pytest
from support.clock import START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.session import (
    MAX_POINT,
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
    is_over,
    last_session,
    next_session,
)

MADE = START.astimezone(UTC)
TODAY = START.date()
BEFORE = Session("1", date(2026, 11, 6), time(14, 0))
AFTER = Session("2", date(2026, 12, 4))


def test_words_are_cleaned() -> None:
    assert Goal("1", "  Sleep\r \n", MADE).text == "Sleep"
    assert TalkPoint("1", " The rota ", MADE).text == "The rota"
    homework = Homework("1", " Breathe ", MADE, TODAY, HomeworkState.DONE, TODAY, " It helped.\n")
    assert (homework.text, homework.how_it_went) == ("Breathe", "It helped.")
    assert Session("1", TODAY, note=" A slow hour. \n").note == "A slow hour."


@pytest.mark.parametrize("text", ["", "  \n", "\t"])
def test_words_are_needed(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Goal("1", text, MADE)
    assert caught.value.field == "text"


def test_not_too_many_fit() -> None:
    assert len(TalkPoint("1", "a" * MAX_POINT, MADE).text) == MAX_POINT
    with pytest.raises(InvalidValueError, match="2000"):
        TalkPoint("1", "a" * (MAX_POINT + 1), MADE)


@pytest.mark.parametrize(
    ("state", "ended"),
    [(HomeworkState.OPEN, TODAY), (HomeworkState.DONE, None), (HomeworkState.DROPPED, None)],
)
def test_what_ended_has_a_day_and_nothing_else_has(state: HomeworkState, ended: date) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Homework("1", "Breathe", MADE, TODAY, state, ended)
    assert caught.value.field == "ended"


def test_homework_is_open_until_it_ended() -> None:
    assert Homework("1", "Breathe", MADE, TODAY).is_open
    assert not Homework("1", "Breathe", MADE, TODAY, HomeworkState.DROPPED, TODAY).is_open


@pytest.mark.parametrize(
    ("session", "over"),
    [
        (BEFORE, True),
        (AFTER, False),
        (Session("3", TODAY), False),
        (Session("3", TODAY, note="A slow hour."), True),
        (Session("3", TODAY, time(17, 52)), True),
        (Session("3", TODAY, time(17, 53)), False),
        (Session("3", TODAY, time(18, 0), "Came early."), True),
        (Session("3", date(2026, 11, 19), time(23, 0)), True),
    ],
)
def test_a_session_of_today_is_over_at_its_time_or_once_something_is_kept(
    session: Session, over: bool
) -> None:
    assert is_over(session, START) is over


def test_the_nearest_ones_are_found_in_any_order() -> None:
    early, late = Session("3", TODAY, time(9, 0)), Session("4", TODAY, time(20, 0))
    later = Session("5", date(2026, 12, 4), time(9, 0))
    every = (later, late, BEFORE, AFTER, early)
    assert next_session(every, START) == late
    assert last_session(every, START) == early
    at_night = datetime(2026, 11, 21, 1, 0, tzinfo=START.tzinfo)
    assert next_session(every, at_night) == AFTER
    assert last_session(every, at_night) == late


def test_without_any_there_is_none() -> None:
    assert next_session((BEFORE,), START) is None
    assert last_session((AFTER,), START) is None
