"""The support card: what a line needs, and when numbers are looked at again."""

from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.support import EMERGENCY, Numbers, SupportLine, is_check_due

DAY = date(2026, 1, 31)


def test_a_line_is_one_line_without_blanks_around_it() -> None:
    line = SupportLine("people", " Ana\n from the choir ", " after\tsix ")
    assert (line.text, line.detail) == ("Ana from the choir", "after six")


@pytest.mark.parametrize("text", ["", " \n ", "\x07"])
def test_a_line_needs_words(text: str) -> None:
    with pytest.raises(InvalidValueError, match="few words") as refused:
        SupportLine("people", text, "0700")
    assert refused.value.field == "text"


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="too long"):
        SupportLine("people", "Ana", "7" * 201)


def test_numbers_become_lines_and_a_missing_one_does_not() -> None:
    both = Numbers("Sealand", "1", "Help", "2", "A line", "The sea", DAY)
    one = Numbers("Sealand", "1", "Help", "", "", "The sea", DAY)
    assert [(line.section, line.text, line.detail) for line in both.lines()] == [
        (EMERGENCY, "Help", "1"),
        (EMERGENCY, "A line", "2"),
    ]
    assert len(one.lines()) == 1


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2025, 12, 1), False),
        (DAY, False),
        (date(2026, 8, 1), False),
        (date(2026, 8, 2), True),
    ],
)
def test_numbers_are_looked_at_again_after_half_a_year(today: date, *, due: bool) -> None:
    assert is_check_due(DAY, today) is due
