"""Choose a backup, see what it is, and read what restoring it would do."""

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.restore_words import say_backup, say_backup_moment
from caregiver_journal.journal.restoring import BackupFacts
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button

_LINES_WIDE = 30
_LONGEST_NAME = 120


class RestoreSheet(Overlay):
    """A question over the page; Cancel has the focus, and Escape cancels.

    Signals:
        chosen: the ``Path`` of a backup that is to be read through.
        file_wanted: another file is to be chosen.
        view_wanted: the ``Path`` of the backup, to look around in.
        restore_wanted: the ``Path`` of the backup that is to take the journal's place.
    """

    chosen = Signal(object)
    file_wanted = Signal()
    view_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, zone: tzinfo | None, ground: QWidget) -> None:
        """Take the zone in which times are said."""
        super().__init__(_("Restore a backup"), ground, name="restoring", lines_wide=_LINES_WIDE)
        self._zone = zone
        self.backups = CalmCombo(name="restoring.backups")
        self._label = field_label(_("Which one"), self.backups)
        self.none = plain_label(_("There is no backup among the journal's own files."), wrap=True)
        self.none.setObjectName("restoring.none")
        self.progress = CalmProgress(name="restoring.progress")
        self.facts = plain_label("", "muted", wrap=True)
        self.facts.setObjectName("restoring.facts")
        self._what = plain_label(_what_happens(), wrap=True)
        self._what.setObjectName("restoring.what")
        self.problem = ProblemLine("restoring.problem")
        self.view = push_button(_("Look around in it first…"), "link", name="restoring.view")
        self.file = push_button(_("Choose a file…"), "link", name="restoring.file")
        self.cancel = push_button(_("Cancel"), name="restoring.cancel")
        self.do = push_button(_("Close and restore…"), "danger", name="restoring.do")
        self.card.add(
            self.none,
            self._label,
            self.backups,
            self.progress,
            self.facts,
            self.problem,
            self._what,
            FootRow((self.file, self.view), (self.cancel, self.do)),
        )
        self.card.setAccessibleDescription(_what_happens())
        self._connect()
        self.come_up()
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, backups: Sequence[Backup]) -> None:
        """Offer the journal's own backups; the first one is chosen."""
        self._show_only(self.none)
        for backup in backups:
            made = backup.made.astimezone(self._zone)
            self.backups.addItem(say_backup_moment(made), str(backup.path))
        if backups:
            self._choose()

    def offer_file(self, path: Path) -> None:
        """Offer a file too, and choose it."""
        if self.backups.findData(str(path)) < 0:
            self.backups.addItem(name_of(path)[:_LONGEST_NAME], str(path))
        self.backups.set_value(str(path))
        self._choose()

    def show_reading(self) -> None:
        """Say that the chosen one is read through."""
        self._show_only(self._label, self.backups, self.progress)
        self.progress.start(_("Reading it through…"), can_cancel=False)

    def show_facts(self, facts: BackupFacts) -> None:
        """Say what the chosen one is, and offer to restore it."""
        made = facts.made.astimezone(self._zone)
        self.facts.setText(say_backup(made, facts.program, facts.size))
        self._show_only(self._label, self.backups, self.facts, self._what, self.view, self.do)

    def show_problem(self, error: JournalError) -> None:
        """Say why the chosen one cannot be used."""
        self._show_only(self._label, self.backups, self.problem)
        self.problem.tell(error)

    def _connect(self) -> None:
        self.backups.activated.connect(self._choose)
        self.file.clicked.connect(self.file_wanted)
        self.view.clicked.connect(self._view)
        self.cancel.clicked.connect(self.go)
        self.do.clicked.connect(self._restore)

    def _choose(self, _index: int = 0) -> None:
        self.chosen.emit(self._path())

    def _view(self) -> None:
        self.view_wanted.emit(self._path())

    def _restore(self) -> None:
        self.restore_wanted.emit(self._path())

    def _path(self) -> Path:
        return Path(self.backups.value())

    def _show_only(self, *shown: QWidget) -> None:
        parts = (self.none, self._label, self.backups, self.progress, self.facts, self.problem)
        for widget in (*parts, self._what, self.view, self.do):
            widget.setVisible(widget in shown)


def _what_happens() -> str:
    return _(
        "The journal is closed and becomes as it was then. What was written since is not lost: a "
        "backup of today is made before, and the files of today are kept in the journal's folder "
        "too. You are asked for the passphrase of that day, or the recovery code."
    )
