"""A mark is one short line on a day."""

from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.event_mark import MAX_MARK, EventMark

DAY = date(2026, 11, 20)


def test_it_is_one_line() -> None:
    assert EventMark(DAY, "  New\njob ").text == "New job"


@pytest.mark.parametrize("text", ["", " \n ", "x" * (MAX_MARK + 1)])
def test_none_and_too_many_words_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        EventMark(DAY, text)
    assert refused.value.field == "text"
