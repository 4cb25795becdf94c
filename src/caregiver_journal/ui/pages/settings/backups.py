"""How the journal is backed up: the last backup, a second place, and all that there are."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.backing_up import backups_of
from caregiver_journal.journal.backup_notes import read_notes
from caregiver_journal.journal.backup_rounds import Round, StoppedError
from caregiver_journal.journal.backup_words import say_all, say_failed, say_last, say_place
from caregiver_journal.journal.exporting import say_path
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.journal.invented import is_invented
from caregiver_journal.journal.second_place import is_on_same_disk, is_there, place_of, set_place
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.rows import SettingRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label, push_button, set_button_text


class Backups(QObject):
    """The rows of the section, and the work behind them.

    Attributes:
        last, second, all: a row each.
        progress: of the backup under way; hidden while there is none.

    Signals:
        restore_wanted: the ``Path`` of a backup that may take the journal's place.
    """

    restore_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._place: Path | None = None
        self._is_there: bool | None = None
        self._is_beside = False
        self.now = push_button(_("Back up now"), name="settings.back_up")
        self.choose = push_button(_("Choose a folder…"), name="settings.backup_place")
        self.show = push_button(_("Show…"), name="settings.backups")
        also = _("backups safe copy stick disk restore")
        self.last = SettingRow(_("Last backup"), _about("last_backup"), self.now, also)
        self.second = SettingRow(
            _("A second place"), _about("place"), self.choose, also, is_wide=True
        )
        self.all = SettingRow(_("All backups"), _about("backup_list"), self.show, also)
        self.progress = CalmProgress(name="settings.backing_up")
        self.progress.hide()
        self._connect()

    def refresh(self) -> None:
        """Say how things stand; whether the second place is there comes a moment later."""
        journal = self._context.journal
        self._place = place_of(journal)
        self._say()
        self._show_progress()
        if self._place is None:
            self._is_there = None
        else:
            work = partial(_look_at, self._place, journal.folder)
            self._context.work.start(self, work, self._take_look, self._ignore, is_apart=True)

    def _connect(self) -> None:
        backups = self._context.backups
        self.now.clicked.connect(self._back_up)
        self.choose.clicked.connect(self._switch)
        self.show.clicked.connect(self._show_all)
        self.progress.cancelled.connect(self._stop)
        backups.began.connect(self._begin)
        backups.progressed.connect(self.progress.set_share)
        backups.ended.connect(self._show_progress)

    # --- what is said ---------------------------------------------------------------------------

    def _say(self) -> None:
        journal = self._context.journal
        there, notes, now = backups_of(journal), read_notes(journal.folder), journal.clock()
        said = [say_last(there, now), say_failed(notes, now)]
        if is_invented(journal):
            said.append(_("An invented journal is backed up only when you ask for it."))
        self.last.about.setText(" ".join(filter(None, said)))
        self.all.about.setText(say_all(there))
        self.show.setEnabled(bool(there))
        place = say_place(self._place, notes, now, is_there=self._is_there)
        if self._is_beside and self._place is not None:
            beside = _("It lies on the disk of the journal, so both would be lost together.")
            place = f"{place} {beside}"
        lies = "" if self._place is None else f"{say_path(self._place)}\n"
        self.second.about.setText(f"{lies}{place}")
        words = _("Choose a folder…") if self._place is None else _("Do without it")
        set_button_text(self.choose, words)
        self.choose.setEnabled(not journal.is_read_only)

    def _take_look(self, look: tuple[Path, bool, bool]) -> None:
        place, self._is_there, self._is_beside = look
        if place == self._place and not self._context.journal.is_closed:
            self._say()

    def _ignore(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error

    def _begin(self) -> None:
        self.progress.start(_("Backing up…"))
        self._show_progress()

    def _show_progress(self) -> None:
        is_running = self._context.backups.is_running
        had_keyboard = self.progress.focusProxy() is self.progress.window().focusWidget()
        self.now.setEnabled(not (is_running or self._context.journal.is_read_only))
        self.progress.setVisible(is_running)
        if had_keyboard and not is_running:
            self.now.setFocus()

    # --- what is done ---------------------------------------------------------------------------

    def _back_up(self) -> None:
        self._context.backups.start(self._tell, self._fail)
        if self.progress.isVisible():
            self.progress.setFocus()

    def _stop(self) -> None:
        self.progress.set_sentence(_("Stopping…"))
        self._context.backups.stop()

    def _tell(self, done: Round) -> None:
        said = _("Backed up, read again and checked.")
        if done.copied_to is not None:
            said = _("Backed up and copied to the second place; both were checked.")
        elif done.trouble is not None:
            said = _("Backed up, but not copied: {reason}").format(reason=done.trouble.sentence)
        self._context.say(said)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            self._context.say(_("It was stopped. Earlier backups are as they were."))
        elif isinstance(error, JournalError):
            self._context.fail(error)

    def _switch(self) -> None:
        if self._place is None:
            self._ask()
            return
        try:
            take_back = set_place(self._context.journal, None)
        except JournalError as error:
            self._context.fail(error)
            return
        said = _("Nothing is copied there any more. What lies there stays.")
        self._context.undo.offer(said, take_back)

    def _ask(self) -> None:
        dialog = QFileDialog(self._context.ground, _("Choose a folder for copies of backups"))
        dialog.setObjectName("backups.where")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        home = QStandardPaths.StandardLocation.HomeLocation
        dialog.setDirectory(QStandardPaths.writableLocation(home))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, folder: str) -> None:
        """Let a folder be the second place, and back up to it at once."""
        try:
            set_place(self._context.journal, Path(folder))
        except JournalError as error:
            self._context.fail(error)
            return
        self._back_up()

    def _show_all(self) -> None:
        from caregiver_journal.ui.pages.settings.backups_sheet import (  # noqa: PLC0415 - rare
            BackupsSheet,
        )

        BackupsSheet(self._context).restore_wanted.connect(self.restore_wanted)


def _about(name: str) -> PlainLabel:
    label = plain_label("", "small", wrap=True)
    label.setObjectName(f"settings.{name}")
    return label


def _look_at(place: Path, folder: JournalFolder) -> tuple[Path, bool, bool]:
    """Look whether a place is there, and on the disk of the journal; any thread."""
    return place, is_there(place), is_on_same_disk(place, folder)
