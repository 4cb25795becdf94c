"""The form for a reflection: a question or a few steps, and the field for what is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import PAGE, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import DEFAULT_START
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.reflection import PARTS, Form, check_reflection
from caregiver_journal.journal.forms import FormWords
from caregiver_journal.ui.entry_form import EntryForm
from caregiver_journal.ui.pages.reflect.answer import AnswerPart
from caregiver_journal.ui.pages.reflect.deeper import DeeperPart
from caregiver_journal.ui.pages.reflect.drafts import EMPTY, ReflectDraft, WorryDraft, reflection_of
from caregiver_journal.ui.pages.reflect.earlier import Earlier, EarlierLines
from caregiver_journal.ui.pages.reflect.part import ReflectPart
from caregiver_journal.ui.pages.reflect.sorter import SorterPart
from caregiver_journal.ui.pages.reflect.steps import StepsPart
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor, stops_in
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

if TYPE_CHECKING:
    from caregiver_journal.ui.pages.reflect.more import MorePart

_NAME = "reflect"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the field.

    Attributes:
        theme: the title of the theme, above what is asked.
        asked: the question, or what the form is called.
        about: a line below it.
        may_ask: whether another question can be asked for, and this one hidden.
        may_skip: whether it is today's question, and can be left for today.
        deeper: how many deeper questions the theme has.
        is_deeper: whether this one is deeper; ``has_ordinary`` whether there are others.
        is_shut: whether nothing is asked before deeper questions are asked for.
    """

    theme: str = ""
    asked: str = ""
    about: str = ""
    may_ask: bool = False
    may_skip: bool = False
    deeper: int = 0
    is_deeper: bool = False
    has_ordinary: bool = False
    is_shut: bool = False


