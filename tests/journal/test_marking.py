"""A mark is set, changed, taken away and brought back as it was."""

from datetime import date

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.marking import remove_mark, write_mark

DAY = date(2026, 11, 20)


def test_a_mark_comes_and_goes_and_comes_back(journal: Journal) -> None:
    write_mark(journal, EventMark(DAY, "New job"))
    (mark,) = journal.event_marks.between(DAY, DAY)
    bring_back = remove_mark(journal, mark)
    assert journal.event_marks.between(DAY, DAY) == []
    bring_back()
    assert journal.event_marks.between(DAY, DAY) == [mark]
