"""What was put off stays away until its day."""

from datetime import date, timedelta

from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.journal import Journal

FRIDAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def put_off(journal: Journal, name: str, until: date, today: date) -> None:
    with journal.writing(Topic.PUT_OFF):
        journal.put_off.write(name, until, today)


def test_it_is_away_until_its_day_and_then_comes_back(journal: Journal) -> None:
    put_off(journal, "draft", FRIDAY + 2 * DAY, FRIDAY)
    assert journal.put_off.names(FRIDAY) == {"draft"}
    assert journal.put_off.names(FRIDAY + DAY) == {"draft"}
    assert journal.put_off.names(FRIDAY + 2 * DAY) == frozenset()


def test_it_can_be_put_off_further(journal: Journal) -> None:
    put_off(journal, "draft", FRIDAY + DAY, FRIDAY)
    put_off(journal, "draft", FRIDAY + 9 * DAY, FRIDAY)
    assert journal.put_off.names(FRIDAY + 5 * DAY) == {"draft"}


def test_what_has_come_back_leaves_no_trace(journal: Journal) -> None:
    put_off(journal, "draft", FRIDAY + DAY, FRIDAY)
    put_off(journal, "code", FRIDAY + 9 * DAY, FRIDAY + DAY)
    assert journal.database.rows("SELECT name FROM put_off") == [("code",)]