class ReflectForm(EntryForm[ReflectDraft]):
    """One thing to write about, large and calm; decides nothing.

    Signals:
        another_wanted: another question of the theme is.
        skip_wanted: no question is to be asked any more today.
        hide_wanted: this question is never to be asked again.
        worry_removed: a pair: the place of a worry that was taken out, and the worry.
    """

    another_wanted = Signal()
    skip_wanted = Signal()
    hide_wanted = Signal()
    worry_removed = Signal(object)

    def __init__(
        self,
        now: Clock,
        zones: Callable[[], Sequence[str]],
        read_words: Callable[[Form], FormWords],
    ) -> None:
        """Take what tells the time, the zones used lately, and the words of a form."""
        super().__init__(_NAME)
        self._now, self._zones, self._read_words = now, zones, read_words
        self._from = EMPTY
        self._tags: Sequence[str] = ()
        self._start = DEFAULT_START
        self._parts: dict[Form, ReflectPart] = {}
        self.more: MorePart | None = None  # made when it is first opened
        self.theme = plain_label("", "small", wrap=True)
        self.asked = plain_label("", "reading_large", wrap=True)
        self.about = plain_label("", "muted", wrap=True)
        self.kept = plain_label(_("Draft kept"), "small")
        self.open_more = push_button("", "link", name=f"{_NAME}.more")
        self.another = push_button(_("Another question"), name=f"{_NAME}.another")
        self.skip = push_button(_("Not today"), name=f"{_NAME}.skip")
        self.hide_question = push_button(_("Hide this one for good"), name=f"{_NAME}.hide")
        self.deeper = DeeperPart(name=_NAME)
        self.earlier = EarlierLines(name=f"{_NAME}.earlier")
        for part in ("theme", "asked", "about", "kept"):
            getattr(self, part).setObjectName(f"{_NAME}.{part}")
        self.answer = self._parts[Form.FREE] = AnswerPart(name=_NAME)
        self.part: ReflectPart = self.answer
        self._arrange()
        self._connect()
        self.fill(EMPTY)
        self.show_around(Around())

    # --- what it holds --------------------------------------------------------------------------

    @override
    def fill(self, draft: ReflectDraft, entry: Entry | None = None) -> None:
        self._from = draft
        self._show_part(draft.form)
        self.part.fill(draft)
        self.part.be_quiet()
        self.show_problem("")
        self._open_more(opened=draft.has_more)
        if self.more is not None:
            self.more.fill(draft)

    @override
    def draft(self) -> ReflectDraft:
        held = self.part.values()
        if "texts" in held:  # what a later version wrote beside them stays
            known = PARTS[self._from.form]
            others = (each for each in self._from.texts if each.part not in known)
            held["texts"] = (*held["texts"], *others)
        more: dict[str, Any] = {} if self.more is None else self.more.values()
        return self._from._replace(**held, **more)

    def show_around(self, around: Around) -> None:
        """Show what stands around the field."""
        for label, text in (
            (self.theme, around.theme),
            (self.asked, around.asked),
            (self.about, around.about),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        if self.part is self.answer:
            words = self._read_words(Form.FREE).fields[0]
            self.answer.call(around.asked or words.label, words.hint)
        self.another.setVisible(around.may_ask)
        self.skip.setVisible(around.may_skip)
        self.hide_question.setVisible(around.may_ask)
        self.cancel.setVisible(not around.may_ask)
        self.deeper.show_state(
            count=around.deeper,
            is_within=around.is_deeper,
            has_way_back=around.has_ordinary,
            is_shut=around.is_shut,
        )
        self._writing.setVisible(not around.is_shut)

    def show_earlier(self, lines: Sequence[Earlier]) -> None:
        """Show what was answered to the same question before."""
        self.earlier.show_lines(lines)
        has_deeper = not self.deeper.link.isHidden() or not self.deeper.within.isHidden()
        self.below.setVisible(bool(lines) or has_deeper)

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer tags behind *More…*."""
        self._tags = tags
        if self.more is not None:
            self.more.tags.set_suggestions(tags)

    def put_back(self, place: int, worry: WorryDraft) -> None:
        """Show a worry again that was taken out, where the sorter is still open."""
        part = self._parts.get(Form.SORTER)
        if isinstance(part, SorterPart) and part is self.part:
            part.put_back(place, worry)

    def first(self) -> QWidget:
        """Return the field that somebody who begins goes to."""
        return self.deeper.leave if self._writing.isHidden() else self.part.first()

    # --- what is wrong with it ------------------------------------------------------------------

    @override
    def submit(self) -> None:
        if self._writing.isHidden():
            return
        self.part.be_quiet()
        self.show_problem("")
        try:
            check_reflection(reflection_of(self.draft()))
        except InvalidValueError as error:
            self.refuse(error)
            return
        if self.more is not None and not self.more.when.check():
            self._open_more(opened=True)
            self._go_to(self.more.when)
            return
        self.submitted.emit()

    def refuse(self, error: InvalidValueError) -> None:
        """Say what is wrong beside its field and go there; else above the buttons."""
        place = self.part.place_of(error.field)
        if place is None:
            self.show_problem(f"{error.sentence} {error.next_step}".strip())
            return
        field, problem = place
        problem.tell(error)
        self._go_to(field)

    def _go_to(self, field: QWidget) -> None:
        """Give a field the keyboard and bring it into view."""
        field.setFocus()
        above = field.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(field, 0, 3 * PAGE)

    # --- what is made when it is needed ---------------------------------------------------------

    def _show_part(self, form: Form) -> None:
        part = self._parts.get(form) or self._make_part(form)
        if part is not self.part:
            self.part.hide()
            self.part = part
        part.show()

    def _make_part(self, form: Form) -> ReflectPart:
        words = self._read_words(form)
        if form is Form.SORTER:
            sorter = SorterPart(words, name=_NAME)
            sorter.removed.connect(self.worry_removed)
            part: ReflectPart = sorter
        else:
            part = StepsPart(words, name=_NAME)
        part.changed.connect(self._on_edited)
        self._parts[form] = part
        self._part_room.addWidget(part, 1)
        self._part_place.lead(stops_in(part))
        return part

    def _toggle_more(self) -> None:
        self._open_more(opened=self._more_inside.isHidden())
        if self.more is not None and not self._more_inside.isHidden():
            self.more.when.setFocus()

    def _open_more(self, *, opened: bool) -> None:
        if opened and self.more is None:
            self.more = self._make_more()
        self._more_inside.setVisible(opened)
        set_button_text(self.open_more, _("Less") if opened else _("More…"))

    def _make_more(self) -> "MorePart":
        from caregiver_journal.ui.pages.reflect.more import MorePart  # noqa: PLC0415 - when opened

        more = MorePart(self._now, self._zones, name=_NAME)
        more.tags.set_suggestions(self._tags)
        more.when.set_start_of_day(self._start)
        more.fill(self._from)
        more.changed.connect(self._on_edited)
        self._more_room.addWidget(more)
        self._more_place.lead(stops_in(more))
        return more

    def set_start_of_day(self, start: time) -> None:
        """Count by days that start then."""
        self._start = start
        if self.more is not None:
            self.more.when.set_start_of_day(start)

    # --- how it is built ------------------------------------------------------------------------

    def _arrange(self) -> None:
        card = Card(name=f"{_NAME}.card")
        card.body.setSpacing(SMALL)
        for label in (self.theme, self.asked, self.about):
            card.add(label)
        card.body.addSpacing(SMALL)
        parts = QWidget()
        self._part_place = TabAnchor(parts)
        self._part_room = QVBoxLayout(parts)
        self._part_room.setContentsMargins(0, 0, 0, 0)
        self._part_room.addWidget(self.answer, 1)
        self._writing = QWidget()
        room = QVBoxLayout(self._writing)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(SMALL)
        room.addWidget(parts, 1)
        room.addWidget(FootRow((self.open_more,), (self.kept,)))
        room.addWidget(self._make_more_room())
        room.addWidget(self.problem)
        asking = (self.another, self.skip, self.hide_question)
        room.addWidget(FootRow(asking, (self.cancel, self.save)))
        card.body.addWidget(self._writing, 1)
        self.below = QFrame()
        self.below.setProperty("role", "hairline")
        card.body.addSpacing(TINY)
        card.add(self.below, self.earlier, self.deeper)
        card.body.addStretch(0)  # while there is no field to take the room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _make_more_room(self) -> QWidget:
        self._more_inside = QWidget()
        self._more_place = TabAnchor(self._more_inside)
        self._more_room = QVBoxLayout(self._more_inside)
        self._more_room.setContentsMargins(0, 0, 0, 0)
        return self._more_inside

    def _connect(self) -> None:
        self.answer.changed.connect(self._on_edited)
        self.open_more.clicked.connect(self._toggle_more)
        self.another.clicked.connect(self.another_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.hide_question.clicked.connect(self.hide_wanted)

    def _on_edited(self) -> None:
        self.show_problem("")
        self.edited.emit()
