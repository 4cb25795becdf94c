"""The form for a boundary moment: short, with all the rest behind *More…*; decides nothing."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import PAGE, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.boundary import (
    ANSWER_WORDS,
    LIMIT_WORDS,
    WANTED_WORDS,
    Answer,
    Wanted,
    clean_label,
)
from caregiver_journal.domain.boundary_facts import TEXT_TITLES
from caregiver_journal.domain.entry import Entry
from caregiver_journal.ui.entry_form import EntryForm, group
from caregiver_journal.ui.moment_field import MomentField
from caregiver_journal.ui.pages.boundary.ask_again import AskAgainCard
from caregiver_journal.ui.pages.boundary.drafts import EMPTY, BoundaryDraft
from caregiver_journal.ui.pages.boundary.label_field import LabelField
from caregiver_journal.ui.pages.boundary.pulls import PullWords
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.minutes_field import read_minutes
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.suggest_field import SuggestField
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor, stops_in
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

if TYPE_CHECKING:
    from caregiver_journal.ui.pages.boundary.more import MorePart

_SHARES = (68, 32)
_LINES = 2
_NAME = "boundary"


class BoundaryForm(EntryForm[BoundaryDraft]):
    """Fields for one moment; beside them what helps to say it, and when to ask again.

    Signals:
        words_wanted: words for such a moment are looked for.
    """

    words_wanted = Signal()

    def __init__(self, now: Clock, zones: Callable[[], Sequence[str]] = tuple) -> None:
        """Take what tells the time, and knows the zones used lately."""
        super().__init__(_NAME)
        self._now = now
        self._entry: Entry | None = None
        self._from = EMPTY
        self._offered: tuple[Sequence[str], Sequence[str]] = ((), ())
        self.more: MorePart | None = None  # made when it is first opened
        self._make_fields(now, zones)
        self._problems = {
            part: ProblemLine(f"{_NAME}.{part}.problem")
            for part in ("asker", "limit", "asked", "answer")
        }
        self._arrange()
        self._connect()
        self.fill(EMPTY)

    def _make_fields(self, now: Clock, zones: Callable[[], Sequence[str]]) -> None:
        self.asker = SuggestField(_("A role…"), name=f"{_NAME}.asker")
        self.limit = LabelField(LIMIT_WORDS, name=f"{_NAME}.limit")
        self.when = MomentField(now, zones, name=_NAME, shortens=True)
        self.asked = note_field(lines=_LINES, name=f"{_NAME}.asked")
        wanted = [(key.value, _(word)) for key, word in WANTED_WORDS.items()]
        self.wanted = Segmented(wanted, name=f"{_NAME}.wanted")
        answers = [(key.value, _(word)) for key, word in ANSWER_WORDS.items()]
        self.answer = Segmented(answers, name=f"{_NAME}.answer")
        self.pulls = PullWords(name=f"{_NAME}.pulls")
        self.guilt = TenSlider("", "", name=f"{_NAME}.guilt")
        self.energy = TenSlider("", "", name=f"{_NAME}.energy")
        self.resentment = TenSlider("", "", name=f"{_NAME}.resentment")
        self.words = note_field(lines=_LINES, name=f"{_NAME}.words")
        self.open_more = push_button("", "link", name=f"{_NAME}.more")
        self.kept = plain_label(_("Draft kept encrypted as you type"), "small")
        self.find_words = push_button(_("Find words…"), name=f"{_NAME}.find_words")
        self.ask = AskAgainCard(name=f"{_NAME}.ask")

    # --- what it holds --------------------------------------------------------------------------

    @override
    def fill(self, draft: BoundaryDraft, entry: Entry | None = None) -> None:
        self._entry, self._from = entry, draft
        self.asker.set_text(draft.asker)
        self.limit.set_label(draft.limit)
        self.when.set_moment(draft.happened, draft.day)
        self.asked.setPlainText(draft.asked)
        self.wanted.set_value(draft.wanted and draft.wanted.value)
        self.answer.set_value(draft.answer and draft.answer.value)
        self.pulls.set_pulls(draft.pulls)
        for part, slider in self._sliders():
            slider.set_value(getattr(draft, part))
        self.words.setPlainText(draft.words)
        self._open_more(opened=draft.has_long)
        if self.more is not None:
            self.more.fill(draft, is_entry=entry is not None)
        self.ask.begin(is_entry=entry is not None)
        self.ask.choose(draft.ask_again)
        self.name_feelings()
        self._be_quiet()

    @override
    def draft(self) -> BoundaryDraft:
        wanted, answer = self.wanted.value(), self.answer.value()
        numbers: dict[str, Any] = {part: slider.value() for part, slider in self._sliders()}
        long: dict[str, Any] = {} if self.more is None else self.more.values()
        return self._from._replace(
            asker=self.asker.text(),
            limit=self.limit.label(),
            happened=self.when.moment(),
            day=self.when.chosen_day(),
            asked=self.asked.toPlainText(),
            wanted=None if wanted is None else Wanted(wanted),
            answer=None if answer is None else Answer(answer),
            pulls=self.pulls.pulls(),
            words=self.words.toPlainText(),
            ask_again=self.ask.chosen(),
            **numbers,
            **long,
        )

    def name_feelings(self) -> None:
        """Ask for what is felt now, or was felt then where the moment is not one of today."""
        is_then = self._entry is not None or self.when.is_of_earlier_day()
        guilt = _("Guilt then") if is_then else _("Guilt now")
        resentment = _("Resentment then") if is_then else _("Resentment now")
        self._felt.set_label(self.guilt, guilt)
        self._felt.set_label(self.resentment, resentment)

    def offer_more(self, settings: Sequence[str], tags: Sequence[str]) -> None:
        """Offer settings of the person's own, and tags, in the long form."""
        self._offered = (settings, tags)
        if self.more is not None:
            self.more.setting.offer_own(settings)
            self.more.tags.set_suggestions(tags)

    def use_words(self, words: str) -> None:
        """Put words below those that stand in the form."""
        held = self.words.toPlainText().rstrip()
        self.words.setPlainText(f"{held}\n{words}" if held else words)
        self._go_to(self.words)

    def _sliders(self) -> Iterator[tuple[str, TenSlider]]:
        yield from (
            ("guilt", self.guilt),
            ("energy", self.energy),
            ("resentment", self.resentment),
        )

    # --- what is wrong with it ------------------------------------------------------------------

    @override
    def submit(self) -> None:
        self._be_quiet()
        faults = list(self._faults(self.draft()))
        for part, sentence in reversed(faults):
            self.refuse(InvalidValueError(sentence, field=part))
        if not self.when.check() and not faults:
            self._go_to(self.when)
        elif not faults:
            self.submitted.emit()

    def refuse(self, error: InvalidValueError) -> None:
        """Say what is wrong beside its field and go there; else above the buttons."""
        place = self._place_of(error.field)
        if place is None:
            self.show_problem(f"{error.sentence} {error.next_step}".strip())
            return
        field, problem = place
        if self.more is not None and self.more.isAncestorOf(field):
            self._open_more(opened=True)
        problem.tell(error)
        self._go_to(field)

    def _faults(self, draft: BoundaryDraft) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with each field, in their order."""
        for part, label in (("asker", draft.asker), ("limit", draft.limit)):
            yield from _too_long(part, label)
        if not draft.asked.strip():
            yield "asked", _("What was asked needs a few words.")
        if draft.answer is None:
            yield "answer", _("Choose what you did; all below may stay empty.")
        for pull in draft.pulls:
            yield from _too_long("pulls", pull)
        yield from _too_long("setting", draft.setting)
        try:
            read_minutes(draft.minutes)
        except InvalidValueError as error:
            yield "minutes", error.sentence

    def _place_of(self, part: str) -> tuple[QWidget, ProblemLine] | None:
        places: dict[str, tuple[QWidget, ProblemLine]] = {
            part: (getattr(self, part), problem) for part, problem in self._problems.items()
        }
        places["pulls"] = (self.pulls, self.pulls.problem)
        places["happened"] = places["follow_ups"] = (self.when, self.when.problem)
        if self.more is not None:
            places["setting"] = (self.more.setting, self.more.setting_problem)
            places["minutes"] = (self.more.minutes, self.more.minutes_problem)
        return places.get(part)

    def _go_to(self, field: QWidget) -> None:
        """Give a field the keyboard and bring it into view."""
        field.setFocus()
        above = field.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(field, 0, 3 * PAGE)

    def _be_quiet(self) -> None:
        for problem in (*self._problems.values(), self.pulls.problem, self.problem):
            problem.be_quiet()

    # --- the long form --------------------------------------------------------------------------

    def _toggle_more(self) -> None:
        self._open_more(opened=self.more is None or self.more.isHidden())
        if self.more is not None and not self.more.isHidden():
            self.more.setting.setFocus()

    def _open_more(self, *, opened: bool) -> None:
        if opened and self.more is None:
            self.more = self._make_more()
        if self.more is not None:
            self.more.setVisible(opened)
        set_button_text(self.open_more, _("Less") if opened else _("More…"))

    def _make_more(self) -> "MorePart":
        from caregiver_journal.ui.pages.boundary.more import MorePart  # noqa: PLC0415 - as above

        more = MorePart(name=_NAME)
        more.setting.offer_own(self._offered[0])
        more.tags.set_suggestions(self._offered[1])
        more.fill(self._from, is_entry=self._entry is not None)
        more.changed.connect(self._on_edited)
        self._more_room.addWidget(more)
        self._more_place.lead(stops_in(more))
        return more

    # --- how it is built ------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._felt = FieldRow(
            ("", (self.guilt,)),
            (_("Energy it cost"), (self.energy,)),
            ("", (self.resentment,)),
        )
        card = Card()
        card.body.setSpacing(SMALL)
        problems = self._problems
        card.add(
            FieldRow(
                (_("Who asked"), (self.asker, problems["asker"])),
                (_("Kind of limit"), (self.limit, problems["limit"])),
                (_("When"), (self.when,)),
            )
        )
        card.add(
            group(_(TEXT_TITLES["asked"]), self.asked, problems["asked"]),
            group(_("What I wanted"), self.wanted),
            group(_("What I did"), self.answer, problems["answer"]),
            group(_("What pulled at me"), self.pulls),
            self._felt,
            group(_(TEXT_TITLES["words"]), self.words),
        )
        card.body.addWidget(self.open_more, 0, Qt.AlignmentFlag.AlignLeading)
        card.add(self._make_room(), self.problem)
        card.body.addSpacing(TINY)
        card.add(FootRow((self.kept,), (self.cancel, self.save)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns((card,), (self._make_help(), self.ask), _SHARES))

    def _make_room(self) -> QWidget:
        """Return where the long form will be: on the page, in what is heard, and for Tab."""
        room = QWidget()
        self._more_place = TabAnchor(room)
        self._more_room = QVBoxLayout(room)
        self._more_room.setContentsMargins(0, 0, 0, 0)
        return room

    def _make_help(self) -> Card:
        card = Card(_("Words that help"), role="help_card", name=f"{_NAME}.help")
        card.body.setSpacing(SNUG)
        for sentence in (
            _("Say what you cannot do, once, without a reason that can be argued with."),
            _("Then, only if it is true: what you can do."),
        ):
            card.add(plain_label(sentence, wrap=True))
        card.body.addWidget(self.find_words, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _connect(self) -> None:
        self.asker.changed.connect(self._problems["asker"].be_quiet)
        self.limit.changed.connect(self._problems["limit"].be_quiet)
        self.asked.textChanged.connect(self._problems["asked"].be_quiet)
        self.answer.changed.connect(self._problems["answer"].be_quiet)
        for signal in (
            *(self.asker.changed, self.limit.changed, self.when.changed, self.asked.textChanged),
            *(self.wanted.changed, self.answer.changed, self.pulls.changed),
            *(slider.changed for _part, slider in self._sliders()),
            *(self.words.textChanged, self.ask.changed),
        ):
            signal.connect(self._on_edited)
        self.when.changed.connect(self.name_feelings)
        self.open_more.clicked.connect(self._toggle_more)
        self.find_words.clicked.connect(self.words_wanted)

    def _on_edited(self) -> None:
        self.show_problem("")
        self.edited.emit()


def _too_long(part: str, label: str) -> Iterator[tuple[str, str]]:
    try:
        clean_label(label, part)
    except InvalidValueError as error:
        yield part, error.sentence
