"""Put several files into one place: a folder, or a zip file."""

import os
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from caregiver_journal.base.files import sync_file

_LEVEL = 3
"""Of compression: a third more than at level 9 of the default in a quarter of its time."""

_YEARS = range(1980, 2108)
"""What a zip file can say; a clock without a battery says 1970."""


class Pack(Protocol):
    """What takes files, one after the other."""

    def adding(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Write a file of that name, which is its own and no path."""


class FolderPack:
    """A folder that is there and empty; its files are their owner's only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def adding(self, name: str) -> Iterator[BinaryIO]:
        """Write a file; raises ``OSError``."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(self._folder / name, flags, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            sync_file(file.fileno())


class _ZipPack:
    def __init__(self, file: zipfile.ZipFile, now: datetime) -> None:
        self._zip = file
        year = min(max(now.year, _YEARS[0]), _YEARS[-1])
        self._made = (year, now.month, now.day, now.hour, now.minute, now.second)

    @contextmanager
    def adding(self, name: str) -> Iterator[BinaryIO]:
        about = zipfile.ZipInfo(name, self._made)
        about.compress_type = zipfile.ZIP_DEFLATED
        about.external_attr = 0o600 << 16
        with self._zip.open(about, "w", force_zip64=True) as file:
            yield cast("BinaryIO", file)


@contextmanager
def packing_zip(file: BinaryIO, now: datetime) -> Iterator[Pack]:
    """Write a zip file into an open file; raises ``OSError``.

    Args:
        file: the open file.
        now: the local time that stands beside each of its files.
    """
    zipped = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
    try:
        yield _ZipPack(zipped, now)
        zipped.close()
    except BaseException:
        with suppress(OSError):  # it would try once more when it is collected
            zipped.close()
        raise
