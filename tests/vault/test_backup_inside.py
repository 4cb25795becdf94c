"""The database inside a backup opens with the key of today, and the backup stays as it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.vaults import CHEAP, PASSPHRASE, Vault, make_vault, read_content

from caregiver_journal.base.errors import EarlierKeyError, ForeignBackupError
from caregiver_journal.vault.backup import keep_backup
from caregiver_journal.vault.backup_inside import opened_backup
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database, replace_root
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts
from caregiver_journal.vault.scripts import SUPPORTED

MADE = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)


def backed_up(vault: Vault) -> Path:
    with vault.database() as database:
        return keep_backup(vault.folder, database, MADE)


def test_it_is_what_the_journal_was(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    before = vault.content()
    path = backed_up(vault)
    stored = path.read_bytes()
    with opened_backup(path, vault.folder.path, (vault.key, vault.opened.journal_id)) as inside:
        assert read_content(inside.database) == before
        assert inside.manifest.made == MADE
        with inside.database.writing():
            inside.database.write("DELETE FROM entries")
        place = inside.folder.path
    assert path.read_bytes() == stored
    assert not place.exists()


def test_an_older_one_is_brought_up_to_date_where_that_is_wanted(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    old = Database.create(tmp_path / "old.db", vault.key, vault.opened.journal_id)
    run_scripts(old, SCRIPTS[:1])
    path = keep_backup(vault.folder, old, MADE)
    old.close()
    with opened_backup(path, vault.folder.path, (vault.key, vault.opened.journal_id)) as inside:
        assert inside.database.user_version == 1
        inside.bring_up_to_date()
        assert inside.database.user_version == SUPPORTED


def test_one_of_another_journal_is_refused(tmp_path: Path) -> None:
    vault, other = make_vault(tmp_path / "one"), make_vault(tmp_path / "two", which=1)
    path, opening = backed_up(other), (vault.key, vault.opened.journal_id)
    with pytest.raises(ForeignBackupError), opened_backup(path, vault.folder.path, opening):
        pass


def test_one_from_before_a_new_recovery_code_is_told_apart(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    path = backed_up(vault)
    database = open_database(vault.folder, vault.opened)
    opened = replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    opening = (opened.root.database_key(), opened.journal_id)
    with pytest.raises(EarlierKeyError), opened_backup(path, vault.folder.path, opening):
        pass
