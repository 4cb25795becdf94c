"""A file is written whole or not at all, for its owner only, and nothing is left lying about."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from caregiver_journal.base import files
from caregiver_journal.base.files import (
    filling_folder,
    free_bytes,
    make_private_folder,
    remove_stale,
    remove_stale_folders,
    remove_temporary,
    replace,
    sync_file,
    sync_folder,
    temporary_beside,
    working_folder,
    write_atomically,
    writing_atomically,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for the permissions of POSIX")


def refuse(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "no space")


def interrupt(*_arguments: object, **_named: object) -> None:
    raise KeyboardInterrupt


def put_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the module, and nothing else, take this system for Windows."""
    monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), "name": "nt"}))


class Watch:
    """A stop-watch that does not wait."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


# --- writing ------------------------------------------------------------------------------------


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "keys", b"\0\xff\r\n")
    assert (tmp_path / "keys").read_bytes() == b"\0\xff\r\n"
    assert os.listdir(tmp_path) == ["keys"]  # noqa: PTH208 - names are enough


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"a much longer old one")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_a_file_is_its_owners_from_its_first_byte_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mask: int
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(
        files, "sync_file", lambda number: seen.append(stat.S_IMODE(os.fstat(number).st_mode))
    )
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "keys", b"secret")
    finally:
        os.umask(before)
    assert seen == [0o600]
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o600


@posix
def test_a_file_may_be_for_others_too(tmp_path: Path) -> None:
    write_atomically(tmp_path / "page.html", b"", mode=0o640)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o640


@pytest.mark.parametrize("failure", [refuse, interrupt])
@pytest.mark.parametrize(
    ("owner", "name"),
    [(os, "open"), (os, "fdopen"), (files, "sync_file"), (Path, "replace"), (files, "sync_folder")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whatever_fails_a_whole_file_is_there_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    owner: object,
    name: str,
    failure: Callable[..., None],
) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, failure)
        with pytest.raises((OSError, KeyboardInterrupt)):
            write_atomically(path, b"new")
    assert path.read_bytes() == (b"new" if name == "sync_folder" else b"old")
    assert [p.name for p in tmp_path.iterdir()] == ["keys"]


def test_the_first_error_is_told_even_if_clearing_up_fails_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forbid(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.EACCES, "not allowed")

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_file", refuse)
        patch.setattr(Path, "unlink", forbid)
        with pytest.raises(OSError, match="no space"):
            write_atomically(tmp_path / "keys", b"new")
    assert not (tmp_path / "keys").exists()


@posix
def test_a_link_that_was_put_in_the_way_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "urandom", bytes)  # as many zeros as asked for
    victim = tmp_path / "victim"
    victim.write_bytes(b"theirs")
    (tmp_path / f"keys.tmp-{bytes(8).hex()}").symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "keys", b"ours")
    assert victim.read_bytes() == b"theirs"


def test_a_file_is_written_in_pieces_and_has_its_name_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(b"old")
    with writing_atomically(path) as file:
        file.write(b"one, ")
        file.write(b"two")
        assert path.read_bytes() == b"old"
        file.seek(0)
        file.write(b"ONE")
    assert path.read_bytes() == b"ONE, two"
    assert [p.name for p in tmp_path.iterdir()] == ["data.csv"]


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt(), GeneratorExit()])
def test_what_is_given_up_half_way_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    def give_up() -> None:
        with writing_atomically(tmp_path / "data.csv") as file:
            file.write(b"half")
            raise error

    with pytest.raises(type(error)):
        give_up()
    assert not list(tmp_path.iterdir())


@posix
def test_what_is_given_up_on_a_full_disk_leaves_nothing_and_tells_the_first_error(
    tmp_path: Path,
) -> None:
    def give_up() -> None:
        with writing_atomically(tmp_path / "data.csv") as file:
            file.write(b"in the buffer")
            os.close(file.fileno())  # as a disk that takes no byte more
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        give_up()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_is_filled_and_has_its_name_at_the_end(tmp_path: Path, *, is_there: bool) -> None:
    path = tmp_path / "data"
    if is_there:
        path.mkdir()
    with filling_folder(path) as folder:
        (folder / "a").write_bytes(b"one")
        assert not path.exists() or not list(path.iterdir())
    assert [each.name for each in path.iterdir()] == ["a"]
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_a_folder_that_is_given_up_was_never_there(tmp_path: Path) -> None:
    def give_up() -> None:
        with filling_folder(tmp_path / "data") as folder:
            (folder / "a").write_bytes(b"one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert not list(tmp_path.iterdir())


def test_a_folder_with_something_in_it_keeps_that(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.mkdir()
    (path / "theirs").touch()
    with pytest.raises(OSError, match=r"(?i)not empty"), filling_folder(path) as folder:
        (folder / "a").touch()
    assert [each.name for each in path.iterdir()] == ["theirs"]
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


# --- what a crash left ---------------------------------------------------------------------------


def test_what_was_left_half_written_is_removed(tmp_path: Path) -> None:
    file, folder = temporary_beside(tmp_path / "a.zip"), temporary_beside(tmp_path / "a")
    file.touch()
    folder.mkdir()
    (folder / "mood.csv").touch()
    assert all(map(remove_temporary, (file, folder, file)))
    assert not list(tmp_path.iterdir())


def test_nothing_else_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "mine.tmp-2026"
    mine.touch()
    assert not remove_temporary(mine)
    assert not remove_temporary(temporary_beside(tmp_path / "pulled out" / "a"))

    def refuse(_path: Path, **_how: bool) -> None:
        raise PermissionError

    held = temporary_beside(tmp_path / "a")
    held.touch()
    monkeypatch.setattr(Path, "unlink", refuse)
    assert not remove_temporary(held)
    assert {mine, held} == set(tmp_path.iterdir())


# --- renaming -----------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A new file and the old one it shall replace."""
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    return source, target


