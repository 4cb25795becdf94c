"""The form of the check-in: collects a mood and the work of its day, decides nothing."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.domain.day import DEFAULT_START, day_of
from caregiver_journal.domain.mood import ABOUT_WORDS, LEVEL_WORDS, About
from caregiver_journal.ui.pages.mood.drafts import EMPTY, MoodDraft
from caregiver_journal.ui.pages.mood.energy import energy_choices
from caregiver_journal.ui.pages.mood.words import FeelingWords
from caregiver_journal.ui.pages.mood.work import WorkNotes, WorkPanel
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, push_button
from caregiver_journal.ui.widgets.when_day import WhenDay, may_count_to
from caregiver_journal.ui.widgets.when_field import WhenField

_SHARES = (68, 32)
_NOTE_LINES = 3


class MoodForm(QWidget):
    """Fields for one mood, and beside them the work of the day and belonging.

    Signals:
        submitted: Save was pressed and what is there can be saved.
        cancelled: Cancel was pressed.
        edited: something in the form changed.
        day_moved: the day it counts to is another one now.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()
    day_moved = Signal()

    def __init__(
        self,
        now: Clock,
        read_work: Callable[[date], WorkNotes],
        zones: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Take what tells the time, reads the work of a day, and knows the zones used lately."""
        super().__init__()
        self._now = now
        self._start = DEFAULT_START
        self._day: date | None = None
        self._changes_entry = False
        self.level = MoodDiscs([_(word) for word in LEVEL_WORDS], name="checkin.level")
        self.energy = Segmented(energy_choices(), name="checkin.energy")
        self.words = FeelingWords(name="checkin.words")
        about = [(key.value, _(word)) for key, word in ABOUT_WORDS.items()]
        self.about = Segmented(about, name="checkin.about")
        self.note = note_field(_("Roles, not names…"), lines=_NOTE_LINES, name="checkin.note")
        self.tags = TagField(name="checkin.tags")
        self.when = WhenField(now, zones, name="checkin.when")
        self.counts_to = WhenDay(name="checkin.day")
        self.when_problem = ProblemLine("checkin.when.problem")
        self.never_export = _check_box(_("Never export this"), "checkin.never_export")
        self.for_session = _check_box(_("Bring to session"), "checkin.for_session")
        self.cancel = push_button(_("Cancel"), name="checkin.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        self.save = push_button(
            _("Save · {keys}").format(keys=keys), "primary", name="checkin.save"
        )
        self.problem = ProblemLine("checkin.problem")
        self.work = WorkPanel(read_work, name="work")
        self.belonging = TenSlider(_("quite alone"), _("one of them"), name="checkin.belonging")
        self._arrange()
        self._connect()
        self.clear()

    # --- what it holds --------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty every field."""
        self.fill(EMPTY)

    def fill(self, draft: MoodDraft, *, changes_entry: bool = False) -> None:
        """Show a draft; ``changes_entry`` when it is of an entry that is there already."""
        self._changes_entry = changes_entry
        self.level.set_value(draft.level)
        self.energy.set_value(str(draft.energy) if draft.energy else None)
        self.words.set_words(draft.words)
        self.words.go_near(draft.level, draft.energy)
        self.about.set_value(None if draft.about is None else draft.about.value)
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.when.set_value(draft.happened)
        self._day = draft.day
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.belonging.set_value(draft.belonging)
        self.work.set_drafts(draft.work)
        self.show_problem("")
        self.when_problem.say(self.when.problem())
        self._show_day()
        self.day_moved.emit()

    def draft(self) -> MoodDraft:
        """Return what the form holds."""
        energy, about = self.energy.value(), self.about.value()
        return MoodDraft(
            level=self.level.value(),
            energy=None if energy is None else int(energy),
            words=self.words.words(),
            about=None if about is None else About(about),
            note=self.note.toPlainText(),
            tags=self.tags.tags(),
            happened=self.when.chosen(),
            day=self._day,
            never_export=self.never_export.isChecked(),
            for_session=self.for_session.isChecked(),
            belonging=self.belonging.value(),
            work=self.work.drafts(),
        )

    def day(self) -> date:
        """Return the day that what is in the form counts to."""
        return self._day or day_of(self.when.value(), self._start)

    def set_start_of_day(self, start: time) -> None:
        """Count by days that start then."""
        self._start = start
        self._show_day()

    def show_work(self, today: date) -> None:
        """Show the work of the day this counts to; raises ``JournalError``."""
        self.work.show_day(self.day(), today)

    def show_problem(self, sentence: str) -> None:
        """Show above the buttons what keeps this from being saved; "" for nothing."""
        self.problem.say(sentence)

    def submit(self) -> None:
        """Submit the form, or say what is missing and go there."""
        draft = self.draft()
        is_work_alone = bool(draft.work) and not draft.says_mood and not self._changes_entry
        self.when_problem.say(self.when.problem())
        if draft.level is None and not is_work_alone:
            self.show_problem(_missing(draft))
            self.level.setFocus()
        elif self.when.problem():
            self.when.setFocus()
        elif not self.work.check():
            self.work.hours.setFocus()
        else:
            self.show_problem("")
            self.submitted.emit()

    # --- how it is built ------------------------------------------------------------------------

    def _arrange(self) -> None:
        card = Card()
        card.body.setSpacing(SMALL)
        for text, field in (
            (_("How pleasant"), self.level),
            (_("Energy"), self.energy),
            (_("Words for it"), self.words),
            (_("What it had to do with"), self.about),
            (_("Note"), self.note),
        ):
            card.add(_field(text, field))
        foot = FootRow((self.never_export, self.for_session), (self.cancel, self.save))
        card.add(self._beside(), self.problem)
        card.body.addSpacing(TINY)
        card.add(foot)
        belonging = Card(_("Belonging"))
        self.belonging.setAccessibleName(_("Belonging"))
        belonging.add(self.belonging)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns((card,), (self.work, belonging), _SHARES))

    def _beside(self) -> QGridLayout:
        """Return tags and, beside them, when."""
        beside = QGridLayout()
        beside.setHorizontalSpacing(MEDIUM)
        beside.setVerticalSpacing(SMALL)
        for place, (text, field) in enumerate(((_("Tags"), self.tags), (_("When"), self.when))):
            beside.addWidget(field_label(text, field), 0, place)
            beside.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.when_problem)
        below.addWidget(self.counts_to)
        beside.addLayout(below, 2, 1)
        beside.setColumnStretch(0, 3)
        beside.setColumnStretch(1, 2)
        return beside

    def _connect(self) -> None:
        for signal in (
            self.words.changed,
            self.about.changed,
            self.note.textChanged,
            self.tags.changed,
            self.never_export.toggled,
            self.for_session.toggled,
            self.belonging.changed,
            self.work.edited,
        ):
            signal.connect(self._on_edited)
        self.level.changed.connect(self._on_mood)
        self.energy.changed.connect(self._on_mood)
        self.when.changed.connect(self._on_moment)
        self.counts_to.changed.connect(self._on_day)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    # --- what the person does -------------------------------------------------------------------

    def _on_mood(self) -> None:
        energy = self.energy.value()
        self.words.go_near(self.level.value(), None if energy is None else int(energy))
        self._on_edited()

    def _on_moment(self) -> None:
        """Let the day follow the moment; one that was chosen by hand was of the earlier one."""
        self._on_day(None)
        self.when_problem.say(self.when.problem())

    def _on_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self._show_day()
        self._on_edited()
        self.day_moved.emit()

    def _on_edited(self) -> None:
        if self.level.value() is not None:
            self.show_problem("")
        self.edited.emit()

    def _show_day(self) -> None:
        moment = self.when.value()
        if self.when.chosen() is None and self._day and not may_count_to(self._day, moment):
            self._day = None  # it was chosen another day
        rule = day_of(moment, self._start)
        self.counts_to.show_day(moment, rule, self._day, self._today(moment))

    def _today(self, moment: datetime) -> date:
        return self._now().astimezone(moment.tzinfo).date()


def _missing(draft: MoodDraft) -> str:
    if draft.work and draft.says_mood:
        return _(
            "Choose one of the five first; the rest may stay empty. "
            "The work alone can be saved once nothing else is filled in here."
        )
    return _("Choose one of the five first; the rest may stay empty.")


def _check_box(text: str, name: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    return box


def _field(text: str, field: QWidget) -> QVBoxLayout:
    group = QVBoxLayout()
    group.setSpacing(SMALL)
    group.setContentsMargins(0, 0, 0, SNUG)
    group.addWidget(field_label(text, field))
    group.addWidget(field)
    return group
