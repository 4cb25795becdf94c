"""Choose a file with the data of a journal, look at it, and bring it in; or stop midway."""

from functools import partial

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.import_words import say_brought
from caregiver_journal.journal.importing import Preview, bring_in, compare, read_file
from caregiver_journal.ui.bringing_in import BringingIn
from caregiver_journal.ui.choose_file import file_dialog
from caregiver_journal.ui.import_sheet import ImportSheet
from caregiver_journal.ui.stepwise import Steps


class Importing(BringingIn[ImportSheet, Preview, bool, Preview]):
    """Brings in one file at a time."""

    _takes_theirs = False

    @override
    def ask(self) -> None:
        title, files = _("Choose a file that was saved as JSON"), _("All data, JSON (*.json)")
        dialog = file_dialog(self._context.ground, title, files, name="import.which")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @override
    def _make_sheet(self) -> ImportSheet:
        return ImportSheet(self._context.ground)

    @override
    def _read(self) -> None:
        self._read_by(partial(read_file, self._path), compare)

    @override
    def _show(self, sheet: ImportSheet, found: Preview) -> None:
        sheet.show_preview(found)

    @override
    def _write(self, found: Preview, chosen: bool, backup: Backup | None) -> Steps:
        self._takes_theirs = chosen
        return bring_in(self._context.journal, found, take_theirs=chosen)

    @override
    def _say(self, done: Preview) -> str:
        return say_brought(done, take_theirs=self._takes_theirs)
