"""Give entries out as plain values, and files to where the person wants them."""

from pathlib import Path

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.base.files import write_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.disk_faults import os_fault

__all__ = ["to_plain", "write_out"]


def write_out(journal: Journal, path: Path, content: bytes) -> None:
    """Write a file outside the journal, whole or not at all, for its owner only.

    What lay there is replaced: whoever calls this has asked. The journal's own folder is refused.

    Raises:
        JournalError: nothing was changed.
    """
    if path.resolve().is_relative_to(journal.folder.path.resolve()):
        raise JournalError(
            _("This folder is the journal's own."),
            next_step=_("Choose another one, so that nothing of the journal is replaced."),
        )
    try:
        write_atomically(path, content)
    except OSError as error:
        if isinstance(os_fault(error), DiskFullError):
            raise DiskFullError(next_step=_("Make some room, or choose another place.")) from None
        raise JournalError(
            _("The file could not be written there."),
            next_step=_("Choose another folder or another name. Nothing was changed."),
        ) from None
