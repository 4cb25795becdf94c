"""Change the passphrase: the row's words and button, and the work behind them."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal import doors
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.passphrase_sheet import PassphraseSheet
from caregiver_journal.ui.widgets.text import plain_label, push_button


class Passphrase(QObject):
    """What stands in the row of the passphrase, and the work behind it.

    Attributes:
        about: what changing it means.
        button: asks for the old one and a new one.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: PassphraseSheet | None = None
        self.about = plain_label(
            _("The new one opens the journal from then on; older backups keep the old one."),
            "small",
            wrap=True,
        )
        self.button = push_button(_("Change…"), name="settings.change_passphrase")
        self.button.clicked.connect(self.ask)

    def ask(self) -> None:
        """Ask for both."""
        self._sheet = PassphraseSheet(self._context.ground)
        self._sheet.submitted.connect(self._change)
        self._sheet.gone.connect(self._forget_sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _change(self, pair: tuple[str, str]) -> None:
        folder = self._context.journal.folder.path
        work = partial(doors.change_passphrase, folder, *pair, self._context.cost)
        self._context.work.start(self, work, self._use_slot, self._refuse)

    def _use_slot(self, slot: doors.Slot) -> None:
        if self._context.journal.is_closed:
            return  # it was locked meanwhile; the passphrase of before stays
        try:
            doors.use_slot(self._context.journal, slot)
        except JournalError as error:
            self._refuse(error)
            return
        if self._sheet is not None:
            self._sheet.go()
        self._context.say(_("The passphrase was changed"))

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, JournalError) else JournalError()
        if self._sheet is not None:
            self._sheet.show_problem(known)
        else:
            self._context.fail(known)
        if known is not error:
            raise error
