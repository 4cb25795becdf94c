"""Mending that is killed midway loses nothing, and is done at the next opening."""

import pytest
from support.builders import an_entry
from support.journals import Place
from support.vaults import PASSPHRASE, run_python

from caregiver_journal.base.errors import MendingNeededError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal import doors
from caregiver_journal.journal.checking import Trouble, mended_at_opening
from caregiver_journal.vault.backup import go_on
from caregiver_journal.vault.healing import TO_MEND, Mending
from caregiver_journal.vault.opened import write_meta

ENTRIES = 500
_DIE = """
import os, sys
from pathlib import Path
from caregiver_journal.journal import doors

folder, passphrase, share = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])

def step(done):
    if done >= share:
        os._exit(9)

doors.mend(folder, doors.unlock(folder, passphrase), step)
"""


@pytest.fixture
def astray(place: Place) -> Place:
    """A closed journal whose search index was found astray."""
    journal = place.open()
    with journal.writing(*Kind):
        for number in range(ENTRIES):
            journal.entries.add(an_entry(f"words {number}", place.clock()))
        journal.database.write("INSERT INTO entry_search (rowid, body) VALUES (9999, 'somebody')")
        write_meta(journal.database, TO_MEND, Trouble.INDEX.value)
    place.close()
    return place


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.8, 1.0])
def test_killed_midway_it_is_done_at_the_next_opening(astray: Place, share: float) -> None:
    died = run_python(_DIE, astray.folder, PASSPHRASE, share)
    assert died.returncode == 9, died.stderr
    journal = astray.open()
    assert mended_at_opening(journal) == {Trouble.INDEX}
    assert len(journal.search.find("words", 999)) == ENTRIES
    assert journal.search.count("somebody") == 0
    assert journal.database.check(deep=True) == []


def test_it_is_mended_elsewhere_or_later(astray: Place) -> None:
    opened, folder = astray.opened, astray.folder
    with pytest.raises(MendingNeededError):
        doors.open_journal(folder, opened, astray.clock, Mending.ELSEWHERE)
    later = doors.open_journal(folder, opened, astray.clock, Mending.LATER)
    assert mended_at_opening(later) == frozenset()
    assert later.search.count("somebody") == 1
    later.close()
    shares: list[float] = []
    doors.mend(folder, opened, shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 3
    journal = doors.open_journal(folder, opened, astray.clock, Mending.ELSEWHERE)
    assert mended_at_opening(journal) == {Trouble.INDEX}
    assert journal.search.count("somebody") == 0
    journal.close()


def test_where_nothing_can_be_mended_nothing_is_noted(
    astray: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caregiver_journal.vault.healing.find_damage", lambda *_a, **_k: ["ill"])
    monkeypatch.setattr("caregiver_journal.vault.healing._is_all_readable", lambda _db: False)
    doors.mend(astray.folder, astray.opened, go_on)
    with pytest.raises(MendingNeededError):
        doors.open_journal(astray.folder, astray.opened, astray.clock, Mending.ELSEWHERE)
