"""The boundary moment: write one, or change one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import N_
from caregiver_journal.base.marks import override
from caregiver_journal.domain.ask_again import AskAgain, ask_on, move_follow_ups
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.entry import Entry, check_entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import ASK_AGAIN, START_OF_DAY
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.moment import Origin, save_moment
from caregiver_journal.journal.waiting import BOUNDARY_FORM
from caregiver_journal.ui.draft_keeper import Content as Written
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_page import EntryPage
from caregiver_journal.ui.page import KIND_SECTIONS, Context
from caregiver_journal.ui.pages.boundary.drafts import (
    EMPTY,
    BoundaryDraft,
    boundary_of,
    draft_of,
    from_plain,
    to_plain,
)
from caregiver_journal.ui.pages.boundary.form import BoundaryForm
from caregiver_journal.ui.pages.boundary.origins import read_origin

DRAFTS = DraftKind(
    BOUNDARY_FORM, KIND_SECTIONS[Kind.BOUNDARY], EMPTY, draft_of, to_plain, from_plain
)


class BoundaryPage(EntryPage[BoundaryDraft]):
    """Writes a new boundary moment, or changes the entry it is opened at."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {ASK_AGAIN, START_OF_DAY, Topic.TAG, Topic.PLAN, Topic.LADDER, Kind.BOUNDARY}
    )
    title = N_("Boundary moment")
    subtitle = N_("What was asked and what you did are enough. Name roles, not people.")

    def __init__(self, context: Context) -> None:
        super().__init__(context, DRAFTS)
        self.form = BoundaryForm(context.journal.clock, self._zones)
        self.form.kept.setVisible(not context.journal.is_read_only)
        self.form.words_wanted.connect(self._find_words)
        self.set_form(self.form)

    @override
    def refresh(self) -> None:
        journal, form = self.context.journal, self.form
        form.asker.set_words(journal.boundaries.askers())
        form.limit.offer_own(journal.boundaries.limits())
        form.pulls.offer_own(journal.boundaries.pulls())
        form.offer_more(journal.boundaries.settings(), journal.tags.names())
        form.when.set_start_of_day(journal.start_of_day)
        form.ask.set_usual(AskAgain(str(journal.setting(ASK_AGAIN))))
        super().refresh()
        form.name_feelings()
        self._show_follow_ups()

    @override
    def focus_first(self) -> None:
        self.form.asker.setFocus()

    def _find_words(self) -> None:
        from caregiver_journal.ui.words_sheet import WordsSheet  # noqa: PLC0415 - few look for them

        WordsSheet(self.context).chosen.connect(self.form.use_words)

    @override
    def _new(self, day: date | None) -> BoundaryDraft:
        return EMPTY._replace(happened=self._noon(day))

    @override
    def _read_part(self, part: str) -> BoundaryDraft:
        return read_origin(self.context.journal, part)

    @override
    def _show(
        self,
        about: str,
        opened: BoundaryDraft,
        entry: Entry | None,
        written: Written | None = None,
    ) -> None:
        super()._show(about, opened, entry, written)
        self._try(self._show_follow_ups)

    def _show_follow_ups(self) -> None:
        """Show what was asked of the entry that is changed."""
        entry = self._entry
        if entry is not None and isinstance(entry.detail, Boundary):
            zone = entry.happened.tzinfo
            self.form.ask.show_earlier(entry.detail.follow_ups, self._today(), zone)

    @override
    def _refuse(self, error: JournalError) -> None:
        if isinstance(error, InvalidValueError):
            self.form.refuse(error)
        else:
            super()._refuse(error)

    @override
    def _store(self) -> Callable[[], None]:
        journal = self.context.journal
        earlier = self._entry
        entry = self._make(earlier)
        if earlier is None:
            draft = self.form.draft()
            origin = Origin(draft.plan, draft.tried)
            return save_moment(journal, entry, origin, draft=BOUNDARY_FORM, rest=self._others)
        return journal.change(entry, draft=BOUNDARY_FORM, rest=self._others)

    def _make(self, earlier: Entry | None) -> Entry:
        """Return the entry to be saved; raises ``InvalidValueError``."""
        boundary = boundary_of(self.form.draft())
        entry = self._entry_with(boundary, earlier)
        was = None if earlier is None else earlier.detail
        before = was.follow_ups if isinstance(was, Boundary) else ()
        follow_ups = (
            *move_follow_ups(before, entry.day),
            *ask_on(self.form.ask.value(), entry.day, self._today()),
        )
        made = replace(entry, detail=replace(boundary, follow_ups=follow_ups))
        check_entry(made)
        return made
