"""What stands in the window in which somebody looks around in a backup, before it is open."""

from PySide6.QtCore import Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.marks import override
from caregiver_journal.journal.doors import Opened
from caregiver_journal.journal.restoring import BackupFacts
from caregiver_journal.journal.viewing import Viewing
from caregiver_journal.ui.doorway import Doorway
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.viewing_page import ViewingPage
from caregiver_journal.ui.work import Work


class ViewingDoorway(Doorway):
    """Leads to a backup that is open for reading only.

    The place is the file of the backup.

    Attributes:
        facts: what the backup is; None before it was read.

    Signals:
        known: that is known now.
        left: it is not to be looked at after all.
    """

    known = Signal()
    left = Signal()

    def __init__(self, place: Place, work: Work) -> None:
        super().__init__(place, work)
        self.facts: BackupFacts | None = None
        self._viewing = Viewing(place.folder)

    @override
    def show_first_page(self) -> None:
        """Unpack the backup and ask for its key."""
        page = ViewingPage(self._viewing, self.place, self._work, self.refuse, self.slowing)
        page.known.connect(self._take)
        page.unlocked.connect(self._enter)
        page.another_wanted.connect(self.choose_backup)
        page.left.connect(self.left)
        self._show(page)

    @override
    def show_unlock(self) -> None:
        """Begin anew, where the copy that was unpacked turned out to be damaged."""
        self.remove()
        self.show_first_page()

    def remove(self) -> None:
        """Remove what was unpacked."""
        self._viewing.remove()

    @override
    def _show_chosen(self, file: str) -> None:
        self.folder_wanted.emit(file)

    def _take(self, facts: BackupFacts) -> None:
        self.facts = facts
        self.known.emit()

    def _enter(self, opened: Opened) -> None:
        try:
            journal = self._viewing.open(opened, self.place.clock)
        except JournalError as error:
            self.refuse(error)
        else:
            self._hand_over(journal)
