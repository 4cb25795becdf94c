"""The folder of a journal knows its files and tells good places from bad ones."""

import os
from pathlib import Path

import pytest
from support.vaults import forbidden_to_write

from caregiver_journal.vault.folder import (
    JournalFolder,
    guess_shared_place,
    has_unsaved_log,
    remove_database,
    wal_of,
)


@pytest.fixture
def folder(tmp_path: Path) -> JournalFolder:
    return JournalFolder(tmp_path / "journal")


def test_its_files_have_the_promised_names(folder: JournalFolder) -> None:
    names = {
        folder.database: "journal.db",
        folder.keys: "journal.keys",
        folder.keys_copy: "journal.keys.bak",
        folder.backups: "backups",
        folder.writer_lock: "journal.lock",
        folder.window_lock: "window.lock",
    }
    assert all(path == folder.path / name for path, name in names.items())


def test_its_path_is_absolute_whatever_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert JournalFolder(Path("a/../b")).path == tmp_path / "b"
    assert JournalFolder(Path("file:b")).database == tmp_path / "file:b" / "journal.db"


@pytest.mark.parametrize("name", ["journal.db", "journal.keys", "journal.keys.bak"])
def test_any_part_of_a_journal_counts_as_something(folder: JournalFolder, name: str) -> None:
    assert not folder.holds_anything()
    folder.make()
    assert not folder.holds_anything()
    (folder.path / name).touch()
    assert folder.holds_anything()


def test_even_a_link_to_nowhere_counts(folder: JournalFolder) -> None:
    folder.make()
    folder.database.symlink_to(folder.path / "nowhere")
    assert folder.holds_anything()


@pytest.mark.skipif(os.name == "nt", reason="no file modes there")
def test_only_its_owner_may_open_it(folder: JournalFolder) -> None:
    folder.make()
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert folder.backups.stat().st_mode & 0o777 == 0o700


def test_looking_whether_it_is_writable_leaves_nothing(folder: JournalFolder) -> None:
    folder.make()
    assert folder.is_writable()
    assert [path.name for path in folder.path.iterdir()] == ["backups"]


def test_a_folder_that_is_not_there_is_not_writable(folder: JournalFolder) -> None:
    assert not folder.is_writable()


@pytest.mark.parametrize(("error", "answer"), [(13, False), (30, False), (28, True), (5, True)])
def test_only_a_refusal_makes_it_read_only(
    folder: JournalFolder, error: int, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.make()

    def fail(*_arguments: object) -> int:
        raise OSError(error, "planted")

    monkeypatch.setattr(os, "open", fail)
    assert folder.is_writable() == answer


def test_a_database_that_may_not_be_written_makes_it_read_only(
    folder: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.make()
    folder.database.touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: path != folder.database)
    assert not folder.is_writable()


def test_a_folder_of_mode_0500_is_read_only(folder: JournalFolder) -> None:
    folder.make()
    with forbidden_to_write(folder.path):
        assert not folder.is_writable()


def test_tidying_removes_what_a_crash_left(folder: JournalFolder) -> None:
    folder.make()
    left = "journal.keys.tmp-0123456789abcdef"
    for name in ("journal.db", "journal.keys", left, "journal.db.new-wal", "mine"):
        (folder.path / name).touch()
    folder.tidy()
    assert {p.name for p in folder.path.iterdir()} == {
        "backups",
        "journal.db",
        "journal.keys",
        "mine",
    }


def test_tidying_keeps_a_new_database_that_has_no_predecessor(folder: JournalFolder) -> None:
    folder.make()
    folder.database_new.touch()
    folder.tidy()
    assert folder.database_new.exists()


def test_a_database_is_removed_with_what_belongs_to_it(folder: JournalFolder) -> None:
    folder.make()
    for path in (folder.database, wal_of(folder.database)):
        path.write_bytes(b"x")
    assert has_unsaved_log(folder.database)
    remove_database(folder.database)
    assert not has_unsaved_log(folder.database)
    assert not folder.holds_anything()
    remove_database(folder.database)


def test_an_empty_log_holds_nothing_unsaved(folder: JournalFolder) -> None:
    folder.make()
    wal_of(folder.database).touch()
    assert not has_unsaved_log(folder.database)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/a/Dropbox/journal", "Dropbox"),
        ("/home/a/Dropbox (Personal)/journal", "Dropbox"),
        ("/home/a/OneDrive - Ward 7/journal", "OneDrive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/j", "iCloud Drive"),
        ("/home/a/iCloudDrive/j", "iCloud Drive"),
        ("/Users/a/Google Drive/j", "Google Drive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.example/My Drive/j", "Google Drive"),
        ("/home/a/Nextcloud/j", "Nextcloud"),
        ("/home/a/Nextcloud2/j", None),
        ("/home/a/boxes/j", None),
        ("/home/a/journal", None),
        ("//server/share/journal", "a network folder"),
    ],
)
def test_shared_places_are_recognised_by_their_names(
    path: str, service: str | None, tmp_path: Path
) -> None:
    assert guess_shared_place(Path(path), tmp_path / "no mounts") == service


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/mnt/team/journal", "a network folder"),
        ("/mnt/team/local/journal", None),
        ("/mnt/old name/journal", "a network folder"),
        ("/media/phone/journal", "a network folder"),
        ("/home/a/journal", None),
        ("/remounted/j", None),
    ],
)
def test_network_mounts_are_recognised_by_their_file_system(
    path: str, service: str | None, tmp_path: Path
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/team /mnt/team nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/team/local ext4 rw 0 0\n"
        "//srv/share /mnt/old\\040name cifs rw 0 0\n"
        "me@phone: /media/phone fuse.sshfs rw 0 0\n"
        "server:/x /remounted nfs rw 0 0\n"
        "/dev/sdc1 /remounted ext4 rw 0 0\n"
        "broken line\n\n"
    )
    assert guess_shared_place(Path(path), mounts) == service
