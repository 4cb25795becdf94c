"""Write or change a question, and name a deck; what was begun is kept."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.prompts import OWN_DECK
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.questions_bar import keep_narrow
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import (
    field_label,
    line_field,
    plain_label,
    push_button,
    set_tooltip,
)

QUESTION_FORM = "question.form"
"""The name under which questions that were begun are kept, each by its id."""
DECK_FORM = "deck.form"
"""The name under which titles of decks that were begun are kept, each by its id."""


class _Form(DraftedSheet):
    """Fields above Cancel and Save; Cancel gives up what was written.

    Signals:
        original_wanted: it is to be as it came with the program.
        put_away: what Cancel took away, as plain values.
    """

    original_wanted = Signal()
    put_away = Signal(object)

    def __init__(self, context: Context, title: str, name: str) -> None:
        super().__init__(title, context.ground, name=f"{name}.form", lines_wide=30)
        self._context = context
        self.problem = ProblemLine(f"{name}.problem")
        self.original = push_button(_("Take back to the original"), "link", name=f"{name}.original")
        self.cancel = push_button(_("Cancel"), name=f"{name}.cancel")
        self.save = push_button(_("Save"), "primary", name=f"{name}.save")
        set_tooltip(self.save, _("Save (Ctrl+Enter)"))
        self.original.clicked.connect(self.original_wanted)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def submit(self) -> None:
        """Hand over what is there, or say what is missing."""
        raise NotImplementedError

    def said(self) -> Content:
        """Return what the form holds as plain values."""
        raise NotImplementedError

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong beside the field."""
        self.problem.tell(error)

    def finish(self) -> None:
        """Go, once what was written is saved and its draft forgotten."""
        self.draft.settle()
        self.go()

    def _end(self, original: str) -> None:
        """Put what it came as, and the buttons, below the fields."""
        if original:
            came = _("It came as: {text}").format(text=original)
            self.card.add(plain_label(came, "small", wrap=True))
        self.card.add(FootRow((self.original,), (self.cancel, self.save)))
        self.original.setVisible(bool(original))

    def _keep(self, about: str, form: str, known: Collection[str], said: Content | None) -> None:
        """Keep what is written from now on, and show what was begun, or what is brought back."""
        self.draft = SheetDraft(self._context, DraftName(form, about), self.said, known, self)
        self._fill(self.draft.begun if said is None else said)
        if said is not None:
            self.draft.touch()

    def _fill(self, said: Content) -> None:
        """Show what was written earlier; whatever makes no sense is left out."""
        raise NotImplementedError

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _touch(self) -> None:
        self.problem.be_quiet()
        self.draft.touch()


class QuestionForm(_Form):
    """The words of a question, its deck where it is an own one, and how deep it goes.

    Signals:
        submitted: a ``Prompt`` with the id it was opened with; "" for a new one.
    """

    submitted = Signal(object)

    def __init__(
        self,
        context: Context,
        prompt: Prompt | None,
        themes: Sequence[Theme],
        *,
        theme: str = "",
        original: Prompt | None = None,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open a question, or an empty form.

        Args:
            context: where what is written is kept.
            prompt: the question to change, or None.
            themes: where an own one may belong.
            theme: where an empty form begins.
            original: what it can be taken back to.
            known: the ids of the questions that are there.
            said: what is shown instead of what was kept.
        """
        title = _("A question of your own") if prompt is None else _("Change this question")
        super().__init__(context, title, "question")
        self._prompt = prompt
        self.text = note_field(lines=4, name="question.words")
        decks = [(one.id, one.title) for one in themes if one.id != OWN_DECK]
        self.deck = CalmCombo([(OWN_DECK, _("My own questions")), *decks], name="question.deck")
        keep_narrow(self.deck)
        self.deeper = QCheckBox(_("A deeper one: it stays shut until I ask for it"))
        self.deeper.setObjectName("question.deeper")
        self._show_stored(theme)
        self._lay_out("" if original is None else original.text)
        self._keep(NEW if prompt is None else prompt.id, QUESTION_FORM, known, said)
        self.text.textChanged.connect(self._touch)
        self.deck.currentIndexChanged.connect(self._touch)
        self.deeper.toggled.connect(self._touch)
        self.come_up()
        self.text.setFocus()

    @override
    def submit(self) -> None:
        self.problem.be_quiet()
        before = self._prompt or Prompt("", OWN_DECK, "?", is_own=True)
        theme = self.deck.value() if before.is_own else before.theme
        try:
            prompt = replace(
                before,
                text=self.text.toPlainText(),
                theme=theme,
                is_deeper=self.deeper.isChecked(),
            )
        except JournalError as error:
            self.tell(error)
            self.text.setFocus()
            return
        self.submitted.emit(prompt)

    @override
    def said(self) -> Content:
        return {
            "text": self.text.toPlainText(),
            "deck": self.deck.value(),
            "deeper": self.deeper.isChecked(),
        }

    def _show_stored(self, theme: str) -> None:
        prompt = self._prompt
        self.text.setPlainText("" if prompt is None else prompt.text)
        self.deck.set_value(theme if prompt is None else prompt.theme)
        self.deeper.setChecked(prompt is not None and prompt.is_deeper)

    @override
    def _fill(self, said: Content) -> None:
        if said:
            self.text.setPlainText(read_text(said.get("text")))
            self.deck.set_value(read_text(said.get("deck")))
            self.deeper.setChecked(said.get("deeper") is True)

    def _lay_out(self, original: str) -> None:
        is_own = self._prompt is None or self._prompt.is_own
        self.card.add(field_label(_("The question"), self.text), self.text, self.problem)
        label: QWidget = field_label(_("Where it belongs"), self.deck)
        self.card.add(label, self.deck, self.deeper)
        for part in (label, self.deck):
            part.setVisible(is_own)
        self._end(original)


class DeckForm(_Form):
    """The title of a deck or a theme.

    Signals:
        submitted(str): the title.
    """

    submitted = Signal(str)

    def __init__(
        self,
        context: Context,
        theme: Theme | None,
        *,
        original: str = "",
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open the title of a theme, or an empty one for a new deck.

        Args:
            context: where what is written is kept.
            theme: the theme or deck to rename, or None.
            original: the title it can be taken back to, where it was changed.
            known: the ids of the themes that are there.
            said: what is shown instead of what was kept.
        """
        title = _("A deck of your own") if theme is None else _("Another title")
        super().__init__(context, title, "deck")
        self.title = line_field(name="deck.title")
        self.title.setText("" if theme is None else theme.title)
        self.card.add(field_label(_("What it is called"), self.title), self.title, self.problem)
        self._end(original)
        self._keep(NEW if theme is None else theme.id, DECK_FORM, known, said)
        self.title.textChanged.connect(self._touch)
        self.title.returnPressed.connect(self.submit)
        self.come_up()
        self.title.setFocus()

    @override
    def submit(self) -> None:
        self.problem.be_quiet()
        self.submitted.emit(self.title.text())

    @override
    def said(self) -> Content:
        return {"title": self.title.text()}

    @override
    def _fill(self, said: Content) -> None:
        if said:
            self.title.setText(read_text(said.get("title")))
