"""Damage a journal so that exactly one thing in it cannot be read any more."""

from contextlib import closing
from pathlib import Path

from support.vaults import damage_page

from caregiver_journal.base.errors import DamagedError
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.examination import find_broken_tables
from caregiver_journal.vault.opened import Opened

TABLES = ("entries", "notes", "moods", "mood_words", "tags", "entry_tags", "meta")


def spoil_leaf(folder: Path, opened: Opened, table: str) -> None:
    """Damage a page of one table and of nothing else."""
    path = folder / "journal.db"
    whole = path.read_bytes()
    for page in range(len(whole) // 4_096, 2, -1):
        damage_page(path, page)
        if [each for each in TABLES if not _is_readable(path, opened, each)] == [table]:
            return
        path.write_bytes(whole)
    raise AssertionError(f"{table} has no leaf of its own")


def spoil_free_pages(folder: Path, opened: Opened) -> None:
    """Damage three pages that belong to no table and no index."""
    path = folder / "journal.db"
    whole = path.read_bytes()
    found = []
    for page in range(len(whole) // 4_096, 2, -1):
        damage_page(path, page)
        if _are_all_tables_whole(path, opened):
            found.append(page)
        path.write_bytes(whole)
        if len(found) == 3:
            break
    assert found, "no page is free"
    for page in found:
        damage_page(path, page)


def _are_all_tables_whole(path: Path, opened: Opened) -> bool:
    key, journal_id = opened.root.database_key(), opened.journal_id
    try:
        database = Database.open(path, key, journal_id, read_only=True)
    except DamagedError:
        return False
    with closing(database):
        return not find_broken_tables(database)


def _is_readable(path: Path, opened: Opened, table: str) -> bool:
    key, journal_id = opened.root.database_key(), opened.journal_id
    try:
        with closing(Database.open(path, key, journal_id, read_only=True)) as database:
            database.rows(f"SELECT * FROM {table} NOT INDEXED")  # noqa: S608 - a name of ours
    except DamagedError:
        return False
    return True
