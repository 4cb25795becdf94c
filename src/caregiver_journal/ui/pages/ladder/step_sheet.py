"""Ask for a situation: in own words, from the suggestions, or from what was logged."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.ladder import DISTRESS, Step
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_number, read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    plain_label,
    push_button,
)

FORM = "ladder.step"
"""The name under which situations that were begun are kept, each by what it is about."""

_LINES_SHOWN = 6
_STEP_ROLE = Qt.ItemDataRole.UserRole + 1


class SourceList(QListWidget):
    """Situations to take one from; Enter, Space and a click take one.

    Signals:
        taken(int): the place of one.
    """

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step.sources")
        self.setProperty("role", "suggestions")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)
        line = self.fontMetrics().lineSpacing() + 2 * SMALL
        self.setMinimumHeight(_LINES_SHOWN * line)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Offer these."""
        self.clear()
        for place, text in enumerate(texts):
            item = QListWidgetItem(text)
            item.setData(_STEP_ROLE, place)
            self.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(int(item.data(_STEP_ROLE)))


def name_of(step: Step | None) -> str:
    """Return what the draft of a step is about."""
    return NEW if step is None else str(step.number)


class StepSheet(DraftedSheet):
    """A situation and how hard it is expected to be.

    What is written survives Escape and a lock; Cancel gives it up.

    Signals:
        submitted: a ``Step``.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        step: Step | None,
        suggestions: Sequence[Step] = (),
        moments: Sequence[str] = (),
        *,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open the sheet.

        Args:
            context: where what is written is kept.
            step: the step to change, or None.
            suggestions: what can be chosen for a new one.
            moments: words of the log that can be chosen for a new one.
            known: the steps that are there, as drafts name them.
            said: what is shown instead of what was kept.
        """
        title = _("Add a situation") if step is None else _("Change this situation")
        super().__init__(title, context.ground, name="step")
        self._step = step
        self._suggestions = tuple(suggestions)
        self._moments = tuple(moments)
        self._suggestion = "" if step is None else step.suggestion
        self._shown = ""
        self.text = line_field(name="step.text")
        self.distress = TenSlider(_("easy"), _("as hard as can be"), name="step.distress")
        kinds = [("suggestions", _("Suggestions"))] if suggestions else []
        kinds += [("moments", _("From my log"))] if moments else []
        self.kind = Segmented(kinds, name="step.kind")
        self.sources = SourceList()
        self.text_problem = ProblemLine("step.text.problem")
        self.distress_problem = ProblemLine("step.distress.problem")
        self.cancel = push_button(_("Cancel"), name="step.cancel")
        self.save = push_button(_("Save"), "primary", name="step.save")
        self._lay_out(has_sources=bool(kinds))
        self._show_stored()
        name = DraftName(FORM, name_of(step))
        self.draft = SheetDraft(context, name, self._said, known, self)
        self._fill(self.draft.begun if said is None else said)
        self._connect()
        if said is not None:
            self.draft.touch()
        self.come_up()
        self.text.setFocus()

    def _connect(self) -> None:
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self.submit)
        self.text.returnPressed.connect(self.submit)
        self.kind.chosen.connect(self._show_kind)
        self.kind.emptied.connect(self._keep_kind)
        self.sources.taken.connect(self._take)
        self.text.textChanged.connect(self.draft.touch)
        self.distress.changed.connect(self.draft.touch)

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong, at its field."""
        is_distress = error.field == "distress"
        (self.distress_problem if is_distress else self.text_problem).tell(error)
        (self.distress if is_distress else self.text).setFocus()

    def submit(self) -> None:
        """Hand over what is there, or say what is missing."""
        self.text_problem.be_quiet()
        self.distress_problem.be_quiet()
        text, distress = self.text.text(), self.distress.value()
        try:
            made = Step(text, -1 if distress is None else distress)
        except InvalidValueError as error:
            self.tell(error)
            return
        kept = self._step or made
        self.submitted.emit(
            Step(made.text, made.distress, kept.is_put_away, self._suggestion, kept.number)
        )

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _said(self) -> Content:
        """Return what the sheet holds as plain values."""
        return {
            "text": self.text.text(),
            "distress": self.distress.value(),
            "suggestion": self._suggestion,
        }

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        if said:
            self.text.setText(read_text(said.get("text")))
            self.distress.set_value(read_number(said.get("distress"), DISTRESS))
        suggestion = read_text(said.get("suggestion"))
        if suggestion in {step.suggestion for step in self._suggestions}:
            self._suggestion = suggestion

    def _show_stored(self) -> None:
        if self._step is not None:
            self.text.setText(self._step.text)
            self.distress.set_value(self._step.distress)
        if self._suggestions or self._moments:
            self._show_kind("suggestions" if self._suggestions else "moments")
            self.kind.set_value(self._shown)

    def _lay_out(self, *, has_sources: bool) -> None:
        self.card.add(field_label(_("The situation, in your own words"), self.text), self.text)
        self.card.add(self.text_problem)
        hard = field_label(_("How hard do you expect it to be?"), self.distress)
        self.card.add(hard, self.distress, self.distress_problem)
        begin = field_label(_("Or begin with one of these"), self.kind)
        self.sources.setAccessibleName(_("Situations to begin with"))
        note = plain_label(_("Every word of it can be changed."), "small", wrap=True)
        for part in (begin, self.kind, self.sources, note):
            self.card.add(part)
            part.setVisible(has_sources)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.card.add(row)

    def _show_kind(self, kind: str) -> None:
        self._shown = kind
        texts = [s.text for s in self._suggestions] if kind == "suggestions" else self._moments
        self.sources.show_texts(texts)

    def _keep_kind(self) -> None:
        self.kind.set_value(self._shown)

    def _take(self, place: int) -> None:
        """Take a suggestion with its number; how hard a logged moment is, the person says."""
        if self._shown == "suggestions":
            taken = self._suggestions[place]
            self._suggestion = taken.suggestion
            self.text.setText(taken.text)
            self.distress.set_value(taken.distress)
        else:
            self._suggestion = ""
            self.text.setText(self._moments[place])
        self.text_problem.be_quiet()
