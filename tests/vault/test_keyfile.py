"""A key file is read whole or called damaged, and one whole copy is always there."""

import dataclasses
import hashlib
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import CHEAP, PASSPHRASE, flip, full_disk, quick

from caregiver_journal.base import files
from caregiver_journal.base.errors import (
    DiskFullError,
    KeyFileDamagedError,
    KeyFileMissingError,
    NewerJournalError,
    StorageError,
)
from caregiver_journal.vault import keyfile
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keyfile import (
    KeyFile,
    decode,
    encode,
    read_key_file,
    set_aside,
    write_key_file,
)
from caregiver_journal.vault.keys import (
    Cost,
    KeychainSlot,
    RootSecret,
    Slot,
    canonical_json,
    wrap_for_keychain,
    wrap_root,
)

JOURNAL = bytes(range(100, 116))
SLOT = wrap_root(RootSecret(bytes(20)), PASSPHRASE, JOURNAL, CHEAP)
KEYCHAIN_SLOT, _KEY = wrap_for_keychain(RootSecret(bytes(20)), JOURNAL)
KEY_FILE = KeyFile(JOURNAL, 7, (SLOT,))
NEXT = dataclasses.replace(KEY_FILE, generation=8)
FOREIGN = KeyFile(bytes(16), 99, (SLOT,))
DATA = encode(KEY_FILE)
DATA_WITH_KEYCHAIN = encode(dataclasses.replace(KEY_FILE, keychain=KEYCHAIN_SLOT))

beginning: dict[str, st.SearchStrategy[Any]] = {
    "id": st.from_regex(r"[a-z0-9-]{1,32}", fullmatch=True),
    "created": st.dates().map(lambda day: f"{day:%Y-%m-%d}".zfill(10)),
    "mark": st.binary(min_size=8, max_size=8),
    "nonce": st.binary(min_size=12, max_size=12),
    "sealed": st.binary(min_size=36, max_size=36),
}
slots = st.builds(
    Slot,
    cost=st.builds(Cost, st.integers(19_456, 2_097_152), st.integers(1, 20), st.integers(1, 16)),
    salt=st.binary(min_size=16, max_size=16),
    **beginning,
)
key_files = st.builds(
    KeyFile,
    journal_id=st.binary(min_size=16, max_size=16),
    generation=st.integers(1, 2**53),
    slots=st.lists(slots, min_size=1, max_size=16).map(tuple),
    keychain=st.none() | st.builds(KeychainSlot, **beginning),
)


@pytest.fixture
def folder(tmp_path: Path) -> JournalFolder:
    return JournalFolder(tmp_path)


# --- codec


@pytest.mark.unwatched
@quick
@given(key_files)
def test_every_key_file_can_be_read_again(key_file: KeyFile) -> None:
    assert decode(encode(key_file)) == key_file


def test_the_format_is_the_documented_one() -> None:
    content = json.loads(DATA)
    assert content["format"] == "caregiver-journal-keys"
    assert content["version"] == 1
    assert content["generation"] == 7
    assert content["slots"][0]["kdf"]["name"] == "argon2id"
    assert canonical_json(content) == DATA
    checksum = content.pop("sha256")
    assert hashlib.sha256(canonical_json(content)).hexdigest() == checksum


def test_no_flipped_bit_goes_unnoticed() -> None:
    data = encode(dataclasses.replace(KEY_FILE, slots=(SLOT, SLOT), keychain=KEYCHAIN_SLOT))
    assert len(data) * 8 > 4_000
    for at in range(len(data)):
        for bit in range(8):
            altered = bytearray(data)
            altered[at] ^= 1 << bit
            with pytest.raises(KeyFileDamagedError):
                decode(bytes(altered))


def test_no_truncation_goes_unnoticed() -> None:
    for data in (DATA, DATA_WITH_KEYCHAIN):
        for length in range(len(data)):
            with pytest.raises(KeyFileDamagedError):
                decode(data[:length])


