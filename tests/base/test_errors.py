"""Every error has a sentence a person can read, and a next step where it promises one."""

import pytest

from caregiver_journal.base import errors
from caregiver_journal.base.errors import JournalError, WrongPassphraseError

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, JournalError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_speaks_in_whole_sentences(kind: type[JournalError]) -> None:
    error = kind()
    assert error.sentence.endswith(".")
    assert str(error) == error.sentence
    assert not error.next_step or error.next_step.endswith(".")
    assert error.field == ""


def test_no_two_errors_say_the_same() -> None:
    assert len({kind().sentence for kind in KINDS}) == len(KINDS)


def test_an_error_can_say_something_of_its_own() -> None:
    error = WrongPassphraseError("Not this one.", next_step="Try the other.", field="passphrase")
    assert (error.sentence, error.next_step) == ("Not this one.", "Try the other.")
    assert error.field == "passphrase"


def test_a_known_next_step_is_said_unless_there_is_a_better_one() -> None:
    assert "Caps Lock" in WrongPassphraseError("Not this one.").next_step
    assert JournalError().next_step == ""
