"""A kind of shift has a name of the person's own."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.shift import MAX_SHIFT, Shift


def test_its_name_is_one_clean_line() -> None:
    assert Shift("  Split \n shift ").name == "Split shift"


@pytest.mark.parametrize("name", ["", "  \n", "x" * (MAX_SHIFT + 1)])
def test_a_name_is_needed_and_may_not_be_too_long(name: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Shift(name)
    assert refused.value.field == "name"
