"""The check-in: write how you are in more detail, or change what you wrote."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Content, Entry, change_entry, make_entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.checkin import (
    Checkin,
    recent_zones,
    save_checkin,
    take_back_checkin,
)
from caregiver_journal.journal.feelings import offered_feelings
from caregiver_journal.journal.journal import Changed
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.mood.drafts import (
    EMPTY,
    MoodDraft,
    draft_of,
    from_plain,
    to_plain,
)
from caregiver_journal.ui.pages.mood.form import MoodForm
from caregiver_journal.ui.pages.mood.picker import FeelingPicker
from caregiver_journal.ui.pages.mood.work import WorkNotes
from caregiver_journal.ui.widgets.page_header import PageHeader

DRAFT = "mood.form"
_MIDDLE = 3
"""Where a word of one's own lies while neither pleasantness nor energy was said."""


class MoodPage(Page):
    """Writes a new mood and the work of its day, or changes the entry it is opened at."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {START_OF_DAY, Topic.FEELING, Topic.SHIFT, Topic.TAG, Topic.WORKDAY, *Kind}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._entry: Entry | None = None
        self._opened = EMPTY
        self.header = PageHeader(_("Check-in"), "")
        journal = context.journal
        self.form = MoodForm(journal.clock, self._read_work, self._zones)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(self.form)
        column.addStretch(1)
        self.set_content(inside, lines_wide=54)
        self.drafts = DraftKeeper(context.journal, DRAFT, self._content, context.fail, self)
        self._restore_draft()
        self.form.day_moved.connect(self._follow_day)
        self.form.words.more_wanted.connect(self._open_words)
        self.form.edited.connect(self.drafts.touch)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._cancel)
        self._add_key("Ctrl+Return", self.form.submit)
        self._add_key("Ctrl+Enter", self.form.submit)
        self._add_key("Esc", self.left.emit)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        self.form.words.set_offered(offered_feelings(journal))
        self.form.tags.set_suggestions(journal.tags.names())
        self.form.set_start_of_day(journal.start_of_day)
        self._show_work()

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.entry_id:
            self._open_entry(destination.entry_id)
        else:
            self._begin_on(destination.day)
        self._show_header()
        self._follow_day()

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

    def _today(self) -> date:
        journal = self.context.journal
        return day_of(journal.clock(), journal.start_of_day)

    def _read_work(self, day: date) -> WorkNotes:
        journal = self.context.journal
        days = journal.workdays
        before = max(day, date.min + timedelta(days=1)) - timedelta(days=1)
        return WorkNotes(days.read(day), tuple(journal.shifts.all()), days.last_day_off(before))

    def _zones(self) -> tuple[str, ...]:
        try:
            return recent_zones(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return ()

    def _show_work(self) -> None:
        self.form.show_work(self._today())

    def _follow_day(self) -> None:
        try:
            self._show_work()
        except JournalError as error:
            self.context.fail(error)

    def _open_words(self) -> None:
        draft = self.form.draft()
        picker = FeelingPicker(
            self.context, self.form.words, draft.level or _MIDDLE, draft.energy or _MIDDLE
        )
        picker.chosen.connect(self.form.edited)
        picker.gone.connect(self.form.words.show_chosen)

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
        self.form.fill(draft, changes_entry=self._entry is not None)
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

    def _begin_on(self, day: date | None) -> None:
        """Begin a check-in about a day, at its noon, or about now; what was begun stays."""
        if self._entry is not None:
            self._put_away()
        zone = self.context.journal.clock().tzinfo
        noon = None if day is None else datetime.combine(day, time(12), zone)
        wanted = replace(EMPTY, happened=noon)
        if self._opened != wanted and self.form.draft() == self._opened:
            self._fill(wanted, None)

    def _fill(self, draft: MoodDraft, entry: Entry | None) -> None:
        self._entry, self._opened = entry, draft if entry is None else draft_of(entry)
        self.form.fill(draft, changes_entry=entry is not None)
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
        is_new = self._entry is None
        self.header.set_title(_("Check-in") if is_new else _("Change this entry"))
        self.header.set_subtitle(_("Everything but the first line may stay empty."))

    def _save(self) -> None:
        journal = self.context.journal
        try:
            saved = save_checkin(journal, self._checkin(), draft=DRAFT)
        except JournalError as error:
            self.form.show_problem(f"{error.sentence} {error.next_step}".strip())
            return
        self._fill(EMPTY, None)
        self.context.undo.offer_for_saved(lambda: take_back_checkin(journal, saved))
        self.left.emit()

    def _checkin(self) -> Checkin:
        """Return what is to be saved; raises ``InvalidValueError``."""
        draft, earlier = self.form.draft(), self._entry
        work = self.form.work.workdays()
        if draft.level is None:
            return Checkin(None, workdays=work)
        content = Content(
            Mood(draft.level, draft.energy, draft.words, draft.about, draft.belonging),
            draft.happened,
            draft.note,
            draft.tags,
            draft.never_export,
            draft.for_session,
            draft.day,
        )
        now, start = self.context.journal.clock(), self.context.journal.start_of_day
        if earlier is None:
            return Checkin(make_entry(content, now, start), workdays=work)
        return Checkin(change_entry(earlier, content, now, start), earlier, work)

    def _cancel(self) -> None:
        self._put_away()
        try:
            self.drafts.touch()
            self.drafts.store()
        except JournalError as error:
            self.context.fail(error)
        self.left.emit()
