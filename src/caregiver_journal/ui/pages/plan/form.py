"""The form of the planner: collects what is prepared for one talk, decides nothing."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.domain.boundary import LIMIT_WORDS, SETTING_WORDS
from caregiver_journal.ui.pages.plan.drafts import EMPTY, PlanDraft
from caregiver_journal.ui.pages.plan.one_chip import OneChip
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import NoteField, note_field
from caregiver_journal.ui.widgets.percent_slider import PercentSlider
from caregiver_journal.ui.widgets.text import field_label, line_field, push_button

_LINES = 2
_FIELDS = ("asked", "offer", "cannot", "words", "feared")


class PlanForm(Card):
    """Fields for one plan; everything but the first may stay empty.

    Signals:
        submitted: it is to be saved.
        happened: the talk has been; it is to be saved and logged.
        deleted: the plan is to be deleted.
        cancelled: Cancel was pressed.
        words_wanted: words for it are looked for.
        edited: something in the form changed.
    """

    submitted = Signal()
    happened = Signal()
    deleted = Signal()
    cancelled = Signal()
    words_wanted = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(name="plan.form")
        self._number: int | None = None
        self._today = date.min
        self.asker = line_field(_("A role, not a name"), name="plan.asker")
        self.knows_day = QCheckBox(_("I know the day"))
        self.knows_day.setObjectName("plan.knows_day")
        self.day = DayField(date(2000, 1, 1), name="plan.day")
        self.asked = _note("plan.asked")
        self.offer = _note("plan.offer")
        self.cannot = _note("plan.cannot")
        self.words = _note("plan.words")
        self.find_words = push_button(_("Find words…"), "link", name="plan.find_words")
        self.feared = _note("plan.feared")
        self.belief = PercentSlider(_("not at all"), _("for certain"), name="plan.belief")
        self.setting = OneChip(SETTING_WORDS, name="plan.setting")
        self.limit = OneChip(LIMIT_WORDS, name="plan.limit")
        self.asked_problem = ProblemLine("plan.asked.problem")
        self.asker_problem = ProblemLine("plan.asker.problem")
        self.day_problem = ProblemLine("plan.day.problem")
        self.problem = ProblemLine("plan.problem")
        self.delete = push_button(_("Delete"), "danger", name="plan.delete")
        self.log = push_button(_("It happened: log it"), name="plan.log")
        self.cancel = push_button(_("Cancel"), name="plan.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        self.save = push_button(_("Save · {keys}").format(keys=keys), "primary", name="plan.save")
        self._arrange()
        self._connect()

    def offer_own(self, settings: list[str], limits: list[str]) -> None:
        """Offer settings and kinds of limit of the person's own."""
        self.setting.offer_own(settings)
        self.limit.offer_own(limits)

    # --- what it holds --------------------------------------------------------------------------

    def fill(self, draft: PlanDraft, today: date) -> None:
        """Show a draft; the day begins at tomorrow where none was said."""
        self._number, self._today = draft.number, today
        self.asker.setText(draft.asker)
        for part in _FIELDS:
            self._field(part).setPlainText(getattr(draft, part))
        self.belief.set_value(draft.belief)
        self.setting.set_value(draft.setting)
        self.limit.set_value(draft.limit)
        for box in (self.knows_day, self.day):
            box.blockSignals(True)
        self.knows_day.setChecked(draft.day is not None)
        day = draft.day or min(today, date.max - timedelta(days=1)) + timedelta(days=1)
        self.day.setDate(QDate(day.year, day.month, day.day))
        for box in (self.knows_day, self.day):
            box.blockSignals(False)
        self.day.setVisible(draft.day is not None)
        self.be_quiet()
        is_kept = draft.number is not None
        self.delete.setVisible(is_kept)
        self.log.setVisible(is_kept)

    def draft(self) -> PlanDraft:
        """Return what the form holds."""
        return PlanDraft(
            asker=self.asker.text(),
            day=self.day.day() if self.knows_day.isChecked() else None,
            belief=self.belief.value(),
            setting=self.setting.value(),
            limit=self.limit.value(),
            number=self._number,
            **{part: self._field(part).toPlainText() for part in _FIELDS},
        )

    def is_empty(self) -> bool:
        """Tell whether nothing was written for a new plan."""
        return self.draft() == EMPTY

    def add_words(self, words: str) -> None:
        """Put words behind those that are there, in a line of their own."""
        before = self.words.toPlainText().rstrip()
        self.words.setPlainText(f"{before}\n{words}" if before else words)

    def tell(self, error: JournalError) -> None:
        """Say what went wrong, at its field."""
        self.be_quiet()
        places = {
            "asked": (self.asked_problem, self.asked),
            "asker": (self.asker_problem, self.asker),
            "day": (self.day_problem, self.day),
        }
        part = error.field if isinstance(error, InvalidValueError) else ""
        line, field = places.get(part, (self.problem, None))
        line.tell(error)
        if field is not None:
            field.setFocus()

    def be_quiet(self) -> None:
        """Take away what was said about fields."""
        for line in (self.asked_problem, self.asker_problem, self.day_problem, self.problem):
            line.be_quiet()

    def _field(self, part: str) -> NoteField:
        field = getattr(self, part)
        if not isinstance(field, NoteField):
            raise TypeError(part)
        return field

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.body.setSpacing(MEDIUM)
        about = field_label(_("What it will be about, or what will be asked"), self.asked)
        self.add(_group(about, self.asked, self.asked_problem))
        whom = field_label(_("With whom"), self.asker)
        self.add(_group(whom, self.asker, self.asker_problem))
        when = FlowLayout(gap=MEDIUM)
        when.addWidget(self.knows_day)
        when.addWidget(self.day)
        self.day.setAccessibleName(_("The day it is expected"))
        self.add(_group(when, self.day_problem))
        for words, field in (
            (_("What I can offer"), self.offer),
            (_("What I cannot"), self.cannot),
        ):
            self.add(_group(field_label(words, field), field))
        find = QHBoxLayout()
        find.addWidget(self.find_words)
        find.addStretch(1)
        self.add(_group(field_label(_("Words I would like to say"), self.words), self.words, find))
        fear = field_label(_("What I fear will follow"), self.feared)
        self.add(_group(fear, self.feared))
        belief = field_label(_("How far I believe that"), self.belief)
        self.add(_group(belief, self.belief))
        self.add(_group(field_label(_("Where"), self.setting), self.setting))
        self.add(_group(field_label(_("Kind of limit"), self.limit), self.limit))
        self.add(self.problem)
        self.add(FootRow((self.log, self.delete), (self.cancel, self.save)))

    def _connect(self) -> None:
        for part in _FIELDS:
            self._field(part).textChanged.connect(self.edited)
        self.asker.textEdited.connect(self.edited)
        for chips in (self.setting, self.limit):
            chips.edited.connect(self.edited)
        self.belief.changed.connect(self.edited)
        self.day.dateChanged.connect(self.edited)
        self.knows_day.toggled.connect(self._on_knows_day)
        self.find_words.clicked.connect(self.words_wanted)
        self.save.clicked.connect(self.submitted)
        self.log.clicked.connect(self.happened)
        self.delete.clicked.connect(self.deleted)
        self.cancel.clicked.connect(self.cancelled)

    def _on_knows_day(self) -> None:
        self.day.setVisible(self.knows_day.isChecked())
        self.edited.emit()


def _note(name: str) -> NoteField:
    return note_field(lines=_LINES, name=name)


def _group(*parts: QWidget | QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(TINY)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return column
