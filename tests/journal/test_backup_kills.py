"""A backup that is killed midway leaves only what the next unlock removes."""

import pytest
from support.builders import an_entry
from support.journals import Place
from support.vaults import PASSPHRASE, run_python

from caregiver_journal.journal.backing_up import back_up_here, backups_of, check_backup
from caregiver_journal.journal.backup_notes import Notes, read_notes
from caregiver_journal.journal.journal import Journal

_DIE = """
import os, sys
from pathlib import Path
from caregiver_journal.journal import doors
from caregiver_journal.journal.backup_rounds import ClosedRound, Halt, OpenRound

folder, passphrase, share, is_open = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4]
journal = doors.open_journal(folder, doors.unlock(folder, passphrase))

def tell(done):
    if done >= share:
        os._exit(9)

halt = Halt(tell)
if is_open == "True":
    run = OpenRound(journal, halt)
    run.copy()
    run.let_go()
    run.make()
else:
    run = ClosedRound(journal)
    journal.close()
    run.make(halt)
"""


@pytest.mark.unwatched
@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("share", [0.0, 0.4, 0.6, 0.8])
def test_killed_between_two_steps(
    journal: Journal, place: Place, share: float, *, is_open: bool
) -> None:
    entry = an_entry("a note")
    journal.add(entry)
    if is_open:
        back_up_here(journal)
    before = backups_of(journal)
    folder = journal.folder
    place.close()
    died = run_python(_DIE, place.folder, PASSPHRASE, share, is_open)
    assert died.returncode == 9, died.stderr
    left = {path.name for path in folder.backups.iterdir()} - {each.path.name for each in before}
    assert bool(left) == (share > 0 or is_open), "the kill came in the midst"
    assert all(".tmp-" in name for name in left)
    again = place.open()
    assert backups_of(again) == before
    assert set(folder.backups.iterdir()) == {each.path for each in before}
    assert again.entries.get(entry.id).note == "a note"
    assert read_notes(folder) == Notes()
    check_backup(back_up_here(again).path)
