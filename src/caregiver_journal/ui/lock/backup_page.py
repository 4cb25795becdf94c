"""What a backup is, what opens it, and what came of it; to restore it, or to look around in it."""

from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.restore_words import say_backup
from caregiver_journal.journal.restoring import BackupFacts
from caregiver_journal.ui.lock.key_entry import KeyEntry
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.lock.slowing import Slowing
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LONGEST_NAME = 120


class BackupWords(NamedTuple):
    """What a page about a backup says.

    Attributes:
        title: of the page.
        lead: what is going to happen.
        action: on the button that does it.
        working: while it is done.
        back: on the link that leads away.
    """

    title: str
    lead: str
    action: str
    working: str
    back: str


class BackupPage(LockPage):
    """Shows a backup that was checked, and asks for what opens it.

    Signals:
        passphrase_entered, code_entered: what was typed.
        another_wanted: another file is to be chosen.
        view_wanted: the ``Path`` of the backup; it is to be looked at first.
        left: nothing is to be done with it.
        finished: what was done is done and read.
    """

    passphrase_entered = Signal(str)
    code_entered = Signal(str)
    another_wanted = Signal()
    view_wanted = Signal(object)
    left = Signal()
    finished = Signal()

    def __init__(
        self, words: BackupWords, path: Path, slowing: Slowing, *, name: str, may_view: bool
    ) -> None:
        """Begin with the file being read.

        Args:
            words: what the page says.
            path: the file.
            slowing: lets the next try at its passphrase wait.
            name: of the page; its parts are ``<name>.<part>``.
            may_view: whether it can be looked at first.
        """
        super().__init__(words.title, words.lead, lines_wide=28)
        self._words = words
        self._path = path
        self._slowing = slowing
        self._may_view = may_view
        self._is_known = False
        self.file = plain_label(name_of(path)[:_LONGEST_NAME], "strong", wrap=True)
        self.file.setObjectName(f"{name}.file")
        self.facts = plain_label("", "muted", wrap=True)
        self.facts.setObjectName(f"{name}.facts")
        self.key = KeyEntry(name)
        self.problem = ProblemLine(f"{name}.problem")
        self.result = plain_label("", wrap=True)
        self.result.setObjectName(f"{name}.result")
        self.progress = CalmProgress(name=f"{name}.progress")
        self.view = push_button(_("Look around in it first…"), "link", name=f"{name}.view")
        self.back = push_button(words.back, "link", name=f"{name}.back")
        self.another = push_button(_("Choose another file…"), name=f"{name}.another")
        self.do = push_button(words.action, "primary", name=f"{name}.do")
        self.go_on = push_button(_("Go on"), "primary", name=f"{name}.go_on")
        self._arrange()
        self._connect()
        self._show_only(self.file, self.progress, self.back)
        self.progress.start(_("Reading it through…"), can_cancel=False)

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the page wants it."""
        for widget in (self.go_on, self.another, self.back):
            if widget.isVisibleTo(self) and not self.key.isVisibleTo(self):
                widget.setFocus()
                return
        self.key.focus_field()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why it cannot be used, or why what was typed does not open it."""
        self._set_busy(busy=False)
        if self._is_known:
            self._show_ready(self.problem)
            self.problem.tell(error)
            if isinstance(error, WrongPassphraseError):
                self._on_waiting(self._slowing.count_wrong(self.problem.text()))
            self.key.try_again(is_wrong=isinstance(error, WrongPassphraseError))
        else:
            self.set_lead("")
            self._show_only(self.file, self.problem, self.back, self.another)
            self.problem.tell(error)
            self.another.setFocus()

    def show_facts(self, facts: BackupFacts, zone: tzinfo | None) -> None:
        """Say what the backup is, and ask for what opens it."""
        self._is_known = True
        made: datetime = facts.made.astimezone(zone)
        self.facts.setText(say_backup(made, facts.program, facts.size))
        self._show_ready()
        if self._slowing.is_on:
            self._on_waiting(self._slowing.say_left())
        self.key.focus_field()

    def show_result(self, sentences: str, action: str) -> None:
        """Say what came of it; there is one step left."""
        self._set_busy(busy=False)
        self.key.clear()
        self.set_lead("")
        self.result.setText(sentences)
        self.go_on.setText(action)
        self.go_on.setAccessibleName(action)
        self._show_only(self.file, self.result, self.go_on)
        self.go_on.setFocus()

    def _arrange(self) -> None:
        parts: tuple[QWidget, ...] = (
            self.file,
            self.facts,
            self.key,
            self.problem,
            self.result,
            self.progress,
        )
        for widget in parts:
            self.column.addWidget(widget)
        links = QHBoxLayout()
        links.addWidget(self.key.switch)
        links.addStretch(1)
        self.column.addLayout(links)
        self.column.addWidget(FootRow((self.back, self.view), (self.another, self.do, self.go_on)))

    def _connect(self) -> None:
        self._slowing.over.connect(self._on_waited)
        self.key.submitted.connect(self._submit)
        self.do.clicked.connect(self._submit)
        self.back.clicked.connect(self.left)
        self.another.clicked.connect(self.another_wanted)
        self.view.clicked.connect(self._view)
        self.go_on.clicked.connect(self.finished)

    def _show_ready(self, *also: QWidget) -> None:
        may_view = (self.view,) if self._may_view else ()
        ready = (self.file, self.facts, self.key, self.key.switch, self.back, self.do)
        self._show_only(*ready, *may_view, *also)

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (
            self.file,
            self.facts,
            self.key,
            self.problem,
            self.result,
            self.progress,
            self.key.switch,
            self.back,
            self.view,
            self.another,
            self.do,
            self.go_on,
        ):
            widget.setVisible(widget in shown)

    def _submit(self) -> None:
        if not (self.do.isEnabled() and self._is_known):
            return
        if not self.key.text():
            self.key.focus_field()
            return
        self.problem.be_quiet()
        self._set_busy(busy=True)
        (self.code_entered if self.key.is_code() else self.passphrase_entered).emit(self.key.text())

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.key, self.key.switch, self.back, self.view):
            widget.setEnabled(not busy)
        self.do.setEnabled(not (busy or self._slowing.is_on))
        if busy:
            self.progress.start(self._words.working, can_cancel=False)
        self.progress.setVisible(busy)

    def _on_waiting(self, sentence: str) -> None:
        self.problem.show()
        self.problem.say(sentence)
        self.do.setEnabled(not self._slowing.is_on)

    def _on_waited(self) -> None:
        if self._is_known:
            self.do.setEnabled(True)
            self.problem.be_quiet()

    def _view(self) -> None:
        self.view_wanted.emit(self._path)
