"""Everything before an open journal: which page stands there, and what follows on it."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from caregiver_journal.base.errors import DamagedError, JournalError, MendingNeededError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.lock.slowing import Slowing
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.work import Work

# All but the unlock page, and all work with keys, is imported when it is needed: whoever comes back
# to a locked journal waits for the unlock page only.
if TYPE_CHECKING:
    from caregiver_journal.domain.support import Part
    from caregiver_journal.journal.backup_rounds import Halt
    from caregiver_journal.journal.doors import Opened, Slot
    from caregiver_journal.journal.journal import Journal
    from caregiver_journal.journal.losses import Looked
    from caregiver_journal.journal.rescue import Rescued
    from caregiver_journal.ui.lock.damaged import DamagedPage
    from caregiver_journal.ui.lock.first_run import FirstRunPage
    from caregiver_journal.ui.lock.renew_code import RenewCodePage
    from caregiver_journal.ui.locksmith import Locksmith

_LOG = logging.getLogger(__name__)


class Doorway(QStackedWidget):
    """Leads to an open journal.

    Attributes:
        slowing: counts wrong tries at a passphrase, whichever page they are made on.

    Signals:
        opened: a ``Journal``.
        folder_wanted: the path of another journal's folder.
        view_wanted: the ``Path`` of a backup, to look around in.
    """

    opened = Signal(object)
    folder_wanted = Signal(str)
    view_wanted = Signal(object)

    def __init__(self, place: Place, work: Work) -> None:
        super().__init__()
        self.place = place
        self._work = work
        self.slowing = Slowing(self)
        self._locksmith: Locksmith | None = None
        self._key: Opened | None = None
        self._code_page: FirstRunPage | RenewCodePage | None = None
        self._damaged_page: DamagedPage | None = None
        self._looked: Looked | None = None
        self._halt: Halt | None = None
        self._ends_afresh = False

    # --- which page -----------------------------------------------------------------------------

    def show_first_page(self) -> None:
        """Show the first run where there is no journal, else the unlock page."""
        if JournalFolder(self.place.folder).holds_anything():
            self.show_unlock()
        else:
            self._show_first_run()

    def show_unlock(self) -> None:
        """Ask for the key."""
        folder = JournalFolder(self.place.folder)
        page = UnlockPage(
            folder.path,
            self.place.others,
            has_keychain=folder.has_keychain_slot(),
            card=_read_card(folder),
            slowing=self.slowing,
        )
        page.passphrase_entered.connect(self._unlock)
        page.code_entered.connect(self._unlock_with_code)
        page.keychain_requested.connect(self._unlock_with_keychain)
        page.cancelled.connect(self._cancel)
        page.folder_chosen.connect(self.folder_wanted)
        page.other_requested.connect(self._choose_folder)
        page.new_requested.connect(self._choose_folder)
        page.restore_requested.connect(self.choose_backup)
        self._show(page)

    def show_renewal(self) -> None:
        """Ask for the passphrase to make a new recovery code; the journal must be closed."""
        from caregiver_journal.ui.lock.renew_code import RenewCodePage  # noqa: PLC0415 - see above

        page = RenewCodePage(self.place.folder.name)
        if JournalFolder(self.place.folder).has_keychain_slot():
            page.foot.setText(
                _("A new code turns this computer's keychain off. Turn it on again in Settings.")
            )
        page.passphrase_entered.connect(self._renew)
        page.left.connect(self.show_unlock)
        page.finished.connect(self._finish)
        self._show(page)
        self._code_page = page

    def show_restore(self, backup: Path, *, ends_afresh: bool = False) -> None:
        """Show a backup, and restore it; the journal must be closed.

        Args:
            backup: its file.
            ends_afresh: whether the program starts afresh whatever comes of it, because a journal
                was open in this process.
        """
        from caregiver_journal.ui.restore_page import RestorePage  # noqa: PLC0415 - see above

        page = RestorePage(backup, self.place, self._smith, self.slowing, ends_afresh=ends_afresh)
        page.another_wanted.connect(self.choose_backup)
        page.view_wanted.connect(self.view_wanted)
        page.left.connect(self._start_afresh if ends_afresh else self._leave_restoring)
        page.restored.connect(self._start_afresh if ends_afresh else self.open_with)
        page.recovered.connect(self._start_afresh if ends_afresh else self._recovered)
        self._ends_afresh = ends_afresh
        self._show(page)

    def choose_backup(self) -> None:
        """Ask for a backup that is to be restored."""
        from caregiver_journal.ui.choose_backup import backup_dialog  # noqa: PLC0415 - see above

        dialog = backup_dialog(self, JournalFolder(self.place.folder).backups)
        dialog.fileSelected.connect(self._show_chosen)
        dialog.open()

    def show_damaged(self, *, ends_afresh: bool = False) -> None:
        """Offer the rescue of the journal, whose key is known; the journal must be closed.

        Args:
            ends_afresh: as in ``show_restore``; a backup may be restored instead.
        """
        from caregiver_journal.ui.lock.damaged import DamagedPage  # noqa: PLC0415 - see above

        page = DamagedPage(self.place.clock().date())
        page.rescue_requested.connect(self._rescue)
        page.back_requested.connect(self._bring_back)
        page.reopen_requested.connect(self._reopen)
        page.restore_requested.connect(self.choose_backup)
        self._ends_afresh = ends_afresh
        self._show(page)
        self._damaged_page = page

    def focus_first(self) -> None:
        """Put the keyboard where the page wants it."""
        page = self.currentWidget()
        if isinstance(page, LockPage):
            page.focus_first()

    def _show_first_run(self) -> None:
        from caregiver_journal.ui.lock.first_run import FirstRunPage  # noqa: PLC0415 - see above

        page = FirstRunPage(self.place.folder)
        page.passphrase_chosen.connect(self._create)
        page.cancelled.connect(self._cancel)
        page.finished.connect(self._finish)
        page.folder_requested.connect(self._choose_folder)
        page.existing_requested.connect(self._choose_folder)
        page.restore_requested.connect(self.choose_backup)
        self._show(page)
        self._code_page = page

    def _show_recovered(self) -> None:
        from caregiver_journal.ui.lock.after_recovery import (  # noqa: PLC0415 - see above
            AfterRecoveryPage,
        )

        page = AfterRecoveryPage()
        page.passphrase_chosen.connect(self._set_passphrase)
        page.skipped.connect(self._reopen)
        self._show(page)

    def _show(self, page: LockPage) -> None:
        self._clear()
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.focus_first()

    def _clear(self) -> None:
        self._code_page = self._damaged_page = None
        before = self.currentWidget()
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    # --- what follows on a page -------------------------------------------------------------------

    @property
    def _smith(self) -> "Locksmith":
        if self._locksmith is None:
            from caregiver_journal.ui.locksmith import Locksmith  # noqa: PLC0415 - see above

            self._locksmith = Locksmith(self.place, self._work, self.refuse, self)
        return self._locksmith

    def open_with(self, key: "Opened") -> None:
        """Open the journal with a key that was found."""
        self._key = key
        self._open()

    def refuse(self, error: Exception) -> None:
        """Say on the page that is shown why something could not be done."""
        known = error if isinstance(error, JournalError) else JournalError()
        page = self.currentWidget()
        if isinstance(page, LockPage):
            page.show_problem(known)
        if known is not error:
            raise error

    def _cancel(self) -> None:
        self._smith.cancel()

    def _unlock(self, passphrase: str) -> None:
        self._smith.unlock(passphrase, self.open_with)

    def _unlock_with_code(self, code: str) -> None:
        self._smith.unlock_with_code(code, self._recovered)

    def _unlock_with_keychain(self) -> None:
        self._smith.unlock_with_keychain(self.open_with)

    def _recovered(self, key: "Opened") -> None:
        self._key = key
        self._show_recovered()

    def _set_passphrase(self, passphrase: str) -> None:
        if self._key is not None:
            self._smith.make_slot(self._key, passphrase, self._open)

    def _create(self, passphrase: str) -> None:
        self._smith.create(passphrase, self._show_code)

    def _renew(self, passphrase: str) -> None:
        self._smith.renew_code(passphrase, self._show_code)

    def _show_code(self, key: "Opened") -> None:
        self._key = key
        if self._code_page is not None:
            self._code_page.show_code(key.root.recovery_code())

    def _finish(self, is_confirmed: bool) -> None:  # noqa: FBT001 - a signal's argument
        from caregiver_journal.domain.preference import CODE_CONFIRMED  # noqa: PLC0415 - see above

        journal = self._open_journal()
        if journal is None:
            return
        try:
            journal.set(CODE_CONFIRMED, is_confirmed)
        except JournalError as error:
            _LOG.warning("code_confirmed not kept, kind=%s", type(error).__name__)
        self._hand_over(journal)

    def _show_chosen(self, file: str) -> None:
        self.show_restore(Path(file), ends_afresh=self._ends_afresh)

    def _leave_restoring(self) -> None:
        self._smith.cancel()
        self.show_first_page()

    def _start_afresh(self) -> None:
        self.folder_wanted.emit(str(self.place.folder))

    def _rescue(self) -> None:
        if self._key is not None:
            self._smith.rescue(self._key, self._show_rescued)

    def _show_rescued(self, rescued: "Rescued") -> None:
        if self._damaged_page is None or self._key is None:
            return
        self._damaged_page.show_result(rescued)
        if rescued.lacks_anything:
            self._damaged_page.show_looking()
            self._smith.look_for_losses(self._key, rescued, self._show_looked)

    def _show_looked(self, looked: "Looked") -> None:
        self._looked = looked
        if self._damaged_page is not None:
            self._damaged_page.show_looked(looked)

    def _bring_back(self) -> None:
        if self._damaged_page is not None and self._key is not None and self._looked is not None:
            brought = self._damaged_page.show_brought
            self._smith.bring_back(self._key, self._looked.found, brought)

    # --- opening --------------------------------------------------------------------------------

    def _reopen(self) -> None:
        self._smith.cancel()
        self._open()

    def _open(self, slot: "Slot | None" = None) -> None:
        journal = self._open_journal(slot)
        if journal is not None:
            self._hand_over(journal)

    def _open_journal(
        self, slot: "Slot | None" = None, *, is_mended: bool = False
    ) -> "Journal | None":
        if self._key is None:
            return None
        from caregiver_journal.journal.doors import Mending  # noqa: PLC0415 - see above

        try:
            where = Mending.LATER if is_mended else Mending.ELSEWHERE
            return self._smith.open(self._key, slot, where)
        except MendingNeededError:
            self._mend(self._key, slot)
        except DamagedError:
            self.show_damaged()
        except JournalError as error:
            self.refuse(error)
        return None

    def _mend(self, key: "Opened", slot: "Slot | None") -> None:
        """Have the file mended on the worker, then open the journal whatever came of that."""
        from caregiver_journal.ui.lock.mending import MendingPage  # noqa: PLC0415 - see above

        page = MendingPage()
        self._show(page)

        def open_it(_none: None) -> None:
            self._halt = None
            journal = self._open_journal(slot, is_mended=True)
            if journal is not None:
                self._hand_over(journal)

        self._halt = self._smith.mend(key, page.progressed.emit, open_it)
        page.skipped.connect(self._halt.stop)

    def leave_mending(self) -> None:
        """Stop mending before its next step, and open nothing; the next opening goes on with it."""
        if self._halt is not None:
            self._smith.cancel()
            self._halt.stop()

    def _hand_over(self, journal: "Journal") -> None:
        self._clear()
        self.opened.emit(journal)

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        dialog = QFileDialog(self, _("Choose a folder for a journal"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder_wanted)
        dialog.open()


def _read_card(folder: JournalFolder) -> "tuple[Part, ...]":
    """Return the support card where it lies for all to read; nothing where it does not."""
    if not folder.has_support_card():
        return ()
    from caregiver_journal.journal.open_card import read_open_card  # noqa: PLC0415 - see above

    return read_open_card(folder)
