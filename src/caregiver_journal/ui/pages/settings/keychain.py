"""Let this computer's keychain open the journal too, or no more."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError, NoKeychainError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal import doors
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.keychain_sheet import KeychainSheet
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class Keychain(QObject):
    """What stands in the row of the keychain, and the work behind it.

    Attributes:
        about: whether it is on, and what that means.
        button: turns it on or off.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: KeychainSheet | None = None
        self._has_asked = False
        self._is_offered: bool | None = None
        self.about = plain_label("", "small", wrap=True)
        self.about.setObjectName("settings.keychain_state")
        self.button = push_button(_("Turn on…"), name="settings.keychain")
        self.button.clicked.connect(self._switch)

    def refresh(self) -> None:
        """Show whether it is on; the first time, find out whether there is a keychain at all."""
        if not self._has_asked:
            self._has_asked = True
            self._context.work.start(self, doors.has_keychain, self._take_offer, self._refuse)
        self._show()

    @property
    def _is_on(self) -> bool:
        return self._context.journal.folder.has_keychain_slot()

    def _take_offer(self, is_offered: bool) -> None:  # noqa: FBT001 - an answer
        self._is_offered = is_offered
        self._show()

    def _show(self) -> None:
        effect = _(
            "Whoever can use your unlocked account here can open the journal while it is on."
        )
        state = _("It is on.") if self._is_on else _("It is off.")
        if self._is_offered is False:
            effect = NoKeychainError().sentence
        self.about.setText(f"{state} {effect}")
        set_button_text(self.button, _("Turn off") if self._is_on else _("Turn on…"))
        self.button.setEnabled(bool(self._is_offered) or self._is_on)

    # --- on -------------------------------------------------------------------------------------

    def _switch(self) -> None:
        if self._is_on:
            self._turn_off()
            return
        self._sheet = KeychainSheet(self._context.ground)
        self._sheet.submitted.connect(self._make_slot)
        self._sheet.gone.connect(self._forget_sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _make_slot(self, passphrase: str) -> None:
        folder = self._context.journal.folder.path
        work = partial(doors.make_keychain_slot, folder, passphrase, self._context.cost)
        self._context.work.start(self, work, self._use_slot, self._refuse)

    def _use_slot(self, slot: doors.KeychainSlot) -> None:
        if self._context.journal.is_closed:
            return  # it was locked meanwhile; without its slot the entry opens nothing
        try:
            doors.use_keychain(self._context.journal, slot)
        except JournalError as error:
            self._refuse(error)
            return
        if self._sheet is not None:
            self._sheet.go()
        self._show()
        self._context.say(_("The keychain opens the journal from now on"))

    # --- off ------------------------------------------------------------------------------------

    def _turn_off(self) -> None:
        try:
            take_key_out = doors.forget_keychain(self._context.journal)
        except JournalError as error:
            self._context.fail(error)
            return
        self._show()
        self._context.work.start(self, take_key_out, self._say_off, self._refuse_off)

    def _say_off(self, _nothing: None) -> None:
        self._context.say(_("The keychain does not open the journal any more"))

    def _refuse_off(self, error: Exception) -> None:
        sentence = _("The keychain is off. Its entry for the journal could not be removed.")
        step = _("It is called “caregiver-journal”. The keychain's own window can remove it.")
        self._refuse(JournalError(sentence, next_step=step))
        if not isinstance(error, JournalError):
            raise error

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, JournalError) else JournalError()
        if self._sheet is not None:
            self._sheet.show_problem(known)
        else:
            self._context.fail(known)
        if known is not error:
            raise error
