"""Know an invented journal from somebody's own."""

from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.opened import read_meta, write_meta

_NAME = "invented"


def mark_invented(journal: Journal) -> None:
    """Note that what is in a journal was made up."""
    with journal.writing():
        write_meta(journal.database, _NAME, "yes")


def is_invented(journal: Journal) -> bool:
    """Tell whether it was."""
    return read_meta(journal.database, _NAME) is not None
