"""Words for hard moments: found, copied, liked, changed, hidden, rehearsed, and built."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.script import Script, Shelf, find_scripts
from caregiver_journal.journal.scripts import (
    add_script,
    all_scripts,
    change_script,
    delete_script,
    favour_script,
    hide_script,
    restore_script,
    shipped_script,
    shipped_situations,
    situation_titles,
    take_back_script,
)
from caregiver_journal.ui.clipboard import copy_text
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.script.builder import BuilderSheet
from caregiver_journal.ui.pages.script.form import ScriptForm
from caregiver_journal.ui.pages.script.rehearsal import RehearsalSheet
from caregiver_journal.ui.pages.script.script_actions import ScriptActions
from caregiver_journal.ui.pages.script.shelf_bar import ShelfBar
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.script_list import ScriptList, rows_by_situation
from caregiver_journal.ui.widgets.text import push_button

SEARCH = "search"
"""The part of the page that Ctrl+F goes to."""
_LINES_HIGH = 11


class ScriptPage(Page):
    """Lists phrases by situation; below them stands what can be done with the chosen one."""

    shows = frozenset({Topic.SCRIPT})
    has_search = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._scripts: tuple[Script, ...] = ()
        self._goal = ""
        self._wants_search = False
        self._form: ScriptForm | None = None
        self.tabs = PageTabs("scripts")
        self.build = push_button(_("Build a sentence…"), "primary", name="scripts.build")
        self.header = PageHeader(_("Words for hard moments"), "", self.build)
        self.bar = ShelfBar()
        self.list = ScriptList(_("Phrases by situation"), name="scripts.list")
        self.actions_row = ScriptActions()
        self.empty = EmptyState("", name="scripts.empty")
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self._scripts = all_scripts(self.context.journal)
        self._show()

    @override
    def open_at(self, destination: Destination) -> None:
        self._wants_search = destination.part == SEARCH

    @override
    def focus_first(self) -> None:
        step = self.empty.findChild(QWidget, "scripts.empty.step")
        if self._wants_search:
            self._wants_search = False
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.field.selectAll()
        elif step is not None and self._card.isHidden():
            step.setFocus()
        else:
            self.list.setFocus()

    # --- what is shown --------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is looked for now, from the top."""
        self._show(from_top=True)
        announce(self.header.subtitle, self.header.subtitle.text())

    def _show(self, *, from_top: bool = False) -> None:
        had_keyboard = self._card.isAncestorOf(self.window().focusWidget())
        found = find_scripts(
            self._scripts,
            self.bar.wanted(),
            situations=situation_titles(),
            shelf=self.bar.shelf(),
            situation=self.bar.situation(),
        )
        self.list.show_rows(rows_by_situation(found, shipped_situations()), from_top=from_top)
        goal, self._goal = self._goal, ""
        self.list.select(goal)
        self._say_count(len(found))
        self._card.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.set_words(*self._why_empty())
        if had_keyboard and not found:
            self.focus_first()

    def _say_count(self, count: int) -> None:
        text = ngettext("{count} phrase", "{count} phrases", count)
        if self.bar.is_everything():
            text = _("{phrases}, to take as they are or to make your own").format(phrases=text)
        self.header.set_subtitle(text.format(count=count))

    def _why_empty(self) -> tuple[str, str]:
        """Return why nothing is shown, and the words for the one next step."""
        if self.bar.wanted().strip():
            return _("No phrase here holds these words."), _("Clear the search")
        return {
            Shelf.FAVOURITES: (_("Phrases with a star will stand here."), _("Show all phrases")),
            Shelf.OWN: (_("Phrases of your own will stand here."), _("Add one")),
            Shelf.HIDDEN: (_("Nothing is hidden."), _("Show all phrases")),
        }.get(self.bar.shelf(), (_("All phrases for this are hidden."), _("Show all phrases")))

    def _take_step(self) -> None:
        if self.bar.shelf() is Shelf.OWN and not self.bar.wanted().strip():
            self._write_own()
            return
        self.bar.show_all()
        self.bar.field.setFocus()

    def _show_choice(self) -> None:
        self.actions_row.show_script(self.list.current())

    # --- what is done with the chosen one ------------------------------------------------------

    def _copy(self) -> None:
        script = self.list.current()
        if script is not None:
            copy_text(script.text)
            self.context.say(_("Copied. The clipboard is emptied after a minute."))

    def _favour(self) -> None:
        script = self.list.current()
        if script is None:
            return
        wanted = not script.is_favourite
        act = partial(favour_script, self.context.journal, script.id, favourite=wanted)
        if self._try(act):
            said = _("A favourite now") if wanted else _("No favourite any more")
            announce(self.list, said)

    def _hide(self) -> None:
        script = self.list.current()
        if script is None:
            return
        hide = partial(hide_script, self.context.journal, script.id)
        if self._try(partial(hide, hidden=not script.is_hidden)):
            said = _("Shown again") if script.is_hidden else _("Hidden")
            self.context.undo.offer(said, partial(self._restore, script))

    def _remove(self) -> None:
        """Delete an own phrase; one of the program is hidden, so that it can come back."""
        script = self.list.current()
        if script is None:
            return
        if not script.is_own:
            if not script.is_hidden:
                self._hide()
        elif self._try(partial(delete_script, self.context.journal, script.id)):
            self.context.undo.offer(_("Deleted"), partial(self._restore, script))

    def _restore(self, script: Script) -> None:
        self._goal = script.id
        restore_script(self.context.journal, script)

    def _rehearse(self) -> None:
        script = self.list.current()
        if script is not None:
            context, text, known = self.context, script.text, self._known()
            RehearsalSheet(context, text, script.situation, about=script.id, known=known)

    def _known(self) -> set[str]:
        return {script.id for script in self._scripts}

    # --- writing --------------------------------------------------------------------------------

    def _write_own(self) -> None:
        self._open_form(None)

    def _edit(self) -> None:
        script = self.list.current()
        if script is not None:
            self._open_form(script)

    def _open_form(self, script: Script | None, said: Content | None = None) -> None:
        """Open the form for a new phrase, or for one to change."""
        is_changed = script is not None and script.is_changed
        form = self._form = ScriptForm(
            self.context,
            script,
            shipped_script(script.id) if script is not None and is_changed else None,
            known=self._known(),
            situation=self.bar.situation(),
            said=said,
        )
        form.put_away.connect(partial(self._offer_back, script))
        if script is None:
            form.submitted.connect(self._add)
        else:
            form.submitted.connect(partial(self._change, script))
            form.original_wanted.connect(partial(self._take_back, script))

    def _offer_back(self, script: Script | None, said: Content) -> None:
        bring_back = partial(self._bring_back, script, said)
        self.context.say(_("Not saved"), _("Bring it back"), bring_back)

    def _bring_back(self, script: Script | None, said: Content) -> None:
        """Open the form again; for a phrase that is gone meanwhile, a new one."""
        there = (one for one in self._scripts if script is not None and one.id == script.id)
        self._open_form(next(there, None), said)

    def _add(self, script: Script) -> None:
        form = self._form
        if form is None:
            return
        try:
            added = add_script(self.context.journal, script, draft=form.draft.name)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form)
        self._show_kept(added.id)
        delete = partial(delete_script, self.context.journal, added.id)
        self.context.undo.offer(_("Saved"), delete)

    def _change(self, before: Script, script: Script) -> None:
        self._write(before, partial(change_script, self.context.journal, script))

    def _take_back(self, before: Script) -> None:
        self._write(before, partial(take_back_script, self.context.journal, before.id))

    def _write(self, before: Script, act: Callable[..., object]) -> None:
        """Write over a phrase, leave the form, and offer to take it back."""
        form = self._form
        if form is None:
            return
        self._goal = before.id
        try:
            act(draft=form.draft.name)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form)
        self.context.undo.offer(_("Saved"), partial(self._restore, before))

    def _leave(self, form: ScriptForm) -> None:
        self._form = None
        form.draft.settle()
        form.go()

    def _open_builder(self) -> None:
        BuilderSheet(self.context).kept.connect(self._show_kept)

    def _show_kept(self, script_id: str) -> None:
        """Go to a phrase that was kept, whatever is filtered now."""
        if not self.list.select(script_id):
            self._goal = script_id
            self.bar.show_all()
        self.list.setFocus()

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._card = Card(name="scripts.card")
        self._card.add_list(self.list)
        self.list.setMinimumHeight(_LINES_HIGH * self.list.fontMetrics().height())
        self._card.add_foot(self.actions_row)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.bar)
        column.addWidget(self._card, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside)  # the list scrolls by itself, all of it where there is little room

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._go_to_tab)
        self.build.clicked.connect(self._open_builder)
        self.bar.changed.connect(self._look)
        self.bar.list_wanted.connect(self.list.setFocus)
        self.bar.new_wanted.connect(self._write_own)
        self.list.chosen_changed.connect(self._show_choice)
        self.list.opened.connect(self._edit)
        self.empty.step_requested.connect(self._take_step)
        row = self.actions_row
        for button, keys, act in (
            (row.copy, ("Ctrl+C",), self._copy),
            (row.favourite, ("Ctrl+D",), self._favour),
            (row.edit, (), self._edit),
            (row.rehearse, ("Ctrl+R",), self._rehearse),
            (row.hide_button, (), self._hide),
            (row.delete, ("Delete",), self._remove),
        ):
            button.clicked.connect(act)
            for each in keys:
                shortcut = QShortcut(QKeySequence(each), self.list)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(act)

    def _go_to_tab(self, key: str) -> None:
        self.go_requested.emit(Destination(key))
