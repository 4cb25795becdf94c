"""The form of the check-in: collects a mood, decides nothing."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import ENERGY_WORDS, LEVEL_WORDS, Mood
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.text import field_label, push_button
from caregiver_journal.ui.widgets.when_field import WhenField


@dataclass(frozen=True, slots=True)
class MoodDraft:
    """What the form holds; the level is None until a disc is chosen."""

    level: int | None
    energy: int | None
    words: tuple[str, ...]
    note: str
    tags: tuple[str, ...]
    happened: datetime | None
    never_export: bool
    for_session: bool


class MoodForm(Card):
    """Fields for one mood.

    Signals:
        submitted: Save was pressed and a level is chosen.
        cancelled: Cancel was pressed.
        edited: something in the form changed.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self, now: Clock) -> None:
        super().__init__()
        self.level = MoodDiscs([_(word) for word in LEVEL_WORDS], name="checkin.level")
        energies = [(str(number), _(word)) for number, word in enumerate(ENERGY_WORDS, 1)]
        self.energy = Segmented(energies, name="checkin.energy")
        self.words = TagField()
        self.words.setObjectName("checkin.words")
        self.note = note_field(_("Roles, not names…"), lines=4, name="checkin.note")
        self.tags = TagField()
        self.tags.setObjectName("checkin.tags")
        self.when = WhenField(now)
        self.when.setObjectName("checkin.when")
        self.never_export = QCheckBox(_("Never export this"))
        self.never_export.setObjectName("checkin.never_export")
        self.for_session = QCheckBox(_("Bring to session"))
        self.for_session.setObjectName("checkin.for_session")
        self.cancel = push_button(_("Cancel"), name="checkin.cancel")
        self.save = push_button(_("Save"), "primary", name="checkin.save")
        self.problem = ProblemLine("checkin.problem")
        self._arrange()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Empty every field."""
        self.fill(MoodDraft(None, None, (), "", (), None, never_export=False, for_session=False))

    def fill(self, draft: MoodDraft) -> None:
        """Show a draft."""
        self.level.set_value(draft.level)
        self.energy.set_value(str(draft.energy) if draft.energy else None)
        self.words.set_tags(draft.words)
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.when.set_value(draft.happened)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.show_problem("")
        self._show_ready()

    def draft(self) -> MoodDraft:
        """Return what the form holds."""
        energy = self.energy.value()
        return MoodDraft(
            level=self.level.value(),
            energy=None if energy is None else int(energy),
            words=self.words.tags(),
            note=self.note.toPlainText(),
            tags=self.tags.tags(),
            happened=self.when.chosen(),
            never_export=self.never_export.isChecked(),
            for_session=self.for_session.isChecked(),
        )

    def show_problem(self, sentence: str) -> None:
        """Show above the buttons what keeps this from being saved; "" for nothing."""
        self.problem.say(sentence)

    def _arrange(self) -> None:
        self.body.setSpacing(SMALL)
        self._add_field(_("How pleasant"), self.level)
        self._add_field(_("Energy"), self.energy)
        self._add_field(_("Words for it"), self.words)
        self._add_field(_("Note"), self.note)
        beside = QGridLayout()
        beside.setHorizontalSpacing(MEDIUM)
        beside.setVerticalSpacing(SMALL)
        beside.addWidget(field_label(_("Tags"), self.tags), 0, 0)
        beside.addWidget(self.tags, 1, 0)
        beside.addWidget(field_label(_("When"), self.when), 0, 1)
        beside.addWidget(self.when, 1, 1)
        beside.setColumnStretch(0, 3)
        beside.setColumnStretch(1, 2)
        foot = FootRow((self.never_export, self.for_session), (self.cancel, self.save))
        self.add(beside, self.problem, foot)

    def _add_field(self, text: str, field: QWidget) -> None:
        group = QVBoxLayout()
        group.setSpacing(SMALL)
        group.setContentsMargins(0, 0, 0, MEDIUM)
        group.addWidget(field_label(text, field))
        group.addWidget(field)
        self.add(group)

    def _connect(self) -> None:
        for signal in (
            self.level.changed,
            self.energy.changed,
            self.words.changed,
            self.note.textChanged,
            self.tags.changed,
            self.when.changed,
            self.never_export.toggled,
            self.for_session.toggled,
        ):
            signal.connect(self._on_edited)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    def submit(self) -> None:
        """Submit the form if a level is chosen."""
        if self.level.value() is not None:
            self.submitted.emit()
        else:
            self.show_problem(_("Choose one of the five first; the rest may stay empty."))
            self.level.setFocus()

    def _on_edited(self) -> None:
        self._show_ready()
        self.edited.emit()

    def _show_ready(self) -> None:
        if self.level.value() is not None:
            self.show_problem("")


def draft_of(entry: Entry) -> MoodDraft:
    """Return an entry as a draft, for changing it; what was lost is empty."""
    mood = entry.detail if isinstance(entry.detail, Mood) else None
    return MoodDraft(
        level=None if mood is None else mood.level,
        energy=None if mood is None else mood.energy,
        words=() if mood is None else mood.words,
        note=entry.note,
        tags=entry.tags,
        happened=entry.happened,
        never_export=entry.never_export,
        for_session=entry.for_session,
    )
