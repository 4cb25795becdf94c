"""Ask for what opens a backup that somebody wants to look around in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.journal.doors import Opened
from caregiver_journal.journal.restoring import BackupFacts
from caregiver_journal.journal.viewing import Viewing
from caregiver_journal.ui.lock.backup_page import BackupPage, BackupWords
from caregiver_journal.ui.lock.slowing import Slowing
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.work import Work

Refuse = Callable[[Exception], None]


class ViewingPage(BackupPage):
    """Unpacks one backup, and finds its key.

    Signals:
        known: the ``BackupFacts``.
        unlocked: what opens it.
    """

    known = Signal(object)
    unlocked = Signal(object)

    def __init__(
        self, viewing: Viewing, place: Place, work: Work, refuse: Refuse, slowing: Slowing
    ) -> None:
        """Unpack it; whoever shows this page removes what was unpacked."""
        super().__init__(_words(), place.folder, slowing, name="viewing", may_view=False)
        self._viewing = viewing
        self._place = place
        self._work = work
        self._refuse = refuse
        self.passphrase_entered.connect(self._unlock)
        self.code_entered.connect(self._unlock_with_code)
        work.start(self, viewing.unpack, self._show_known, refuse)

    def _show_known(self, facts: BackupFacts) -> None:
        self.known.emit(facts)
        self.show_facts(facts, self._place.clock().tzinfo)

    def _unlock(self, passphrase: str) -> None:
        self._find(partial(self._viewing.unlock_with_passphrase, passphrase, self._place.cost))

    def _unlock_with_code(self, code: str) -> None:
        self._find(partial(self._viewing.unlock_with_code, code))

    def _find(self, work: Callable[[], Opened]) -> None:
        self._work.start(self, work, self.unlocked.emit, self._refuse)


def _words() -> BackupWords:
    return BackupWords(
        title=_("Look around in a backup"),
        lead=_("It opens in this window as it was on its day. Your journal stays as it is."),
        action=_("Look around"),
        working=_("Opening it and checking every page…"),
        back=_("Close"),
    )
