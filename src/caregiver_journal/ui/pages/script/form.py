"""Change a phrase, or write one of one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.domain.script import Script, Way, say_length
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.pages.script.choices import situation_combo, way_combo
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    plain_label,
    push_button,
    set_tooltip,
)


class ScriptForm(Overlay):
    """The words of a phrase, when it fits, its situation and its way.

    What cannot be kept is said beside its field, and stays in it.

    Signals:
        submitted: a ``Script`` with the id it was opened with.
        original_wanted: the phrase is to be as it came with the program.
    """

    submitted = Signal(object)
    original_wanted = Signal()

    def __init__(
        self, title: str, parent: QWidget, script: Script | None, original: Script | None = None
    ) -> None:
        """Open a phrase, or an empty form; ``original`` is what it can be taken back to."""
        super().__init__(title, parent, name="script.form", lines_wide=30)
        self._id = script.id if script is not None else ""
        self.text = note_field(lines=4, name="script.text")
        self.length = plain_label("", "small")
        self.text_problem = ProblemLine("script.text.problem")
        self.fits = line_field(name="script.fits")
        self.fits_problem = ProblemLine("script.fits.problem")
        self.situation = situation_combo(_("Any situation"), name="script.situation")
        self.way = way_combo(name="script.way")
        self.problem = ProblemLine("script.problem")
        self.original = push_button(_("Take back to the original"), "link", name="script.original")
        self.cancel = push_button(_("Cancel"), name="script.cancel")
        self.save = push_button(_("Save"), "primary", name="script.save")
        set_tooltip(self.save, _("Save (Ctrl+Enter)"))
        self.text.setPlainText("" if script is None else script.text)
        self.fits.setText("" if script is None else script.fits)
        self.situation.set_value("" if script is None else script.situation)
        self.way.set_value("" if script is None else script.way or "")
        self._lay_out(original)
        self._connect()
        self._show_length()
        self.come_up()
        self.text.setFocus()

    def show_problem(self, error: JournalError) -> None:
        """Say what went wrong beside its field, and put the keyboard there."""
        lines = {"text": self.text_problem, "fits": self.fits_problem}
        lines.get(error.field, self.problem).tell(error)
        if error.field in lines:
            field = {"text": self.text, "fits": self.fits}[error.field]
            field.setFocus()

    def _lay_out(self, original: Script | None) -> None:
        self.card.add(field_label(_("The words"), self.text), self.text, self.length)
        self.card.add(self.text_problem)
        self.card.add(field_label(_("When they fit"), self.fits), self.fits, self.fits_problem)
        pair = QWidget()
        flow = FlowLayout(pair, gap=MEDIUM)
        pair.setSizePolicy(flowing_policy())
        for words, combo in ((_("Situation"), self.situation), (_("Way"), self.way)):
            flow.addWidget(_labelled(words, combo))
        self.card.add(pair)
        if original is not None:
            came = _("It came as: {text}").format(text=original.text)
            self.card.add(plain_label(came, "small", wrap=True))
        self.card.add(self.problem, FootRow((self.original,), (self.cancel, self.save)))
        self.original.setVisible(original is not None)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._take_text)
        self.fits.textEdited.connect(self.fits_problem.be_quiet)
        self.fits.returnPressed.connect(self._submit)
        self.original.clicked.connect(self.original_wanted)
        self.cancel.clicked.connect(self.go)
        self.save.clicked.connect(self._submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._submit)

    def _take_text(self) -> None:
        self.text_problem.be_quiet()
        self._show_length()

    def _show_length(self) -> None:
        self.length.setText(say_length(self.text.toPlainText().strip()))

    def _submit(self) -> None:
        for line in (self.text_problem, self.fits_problem, self.problem):
            line.be_quiet()
        way = self.way.value()
        try:
            script = Script(
                self.text.toPlainText(),
                self.fits.text(),
                self.situation.value(),
                Way(way) if way else None,
                self._id,
            )
        except JournalError as error:
            self.show_problem(error)
            return
        self.submitted.emit(script)


def _labelled(words: str, field: QWidget) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    column.addWidget(field_label(words, field))
    column.addWidget(field)
    return pair
