"""Choose another copy of the journal, look at it, and bring it in; or stop midway."""

from functools import partial

from caregiver_journal.base.errors import (
    EarlierKeyError,
    ForeignKeyFileError,
    KeyFileDamagedError,
    KeyFileMissingError,
    MistypedCodeError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.merge_words import Told, say_merged, tell_conflict
from caregiver_journal.journal.merging import (
    Conflict,
    Decision,
    Merged,
    MergePreview,
    compare,
    merge,
)
from caregiver_journal.journal.other_copy import by_code, by_passphrase, home_of, read_copy
from caregiver_journal.ui.bringing_in import BringingIn
from caregiver_journal.ui.choose_file import file_dialog
from caregiver_journal.ui.merge_key import CODE
from caregiver_journal.ui.merge_sheet import MergeSheet
from caregiver_journal.ui.stepwise import Steps

_ABOUT_THE_KEY = (
    ForeignKeyFileError,
    KeyFileDamagedError,
    KeyFileMissingError,
    MistypedCodeError,
    EarlierKeyError,
    WrongCodeError,
    WrongPassphraseError,
)
"""Something else may be typed after these: where the key file fails, the code may open it."""


class Merging(BringingIn[MergeSheet, MergePreview, Decision, Merged]):
    """Brings in one copy at a time."""

    @override
    def ask(self) -> None:
        """Ask for a copy: a backup, or the database in another folder."""
        title = _("Choose a backup, or another journal.db")
        files = _("Backups and journals (*.cjbackup journal.db)")
        dialog = file_dialog(self._context.ground, title, files, name="merge.dialog")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @override
    def _make_sheet(self) -> MergeSheet:
        sheet = MergeSheet(self._context.ground)
        sheet.key_entered.connect(self._open)
        return sheet

    @override
    def _read(self, key: tuple[str, str] | None = None) -> None:
        unlock = None
        if key is not None:
            which, secret = key
            cost = self._context.cost
            unlock = by_code(secret) if which == CODE else by_passphrase(secret, cost)
        self._read_by(
            partial(read_copy, self._path, home_of(self._context.journal), unlock), compare
        )

    def _open(self, key: tuple[str, str]) -> None:
        self._read(key)

    @override
    def _show(self, sheet: MergeSheet, found: MergePreview) -> None:
        sheet.show_preview(found, self._tell, self._context.journal.clock().date())

    def _tell(self, conflict: Conflict) -> Told:
        return tell_conflict(self._context.journal, conflict)

    @override
    def _write(self, found: MergePreview, chosen: Decision, backup: Backup | None) -> Steps:
        return merge(self._context.journal, found, chosen, backup)

    @override
    def _say(self, done: Merged) -> str:
        return say_merged(done)

    @override
    def _refuse(self, error: Exception) -> None:
        if self._sheet is not None and isinstance(error, _ABOUT_THE_KEY):
            self._sheet.ask_for_key(error)
        else:
            super()._refuse(error)
