"""Ask at a terminal, before something is changed, whether that is wanted."""

import sys

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _


def make_sure(question: str, otherwise: str, *, is_yes: bool) -> None:
    """Ask, unless it was said beforehand that it is wanted.

    Args:
        question: ends in a blank.
        otherwise: how to do it where nobody can be asked.
        is_yes: whether ``--yes`` was given.

    Raises:
        JournalError: it is not wanted, or nobody could be asked.
    """
    if is_yes:
        return
    if not sys.stdin.isatty():
        raise JournalError(
            _("Nothing was changed, because nobody could be asked."), next_step=otherwise
        )
    sys.stderr.write(question)
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in _("y yes").split():
        raise JournalError(_("Nothing was changed."))
