"""When it is asked again after a boundary moment."""

from datetime import UTC, date, datetime

import pytest

from caregiver_journal.domain.ask_again import (
    ASK_AGAIN_WORDS,
    AskAgain,
    ask_on,
    move_follow_ups,
)
from caregiver_journal.domain.boundary import FollowUp
from caregiver_journal.domain.preference import ASK_AGAIN

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("choice", "day", "due"),
    [
        (AskAgain.TOMORROW, TODAY, date(2026, 11, 21)),
        (AskAgain.IN_3_DAYS, TODAY, date(2026, 11, 23)),
        (AskAgain.TOMORROW, date(2026, 11, 2), date(2026, 11, 21)),  # never before tomorrow
        (AskAgain.IN_3_DAYS, date(2026, 11, 19), date(2026, 11, 23)),
        (AskAgain.TOMORROW, date(2026, 11, 21), date(2026, 11, 22)),  # a night that counts on
    ],
)
def test_the_day_follows_from_the_choice(choice: AskAgain, day: date, due: date) -> None:
    assert ask_on(choice, day, TODAY) == (FollowUp(due),)


def test_never_asks_nothing() -> None:
    assert ask_on(AskAgain.NEVER, TODAY, TODAY) == ()


def test_the_end_of_all_days_is_no_crash() -> None:
    assert ask_on(AskAgain.IN_3_DAYS, TODAY, date.max) == (FollowUp(date.max),)


def test_a_moved_moment_takes_its_follow_ups_along() -> None:
    answered = FollowUp(date(2026, 11, 12), datetime(2026, 11, 14, 9, tzinfo=UTC), 3)
    moved = move_follow_ups((answered, FollowUp(date(2026, 11, 30))), date(2026, 11, 13))
    assert [each.due for each in moved] == [date(2026, 11, 13), date(2026, 11, 30)]
    assert moved[0].answered == answered.answered


def test_the_setting_offers_each_choice() -> None:
    assert [value for value, _words in ASK_AGAIN.choices] == [each.value for each in AskAgain]
    assert set(ASK_AGAIN_WORDS) == set(AskAgain)
    assert ASK_AGAIN.default == "tomorrow"
