"""What stands behind *More…*: the moment, tags, a note, and two marks."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.ui.entry_form import check_box, group
from caregiver_journal.ui.moment_field import MomentField
from caregiver_journal.ui.pages.reflect.drafts import ReflectDraft
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.tag_field import TagField

_NOTE_LINES = 2


class MorePart(QWidget):
    """All that an entry of every kind can have.

    Signals:
        changed: the person changed something.
    """

    changed = Signal()

    def __init__(self, now: Clock, zones: Callable[[], Sequence[str]], *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.more_part")
        self.when = MomentField(now, zones, name=name, shortens=True)
        self.tags = TagField(name=f"{name}.tags")
        self.note = note_field(_("Roles, not names…"), lines=_NOTE_LINES, name=f"{name}.note")
        light_up(self.note)
        self.never_export = check_box(_("Never export this"), f"{name}.never_export")
        self.for_session = check_box(_("Bring to session"), f"{name}.for_session")
        light_up(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(FieldRow((_("When"), (self.when,)), (_("Tags"), (self.tags,))))
        column.addLayout(group(_("Note"), self.note))
        marks = FlowLayout(gap=MEDIUM)
        marks.addWidget(self.never_export)
        marks.addWidget(self.for_session)
        column.addLayout(marks)
        self.when.changed.connect(self.changed)
        self.tags.changed.connect(self.changed)
        self.note.textChanged.connect(self.changed)
        self.never_export.toggled.connect(self.changed)
        self.for_session.toggled.connect(self.changed)

    def fill(self, draft: ReflectDraft) -> None:
        """Show what a draft holds."""
        self.when.set_moment(draft.happened, draft.day)
        self.tags.set_tags(draft.tags)
        self.note.setPlainText(draft.note)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)

    def values(self) -> dict[str, Any]:
        """Return what the fields hold, by the names of the draft."""
        return {
            "happened": self.when.moment(),
            "day": self.when.chosen_day(),
            "tags": self.tags.tags(),
            "note": self.note.toPlainText(),
            "never_export": self.never_export.isChecked(),
            "for_session": self.for_session.isChecked(),
        }
