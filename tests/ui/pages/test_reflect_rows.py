"""The list beside the form says in words what is there."""

import pytest

from caregiver_journal.ui.pages.reflect.rows import say_written


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "written once"), (2, "written twice"), (1_200, "written 1,200 times")],
)
def test_how_often_a_form_was_written(count: int, said: str) -> None:
    assert say_written(count) == said
