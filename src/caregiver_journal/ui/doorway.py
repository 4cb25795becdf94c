"""Everything before an open journal: which page stands there, and the slow work behind it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.preference import CODE_CONFIRMED
from caregiver_journal.journal import doors
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.rescue import Rescued, rescue
from caregiver_journal.ui.lock.after_recovery import AfterRecoveryPage
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.lock.first_run import FirstRunPage
from caregiver_journal.ui.lock.renew_code import RenewCodePage
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.work import Ticket, Work

_PAGES = (UnlockPage, FirstRunPage, RenewCodePage, AfterRecoveryPage, DamagedPage)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """Where the journal lies and how it is opened.

    Attributes:
        folder: the journal's folder, absolute.
        others: folders of journals opened before.
        clock: tells the present moment.
        cost: of deriving a key; tests take a cheap one.
    """

    folder: Path
    others: tuple[str, ...] = ()
    clock: Clock = system_clock
    cost: doors.Cost = doors.STRONG


class Doorway(QStackedWidget):
    """Leads to an open journal.

    Signals:
        opened: a ``Journal``.
        folder_wanted: the path of another journal's folder.
    """

    opened = Signal(object)
    folder_wanted = Signal(str)

    def __init__(self, place: Place, work: Work) -> None:
        super().__init__()
        self._place = place
        self._work = work
        self._ticket: Ticket | None = None
        self._key: doors.Opened | None = None
        self._is_confirmed = True

    @property
    def folder(self) -> Path:
        """Where the journal lies."""
        return self._place.folder

    # --- which page -----------------------------------------------------------------------------

    def show_first_page(self) -> None:
        """Show the first run where there is no journal, else the unlock page."""
        if doors.JournalFolder(self._place.folder).holds_anything():
            self.show_unlock()
        else:
            self._show_first_run()

    def show_unlock(self) -> None:
        """Ask for the key."""
        page = UnlockPage(self._place.folder, self._place.others)
        page.passphrase_entered.connect(self._unlock)
        page.code_entered.connect(self._unlock_with_code)
        page.cancelled.connect(self._cancel)
        page.folder_chosen.connect(self.folder_wanted)
        page.other_requested.connect(self._choose_folder)
        page.new_requested.connect(self._choose_folder)
        self._show(page)

    def show_renewal(self) -> None:
        """Ask for the passphrase to make a new recovery code; the journal must be closed."""
        page = RenewCodePage(self._place.folder.name)
        page.passphrase_entered.connect(self._renew)
        page.left.connect(self.show_unlock)
        page.finished.connect(self._finish)
        self._show(page)

    def show_damaged(self) -> None:
        """Offer the rescue of the journal, whose key is known."""
        page = DamagedPage()
        page.rescue_requested.connect(self._rescue)
        page.reopen_requested.connect(self._open)
        self._show(page)

    def _show_first_run(self) -> None:
        page = FirstRunPage(self._place.folder)
        page.passphrase_chosen.connect(self._create)
        page.cancelled.connect(self._cancel)
        page.finished.connect(self._finish)
        page.folder_requested.connect(self._choose_folder)
        page.existing_requested.connect(self._choose_folder)
        self._show(page)

    def _show(self, page: QWidget) -> None:
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the page wants it."""
        page = self.currentWidget()
        if isinstance(page, _PAGES):
            page.focus_first()

    # --- the work behind the pages --------------------------------------------------------------

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._ticket = self._work.start(self, work, done, self._refuse)

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, JournalError) else JournalError()
        page = self.currentWidget()
        if isinstance(page, _PAGES):
            page.show_problem(known)
        if known is not error:
            raise error

    def _unlock(self, passphrase: str) -> None:
        place = self._place
        self._start(partial(doors.unlock, place.folder, passphrase, place.cost), self.open_with)

    def open_with(self, key: doors.Opened) -> None:
        """Open the journal with a key that was found."""
        self._key = key
        self._open()

    def _unlock_with_code(self, code: str) -> None:
        self._start(partial(doors.unlock_with_code, self._place.folder, code), self._recovered)

    def _recovered(self, key: doors.Opened) -> None:
        self._key = key
        page = AfterRecoveryPage()
        page.passphrase_chosen.connect(self._set_passphrase)
        page.skipped.connect(self._open)
        self._show(page)

    def _set_passphrase(self, passphrase: str) -> None:
        if self._key is not None:
            work = partial(doors.set_passphrase, self._key, passphrase, self._place.cost)
            self._start(work, self._use_slot)

    def _use_slot(self, slot: doors.Slot) -> None:
        journal = self._open_journal()
        if journal is None:
            return
        try:
            doors.use_slot(journal, slot)
        except JournalError as error:
            journal.close()
            self._refuse(error)
            return
        self._hand_over(journal)

    def _create(self, passphrase: str) -> None:
        place = self._place
        work = partial(doors.create, place.folder, passphrase, place.cost)
        self._start(work, self._created)

    def _created(self, key: doors.Opened) -> None:
        self._key = key
        page = self.currentWidget()
        if isinstance(page, FirstRunPage):
            page.show_code(key.root.recovery_code())

    def _renew(self, passphrase: str) -> None:
        place = self._place
        work = partial(doors.renew_code, place.folder, passphrase, place.cost)
        self._start(work, self._renewed)

    def _renewed(self, key: doors.Opened) -> None:
        self._key = key
        page = self.currentWidget()
        if isinstance(page, RenewCodePage):
            page.show_code(key.root.recovery_code())

    def _finish(self, is_confirmed: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._is_confirmed = is_confirmed
        journal = self._open_journal()
        if journal is None:
            return
        try:
            journal.set(CODE_CONFIRMED, is_confirmed)
        except JournalError as error:
            _LOG.warning("code_confirmed not kept, kind=%s", type(error).__name__)
        self._hand_over(journal)

    def _rescue(self) -> None:
        if self._key is not None:
            work = partial(rescue, self._place.folder, self._key, self._place.clock)
            self._start(work, self._rescued)

    def _rescued(self, rescued: Rescued) -> None:
        page = self.currentWidget()
        if isinstance(page, DamagedPage):
            page.show_result(rescued)

    # --- opening --------------------------------------------------------------------------------

    def _open(self) -> None:
        journal = self._open_journal()
        if journal is not None:
            self._hand_over(journal)

    def _open_journal(self) -> Journal | None:
        if self._key is None:
            return None
        try:
            return doors.open_journal(self._place.folder, self._key, self._place.clock)
        except DamagedError:
            self.show_damaged()
        except JournalError as error:
            self._refuse(error)
        return None

    def _hand_over(self, journal: Journal) -> None:
        self.opened.emit(journal)
        before = self.currentWidget()
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Choose a folder for a journal"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder_wanted)
        dialog.open()