@quick
@given(st.binary(max_size=200))
def test_any_other_bytes_are_called_damaged(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        b"{}",
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"9" * 5_000,
        b'{"a":1,"a":1}',
        b'{"version":NaN}',
        DATA + b" ",
        b"\xef\xbb\xbf" + DATA,
        DATA.decode().encode("utf-16"),
        DATA.replace(b'"generation":7', b'"generation":7,"generation":7'),
        json.dumps(json.loads(DATA)).encode(),
        DATA + b" " * 65_536,
    ],
    ids=lambda data: repr(data[:16]),
)
def test_what_is_not_in_the_one_spelling_is_called_damaged(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(data)


def _resealed(change: Callable[[dict[str, Any]], object], data: bytes = DATA) -> bytes:
    """Return a key file altered by somebody who knows how to make the checksum fit."""
    content = json.loads(data)
    content.pop("sha256")
    change(content)
    content["sha256"] = hashlib.sha256(canonical_json(content)).hexdigest()
    return canonical_json(content)


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(content: Any) -> None:
        for name in path[:-1]:
            content = content[name]
        content[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("format", to="another"),
        _set("version", to=0),
        _set("version", to=True),
        _set("version", to="1"),
        _set("journal", to="AAAA"),
        _set("journal", to=7),
        _set("journal", to="*" * 24),
        _set("journal", to="A" * 21),
        _set("journal", to="AAAAAAAAAAAAAAAAAAAAAB=="),
        _set("generation", to=0),
        _set("generation", to=2**53 + 1),
        _set("generation", to=1.5),
        _set("slots", to=[]),
        _set("slots", to={}),
        _set("slots", to=[7]),
        _set("slots", to=[SLOT.as_json()] * 17),
        _set("unknown", to=1),
        _set("slots", 0, "unknown", to=1),
        _set("slots", 0, "id", to="P 1"),
        _set("slots", 0, "type", to="keychain"),
        _set("slots", 0, "created", to="2026-02-30"),
        _set("slots", 0, "created", to="20260220"),
        _set("slots", 0, "kdf", "name", to="scrypt"),
        _set("slots", 0, "kdf", "v", to=16),
        _set("slots", 0, "kdf", "m", to=19_455),
        _set("slots", 0, "kdf", "m", to=4_194_304),
        _set("slots", 0, "kdf", "m", to=2**40),
        _set("slots", 0, "kdf", "t", to=21),
        _set("slots", 0, "kdf", "p", to=17),
        _set("slots", 0, "kdf", "p", to=0),
        _set("slots", 0, "kdf", "salt", to="AAAA"),
        _set("slots", 0, "wrap", "name", to="A128GCM"),
        _set("slots", 0, "wrap", "nonce", to=None),
        _set("slots", 0, "wrap", to=[]),
    ],
)
def test_a_fitting_checksum_does_not_make_nonsense_sense(
    change: Callable[[dict[str, Any]], object],
) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(_resealed(change))


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["slots"].pop(0),
        lambda c: c["slots"].reverse(),
        lambda c: c["slots"].append(c["slots"][1]),
        _set("slots", 1, "type", to="passphrase"),
        _set("slots", 1, "kdf", to=SLOT.as_json()["kdf"]),
        _set("slots", 1, "unknown", to=1),
        _set("slots", 1, "id", to="K 1"),
        _set("slots", 1, "created", to="2026-02-30"),
        _set("slots", 1, "root", to="AAAA"),
        _set("slots", 1, "wrap", "name", to="A128GCM"),
        _set("slots", 1, "wrap", "ct", to="AAAA"),
    ],
)
def test_nor_does_it_with_a_slot_of_the_keychain(
    change: Callable[[dict[str, Any]], object],
) -> None:
    assert decode(_resealed(lambda _content: None, DATA_WITH_KEYCHAIN)).keychain == KEYCHAIN_SLOT
    with pytest.raises(KeyFileDamagedError):
        decode(_resealed(change, DATA_WITH_KEYCHAIN))


