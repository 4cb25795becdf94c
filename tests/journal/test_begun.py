"""One of several drafts of a form is forgotten, and no other."""

import pytest

from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal

FORM = "test.form"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (DraftName(FORM, "one"), {"two": 2}),
        (DraftName(FORM, "three"), {"one": 1, "two": 2}),
        (DraftName("another.form", "one"), {"one": 1, "two": 2}),
        (None, {"one": 1, "two": 2}),
    ],
)
def test_only_what_is_named_is_forgotten(
    journal: Journal, name: DraftName | None, left: dict[str, object]
) -> None:
    journal.save_draft(FORM, {"one": 1, "two": 2})
    with journal.writing():
        forget_draft(journal, name)
    assert journal.drafts.read(FORM) == left


def test_the_last_one_leaves_nothing(journal: Journal) -> None:
    journal.save_draft(FORM, {"one": 1})
    with journal.writing():
        forget_draft(journal, DraftName(FORM, "one"))
    assert journal.drafts.changed(FORM) is None
