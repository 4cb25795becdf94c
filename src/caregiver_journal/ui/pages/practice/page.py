"""Practice: exercises to choose from, as cards; each begins in the player."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.exercising import (
    add_exercise,
    change_exercise,
    delete_exercise,
    favour_exercise,
    get_exercise,
    hide_exercise,
    restore_exercise,
    shipped_tags,
)
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.practising import EXERCISE, Offer, offered
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.practice.exercise_card import ExerciseCard
from caregiver_journal.ui.pages.practice.gone import keep_what_was_begun
from caregiver_journal.ui.pages.practice.own_sheet import OwnSheet
from caregiver_journal.ui.pages.practice.player import Player
from caregiver_journal.ui.pages.practice.wishes import read_wishes
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.arrow_keys import plain_press
from caregiver_journal.ui.widgets.card_grid import CardGrid
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import push_button, set_button_text

_ALL = "all"
_FAVOURITES = "favourites"


class PracticePage(Page):
    """Shows the exercises a filter leaves, and opens the player at one."""

    shows: ClassVar[frozenset[Changed]] = frozenset({Topic.EXERCISE, Kind.PRACTICE, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._offers: tuple[Offer, ...] = ()
        self._shown: tuple[Offer, ...] = ()
        self._cards: list[ExerciseCard] = []
        self._made: dict[str, ExerciseCard] = {}
        self._shows_hidden = False
        self._wanted = ""
        self._is_between = False  # somebody comes for one exercise, and goes back after it
        self._deleted: set[str] = set()
        self._player: Player | None = None
        self._sheet: OwnSheet | None = None
        about = _("Begin with something mild. You can stop any time; what you did is kept.")
        if context.journal.is_read_only:
            about = _("Begin with something mild. You can stop any time. Nothing can be kept now.")
        self.add = push_button(_("Add your own…"), name="practice.add")
        self.header = PageHeader(_("Practice"), about, self.add)
        self.filter = Segmented(
            [(_ALL, _("All"))], name="practice.filter", as_chips=True, keeps_one=True
        )
        self.filter.setAccessibleName(_("Which exercises"))
        self.filter.set_value(_ALL)
        self.grid = CardGrid()
        self._anchor = TabAnchor(self.grid)
        self.hidden = push_button("", "link", name="practice.hidden")
        self.empty = EmptyState("", name="practice.empty")
        self._arrange()
        self.add.clicked.connect(self._add_own)
        self.filter.changed.connect(self._choose_filter)
        self.hidden.clicked.connect(self._turn_hidden)
        self.empty.step_requested.connect(self._show_all)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        try:
            self._offers = offered(journal, day_of(journal.clock(), journal.start_of_day))
            self._offer_filters()
        except ContentError as error:
            self._offers = ()
            self._show()
            self.empty.set_words(f"{error.sentence} {error.next_step}".strip())
            raise
        self._show()

    @override
    def open_at(self, destination: Destination) -> None:
        self._wanted = ""
        if destination.part.startswith(EXERCISE):
            self._wanted = destination.part.removeprefix(EXERCISE)
        self._is_between = bool(self._wanted) and not self.isVisible()

    @override
    def focus_first(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(wanted)
        elif self._cards:
            self._cards[0].begin.setFocus()
        else:
            self.add.setFocus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_stale = True  # the day, and what was begun, may be others on coming back

    # --- what is shown --------------------------------------------------------------------------

    def _offer_filters(self) -> None:
        """Offer the tags, and favourites where there are any."""
        chips = [(_ALL, _("All")), *((tag.id, tag.title) for tag in shipped_tags())]
        if any(offer.exercise.is_favourite for offer in self._offers):
            chips.append((_FAVOURITES, _("Favourites")))
        self.filter.set_choices(chips)
        if self.filter.value() is None:
            self.filter.set_value(_ALL)

    def _show(self) -> None:
        """Show the cards of what the filter leaves."""
        fits = [offer for offer in self._offers if self._fits(offer.exercise)]
        here = [offer for offer in fits if not offer.exercise.is_hidden]
        away = [offer for offer in fits if offer.exercise.is_hidden]
        shown = (*here, *(away if self._shows_hidden else ()))
        if shown != self._shown:
            self._show_cards(shown)
        words = _("Do not show what is hidden") if self._shows_hidden else _("Hidden: {count}")
        set_button_text(self.hidden, words.format(count=len(away)))
        self.hidden.setVisible(bool(away))
        self.grid.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        is_all = self.filter.value() == _ALL
        self.empty.set_words(
            _("Everything here is hidden."), "" if is_all else _("Show all exercises")
        )

    def _fits(self, exercise: Exercise) -> bool:
        wanted = self.filter.value()
        if wanted == _FAVOURITES:
            return exercise.is_favourite
        return wanted in (_ALL, None) or wanted in exercise.tags

    def _show_cards(self, shown: Sequence[Offer]) -> None:
        """Show these cards; the keyboard stays at the exercise, or goes to the first."""
        focus = cast("QWidget | None", self.window().focusWidget())  # None before anything had it
        had_keyboard = focus is not None and self.grid.isAncestorOf(focus)
        name = focus.objectName() if had_keyboard and focus is not None else ""
        self._shown = tuple(shown)
        gone = self._renew_cards()
        self._cards = [self._made[offer.exercise.id] for offer in shown]
        self.grid.show_cards(self._cards)
        self._anchor.lead(stop for card in self._cards for stop in card.stops())
        if had_keyboard:
            there = (part for card in self._cards for part in card.findChildren(QWidget, name))
            next(there, self._first()).setFocus()
        for card in gone:
            card.deleteLater()

    def _renew_cards(self) -> list[ExerciseCard]:
        """Make the cards of what is shown, where they are missing or say something else now."""
        gone = []
        for offer in self._shown:
            card = self._made.get(offer.exercise.id)
            if card is not None and card.offer == offer:
                continue
            if card is not None:
                gone.append(card)
            self._made[offer.exercise.id] = self._make_card(offer)
        return gone

    def _make_card(self, offer: Offer) -> ExerciseCard:
        card = ExerciseCard(offer)
        card.begun.connect(self._open)
        card.entries_wanted.connect(self._open_entries)
        card.chosen.connect(self._act)
        card.begin.installEventFilter(self)
        return card

    def _first(self) -> QWidget:
        return self._cards[0].begin if self._cards else self.filter

    def _choose_filter(self) -> None:
        self._show()
        count = len(self._cards)
        announce(
            self.grid, ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        )

    def _show_all(self) -> None:
        self.filter.set_value(_ALL)
        self._show()
        self._first().setFocus()

    def _turn_hidden(self) -> None:
        self._shows_hidden = not self._shows_hidden
        self._show()
        self.hidden.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows lead from card to card."""
        press = plain_press(event)
        place = next((n for n, card in enumerate(self._cards) if card.begin is watched), None)
        if press is None or place is None:
            return False
        there = place + self.grid.step(press.key())
        if there == place or there not in range(len(self._cards)):
            return False
        self._cards[there].begin.setFocus()
        return True

    # --- what is done with an exercise ----------------------------------------------------------

    def _open(self, exercise_id: str) -> None:
        """Open the player at an exercise; it goes on where it was left."""
        journal = self.context.journal
        try:
            exercise = get_exercise(journal, exercise_id)
            wishes = read_wishes(journal)
        except NothingFoundError as error:
            self._is_between = False
            self._keep_begun(exercise_id, error)
            return
        except JournalError as error:
            self.context.fail(error)
            return
        self._player = Player(self.context, exercise, wishes)
        self._player.exercise_wanted.connect(self._open)
        self._player.gone.connect(self._take_keyboard_back)
        self._player.left.connect(self._go_back)

    def _go_back(self) -> None:
        """Go back to where somebody came from for this one exercise."""
        if self._is_between:
            self._is_between = False
            self.left.emit()

    def _keep_begun(self, exercise_id: str, error: NothingFoundError) -> None:
        """Keep what was begun of an exercise that is gone; without that, say what is wrong."""
        try:
            take_back = keep_what_was_begun(self.context.journal, exercise_id)
        except JournalError as other:
            self.context.fail(other)
            return
        if take_back is None:
            self.context.fail(error)
            return
        said = _("This exercise is not there any more. What you did of it is kept in the Journal.")
        self.context.undo.offer(said, take_back)

    def _take_keyboard_back(self) -> None:
        """Show what is begun now, and stay with the keyboard at the exercise."""
        if not self.isVisible():
            return
        self._read_again()
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is None or not (isValid(focus) and focus.isVisible() and self.isAncestorOf(focus)):
            self._first().setFocus()

    def _open_entries(self, exercise_id: str) -> None:
        query = Query(exercises=frozenset({exercise_id}))
        self.go_requested.emit(Destination("journal", query=query))

    def _act(self, wanted: tuple[str, str]) -> None:
        exercise_id, key = wanted
        offer = next((one for one in self._offers if one.exercise.id == exercise_id), None)
        if offer is None:
            return
        act = {
            "favourite": self._favour,
            "hide": self._hide,
            "change": self._open_sheet,
            "delete": self._delete,
        }[key]
        self._try(partial(act, offer.exercise))

    def _favour(self, exercise: Exercise) -> None:
        wanted = not exercise.is_favourite
        before = favour_exercise(self.context.journal, exercise.id, favourite=wanted)
        said = _("A favourite now") if wanted else _("No favourite any more")
        self._offer_undo(said, before)

    def _hide(self, exercise: Exercise) -> None:
        wanted = not exercise.is_hidden
        before = hide_exercise(self.context.journal, exercise.id, hidden=wanted)
        self._offer_undo(_("Hidden") if wanted else _("Shown again"), before)

    def _delete(self, exercise: Exercise) -> None:
        gone = delete_exercise(self.context.journal, exercise.id)
        self._deleted.add(exercise.id)
        self._offer_undo(_("Deleted; what you did with it stays in the Journal"), gone)

    def _offer_undo(self, said: str, before: Exercise) -> None:
        self.context.undo.offer(said, partial(restore_exercise, self.context.journal, before))

    # --- own ones -------------------------------------------------------------------------------

    def _add_own(self) -> None:
        self._open_sheet(None)

    def _open_sheet(self, exercise: Exercise | None, said: Content | None = None) -> None:
        self._sheet = OwnSheet(self.context, exercise, known=self._known(), said=said)
        self._sheet.submitted.connect(self._save)
        self._sheet.put_away.connect(partial(self._offer_back, exercise))

    def _known(self) -> set[str] | None:
        """Return what drafts of the sheet can be about; None where that could not be read.

        An exercise that was deleted here can be brought back, and its draft with it.
        """
        there = {offer.exercise.id for offer in self._offers}
        return there | self._deleted if there else None

    def _offer_back(self, exercise: Exercise | None, said: Content) -> None:
        self.context.say(
            _("Not saved"), _("Bring it back"), partial(self._bring_back, exercise, said)
        )

    def _bring_back(self, exercise: Exercise | None, said: Content) -> None:
        """Open the sheet again; for an exercise that is gone meanwhile, a new one."""
        there = (one.exercise for one in self._offers if exercise is not None)
        self._open_sheet(next((one for one in there if one == exercise), None), said)

    def _save(self, exercise: Exercise) -> None:
        journal, sheet = self.context.journal, self._sheet
        if sheet is None:
            return
        try:
            if exercise.id:
                before = change_exercise(journal, exercise, draft=sheet.draft.name)
                take_back: Callable[[], object] = partial(restore_exercise, journal, before)
            else:
                added = add_exercise(journal, exercise, draft=sheet.draft.name)
                take_back = partial(delete_exercise, journal, added.id)
        except JournalError as error:
            sheet.tell(error)
            return
        self._sheet = None
        sheet.draft.settle()
        sheet.go()
        self.filter.set_value(_ALL)
        self._show()
        self.context.undo.offer(_("Saved"), take_back)

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        for part in (self.header, self.filter, self.grid, self.empty, self.hidden):
            column.addWidget(part)
        column.addStretch(1)
        self.set_content(inside)
