"""The long form of a boundary moment: everything that may stay empty."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.domain.boundary import RELATIONSHIP_WORDS, SETTING_WORDS, Relationship
from caregiver_journal.domain.boundary_facts import TEXT_TITLES
from caregiver_journal.ui.entry_form import check_box, group
from caregiver_journal.ui.pages.boundary.drafts import LONG, BoundaryDraft
from caregiver_journal.ui.pages.boundary.label_field import LabelField
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import NoteField, note_field
from caregiver_journal.ui.widgets.percent_slider import PercentSlider
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

_LINES = 2
_NOTE_LINES = 3


class MorePart(QWidget):
    """The fields behind *More…*; for an entry that is there already also what came later.

    Signals:
        changed(): the person changed something.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.more_part")
        self.setting = LabelField(SETTING_WORDS, name=f"{name}.setting")
        self.setting_problem = ProblemLine(f"{name}.setting.problem")
        self.minutes = line_field(_("20, or 1:30"), name=f"{name}.minutes")
        self.minutes_problem = ProblemLine(f"{name}.minutes.problem")
        self.texts: dict[str, NoteField] = {
            part: note_field(lines=_LINES, name=f"{name}.{part}")
            for part in ("feared", "offer", "cannot", "respect", "next_time", "outcome")
        }
        self.belief = PercentSlider(_("not at all"), _("for certain"), name=f"{name}.belief")
        self.guilt_before = TenSlider(_("none"), _("very much"), name=f"{name}.guilt_before")
        self.planned = push_button(
            _("What I could offer, and what not…"), "link", name=f"{name}.planned"
        )
        self.planned_part = QWidget()
        self.note = note_field(_("Roles, not names…"), lines=_NOTE_LINES, name=f"{name}.note")
        light_up(self.note)
        self.tags = TagField(name=f"{name}.tags")
        self.never_export = check_box(_("Never export this"), f"{name}.never_export")
        self.for_session = check_box(_("Bring to session"), f"{name}.for_session")
        self.came_true = PercentSlider(_("nothing of it"), _("all of it"), name=f"{name}.came_true")
        after = [(key.value, _(word)) for key, word in RELATIONSHIP_WORDS.items()]
        self.relationship = Segmented(after, name=f"{name}.relationship")
        self.later = QWidget()
        self._arrange()
        self._connect()

    def fill(self, draft: BoundaryDraft, *, is_entry: bool) -> None:
        """Show a draft; what came later only for an entry that is there already."""
        self.setting.set_label(draft.setting)
        self.minutes.setText(draft.minutes)
        for part, field in self.texts.items():
            field.setPlainText(getattr(draft, part))
        self.belief.set_value(draft.belief)
        self.guilt_before.set_value(draft.guilt_before)
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.came_true.set_value(draft.came_true)
        self.relationship.set_value(draft.relationship and draft.relationship.value)
        self._show_planned(shown=bool(draft.offer or draft.cannot))
        came = draft.outcome or draft.came_true is not None or draft.relationship
        self.later.setVisible(is_entry or bool(came))
        self.setting_problem.be_quiet()
        self.minutes_problem.be_quiet()

    def values(self) -> dict[str, Any]:
        """Return what the fields hold, by the names of the draft."""
        after = self.relationship.value()
        held = {part: field.toPlainText() for part, field in self.texts.items()}
        found = held | {
            "setting": self.setting.label(),
            "minutes": self.minutes.text(),
            "belief": self.belief.value(),
            "guilt_before": self.guilt_before.value(),
            "note": self.note.toPlainText(),
            "tags": self.tags.tags(),
            "never_export": self.never_export.isChecked(),
            "for_session": self.for_session.isChecked(),
            "came_true": self.came_true.value(),
            "relationship": None if after is None else Relationship(after),
        }
        return {name: found[name] for name in LONG}

    def _show_planned(self, *, shown: bool) -> None:
        self.planned_part.setVisible(shown)
        self.planned.setVisible(not shown)

    def _open_planned(self) -> None:
        self._show_planned(shown=True)
        self.texts["offer"].setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(
            FieldRow(
                (_("Where"), (self.setting, self.setting_problem)),
                (_("Minutes it cost"), (self.minutes, self.minutes_problem)),
            )
        )
        column.addLayout(self._text("feared"))
        column.addWidget(
            FieldRow(
                (_("How far I believed it"), (self.belief,)),
                (_("Guilt before"), (self.guilt_before,)),
            )
        )
        column.addWidget(self.planned, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(TINY)
        self._arrange_planned()
        column.addWidget(self.planned_part)
        for part in ("respect", "next_time"):
            column.addLayout(self._text(part))
        column.addLayout(group(_("Note"), self.note))
        column.addLayout(group(_("Tags"), self.tags))
        marks = FlowLayout(gap=MEDIUM)
        marks.addWidget(self.never_export)
        marks.addWidget(self.for_session)
        column.addLayout(marks)
        self._arrange_later()
        column.addWidget(self.later)

    def _arrange_planned(self) -> None:
        column = QVBoxLayout(self.planned_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(group(_("What I could offer"), self.texts["offer"]))
        column.addLayout(group(_("What I could not"), self.texts["cannot"]))

    def _arrange_later(self) -> None:
        column = QVBoxLayout(self.later)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(plain_label(_("Later"), "heading"))
        column.addLayout(self._text("outcome"))
        column.addLayout(group(_("How much of what I feared came true"), self.came_true))
        column.addLayout(group(_("Between us afterwards"), self.relationship))

    def _text(self, part: str) -> QVBoxLayout:
        return group(_(TEXT_TITLES[part]), self.texts[part])

    def _connect(self) -> None:
        self.planned.clicked.connect(self._open_planned)
        self.setting.changed.connect(self.setting_problem.be_quiet)
        self.minutes.textEdited.connect(self.minutes_problem.be_quiet)
        for signal in self._signals():
            signal.connect(self.changed)

    def _signals(self) -> Iterator[Any]:
        for field in (*self.texts.values(), self.note):
            yield field.textChanged
        for box in (self.never_export, self.for_session):
            yield box.toggled
        yield self.minutes.textEdited
        yield from (
            part.changed
            for part in (
                *(self.setting, self.belief, self.guilt_before),
                *(self.tags, self.came_true, self.relationship),
            )
        )
