"""A journal is taken back from a backup, also where nothing else is left of it."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from support.vaults import (
    CHEAP,
    PASSPHRASE,
    Vault,
    add_entries,
    damage_page,
    full_disk,
    make_vault,
    read_content,
    snapshots,
)

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    ForeignBackupError,
    JournalError,
    NewerBackupError,
    NewerJournalError,
    NotABackupError,
    StorageError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.vault import restoring
from caregiver_journal.vault.backup import keep_backup
from caregiver_journal.vault.backup_file import SUFFIX, read_keys, write_backup
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import (
    make_passphrase_slot,
    replace_passphrase,
    unlock_with_code,
    unlock_with_passphrase,
)
from caregiver_journal.vault.folder import JournalFolder, has_unsaved_log
from caregiver_journal.vault.new_root import replace_root
from caregiver_journal.vault.restoring import examine, restore, unpacked
from caregiver_journal.vault.scripts import SUPPORTED

MADE = datetime(2026, 11, 20, tzinfo=UTC)
by_passphrase = partial(unlock_with_passphrase, passphrase=PASSPHRASE, cost=CHEAP)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def backup(vault: Vault, tmp_path: Path) -> Path:
    """A backup of the journal, as on a stick."""
    stick = tmp_path / "stick" / f"mine{SUFFIX}"
    stick.parent.mkdir()
    with vault.database() as database:
        shutil.copyfile(keep_backup(vault.folder, database), stick)
    return stick


def write_more(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        add_entries(database, 4, first=50)


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def nothing_is_left(folder: JournalFolder) -> bool:
    return not [*folder.path.parent.glob("*.tmp-*"), *folder.path.glob("*.tmp-*")]


def test_on_a_new_computer_the_passphrase_is_enough(
    vault: Vault, backup: Path, tmp_path: Path
) -> None:
    before = vault.content()
    shutil.rmtree(vault.folder.path)
    new = JournalFolder(tmp_path / "new" / "journal")
    restored = restore(backup, new, by_passphrase)
    assert (restored.kept, restored.opened.root) == (None, vault.opened.root)
    assert Vault(new, unlock_with_passphrase(new, PASSPHRASE, CHEAP)).content() == before
    assert new.database.stat().st_mode & 0o077 == 0
    assert new.path.stat().st_mode & 0o077 == 0
    assert nothing_is_left(new)


def test_on_a_new_computer_the_recovery_code_is_enough(
    vault: Vault, backup: Path, tmp_path: Path
) -> None:
    before, code = vault.content(), vault.code
    new = JournalFolder(tmp_path / "new" / "journal")
    restore(backup, new, partial(unlock_with_code, code=code))
    assert Vault(new, unlock_with_code(new, code)).content() == before


def test_an_index_that_is_astray_is_no_reason_to_refuse(vault: Vault, tmp_path: Path) -> None:
    before = vault.content()
    with vault.database() as database:
        with database.writing():
            database.write("INSERT INTO entry_search (entry_search) VALUES ('delete-all')")
        assert database.check(deep=True)
        backup = keep_backup(vault.folder, database)
    new = JournalFolder(tmp_path / "new" / "journal")
    restored = restore(backup, new, by_passphrase)
    assert Vault(new, restored.opened).content() == before


def test_what_was_there_is_kept(vault: Vault, backup: Path) -> None:
    before = vault.content()
    write_more(vault)
    later, there = vault.content(), files(vault.folder.path)
    kept = restore(backup, vault.folder, by_passphrase).kept
    assert vault.content() == before
    assert kept is not None
    assert kept.name.startswith("replaced-20")
    assert files(kept) == {name: there[name] for name in files(kept)}
    assert Vault(JournalFolder(kept), vault.opened).content() == later
    assert list(vault.folder.backups.iterdir())
    assert nothing_is_left(vault.folder)


def test_a_journal_on_another_disk_than_what_is_beside_it_is_replaced(
    vault: Vault, backup: Path
) -> None:
    memory = Path("/dev/shm")  # noqa: S108 - another disk, where there is one
    if not memory.is_dir() or memory.stat().st_dev == vault.folder.path.stat().st_dev:
        pytest.skip("one disk only")
    before = vault.content()
    write_more(vault)
    with tempfile.TemporaryDirectory(dir=memory) as disk:
        shutil.move(vault.folder.path, disk)
        vault.folder.path.symlink_to(Path(disk) / vault.folder.path.name)
        restore(backup, vault.folder, by_passphrase)
        assert vault.content() == before
        assert nothing_is_left(vault.folder)


def test_it_is_unpacked_where_the_journal_lies_or_will_lie(backup: Path, tmp_path: Path) -> None:
    with unpacked(backup, tmp_path) as (work, _manifest):
        assert work.path.parent == tmp_path
        assert work.path.stat().st_mode & 0o077 == 0
    with unpacked(backup, tmp_path / "new") as (work, _manifest):
        assert work.path.parent == tmp_path


def test_a_damaged_journal_is_replaced(vault: Vault, backup: Path) -> None:
    before = vault.content()
    vault.folder.database.write_bytes(b"")
    restore(backup, vault.folder, by_passphrase)
    assert vault.content() == before
    vault.folder.database.write_bytes(bytes(8192))
    vault.folder.keys.unlink()
    vault.folder.keys_copy.unlink()
    restore(backup, vault.folder, by_passphrase)
    assert vault.content() == before


def test_the_passphrase_of_today_stays(vault: Vault, backup: Path) -> None:
    slot = make_passphrase_slot(vault.opened, "another passphrase", CHEAP)
    with vault.database() as database:
        replace_passphrase(vault.folder, database, slot)
    restore(backup, vault.folder, by_passphrase)
    unlock_with_passphrase(vault.folder, "another passphrase", CHEAP)
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)


def test_after_a_new_recovery_code_the_keys_of_the_backup_hold(vault: Vault, backup: Path) -> None:
    before, old_code = vault.content(), vault.code
    with vault.database() as database:
        renewed = replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    assert renewed.root != vault.opened.root
    restored = restore(backup, vault.folder, by_passphrase)
    assert restored.opened.root == vault.opened.root
    assert vault.content() == before
    unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)
    unlock_with_code(vault.folder, old_code)
    with pytest.raises(WrongCodeError):
        unlock_with_code(vault.folder, renewed.root.recovery_code())


def test_without_a_key_file_anywhere_the_code_alone_restores(vault: Vault, tmp_path: Path) -> None:
    before, code, path = vault.content(), vault.code, tmp_path / f"bare{SUFFIX}"
    with vault.database() as database:
        with database.writing():
            database.write("DELETE FROM meta WHERE name = 'key_file'")
        database.copy_to(tmp_path / "copy.db")
        version = database.user_version
    write_backup(path, tmp_path / "copy.db", b"", version, MADE)
    new = JournalFolder(tmp_path / "new" / "journal")
    restore(path, new, partial(unlock_with_code, code=code))
    assert not new.keys.exists()
    assert Vault(new, unlock_with_code(new, code)).content() == before


def test_a_key_file_of_a_stranger_gives_way(vault: Vault, backup: Path, tmp_path: Path) -> None:
    before, other = vault.content(), make_vault(tmp_path / "other", which=1)
    for name in ("journal.keys", "journal.keys.bak"):
        shutil.copyfile(other.folder.path / name, vault.folder.path / name)
    restore(backup, vault.folder, by_passphrase)
    assert vault.content() == before
    unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP)


def damaged(vault: Vault, backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)


def torn_inside(vault: Vault, backup: Path) -> None:
    """A backup of a database that was damaged before it was packed."""
    copy = backup.with_name("copy.db")
    copy.unlink(missing_ok=True)
    with vault.database() as database:
        database.copy_to(copy)
    damage_page(copy, 4)
    write_backup(backup, copy, vault.folder.keys.read_bytes(), 1, MADE)


def of_the_future(vault: Vault, backup: Path) -> None:
    copy = backup.with_name("copy.db")
    with vault.database() as database:
        version = database.user_version
        database.rows("PRAGMA user_version = 99")
        database.copy_to(copy)
        database.rows(f"PRAGMA user_version = {version}")
    write_backup(backup, copy, vault.folder.keys.read_bytes(), 99, MADE)


def of_a_stranger(vault: Vault, backup: Path) -> None:
    other = make_vault(backup.parent / "other", which=1)
    with other.database() as database:
        shutil.copyfile(keep_backup(other.folder, database), backup)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (damaged, BackupDamagedError),
        (torn_inside, JournalError),
        (of_the_future, NewerJournalError),
        (of_a_stranger, ForeignBackupError),
    ],
    ids=["damaged", "torn inside", "newer", "foreign"],
)
def test_what_cannot_be_restored_changes_nothing(
    vault: Vault, backup: Path, change: Callable[[Vault, Path], None], error: type[JournalError]
) -> None:
    change(vault, backup)
    before = files(vault.folder.path)
    with pytest.raises(error):
        restore(backup, vault.folder, by_passphrase)
    assert files(vault.folder.path) == before
    assert nothing_is_left(vault.folder)
    assert not list(vault.folder.path.glob("replaced-*"))


def test_a_wrong_passphrase_changes_nothing(vault: Vault, backup: Path) -> None:
    before = files(vault.folder.path)
    with pytest.raises(WrongPassphraseError):
        restore(backup, vault.folder, partial(unlock_with_passphrase, passphrase="no", cost=CHEAP))
    assert files(vault.folder.path) == before


def test_a_full_disk_changes_nothing(vault: Vault, backup: Path) -> None:
    before = vault.content()
    with full_disk(20_000), pytest.raises((DiskFullError, StorageError)):
        restore(backup, vault.folder, by_passphrase)
    assert vault.content() == before
    assert nothing_is_left(vault.folder)


def test_without_links_it_is_kept_by_a_copy(
    vault: Vault, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    later = vault.content()
    kept = restore(backup, vault.folder, by_passphrase).kept
    assert kept is not None
    assert Vault(JournalFolder(kept), vault.opened).content() == later


def test_a_crash_at_any_step_leaves_a_journal_that_opens(
    vault: Vault, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    with vault.database() as database:  # another secret than that of the backup: the hardest case
        renewed = replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    later = Vault(vault.folder, renewed)
    write_more(later)
    after = later.content()
    with monkeypatch.context() as patch:
        names = ("_keep", "_name_again", "write_key_file", "remove_database", "replace")
        crashes = snapshots(patch, vault.folder, tmp_path, *((restoring, name) for name in names))
        restore(backup, vault.folder, by_passphrase)
    assert len(crashes) > 12
    found = []
    for crash in crashes:
        folder = JournalFolder(crash)
        content = Vault(folder, unlock_with_passphrase(folder, PASSPHRASE, CHEAP)).content()
        assert content in (before, after)
        found.append(content == before)
    assert found == sorted(found)
    assert (found[0], found[-1]) == (False, True)


def test_a_crash_never_parts_a_journal_from_its_log(
    vault: Vault, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.content()
    with vault.database() as database:
        renewed = replace_root(vault.folder, database, vault.opened, PASSPHRASE, CHEAP)
    later = Vault(vault.folder, renewed)
    write_more(later)
    with later.database() as database:
        database.hold_file(lambda: None)
        with database.writing():
            add_entries(database, 4, first=90)
        after = read_content(database)
        killed = JournalFolder(tmp_path / "killed")
        shutil.copytree(vault.folder.path, killed.path)
    assert has_unsaved_log(killed.database)
    with monkeypatch.context() as patch:
        steps = ((restoring, "replace"), (restoring, "write_key_file"), (Path, "unlink"))
        crashes = snapshots(patch, killed, tmp_path, *steps)
        restore(backup, killed, by_passphrase)
    assert len(crashes) > 12
    for crash in crashes:
        folder = JournalFolder(crash)
        opened = unlock_with_passphrase(folder, PASSPHRASE, CHEAP)
        assert Vault(folder, opened).content() in (before, after)


def refuse(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("name", ["write_key_file", "sync_folder"])
def test_what_was_kept_goes_again_where_nothing_was_replaced(
    vault: Vault, backup: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    after = files(vault.folder.path)
    monkeypatch.setattr(restoring, name, refuse)
    with pytest.raises((DiskFullError, OSError)):
        restore(backup, vault.folder, by_passphrase)
    assert files(vault.folder.path) == after
    assert not list(vault.folder.path.glob("replaced-*"))
    assert vault.folder.database.stat().st_nlink == 1


def test_on_a_new_computer_a_full_disk_leaves_no_journal(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = JournalFolder(tmp_path / "new computer" / "journal")
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "write_key_file", refuse)
        with pytest.raises(OSError, match="full"):
            restore(backup, folder, by_passphrase)
    assert not folder.database.exists()
    assert not list(folder.path.glob("replaced-*"))
    restore(backup, folder, by_passphrase)
    assert folder.database.exists()


def test_what_is_looked_into_goes_again(vault: Vault, backup: Path) -> None:
    with unpacked(backup, vault.folder.path) as (work, manifest):
        assert work.database.stat().st_size == manifest.members["journal.db"].size
    assert nothing_is_left(vault.folder)


def test_it_is_examined_before_anybody_types(vault: Vault, backup: Path, tmp_path: Path) -> None:
    assert examine(backup).schema == SUPPORTED
    assert examine(backup, vault.folder) == examine(backup, JournalFolder(tmp_path / "nothing"))
    stranger = make_vault(tmp_path / "stranger", which=1)
    with pytest.raises(ForeignBackupError):
        examine(backup, stranger.folder)
    with pytest.raises(NotABackupError):
        examine(vault.folder.database, vault.folder)


def test_one_of_a_newer_version_is_refused_before_anybody_types(
    vault: Vault, backup: Path, tmp_path: Path
) -> None:
    newer = tmp_path / f"newer{SUFFIX}"
    write_backup(newer, vault.folder.database, read_keys(backup), SUPPORTED + 1, MADE)
    with pytest.raises(NewerBackupError):
        examine(newer)


def test_one_without_a_key_file_is_left_to_the_recovery_code(
    vault: Vault, backup: Path, tmp_path: Path
) -> None:
    bare = tmp_path / f"bare{SUFFIX}"
    write_backup(bare, vault.folder.database, b"", SUPPORTED, MADE)
    examine(bare, make_vault(tmp_path / "stranger", which=1).folder)


def test_what_is_replaced_is_backed_up_where_the_same_secret_opens_it(
    vault: Vault, backup: Path
) -> None:
    write_more(vault)
    later = vault.content()
    shutil.rmtree(vault.folder.backups)
    assert restore(backup, vault.folder, by_passphrase).is_backed_up
    (made,) = vault.folder.backups.iterdir()
    vault.folder.database.write_bytes(bytes(8192))
    assert not restore(made, vault.folder, by_passphrase).is_backed_up
    assert vault.content() == later


def test_what_does_not_fit_together_inside_is_refused(vault: Vault, backup: Path) -> None:
    copy = backup.with_name("copy.db")
    with vault.database() as database:
        database.rows("PRAGMA foreign_keys = OFF")
        with database.writing():
            database.write("INSERT INTO notes VALUES (9999, 'of nobody')")
        database.copy_to(copy)
        with database.writing():
            database.write("DELETE FROM notes WHERE entry = 9999")
        version = database.user_version
    write_backup(backup, copy, vault.folder.keys.read_bytes(), version, MADE)
    before = files(vault.folder.path)
    with pytest.raises(BackupDamagedError):
        restore(backup, vault.folder, by_passphrase)
    assert files(vault.folder.path) == before


@pytest.mark.parametrize("table", ["meta", "notes"])
def test_what_is_torn_inside_is_called_a_damaged_backup(
    vault: Vault, backup: Path, table: str
) -> None:
    copy, query = backup.with_name("copy.db"), "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    with vault.database() as database:
        database.copy_to(copy)
        version = database.user_version
    with closing(Database(copy, vault.key, vault.opened.journal_id, read_only=True)) as database:
        ((page,),) = database.rows(query, (table,))
    damage_page(copy, page)
    write_backup(backup, copy, vault.folder.keys.read_bytes(), version, MADE)
    before = files(vault.folder.path)
    with pytest.raises(BackupDamagedError):
        restore(backup, vault.folder, by_passphrase)
    assert files(vault.folder.path) == before