def hold(monkeypatch: pytest.MonkeyPatch, watch: Watch, until: float) -> None:
    """Let a scanner hold the target until the watch has gone so far."""
    rename = Path.replace

    def held(source: Path, target: Path) -> Path:
        if watch.seconds < until:
            raise PermissionError
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "time", watch)


def test_windows_waits_for_a_scanner_to_let_go(
    monkeypatch: pytest.MonkeyPatch, pair: tuple[Path, Path]
) -> None:
    watch = Watch()
    with monkeypatch.context() as patch:
        put_on_windows(patch)
        hold(patch, watch, until=1.0)
        replace(*pair)
    assert pair[1].read_bytes() == b"new"
    assert 1.0 <= watch.seconds < 2.0


def test_windows_gives_up_on_a_file_that_stays_held(
    monkeypatch: pytest.MonkeyPatch, pair: tuple[Path, Path]
) -> None:
    watch = Watch()
    with monkeypatch.context() as patch:
        put_on_windows(patch)
        hold(patch, watch, until=1_000.0)
        with pytest.raises(PermissionError):
            replace(*pair)
    assert pair[1].read_bytes() == b"old"
    assert 2.0 < watch.seconds < 3.0


@posix
def test_other_systems_do_not_wait(
    monkeypatch: pytest.MonkeyPatch, pair: tuple[Path, Path]
) -> None:
    watch = Watch()
    with monkeypatch.context() as patch:
        hold(patch, watch, until=1.0)
        with pytest.raises(PermissionError):
            replace(*pair)
    assert watch.seconds == 0


# --- asking the disk ----------------------------------------------------------------------------


@posix
def test_a_folder_is_synced_and_its_number_given_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    sync_folder(tmp_path)
    assert len(synced) == 1
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(synced[0])


@posix
@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_place_that_knows_no_sync_of_folders_does_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int, is_told: bool
) -> None:
    def refuse_to_sync(_descriptor: int) -> None:
        raise OSError(number, "as some network places do")

    monkeypatch.setattr(os, "fsync", refuse_to_sync)
    with pytest.raises(OSError, match="network") if is_told else nullcontext():
        sync_folder(tmp_path)


def test_windows_needs_no_sync_of_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patch:
        put_on_windows(patch)
        patch.setattr(os, "open", refuse)
        sync_folder(tmp_path)


@posix
def test_macos_is_asked_to_write_through_its_own_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    asked: list[tuple[int, ...]] = []
    monkeypatch.setattr(files, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda *arguments: asked.append(arguments))
    sync_file(7)
    assert asked == [(7, 51)]


# --- folders ------------------------------------------------------------------------------------


@posix
def test_a_private_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "journal"
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@posix
def test_a_folder_that_holds_something_already_keeps_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "somebody's").touch()
    folder.chmod(0o755)
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_windows_folders_take_no_permissions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "journal"
    with monkeypatch.context() as patch:
        put_on_windows(patch)
        patch.setattr(Path, "chmod", refuse)
        make_private_folder(folder)
    assert folder.is_dir()


def test_what_a_crash_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    ours = {"journal.keys.tmp-0123456789abcdef", "journal.db.tmp-2b00000000000000-wal"}
    theirs = {"journal.keys", "a.tmp", "letter.tmp-2019.odt", "notes.tmp-0123456789abcdef0"}
    for name in ours | theirs:
        (tmp_path / name).touch()
    (tmp_path / "folder.tmp-3c00000000000000").mkdir()
    assert remove_stale(tmp_path) == len(ours)
    left = {p.name for p in tmp_path.iterdir()}
    assert left == theirs | {"folder.tmp-3c00000000000000"}


def test_a_left_over_that_cannot_be_removed_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "journal.keys.tmp-0123456789abcdef").touch()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert remove_stale(tmp_path) == 0
    assert (tmp_path / "journal.keys.tmp-0123456789abcdef").exists()


def test_a_folder_that_cannot_be_listed_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "journal.keys.tmp-0123456789abcdef").touch()
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        patch.setattr(os, "listdir", refuse)
        assert remove_stale(tmp_path) == 0
    assert (tmp_path / "journal.keys.tmp-0123456789abcdef").exists()


def test_free_space_is_a_number_of_bytes(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) > 0


def test_folders_for_work_that_a_crash_left_are_removed_and_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "my [old] journal"
    folder.mkdir()
    beside, inside = (place / f"{folder.name}.tmp-0123456789abcdef" for place in (tmp_path, folder))
    others = [tmp_path / f"{folder.name}.tmp-mine", tmp_path / "other.tmp-0123456789abcdef"]
    for each in (beside, inside, *others):
        each.mkdir()
        (each / "a").write_text("a")
    remove_stale_folders(folder)
    assert sorted(tmp_path.iterdir()) == sorted([folder, *others])
    assert not list(folder.iterdir())


def test_a_folder_somebody_works_in_stays_until_the_work_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with working_folder(folder) as beside:
        assert beside.parent == tmp_path
        folder.mkdir()
        with working_folder(folder) as inside:
            assert inside.parent == folder
            for each in (beside, inside):
                each.mkdir()
            remove_stale_folders(folder)
            assert beside.is_dir()
            assert inside.is_dir()
        assert not inside.exists()
    assert not beside.exists()
