"""The sheet that asks about a moment once more."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.boundary import (
    PERCENT,
    RELATIONSHIP_WORDS,
    TENS,
    Relationship,
    answer_word,
)
from caregiver_journal.domain.boundary_facts import TEXT_TITLES
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.journal.following import (
    FORM,
    Afterwards,
    Asking,
    answer_follow_up,
    other_drafts,
    take_back,
)
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.boundaries.due import end_follow_up, wait_longer
from caregiver_journal.ui.plain_values import read_number
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.more_button import ActionPopover
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.percent_slider import PercentSlider
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button
from caregiver_journal.ui.widgets.waiting_card import LATER, later_choices, later_of

_LONGEST = 600
"""How many characters of what was asked or feared are shown."""

_AGAIN = {"tomorrow": 1, "days": 3, "week": 7}
_LINES_WIDE = 30


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer that was begun: the name of its follow-up, and what was said, as plain values."""

    name: str
    said: dict[str, object]


class FollowUpSheet(Overlay):
    """Asks how a moment is now; what is begun survives a lock, and Escape.

    Signals:
        put_away: a ``Begun`` that Cancel took away.
    """

    put_away = Signal(object)

    def __init__(
        self, context: Context, asking: Asking, said: dict[str, object] | None = None
    ) -> None:
        """Ask about a moment; ``said`` is shown instead of what was kept."""
        super().__init__(
            _("How is it now?"), context.ground, name="follow_up", lines_wide=_LINES_WIDE
        )
        self._context = context
        self._asking = asking
        self._is_done = False
        self._make_fields()
        self._fill_card()
        self.drafts = DraftKeeper(context.journal, FORM, self._all_drafts, context.fail, self)
        self._fill({})
        self._opened = self._said()
        kept = self.drafts.kept().get(asking.name)
        self._fill(said if said is not None else kept if isinstance(kept, dict) else {})
        self._connect()
        if said is not None:
            self.drafts.touch()
        self.come_up()
        self.guilt.setFocus()

    @override
    def go(self) -> None:
        """Leave, and keep what was begun; where that is not possible, say so and stay."""
        try:
            self.drafts.store()
        except JournalError as error:
            self.problem.tell(error)
            return
        super().go()

    # --- how it is made -------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.guilt = TenSlider(_("none"), _("very strong"), name="follow_up.guilt")
        self.outcome = note_field(lines=2, name="follow_up.outcome")
        self.came_true = PercentSlider(_("nothing of it"), _("all of it"), name="follow_up.true")
        words = [(key.value, _(word)) for key, word in RELATIONSHIP_WORDS.items()]
        self.relationship = Segmented(words, name="follow_up.relationship")
        again = (
            ("no", _("Not again")),
            ("tomorrow", _("Tomorrow")),
            ("days", _("In 3 days")),
            ("week", _("In a week")),
        )
        self.again = Segmented(again, name="follow_up.again")
        self.problem = ProblemLine("follow_up.problem")
        self.not_now = push_button(_("Not now"), "link", name="follow_up.not_now")
        self.dont_ask = push_button(_("Don't ask again"), "link", name="follow_up.dont_ask")
        self.cancel = push_button(_("Cancel"), name="follow_up.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        words_of_save = _("Save · {keys}").format(keys=keys)
        self.save = push_button(words_of_save, "primary", name="follow_up.save")

    def _today(self) -> date:
        journal = self._context.journal
        return day_of(journal.clock(), journal.start_of_day)

    def _fill_card(self) -> None:
        boundary, entry = self._asking.boundary, self._asking.entry
        said = (say_day(entry.day, self._today()), boundary.asker, answer_word(boundary.answer))
        self.card.add(plain_label(" · ".join(filter(None, said)), "muted", wrap=True))
        self.card.add(_fact(_(TEXT_TITLES["asked"]), boundary.asked))
        if boundary.guilt is not None:
            self.guilt.set_note(_("then {number} of 10").format(number=boundary.guilt))
        self.card.body.addSpacing(TINY)
        self.card.add(_field(_("Guilt now"), self.guilt))
        self.card.add(_field(_(TEXT_TITLES["outcome"]), self.outcome))
        if boundary.feared:
            self.card.add(_fact(_(TEXT_TITLES["feared"]), boundary.feared))
            self.card.add(_field(_("How much of it came true"), self.came_true))
        else:
            self.came_true.setParent(self.card)
            self.came_true.hide()
        self.card.add(_field(_("Between us afterwards"), self.relationship))
        self.card.add(_field(_("Ask once more"), self.again))
        foot = FootRow((self.not_now, self.dont_ask), (self.cancel, self.save))
        self.card.add(self.problem, foot)

    def _connect(self) -> None:
        for signal in (
            self.guilt.changed,
            self.outcome.textChanged,
            self.came_true.changed,
            self.relationship.changed,
            self.again.changed,
        ):
            signal.connect(self._on_edited)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._cancel)
        self.not_now.clicked.connect(self._offer_later)
        self.dont_ask.clicked.connect(self._end)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    # --- what it holds --------------------------------------------------------------------------

    def _said(self) -> dict[str, object]:
        """Return what the sheet holds as plain values."""
        return {
            "guilt": self.guilt.value(),
            "outcome": self.outcome.toPlainText(),
            "came_true": self.came_true.value(),
            "relationship": self.relationship.value(),
            "again": self.again.value(),
        }

    def _fill(self, said: dict[str, object]) -> None:
        """Show such values over what the moment says; whatever makes no sense is left out."""
        boundary = self._asking.boundary
        guilt, came_true = said.get("guilt"), said.get("came_true", boundary.came_true)
        outcome = said.get("outcome", boundary.outcome)
        relationship = said.get("relationship", boundary.relationship)
        again = said.get("again", "no")
        self.guilt.set_value(read_number(guilt, TENS))
        self.came_true.set_value(read_number(came_true, PERCENT))
        self.outcome.setPlainText(outcome if isinstance(outcome, str) else "")
        is_known = relationship in [each.value for each in Relationship]
        self.relationship.set_value(str(relationship) if is_known else None)
        self.again.set_value(str(again) if again in (*_AGAIN, "no") else None)

    def _written(self) -> dict[str, object]:
        """Return of what the sheet holds that which it was not opened with."""
        return {part: value for part, value in self._said().items() if value != self._opened[part]}

    def _all_drafts(self) -> dict[str, object]:
        name = self._asking.name
        written = {} if self._is_done else self._written()
        others = other_drafts(self._context.journal, name)
        return {**others, name: written} if written else others

    def _afterwards(self) -> Afterwards:
        """Return what the person says; where the sheet repeats the moment, nothing is said."""
        written = self._written()
        relationship = self.relationship.value() if "relationship" in written else None
        days = _AGAIN.get(self.again.value() or "")
        return Afterwards(
            guilt=self.guilt.value(),
            outcome=self.outcome.toPlainText() if "outcome" in written else "",
            came_true=self.came_true.value() if "came_true" in written else None,
            relationship=None if relationship is None else Relationship(relationship),
            another=None if days is None else self._today() + timedelta(days=days),
        )

    # --- what the person does -------------------------------------------------------------------

    def _on_edited(self) -> None:
        self.problem.be_quiet()
        self.drafts.touch()

    def _save(self) -> None:
        journal = self._context.journal
        try:
            self.drafts.store()  # taking it back makes it a draft again
            ended = answer_follow_up(journal, self._asking, self._afterwards())
        except JournalError as error:
            self.problem.tell(error)
            return
        self._leave()
        self._context.undo.offer(_("Saved"), partial(take_back, journal, ended))

    def _cancel(self) -> None:
        written = self._written()
        self._is_done = True
        self._leave(keep=True)
        if written:
            self.put_away.emit(Begun(self._asking.name, written))

    def _offer_later(self) -> None:
        popover = ActionPopover(self.not_now, later_choices()[:2], name=LATER)
        popover.chosen.connect(self._put_off)
        popover.open_below()

    def _put_off(self, key: str) -> None:
        """Leave it for later, with what was begun."""
        try:
            wait_longer(self._context, self._asking.name, later_of(key))
        except JournalError as error:
            self.problem.tell(error)
            return
        self.go()

    def _end(self) -> None:
        try:
            self.drafts.store()
            end_follow_up(self._context, self._asking.name)
        except JournalError as error:
            self.problem.tell(error)
            return
        self._leave()

    def _leave(self, *, keep: bool = False) -> None:
        """Go for good; with ``keep`` the drafts are written without this one."""
        self.drafts.settle()
        if keep:
            self.drafts.touch()
            try:
                self.drafts.store()
            except JournalError as error:
                self._context.fail(error)
                self.drafts.settle()
        super().go()


def _fact(title: str, words: str) -> QVBoxLayout:
    group = QVBoxLayout()
    group.setSpacing(TINY)
    group.addWidget(plain_label(title, "small"))
    group.addWidget(plain_label(shortened(words, _LONGEST), wrap=True))
    return group


def _field(title: str, field: QWidget) -> QVBoxLayout:
    group = QVBoxLayout()
    group.setSpacing(TINY)
    group.addWidget(field_label(title, field))
    group.addWidget(field)
    return group
