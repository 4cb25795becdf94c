"""The form for a questionnaire: collects, decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.scoring import still_fits
from caregiver_journal.ui.entry_form import EntryForm, check_box, group
from caregiver_journal.ui.moment_field import MomentField
from caregiver_journal.ui.pages.measure.answers import AnswersCard
from caregiver_journal.ui.pages.measure.drafts import EMPTY, MeasureDraft
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.tag_field import TagField

_NAME = "measure"
_NOTE_LINES = 2

Find = Callable[[str], Instrument | None]
"""Returns the facts of a questionnaire; None where they are not here."""


class MeasureForm(EntryForm[MeasureDraft]):
    """What stands on the paper form, a note, tags, the moment and the marks.

    Attributes:
        instrument: the questionnaire; None where its facts are not here.
        takes_answers: whether it can be filled in; what was filled in once and does not fit the
            facts of now is shown and stays as it is.
    """

    def __init__(self, now: Clock, find: Find, zones: Callable[[], Sequence[str]] = tuple) -> None:
        """Take what tells the time, knows the questionnaires, and the zones used lately."""
        super().__init__(_NAME)
        self._from = EMPTY
        self._find = find
        self.instrument: Instrument | None = None
        self.takes_answers = False
        self.answers = AnswersCard()
        self.note = note_field(lines=_NOTE_LINES, name=f"{_NAME}.note")
        light_up(self.note)
        self.tags = TagField(name=f"{_NAME}.tags")
        self.when = MomentField(now, zones, name=_NAME, shortens=True)
        self.never_export = check_box(_("Never export this"), f"{_NAME}.never_export")
        self.for_session = check_box(_("Bring to session"), f"{_NAME}.for_session")
        self._arrange()
        self._connect()
        self.fill(EMPTY)

    @override
    def fill(self, draft: MeasureDraft, entry: Entry | None = None) -> None:
        self._from = draft
        instrument = self._find(draft.instrument) if draft.instrument else None
        takes_answers = instrument is not None and _fits(instrument, entry)
        if (instrument, takes_answers) != (self.instrument, self.takes_answers):
            self.instrument, self.takes_answers = instrument, takes_answers
            self.answers.ask(instrument if takes_answers else None)
        self.answers.fill(draft, entry, is_changed=instrument is not None)
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.when.set_moment(draft.happened, draft.day)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.show_problem("")

    @override
    def draft(self) -> MeasureDraft:
        rest = replace(
            self._from,
            note=self.note.toPlainText(),
            tags=self.tags.tags(),
            happened=self.when.moment(),
            day=self.when.chosen_day(),
            never_export=self.never_export.isChecked(),
            for_session=self.for_session.isChecked(),
        )
        return self.answers.draft(rest)

    @override
    def submit(self) -> None:
        if not self._from.instrument:
            self.show_problem(_("Choose a questionnaire under Measures first."))
        elif not self.answers.check():
            return
        elif self.when.check():
            self.show_problem("")
            self.submitted.emit()
        else:
            self.when.setFocus()

    def _arrange(self) -> None:
        card = Card()
        card.body.setSpacing(SMALL)
        beside = FieldRow((_("Tags"), (self.tags,)), (_("When"), (self.when,)))
        card.add(group(_("Note"), self.note), beside, self.problem)
        card.body.addSpacing(TINY)
        card.add(FootRow((self.never_export, self.for_session), (self.cancel, self.save)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.answers)
        column.addWidget(card)

    def _connect(self) -> None:
        for signal in (
            *(self.answers.edited, self.note.textChanged, self.tags.changed, self.when.changed),
            *(self.never_export.toggled, self.for_session.toggled),
        ):
            signal.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.show_problem("")
        self.edited.emit()


def _fits(instrument: Instrument, entry: Entry | None) -> bool:
    """Tell whether what an entry holds, if it holds anything, can be filled in again."""
    detail = None if entry is None else entry.detail
    return not isinstance(detail, Measure) or still_fits(instrument, detail)
