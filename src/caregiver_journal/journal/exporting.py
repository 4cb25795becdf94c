"""Give entries out as plain values, and files to where the person wants them."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.base.files import filling_folder, writing_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_line
from caregiver_journal.exchange.plain_words import clean_line as without_turns
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.leftovers import noting
from caregiver_journal.journal.outside import check_place, impossible_name
from caregiver_journal.vault.disk_faults import os_fault

__all__ = [
    "check_place",
    "filling_out",
    "is_empty_folder",
    "lies_there",
    "name_of",
    "say_path",
    "saying_why",
    "to_plain",
    "write_out",
    "writing_out",
]


def lies_there(path: Path) -> bool:
    """Tell whether something lies there; nothing does under a name that no file can have."""
    return os.path.lexists(path)


def name_of(path: Path) -> str:
    """Return what a file or a folder is called, as one line that can be said and kept.

    A name may hold bytes that are no letters, and signs that turn all that is said behind them.
    """
    return _as_line(path.name)


def say_path(path: Path) -> str:
    """Return where a file or a folder lies, as ``name_of`` returns what it is called."""
    return _as_line(str(path))


def _as_line(text: str) -> str:
    return without_turns(clean_line(text, sys.maxsize))


def write_out(journal: Journal, path: Path, content: bytes) -> None:
    """Write a file outside the journal, whole or not at all, for its owner only.

    What lay there is replaced: whoever calls this has asked. The journal's own folder is refused.

    Raises:
        JournalError: nothing was changed.
    """
    with writing_out(journal, path) as file:
        file.write(content)


@contextlib.contextmanager
def writing_out(journal: Journal, path: Path) -> Iterator[BinaryIO]:
    """Write a file in pieces, under the same rules as ``write_out``.

    Raises:
        JournalError: nothing was changed.
    """
    with saying_why():
        check_place(journal.folder.path, path)
        with (
            noting(journal, path) as temporary,
            writing_atomically(path, temporary=temporary) as file,
        ):
            yield file


@contextlib.contextmanager
def filling_out(journal: Journal, path: Path) -> Iterator[Path]:
    """Fill a new or an empty folder outside the journal, whole or not at all.

    Raises:
        JournalError: nothing was changed.
    """
    check_place(journal.folder.path, path)
    if lies_there(path) and not is_empty_folder(path):
        raise JournalError(
            _("Something lies there already."),
            next_step=_("Choose an empty folder, or a new name. Nothing was changed."),
        )
    path = path.resolve()
    with (
        saying_why(),
        noting(journal, path) as temporary,
        filling_folder(path, temporary) as folder,
    ):
        yield folder


def is_empty_folder(path: Path) -> bool:
    """Tell whether a folder lies there with nothing in it."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_dir() and not any(path.iterdir())
    return False


@contextlib.contextmanager
def saying_why() -> Iterator[None]:
    """Raise what the disk refuses as a ``JournalError`` with a word for it."""
    try:
        yield
    except OSError as error:
        raise _say_why(error) from None


def _say_why(error: OSError) -> JournalError:
    """Return why a file could not be written."""
    if error.errno == errno.ENAMETOOLONG:
        return impossible_name()
    if isinstance(os_fault(error), DiskFullError):
        return DiskFullError(next_step=_("Make some room, or choose another place."))
    return JournalError(
        _("The file could not be written there."),
        next_step=_("Choose another folder or another name. Nothing was changed."),
    )
