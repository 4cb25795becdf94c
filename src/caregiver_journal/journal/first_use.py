"""Remember which pages were used, so that each says its one sentence once."""

from datetime import date

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.day import day_of
from caregiver_journal.journal.journal import Journal


def is_first_use(journal: Journal, page: str) -> bool:
    """Tell whether a page is used for the first time, and remember that it was.

    Where that cannot be read or remembered it is not told either: a sentence that comes back every
    time is worse than none.
    """
    name = f"first-use:{page}"
    try:
        today = day_of(journal.clock(), journal.start_of_day)
        if name in journal.put_off.names(today):
            return False
        with journal.writing():
            journal.put_off.write(name, date.max, today)
    except JournalError:
        return False
    return True
