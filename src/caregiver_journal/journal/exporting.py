"""Give entries out as plain values, and files to where the person wants them."""

import errno
import os
from pathlib import Path

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.base.files import write_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.disk_faults import os_fault

__all__ = ["lies_there", "to_plain", "write_out"]


def lies_there(path: Path) -> bool:
    """Tell whether something lies there; nothing does under a name that no file can have."""
    return os.path.lexists(path)


def write_out(journal: Journal, path: Path, content: bytes) -> None:
    """Write a file outside the journal, whole or not at all, for its owner only.

    What lay there is replaced: whoever calls this has asked. The journal's own folder is refused.

    Raises:
        JournalError: nothing was changed.
    """
    try:
        if path.resolve().is_relative_to(journal.folder.path.resolve()):
            raise JournalError(
                _("This folder is the journal's own."),
                next_step=_("Choose another one, so that nothing of the journal is replaced."),
            )
        write_atomically(path, content)
    except (OSError, ValueError) as error:
        raise _say_why(error) from None


def _say_why(error: OSError | ValueError) -> JournalError:
    """Return why a file could not be written; a name with a NUL in it is a ``ValueError``."""
    if isinstance(error, ValueError) or error.errno == errno.ENAMETOOLONG:
        return JournalError(
            _("No file can have this name."),
            next_step=_("Choose another one, perhaps shorter. Nothing was changed."),
        )
    if isinstance(os_fault(error), DiskFullError):
        return DiskFullError(next_step=_("Make some room, or choose another place."))
    return JournalError(
        _("The file could not be written there."),
        next_step=_("Choose another folder or another name. Nothing was changed."),
    )
