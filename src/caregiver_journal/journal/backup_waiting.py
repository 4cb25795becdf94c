"""Say once on the start page that no backup can be made, until one is."""

from collections.abc import Iterator
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.backup_notes import Trouble, read_notes
from caregiver_journal.journal.backup_words import say_reason
from caregiver_journal.journal.journal import Journal


def waiting_backups(journal: Journal, _today: date) -> Iterator[Waiting]:
    """Find that the last backup, or its copy in the second place, could not be made."""
    notes = read_notes(journal.folder)
    if notes.failed is not None:
        sentence = _("{reason} Your entries are safe, and it is tried again by itself.")
        yield _waiting("backup", _("The last backup was not made"), sentence, notes.failed)
    elif notes.not_copied is not None:
        sentence = _("{reason} The backup beside the journal is there all the same.")
        title = _("The last backup was not copied")
        yield _waiting("backup-copy", title, sentence, notes.not_copied)


def _waiting(name: str, title: str, sentence: str, trouble: Trouble) -> Waiting:
    return Waiting(
        name=f"{name}:{trouble.since:%Y-%m-%dT%H:%M:%S}",
        title=title,
        sentence=sentence.format(reason=say_reason(trouble)),
        action=_("Go to Settings"),
        section="settings",
        part="back_up",
    )
