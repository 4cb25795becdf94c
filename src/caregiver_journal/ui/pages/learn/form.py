"""Write a card of one's own, or change it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.card import MAX_TITLE, Card
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    plain_label,
    push_button,
    set_tooltip,
)

FORM = "card.form"
"""The name under which cards that were begun are kept, each by its id."""


class CardForm(DraftedSheet):
    """A title and a text. What is written survives Escape and a lock; Cancel gives it up.

    Signals:
        submitted: a ``Card`` with the id it was opened with.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        card: Card | None,
        *,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open a card, or an empty form.

        Args:
            context: where what is written is kept.
            card: the card to change, or None.
            known: the ids of the cards that are there.
            said: what is shown instead of what was kept.
        """
        title = _("A card of your own") if card is None else _("Change this card")
        super().__init__(title, context.ground, name="card.form", lines_wide=30)
        self._id = "" if card is None else card.id
        self.title = line_field(name="card.title")
        self.title.setMaxLength(MAX_TITLE)
        self.title_problem = ProblemLine("card.title.problem")
        self.text = note_field(lines=8, name="card.text")
        self.text_problem = ProblemLine("card.text.problem")
        self.problem = ProblemLine("card.problem")
        self.cancel = push_button(_("Cancel"), name="card.cancel")
        self.save = push_button(_("Save"), "primary", name="card.save")
        set_tooltip(self.save, _("Save (Ctrl+Enter)"))
        self.title.setText("" if card is None else card.title)
        self.text.setPlainText("" if card is None else card.text)
        self._lay_out()
        self.draft = SheetDraft(context, DraftName(FORM, self._id or NEW), self._said, known, self)
        self._fill(self.draft.begun if said is None else said)
        self._connect()
        if said is not None:
            self.draft.touch()
        self.come_up()
        self.title.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong beside its field, and put the keyboard there."""
        lines = {"title": self.title_problem, "text": self.text_problem}
        lines.get(error.field, self.problem).tell(error)
        if error.field in lines:
            field = {"title": self.title, "text": self.text}[error.field]
            field.setFocus()

    def _lay_out(self) -> None:
        self.card.add(field_label(_("Title"), self.title), self.title, self.title_problem)
        self.card.add(field_label(_("What it says"), self.text), self.text, self.text_problem)
        about = _("An empty line begins a new paragraph. Where it is from can stand below.")
        self.card.add(plain_label(about, "small", wrap=True), self.problem)
        self.card.add(FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        self.title.textEdited.connect(self.title_problem.be_quiet)
        self.title.textChanged.connect(self.draft.touch)
        self.text.textChanged.connect(self._take_text)
        self.title.returnPressed.connect(self.text.setFocus)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._submit)

    def _take_text(self) -> None:
        self.text_problem.be_quiet()
        self.draft.touch()

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _said(self) -> Content:
        """Return what the form holds as plain values."""
        return {"title": self.title.text(), "text": self.text.toPlainText()}

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        if said:
            self.title.setText(read_text(said.get("title")))
            self.text.setPlainText(read_text(said.get("text")))

    def _submit(self) -> None:
        for line in (self.title_problem, self.text_problem, self.problem):
            line.be_quiet()
        try:
            card = Card(self._id, self.title.text(), self.text.toPlainText(), is_own=True)
        except JournalError as error:
            self.tell(error)
            return
        self.submitted.emit(card)
