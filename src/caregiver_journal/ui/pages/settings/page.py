"""What one may set, what protects the journal, and what this program is."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caregiver_journal import __version__
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.phrasing import say_size
from caregiver_journal.domain.preference import (
    ASK_AGAIN,
    AUTO_LOCK,
    CODE_CONFIRMED,
    COVER_SECONDS,
    HIDE_FROM_CAPTURE,
    LOOK,
    LOOK_BACK_DAY,
    MOTION,
    PACE_IN,
    PACE_OUT,
    PACER,
    PREFERENCES,
    START_OF_DAY,
    TEXT_SIZE,
    Preference,
    Value,
)
from caregiver_journal.journal.first_use import is_first_use
from caregiver_journal.journal.folder import folder_size, guess_shared_place
from caregiver_journal.ui.importing import Importing
from caregiver_journal.ui.merging import Merging
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.settings.backups import Backups
from caregiver_journal.ui.pages.settings.check import Check
from caregiver_journal.ui.pages.settings.finder import Finder, Section
from caregiver_journal.ui.pages.settings.keychain import Keychain
from caregiver_journal.ui.pages.settings.lists import Lists
from caregiver_journal.ui.pages.settings.losses import LossesRow
from caregiver_journal.ui.pages.settings.passphrase import Passphrase
from caregiver_journal.ui.pages.settings.rows import PreferenceRow, SettingRow, StepRow
from caregiver_journal.ui.restoring import Restoring
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import plain_label, push_button


class SettingsPage(Page):
    """Shows each setting with its effect, and finds it by its words."""

    shows = frozenset(
        {
            *PREFERENCES,
            *Kind,
            Topic.BACKUP,
            Topic.CHECK,
            Topic.EXPORT,
            Topic.FEELING,
            Topic.MASK,
            Topic.PROMPT,
            Topic.SHIFT,
            Topic.TAG,
        }
    )
    has_search = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._preferences: list[PreferenceRow] = []
        self.code_state = plain_label("", "small", wrap=True)
        self.folder = plain_label("", "small", wrap=True)
        self.folder.setObjectName("settings.folder")
        self.passphrase = Passphrase(context, self)
        self.keychain = Keychain(context, self)
        self.backups = Backups(context, self)
        self.restoring = Restoring(context, self)
        self.backups.restore_wanted.connect(self.restoring.ask_about)
        self.check = Check(context, self)
        self.losses = LossesRow(context, self)
        self.lists = Lists(context, self)
        self.importing = Importing(context, self)
        self.merging = Merging(context, self)
        self.header = PageHeader(_("Settings"), self._subtitle())
        self.finder = Finder()
        self.none = EmptyState(
            _("Nothing here is called that."), _("Show everything"), name="settings.none"
        )
        self._sections = self._make_sections()
        self._arrange()
        self.finder.set_sections(self._sections)
        self.finder.searched.connect(self._show_none)
        self.none.step_requested.connect(self._show_all)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        for row in self._preferences:
            row.show_value(journal.setting(row.preference))
        self.keychain.refresh()
        self.backups.refresh()
        self.check.refresh()
        self.losses.refresh()
        self.lists.refresh()
        size = say_size(folder_size(journal.folder.path))
        taken = _("{size}, backups included.").format(size=size)
        self.folder.setText(f"{journal.folder.path}\n{taken}")
        confirmed = bool(journal.setting(CODE_CONFIRMED))
        self.code_state.setText(
            _("You typed two groups of it back when it was made.")
            if confirmed
            else _(
                "Nobody has checked yet that it is written down. A new one can be made any time."
            )
        )

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.header.set_subtitle(_("Each change holds at once."))

    def _subtitle(self) -> str:
        """Return what the page is, and on its first use that nobody has to do anything here."""
        always = _("Each change holds at once.")
        if not is_first_use(self.context.journal, "settings"):
            return always
        once = _("Nothing has to be set for the journal to work; look around whenever you like.")
        return f"{always} {once}"

    @override
    def open_at(self, destination: Destination) -> None:
        self._wanted = destination.part
        if self._wanted not in ("", "search"):
            self.finder.clear()

    @override
    def focus_first(self) -> None:
        control = self.findChild(QWidget, f"settings.{self._wanted}") if self._wanted else None
        self._wanted = ""
        (control or self._preferences[0].control).setFocus(Qt.FocusReason.OtherFocusReason)
        if control is self.finder:
            self.finder.selectAll()
        if control is not None:
            # Only then does each row have its height: on the first visit none has been laid out.
            QTimer.singleShot(0, control, partial(self._bring_into_view, control))

    def _bring_into_view(self, control: QWidget) -> None:
        """Scroll to all of the row of a control, not only to its button."""
        row, area = control.parentWidget(), self.findChild(QScrollArea)
        if area is not None:
            area.ensureWidgetVisible(row if isinstance(row, SettingRow) else control)

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addSpacing(SNUG - MEDIUM)
        column.addWidget(self.finder)
        for card, _rows in self._sections:
            column.addWidget(card)
        column.addWidget(self.none)
        column.addStretch(1)
        self.none.hide()
        self.set_content(inside, lines_wide=44)

    def _make_sections(self) -> tuple[Section, ...]:
        offer = self._offer
        return (
            _section(_("Appearance"), offer(LOOK), offer(TEXT_SIZE), offer(MOTION)),
            _section(_("Days"), offer(START_OF_DAY), self.lists.shifts, offer(LOOK_BACK_DAY)),
            _section(_("Boundaries"), offer(ASK_AGAIN)),
            _section(_("Practice"), offer(PACER), offer(PACE_IN), offer(PACE_OUT)),
            _section(
                _("Words of your own"), self.lists.feelings, self.lists.questions, self.lists.tags
            ),
            _section(
                _("Locking"), offer(AUTO_LOCK), offer(COVER_SECONDS), offer(HIDE_FROM_CAPTURE)
            ),
            _section(_("Keys"), *self._make_keys()),
            self._make_backups(),
            self._make_place(),
            _section(
                _("Your data"),
                self._make_export(),
                self._make_import(),
                self._make_merge(),
                self.lists.masks,
                self.lists.exported,
            ),
            _section(_("About"), self._make_about()),
        )

    def _offer(self, preference: Preference) -> PreferenceRow:
        row = PreferenceRow(preference)
        row.changed.connect(self._set)
        self._preferences.append(row)
        return row

    def _make_keys(self) -> tuple[SettingRow, ...]:
        renew = push_button(_("Make a new one…"), name="settings.renew_code")
        renew.clicked.connect(self.renewal_requested)
        passphrase, keychain = self.passphrase, self.keychain
        return (
            SettingRow(_("Passphrase"), passphrase.about, passphrase.button),
            SettingRow(_("Recovery code"), self.code_state, renew),
            SettingRow(_("This computer's keychain"), keychain.about, keychain.button),
        )

    def _make_restore(self) -> SettingRow:
        about = _(
            "Let a backup take the place of this journal, or look around in one first. You see "
            "what would happen before anything does."
        )
        return StepRow(
            _("Take one back"),
            about,
            _("Restore…"),
            self.restoring.ask,
            name="settings.restore",
            also=_("restore rehearse look into take back backup"),
        )

    def _make_backups(self) -> Section:
        backups = self.backups
        taking_back = self._make_restore()
        card, (last,) = _section(_("Backups"), backups.last)
        card.add(backups.progress, backups.second, backups.all, taking_back)  # as Tab goes
        return card, (last, backups.second, backups.all, taking_back)

    def _make_place(self) -> Section:
        copy = push_button(_("Copy the path"), name="settings.copy_path")
        copy.clicked.connect(self._copy_path)
        row = SettingRow(_("Folder"), self.folder, copy, is_wide=True)
        card, rows = _section(_("Where it lies"), row, self.check.row, self.losses.row)
        shared = guess_shared_place(self.context.journal.folder.path)
        if shared:
            text = _(
                "This looks like {place}. Open the journal on one computer at a time, and let it "
                "finish copying before you open it on another."
            ).format(place=shared)
            card.add(plain_label(text, "error_small", wrap=True))
        return card, rows

    def _make_import(self) -> SettingRow:
        about = _(
            "All data that this program saved as JSON, here or on another computer. You see what "
            "is in it before anything changes."
        )
        return StepRow(
            _("Bring in a file"),
            about,
            _("Choose a file…"),
            self.importing.ask,
            name="settings.import",
            also=_("import"),
        )

    def _make_merge(self) -> SettingRow:
        about = _(
            "An old backup, or the journal of a second computer. What is new comes in, and of what "
            "differs you choose."
        )
        return StepRow(
            _("Bring in another copy of the journal"),
            about,
            _("Choose a copy…"),
            self.merging.ask,
            name="settings.merge",
            also=_("merge backup import synchronise"),
        )

    def _make_export(self) -> SettingRow:
        about = _(
            "All of it, or some days and kinds, as a file for another program. Whoever gets it can "
            "read it."
        )
        return StepRow(
            _("A copy to take along"),
            about,
            _("Take all data out…"),
            self._take_out,
            name="settings.export",
            also="JSON CSV Markdown zip Obsidian Logseq export",
        )

    def _make_about(self) -> SettingRow:
        about = _(
            "Free software under the GNU General Public License, version 3 or later. It works "
            "without a network and opens no connection. Nobody sees what you write here, and "
            "this program cannot call for help."
        )
        title = _("Caregiver Journal {version}").format(version=__version__)
        licences = self._show_licences
        return StepRow(title, about, _("Licences…"), licences, name="settings.licences")

    def _set(self, change: tuple[Preference, Value]) -> None:
        preference, value = change
        try:
            self.context.journal.set(preference, value)
        except JournalError as error:
            self.context.fail(error)
            self._read_again()

    def _copy_path(self) -> None:
        # The guard of the window asks clipboard managers not to keep it, and clears it in a minute.
        QGuiApplication.clipboard().setText(str(self.context.journal.folder.path))
        self.context.say(_("The path was copied. It leaves the clipboard in a minute."))

    def _show_licences(self) -> None:
        # Here, because it reads what is said of packages: 30 ms that nobody else waits for.
        from caregiver_journal.ui.pages.settings.about_sheet import AboutSheet  # noqa: PLC0415

        AboutSheet(self.context.ground)

    def _take_out(self) -> None:
        # Here, because it reads what files are made of, which few visits of this page need.
        from caregiver_journal.ui.export_sheet import ExportSheet  # noqa: PLC0415

        ExportSheet(self.context)

    def _show_none(self, any_left: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.none.setVisible(not any_left)

    def _show_all(self) -> None:
        self.finder.clear()
        self.finder.setFocus()


def _section(title: str, *rows: SettingRow) -> Section:
    card = Card(title)
    card.body.setSpacing(ROOMY)
    card.add(*rows)
    return card, rows
