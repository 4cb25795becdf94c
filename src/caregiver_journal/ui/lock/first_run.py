"""The first run, in three calm steps: what it protects, a passphrase, the recovery code."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.journal.folder import guess_shared_place
from caregiver_journal.ui.lock.new_passphrase import NewPassphrase
from caregiver_journal.ui.lock.recovery_code import RecoveryCode
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button


class FirstRunPage(LockPage):
    """Leads through making a journal.

    Signals:
        folder_requested: the journal shall lie elsewhere.
        passphrase_chosen: a passphrase; the journal can be made.
        cancelled: making it is not wanted any more.
        finished: whether the recovery code was typed back.
        existing_requested: there is a journal already, in another folder.
        restore_requested: there is a backup of it, as on a new computer.
    """

    folder_requested = Signal()
    passphrase_chosen = Signal(str)
    cancelled = Signal()
    finished = Signal(bool)
    existing_requested = Signal()
    restore_requested = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__("", lines_wide=25)
        self._folder = folder
        self._body = QWidget()
        self.column.addWidget(self._body)
        self.problem = ProblemLine("first_run.problem")
        self.progress = CalmProgress()
        self.progress.cancelled.connect(self._on_cancelled)
        self._focus: QWidget = self._body
        self._waiting: tuple[QWidget, ...] = ()
        self.show_promise()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where this step wants it."""
        self._focus.setFocus()

    def show_promise(self) -> None:
        """Step one: say what the program protects and what it does not."""
        self._begin(
            1,
            _("A journal that stays yours"),
            _("For people who care for others, and sometimes forget themselves."),
        )
        for heading, text in (
            (
                _("It protects"),
                _(
                    "Everything you write is encrypted on this computer. Whoever finds or copies "
                    "the disk, a stick or a backup can read nothing. Nothing is ever sent anywhere."
                ),
            ),
            (
                _("It cannot protect"),
                _(
                    "Against somebody who knows your passphrase, watches your screen, or controls "
                    "this computer while the journal is open. What you export is no longer "
                    "protected."
                ),
            ),
            (
                _("It is no helpline"),
                _("Nobody sees what you write here, and this program cannot call for help."),
            ),
        ):
            self._add_paragraph(heading, plain_label(text, wrap=True))
        self._add_folder()
        begin = push_button(_("Begin"), "primary", name="first_run.begin")
        begin.clicked.connect(self.show_passphrase)
        existing = push_button(_("I have a journal already"), "link", name="first_run.existing")
        existing.clicked.connect(self.existing_requested)
        restore = push_button(_("Restore a backup…"), "link", name="first_run.restore")
        restore.clicked.connect(self.restore_requested)
        self._add_foot((existing, restore), begin)
        self._take_focus(begin)

    def show_passphrase(self) -> None:
        """Step two: choose a passphrase."""
        self._begin(
            2,
            _("Choose a passphrase"),
            _(
                "You type it each time you open the journal. A few words are easier to remember "
                "than signs."
            ),
        )
        self.new_passphrase = NewPassphrase()
        self._layout.addWidget(self.new_passphrase)
        self._layout.addWidget(self.problem)
        self._layout.addWidget(self.progress)
        back = push_button(_("Back"), "link", name="first_run.back")
        back.clicked.connect(self.show_promise)
        self.make = push_button(_("Make the journal"), "primary", name="first_run.make")
        self.make.clicked.connect(self._submit)
        self.new_passphrase.submitted.connect(self._submit)
        self._add_foot((back,), self.make)
        self._waiting = (self.new_passphrase, back, self.make)
        self._take_focus(self.new_passphrase.first)

    def show_code(self, code: str) -> None:
        """Step three: show the recovery code."""
        self._begin(
            3,
            _("Your recovery code"),
            _(
                "It opens the journal when the passphrase is forgotten. It is shown only now. "
                "Write it down or print it, and keep it away from this computer."
            ),
        )
        self.code = RecoveryCode(code, self._folder.name)
        self.code.confirmed.connect(self._on_confirmed)
        self.code.skipped.connect(self._on_skipped)
        self._layout.addWidget(self.code)
        self._layout.addWidget(self.problem)
        self._take_focus(self.code.fields[0])

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why the journal could not be made; nothing typed is lost."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.focus_first()

    def _take_focus(self, widget: QWidget) -> None:
        self._focus = widget
        widget.setFocus()

    def _begin(self, step: int, title: str, lead: str) -> None:
        for kept in (self.problem, self.progress):
            kept.setParent(self)
            kept.hide()
        fresh = QWidget()
        self._layout = QVBoxLayout(fresh)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self.column.replaceWidget(self._body, fresh)
        self._body.deleteLater()
        self._body.hide()
        self._body = fresh
        self._waiting = ()
        self.title.setText(title)
        self.set_lead(lead)
        self.foot.setText(_("Step {step} of 3").format(step=step))

    def _add_paragraph(self, heading: str, content: QWidget | QLayout) -> None:
        paragraph = QVBoxLayout()
        paragraph.setContentsMargins(0, 0, 0, SMALL)
        paragraph.setSpacing(2)
        paragraph.addWidget(plain_label(heading, "label"))
        if isinstance(content, QLayout):
            paragraph.addLayout(content)
        else:
            paragraph.addWidget(content)
        self._layout.addLayout(paragraph)

    def _add_folder(self) -> None:
        row = QHBoxLayout()
        place = plain_label(str(self._folder), "muted", wrap=True)
        place.setObjectName("first_run.folder")
        change = push_button(_("Change…"), "link", name="first_run.change_folder")
        change.clicked.connect(self.folder_requested)
        row.addWidget(place, 1)
        row.addWidget(change)
        self._add_paragraph(_("Where it lies"), row)
        shared = guess_shared_place(self._folder)
        if shared:
            text = _(
                "This looks like {place}. Two computers writing at once can damage a journal "
                "there; a folder on this computer is safer."
            ).format(place=shared)
            self._layout.addWidget(plain_label(text, "error_small", wrap=True))

    def _add_foot(self, left: tuple[QWidget, ...], right: QWidget) -> None:
        foot = FootRow(left, (right,))
        foot.setContentsMargins(0, SNUG, 0, 0)
        self._layout.addWidget(foot)

    def _submit(self) -> None:
        passphrase = self.new_passphrase.passphrase()
        if passphrase and self.make.isEnabled():
            self._set_busy(busy=True)
            self.passphrase_chosen.emit(passphrase)

    def _set_busy(self, *, busy: bool) -> None:
        for widget in self._waiting:
            widget.setEnabled(not busy)
        self.problem.be_quiet()
        if busy:
            self.progress.start(_("Making the journal…"))
        self.progress.setVisible(busy)

    def _on_cancelled(self) -> None:
        self._set_busy(busy=False)
        self.cancelled.emit()
        self.focus_first()

    def _on_confirmed(self) -> None:
        self.finished.emit(True)

    def _on_skipped(self) -> None:
        self.finished.emit(False)
