"""All backups of the journal: when each was made, how large it is, and whether it is whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.phrasing import say_moment, say_size
from caregiver_journal.journal.backing_up import Backup, backups_of, check_backup
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 32


class BackupsSheet(Overlay):
    """Lists the backups, the newest first; one is read through, looked at or restored.

    Signals:
        restore_wanted: the ``Path`` of the one that may take the journal's place.
    """

    restore_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(_("All backups"), context.ground, name="backups", lines_wide=_LINES_WIDE)
        self._context = context
        about = _(
            "Each was read again and checked when it was made. The last ten stay, and one for each "
            "of the last 14 days, 8 weeks and 12 months. A backup opens with the passphrase of its "
            "day, or with the recovery code."
        )
        self.editor = ListEditor(_("All backups"), name="backups.list")
        self.editor.rename.hide()
        self.editor.hide_button.hide()
        self.facts = plain_label("", "small", wrap=True)
        self.facts.setObjectName("backups.facts")
        self.problem = ProblemLine("backups.problem")
        self.check = push_button(_("Check it again"), "link", name="backups.check")
        self.view = push_button(_("Look around"), "link", name="backups.view")
        self.restore = push_button(_("Restore…"), "link", name="backups.restore")
        self.done = push_button(_("Done"), "primary", name="backups.done")
        self.card.add(plain_label(about, "small", wrap=True), self.editor, self.facts)
        self.card.add(self.problem, FootRow((self.view, self.restore, self.check), (self.done,)))
        self._backups: dict[str, Backup] = {}
        self._list()
        self.editor.list.selectionModel().currentChanged.connect(self._tell)
        self.check.clicked.connect(self._check)
        self.view.clicked.connect(self._view)
        self.restore.clicked.connect(self._restore)
        self.done.clicked.connect(self.go)
        self.come_up()
        (self.editor.list if self._backups else self.done).setFocus()

    def _list(self) -> None:
        now = self._context.journal.clock()
        self._backups = {each.path.name: each for each in backups_of(self._context.journal)}
        self.editor.show_items(
            [
                Item(
                    key,
                    say_moment(each.made.astimezone(now.tzinfo), now.date()),
                    say_size(each.size),
                    may_rename=False,
                )
                for key, each in self._backups.items()
            ]
        )
        self._tell()

    def _tell(self) -> None:
        current = self._current()
        self.problem.be_quiet()
        self.facts.setText("" if current is None else current.path.name)
        for button in (self.check, self.view, self.restore):
            button.setEnabled(current is not None)

    def _current(self) -> Backup | None:
        current = self.editor.current()
        return None if current is None else self._backups.get(current.key)

    def _view(self) -> None:
        current = self._current()
        if current is not None:
            self._context.view(current.path)

    def _restore(self) -> None:
        """Leave it to the sheet that says what restoring does, before anything does."""
        current = self._current()
        if current is not None:
            self.go()
            self.restore_wanted.emit(current.path)

    def _check(self) -> None:
        current = self._current()
        if current is None:
            return
        self.check.setEnabled(False)
        self.problem.be_quiet()
        self.facts.setText(_("Reading it through…"))
        self._context.work.start(
            self,
            partial(check_backup, current.path),
            partial(self._praise, current.path),
            partial(self._refuse, current.path),
        )

    def _praise(self, path: Path, _manifest: object) -> None:
        self.check.setEnabled(True)
        self.facts.setText(_("{name} is whole.").format(name=path.name))

    def _refuse(self, path: Path, error: Exception) -> None:
        self.check.setEnabled(True)
        self.facts.setText(path.name)
        if not isinstance(error, JournalError):
            raise error
        self.problem.tell(error)
