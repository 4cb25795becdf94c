"""A page says its one sentence once."""

import pytest
from support.clock import FixedClock
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.journal.first_use import is_first_use
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.put_off import PutOffStore


def test_each_page_has_one_first_use(place: Place, clock: FixedClock) -> None:
    journal = place.open()
    assert is_first_use(journal, "settings")
    assert not is_first_use(journal, "settings")
    assert is_first_use(journal, "trends")
    place.close()
    clock.advance(days=400)
    assert not is_first_use(place.open(), "settings")


def test_what_cannot_be_remembered_is_not_told(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(PutOffStore, "write", refuse)
    assert not is_first_use(journal, "settings")
