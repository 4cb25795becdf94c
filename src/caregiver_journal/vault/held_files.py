"""Read a file that SQLite has open in this process without breaking its locks.

On POSIX systems a process loses its locks on a file when it closes *any* descriptor of it. So a
database that is open here is never opened and closed once more: it is read through one descriptor
that stays open as long as the database does.
"""

import os
import sys
import threading
from pathlib import Path

_Identity = tuple[int, int]

_guard = threading.Lock()
_held: dict[_Identity, tuple[int, int]] = {}
"""By device and inode: the descriptor, and by how many connections it is held."""


def hold(path: Path) -> _Identity | None:
    """Keep a file open for reading until it is released; raises OSError. Comes before SQLite."""
    if sys.platform == "win32":  # pragma: no cover
        return None  # locks belong to handles there
    with _guard:
        found = path.stat()
        identity = (found.st_dev, found.st_ino)
        descriptor, count = _held.get(identity) or (os.open(path, os.O_RDONLY), 0)
        _held[identity] = (descriptor, count + 1)
    return identity


def release(identity: _Identity | None) -> None:
    """Let go of a file. Comes after SQLite."""
    if identity is None:  # pragma: no cover - as above
        return
    with _guard:
        descriptor, count = _held.pop(identity)
        if count > 1:
            _held[identity] = (descriptor, count - 1)
        else:
            os.close(descriptor)


def is_held(path: Path) -> bool:
    """Tell whether a path, or what it links to, is such a file; raises OSError."""
    with _guard:
        found = path.stat()
        return (found.st_dev, found.st_ino) in _held


def read_beginning(path: Path, length: int) -> bytes:
    """Return the first bytes of a file; raises OSError."""
    return read_part(path, 0, length)


def read_part(path: Path, position: int, length: int) -> bytes:
    """Return some bytes of a file, fewer at its end; raises OSError."""
    with _guard:
        found = path.stat()
        held = _held.get((found.st_dev, found.st_ino))
        if held is not None and sys.platform != "win32":
            return os.pread(held[0], length, position)
        with path.open("rb") as file:
            file.seek(position)
            return file.read(length)
