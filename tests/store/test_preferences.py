"""What the person set is kept; what was never set is the default."""

from datetime import time

import pytest
from support.journals import Place

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.preference import (
    CODE_CONFIRMED,
    LOOK,
    PREFERENCES,
    START_OF_DAY,
    Preference,
    Value,
)
from caregiver_journal.journal.journal import Journal


def stored(journal: Journal) -> list[tuple[str, str]]:
    return [(name, value) for name, value in journal.database.rows("SELECT * FROM preferences")]


def choices() -> list[tuple[Preference, Value]]:
    return [(each, value) for each in PREFERENCES for value, _words in each.choices]


def test_what_was_never_set_is_the_default(journal: Journal) -> None:
    for preference in PREFERENCES:
        assert journal.setting(preference) == preference.default
    assert stored(journal) == []


@pytest.mark.parametrize(
    ("preference", "value"),
    [*choices(), (CODE_CONFIRMED, True)],
    ids=lambda part: part.name if isinstance(part, Preference) else str(part),
)
def test_what_was_set_holds_the_next_time_too(
    place: Place, preference: Preference, value: Value
) -> None:
    place.open().set(preference, value)
    place.close()
    assert place.open().setting(preference) == value


def test_only_what_differs_from_the_default_is_kept(journal: Journal) -> None:
    journal.set(LOOK, "dark")
    journal.set(LOOK, "light")
    assert stored(journal) == [("look", "light")]
    journal.set(LOOK, "system")
    assert stored(journal) == []


def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(journal: Journal) -> None:
    journal.set(LOOK, "dark")
    with pytest.raises(InvalidValueError):
        journal.set(LOOK, "neon")
    assert journal.setting(LOOK) == "dark"


def test_a_stored_value_of_another_version_counts_as_the_default(journal: Journal) -> None:
    with journal.writing():
        journal.database.write("INSERT INTO preferences VALUES ('start_of_day', 'noonish')")
    assert journal.setting(START_OF_DAY) == time(4)
