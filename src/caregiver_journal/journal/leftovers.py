"""Note what is being written outside the journal, so that a crash leaves it there no longer.

A file has another name until it is whole. Where the program is killed meanwhile, that lies about
for all to read, until the journal is opened again.
"""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.files import remove_temporary, temporary_beside
from caregiver_journal.journal.journal import Journal

_FORM = "leaving"
"""Under this name it is kept among the drafts, which never leave the journal."""

_PATHS = "paths"


@contextlib.contextmanager
def noting(journal: Journal, path: Path) -> Iterator[Path]:
    """Return the name that something has until it is whole; it is noted as long."""
    temporary = temporary_beside(path.absolute())
    _note(journal, [*_noted(journal), str(temporary)])
    try:
        yield temporary
    finally:
        _note(journal, [each for each in _noted(journal) if each != str(temporary)])


def clear_leftovers(journal: Journal) -> None:
    """Remove what a crash left; what lies where nothing can be seen now is asked for once more."""
    noted = _noted(journal)
    left = [each for each in noted if not remove_temporary(Path(each))]
    if left != noted:
        _note(journal, left)


def _noted(journal: Journal) -> list[str]:
    paths: object = None
    if not journal.is_closed:
        with contextlib.suppress(JournalError):  # a damaged file gives out what it can all the same
            paths = journal.drafts.read(_FORM).get(_PATHS)
    return [each for each in paths if isinstance(each, str)] if isinstance(paths, list) else []


def _note(journal: Journal, paths: Iterable[str]) -> None:
    """Keep paths, as far as anything can be kept: an export needs no note of it."""
    known = list(paths)
    if not journal.is_closed:
        with contextlib.suppress(JournalError):
            journal.save_draft(_FORM, {_PATHS: known} if known else {})