def test_a_slot_of_the_keychain_is_seen_at_a_glance(folder: JournalFolder) -> None:
    assert not folder.has_keychain_slot()
    write_key_file(folder, KEY_FILE)
    assert not folder.has_keychain_slot()
    write_key_file(folder, decode(DATA_WITH_KEYCHAIN))
    assert folder.has_keychain_slot()
    folder.keys.unlink()
    assert folder.has_keychain_slot()


def test_a_file_of_a_newer_version_is_not_called_damaged() -> None:
    with pytest.raises(NewerJournalError):
        decode(_resealed(_set("version", to=2)))
    with pytest.raises(NewerJournalError):
        decode(_resealed(lambda c: c.update(version=2, slots="in another shape")))


# --- the two copies


def test_both_copies_hold_what_was_written(folder: JournalFolder) -> None:
    write_key_file(folder, KEY_FILE)
    assert read_key_file(folder) == (KEY_FILE, False)
    assert folder.keys.read_bytes() == folder.keys_copy.read_bytes() == DATA
    assert {path.name for path in folder.path.iterdir()} == {"journal.keys", "journal.keys.bak"}


@pytest.mark.skipif(os.name == "nt", reason="no file modes there")
def test_nobody_else_may_read_them(folder: JournalFolder) -> None:
    write_key_file(folder, KEY_FILE)
    assert {p.stat().st_mode & 0o777 for p in (folder.keys, folder.keys_copy)} == {0o600}


def test_a_replaced_passphrase_is_in_neither_copy(folder: JournalFolder) -> None:
    write_key_file(folder, KEY_FILE)
    write_key_file(folder, NEXT)
    assert DATA not in {folder.keys.read_bytes(), folder.keys_copy.read_bytes()}


def test_a_missing_key_file_is_called_missing(folder: JournalFolder) -> None:
    with pytest.raises(KeyFileMissingError):
        read_key_file(folder)


@pytest.mark.parametrize("rest", ["missing", "damaged"])
def test_a_damaged_key_file_without_a_good_copy_is_called_damaged(
    folder: JournalFolder, rest: str
) -> None:
    for path in (folder.keys, folder.keys_copy):
        write_key_file(folder, KEY_FILE)
        flip(path, 50)
        other = folder.keys if path == folder.keys_copy else folder.keys_copy
        other.unlink() if rest == "missing" else flip(other, 9)
        before = path.read_bytes()
        with pytest.raises(KeyFileDamagedError):
            read_key_file(folder)
        assert path.read_bytes() == before


@pytest.mark.parametrize("way", ["flip", "truncate", "empty", "missing"])
def test_the_copy_steps_in_for_a_key_file_that_is_lost(folder: JournalFolder, way: str) -> None:
    write_key_file(folder, KEY_FILE)
    if way == "missing":
        folder.keys.unlink()
    else:
        content = {"flip": b"[" + DATA[1:], "truncate": DATA[:200], "empty": b""}
        folder.keys.write_bytes(content[way])
    assert read_key_file(folder) == (KEY_FILE, True)
    assert read_key_file(folder) == (KEY_FILE, False)
    kept = [path.name for path in folder.path.glob("journal.keys.damaged-*")]
    assert len(kept) == (way != "missing")


@pytest.mark.parametrize("way", ["flip", "missing", "older", "foreign"])
def test_a_lost_copy_is_made_again(folder: JournalFolder, way: str) -> None:
    write_key_file(folder, NEXT)
    if way == "missing":
        folder.keys_copy.unlink()
    else:
        content = {"flip": DATA[:-1], "older": DATA, "foreign": encode(FOREIGN)}
        folder.keys_copy.write_bytes(content[way])
    assert read_key_file(folder, JOURNAL) == (NEXT, False)
    assert folder.keys_copy.read_bytes() == folder.keys.read_bytes()


def test_of_two_whole_copies_the_higher_generation_counts(folder: JournalFolder) -> None:
    folder.keys.write_bytes(DATA)
    folder.keys_copy.write_bytes(encode(NEXT))
    assert read_key_file(folder) == (NEXT, True)
    assert read_key_file(folder) == (NEXT, False)
    assert not list(folder.path.glob("*.damaged-*"))


