"""The unlock page: passphrase, recovery code or keychain, and the way to other journals."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.base.places import default_journal_folder
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.lock.slowing import Slowing
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    push_button,
    set_button_text,
)

if TYPE_CHECKING:
    from caregiver_journal.domain.support import Part


class UnlockPage(LockPage):
    """Asks for the key.

    Signals:
        passphrase_entered, code_entered: what was typed.
        keychain_requested: the system's keychain is to open it.
        cancelled: the derivation under way is not wanted any more.
        folder_chosen: a path; another journal is wanted.
        other_requested: another folder is to be looked for.
        new_requested: a new journal elsewhere is wanted.
        restore_requested: a backup is to be restored.
    """

    passphrase_entered = Signal(str)
    code_entered = Signal(str)
    keychain_requested = Signal()
    cancelled = Signal()
    folder_chosen = Signal(str)
    other_requested = Signal()
    new_requested = Signal()
    restore_requested = Signal()

    def __init__(
        self,
        folder: Path,
        others: tuple[str, ...],
        *,
        has_keychain: bool = False,
        card: "tuple[Part, ...]" = (),
        slowing: Slowing | None = None,
    ) -> None:
        """Ask for the key of the journal in a folder.

        Args:
            folder: where it lies.
            others: the folders of other journals.
            has_keychain: whether the system's keychain may open it.
            card: the support card, where the person wants it to be read before unlocking.
            slowing: slows tries on other pages too; None for one of its own.
        """
        super().__init__(_("Welcome back"))
        self._card = card
        self._slowing = slowing or Slowing(self)
        self.passphrase = PassphraseField(_("Passphrase"), name="unlock.passphrase")
        self.code = line_field("XXXX-XXXX-…", name="unlock.code")
        self.problem = ProblemLine("unlock.problem")
        self.unlock = push_button(_("Unlock"), "primary", name="unlock.open")
        self.keychain = push_button(_("Open with the keychain"), name="unlock.keychain")
        self.progress = CalmProgress()
        self.switch = push_button(_("Use recovery code"), "link", name="unlock.switch")
        self.others = push_button(_("Other journals…"), "link", name="unlock.others")
        self.restore = push_button(_("Restore a backup…"), "link", name="unlock.restore")
        self.support = push_button(_("Support card"), "link", name="unlock.support")
        self._others = tuple(name for name in others if name != str(folder))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self._fields = QStackedWidget()
        self._has_keychain = has_keychain
        self._arrange()
        self._connect()
        self._show_lead(folder)
        if self._slowing.is_on:
            self._on_waiting(self._slowing.say_left())

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the field that is asked for."""
        (self.code if self._is_code() else self.passphrase).setFocus()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why it did not open; a wrong passphrase is slowed and may be tried again."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        if isinstance(error, WrongPassphraseError):
            self._on_waiting(self._slowing.count_wrong(self.problem.text()))
        self.passphrase.set_wrong(wrong=isinstance(error, WrongPassphraseError))
        self.focus_first()
        self.passphrase.select_all()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.code.setText("")

    def _arrange(self) -> None:
        with_label = QWidget()
        column = QVBoxLayout(with_label)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG // 2)
        column.addWidget(field_label(_("Recovery code"), self.code))
        column.addWidget(self.code)
        column.addStretch(1)
        self._fields.addWidget(self.passphrase)
        self._fields.addWidget(with_label)
        links = QHBoxLayout()
        links.addWidget(self.switch)
        links.addStretch(1)
        links.addWidget(self.others)
        for widget in (self._fields, self.problem, self.unlock, self.keychain, self.progress):
            self.column.addWidget(widget)
        self.column.addLayout(links)
        self.column.addWidget(self.support)
        self.column.addWidget(self.restore)
        self.support.setVisible(bool(self._card))
        self.keychain.setVisible(self._has_keychain)
        self.progress.hide()

    def _connect(self) -> None:
        self._slowing.over.connect(self._on_waited)
        self.unlock.clicked.connect(self._submit)
        self.passphrase.submitted.connect(self._submit)
        self.code.returnPressed.connect(self._submit)
        self.keychain.clicked.connect(self._ask_keychain)
        self.switch.clicked.connect(self._switch)
        self.others.setMenu(self._menu)
        self.restore.clicked.connect(self.restore_requested)
        self.support.clicked.connect(self._show_card)
        if self._card:
            QShortcut(QKeySequence("F8"), self, self._show_card)
        self.progress.cancelled.connect(self._on_cancelled)

    def fill_menu(self) -> None:
        """List the other journals, when somebody wants to see them."""
        self._menu.clear()
        for other in self._others:
            action = self._menu.addAction(other.replace("&", "&&"))
            action.setProperty("folder", other)
            action.triggered.connect(self._on_other)
        self._menu.addSeparator()
        self._menu.addAction(_("Open a folder…"), self.other_requested.emit)
        self._menu.addAction(_("Make a new journal…"), self.new_requested.emit)

    def _show_lead(self, folder: Path) -> None:
        self.set_lead(_("Your journal is locked and encrypted on this computer."))
        place = "" if folder == default_journal_folder() else str(folder)
        card = _("Your support card can be read without unlocking.") if self._card else ""
        self.foot.setText("\n".join(filter(None, (card, place))))

    def _show_card(self) -> None:
        from caregiver_journal.ui.lock.open_card import OpenCardSheet  # noqa: PLC0415 - rare

        if not any(sheet.isVisible() for sheet in self.findChildren(OpenCardSheet)):
            OpenCardSheet(self._card, self)

    def _is_code(self) -> bool:
        return self._fields.currentIndex() == 1

    def _switch(self) -> None:
        self._fields.setCurrentIndex(0 if self._is_code() else 1)
        text = _("Use passphrase") if self._is_code() else _("Use recovery code")
        set_button_text(self.switch, text)
        if not self._slowing.is_on:  # else it says why one cannot go on yet
            self.problem.be_quiet()
        self.focus_first()

    def _submit(self) -> None:
        if not self.unlock.isEnabled():
            return
        text = self.code.text() if self._is_code() else self.passphrase.text()
        if not text:
            self.focus_first()
            return
        self.problem.be_quiet()
        self._set_busy(busy=True)
        (self.code_entered if self._is_code() else self.passphrase_entered).emit(text)

    def _ask_keychain(self) -> None:
        self.problem.be_quiet()
        self._set_busy(busy=True)
        self.keychain_requested.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self.unlock.setVisible(not busy)
        self.unlock.setEnabled(not busy and not self._slowing.is_on)
        self.keychain.setVisible(self._has_keychain and not busy)
        self._fields.setEnabled(not busy)
        self.switch.setEnabled(not busy)
        self.others.setEnabled(not busy)
        self.restore.setEnabled(not busy)
        if busy:
            self.progress.start(_("Opening…"))
        self.progress.setVisible(busy)

    def _on_cancelled(self) -> None:
        self._set_busy(busy=False)
        self.cancelled.emit()
        self.focus_first()

    def _on_waiting(self, sentence: str) -> None:
        self.problem.say(sentence)
        self.unlock.setEnabled(not self._slowing.is_on)

    def _on_waited(self) -> None:
        self.unlock.setEnabled(True)
        self.problem.be_quiet()

    def _on_other(self) -> None:
        action = self.sender()
        if action is not None:
            self.folder_chosen.emit(str(action.property("folder")))
