"""The questions as the person wants them: own ones and decks, renamed, hidden and taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.prompt import Prompt, Shown, Theme, find_prompts
from caregiver_journal.journal import prompts
from caregiver_journal.journal.prompts import OWN_DECK, shipped_prompt, shipped_themes
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.question_forms import DeckForm, QuestionForm
from caregiver_journal.ui.questions_bar import DeckBar, QuestionActions, SaidLine, ShownBar
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.prompt_list import PromptList, rows_by_theme
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 38
_LINES_HIGH = 11


class QuestionsSheet(Overlay):
    """Lists questions by theme; what is changed holds at once, and can be taken back."""

    def __init__(self, context: Context, theme: str = "") -> None:
        """Show all questions, or those of one theme or deck."""
        super().__init__(
            _("Questions and decks"), context.ground, name="questions", lines_wide=_LINES_WIDE
        )
        self._context = context
        self._prompts: tuple[Prompt, ...] = ()
        self._themes: tuple[Theme, ...] = ()
        self._opened: set[str] = set()  # deeper questions whose words were asked for
        self._form: QuestionForm | DeckForm | None = None
        self.decks = DeckBar()
        self.bar = ShownBar()
        self.list = PromptList(_("Questions by theme"), name="questions.list")
        self.list.setMinimumHeight(_LINES_HIGH * self.list.fontMetrics().height())
        self.none = plain_label("", "muted", wrap=True)
        self.none.setObjectName("questions.none")
        self.acts = QuestionActions()
        self.problem = ProblemLine("questions.problem")
        self.line = SaidLine()
        self.done = push_button(_("Done"), "primary", name="questions.done")
        self.card.add(self.decks, self.bar, self.none, self.list, self.acts, self.problem)
        self.card.add(FootRow((self.line,), (self.done,)))
        self._connect()
        self.read(theme=theme)
        self.come_up()
        self.list.setFocus()

    def read(self, select: str = "", *, theme: str | None = None) -> None:
        """Read the questions again; go to one of them, or to a theme, where that is named."""
        journal = self._context.journal
        try:
            self._prompts, self._themes = prompts.all_prompts(journal), prompts.all_themes(journal)
        except JournalError as error:
            self.problem.tell(error)
            self._prompts, self._themes = (), ()
        self.decks.show_themes(self._themes, self.decks.chosen() if theme is None else theme)
        self._show()
        if select and not self.list.select(select):
            self.bar.show_all()
            self.decks.show_themes(self._themes, "")
            self._show()
            self.list.select(select)

    # --- what is shown --------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is looked for now, from the top."""
        self._show(from_top=True)
        announce(self.none, self.none.text())

    def _show(self, *, from_top: bool = False) -> None:
        found = find_prompts(
            self._prompts,
            self.bar.wanted(),
            titles={theme.id: theme.title for theme in self._themes},
            shown=self.bar.shown(),
            theme=self.decks.chosen(),
        )
        self.list.show_rows(rows_by_theme(found, self._themes, self._opened), from_top=from_top)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.setText("" if found else self._why_none())
        self._show_choice()

    def _why_none(self) -> str:
        if self.bar.wanted().strip():
            return _("No question here holds these words.")
        return {
            Shown.OWN: _("Questions of your own, and those you changed, will stand here."),
            Shown.HIDDEN: _("Nothing is hidden."),
        }.get(self.bar.shown(), _("There is no question here yet."))

    def _show_choice(self) -> None:
        is_there = self.list.isVisibleTo(self)
        prompt = self.list.current() if is_there else None
        self.acts.show_prompt(prompt, is_shut=is_there and self.list.is_shut())

    # --- one question ---------------------------------------------------------------------------

    def _write_own(self) -> None:
        self._open_question(None, None)

    def _open(self) -> None:
        """Show the words of a deeper question, now that they are asked for."""
        prompt = self.list.current()
        if prompt is not None:
            self._opened.add(prompt.id)
            self._show()
            self.list.setFocus()

    def _edit(self) -> None:
        prompt = self.list.current()
        if prompt is not None:
            self._open_question(prompt, None)

    def _open_question(self, prompt: Prompt | None, said: Content | None) -> None:
        is_changed = prompt is not None and prompt.is_changed
        form = self._form = QuestionForm(
            self._context,
            prompt,
            self._themes,
            theme=self.decks.chosen(),
            original=shipped_prompt(prompt.id) if prompt is not None and is_changed else None,
            known={one.id for one in self._prompts},
            said=said,
        )
        form.submitted.connect(partial(self._keep_question, prompt))
        form.put_away.connect(partial(self._offer_back, partial(self._open_question, prompt)))
        if prompt is not None:
            form.original_wanted.connect(partial(self._take_back_question, prompt))

    def _keep_question(self, before: Prompt | None, prompt: Prompt) -> None:
        journal, form = self._context.journal, self._form
        if form is None:
            return
        name = form.draft.name
        try:
            if before is None:
                deeper = prompt.is_deeper
                kept = prompts.add_prompt(
                    journal, prompt.text, prompt.theme, is_deeper=deeper, draft=name
                )
                undo: Callable[[], object] = partial(prompts.delete_prompt, journal, kept.id)
            else:
                kept = prompts.change_prompt(journal, prompt, draft=name)
                undo = partial(prompts.restore_prompt, journal, before)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form)
        self._opened.add(kept.id)  # its words were just written, or read
        self._offer(_("Saved"), undo, kept.id)

    def _take_back_question(self, before: Prompt) -> None:
        form = self._form
        if form is None:
            return
        journal = self._context.journal
        try:
            prompts.take_back_prompt(journal, before.id, draft=form.draft.name)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form)
        undo = partial(prompts.restore_prompt, journal, before)
        self._offer(_("As it came with the program"), undo, before.id)

    def _hide(self) -> None:
        prompt = self.list.current()
        if prompt is not None:
            hidden = not prompt.is_hidden
            act = partial(prompts.hide_prompt, self._context.journal, prompt.id, hidden=hidden)
            said = _("Hidden: it is not asked any more") if hidden else _("Offered again")
            self._do(act, said, partial(prompts.restore_prompt, self._context.journal, prompt))

    def _delete(self) -> None:
        """Delete an own question; one of the program is hidden, so that it can come back."""
        prompt = self.list.current()
        if prompt is None:
            return
        if prompt.is_own:
            act = partial(prompts.delete_prompt, self._context.journal, prompt.id)
            said = _("Deleted; answers to it stay")
            self._do(act, said, partial(prompts.restore_prompt, self._context.journal, prompt))
        elif not prompt.is_hidden:
            self._hide()

    # --- a theme or deck ------------------------------------------------------------------------

    def _theme(self) -> Theme | None:
        return next((one for one in self._themes if one.id == self.decks.chosen()), None)

    def _rename_deck(self) -> None:
        theme = self._theme()
        if theme is not None:
            self._open_deck(theme, None)

    def _make_deck(self) -> None:
        self._open_deck(None, None)

    def _open_deck(self, theme: Theme | None, said: Content | None) -> None:
        original = "" if theme is None or not theme.is_changed else _original_title(theme)
        form = self._form = DeckForm(
            self._context,
            theme,
            original=original,
            known={one.id for one in self._themes},
            said=said,
        )
        form.submitted.connect(partial(self._keep_deck, theme))
        form.put_away.connect(partial(self._offer_back, partial(self._open_deck, theme)))
        form.original_wanted.connect(partial(self._keep_deck, theme, original))

    def _keep_deck(self, before: Theme | None, title: str) -> None:
        journal, form = self._context.journal, self._form
        if form is None:
            return
        name = form.draft.name
        try:
            if before is None:
                kept = prompts.add_deck(journal, title, draft=name)
                undo: Callable[[], object] = partial(prompts.delete_deck, journal, kept.id)
            else:
                kept = prompts.change_deck(journal, before.id, title, draft=name)
                undo = partial(prompts.restore_deck, journal, before)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form)
        self._offer(_("Saved"), undo, theme=kept.id)

    def _hide_deck(self) -> None:
        theme = self._theme()
        if theme is not None:
            hidden = not theme.is_hidden
            act = partial(prompts.hide_deck, self._context.journal, theme.id, hidden=hidden)
            said = _("Hidden: nothing of it is asked") if hidden else _("Offered again")
            self._do(act, said, partial(prompts.restore_deck, self._context.journal, theme))

    def _delete_deck(self) -> None:
        theme = self._theme()
        if theme is None or not theme.is_own:
            return
        journal = self._context.journal
        inside = tuple(one for one in self._prompts if one.theme == theme.id)
        act = partial(prompts.delete_deck, journal, theme.id)
        said = _("Deleted with its questions; answers stay")
        self._do(act, said, partial(prompts.restore_deck, journal, theme, inside))

    # --- doing, and taking back -----------------------------------------------------------------

    def _do(self, act: Callable[[], object], said: str, undo: Callable[[], object]) -> None:
        """Do something and offer to take it back, or say why it cannot be."""
        try:
            act()
        except JournalError as error:
            self.problem.tell(error)
            return
        self._offer(said, undo)

    def _offer(
        self, said: str, undo: Callable[[], object], select: str = "", *, theme: str | None = None
    ) -> None:
        self.problem.be_quiet()
        focus = self.focusWidget()  # None before anything had it
        self._context.undo.offer(said, undo)  # Ctrl+Z works too, also when the sheet is gone
        self.line.offer(said, _("Undo"), self._undo)
        self.read(select, theme=theme)
        if select or theme or not (bool(focus) and focus.isVisibleTo(self)):
            self._rest()

    def _offer_back(self, open_again: Callable[[Content], None], said: Content) -> None:
        self.line.offer(_("Not saved"), _("Bring it back"), partial(open_again, said))

    def _undo(self) -> None:
        self._context.undo.undo()
        self.line.be_quiet()
        self.read()
        self._rest()

    def _leave(self, form: QuestionForm | DeckForm) -> None:
        self._form = None
        form.finish()

    def _rest(self) -> None:
        """Put the keyboard onto the list, or where something can be found."""
        (self.list if self.list.isVisibleTo(self) else self.bar.field).setFocus()

    # --- how it is made -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.decks.theme_chosen.connect(self._look)
        self.bar.changed.connect(self._look)
        self.bar.list_wanted.connect(self.list.setFocus)
        self.list.chosen_changed.connect(self._show_choice)
        self.list.opened.connect(self._edit)
        for button, act in (
            (self.decks.rename, self._rename_deck),
            (self.decks.hide_button, self._hide_deck),
            (self.decks.delete, self._delete_deck),
            (self.decks.add, self._make_deck),
            (self.bar.add, self._write_own),
            (self.acts.open, self._open),
            (self.acts.edit, self._edit),
            (self.acts.hide_button, self._hide),
            (self.acts.delete, self._delete),
            (self.done, self.go),
        ):
            button.clicked.connect(act)
        delete = QShortcut(QKeySequence("Delete"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete)

    @override
    def go(self) -> None:
        self._form = None
        super().go()


def _original_title(theme: Theme) -> str:
    if theme.id == OWN_DECK:
        return _("My own questions")
    return next((one.title for one in shipped_themes() if one.id == theme.id), "")
