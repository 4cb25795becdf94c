"""What one may set, what protects the journal, and what this program is."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal import __version__
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.preference import (
    AUTO_LOCK,
    CODE_CONFIRMED,
    HIDE_FROM_CAPTURE,
    LOOK,
    START_OF_DAY,
    TEXT_SIZE,
    Preference,
    Value,
)
from caregiver_journal.journal import doors
from caregiver_journal.journal.folder import guess_shared_place
from caregiver_journal.ui.page import Context, Page
from caregiver_journal.ui.pages.settings.keychain import Keychain
from caregiver_journal.ui.pages.settings.passphrase_sheet import PassphraseSheet
from caregiver_journal.ui.pages.settings.rows import PreferenceRow, make_row
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import plain_label, push_button

_SHOWN = (LOOK, TEXT_SIZE, START_OF_DAY, AUTO_LOCK, HIDE_FROM_CAPTURE)


class SettingsPage(Page):
    """Shows each setting with its effect."""

    shows = frozenset({*_SHOWN, CODE_CONFIRMED})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows = {preference: PreferenceRow(preference) for preference in _SHOWN}
        self._sheet: PassphraseSheet | None = None
        self.code_state = plain_label("", "small", wrap=True)
        self.keychain = Keychain(context, self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(PageHeader(_("Settings"), _("Each change holds at once.")))
        column.addSpacing(ROOMY - MEDIUM)
        column.addWidget(self._make_card(_("Appearance"), LOOK, TEXT_SIZE))
        column.addWidget(self._make_card(_("Days"), START_OF_DAY))
        column.addWidget(self._make_card(_("Locking"), AUTO_LOCK, HIDE_FROM_CAPTURE))
        column.addWidget(self._make_keys())
        column.addWidget(self._make_place())
        column.addWidget(_make_about())
        column.addStretch(1)
        self.set_content(inside, lines_wide=44)
        for row in self._rows.values():
            row.changed.connect(self._set)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        for preference, row in self._rows.items():
            row.show_value(journal.setting(preference))
        self.keychain.refresh()
        confirmed = bool(journal.setting(CODE_CONFIRMED))
        self.code_state.setText(
            _("You typed two groups of it back when it was made.")
            if confirmed
            else _(
                "Nobody has checked yet that it is written down. A new one can be made any time."
            )
        )

    @override
    def focus_first(self) -> None:
        self._rows[LOOK].setFocus()

    def _make_card(self, title: str, *preferences: Preference) -> Card:
        card = Card(title)
        card.body.setSpacing(ROOMY)
        card.add(*(self._rows[preference] for preference in preferences))
        return card

    def _make_keys(self) -> Card:
        card = Card(_("Keys"))
        card.body.setSpacing(ROOMY)
        change = push_button(_("Change…"), name="settings.change_passphrase")
        change.clicked.connect(self._ask_passphrase)
        renew = push_button(_("Make a new one…"), name="settings.renew_code")
        renew.clicked.connect(self.renewal_requested)
        about_passphrase = plain_label(
            _("The new one opens the journal from then on; older backups keep the old one."),
            "small",
            wrap=True,
        )
        card.add(
            make_row(_("Passphrase"), about_passphrase, change),
            make_row(_("Recovery code"), self.code_state, renew),
            make_row(_("This computer's keychain"), self.keychain.about, self.keychain.button),
        )
        return card

    def _make_place(self) -> Card:
        card = Card(_("Where it lies"))
        folder = plain_label(str(self.context.journal.folder.path), wrap=True)
        folder.setObjectName("settings.folder")
        card.add(folder)
        shared = guess_shared_place(self.context.journal.folder.path)
        if shared:
            text = _(
                "This looks like {place}. Open the journal on one computer at a time, and let it "
                "finish copying before you open it on another."
            ).format(place=shared)
            card.add(plain_label(text, "error_small", wrap=True))
        return card

    def _set(self, change: tuple[Preference, Value]) -> None:
        preference, value = change
        try:
            self.context.journal.set(preference, value)
        except JournalError as error:
            self.context.fail(error)
            self._read_again()

    def _ask_passphrase(self) -> None:
        self._sheet = PassphraseSheet(self.context.ground)
        self._sheet.submitted.connect(self._change_passphrase)
        self._sheet.gone.connect(self._forget_sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _change_passphrase(self, pair: tuple[str, str]) -> None:
        folder = self.context.journal.folder.path
        work = partial(doors.change_passphrase, folder, *pair, self.context.cost)
        self.context.work.start(self, work, self._use_slot, self._refuse)

    def _use_slot(self, slot: doors.Slot) -> None:
        if self.context.journal.is_closed:
            return  # it was locked meanwhile; the passphrase of before stays
        try:
            doors.use_slot(self.context.journal, slot)
        except JournalError as error:
            self._refuse(error)
            return
        if self._sheet is not None:
            self._sheet.go()
        self.context.say(_("The passphrase was changed"))

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, JournalError) else JournalError()
        if self._sheet is not None:
            self._sheet.show_problem(known)
        else:
            self.context.fail(known)
        if known is not error:
            raise error


def _make_about() -> Card:
    card = Card(_("About"))
    card.add(
        plain_label(_("Caregiver Journal {version}").format(version=__version__)),
        plain_label(
            _(
                "Free software under the GNU General Public License, version 3 or later. It works "
                "without a network and opens no connection. Nobody sees what you write here, and "
                "this program cannot call for help."
            ),
            "small",
            wrap=True,
        ),
    )
    return card
