"""From a damaged journal comes everything that can be read, and a true list of what is lost."""

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.vaults import (
    CHEAP,
    PASSPHRASE,
    Vault,
    add_entries,
    copy_vault,
    damage_page,
    flip,
    full_disk,
    make_vault,
    read_content,
)

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    NewerJournalError,
    NotAJournalError,
    StorageError,
)
from caregiver_journal.vault import migrate as migrate_module
from caregiver_journal.vault import salvage as salvage_module
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database, unlock_with_passphrase
from caregiver_journal.vault.folder import has_unsaved_log, wal_of
from caregiver_journal.vault.opened import read_meta
from caregiver_journal.vault.salvage import SalvageReport, put_in_place, salvage
from caregiver_journal.vault.scripts import SCRIPTS, SUPPORTED

ENTRIES = 300


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path, rows=ENTRIES)


def _salvage(vault: Vault, target: Path | None = None) -> SalvageReport:
    before = vault.folder.database.read_bytes()
    report = salvage(
        vault.folder.database,
        vault.key,
        vault.opened.journal_id,
        target or vault.folder.database_new,
    )
    assert vault.folder.database.read_bytes() == before
    return report


def _result(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    database = Database.open(vault.folder.database_new, vault.key, vault.opened.journal_id)
    try:
        assert database.check(deep=True) == []
        assert database.user_version == SUPPORTED
        return read_content(database)
    finally:
        database.close()


def _root_page(vault: Vault, name: str) -> int:
    with vault.database() as database:
        row = database.row("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    assert row is not None
    return int(row[0])


def _schema_pages(vault: Vault) -> set[int]:
    """Return the pages that say what is where; a journal that lost one of them needs a backup."""
    path, found = vault.folder.database, set()
    whole = path.read_bytes()
    for page in range(2, len(whole) // 4_096 + 1):
        damage_page(path, page)
        try:
            Database.open(path, vault.key, vault.opened.journal_id, read_only=True).close()
        except DamagedError:
            found.add(page)
        path.write_bytes(whole)
    return found


QUERIES = {
    table: f"SELECT * FROM {table} NOT INDEXED"  # noqa: S608 - names of ours
    for table in ("entries", "notes", "moods", "mood_words", "tags", "preferences", "meta")
}


def _spoil_root(vault: Vault, name: str) -> None:
    """Damage the page that a whole table or index hangs on."""
    damage_page(vault.folder.database, _root_page(vault, name))


def _spoil_leaf(vault: Vault, name: str) -> None:
    """Damage one page of a table, other than its root, and nothing else."""
    whole = vault.folder.database.read_bytes()
    for page in range(_root_page(vault, name) + 1, len(whole) // 4_096 + 1):
        damage_page(vault.folder.database, page)
        if _is_unreadable(vault, name) and _unreadable(vault) == {name}:
            return
        vault.folder.database.write_bytes(whole)
    raise AssertionError("no leaf was found")


def _unreadable(vault: Vault) -> set[str]:
    return {table for table in QUERIES if _is_unreadable(vault, table)}


def _is_unreadable(vault: Vault, table: str) -> bool:
    path, journal_id = vault.folder.database, vault.opened.journal_id
    try:
        with closing(Database.open(path, vault.key, journal_id, read_only=True)) as database:
            database.rows(QUERIES[table])
    except DamagedError:
        return True
    return False


def test_from_a_whole_journal_everything_comes(vault: Vault) -> None:
    before = vault.content()
    report = _salvage(vault)
    assert report.lost == {}
    assert report.days == ()
    assert report.kept["entries"] == report.kept["notes"] == ENTRIES
    assert _result(vault) == before


def test_an_empty_journal_can_be_salvaged_too(tmp_path: Path) -> None:
    empty = make_vault(tmp_path, rows=0)
    assert _salvage(empty).kept["entries"] == 0


def test_lost_texts_are_counted_and_their_days_named(vault: Vault) -> None:
    before = vault.content()
    days = {number: day for number, *_rest in before["entries"] for day in [_rest[5]]}
    _spoil_leaf(vault, "notes")
    report = _salvage(vault)
    after = _result(vault)
    gone = {row[0] for row in before["notes"]} - {row[0] for row in after["notes"]}
    assert len(gone) > 1
    assert report.lost == {"notes": len(gone)}
    assert report.days == tuple(sorted({days[number] for number in gone}))
    assert after["entries"] == before["entries"]
    assert after["moods"] == before["moods"]


def test_an_entry_that_is_lost_keeps_its_text_under_a_neighbours_date(vault: Vault) -> None:
    before = vault.content()
    _spoil_leaf(vault, "entries")
    report = _salvage(vault)
    after = _result(vault)
    assert 1 < report.lost["entries"] < ENTRIES
    assert list(report.lost) == ["entries"]
    assert report.kept["entries"] == ENTRIES
    assert after["notes"] == before["notes"]
    assert [row[:2] for row in after["entries"]] == [row[:2] for row in before["entries"]]
    changed = [
        (old, new)
        for old, new in zip(before["entries"], after["entries"], strict=True)
        if old != new
    ]
    assert 0 < len(changed) <= report.lost["entries"]
    assert len(report.days) > 0


def test_with_its_index_lost_too_an_entry_gets_a_new_id(vault: Vault) -> None:
    _spoil_leaf(vault, "entries")
    _spoil_root(vault, "sqlite_autoindex_entries_1")
    before = ENTRIES
    report = _salvage(vault)
    after = _result(vault)
    assert report.kept["entries"] == before
    assert len({row[1] for row in after["entries"]}) == before
    assert any(not row[1].startswith("0000") for row in after["entries"])


def test_a_table_whose_root_is_lost_is_lost_alone(vault: Vault) -> None:
    before = vault.content()
    _spoil_root(vault, "notes")
    report = _salvage(vault)
    assert report.lost == {"notes": ENTRIES}
    assert report.kept["notes"] == 0
    after = _result(vault)
    assert after["notes"] == []
    assert after["entries"] == before["entries"]


def test_without_any_entry_what_hangs_on_them_is_lost(vault: Vault) -> None:
    _spoil_root(vault, "entries")
    report = _salvage(vault)
    assert report.kept["entries"] == report.kept["notes"] == 0
    assert report.lost["entries"] == report.lost["notes"] == ENTRIES
    assert report.days == ()
    assert _result(vault)["entries"] == []


def test_lost_tags_come_back_by_their_folded_names(vault: Vault) -> None:
    before = vault.content()
    _spoil_root(vault, "tags")
    report = _salvage(vault)
    after = _result(vault)
    assert [row[2] for row in after["tags"]] == [row[2] for row in before["tags"]]
    assert after["entry_tags"] == before["entry_tags"]
    assert report.lost == {"tags": len(before["tags"])}


def test_tags_without_a_name_left_go(vault: Vault) -> None:
    _spoil_root(vault, "tags")
    _spoil_root(vault, "sqlite_autoindex_tags_1")
    report = _salvage(vault)
    assert _result(vault)["entry_tags"] == []
    assert report.lost["entry_tags"] == ENTRIES


def test_a_table_comes_from_its_index_where_that_holds_all_of_it(vault: Vault) -> None:
    before = vault.content()
    _spoil_root(vault, "entry_tags")
    report = _salvage(vault)
    assert report.lost == {}
    assert _result(vault) == before


def test_words_of_a_lost_mood_are_counted_as_lost(vault: Vault) -> None:
    _spoil_root(vault, "moods")
    report = _salvage(vault)
    assert report.lost["moods"] == report.lost["mood_words"] == ENTRIES
    assert len(report.days) == len({row[6] for row in _result(vault)["entries"]})


def test_small_tables_are_read_from_both_ends(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write_many(
            "INSERT INTO preferences VALUES (?, ?)", [(f"{n:04d}", "x" * 500) for n in range(60)]
        )
    _spoil_leaf(vault, "preferences")
    report = _salvage(vault)
    names = [row[0] for row in _result(vault)["preferences"]]
    assert 30 < len(names) < 60
    assert report.lost == {"preferences": 1}
    assert {names[0], names[-1]} & {"0000", "0059"}


def test_what_the_journal_knows_of_itself_is_made_anew(vault: Vault) -> None:
    damage_page(vault.folder.database, _root_page(vault, "meta"))
    report = _salvage(vault)
    assert report.lost == {"meta": 1}
    database = Database.open(vault.folder.database_new, vault.key, vault.opened.journal_id)
    assert read_meta(database, "journal_id") == vault.opened.journal_id.hex()
    assert read_meta(database, "created") is not None
    database.close()


def test_a_file_that_was_cut_off_gives_what_is_left(vault: Vault) -> None:
    size = vault.folder.database.stat().st_size
    os.truncate(vault.folder.database, size * 2 // 3)
    with pytest.raises(DamagedError):
        open_database(vault.folder, vault.opened)
    report = _salvage(vault)
    assert 0 < report.kept["notes"] < ENTRIES
    assert report.lost["notes"] >= ENTRIES - report.kept["notes"]
    assert len(_result(vault)["notes"]) == report.kept["notes"]


@pytest.mark.unwatched
@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_damaged_what_is_kept_is_true_and_what_is_gone_is_told(
    vault: Vault, seed: int
) -> None:
    before = vault.content()
    pages = vault.folder.database.stat().st_size // 4_096
    chance = random.Random(seed)
    schema = _schema_pages(vault)
    for page in chance.sample(sorted({*range(6, pages + 1)} - schema), 6):
        damage_page(vault.folder.database, page)
    report = _salvage(vault)
    after = _result(vault)
    for table in ("notes", "moods", "mood_words", "entry_tags"):
        assert set(after[table]) <= set(before[table])
        assert len(before[table]) - len(after[table]) <= report.lost.get(table, 0)
        assert report.kept[table] == len(after[table])


def test_what_only_the_log_holds_is_saved_too(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
        with database.writing():
            add_entries(database, 5, first=500)
        crashed = copy_vault(vault, tmp_path / "crashed")
        expected = read_content(database)
    damage_page(crashed.folder.database, _root_page(vault, "moods"))
    log = wal_of(crashed.folder.database).read_bytes()
    report = _salvage(crashed)
    assert wal_of(crashed.folder.database).read_bytes() == log
    assert report.kept["notes"] == ENTRIES + 5
    assert _result(crashed)["notes"] == expected["notes"]
    names = {path.name for path in crashed.folder.path.iterdir()}
    assert not any("tmp" in name for name in names)


def test_it_can_be_written_under_another_key(vault: Vault, tmp_path: Path) -> None:
    target, key = tmp_path / "other.db", bytes(range(32))
    salvage(vault.folder.database, vault.key, vault.opened.journal_id, target, key)
    database = Database.open(target, key, vault.opened.journal_id)
    assert len(database.rows("SELECT * FROM notes")) == ENTRIES
    database.close()


def test_an_older_journal_is_brought_up_to_date_on_the_way(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = (*SCRIPTS, "CREATE TABLE later (a TEXT PRIMARY KEY) STRICT;")
    monkeypatch.setattr(salvage_module, "SCRIPTS", scripts)
    monkeypatch.setattr(migrate_module, "SCRIPTS", scripts)
    report = _salvage(vault)
    assert report.kept["entries"] == ENTRIES
    database = Database.open(
        vault.folder.database_new,
        vault.key,
        vault.opened.journal_id,
        supported=SUPPORTED + 1,
    )
    assert database.user_version == SUPPORTED + 1
    database.close()


# --- when it cannot be done


def _newer(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        database.write(f"PRAGMA user_version = {SUPPORTED + 1}")


def _spoil_the_first_page(vault: Vault) -> None:
    flip(vault.folder.database, 2_000)


@pytest.mark.parametrize(
    ("become", "error"), [(_newer, NewerJournalError), (_spoil_the_first_page, NotAJournalError)]
)
def test_what_cannot_be_salvaged_leaves_no_file(
    vault: Vault, become: Callable[[Vault], None], error: type[Exception]
) -> None:
    become(vault)
    with pytest.raises(error):
        _salvage(vault)
    assert {p.name for p in vault.folder.path.iterdir()} == {
        "backups",
        "journal.db",
        "journal.keys",
        "journal.keys.bak",
    }


@pytest.mark.parametrize("limit", [0, 100_000])
@pytest.mark.parametrize("with_log", [False, True])
def test_on_a_full_disk_there_is_no_new_file(
    vault: Vault, limit: int, with_log: bool, tmp_path: Path, safety_net: Any
) -> None:
    if with_log:
        with vault.database() as database:
            database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
            with database.writing():
                add_entries(database, 5, first=500)
            vault = copy_vault(vault, tmp_path / "crashed")
        assert has_unsaved_log(vault.folder.database)
    names = {path.name for path in vault.folder.path.iterdir()}
    with full_disk(limit), pytest.raises((DiskFullError, StorageError)):
        _salvage(vault)
    assert {path.name for path in vault.folder.path.iterdir()} == names
    safety_net.log.records.clear()


def test_a_result_that_does_not_pass_its_check_is_no_result(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "check", lambda _database, *, deep: ["planted" * deep])
    with pytest.raises(StorageError):
        _salvage(vault)
    assert not vault.folder.database_new.exists()


# --- putting it in place


def test_the_new_file_takes_the_place_of_the_damaged_one(vault: Vault, tmp_path: Path) -> None:
    with vault.database() as database:
        database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
        with database.writing():
            add_entries(database, 5, first=500)
        crashed = copy_vault(vault, tmp_path / "crashed")
    damage_page(crashed.folder.database, _root_page(vault, "moods"))
    damaged = crashed.folder.database.read_bytes()
    _salvage(crashed)
    kept = put_in_place(crashed.folder)
    assert kept.name.startswith("damaged-20")
    assert kept.read_bytes() == damaged
    assert wal_of(kept).exists()
    assert len(crashed.content()["notes"]) == ENTRIES + 5


@pytest.mark.parametrize("renames", [1, 2])
def test_a_crash_between_the_renames_is_mended_at_the_next_unlock(
    vault: Vault, renames: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with vault.database() as database:
        database._checkpoint_quietly = lambda: None  # type: ignore[method-assign]
        with database.writing():
            add_entries(database, 5, first=500)
        vault = copy_vault(vault, tmp_path / "crashed")
    _salvage(vault)
    real, calls = salvage_module.replace, iter(range(9))  # type: ignore[attr-defined]

    def replace(source: Path, target: Path) -> None:
        if next(calls) == renames:
            raise OSError(5, "planted")
        real(source, target)

    monkeypatch.setattr(salvage_module, "replace", replace)
    with pytest.raises(StorageError):
        put_in_place(vault.folder)
    assert not vault.folder.database.exists()
    assert has_unsaved_log(vault.folder.database) == (renames == 1)
    assert unlock_with_passphrase(vault.folder, PASSPHRASE, CHEAP).root == vault.opened.root
    with vault.database() as database:
        assert database.check(deep=True) == []
        assert database.row("SELECT count(*) FROM notes") == (ENTRIES + 5,)


def test_a_journal_of_the_first_version_is_saved_and_brought_up_to_date(
    vault: Vault, tmp_path: Path
) -> None:
    old = Database.create(tmp_path / "old.db", vault.key, vault.opened.journal_id)
    migrate_module.run_scripts(old, SCRIPTS[:1])
    old.close()
    target = tmp_path / "saved.db"
    report = salvage(tmp_path / "old.db", vault.key, vault.opened.journal_id, target)
    assert report.lost == {}
    with closing(Database.open(target, vault.key, vault.opened.journal_id)) as saved:
        assert saved.user_version == SUPPORTED
