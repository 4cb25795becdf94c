"""Write an exercise of one's own, or change one."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.exercise import LENGTHS, Exercise
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.exercising import read_steps
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, push_button

FORM = "practice.own"
"""The name under which own exercises that were begun are kept, each by its id."""

_LINES_WIDE = 32
_STEP_LINES = 8


class OwnSheet(DraftedSheet):
    """A title, a line about it, minutes or one's own time, and steps that empty lines part.

    What cannot be kept is said beside its field, and stays in it. What is written survives Escape
    and a lock; Cancel gives it up.

    Signals:
        submitted: an ``Exercise`` with the id it was opened with.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        exercise: Exercise | None,
        *,
        known: Collection[str] | None = None,
        said: Content | None = None,
    ) -> None:
        """Open an own exercise, or an empty sheet; ``said`` is shown instead of what was kept."""
        title = _("An exercise of your own") if exercise is None else _("Change your exercise")
        super().__init__(title, context.ground, name="practice.own", lines_wide=_LINES_WIDE)
        self._id = "" if exercise is None else exercise.id
        self.name = line_field(name="practice.own.title")
        self.about = line_field(name="practice.own.about")
        self.minutes = line_field(_("Your own time"), name="practice.own.minutes")
        self.steps = note_field(lines=_STEP_LINES, name="practice.own.steps")
        self.count = plain_label("", "small", wrap=True)
        self.count.setObjectName("practice.own.count")
        self._problems = {
            part: ProblemLine(f"practice.own.{part}.problem")
            for part in ("title", "minutes", "steps")
        }
        self.problem = ProblemLine("practice.own.problem")
        self.cancel = push_button(_("Cancel"), name="practice.own.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        words = _("Save · {keys}").format(keys=keys)
        self.save = push_button(words, "primary", name="practice.own.save")
        self._lay_out()
        if exercise is not None:
            self._fill(_written(exercise))
        self.draft = SheetDraft(context, DraftName(FORM, self._id or NEW), self._said, known, self)
        self._fill(self.draft.begun if said is None else said)
        self._connect()
        if said is not None:
            self.draft.touch()
        self._follow()
        self.come_up()
        self.name.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong beside its field, and put the keyboard there."""
        self._problems.get(error.field, self.problem).tell(error)
        fields = {"title": self.name, "minutes": self.minutes, "steps": self.steps}
        if error.field in fields:
            fields[error.field].setFocus()

    def _lay_out(self) -> None:
        problems = self._problems
        add = self.card.add
        add(field_label(_("Title"), self.name), self.name, problems["title"])
        add(field_label(_("What it is for, in a line"), self.about), self.about)
        add(field_label(_("Minutes; the steps share them"), self.minutes), self.minutes)
        add(problems["minutes"])
        add(field_label(_("Steps; an empty line parts them"), self.steps), self.steps)
        add(self.count, problems["steps"])
        add(self.problem, FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        for signal in (
            self.name.textChanged,
            self.about.textChanged,
            self.minutes.textChanged,
            self.steps.textChanged,
        ):
            signal.connect(self._take)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def submit(self) -> None:
        """Submit what is written, or say what is missing."""
        self._be_quiet()
        try:
            minutes = _read_length(self.minutes.text())
            exercise = Exercise(
                id=self._id,
                title=self.name.text(),
                about=" ".join(self.about.text().split()),
                minutes=minutes,
                is_timed=bool(minutes),
                steps=read_steps(self.steps.toPlainText()),
                is_own=True,
            )
        except JournalError as error:
            self.tell(error)
            return
        self.submitted.emit(exercise)

    def _take(self) -> None:
        self._be_quiet()
        self._follow()
        self.draft.touch()

    def _be_quiet(self) -> None:
        for line in (*self._problems.values(), self.problem):
            line.be_quiet()

    def _follow(self) -> None:
        """Say how many steps there are now."""
        count = len(read_steps(self.steps.toPlainText()))
        self.count.setText(ngettext("{count} step", "{count} steps", count).format(count=count))

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _said(self) -> Content:
        return {
            "title": self.name.text(),
            "about": self.about.text(),
            "minutes": self.minutes.text(),
            "steps": self.steps.toPlainText(),
        }

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        if said:
            self.name.setText(read_text(said.get("title")))
            self.about.setText(read_text(said.get("about")))
            self.minutes.setText(read_text(said.get("minutes")))
            self.steps.setPlainText(read_text(said.get("steps")))


def _written(exercise: Exercise) -> Content:
    return {
        "title": exercise.title,
        "about": exercise.about,
        "minutes": "".join(str(each) for each in exercise.minutes[:1]),
        "steps": "\n\n".join(step.text for step in exercise.steps),
    }


def _read_length(text: str) -> tuple[int, ...]:
    """Return the minutes that were written; empty for one's own time."""
    words = text.strip()
    if not words:
        return ()
    if words.isdecimal() and int(words[:4]) in LENGTHS:
        return (int(words),)
    raise InvalidValueError(
        _("Minutes are a whole number from 1 to 180; empty for your own time."), field="minutes"
    )
