"""A page with a form for one entry: its draft, the entry it changes, and how it is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Content, Detail, Entry, change_entry, make_entry
from caregiver_journal.journal.checkin import recent_zones
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.entry_form import D, EntryForm
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.widgets.page_header import PageHeader

_NOON = time(12)


@dataclass(frozen=True)
class DraftKind(Generic[D]):
    """What a page knows of the drafts of its form.

    Attributes:
        name: under which they are kept.
        section: the page's own section.
        empty: what an empty form holds.
        of: returns an entry as a draft.
        to_plain: returns a draft, and the id of the entry it changes, as plain values.
        from_plain: returns both again.
    """

    name: str
    section: str
    empty: D
    of: Callable[[Entry], D]
    to_plain: Callable[[D, str], dict[str, object]]
    from_plain: Callable[[Mapping[str, object]], tuple[D, str]]


class EntryPage(Page, Generic[D]):
    """Writes a new entry of one kind, or changes the entry it is opened at.

    What is written is kept as a draft; what would be replaced can be brought back.

    Attributes:
        title, subtitle: the words above the form for a new entry (untranslated).
    """

    title: ClassVar[str] = ""
    subtitle: ClassVar[str] = ""

    def __init__(self, context: Context, kind: DraftKind[D]) -> None:
        super().__init__(context)
        self._kind = kind
        self._form: EntryForm[D]
        self._entry: Entry | None = None
        self._opened = kind.empty
        self.header = PageHeader(_(self.title), "")
        self.drafts = DraftKeeper(context.journal, kind.name, self._content, context.fail, self)

    def set_form(self, form: EntryForm[D]) -> None:
        """Show the form, with the draft that was kept."""
        self._form = form
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(form)
        column.addStretch(1)
        self.set_content(inside, lines_wide=54)
        self._restore_draft()
        form.edited.connect(self.drafts.touch)
        form.submitted.connect(self._save)
        form.cancelled.connect(self._cancel)
        self._add_key("Ctrl+Return", form.submit)
        self._add_key("Ctrl+Enter", form.submit)
        self._add_key("Esc", self.left.emit)

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.entry_id:
            self._open_entry(destination.entry_id)
        else:
            self._begin(self._new(destination.day))
        self._show_header()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    # --- what each kind does in its own way -----------------------------------------------------

    def _new(self, day: date | None) -> D:
        """Return the draft of a new entry about a day, or about now."""
        raise NotImplementedError

    def _store(self) -> Callable[[], None]:
        """Save what the form holds and forget its draft; return what takes that back.

        Raises:
            JournalError: it makes no sense, or it could not be written.
        """
        raise NotImplementedError

    def _refuse(self, error: JournalError) -> None:
        """Say in the form why it could not be saved."""
        self._form.show_problem(f"{error.sentence} {error.next_step}".strip())

    # --- the same for all -----------------------------------------------------------------------

    def _add_key(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _today(self) -> date:
        journal = self.context.journal
        return day_of(journal.clock(), journal.start_of_day)

    def _noon(self, day: date | None) -> datetime | None:
        zone = self.context.journal.clock().tzinfo
        return None if day is None else datetime.combine(day, _NOON, zone)

    def _moment(self, chosen: datetime | None) -> datetime | None:
        """Return the moment to be saved; *now*, said of an entry, is the present one."""
        return self.context.journal.clock() if self._entry and chosen is None else chosen

    def _entry_with(self, detail: Detail, earlier: Entry | None) -> Entry:
        """Return what the form says as an entry, new or changed; raises ``InvalidValueError``."""
        draft = self._form.draft()
        content = Content(
            detail,
            self._moment(draft.happened),
            draft.note,
            draft.tags,
            draft.never_export,
            draft.for_session,
            draft.day,
        )
        now, start = self.context.journal.clock(), self.context.journal.start_of_day
        if earlier is None:
            return make_entry(content, now, start)
        return change_entry(earlier, content, now, start)

    def _content(self) -> dict[str, object]:
        return self._kind.to_plain(self._form.draft(), self._entry.id if self._entry else "")

    def _restore_draft(self) -> None:
        kept = self.drafts.kept()
        if not kept:
            return
        draft, entry_id = self._kind.from_plain(kept)
        try:
            self._entry = self.context.journal.entries.get(entry_id) if entry_id else None
        except NothingFoundError:
            self._entry = None
        except JournalError as error:
            self._entry = None
            self.context.fail(error)
        self._form.fill(draft, self._entry)
        self._opened = self._as_stored(self._kind.empty)

    def _open_entry(self, entry_id: str) -> None:
        if self._entry is not None and self._entry.id == entry_id:
            return  # its draft is still in the form
        try:
            entry = self.context.journal.entries.get(entry_id)
        except JournalError as error:
            self.context.fail(error)
            return
        self._put_away()
        self._fill(self._kind.of(entry), entry)

    def _begin(self, wanted: D) -> None:
        """Begin a new entry; what was begun of a new one stays."""
        if self._entry is not None:
            self._put_away()
        if self._opened != wanted and self._form.draft() == self._opened:
            self._fill(wanted, None)

    def _as_stored(self, new: D) -> D:
        """Return what the form held when nothing had been written into it yet."""
        return new if self._entry is None else self._kind.of(self._entry)

    def _fill(self, draft: D, entry: Entry | None) -> None:
        self._entry = entry
        self._opened = self._as_stored(draft)
        self._form.fill(draft, entry)
        self.drafts.settle()
        self._show_header()

    def _put_away(self) -> None:
        """Empty the form; what was written and not saved can be brought back."""
        draft, entry = self._form.draft(), self._entry
        is_unsaved = draft != self._opened
        self._fill(self._kind.empty, None)
        if is_unsaved:
            self.context.say(
                _("Not saved"), _("Bring it back"), lambda: self._bring_back(draft, entry)
            )

    def _bring_back(self, draft: D, entry: Entry | None) -> None:
        self._fill(draft, entry)
        self._opened = self._as_stored(self._kind.empty)
        self.drafts.touch()
        self.go_requested.emit(Destination(self._kind.section, entry.id if entry else ""))

    def _show_header(self) -> None:
        title = self.title if self._entry is None else N_("Change this entry")
        self.header.set_title(_(title))
        self.header.set_subtitle(_(self.subtitle))

    def _save(self) -> None:
        try:
            take_back = self._store()
        except JournalError as error:
            self._refuse(error)
            return
        self._fill(self._kind.empty, None)
        self.context.undo.offer(_("Saved"), take_back)
        self.left.emit()

    def _cancel(self) -> None:
        self._put_away()
        try:
            self.drafts.touch()
            self.drafts.store()
        except JournalError as error:
            self.context.fail(error)
        self.left.emit()

    def _zones(self) -> tuple[str, ...]:
        try:
            return recent_zones(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return ()
