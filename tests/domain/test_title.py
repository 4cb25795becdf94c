"""A title is one line, neither empty nor too long."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.title import clean_title


def test_a_title_is_one_line() -> None:
    assert clean_title(" From\n my  sessions ", 16) == "From my sessions"


@pytest.mark.parametrize(("text", "said"), [(" \n", "needs a title"), ("x" * 17, "at most 16")])
def test_none_and_too_long_a_title_are_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidValueError, match=said) as caught:
        clean_title(text, 16)
    assert caught.value.field == "title"
