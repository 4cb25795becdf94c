"""Restore a backup while no journal is open: on a new computer, or in the place of another one."""

from pathlib import Path

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.journal.exporting import say_path
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.journal.restore_words import say_restored
from caregiver_journal.journal.restoring import BackupFacts, RestoredJournal
from caregiver_journal.ui.lock.backup_page import BackupPage, BackupWords
from caregiver_journal.ui.lock.slowing import Slowing
from caregiver_journal.ui.locksmith import Locksmith
from caregiver_journal.ui.place import Place


class RestorePage(BackupPage):
    """Shows one backup, and restores it.

    Signals:
        restored: what opens the journal, once what came of it was read.
        recovered: the same, where it was the recovery code; the passphrase may be forgotten.
    """

    restored = Signal(object)
    recovered = Signal(object)

    def __init__(
        self,
        backup: Path,
        place: Place,
        smith: Locksmith,
        slowing: Slowing,
        *,
        ends_afresh: bool,
    ) -> None:
        """Read the backup through.

        Args:
            backup: its file.
            place: where the journal is to lie.
            smith: does the work.
            slowing: lets the next try at the passphrase wait.
            ends_afresh: whether the program starts afresh afterwards, because a journal was open
                in this process.
        """
        super().__init__(_words(place), backup, slowing, name="restore", may_view=True)
        self._backup = backup
        self._place = place
        self._smith = smith
        self._ends_afresh = ends_afresh
        self._done: RestoredJournal | None = None
        self.passphrase_entered.connect(self._restore)
        self.code_entered.connect(self._restore_with_code)
        self.finished.connect(self._tell)
        smith.examine(backup, self._show_facts)

    def _show_facts(self, facts: BackupFacts) -> None:
        self.show_facts(facts, self._place.clock().tzinfo)

    def _restore(self, passphrase: str) -> None:
        self._smith.restore(self._backup, passphrase, self._show_done)

    def _restore_with_code(self, code: str) -> None:
        self._smith.restore_with_code(self._backup, code, self._show_done)

    def _show_done(self, done: RestoredJournal) -> None:
        self._done = done
        made = done.made.astimezone(self._place.clock().tzinfo)
        action = _("Go to the unlock page") if self._ends_afresh else _("Open the journal")
        self.title.setText(_("It is restored"))
        said = say_restored(made, done.kept_as, is_backed_up=done.is_backed_up)
        self.show_result(said, action)

    def _tell(self) -> None:
        if self._done is not None:
            (self.recovered if self.key.is_code() else self.restored).emit(self._done.opened)


def _words(place: Place) -> BackupWords:
    if JournalFolder(place.folder).holds_anything():
        lead = _(
            "It takes the place of the journal that lies here now. That one is not lost: it is "
            "kept in its folder, with everything written since."
        )
    else:
        lead = _("Its journal will lie in {folder}.").format(folder=say_path(place.folder))
    return BackupWords(
        title=_("Restore a backup"),
        lead=lead,
        action=_("Restore"),
        working=_("Unpacking it, checking every page and putting it in place…"),
        back=_("Leave it as it is"),
    )
