"""Remember what left the journal and when: enough to know what somebody else may have."""

import logging
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.journal import Journal

_LOG = logging.getLogger(__name__)


def remember(  # noqa: PLR0913 - what there is to know of it, and no more
    journal: Journal,
    format: Format,  # noqa: A002 - what the record calls it
    period: Period,
    parts: Iterable[str],
    entries: int,
    path: Path | None = None,
    *,
    has_password: bool = False,
    is_everything: bool = False,
) -> bool:
    """Remember one export that was made; of its path only the folder's name is kept.

    Args:
        journal: it came from.
        format: of it.
        period: the days it was about; an open end where it was all of them.
        parts: values of the blocks or kinds that were in it.
        entries: how many entries had their words in it.
        path: of the file; None for a printer.
        has_password: whether the file asks for one.
        is_everything: whether entries that are never exported were in it.

    Returns:
        Whether it is remembered. It is not where nothing can be written, as in a journal that was
        opened to be looked at only; the export is there all the same.
    """
    record = ExportRecord(
        made=journal.clock(),
        format=format,
        period=period,
        parts=tuple(parts),
        entries=entries,
        folder="" if path is None else _folder_of(path),
        has_password=has_password,
        is_everything=is_everything,
    )
    try:
        with journal.writing(Topic.EXPORT):
            journal.exports.add(record)
    except JournalError:
        _LOG.info("an export could not be remembered")
        return False
    return True


def _folder_of(path: Path) -> str:
    """Return the name of the folder of a file; a path may go up by two dots."""
    return name_of(Path(os.path.abspath(path)).parent)  # noqa: PTH100 - follows no link


def read_log(journal: Journal) -> tuple[ExportRecord, ...]:
    """Return what left the journal, the last first."""
    return journal.exports.all()


def forget_one(journal: Journal, record: ExportRecord) -> Callable[[], None]:
    """Forget one export; return what remembers it again."""
    with journal.writing(Topic.EXPORT):
        journal.exports.forget(record)
    return partial(_remember_again, journal, (record,))


def clear(journal: Journal) -> Callable[[], None]:
    """Forget all exports; return what remembers them again."""
    records = journal.exports.all()
    with journal.writing(Topic.EXPORT):
        journal.exports.clear()
    return partial(_remember_again, journal, records)


def _remember_again(journal: Journal, records: tuple[ExportRecord, ...]) -> None:
    with journal.writing(Topic.EXPORT):
        for record in reversed(records):
            journal.exports.add(record)
