"""A journal opens without this program: by a script of 60 lines, and by another reader."""

import os
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from support.vaults import CHEAP, Vault, damage_page, make_vault, read_content

from caregiver_journal.vault.doors import (
    open_database,
    unlock_with_code,
    unlock_with_passphrase,
    use_keychain_slot,
)
from caregiver_journal.vault.folder import JournalFolder, wal_of
from caregiver_journal.vault.keys import wrap_for_keychain

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "decrypt_journal.py"
STORED = ROOT / "tests" / "data" / "stored-journal"
PASSPHRASE = "Zoë’s ﬁfth lantern"
CODE = "BJGT-P7GD-VEGH-BG7Z-XRAW-00EG-1QZE-VYPE-MKYW"
TEXT = "A quiet evening after a long visit. Ünïcödé stays whole: 休む, \N{LOTUS}."
SEARCH = 'SELECT rowid FROM entry_search WHERE entry_search MATCH \'"unicode" "stays"\''

Content = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def stored(tmp_path: Path) -> JournalFolder:
    return JournalFolder(Path(shutil.copytree(STORED, tmp_path / "stored")))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What the program itself reads in the stored journal."""
    path = tmp_path_factory.mktemp("content") / "stored"
    folder = JournalFolder(Path(shutil.copytree(STORED, path)))
    database = open_database(folder, unlock_with_code(folder, CODE))
    try:
        return read_content(database)
    finally:
        database.close()


def _decrypt(folder: Path, out: Path, secret: str) -> subprocess.CompletedProcess[str]:
    secret_file = out.with_suffix(".secret")
    secret_file.write_text(secret + "\n", "utf-8")
    arguments = [folder, out, "--secret-file", secret_file]
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


# --- the program itself


def test_the_stored_journal_holds_what_was_put_into_it(content: Content) -> None:
    assert len(content["entries"]) == len(content["notes"]) == 40
    assert (2, TEXT) in content["notes"]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_the_stored_journal_opens_with_its_passphrase(stored: JournalFolder, form: Any) -> None:
    opened = unlock_with_passphrase(stored, unicodedata.normalize(form, PASSPHRASE), CHEAP)
    assert opened.root.recovery_code() == CODE
    database = open_database(stored, opened)
    assert database.check(deep=True) == []
    assert database.rows(SEARCH) == [(2,)]
    database.close()


# --- the script


def test_the_script_is_short_and_needs_one_library_only() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(text.splitlines()) <= 60
    assert "caregiver_journal" not in text
    assert "sqlcipher3" not in text


@pytest.mark.parametrize(
    "secret",
    [
        PASSPHRASE,
        unicodedata.normalize("NFD", PASSPHRASE),
        CODE,
        CODE.lower().replace("-", " ").replace("0", "o"),
    ],
    ids=["passphrase", "composed otherwise", "code", "code as typed"],
)
def test_the_script_makes_a_plain_database_of_it(
    tmp_path: Path, secret: str, content: Content
) -> None:
    out = tmp_path / "plain.sqlite"
    done = _decrypt(STORED, out, secret)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    plain = sqlite3.connect(out)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert _read(plain) == content
    assert plain.execute(SEARCH).fetchall() == [(2,)]
    plain.close()
    assert os.name == "nt" or out.stat().st_mode & 0o777 == 0o600


def test_the_code_is_enough_for_the_script(tmp_path: Path) -> None:
    shutil.copy(STORED / "journal.db", tmp_path)
    done = _decrypt(tmp_path, tmp_path / "plain.sqlite", CODE)
    assert done.returncode == 0, done.stderr


def test_the_script_opens_a_journal_of_today_by_its_second_key_file(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    slot, _key = wrap_for_keychain(vault.opened.root, vault.opened.journal_id)
    with vault.database() as database:
        use_keychain_slot(vault.folder, database, slot)
    vault.folder.keys.unlink()
    out = tmp_path / "plain.sqlite"
    done = _decrypt(vault.folder.path, out, "grey heron over the canal")
    assert done.returncode == 0, done.stderr
    plain = sqlite3.connect(out)
    assert _read(plain) == vault.content()
    plain.close()


def _exists(_vault: Vault, out: Path) -> None:
    out.write_text("precious")


def _has_a_log(vault: Vault, _out: Path) -> None:
    wal_of(vault.folder.database).write_bytes(b"something")


def _is_damaged(vault: Vault, _out: Path) -> None:
    damage_page(vault.folder.database, 5)


def _is_fine(_vault: Vault, _out: Path) -> None:
    """Only the secret is wrong."""


@pytest.mark.parametrize(
    ("prepare", "secret", "sentence"),
    [
        (_exists, "grey heron over the canal", "exists already"),
        (_has_a_log, "grey heron over the canal", "open and close the journal once"),
        (_is_damaged, "grey heron over the canal", "Page 5 of journal.db is damaged"),
        (_is_fine, "something else", "Neither as a passphrase nor as a recovery code"),
        (_is_fine, CODE, "of another journal"),
        (_is_fine, "0" * 36, "of another journal"),
    ],
)
def test_the_script_says_what_stands_in_its_way(
    tmp_path: Path, prepare: Any, secret: str, sentence: str
) -> None:
    vault, out = make_vault(tmp_path), tmp_path / "plain.sqlite"
    prepare(vault, out)
    before = out.read_bytes() if out.exists() else None
    done = _decrypt(vault.folder.path, out, secret)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert (out.read_bytes() if out.exists() else None) == before


# --- another reader


@pytest.fixture(params=["key", "key and salt"])
def other_reader(request: pytest.FixtureRequest) -> Iterator[apsw.Connection]:
    folder = JournalFolder(STORED)
    root = unlock_with_code(folder, CODE).root
    key = root.database_key().hex()
    if request.param == "key and salt":
        key += (STORED / "journal.db").read_bytes()[:16].hex()
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(f"{folder.database.as_uri()}?immutable=1", flags=flags)
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = 'raw:{key}'"):
        connection.execute(f"PRAGMA {setting}")
    yield connection
    connection.close()


def test_another_reader_of_the_format_finds_the_same(
    other_reader: apsw.Connection, content: Content
) -> None:
    assert _read(other_reader) == content
    assert other_reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert other_reader.execute(SEARCH).fetchall() == [(2,)]


def _read(connection: Any) -> Content:
    """Read as ``support.vaults.read_content`` does, over any connection."""

    class Reader:
        def rows(self, sql: str) -> list[tuple[Any, ...]]:
            return list(connection.execute(sql))

    return read_content(Reader())  # type: ignore[arg-type]
