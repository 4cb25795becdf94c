"""Fill in a questionnaire from its paper form, or change one; then see what it came to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Detail, Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.measure_entry import MeasureResult, result_of
from caregiver_journal.journal.measure_records import record_answers, record_totals
from caregiver_journal.journal.measure_waiting import MEASURE_FORM
from caregiver_journal.journal.measuring import find_instrument
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_form import EntryForm
from caregiver_journal.ui.entry_page import EntryPage
from caregiver_journal.ui.page import KIND_SECTIONS, Context, Destination
from caregiver_journal.ui.pages.measure.drafts import (
    EMPTY,
    MeasureDraft,
    draft_of,
    from_plain,
    to_plain,
)
from caregiver_journal.ui.pages.measure.form import MeasureForm
from caregiver_journal.ui.pages.measure.result import ResultCard
from caregiver_journal.ui.support_sheet import SupportSheet
from caregiver_journal.ui.widgets.empty_state import EmptyState

INSTRUMENT = "instrument:"
"""Begins the part of a destination that names a questionnaire."""

DRAFTS = DraftKind(MEASURE_FORM, KIND_SECTIONS[Kind.MEASURE], EMPTY, draft_of, to_plain, from_plain)


class MeasurePage(EntryPage[MeasureDraft]):
    """Takes what stands on a paper form, and shows what it came to once it is saved."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {Kind.MEASURE, Topic.INSTRUMENT, Topic.TAG, START_OF_DAY}
    )
    title = N_("Fill in a questionnaire")

    def __init__(self, context: Context) -> None:
        super().__init__(context, DRAFTS)
        self._saved: Entry | None = None
        self._result: MeasureResult | None = None
        self.form = MeasureForm(context.journal.clock, self._find, self._zones)
        self.result = ResultCard()
        self.result.left.connect(self.left)
        self.result.change_wanted.connect(self._change_it)
        self.result.trends_wanted.connect(self._see_trends)
        self.empty = EmptyState(
            _("No questionnaire is chosen."), _("Choose one"), name="measure.empty"
        )
        self.empty.step_requested.connect(self._choose)
        self.set_form(self.form)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        self.form.tags.set_suggestions(journal.tags.names())
        self.form.when.set_start_of_day(journal.start_of_day)
        draft = self.form.draft()
        if draft.instrument and self._find(draft.instrument) != self.form.instrument:
            self.form.fill(draft, self._entry)
        super().refresh()
        if self._result is not None:
            self._read_result(self._result.entry_id)

    @override
    def open_at(self, destination: Destination) -> None:
        if self._result is not None and destination == Destination(destination.section):
            return  # back from where one went from what it came to
        self._result = None
        super().open_at(destination)
        self._show_parts()

    @override
    def focus_first(self) -> None:
        if self._result is not None:
            self.result.done.setFocus()
        elif self.form.isHidden():
            step = self.empty.findChild(QWidget, "measure.empty.step")
            if step is not None:
                step.setFocus()
        elif not self.form.takes_answers:
            self.form.note.setFocus()
        else:
            self.form.answers.take_keyboard()

    # --- what is written ------------------------------------------------------------------------

    def _find(self, instrument_id: str) -> Instrument | None:
        try:
            return find_instrument(self.context.journal, instrument_id).instrument
        except NothingFoundError:
            return None

    @override
    def _new(self, day: date | None) -> MeasureDraft:
        return EMPTY

    @override
    def _read_part(self, part: str) -> MeasureDraft:
        instrument_id = part.removeprefix(INSTRUMENT)
        if instrument_id == part:
            raise NothingFoundError
        found = find_instrument(self.context.journal, instrument_id).instrument
        return replace(EMPTY, instrument=found.id, title=found.title, is_total=found.is_total_only)

    @override
    def _store(self) -> Callable[[], None]:
        journal, earlier = self.context.journal, self._entry
        entry = self._entry_with(self._detail(earlier), earlier)
        if earlier is None:
            journal.add(entry, draft=MEASURE_FORM, rest=self._others)
            take_back: Callable[[], None] = partial(journal.remove, entry)
        else:
            take_back = journal.change(entry, draft=MEASURE_FORM, rest=self._others)
        self._saved = entry
        return take_back

    def _detail(self, earlier: Entry | None) -> Detail:
        """Return what was entered; where nothing of it changed, as it was with its scores.

        Raises:
            JournalError: it makes no sense, or nobody knows any more what it is made of.
        """
        draft = self.form.draft()
        is_kept = self.form.instrument is not None and not self.form.takes_answers
        if earlier is not None and (is_kept or _entered(draft) == _entered(self._opened)):
            return earlier.detail
        instrument = find_instrument(self.context.journal, draft.instrument).instrument
        if draft.is_total:
            totals = self.form.answers.totals.totals() or {}
            return record_totals(instrument, totals, draft.form)
        forms = instrument.forms
        form = forms[0].id if len(forms) == 1 else draft.form
        return record_answers(instrument, dict(draft.answers), form)

    # --- what it came to ------------------------------------------------------------------------

    @override
    def _go_on(self, about: str) -> None:
        saved, self._saved = self._saved, None
        if saved is None or not isinstance(saved.detail, Measure):
            self.left.emit()
            return
        self._read_result(saved.id)
        if self._result is None:
            self.left.emit()
        elif self._result.needs_support:
            self.result.hide()
            SupportSheet(self.context).gone.connect(self._show_after_card)
        else:
            self.focus_first()

    def _show_after_card(self) -> None:
        """Show what it came to once the support card was read."""
        self._show_parts()
        if self.isVisible():
            self.focus_first()

    def _read_result(self, entry_id: str) -> None:
        """Show what the questionnaire of an entry came to; leave where it was deleted."""
        journal, was = self.context.journal, self._result
        self._result = None
        try:
            entry = journal.entries.get(entry_id)
            if entry.deleted is None:
                self._result = result_of(journal, entry)
        except JournalError as error:
            self.context.fail(error)
        if self._result is not None:
            self.result.show_result(self._result, self._today())
        elif was is not None and self.isVisible():
            self.left.emit()
        self._show_parts()

    def _change_it(self) -> None:
        if self._result is not None:
            section = KIND_SECTIONS[Kind.MEASURE]
            self.go_requested.emit(Destination(section, self._result.entry_id))

    def _see_trends(self) -> None:
        self.go_requested.emit(Destination("trends"))

    def _choose(self) -> None:
        self.go_requested.emit(Destination("measures"))

    # --- what is seen ---------------------------------------------------------------------------

    @override
    def _arrange(self, form: EntryForm[MeasureDraft]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        for part in (self.header, self.result, form):
            column.addWidget(part)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self.set_content(inside, lines_wide=54)

    @override
    def _show_header(self) -> None:
        result, instrument = self._result, self.form.instrument
        if result is not None:
            self.header.set_title(result.title)
            self.header.set_subtitle(say_day(result.day, self._today()))
            return
        super()._show_header()
        draft = self.form.draft()
        title = draft.title if instrument is None else instrument.title
        if title:
            self.header.set_title(title)
            self.header.set_subtitle("" if instrument is None else _say_about(instrument))

    def _show_parts(self) -> None:
        """Show the form, what it came to, or that nothing is chosen."""
        has_result = self._result is not None
        is_chosen = bool(self.form.draft().instrument) or self._entry is not None
        self.result.setVisible(has_result)
        self.form.setVisible(is_chosen and not has_result)
        self.empty.setVisible(not is_chosen and not has_result)
        self._show_header()


def _entered(draft: MeasureDraft) -> tuple[object, ...]:
    """Return what of a draft is the questionnaire."""
    return draft.instrument, draft.form, draft.is_total, draft.answers, draft.totals


def _say_about(instrument: Instrument) -> str:
    """Return which edition it is, and about which time it asks."""
    window = _("It asks about {time}.").format(time=instrument.window) if instrument.window else ""
    edition = f"{instrument.edition.rstrip('.')}." if instrument.edition else ""
    return f"{edition} {window}".strip()
