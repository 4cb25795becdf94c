"""Change what was practised: how it was, what was written, and when it comes back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from caregiver_journal.base.i18n import N_
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.practising import PRACTISED_FORM
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_page import EntryPage
from caregiver_journal.ui.page import KIND_SECTIONS, Context
from caregiver_journal.ui.pages.practised.drafts import (
    EMPTY,
    PractisedDraft,
    draft_of,
    from_plain,
    practice_of,
    to_plain,
)
from caregiver_journal.ui.pages.practised.form import PractisedForm

DRAFTS = DraftKind(
    PRACTISED_FORM, KIND_SECTIONS[Kind.PRACTICE], EMPTY, draft_of, to_plain, from_plain
)


class PractisedPage(EntryPage[PractisedDraft]):
    """Changes the practice it is opened at; new ones come from the player."""

    shows: ClassVar[frozenset[Changed]] = frozenset({START_OF_DAY, Topic.TAG, Kind.PRACTICE})
    title = N_("Practice")
    subtitle = N_("Everything may stay empty.")

    def __init__(self, context: Context) -> None:
        super().__init__(context, DRAFTS)
        self.form = PractisedForm(context.journal.clock, self._zones)
        self.set_form(self.form)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        self.form.tags.set_suggestions(journal.tags.names())
        self.form.when.set_start_of_day(journal.start_of_day)
        self.form.set_today(self._today())
        super().refresh()

    @override
    def focus_first(self) -> None:
        self.form.ratings["distress_before"].setFocus()

    @override
    def _new(self, day: date | None) -> PractisedDraft:
        return EMPTY

    @override
    def _store(self) -> Callable[[], None]:
        journal = self.context.journal
        earlier = self._entry
        entry = self._entry_with(practice_of(self.form.draft(), self._opened), earlier)
        if earlier is None:
            journal.add(entry, draft=PRACTISED_FORM)
            self._keep_others()
            return partial(journal.remove, entry)
        return journal.change(entry, draft=PRACTISED_FORM, rest=self._others)

    def _keep_others(self) -> None:
        """Keep the drafts of other practices, which adding one forgot with its own."""
        if self._others:
            self.context.journal.save_draft(PRACTISED_FORM, self._others)
