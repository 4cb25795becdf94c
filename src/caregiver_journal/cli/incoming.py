"""What the commands that bring something in have in common."""

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.backing_up import Backup, back_up_here
from caregiver_journal.journal.journal import Journal


def back_up_before(journal: Journal) -> Backup:
    """Make a backup before anything is changed; raises ``JournalError`` where there is none."""
    try:
        return back_up_here(journal)
    except JournalError as error:
        sentence = _("No backup could be made before, so nothing was changed. {reason}")
        raise JournalError(sentence.format(reason=error.sentence)) from None


def say_those(*lines: tuple[str, str]) -> list[str]:
    """Return those of some sentences that have things to name."""
    return [sentence.format(things=things) for sentence, things in lines if things]
