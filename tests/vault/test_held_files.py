"""Looking at an open journal from the same process does not open it to another one."""

import os
from pathlib import Path

import pytest
from support.vaults import CHEAP, PASSPHRASE, Vault, flip, make_vault, run_python

from caregiver_journal.vault import held_files
from caregiver_journal.vault.doors import unlock_with_code, unlock_with_passphrase
from caregiver_journal.vault.held_files import hold, read_beginning, release
from caregiver_journal.vault.inspection import read_journal_id

_OPEN = """
import sys
from pathlib import Path
from caregiver_journal.base.errors import InUseError
from caregiver_journal.vault.database import Database
path = Path(sys.argv[1])
try:
    Database.open(path, bytes.fromhex(sys.argv[2]), path.read_bytes()[:16])
except InUseError:
    print("in use")
else:
    print("opened")
"""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def _try_elsewhere(vault: Vault) -> str:
    return run_python(_OPEN, vault.folder.database, vault.key.hex()).stdout.strip()


def test_no_other_process_opens_a_journal_that_was_looked_at_while_open(vault: Vault) -> None:
    flip(vault.folder.database, 3)  # so that opening itself has something to heal
    with vault.database():
        unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
        unlock_with_code(vault.folder, vault.code)
        assert read_journal_id(vault.folder.database) == vault.opened.journal_id
        assert _try_elsewhere(vault) == "in use"
    assert _try_elsewhere(vault) == "opened"


@pytest.mark.skipif(os.name == "nt", reason="locks belong to handles there")
def test_the_test_would_notice_a_lost_lock(vault: Vault) -> None:
    """Negative control: what a plain look at the file does."""
    with vault.database():
        vault.folder.database.read_bytes()
        assert _try_elsewhere(vault) == "opened"


def test_a_file_is_held_until_the_last_one_releases_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    before = dict(held_files._held)
    holds = [hold(path), hold(path)]
    path.rename(tmp_path / "b")
    assert read_beginning(tmp_path / "b", 2) == b"ab"
    for held in holds:
        release(held)
    assert held_files._held == before
    assert read_beginning(tmp_path / "b", 9) == b"abc"


def test_what_is_not_there_cannot_be_held(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        hold(tmp_path / "a")
    with pytest.raises(FileNotFoundError):
        read_beginning(tmp_path / "a", 1)


def test_nothing_stays_held_by_what_could_not_be_opened(vault: Vault) -> None:
    before = dict(held_files._held)
    with vault.database():
        assert _try_elsewhere(vault) == "in use"
        unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    assert held_files._held == before
