"""What stands there while a backup is made of a journal that was closed."""

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.lock.progress_page import ProgressPage


class PartingPage(ProgressPage):
    """Says that the journal is closed; to skip the backup leaves it for another time."""

    def __init__(self) -> None:
        super().__init__(
            _("Your journal is closed"),
            _("A backup is made first; then the page to unlock it comes back by itself."),
            _("Backing up…"),
            _("Leave it for later"),
            name="parting",
        )
