"""The form of the check-in: collects a mood and the work of its day, decides nothing."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import ABOUT_WORDS, LEVEL_WORDS, About
from caregiver_journal.ui.entry_form import EntryForm, check_box, group
from caregiver_journal.ui.moment_field import MomentField
from caregiver_journal.ui.pages.mood.drafts import EMPTY, MoodDraft
from caregiver_journal.ui.pages.mood.energy import energy_choices
from caregiver_journal.ui.pages.mood.words import FeelingWords
from caregiver_journal.ui.pages.mood.work import WorkNotes, WorkPanel
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label

_SHARES = (68, 32)
_NOTE_LINES = 3


class MoodForm(EntryForm[MoodDraft]):
    """Fields for one mood, and beside them the work of the day and belonging.

    Signals:
        day_moved: the day it counts to is another one now.
    """

    day_moved = Signal()

    def __init__(
        self,
        now: Clock,
        read_work: Callable[[date], WorkNotes],
        zones: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Take what tells the time, reads the work of a day, and knows the zones used lately."""
        super().__init__("checkin")
        self._changes_entry = False
        self.level = MoodDiscs([_(word) for word in LEVEL_WORDS], name="checkin.level")
        self.energy = Segmented(energy_choices(), name="checkin.energy")
        self.words = FeelingWords(name="checkin.words")
        about = [(key.value, _(word)) for key, word in ABOUT_WORDS.items()]
        self.about = Segmented(about, name="checkin.about")
        self.note = note_field(_("Roles, not names…"), lines=_NOTE_LINES, name="checkin.note")
        light_up(self.note)
        self.tags = TagField(name="checkin.tags")
        self.when = MomentField(now, zones, name="checkin")
        self.never_export = check_box(_("Never export this"), "checkin.never_export")
        self.for_session = check_box(_("Bring to session"), "checkin.for_session")
        self.work = WorkPanel(read_work, name="work")
        self.belonging = TenSlider(_("quite alone"), _("one of them"), name="checkin.belonging")
        self._arrange()
        self._connect()
        self.clear()

    # --- what it holds --------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty every field."""
        self.fill(EMPTY)

    @override
    def fill(self, draft: MoodDraft, entry: Entry | None = None) -> None:
        self._changes_entry = entry is not None
        self.level.set_value(draft.level)
        self.energy.set_value(str(draft.energy) if draft.energy else None)
        self.words.set_words(draft.words)
        self.words.go_near(draft.level, draft.energy)
        self.about.set_value(None if draft.about is None else draft.about.value)
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.when.set_moment(draft.happened, draft.day)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.belonging.set_value(draft.belonging)
        self.work.set_drafts(draft.work)
        self.show_problem("")
        self.day_moved.emit()

    @override
    def draft(self) -> MoodDraft:
        energy, about = self.energy.value(), self.about.value()
        return MoodDraft(
            level=self.level.value(),
            energy=None if energy is None else int(energy),
            words=self.words.words(),
            about=None if about is None else About(about),
            note=self.note.toPlainText(),
            tags=self.tags.tags(),
            happened=self.when.moment(),
            day=self.when.chosen_day(),
            never_export=self.never_export.isChecked(),
            for_session=self.for_session.isChecked(),
            belonging=self.belonging.value(),
            work=self.work.drafts(),
        )

    def show_work(self, today: date) -> None:
        """Show the work of the day this counts to; raises ``JournalError``."""
        self.work.show_day(self.when.day(), today)

    @override
    def submit(self) -> None:
        draft = self.draft()
        is_work_alone = bool(draft.work) and not draft.says_mood and not self._changes_entry
        is_moment_right = self.when.check()
        if draft.level is None and not is_work_alone:
            self.show_problem(_missing(draft))
            self.level.setFocus()
        elif not is_moment_right:
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
            card.add(group(text, field))
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

    # --- what the person does -------------------------------------------------------------------

    def _on_mood(self) -> None:
        energy = self.energy.value()
        self.words.go_near(self.level.value(), None if energy is None else int(energy))
        self._on_edited()

    def _on_moment(self) -> None:
        self._on_edited()
        self.day_moved.emit()

    def _on_edited(self) -> None:
        if self.level.value() is not None:
            self.show_problem("")
        self.edited.emit()


def _missing(draft: MoodDraft) -> str:
    if draft.work and draft.says_mood:
        return _(
            "Choose one of the five first; the rest may stay empty. "
            "The work alone can be saved once nothing else is filled in here."
        )
    return _("Choose one of the five first; the rest may stay empty.")
