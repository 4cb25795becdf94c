"""Ask how a try went: when, what was expected, how it was, and which moment it belongs to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.ladder import Step
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.pages.ladder.drafts import TryDraft
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button
from caregiver_journal.ui.widgets.when_field import WhenField

_LINES_WIDE = 28
_NOTE_LINES = 2
_LEAST_LETTERS = 12


class MomentCombo(CalmCombo):
    """A boundary moment by its id, or none; as narrow as it has to be."""

    def __init__(self, moments: Sequence[tuple[str, str]]) -> None:
        """Take (id, title) pairs, the last one first."""
        super().__init__([("", _("No boundary moment")), *moments], name="try.moment")
        self.setMinimumContentsLength(_LEAST_LETTERS)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)

    @override
    def set_value(self, key: str) -> None:
        """Choose by an id; one that is not among those offered was deleted, and is kept."""
        if self.findData(key) < 0:
            self.addItem(_("Its moment was deleted"), key)
        super().set_value(key)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        letters = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), letters * 2), hint.height())


class TrySheet(Overlay):
    """One try of a situation; what is typed is a draft until it is saved.

    Signals:
        submitted(bool): it is to be saved; whether a boundary moment is to be logged after it.
        edited: something was written.
        dropped: Cancel was pressed.
    """

    submitted = Signal(bool)
    edited = Signal()
    dropped = Signal()

    def __init__(
        self,
        parent: QWidget,
        now: Clock,
        step: Step,
        draft: TryDraft,
        moments: Sequence[tuple[str, str]],
        zones: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Take what tells the time, the situation, what was begun, and the last moments."""
        title = _("Log a try") if draft.number is None else _("Change this try")
        super().__init__(title, parent, name="try", lines_wide=_LINES_WIDE)
        self._begun = draft
        self.when = WhenField(now, zones, name="try.when")
        self.expected = TenSlider(_("easy"), _("as hard as can be"), name="try.expected")
        self.actual = TenSlider(_("easy"), _("as hard as can be"), name="try.actual")
        self.note = note_field(_("A few words, if you like…"), lines=_NOTE_LINES, name="try.note")
        self.moment = MomentCombo(moments)
        self.problems = {
            part: ProblemLine(f"try.{part}.problem" if part else "try.problem")
            for part in ("happened", "expected", "actual", "")
        }
        self.also = push_button(_("Save, then log the moment"), "link", name="try.also")
        self.cancel = push_button(_("Cancel"), name="try.cancel")
        self.save = push_button(_("Save"), "primary", name="try.save")
        self._lay_out(step)
        self._fill(draft)
        self._connect()
        self.come_up()
        self.actual.setFocus()

    def draft(self) -> TryDraft:
        """Return what the sheet holds."""
        return TryDraft(
            self._begun.step,
            self._begun.number,
            self.when.chosen(),
            self.expected.value(),
            self.actual.value(),
            self.note.toPlainText(),
            self.moment.value(),
        )

    def tell(self, error: JournalError) -> None:
        """Say what went wrong, at its field."""
        part = error.field if error.field in self.problems else ""
        self.problems[part].tell(error)
        fields = {"happened": self.when, "expected": self.expected, "actual": self.actual}
        if part:
            fields[part].setFocus()

    def submit(self) -> None:
        """Ask for it to be saved."""
        self._submit(also=False)

    def _submit(self, *, also: bool) -> None:
        for problem in self.problems.values():
            problem.be_quiet()
        said = self.when.problem()
        if said:
            self.problems["happened"].say(said)
            self.when.setFocus()
            return
        self.submitted.emit(also)

    def _fill(self, draft: TryDraft) -> None:
        self.when.set_value(draft.happened)
        self.expected.set_value(draft.expected)
        self.actual.set_value(draft.actual)
        self.note.setPlainText(draft.note)
        self.moment.set_value(draft.entry_id)
        self._show_also()

    def _lay_out(self, step: Step) -> None:
        self.card.add(plain_label(step.text, wrap=True))
        for words, part, field in (
            (_("When"), "happened", self.when),
            (_("How hard you expected it to be"), "expected", self.expected),
            (_("How hard it was; can also be said later"), "actual", self.actual),
        ):
            self.card.add(field_label(words, field), field, self.problems[part])
        self.card.add(field_label(_("A note"), self.note), self.note)
        self.card.add(field_label(_("The boundary moment it was"), self.moment), self.moment)
        self.card.add(self.problems[""], FootRow((self.also,), (self.cancel, self.save)))

    def _connect(self) -> None:
        self.when.changed.connect(self._on_moment)
        self.expected.changed.connect(self.edited)
        self.actual.changed.connect(self.edited)
        self.note.textChanged.connect(self.edited)
        self.moment.currentIndexChanged.connect(self._on_link)
        self.also.clicked.connect(self._submit_also)
        self.cancel.clicked.connect(self._drop)
        self.save.clicked.connect(self.submit)

    def _on_moment(self) -> None:
        self.problems["happened"].say(self.when.problem())
        self.edited.emit()

    def _on_link(self) -> None:
        self._show_also()
        self.edited.emit()

    def _show_also(self) -> None:
        self.also.setVisible(not self.moment.value())

    def _submit_also(self) -> None:
        self._submit(also=True)

    def _drop(self) -> None:
        self.dropped.emit()
        self.go()
