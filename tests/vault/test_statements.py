"""Statements are one transaction or nothing, on one thread, and no error tells what was written."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from support.vaults import SECRET_WORD, Vault, add_entries, damage_page, full_disk, make_vault

from caregiver_journal.base.errors import (
    DamagedError,
    InUseError,
    JournalError,
    ReadOnlyJournalError,
    StorageError,
)
from caregiver_journal.vault import statements
from caregiver_journal.vault.database import Database, DatabaseBug
from caregiver_journal.vault.folder import has_unsaved_log, wal_of

ADD = "INSERT INTO preferences (name, value) VALUES (?, ?)"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.fixture
def database(vault: Vault) -> Iterator[Database]:
    with vault.database() as database:
        yield database


def _preferences(database: Database) -> list[str]:
    return [name for (name,) in database.rows("SELECT name FROM preferences ORDER BY name")]


# --- reading and writing


def test_rows_come_as_tuples(database: Database) -> None:
    assert database.rows("SELECT 1, 'a', 2.5, x'00', NULL") == [(1, "a", 2.5, b"\0", None)]
    assert database.row("SELECT 1 WHERE 0") is None
    assert database.row("SELECT :a", {"a": 7}) == (7,)
    assert list(database.each("SELECT value FROM preferences")) == []


@pytest.mark.parametrize("at_once", [1, 2, 200])
def test_rows_come_one_by_one_too(database: Database, at_once: int) -> None:
    query = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5) SELECT i FROM n"
    )
    assert [i for (i,) in database.each(query, at_once=at_once)] == [1, 2, 3, 4, 5]


def test_what_was_written_is_there_after_the_block_and_in_the_file(database: Database) -> None:
    with database.writing() as same:
        assert same is database
        assert database.write(ADD, ("a", "1")) == 0
        database.write_many(ADD, ((name, "2") for name in "bc"))
    assert _preferences(database) == ["a", "b", "c"]
    assert not has_unsaved_log(database.path)


def test_a_new_row_tells_its_number(database: Database) -> None:
    with database.writing():
        numbers = [
            database.write("INSERT INTO tags (name, folded) VALUES (?, ?)", (t, t)) for t in "xy"
        ]
    assert numbers[1] == numbers[0] + 1


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt, DatabaseBug])
def test_an_error_inside_undoes_all_of_it(database: Database, error: type[BaseException]) -> None:
    with pytest.raises(error):
        _write_and_fail(database, error)
    assert _preferences(database) == []
    with database.writing():
        database.write(ADD, ("b", "1"))
    assert _preferences(database) == ["b"]


def _write_and_fail(database: Database, error: type[BaseException]) -> None:
    with database.writing():
        database.write(ADD, ("a", "1"))
        if error is DatabaseBug:
            database.write("INSERT INTO nowhere VALUES (1)")
        raise error


def test_writing_needs_its_block(database: Database) -> None:
    with pytest.raises(DatabaseBug, match="outside"):
        database.write(ADD, ("a", "1"))
    with pytest.raises(DatabaseBug, match="outside"):
        database.write_many(ADD, [("a", "1")])


def test_a_block_inside_a_block_is_refused_and_undoes_both(database: Database) -> None:
    def nest() -> None:
        with database.writing():
            database.write(ADD, ("a", "1"))
            with database.writing():
                """Never reached."""

    with pytest.raises(DatabaseBug, match="inside"):
        nest()
    assert _preferences(database) == []


def test_foreign_keys_act_while_writing_and_not_while_rebuilding(database: Database) -> None:
    orphan = "INSERT INTO notes VALUES (999, 'nobody''s')"
    with pytest.raises(DatabaseBug, match="CONSTRAINT"), database.writing():
        database.write(orphan)
    with database.rebuilding():
        database.write(orphan)
    assert database.row("PRAGMA foreign_keys") == (1,)
    with pytest.raises(KeyError), database.rebuilding():
        raise KeyError
    assert database.row("PRAGMA foreign_keys") == (1,)


def test_a_checkpoint_that_has_to_wait_loses_nothing(
    database: Database, expected_warnings: list[logging.LogRecord]
) -> None:
    reading = database.each("SELECT * FROM entries", at_once=1)
    next(reading)
    with database.writing():
        database.write(ADD, ("a", "1"))
    assert "InUseError" in expected_warnings[0].getMessage()
    with pytest.raises(InUseError):
        database.checkpoint()
    list(reading)
    database.checkpoint()
    assert not has_unsaved_log(database.path)
    assert _preferences(database) == ["a"]


# --- closing


def test_closing_leaves_one_file_and_twice_is_once(vault: Vault, database: Database) -> None:
    database.close()
    database.close()
    assert database.is_closed
    assert not wal_of(vault.folder.database).exists()
    with pytest.raises(DatabaseBug, match="closed"):
        database.rows("SELECT 1")


def test_closing_in_the_middle_of_a_transaction_undoes_it(vault: Vault) -> None:
    def close_too_early() -> None:
        with vault.database() as database, database.writing():
            database.write(ADD, ("a", "1"))
            database.close()

    with pytest.raises(DatabaseBug):
        close_too_early()
    assert vault.content()["preferences"] == []


def test_only_the_thread_that_made_it_may_use_it(database: Database) -> None:
    found: list[BaseException] = []

    def use() -> None:
        for work in (lambda: database.rows("SELECT 1"), database.close):
            try:
                work()
            except DatabaseBug as error:
                found.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert [str(error).rsplit(" ", 1)[1] for error in found] == ["ProgrammingError"] * 2
    assert database.row("SELECT 1") == (1,)


def test_a_journal_open_for_reading_only_refuses_to_write(vault: Vault) -> None:
    path, journal_id = vault.folder.database, vault.opened.journal_id
    before = path.read_bytes()
    database = Database.open(path, vault.key, journal_id, read_only=True)
    with pytest.raises(ReadOnlyJournalError), database.writing():
        pass
    with pytest.raises(ReadOnlyJournalError), database.rebuilding():
        pass
    database.checkpoint()
    assert len(database.rows("SELECT * FROM entries")) == 3
    assert database.check(deep=True) == []
    database.close()
    assert path.read_bytes() == before


# --- errors


BUGS: dict[str, tuple[str, tuple[object, ...]]] = {
    "constraint": ("INSERT INTO meta VALUES (?, NULL)", (SECRET_WORD,)),
    "name": (f"SELECT {SECRET_WORD} FROM notes", ()),  # noqa: S608 - a planted word
    "search": ("SELECT * FROM entry_search(?)", (f'"{SECRET_WORD}',)),
    "surrogate": ("SELECT ?", (f"{SECRET_WORD}\ud800",)),
    "undecodable": (f"SELECT CAST(x'{SECRET_WORD.encode().hex()}ff' AS TEXT)", ()),
    "large": ("SELECT ?, ?", (2**63, SECRET_WORD)),
    "type": ("SELECT ?", ([SECRET_WORD],)),
    "two": (f"SELECT 1; SELECT '{SECRET_WORD}'", ()),
}


@pytest.mark.parametrize("way", BUGS)
def test_a_bug_tells_nothing_of_what_was_written(database: Database, way: str) -> None:
    with pytest.raises(DatabaseBug) as caught:
        database.rows(*BUGS[way])
    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET_WORD not in str(error)
        assert not hasattr(error, "object")
        error = error.__context__


def test_one_bad_page_does_not_poison_the_rest(vault: Vault) -> None:
    with vault.database() as database, database.writing():
        add_entries(database, 60, first=10)
    with vault.database() as database:
        (page,) = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'moods'") or ()
    damage_page(vault.folder.database, page)
    with vault.database() as database:
        with pytest.raises(DamagedError):
            database.rows("SELECT * FROM moods")
        assert database.is_damaged
        assert len(database.rows("SELECT * FROM notes")) == 63
        assert database.row("PRAGMA synchronous") == (2,)
        with pytest.raises(DamagedError), database.writing():
            pass


def test_a_bad_page_met_while_writing_undoes_the_block(vault: Vault) -> None:
    with vault.database() as database:
        (page,) = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'moods'") or ()
    damage_page(vault.folder.database, page)
    with vault.database() as database:
        with pytest.raises(DamagedError):
            _write_and_read(database)
        assert _preferences(database) == []


def _write_and_read(database: Database) -> None:
    with database.writing():
        database.write(ADD, ("a", "1"))
        database.rows("SELECT * FROM moods")


def test_a_bad_page_is_met_also_row_by_row(vault: Vault) -> None:
    with vault.database() as database:
        (page,) = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'moods'") or ()
    damage_page(vault.folder.database, page)
    database = Database.open(
        vault.folder.database, vault.key, vault.opened.journal_id, read_only=True
    )
    with pytest.raises(DamagedError):
        list(database.each("SELECT * FROM moods"))
    assert len(list(database.each("SELECT * FROM notes"))) == 3
    database.close()


def test_after_an_error_of_the_disk_the_file_is_opened_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[logging.LogRecord]
) -> None:
    before = database._connection
    with pytest.raises(StorageError):
        database._call(_raise(_error_of_the_disk()))
    assert database.row("SELECT count(*) FROM entries") == (3,)
    assert database._connection is not before
    assert not database.is_damaged
    with pytest.raises(StorageError):
        database._call(_raise(_error_of_the_disk()))
    monkeypatch.setattr(statements, "connect", _raise(_error_of_the_disk()))
    with pytest.raises(StorageError):
        database.rows("SELECT 1")
    database.close()
    assert "checkpoint put off: StorageError" in expected_warnings[0].getMessage()


def _error_of_the_disk() -> Exception:
    error: Exception = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorcode = 10  # type: ignore[attr-defined]
    return error


def _raise(error: Exception) -> Callable[..., object]:
    def work(*_arguments: object, **_named: object) -> object:
        raise error

    return work


def test_after_a_transaction_was_lost_nothing_more_is_written_in_its_block(
    database: Database,
) -> None:
    def go_on() -> None:
        with database.writing():
            database.write(ADD, ("a", "1"))
            database._connection.execute("ROLLBACK")  # as SQLite does after an error of the disk
            database.write(ADD, ("b", "1"))

    with pytest.raises(DatabaseBug, match="outside"):
        go_on()
    assert _preferences(database) == []


def test_a_checkpoint_that_another_reader_holds_up_says_so(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(database, "rows", lambda _sql: [(1, 5, 0)])
        with pytest.raises(InUseError):
            database.checkpoint()


def test_one_read_that_the_disk_refused_does_not_stop_the_saving(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLCipher answers a single failed read as it answers a damaged page (seen under strace)."""

    class Refusing:
        in_transaction = False

        def execute(self, *_arguments: object) -> None:
            error = dbapi2.DatabaseError("a word that must not get out")
            error.sqlite_errorcode = 11
            raise error

        def close(self) -> None:
            """Close nothing."""

    with monkeypatch.context() as broken:
        broken.setattr(database, "_connection", Refusing())
        with pytest.raises(DamagedError):
            database.rows("SELECT 1")
    assert [database.is_damaged] == [True]
    with database.writing():
        database.write(ADD, ("a", "1"))
    assert [database.is_damaged] == [False]
    assert _preferences(database) == ["a"]


def test_what_the_disk_refused_before_keeps_no_veil_from_falling(database: Database) -> None:
    """A connection that is made afresh puts the veil on by itself; it fell over the second one."""
    with database.writing():
        database.write(ADD, ("look", "dark"))
    with full_disk(), pytest.raises(JournalError), database.writing():
        database.write(ADD, ("motion", "still"))
    with database.seeing_only("preferences", "SELECT * FROM main.preferences WHERE 0"):
        assert _preferences(database) == []
    assert _preferences(database) == ["look"]
