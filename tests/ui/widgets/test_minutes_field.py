"""Minutes are read in whatever way a person writes them."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.ui.widgets.minutes_field import read_minutes, write_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("  ", None),
        ("0", 0),
        ("90", 90),
        ("1:30", 90),
        (" 1 : 05 ", 65),
        ("1 h 30", 90),
        ("1h30m", 90),
        ("2 h", 120),
        ("2 hours", 120),
        ("45 min", 45),
        ("45 Minutes", 45),
        ("10080", 10_080),
        ("168 h", 10_080),
    ],
)
def test_what_makes_sense_is_read(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    "text", ["much", "-5", "1.5", "10081", "169 h", "1:60", "1:3", "h", "min 5", "99999999", "½"]
)
def test_what_makes_no_sense_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidValueError, match="whole number") as refused:
        read_minutes(text)
    assert refused.value.field == "minutes"


def test_minutes_are_written_as_they_are_read() -> None:
    assert [write_minutes(each) for each in (None, 0, 90)] == ["", "0", "90"]
