"""Damage and disorder are told apart, and two databases compared to the last value."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.vaults import Vault, add_entries, make_vault

from caregiver_journal.base.errors import DamagedError
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.examination import (
    count_rows,
    find_damage,
    find_disorder,
    fingerprint,
    list_tables,
    quoted,
)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def test_all_tables_with_rows_are_listed(vault: Vault) -> None:
    with vault.database() as database:
        tables = list_tables(database)
    assert {"entries", "notes", "meta", "entry_search_data"} <= set(tables)
    assert not any(name.startswith("sqlite_") for name in tables)
    assert "entry_texts" not in tables


def test_rows_are_counted_by_table(vault: Vault) -> None:
    with vault.database() as database:
        counts = count_rows(database)
    assert (counts["entries"], counts["notes"], counts["preferences"]) == (3, 3, 0)


def test_a_fingerprint_tells_every_change(vault: Vault) -> None:
    with vault.database() as database:
        before = fingerprint(database)
        assert fingerprint(database) == before
        with database.writing():
            database.write("UPDATE notes SET text = text || ' ' WHERE entry = 2")
        changed = {name for name, value in fingerprint(database).items() if value != before[name]}
    assert changed == {"notes"}


def test_a_fingerprint_does_not_depend_on_how_the_file_is_laid_out(
    vault: Vault, tmp_path: Path
) -> None:
    with vault.database() as database, database.writing():
        add_entries(database, 30, first=10)
        database.write("DELETE FROM notes WHERE entry % 2")
    with vault.database() as database:
        database.copy_to(tmp_path / "copy.db")
        copy = Database.open(tmp_path / "copy.db", vault.key, vault.opened.journal_id)
        assert fingerprint(copy) == fingerprint(database)
        copy.close()


def test_a_reference_to_nothing_is_disorder_and_not_damage(vault: Vault) -> None:
    with vault.database() as database:
        with database.rebuilding():
            database.write("INSERT INTO notes VALUES (99, 'x')")
        assert find_damage(database, deep=True) == []
        assert find_disorder(database) == ["Some parts of entries belong to no entry."]
        assert database.check(deep=False) == []
        assert len(database.check(deep=True)) == 1
        assert not database.is_damaged


def test_a_search_index_that_fell_behind_is_disorder(vault: Vault) -> None:
    with vault.database() as database:
        with database.writing():
            database.write("UPDATE notes SET text = 'something else' WHERE entry = 1")
        assert find_disorder(database) == ["The search index does not agree with the entries."]
        assert database.rows("SELECT count(*) FROM notes") == [(3,)]


def test_a_search_index_with_a_broken_inside_is_disorder_too(vault: Vault) -> None:
    with vault.database() as database:
        with database.writing():
            database.write("DELETE FROM entry_search_data WHERE id > 10")
        assert find_damage(database, deep=True) == []
        assert find_disorder(database) == ["The search index does not agree with the entries."]


class _Unwell:
    """A database that answers the checks as a damaged one does."""

    read_only = True

    def __init__(self, finding: str) -> None:
        self._finding = finding

    def rows(self, sql: str, _values: object = ()) -> list[tuple[str]]:
        if sql == "PRAGMA cipher_integrity_check":
            return []
        if not self._finding:
            raise DamagedError
        return [(self._finding,)]

    def each(self, sql: str, values: object = ()) -> Iterator[tuple[str]]:
        yield from self.rows(sql, values)


@pytest.mark.parametrize(
    ("finding", "sentences"),
    [
        ("ok", []),
        ("malformed inverted index for FTS5 table main.entry_search", []),
        ("row 3 missing from index entries_by_day", ["The inner order of the file is damaged."]),
        ("", ["The file cannot be read through to its end."]),
    ],
)
def test_what_sqlite_finds_becomes_a_sentence(finding: str, sentences: list[str]) -> None:
    assert find_damage(_Unwell(finding), deep=True) == sentences


def test_names_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'