def test_a_key_file_of_another_journal_gives_way_to_the_copy_of_this_one(
    folder: JournalFolder,
) -> None:
    folder.keys.write_bytes(encode(FOREIGN))
    folder.keys_copy.write_bytes(DATA)
    assert read_key_file(folder, JOURNAL) == (KEY_FILE, True)
    (kept,) = folder.path.glob("journal.keys.damaged-*")
    assert decode(kept.read_bytes()) == FOREIGN


def test_if_both_belong_to_another_journal_it_is_returned_all_the_same(
    folder: JournalFolder,
) -> None:
    write_key_file(folder, FOREIGN)
    assert read_key_file(folder, JOURNAL) == (FOREIGN, False)


@pytest.mark.parametrize("newer", ["journal.keys", "journal.keys.bak"])
def test_an_older_copy_does_not_step_in_for_a_newer_programs_file(
    folder: JournalFolder, newer: str
) -> None:
    write_key_file(folder, KEY_FILE)
    (folder.path / newer).write_bytes(_resealed(_set("version", to=2)))
    with pytest.raises(NewerJournalError):
        read_key_file(folder)


def test_a_key_file_that_cannot_be_read_is_an_error_of_the_disk(folder: JournalFolder) -> None:
    folder.keys.mkdir()
    with pytest.raises(StorageError):
        read_key_file(folder)


def test_mending_that_fails_is_left_for_another_time(
    folder: JournalFolder, expected_warnings: list[logging.LogRecord]
) -> None:
    write_key_file(folder, KEY_FILE)
    os.truncate(folder.keys, 10)
    with full_disk():
        assert read_key_file(folder) == (KEY_FILE, True)
    assert read_key_file(folder) == (KEY_FILE, True)
    assert len(expected_warnings) == 1
    assert "DiskFullError" in expected_warnings[0].getMessage()


def test_a_full_disk_leaves_the_old_key_file(folder: JournalFolder) -> None:
    write_key_file(folder, KEY_FILE)
    with full_disk(100), pytest.raises(DiskFullError):
        write_key_file(folder, NEXT)
    assert read_key_file(folder) == (KEY_FILE, False)
    assert len(list(folder.path.iterdir())) == 2


def _fail_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the given step of writing fail: each of three files is synced, renamed, made lasting."""
    steps = iter(range(1, 100))

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            if next(steps) == step:
                raise OSError(5, "planted")
            return real(*arguments)

        return call

    for name in ("sync_file", "replace", "sync_folder"):
        monkeypatch.setattr(files, name, failing(getattr(files, name)))


def _write_next(folder: JournalFolder, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    write_key_file(folder, KEY_FILE)
    folder.keys_copy.write_bytes(encode(dataclasses.replace(KEY_FILE, generation=6)))
    with monkeypatch.context() as patch:
        _fail_at(step, patch)
        write_key_file(folder, NEXT)


@pytest.mark.parametrize("step", range(1, 6))
def test_an_error_before_the_rename_leaves_the_old_key_file(
    folder: JournalFolder, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StorageError):
        _write_next(folder, step, monkeypatch)
    assert read_key_file(folder)[0] == KEY_FILE


def test_an_error_after_the_rename_does_not_undo_it(
    folder: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_next(folder, 6, monkeypatch)
    assert read_key_file(folder)[0] == NEXT


@pytest.mark.parametrize("step", range(7, 10))
def test_an_error_with_the_copy_is_left_for_another_time(
    folder: JournalFolder,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[logging.LogRecord],
) -> None:
    _write_next(folder, step, monkeypatch)
    assert read_key_file(folder) == (NEXT, False)
    assert folder.keys_copy.read_bytes() == encode(NEXT)
    assert len(expected_warnings) == 1


def test_setting_aside_what_is_not_there_does_nothing(folder: JournalFolder) -> None:
    set_aside(folder.keys)
    assert not list(folder.path.iterdir())


def test_the_largest_key_file_fits_the_limit() -> None:
    largest = KeyFile(JOURNAL, 2**53, (SLOT,) * 16, KEYCHAIN_SLOT)
    assert len(encode(largest)) < keyfile.MAX_BYTES
