"""Keep what a person writes outside of a journal from replacing anything of the journal itself."""

import contextlib
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _


def check_place(own_folder: Path, path: Path) -> None:
    """Refuse a name that no file can have, and the journal's own folder with all in it.

    Raises:
        JournalError: it is one of these.
    """
    try:
        own = own_folder.resolve()
        places = (path.resolve(), path.parent.resolve())  # a link in it is replaced, not followed
        is_own = any(place.is_relative_to(own) for place in places)
        with contextlib.suppress(OSError):  # whatever else is wrong is said when it is written
            path.lstat()
    except ValueError:
        raise impossible_name() from None
    if is_own:
        raise JournalError(
            _("This folder is the journal's own."),
            next_step=_("Choose another one, so that nothing of the journal is replaced."),
        )


def impossible_name() -> JournalError:
    """Return what is said of a name that no file can have."""
    return JournalError(
        _("No file can have this name."),
        next_step=_("Choose another one, perhaps shorter. Nothing was changed."),
    )
