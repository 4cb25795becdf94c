"""Change a phrase, or write one of one's own."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, Way, say_length
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.script.choices import situation_combo, way_combo
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
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

FORM = "script.form"
"""The name under which phrases that were begun are kept, each by its id."""


class ScriptForm(DraftedSheet):
    """The words of a phrase, when it fits, its situation and its way.

    What cannot be kept is said beside its field, and stays in it. What is written survives Escape
    and a lock; Cancel gives it up.

    Signals:
        submitted: a ``Script`` with the id it was opened with.
        original_wanted: the phrase is to be as it came with the program.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal(object)
    original_wanted = Signal()
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        script: Script | None,
        original: Script | None = None,
        *,
        known: Collection[str] = (),
        situation: str = "",
        said: Content | None = None,
    ) -> None:
        """Open a phrase, or an empty form.

        Args:
            context: where what is written is kept.
            script: the phrase to change, or None.
            original: what it can be taken back to.
            known: the ids of the phrases that are there.
            situation: what an empty form begins with.
            said: what is shown instead of what was kept.
        """
        title = _("Words of your own") if script is None else _("Change these words")
        super().__init__(title, context.ground, name="script.form", lines_wide=30)
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
        self.situation.set_value(situation if script is None else script.situation)
        self.way.set_value("" if script is None else script.way or "")
        self._lay_out(original)
        name = DraftName(FORM, self._id or NEW)
        self.draft = SheetDraft(context, name, self._said, known, self)
        self._fill(self.draft.begun if said is None else said)
        self._connect()
        if said is not None:
            self.draft.touch()
        self._show_length()
        self.come_up()
        self.text.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
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
        self.fits.textChanged.connect(self.draft.touch)
        for combo in (self.situation, self.way):
            combo.currentIndexChanged.connect(self.draft.touch)
        self.fits.returnPressed.connect(self._submit)
        self.original.clicked.connect(self.original_wanted)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._submit)

    def _take_text(self) -> None:
        self.text_problem.be_quiet()
        self._show_length()
        self.draft.touch()

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _said(self) -> Content:
        """Return what the form holds as plain values."""
        return {
            "text": self.text.toPlainText(),
            "fits": self.fits.text(),
            "situation": self.situation.value(),
            "way": self.way.value(),
        }

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        if said:
            self.text.setPlainText(read_text(said.get("text")))
            self.fits.setText(read_text(said.get("fits")))
            self.situation.set_value(read_text(said.get("situation")))
            self.way.set_value(read_text(said.get("way")))

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
            self.tell(error)
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
