"""What was written comes back on the day that was chosen."""

from datetime import date

import pytest

from caregiver_journal.domain.coming_back import COMING_BACK_WORDS, ComingBack, come_back_on

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("choice", "today", "day"),
    [
        (ComingBack.WEEK, TODAY, date(2026, 11, 27)),
        (ComingBack.FORTNIGHT, TODAY, date(2026, 12, 4)),
        (ComingBack.MONTH, TODAY, date(2026, 12, 20)),
        (ComingBack.MONTH, date(2026, 1, 31), date(2026, 2, 28)),
        (ComingBack.MONTH, date(2026, 12, 5), date(2027, 1, 5)),
        (ComingBack.MONTH, date.max, date.max),
        (ComingBack.WEEK, date.max, date.max),
        (ComingBack.DAY, TODAY, date(2027, 5, 1)),
        (ComingBack.NEVER, TODAY, None),
    ],
)
def test_each_choice_has_its_day(choice: ComingBack, today: date, day: date | None) -> None:
    assert come_back_on(choice, today, date(2027, 5, 1)) == day


def test_a_day_that_was_not_chosen_is_none() -> None:
    assert come_back_on(ComingBack.DAY, TODAY) is None
    assert set(COMING_BACK_WORDS) == set(ComingBack)
