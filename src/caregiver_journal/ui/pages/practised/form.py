"""The form that changes a practice: collects, decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.practice_facts import say_seconds
from caregiver_journal.ui.entry_form import EntryForm, check_box, group
from caregiver_journal.ui.moment_field import MomentField
from caregiver_journal.ui.pages.practised.drafts import EMPTY, PractisedDraft
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.coming_back_field import ComingBackField
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.tag_field import TagField
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, plain_label

_NAME = "practised"
_NOTE_LINES = 3
_TEXT_LINES = (2, 10)


class PractisedForm(EntryForm[PractisedDraft]):
    """Ratings, what was written, when it comes back, a note, tags, the moment and the marks."""

    def __init__(self, now: Clock, zones: Callable[[], Sequence[str]] = tuple) -> None:
        """Take what tells the time, and knows the zones used lately."""
        super().__init__(_NAME)
        self._from = EMPTY
        self._texts: list[tuple[Part, GrowingField]] = []
        self.done = plain_label("", "muted", wrap=True)
        self.done.setObjectName(f"{_NAME}.done")
        ends = {"distress": (_("none"), _("very strong")), "kindness": (_("none"), _("very kind"))}
        self.ratings = {
            f"{what}_{when}": TenSlider(*ends[what], name=f"{_NAME}.{what}_{when}")
            for what in ends
            for when in ("before", "after")
        }
        self._room = QWidget()
        self._anchor = TabAnchor(self._room)
        self.back = ComingBackField(now().date(), name=f"{_NAME}.back_on")
        self.note = note_field(lines=_NOTE_LINES, name=f"{_NAME}.note")
        light_up(self.note)
        self.tags = TagField(name=f"{_NAME}.tags")
        self.when = MomentField(now, zones, name=_NAME, shortens=True)
        self.never_export = check_box(_("Never export this"), f"{_NAME}.never_export")
        self.for_session = check_box(_("Bring to session"), f"{_NAME}.for_session")
        self._arrange()
        self._connect()
        self.fill(EMPTY)

    # --- what it holds --------------------------------------------------------------------------

    @override
    def fill(self, draft: PractisedDraft, entry: Entry | None = None) -> None:
        self._from = draft
        took = say_seconds(draft.seconds)
        said = (draft.title or draft.exercise, took, _say_steps(draft))
        self.done.setText(" · ".join(part for part in said if part))
        self.done.setVisible(bool(draft.exercise))
        for name, slider in self.ratings.items():
            slider.set_value(getattr(draft, name))
        self._fill_texts(draft.texts)
        self.back.set_day(draft.back_on)
        for part in (self.back, self._back_label):
            part.setVisible(bool(draft.texts))
        self.note.setPlainText(draft.note)
        self.tags.set_tags(draft.tags)
        self.when.set_moment(draft.happened, draft.day)
        self.never_export.setChecked(draft.never_export)
        self.for_session.setChecked(draft.for_session)
        self.show_problem("")

    @override
    def draft(self) -> PractisedDraft:
        ratings: dict[str, Any] = {name: slider.value() for name, slider in self.ratings.items()}
        return replace(
            self._from,
            texts=tuple(part._replace(text=field.toPlainText()) for part, field in self._texts),
            back_on=self.back.value(),
            note=self.note.toPlainText(),
            tags=self.tags.tags(),
            happened=self.when.moment(),
            day=self.when.chosen_day(),
            never_export=self.never_export.isChecked(),
            for_session=self.for_session.isChecked(),
            **ratings,
        )

    def set_today(self, today: date) -> None:
        """Count from this day when it comes back."""
        self.back.set_today(today)

    @override
    def submit(self) -> None:
        if not self._from.exercise:
            self.show_problem(_("Choose a practice in the Journal first; here it is changed."))
        elif self.when.check():
            self.show_problem("")
            self.submitted.emit()
        else:
            self.when.setFocus()

    # --- how it is built ------------------------------------------------------------------------

    def _fill_texts(self, texts: Sequence[Part]) -> None:
        """Show what was written; the fields are made anew where they are others."""
        shown = [(part.name, part.label) for part, _field in self._texts]
        if shown != [(part.name, part.label) for part in texts]:
            self._make_texts(texts)
        for (_part, field), part in zip(self._texts, texts, strict=True):
            if field.toPlainText() != part.text:
                field.setPlainText(part.text)

    def _make_texts(self, texts: Sequence[Part]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._texts = []
        least, most = _TEXT_LINES
        for place, part in enumerate(texts):
            field = GrowingField(least=least, most=most, name=f"{_NAME}.text.{place}")
            light_up(field)
            label = field_label(part.label or _("What I wrote"), field)
            for widget in (label, field):
                self._column.addWidget(widget)
                widget.show()
            field.textChanged.connect(self._on_edited)
            self._texts.append((part, field))
        self._anchor.lead([field for _part, field in self._texts])
        self._room.setVisible(bool(texts))

    def _arrange(self) -> None:
        card = Card()
        card.body.setSpacing(SMALL)
        names = {
            "distress_before": _("Distress before"),
            "distress_after": _("Distress after"),
            "kindness_before": _("Kindness to myself before"),
            "kindness_after": _("Kindness to myself after"),
        }
        card.add(self.done)
        for what in ("distress", "kindness"):
            pair = [f"{what}_{when}" for when in ("before", "after")]
            card.add(FieldRow(*((names[name], (self.ratings[name],)) for name in pair)))
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(0, 0, 0, SMALL)
        self._column.setSpacing(SMALL)
        self._back_label = field_label(_("When it comes back to be read again"), self.back)
        card.add(self._room, self._back_label, self.back)
        beside = FieldRow((_("Tags"), (self.tags,)), (_("When"), (self.when,)))
        card.add(group(_("Note"), self.note), beside, self.problem)
        card.body.addSpacing(TINY)
        card.add(FootRow((self.never_export, self.for_session), (self.cancel, self.save)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        for signal in (
            *(slider.changed for slider in self.ratings.values()),
            *(self.back.changed, self.note.textChanged, self.tags.changed, self.when.changed),
            *(self.never_export.toggled, self.for_session.toggled),
        ):
            signal.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.show_problem("")
        self.edited.emit()


def _say_steps(draft: PractisedDraft) -> str:
    if not draft.steps:
        return ""
    return _("{done} of {all} steps").format(done=draft.steps_done, all=draft.steps)
