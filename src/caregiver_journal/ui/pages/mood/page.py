"""The check-in: write how you are in more detail, or change what you wrote."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from caregiver_journal.base.i18n import N_
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.checkin import Checkin, save_checkin, take_back_checkin
from caregiver_journal.journal.feelings import offered_feelings
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.waiting import CHECK_IN
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_page import EntryPage
from caregiver_journal.ui.page import KIND_SECTIONS, Context, Destination
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

DRAFTS = DraftKind(CHECK_IN, KIND_SECTIONS[Kind.MOOD], EMPTY, draft_of, to_plain, from_plain)
_MIDDLE = 3
"""Where a word of one's own lies while neither pleasantness nor energy was said."""


class MoodPage(EntryPage[MoodDraft]):
    """Writes a new mood and the work of its day, or changes the entry it is opened at."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {START_OF_DAY, Topic.FEELING, Topic.SHIFT, Topic.TAG, Topic.WORKDAY, *Kind}
    )
    title = N_("Check-in")
    subtitle = N_("Everything but the first line may stay empty.")

    def __init__(self, context: Context) -> None:
        super().__init__(context, DRAFTS)
        self.form = MoodForm(context.journal.clock, self._read_work, self._zones)
        self.set_form(self.form)
        self.form.day_moved.connect(self._follow_day)
        self.form.words.more_wanted.connect(self._open_words)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        self.form.words.set_offered(offered_feelings(journal))
        self.form.tags.set_suggestions(journal.tags.names())
        self.form.when.set_start_of_day(journal.start_of_day)
        super().refresh()
        self._show_work()

    @override
    def open_at(self, destination: Destination) -> None:
        super().open_at(destination)
        self._follow_day()

    @override
    def focus_first(self) -> None:
        self.form.level.setFocus()

    @override
    def _new(self, day: date | None) -> MoodDraft:
        return replace(EMPTY, happened=self._noon(day))

    def _read_work(self, day: date) -> WorkNotes:
        journal = self.context.journal
        days = journal.workdays
        before = max(day, date.min + timedelta(days=1)) - timedelta(days=1)
        return WorkNotes(days.read(day), tuple(journal.shifts.all()), days.last_day_off(before))

    def _show_work(self) -> None:
        self.form.show_work(self._today())

    def _follow_day(self) -> None:
        self._try(self._show_work)

    def _open_words(self) -> None:
        draft = self.form.draft()
        picker = FeelingPicker(
            self.context, self.form.words, draft.level or _MIDDLE, draft.energy or _MIDDLE
        )
        picker.chosen.connect(self.form.edited)
        picker.gone.connect(self.form.words.show_chosen)

    @override
    def _store(self) -> Callable[[], None]:
        journal = self.context.journal
        saved = save_checkin(journal, self._checkin(), draft=CHECK_IN, rest=self._others)
        return partial(take_back_checkin, journal, saved)

    def _checkin(self) -> Checkin:
        """Return what is to be saved; raises ``InvalidValueError``."""
        draft, earlier = self.form.draft(), self._entry
        work = self.form.work.workdays()
        if draft.level is None:
            return Checkin(None, workdays=work)
        mood = Mood(draft.level, draft.energy, draft.words, draft.about, draft.belonging)
        return Checkin(self._entry_with(mood, earlier), earlier, work)
