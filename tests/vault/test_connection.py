"""The connection is the promised one, and leaves nothing outside the encrypted file."""

from pathlib import Path

import pytest
from support.vaults import SECRET_WORD, Vault, make_vault, run_python

from caregiver_journal.base.errors import StorageError
from caregiver_journal.vault.connection import file_uri, key_spec, make_lasting

PROMISED = {
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "foreign_keys": 1,
    "secure_delete": 1,
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "application_id": 0x43474A31,
    "cipher_memory_security": "0",
    "cipher_page_size": "4096",
}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


@pytest.mark.parametrize(("name", "value"), PROMISED.items())
def test_every_setting_is_as_promised(vault: Vault, name: str, value: object) -> None:
    with vault.database() as database:
        assert database.row(f"PRAGMA {name}") == (value,)


def test_a_deleted_word_leaves_the_search_index_for_good(vault: Vault) -> None:
    with vault.database() as database:
        settings: dict[str, int] = dict(database.rows("SELECT k, v FROM entry_search_config"))
    assert settings["secure-delete"] == 1


def test_the_salt_of_the_file_is_the_journals_id() -> None:
    assert key_spec(b"\xab" * 32, b"\x01" * 16) == "x'" + "ab" * 32 + "01" * 16 + "'"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/home/a/journal.db", "file:///home/a/journal.db?mode=rw"),
        ("/home/a b/#1?.db", "file:///home/a%20b/%231%3F.db?mode=rw"),
        ("/home/file:x/j.db", "file:///home/file%3Ax/j.db?mode=rw"),
        ("/home/\udcff/j.db", "file:///home/%FF/j.db?mode=rw"),
        ("/home/ä/j.db", "file:///home/%C3%A4/j.db?mode=rw"),
    ],
)
def test_every_path_has_its_uri(path: str, uri: str) -> None:
    assert file_uri(Path(path)) == uri


@pytest.mark.parametrize(
    "name", ["file:a?b#c%20", "ä \N{GRINNING FACE}", 'name\'s "quotes"', "\udcff"]
)
def test_a_journal_opens_whatever_its_folder_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    try:
        path.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this system knows no such name")
    vault = make_vault(path)
    with vault.database() as database:
        assert database.check(deep=True) == []
        database.copy_to(path / "copy.db")
        assert database.row("SELECT count(*) FROM entries") == (3,)


def test_a_database_that_cannot_keep_a_log_is_refused() -> None:
    class Stubborn:
        def execute(self, _statement: str) -> "Stubborn":
            return self

        def fetchone(self) -> tuple[str]:
            return ("memory",)

    with pytest.raises(StorageError):
        make_lasting(Stubborn())


def test_no_word_is_found_outside_the_encrypted_file(tmp_path: Path, vault: Vault) -> None:
    with vault.database() as database:
        database.rows("SELECT * FROM notes ORDER BY text")
        with database.writing():
            database.write("UPDATE notes SET text = text || ?", (f" {SECRET_WORD} again",))
            assert _files_with_the_word(tmp_path) == []
        database.copy_to(vault.folder.backups / "copy.db")
    assert _files_with_the_word(tmp_path) == []
    (tmp_path / "planted").write_text(f"a {SECRET_WORD} b")
    assert _files_with_the_word(tmp_path) == ["planted"]


def test_nothing_is_printed_whatever_goes_wrong(tmp_path: Path, vault: Vault) -> None:
    done = run_python(_EVERYTHING_FAILS, vault.folder.path, vault.key.hex())
    assert done.returncode == 0, done.stderr
    assert (done.stdout, done.stderr) == ("", "")


_EVERYTHING_FAILS = """
import contextlib, os, sys
from pathlib import Path
from caregiver_journal.base.errors import JournalError
from caregiver_journal.vault.database import Database, DatabaseBug
path, key = Path(sys.argv[1]) / "journal.db", bytes.fromhex(sys.argv[2])
journal = path.read_bytes()[:16]
with contextlib.suppress(JournalError):
    Database.open(path, bytes(32), journal)
database = Database.open(path, key, journal)
((page,),) = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'notes'")
database.close()
data = bytearray(path.read_bytes())
data[page * 4096 - 9] ^= 1
path.write_bytes(data)
database = Database.open(path, key, journal)
assert database.check(deep=True)
for sql in ("SELECT * FROM notes", "SELECT nothing", "VACUUM", "SELECT '"):
    with contextlib.suppress(JournalError, DatabaseBug):
        database.rows(sql)
        raise SystemExit("it worked: " + sql)
database.close()
"""


def _files_with_the_word(folder: Path) -> list[str]:
    spellings = [SECRET_WORD.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in spellings)
    ]
