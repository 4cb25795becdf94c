"""A backup that is written anew and killed midway is the old one or the new one, and whole."""

import pytest
from support.builders import an_entry
from support.journals import Place
from support.vaults import PASSPHRASE, run_python

from caregiver_journal.journal.backing_up import back_up_here, check_backup
from caregiver_journal.journal.backup_rounds import Halt, StoppedError
from caregiver_journal.journal.everywhere import Elsewhere
from caregiver_journal.journal.journal import Journal

_DIE = """
import os, sys
from pathlib import Path
from caregiver_journal.journal import doors
from caregiver_journal.journal.everywhere import Elsewhere

folder, passphrase, share, entry = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4]
journal = doors.open_journal(folder, doors.unlock(folder, passphrase))
elsewhere = Elsewhere(journal, [entry])

def step(done):
    if done >= share:
        os._exit(9)

elsewhere.take_out_of(elsewhere.backups()[0], step)
os._exit(9)
"""


def holding(place: Place) -> tuple[Journal, str]:
    """Back up an entry that is then deleted for good; return the open journal and its id."""
    journal = place.open()
    entry = an_entry("to be gone everywhere", place.clock())
    journal.add(entry)
    back_up_here(journal)
    journal.remove(entry)
    journal.delete_for_good(entry)
    return journal, entry.id


@pytest.mark.parametrize("share", [0.0, 0.4, 0.7, 0.8, 0.9, 1.0, 2.0])
def test_killed_between_two_steps(place: Place, share: float) -> None:
    journal, entry_id = holding(place)
    backup = Elsewhere(journal, [entry_id]).backups()[0]
    before = backup.path.read_bytes()
    place.close()
    died = run_python(_DIE, place.folder, PASSPHRASE, share, entry_id)
    assert died.returncode == 9, died.stderr
    is_new = share > 1
    assert (backup.path.read_bytes() != before) == is_new
    check_backup(backup.path)
    elsewhere = Elsewhere(place.open(), [entry_id])
    (there,) = elsewhere.backups()
    assert (there.path, there.made) == (backup.path, backup.made)
    assert elsewhere.is_held_by(there) != is_new
    assert not list(place.folder.glob("**/*.tmp-*"))


def test_stopped_it_is_as_it_was(place: Place) -> None:
    journal, entry_id = holding(place)
    elsewhere = Elsewhere(journal, [entry_id])
    (backup,) = elsewhere.backups()
    before = backup.path.read_bytes()
    shares: list[float] = []
    halt = Halt(shares.append)

    def stop_late(share: float) -> None:
        if share >= 1:
            halt.stop()
        halt(share)

    with pytest.raises(StoppedError):
        elsewhere.take_out_of(backup, stop_late)
    assert shares == sorted(shares)
    assert len(shares) > 4
    assert backup.path.read_bytes() == before
    assert not list(place.folder.glob("**/*.tmp-*"))
    elsewhere.take_out_of(backup)
    assert not elsewhere.is_held_by(backup)
