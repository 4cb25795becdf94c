"""Write files so that a crash leaves the old one or the new one, never a torn one."""

import contextlib
import errno
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_STALE = ".tmp-"
_TEMPORARY = re.compile(rf"{re.escape(_STALE)}[0-9a-f]{{16}}\Z")
_BEGUN = re.compile(rf"{re.escape(_STALE)}[0-9a-f]{{16}}(?![0-9a-z])")
"""Such a name may go on, as with ``-wal``; a file of the person's own is called otherwise."""
_RETRY_SECONDS = 2.0
_NO_SUCH_CALL = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def make_private_folder(path: Path) -> None:
    """Make a folder (and its parents) that only its owner may open.

    One that is there already and holds something keeps its permissions: it may be anybody's.
    """
    is_new = not path.is_dir()
    is_strange = not is_new and any(path.iterdir())
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    if is_new:
        sync_folder(path.parent)  # a power cut must not take the folder with all that is in it
    if os.name != "nt" and not is_strange:
        path.chmod(0o700)


def make_folder_for(path: Path) -> None:
    """Make the folder in which a file or a folder is to lie; one that is there stays as it is.

    It may be a stick or a shared place, whose permissions are not ours to change.
    """
    if not path.parent.is_dir():
        make_private_folder(path.parent)


def write_atomically(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write a whole file: temporary name, permissions first, fsync, rename, fsync of the folder.

    Raises:
        OSError: nothing was changed.
    """
    with writing_atomically(path, mode) as file:
        file.write(data)


def temporary_beside(path: Path) -> Path:
    """Return a name that nothing has, for what is written until it is whole."""
    return path.with_name(f"{path.name}{_STALE}{os.urandom(8).hex()}")


def remove_temporary(path: Path) -> bool:
    """Remove a file or a folder of such a name; return whether nothing of it is left.

    Nothing is known of a place that is not there now, such as a stick that was pulled out.
    """
    if not _TEMPORARY.search(path.name) or not path.parent.is_dir():
        return False
    if path.is_dir():
        _remove_folder(path)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    return not os.path.lexists(path)


@contextlib.contextmanager
def writing_atomically(
    path: Path, mode: int = 0o600, temporary: Path | None = None
) -> Iterator[BinaryIO]:
    """Write a file in pieces; it has its name once the block ends well, and else never was.

    What lay there stays until then. It can be sought in, as a zip file wants to.

    Args:
        path: of the file.
        mode: its permissions.
        temporary: what it is called until then, by ``temporary_beside``.

    Raises:
        OSError: nothing was changed.
    """
    temporary = temporary or temporary_beside(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(temporary, flags | getattr(os, "O_BINARY", 0), mode)
        file = os.fdopen(descriptor, "wb")
        try:
            yield file
            file.flush()
            sync_file(file.fileno())
        except BaseException:
            with contextlib.suppress(OSError):  # a full disk takes the rest of it no better now
                file.close()
            raise
        file.close()
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def filling_folder(path: Path, temporary: Path | None = None) -> Iterator[Path]:
    """Make a folder and fill it: it has its name once the block ends well, and else never was.

    An empty one may lie there already; its place is taken. What is yielded is the folder to fill,
    which is its owner's only.

    Args:
        path: of the folder; no link.
        temporary: what it is called until then, by ``temporary_beside``.

    Raises:
        OSError: nothing was changed, as where there is something in the folder.
    """
    temporary = temporary or temporary_beside(path)
    temporary.mkdir(mode=0o700)
    try:
        yield temporary
        sync_folder(temporary)
        if path.is_dir():
            path.rmdir()  # refused if there is anything in it
        replace(temporary, path)
    except BaseException:
        _remove_folder(temporary)
        raise


_at_work: set[Path] = set()
"""Folders that a thread of this process works in; a journal may be opened meanwhile."""


def _remove_folder(path: Path) -> None:
    import shutil  # noqa: PLC0415 - 5 ms that the unlock page need not wait for

    shutil.rmtree(path, ignore_errors=True)


def replace(source: Path, target: Path) -> None:
    """Rename over a file and make the rename last; on Windows wait out a scanner that holds it."""
    deadline = time.monotonic() + _RETRY_SECONDS
    while True:
        try:
            source.replace(target)
            break
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
    sync_folder(target.parent)


def sync_file(descriptor: int) -> None:
    """Ask the disk to keep what was written; on macOS the stronger call it needs."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(path: Path) -> None:
    """Make renames in a folder last; Windows and some network places know no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)


def remove_stale(folder: Path) -> int:
    """Remove temporary files that a crash left behind, as far as possible; return how many."""
    removed = 0
    with contextlib.suppress(OSError):  # the disk may refuse even to list the folder
        for path in folder.glob(f"*{_STALE}*"):
            is_ours = _BEGUN.search(path.name) is not None
            removed += is_ours and path.is_file() and _is_removed(path)
    return removed


@contextlib.contextmanager
def working_folder(path: Path) -> Iterator[Path]:
    """Yield the name of a new folder, for what is worked on; it is gone once the block ends.

    In the folder of that path, where it is there: beside it may be another disk, or a place where
    nobody may write. Nothing else of this process removes it meanwhile.
    """
    parent = path if path.is_dir() else path.parent
    folder = parent / f"{path.name}{_STALE}{os.urandom(8).hex()}"
    _at_work.add(folder)
    try:
        yield folder
    finally:
        _remove_folder(folder)
        _at_work.discard(folder)


def remove_stale_folders(path: Path) -> None:
    """Remove the folders for work in and beside a folder that a crash left behind."""
    whose = re.compile(re.escape(path.name) + _TEMPORARY.pattern)
    for place in (path, path.parent):
        with contextlib.suppress(OSError):
            for stale in tuple(place.iterdir()):
                is_left = stale not in _at_work and whose.fullmatch(stale.name)
                if is_left and stale.is_dir():
                    _remove_folder(stale)


def _is_removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False


def free_bytes(path: Path) -> int:
    """Return how many bytes are free where the path lies."""
    import shutil  # noqa: PLC0415 - 5 ms that the unlock page need not wait for

    return shutil.disk_usage(path).free
