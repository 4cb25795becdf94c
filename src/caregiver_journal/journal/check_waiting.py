"""Say on the start page that the last look through everything found something wrong."""

from collections.abc import Iterator
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.check_words import say_trouble
from caregiver_journal.journal.checking import Trouble, last_check
from caregiver_journal.journal.journal import Journal


def waiting_check(journal: Journal, _today: date) -> Iterator[Waiting]:
    """Find damage that does not mend itself: in the journal's file, or in a backup."""
    checked = last_check(journal)
    if checked is None:
        return
    if Trouble.DAMAGE in checked.trouble:
        title = _("Part of the journal's file is damaged")
    elif not checked.is_backup_whole:
        title = _("A backup is damaged")
    else:
        return
    yield Waiting(
        name=f"check:{checked.when:%Y-%m-%dT%H:%M:%S}",
        title=title,
        sentence=say_trouble(checked),
        action=_("Go to Settings"),
        section="settings",
        part="check",
    )
