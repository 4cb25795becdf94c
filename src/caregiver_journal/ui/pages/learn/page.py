"""Learn: one-minute cards by subject, and the chosen one for reading."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.card import Card, find_cards
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.match import search_words
from caregiver_journal.journal.learning import (
    add_card,
    all_cards,
    change_card,
    clear_marks,
    delete_card,
    mark_card,
    restore_card,
    restore_marks,
    subject_titles,
)
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.learn.card_list import CardList, rows_by_subject
from caregiver_journal.ui.pages.learn.field_bar import FieldBar
from caregiver_journal.ui.pages.learn.form import CardForm
from caregiver_journal.ui.pages.learn.reading import ReadingCard
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card as Panel
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.search_field import ListSearchField
from caregiver_journal.ui.widgets.text import push_button

SEARCH = "search"
"""The part of the page that Ctrl+F goes to."""
CARD = "card:"
"""Begins the part of a destination that names a card."""
_SECTIONS = {"theme": "reflect", "form": "reflect", "exercise": "practice"}
"""Where "try this" leads, for each room; a page is its own section."""


class LearnPage(Page):
    """Lists cards under their subjects; beside them the chosen one is read."""

    shows = frozenset({Topic.CARD})
    has_search = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._cards: tuple[Card, ...] = ()
        self._subjects: dict[str, str] = {}
        self._goal = ""
        self._shown: tuple[Card | None, str, str] | None = None
        self._wants_search = False
        self._form: CardForm | None = None
        self.add = push_button(_("Add a card…"), name="learn.add")
        self.paper = push_button(_("On paper…"), name="learn.paper")
        self.header = PageHeader(_("Learn"))
        self.problem = ProblemLine("learn.problem")
        self.field = ListSearchField(name="learn.search")
        self.field.setAccessibleName(_("Search titles and texts"))
        self.field.setPlaceholderText(_("Search"))
        self.clear = push_button(_("Clear the read marks"), "link", name="learn.clear")
        self.list = CardList(_("Cards by subject"), name="learn.list")
        self.reading = ReadingCard()
        self.empty = EmptyState("", name="learn.empty")
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self.problem.be_quiet()
        try:
            self._cards = all_cards(self.context.journal)
            self._subjects = subject_titles()
        except ContentError as error:  # own cards are there all the same
            self._cards, self._subjects = tuple(self.context.journal.cards.own()), {}
            self.problem.tell(error)
            self.context.fail(error)
        self._show()

    @override
    def open_at(self, destination: Destination) -> None:
        self._wants_search = destination.part == SEARCH
        if not destination.part.startswith(CARD):
            return
        self._goal = destination.part.removeprefix(CARD)
        self._look_for("")
        if self.isVisible():
            self._read_again()
        else:
            self._is_stale = True

    @override
    def focus_first(self) -> None:
        step = self.empty.findChild(QWidget, "learn.empty.step")
        if self._wants_search and not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        elif step is not None and self._panes.isHidden():
            step.setFocus()
        else:
            self.list.setFocus()
        self._wants_search = False

    # --- what is shown --------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is looked for now, from the top."""
        self._show(from_top=True)
        announce(self.header.subtitle, self.header.subtitle.text())

    def _look_for(self, words: str) -> None:
        """Look for other words without showing that yet."""
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)

    def _show(self, *, from_top: bool = False) -> None:
        had_keyboard = self._panes.isAncestorOf(self.window().focusWidget())
        wanted = self._wanted()
        found = find_cards(self._cards, wanted)
        self.list.show_rows(rows_by_subject(found, self._subjects, wanted), from_top=from_top)
        goal, self._goal = self._goal, ""
        self.list.select(goal)
        self._say_count(len(found))
        self.clear.setVisible(any(card.is_read for card in self._cards))
        for part in (self.field, self.add):
            part.setVisible(bool(self._cards))
        self._bar.fold()
        self._panes.setVisible(bool(found))
        self.empty.setVisible(not found)
        if self._cards:
            self.empty.set_words(_("No card holds these words."), _("Clear the search"))
        else:
            self.empty.set_words(_("Cards of your own will stand here."), _("Add a card"))
        if had_keyboard and not found:
            self.focus_first()

    def _say_count(self, count: int) -> None:
        text = ngettext("{count} card", "{count} cards", count)
        if not self._wanted() and all(card.minutes == 1 for card in self._cards):
            text = _("{cards}, about a minute each").format(cards=text)
        self.header.set_subtitle(text.format(count=count) if self._cards else "")

    def _wanted(self) -> str:
        """Return the words that are looked for; "" where none of them can be."""
        return self.field.text() if search_words(self.field.text()) else ""

    def _show_choice(self) -> None:
        card = self.list.current()
        subject = "" if card is None else self._subjects.get(card.subject, _("Own card"))
        before, self._shown = self._shown, (card, subject, self._wanted())
        if self._shown == before:
            return
        self.reading.show_card(*self._shown)
        if before is None or _id_of(card) != _id_of(before[0]):
            self.reading.begin()

    # --- what is done with the chosen one -------------------------------------------------------

    def _try_it(self) -> None:
        card = self.list.current()
        if card is not None and card.try_at:
            room, _colon, goal = card.try_at.partition(":")
            is_page = room == "page"
            section = goal if is_page else _SECTIONS[room]
            self.go_requested.emit(Destination(section, part="" if is_page else card.try_at))

    def _mark(self) -> None:
        card = self.list.current()
        if card is not None:
            mark = partial(mark_card, self.context.journal, card, is_read=not card.is_read)
            if self._try(mark):
                said = _("Not marked any more") if card.is_read else _("Marked as read")
                announce(self.list, said)

    def _clear_marks(self) -> None:
        had_keyboard = self.clear.hasFocus()
        try:
            read = clear_marks(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return
        if had_keyboard:
            self.list.setFocus()  # where Ctrl+Z takes this back
        take_back = partial(restore_marks, self.context.journal, read)
        self.context.undo.offer(_("Read marks cleared"), take_back)

    def _delete(self) -> None:
        card = self.list.current()
        if card is None or not card.is_own:
            return
        if self._try(partial(delete_card, self.context.journal, card.id)):
            self.context.undo.offer(_("Deleted"), partial(self._restore, card))

    def _restore(self, card: Card) -> None:
        self._goal = card.id
        restore_card(self.context.journal, card)

    def _read_on(self) -> None:
        if self.list.current() is not None:
            self.reading.take_keyboard()

    # --- writing --------------------------------------------------------------------------------

    def _write_own(self) -> None:
        self._open_form(None)

    def _edit(self) -> None:
        card = self.list.current()
        if card is not None and card.is_own:
            self._open_form(card)

    def _open_form(self, card: Card | None, said: Content | None = None) -> None:
        """Open the form for a new card, or for one to change."""
        known = {one.id for one in self._cards if one.is_own}
        form = self._form = CardForm(self.context, card, known=known, said=said)
        form.put_away.connect(partial(self._offer_back, card))
        form.submitted.connect(self._keep if card is None else partial(self._change, card))

    def _offer_back(self, card: Card | None, said: Content) -> None:
        bring_back = partial(self._bring_back, card, said)
        self.context.say(_("Not saved"), _("Bring it back"), bring_back)

    def _bring_back(self, card: Card | None, said: Content) -> None:
        """Open the form again; for a card that is gone meanwhile, a new one."""
        there = (one for one in self._cards if card is not None and one.id == card.id)
        self._open_form(next(there, None), said)

    def _keep(self, card: Card) -> None:
        form = self._form
        if form is None:
            return
        try:
            added = add_card(self.context.journal, card, draft=form.draft.name)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form, added.id)
        delete = partial(delete_card, self.context.journal, added.id)
        self.context.undo.offer(_("Saved"), delete)

    def _change(self, before: Card, card: Card) -> None:
        form = self._form
        if form is None:
            return
        try:
            change_card(self.context.journal, card, draft=form.draft.name)
        except JournalError as error:
            form.tell(error)
            return
        self._leave(form, card.id)
        self.context.undo.offer(_("Saved"), partial(self._restore, before))

    def _leave(self, form: CardForm, card_id: str) -> None:
        """Put the form away and go to the card it kept, whatever is looked for now."""
        self._form = None
        form.draft.settle()
        form.go()
        if not self.list.select(card_id):
            self._goal = card_id
            self._look_for("")
            self._show()
        self.list.setFocus()

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        left = Panel(name="learn.cards")
        left.add_list(self.list)
        self._panes = Columns((left,), (self.reading,), shares=(2, 3), fills=True)
        self._panes.turned.connect(self.reading.show_whole)
        self._bar = FieldBar(self.field, self.clear, self.paper, self.add)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.problem)
        column.addWidget(self._bar)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside)  # both panes scroll by themselves, and all where there is no room

    def _connect(self) -> None:
        self.add.clicked.connect(self._write_own)
        self.paper.clicked.connect(self._offer_paper)
        self.field.textChanged.connect(self._look)
        self.field.list_wanted.connect(self.list.setFocus)
        self.clear.clicked.connect(self._clear_marks)
        self.list.chosen_changed.connect(self._show_choice)
        self.list.opened.connect(self._read_on)
        self.empty.step_requested.connect(self._take_step)
        reading = self.reading
        for button, act in (
            (reading.try_it, self._try_it),
            (reading.mark, self._mark),
            (reading.edit, self._edit),
            (reading.delete, self._delete),
        ):
            button.clicked.connect(act)
        for keys, act in (("Space", reading.scroll_on), ("Delete", self._delete)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _offer_paper(self) -> None:
        from caregiver_journal.ui.pages.learn.on_paper import OnPaperSheet  # noqa: PLC0415 - rare

        OnPaperSheet(self.context)

    def _take_step(self) -> None:
        if not self._cards:
            self._write_own()
            return
        self.field.clear()
        self.field.setFocus()


def _id_of(card: Card | None) -> str:
    return "" if card is None else card.id
