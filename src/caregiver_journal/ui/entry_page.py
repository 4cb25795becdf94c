"""A page with a form for one entry: its draft, the entry it changes, and how it is left."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
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
from caregiver_journal.journal.unfinished import NEW, is_entry, is_part, read_unfinished
from caregiver_journal.ui.draft_keeper import Content as Written
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_form import D, EntryForm
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.widgets.page_header import PageHeader

_NOON = time(12)


class EntryPage(Page, Generic[D]):
    """Writes a new entry of one kind, or changes the entry it is opened at.

    What is written is kept as a draft, one for each thing it is about: a new entry, a part of a
    destination such as *plan:7*, or an entry. It is there again when that thing is opened again.

    Attributes:
        title, subtitle: the words above the form for a new entry (untranslated).
    """

    title: ClassVar[str] = ""
    subtitle: ClassVar[str] = ""

    def __init__(self, context: Context, kind: DraftKind[D]) -> None:
        super().__init__(context)
        self._kind = kind
        self._form: EntryForm[D]
        self._about = NEW
        self._entry: Entry | None = None
        self._opened = kind.empty
        self.header = PageHeader(_(self.title), "")
        self.drafts = DraftKeeper(context.journal, kind.name, self._record, context.fail, self)
        self._others = read_unfinished(self.drafts.kept())

    def set_form(self, form: EntryForm[D]) -> None:
        """Show the form, empty."""
        self._form = form
        self._arrange(form)
        form.edited.connect(self.drafts.touch)
        form.submitted.connect(self._save)
        form.cancelled.connect(self._cancel)
        self._add_key("Ctrl+Return", form.submit)
        self._add_key("Ctrl+Enter", form.submit)
        self._add_key("Esc", self.left.emit)

    @override
    def refresh(self) -> None:
        was, is_untouched = self._entry, self._form.draft() == self._opened
        self._catch_up()
        if was is None or self._entry is not None:
            return
        if is_untouched:
            self._empty()
        else:
            self.context.say(_("The entry was deleted for good. What you wrote becomes a new one."))

    @override
    def open_at(self, destination: Destination) -> None:
        about = destination.entry_id or destination.part or NEW
        try:
            if about != self._about or about in self._others:
                self._go_over_to(about)
        except JournalError as error:
            self.context.fail(error)
        wanted = self._new(destination.day)
        if about == NEW and self._opened != wanted and self._form.draft() == self._opened:
            self._show(NEW, wanted, None)
        self._show_header()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    # --- what each kind does in its own way -----------------------------------------------------

    def _new(self, day: date | None) -> D:
        """Return the draft of a new entry about a day, or about now."""
        raise NotImplementedError

    def _read_part(self, part: str) -> D:  # noqa: ARG002 - for the pages that have parts
        """Return what a moment from a part of a destination begins with.

        Raises:
            NothingFoundError: what that part names is not there, or not there any more.
        """
        raise NothingFoundError

    def _store(self) -> Callable[[], None]:
        """Save what the form holds and forget its draft; return what takes that back.

        Raises:
            JournalError: it makes no sense, or it could not be written.
        """
        raise NotImplementedError

    def _refuse(self, error: JournalError) -> None:
        """Say in the form why it could not be saved."""
        self._form.show_problem(f"{error.sentence} {error.next_step}".strip())

    def _arrange(self, form: EntryForm[D]) -> None:
        """Lay the page out around its form."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(form)
        column.addStretch(1)
        self.set_content(inside, lines_wide=54)

    def _go_on(self, about: str) -> None:  # noqa: ARG002 - for the pages one stays on
        """Go on after what the form was about was saved or cancelled."""
        self.left.emit()

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

    # --- drafts ---------------------------------------------------------------------------------

    def _content(self) -> Written:
        """Return what was written in the form."""
        now = self.context.journal.clock()
        return self._kind.written(self._form.draft(), self._opened, self._about, now)

    def _record(self) -> Written:
        """Return all that is kept: what was written in the form, and what was put away."""
        written = self._content()
        return {**({self._about: written} if written else {}), **self._others}

    def _start_of(self, about: str) -> tuple[D, Entry | None]:
        """Return what the form holds of something before it is written in, and the entry it is."""
        if about == NEW:
            return self._kind.empty, None
        if is_part(about):
            return self._read_part(about), None
        entry = self.context.journal.entries.get(about)
        return self._kind.of(entry), entry

    def _go_over_to(self, about: str) -> None:
        """Show something else, with what was written of it before; the rest is put away."""
        written = self._others.get(about, {})
        try:
            opened, entry = self._start_of(about)
        except NothingFoundError:
            if not written:
                raise
            opened, entry = self._kind.opened_with(written), None
        self._others.pop(about, None)
        self._put_away(about)
        self._show(about, opened, entry, written)

    def _put_away(self, about: str) -> None:
        """Keep what was written for later, or offer it where its place is wanted."""
        written = self._content()
        if not written:
            return
        bring_back: Callable[[], None] = partial(self._go_back, self._about)
        if self._about == about:
            bring_back = partial(self._bring_back, about, written)
        else:
            self._others[self._about] = written
        self.drafts.touch()
        self.context.say(_("Not saved"), _("Bring it back"), bring_back)

    def _rewrite(self, about: str, change: Callable[[D], D]) -> None:
        """Change what was written of something that was put away; raises ``JournalError``."""
        written = self._others.get(about, {})
        try:
            opened = self._start_of(about)[0]
        except NothingFoundError:
            opened = self._kind.opened_with(written)
        draft = change(self._kind.over(opened, written))
        now = self.context.journal.clock()
        self._others[about] = self._kind.written(draft, opened, about, now)
        if not self._others[about]:
            del self._others[about]
        self.drafts.touch()
        self.drafts.store()

    def _go_back(self, about: str) -> None:
        entry_id, part = (about if knows(about) else "" for knows in (is_entry, is_part))
        self.go_requested.emit(Destination(self._kind.section, entry_id, part))

    def _bring_back(self, about: str, written: Written) -> None:
        self._others[about] = written
        self.drafts.touch()
        self._go_back(about)

    def _catch_up(self) -> None:
        """Take over what changed meanwhile of what is being changed, where nothing was written."""
        if self._about == NEW:
            return
        written = self._content()
        try:
            opened, entry = self._start_of(self._about)
        except NothingFoundError:
            if self._entry is not None:
                draft, empty = self._form.draft(), self._kind.empty
                now = self.context.journal.clock()
                written = self._kind.written(draft, empty, self._about, now)
                self._show(self._about, empty, None, written)
        else:
            if (opened, entry) != (self._opened, self._entry):
                self._show(self._about, opened, entry, written)

    def _show(
        self, about: str, opened: D, entry: Entry | None, written: Written | None = None
    ) -> None:
        """Show something in the form, and what was written of it."""
        self._about, self._opened, self._entry = about, opened, entry
        was_dirty = self.drafts.is_dirty
        self._form.fill(self._kind.over(opened, written) if written else opened, entry)
        if not was_dirty:
            self.drafts.settle()  # filling it is no writing
        self._show_header()

    def _empty(self) -> None:
        self._show(NEW, self._kind.empty, None)

    def _show_header(self) -> None:
        title = self.title if self._entry is None else N_("Change this entry")
        self.header.set_title(_(title))
        self.header.set_subtitle(_(self.subtitle))

    def _save(self) -> None:
        was, about = self._entry, self._about
        try:
            self._catch_up()
            now = self._entry
            take_back = self._store()
        except JournalError as error:
            self._refuse(error)
            return
        self._empty()
        self.drafts.settle()
        self.context.undo.offer(_say_saved(was, now), take_back)
        self._go_on(about)

    def _cancel(self) -> None:
        about, written = self._about, self._content()
        self._empty()
        if written:
            self.context.say(
                _("Not saved"), _("Bring it back"), partial(self._bring_back, about, written)
            )
        try:
            self.drafts.touch()
            self.drafts.store()
        except JournalError as error:
            self.context.fail(error)
        self._go_on(about)

    def _zones(self) -> tuple[str, ...]:
        try:
            return recent_zones(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return ()


def _say_saved(was: Entry | None, now: Entry | None) -> str:
    """Return what to say of a save: where the entry changed had been deleted, that too."""
    if was is not None and now is None:
        return _("Saved as a new entry; the earlier one was deleted for good")
    if now is not None and now.deleted is not None:
        return _("Saved, and taken out of the trash")
    return _("Saved")
