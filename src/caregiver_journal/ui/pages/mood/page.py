"""The check-in: write how you are in more detail, or change what you wrote."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Content, Entry, change_entry, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.mood.drafts import EMPTY, from_plain, to_plain
from caregiver_journal.ui.pages.mood.form import MoodDraft, MoodForm, draft_of
from caregiver_journal.ui.widgets.page_header import PageHeader

DRAFT = "mood.form"


class MoodPage(Page):
    """Writes a new mood, or changes the entry it is opened at."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._entry: Entry | None = None
        self._opened = EMPTY
        self.header = PageHeader(_("Check-in"), "")
        self.form = MoodForm(context.journal.clock)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(self.form)
        column.addStretch(1)
        self.set_content(inside, lines_wide=44)
        self.drafts = DraftKeeper(context.journal, DRAFT, self._content, context.fail, self)
        self._restore_draft()
        self.form.edited.connect(self.drafts.touch)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._cancel)
        self._add_key("Ctrl+Return", self.form.submit)
        self._add_key("Esc", self.left.emit)

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.entry_id:
            self._open_entry(destination.entry_id)
        elif self._entry is not None:
            self._put_away()
        self._show_header()

    @override
    def focus_first(self) -> None:
        self.form.level.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    def _add_key(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _content(self) -> dict[str, object]:
        return to_plain(self.form.draft(), self._entry.id if self._entry else "")

    def _restore_draft(self) -> None:
        kept = self.drafts.kept()
        if not kept:
            return
        draft, entry_id = from_plain(kept)
        try:
            self._entry = self.context.journal.entries.get(entry_id) if entry_id else None
        except NothingFoundError:
            self._entry = None
        except JournalError as error:
            self._entry = None
            self.context.fail(error)
        self.form.fill(draft)
        self._opened = EMPTY if self._entry is None else draft_of(self._entry)

    def _open_entry(self, entry_id: str) -> None:
        if self._entry is not None and self._entry.id == entry_id:
            return  # its draft is still in the form
        try:
            entry = self.context.journal.entries.get(entry_id)
        except JournalError as error:
            self.context.fail(error)
            return
        self._put_away()
        self._fill(draft_of(entry), entry)

    def _fill(self, draft: MoodDraft, entry: Entry | None) -> None:
        self._entry, self._opened = entry, draft if entry is None else draft_of(entry)
        self.form.fill(draft)
        self.drafts.settle()
        self._show_header()

    def _put_away(self) -> None:
        """Empty the form; what was written and not saved can be brought back."""
        draft, entry = self.form.draft(), self._entry
        is_unsaved = draft != self._opened
        self._fill(EMPTY, None)
        if is_unsaved:
            self.context.say(
                _("Not saved"), _("Bring it back"), lambda: self._bring_back(draft, entry)
            )

    def _bring_back(self, draft: MoodDraft, entry: Entry | None) -> None:
        self._fill(draft, entry)
        self._opened = EMPTY if entry is None else draft_of(entry)
        self.drafts.touch()
        self.go_requested.emit(Destination("mood", entry.id if entry else ""))

    def _show_header(self) -> None:
        if self._entry is None:
            self.header.set_title(_("Check-in"))
            self.header.set_subtitle(_("Everything but the first line may stay empty."))
        else:
            today = self.context.journal.clock().date()
            self.header.set_title(_("Change this entry"))
            self.header.set_subtitle(
                _("It counts to {day}.").format(day=say_day(self._entry.day, today))
            )

    def _save(self) -> None:
        try:
            entry = self._write()
        except JournalError as error:
            self.form.show_problem(f"{error.sentence} {error.next_step}".strip())
            return
        is_new = self._entry is None
        self._fill(EMPTY, None)
        if is_new:
            self.context.undo.offer_for_new(entry)
        else:
            self.context.say(_("Saved"))
        self.left.emit()

    def _write(self) -> Entry:
        journal = self.context.journal
        draft = self.form.draft()
        content = Content(
            Mood(draft.level or 0, draft.energy, draft.words),
            draft.happened,
            draft.note,
            draft.tags,
            draft.never_export,
            draft.for_session,
        )
        now, start = journal.clock(), journal.start_of_day
        if self._entry is None:
            entry = make_entry(content, now, start)
            journal.add(entry, draft=DRAFT)
        else:
            entry = change_entry(self._entry, content, now, start)
            journal.change(entry, draft=DRAFT)
        return entry

    def _cancel(self) -> None:
        self._put_away()
        try:
            self.drafts.touch()
            self.drafts.store()
        except JournalError as error:
            self.context.fail(error)
        self.left.emit()
