"""What holds no word of the person's is mended without loss, and nothing else is touched."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.vaults import (
    Vault,
    add_entries,
    copy_vault,
    damage_page,
    full_disk,
    make_vault,
    snapshots,
)

from caregiver_journal.base.errors import DamagedError, StorageError
from caregiver_journal.vault import healing, salvage
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database
from caregiver_journal.vault.examination import fingerprint
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.full_text import make_anew
from caregiver_journal.vault.healing import (
    MENDED,
    TO_MEND,
    Trouble,
    find_trouble,
    heal,
    take_healed,
    try_to_heal,
)
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts
from caregiver_journal.vault.opened import write_meta

ENTRIES = 120
SPOIL_INDEX = "INSERT INTO entry_search (rowid, body) VALUES (1, 'words of nobody')"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, list[int]]:
    """A journal in whose file many pages are free, and some of these."""
    vault = make_vault(tmp_path_factory.mktemp("free"), rows=ENTRIES)
    with vault.database() as database:
        with database.writing():
            add_entries(database, 300, first=1_000)
        with database.writing():
            database.write("DELETE FROM entries WHERE number > ?", (ENTRIES,))
            database.write("INSERT INTO entry_search (entry_search) VALUES ('rebuild')")
        assert database.rows("PRAGMA freelist_count")[0][0] > 10
    return vault, _free_pages(vault)


@pytest.fixture
def vault(template: tuple[Vault, list[int]], tmp_path: Path) -> Vault:
    """That journal, for one test."""
    return copy_vault(template[0], tmp_path / "journal")


@pytest.fixture
def spoil(template: tuple[Vault, list[int]], vault: Vault) -> Callable[[], None]:
    """What tears some of its free pages."""

    def spoil() -> None:
        for page in template[1]:
            damage_page(vault.folder.database, page)

    return spoil


def _free_pages(vault: Vault) -> list[int]:
    """Return three pages that can be spoilt without any table or index noticing."""
    path, whole = vault.folder.database, vault.folder.database.read_bytes()
    found = []
    for page in range(len(whole) // 4_096, 1, -1):
        damage_page(path, page)
        if _all_readable(vault):
            found.append(page)
        path.write_bytes(whole)
        if len(found) == 3:
            return found
    raise AssertionError("no page is free")


def _all_readable(vault: Vault) -> bool:
    try:
        database = Database.open(vault.folder.database, vault.key, vault.opened.journal_id)
    except DamagedError:
        return False
    try:
        return healing._is_all_readable(database)
    finally:
        database.is_damaged = True
        database.close()


def prints(vault: Vault) -> dict[str, tuple[int, str]]:
    """Return what a journal holds, but for what it remembers of itself."""
    with vault.database() as database:
        found = fingerprint(database)
    del found["meta"]
    return found


def troubles(vault: Vault) -> frozenset[Trouble]:
    database = Database(vault.folder.database, vault.key, vault.opened.journal_id, read_only=False)
    try:
        return find_trouble(database)
    finally:
        database.close()


def test_torn_free_pages_are_told_from_damage_and_healed(
    vault: Vault, spoil: Callable[[], None]
) -> None:
    before = prints(vault)
    assert troubles(vault) == frozenset()
    spoil()
    assert troubles(vault) == {Trouble.FREE_PAGES}
    assert heal(vault.folder, vault.opened) == frozenset({Trouble.FREE_PAGES})
    assert troubles(vault) == frozenset()
    assert prints(vault) == before
    assert not list(vault.folder.path.glob("damaged-*"))
    assert not vault.folder.database_new.exists()


def test_a_page_that_holds_something_is_not_healed_away(vault: Vault) -> None:
    damage_page(vault.folder.database, _page_of(vault, "notes"))
    spoilt = vault.folder.database.read_bytes()
    assert troubles(vault) == {Trouble.DAMAGE}
    assert heal(vault.folder, vault.opened) is None
    assert vault.folder.database.read_bytes() == spoilt


def _page_of(vault: Vault, table: str) -> int:
    with vault.database() as database:
        ((page,),) = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    return int(page)


def test_an_index_astray_is_made_anew(vault: Vault) -> None:
    before = prints(vault)
    with vault.database() as database, database.writing():
        database.write(SPOIL_INDEX)
    assert troubles(vault) == {Trouble.INDEX}
    assert heal(vault.folder, vault.opened) == frozenset({Trouble.INDEX})
    assert troubles(vault) == frozenset()
    with vault.database() as database:
        assert database.rows("SELECT * FROM entry_search WHERE entry_search MATCH 'nobody'") == []
    assert prints(vault)["entries"] == before["entries"]


def test_an_index_made_anew_keeps_no_word_that_is_taken_out_of_it(vault: Vault) -> None:
    kept = "SELECT k, v FROM entry_search_config"
    with vault.database() as database, database.writing():
        before = {str(name): value for name, value in database.rows(kept)}
        make_anew(database)
        after = {str(name): value for name, value in database.rows(kept)}
        assert {**before, **after} == {**before, "automerge": 4, "crisismerge": 16}
        assert before["secure-delete"] == 1


def test_parts_that_belong_to_no_entry_are_damage(vault: Vault) -> None:
    with vault.database() as database, database.rebuilding():
        database.write("DELETE FROM entries WHERE number = 1")
    assert troubles(vault) == {Trouble.DAMAGE}


def test_both_are_mended_at_once(vault: Vault, spoil: Callable[[], None]) -> None:
    with vault.database() as database, database.writing():
        database.write(SPOIL_INDEX)
    spoil()
    assert heal(vault.folder, vault.opened) == frozenset({Trouble.FREE_PAGES, Trouble.INDEX})
    assert troubles(vault) == frozenset()


def test_a_whole_file_is_left_alone(vault: Vault) -> None:
    before = vault.folder.database.read_bytes()
    assert heal(vault.folder, vault.opened) == frozenset()
    assert vault.folder.database.read_bytes() == before


def test_what_a_check_noted_is_mended_at_the_next_opening_and_told_once(
    vault: Vault, spoil: Callable[[], None]
) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, TO_MEND, "free_pages")
    spoil()
    with vault.database() as database:
        assert take_healed(database) == {Trouble.FREE_PAGES}
        assert take_healed(database) == frozenset()
        assert database.rows("SELECT * FROM meta WHERE name IN (?, ?)", (TO_MEND, MENDED)) == []
        with database.writing():
            add_entries(database, 300, first=2_000)  # takes every page that is free
        assert database.check(deep=True) == []


def test_after_a_crash_torn_free_pages_do_not_keep_the_journal_shut(
    vault: Vault, spoil: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = Vault(JournalFolder(tmp_path / "crashed"), vault.opened)
    spoil()
    with vault.database() as database, monkeypatch.context() as patch:
        patch.setattr(Database, "checkpoint", lambda _database: None)
        with database.writing():
            write_meta(database, "last", "words")
        shutil.copytree(vault.folder.path, crashed.folder.path)
    refused = copy_vault(crashed, tmp_path / "refused")
    with pytest.raises(DamagedError):
        Database.open(refused.folder.database, vault.key, vault.opened.journal_id)
    with crashed.database() as database:
        assert database.rows("SELECT value FROM meta WHERE name = 'last'") == [("words",)]
        assert database.check(deep=True) == []


@pytest.mark.parametrize("version", [0, 1])
def test_a_database_that_was_just_begun_wants_nothing(tmp_path: Path, version: int) -> None:
    database = Database.create(tmp_path / "journal.db", bytes(32), bytes(range(16)))
    run_scripts(database, SCRIPTS[:version])
    assert not healing.wants_healing(database)
    database.close()


def test_after_a_crash_a_page_that_holds_something_keeps_it_shut(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = Vault(JournalFolder(tmp_path / "crashed"), vault.opened)
    page = _page_of(vault, "notes")
    with vault.database() as database, monkeypatch.context() as patch:
        patch.setattr(Database, "checkpoint", lambda _database: None)
        with database.writing():
            write_meta(database, "last", "words")
        shutil.copytree(vault.folder.path, crashed.folder.path)
    damage_page(crashed.folder.database, page)
    with pytest.raises(DamagedError):
        open_database(crashed.folder, crashed.opened)


def test_a_crash_while_healing_loses_nothing(
    vault: Vault, spoil: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = prints(vault)
    spoil()
    taken = snapshots(
        monkeypatch,
        vault.folder,
        tmp_path / "crashes",
        (salvage, "replace"),
        (healing, "remove_database"),
    )
    assert heal(vault.folder, vault.opened)
    monkeypatch.undo()
    assert len(taken) >= 6
    for path in taken:
        crashed = Vault(JournalFolder(path), vault.opened)
        if not crashed.folder.database.exists():
            crashed.folder.database_new.rename(crashed.folder.database)  # as the next unlock does
        assert try_to_heal(crashed.folder, vault.opened) is not None
        assert prints(crashed) == before


def test_a_full_disk_leaves_the_file_as_it_was(vault: Vault, spoil: Callable[[], None]) -> None:
    spoil()
    spoilt = vault.folder.database.read_bytes()
    with full_disk():
        assert try_to_heal(vault.folder, vault.opened) is None
    assert vault.folder.database.read_bytes() == spoilt
    assert not vault.folder.database_new.exists()


def test_a_copy_that_differs_never_takes_the_place(
    vault: Vault, spoil: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil()
    spoilt = vault.folder.database.read_bytes()
    answers = iter([{"notes": (1, "one")}, {"notes": (1, "another")}])
    monkeypatch.setattr(healing, "fingerprint", lambda _database: next(answers))
    with pytest.raises(StorageError):
        heal(vault.folder, vault.opened)
    assert vault.folder.database.read_bytes() == spoilt
    assert not vault.folder.database_new.exists()


def test_the_damaged_file_stays_where_the_new_one_does_not_open(
    vault: Vault, spoil: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil()
    monkeypatch.setattr(healing, "opens_with", lambda *_arguments: False)
    heal(vault.folder, vault.opened)
    assert len(list(vault.folder.path.glob("damaged-*.db"))) == 1


def test_a_mending_that_does_not_work_does_not_keep_the_journal_shut(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, TO_MEND, "index")

    def fail(*_arguments: object) -> None:
        raise StorageError

    monkeypatch.setattr(healing, "heal", fail)
    with vault.database() as database:
        assert take_healed(database) == frozenset()
        assert healing.wants_healing(database)


def test_a_note_without_a_trouble_is_forgotten(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, TO_MEND, "index")
    with vault.database() as database:
        assert take_healed(database) == frozenset()
        assert not healing.wants_healing(database)


def test_nothing_is_mended_where_nothing_may_be_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vault.database() as database, database.writing():
        write_meta(database, TO_MEND, "index")
        write_meta(database, MENDED, "index")
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    database = open_database(vault.folder, vault.opened)
    try:
        assert healing.wants_healing(database)
        assert take_healed(database) == frozenset()
    finally:
        database.close()
