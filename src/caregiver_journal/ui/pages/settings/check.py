"""The row of Settings that says when everything was last looked through, and does it now."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.check_words import say_checked
from caregiver_journal.journal.checking import Checked, Trouble, last_check
from caregiver_journal.ui.deep_check import DeepCheck
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.rows import SettingRow
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class Check(QObject):
    """What stands in that row, and the work behind it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._is_damaged = False
        self.about = plain_label("", "small", wrap=True)
        self.about.setObjectName("settings.check_state")
        self.button = push_button(_("Look through now"), name="settings.check")
        also = _("verify integrity damage repair")
        title = _("Whether all of it is whole")
        self.row = SettingRow(title, self.about, self.button, also, is_wide=True)
        self._check = DeepCheck(context, self)
        self._check.ended.connect(self._take)
        self.button.clicked.connect(self._act)

    def refresh(self) -> None:
        """Show when it was, and what came of it."""
        journal = self._context.journal
        if self._check.is_running:
            return
        checked = last_check(journal)
        self._is_damaged = checked is not None and Trouble.DAMAGE in checked.trouble
        self.about.setText(say_checked(checked, journal.clock()))
        words = _("Save what can be read…") if self._is_damaged else _("Look through now")
        set_button_text(self.button, words)
        self.button.setEnabled(not journal.is_read_only)

    def _act(self) -> None:
        if self._is_damaged:
            self._context.fail(DamagedError())
            return
        self.button.setEnabled(False)
        self.about.setText(_("Looking through the journal and one backup…"))
        announce(self.about, self.about.text())
        self._check.start()

    def _take(self, came: object) -> None:
        try:
            self.refresh()
        except JournalError as error:
            self._context.fail(error)
        if isinstance(came, JournalError):
            self._context.fail(came)
        elif isinstance(came, Checked):
            announce(self.about, self.about.text())
