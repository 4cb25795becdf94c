"""Reflect: choose a theme or a few steps, and write; or change a reflection."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError, NothingFoundError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.prompt import Prompt
from caregiver_journal.domain.reflection import Form, form_word
from caregiver_journal.journal.asking import (
    Question,
    hide_question,
    read_question,
    skip_today,
    standing_question,
)
from caregiver_journal.journal.journal import Changed, Journal
from caregiver_journal.journal.reflecting import (
    FORM,
    PROMPT,
    THEME,
    ReflectOverview,
    ThemeRow,
    next_after,
    read_reflecting,
    words_of,
)
from caregiver_journal.journal.unfinished import NEW, is_part
from caregiver_journal.journal.waiting import REFLECT_FORM
from caregiver_journal.ui.draft_keeper import Content as Written
from caregiver_journal.ui.draft_kind import DraftKind
from caregiver_journal.ui.entry_form import EntryForm
from caregiver_journal.ui.entry_page import EntryPage
from caregiver_journal.ui.page import KIND_SECTIONS, Context, Destination
from caregiver_journal.ui.pages.reflect.drafts import (
    EMPTY,
    ReflectDraft,
    WorryDraft,
    draft_of,
    from_plain,
    reflection_of,
    to_plain,
    with_worry,
)
from caregiver_journal.ui.pages.reflect.earlier import Earlier, find_earlier
from caregiver_journal.ui.pages.reflect.form import Around, ReflectForm
from caregiver_journal.ui.pages.reflect.rows import make_places
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.place_list import PlaceList
from caregiver_journal.ui.widgets.text import push_button

DRAFTS = DraftKind(
    REFLECT_FORM, KIND_SECTIONS[Kind.REFLECTION], EMPTY, draft_of, to_plain, from_plain
)
STEADY = Destination("practice", part="exercise:grounding")
"""Where something steadying is."""
_FREE = f"{FORM}{Form.FREE}"
_LEAST_EMS = 46
"""Below this width, in widths of an em, list and form are shown one at a time."""
_LIST_WIDE, _FORM_WIDE = (13, 20), 36
"""How wide the list is at least and at most, and the form at most, in heights of a line."""


class ReflectPage(EntryPage[ReflectDraft]):
    """Themes and forms at the left, what is chosen of them at the right."""

    shows: ClassVar[frozenset[Changed]] = frozenset(
        {START_OF_DAY, Topic.TAG, Topic.PROMPT, Kind.REFLECTION}
    )
    title = N_("Reflect")
    subtitle = N_("Choose a theme, or write freely. Not a test; nothing is scored.")

    def __init__(self, context: Context) -> None:
        super().__init__(context, DRAFTS)
        self._overview: ReflectOverview | None = None
        self._is_read = False
        self._place, self._came_on = _FREE, date.min
        self._came_for = ""
        self._shows_list = self._is_at_list = True
        self._todays: Question | None = None
        self._last: dict[str, str] = {}  # the question of each theme that was shown last
        self.list = PlaceList(_("Themes and forms"), name="reflect.places")
        self.fault = ProblemLine("reflect.fault")
        self.all = push_button(_("Themes and forms…"), "link", name="reflect.all")
        self.questions = push_button(_("Questions and decks…"), "link", name="reflect.questions")
        self._first, self._area = QWidget(), QScrollArea()
        self.form = ReflectForm(context.journal.clock, self._zones, words_of)
        self.set_form(self.form)
        self._connect()

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        self.form.offer_tags(journal.tags.names())
        self.form.set_start_of_day(journal.start_of_day)
        if not self._is_read:
            self._read()
        self._is_read = False
        if self._about.startswith(THEME):  # it may have an ordinary question now, or be gone
            self._go_over_to(self._question_of(self._about.removeprefix(THEME)))
        super().refresh()
        self._read_todays()
        self._show_around()

    @override
    def open_at(self, destination: Destination) -> None:
        if self._is_stale:
            self._is_read = self._try(self._read)
        self._came_for = destination.entry_id or destination.part
        part = "" if destination.entry_id else self._meant(destination.part)
        super().open_at(replace(destination, part=part))
        if not is_part(self._about) and self._entry is None:  # what was meant is not there
            self._try(partial(self._go_over_to, self._meant("")))
        self._came_for = self._about if self._came_for else ""
        self._is_at_list = not self._came_for
        self._show_list(shown=False)
        if not self._is_stale and self._read_todays():
            self._try(self._show_around)

    @override
    def focus_first(self) -> None:
        is_at_list = self._is_at_list and not self._first.isHidden()
        (self.list if is_at_list else self.form.first()).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # --- what is shown --------------------------------------------------------------------------

    def _read(self) -> None:
        known = () if self._overview is None else self._overview.faults
        self._overview = read_reflecting(self.context.journal)
        faults = self._overview.faults
        self.list.show_rows(make_places(self._overview))
        if [fault.sentence for fault in faults] != [fault.sentence for fault in known]:
            self.fault.say("\n".join(f"{one.sentence} {one.next_step}".strip() for one in faults))
            for fault in faults[:1]:
                self.context.fail(fault)

    def _meant(self, part: str) -> str:
        """Return what a part of a destination is about: a question, or a form."""
        if part.startswith(THEME):
            return self._question_of(part.removeprefix(THEME))
        if part:
            return part
        is_written = self._about == self._place and bool(self._content())
        prompt = self._place.removeprefix(PROMPT)
        is_over = self._came_on != self._today() or self._is_answered(prompt)
        if self._about == NEW or self._place.startswith(THEME) or (is_over and not is_written):
            return self._begin()
        prompts = {} if self._overview is None else self._overview.prompts
        is_deeper = prompt in prompts and prompts[prompt].is_deeper
        return self._question_of(prompts[prompt].theme) if is_deeper else self._place

    def _is_answered(self, prompt_id: str) -> bool:
        """Tell whether a question was answered today."""
        answered = {} if self._overview is None else self._overview.answered
        return answered.get(prompt_id) == self._today().isoformat()

    def _begin(self) -> str:
        """Return what somebody who comes afresh sees: today's question."""
        self._read_todays(read_question)
        if self._todays is not None:
            return f"{PROMPT}{self._todays.prompt.id}"
        rows = () if self._overview is None else self._overview.themes
        row = next((row for row in rows if row.ordinary), None)
        return _FREE if row is None else self._question_of(row.theme.id)

    def _read_todays(self, read: Callable[[Journal], Question | None] = standing_question) -> bool:
        """Read which question is today's; return whether that is another than was known."""
        known = self._todays
        try:
            self._todays = read(self.context.journal)
        except JournalError:  # the page itself says why
            self._todays = None
        return self._todays != known

    def _question_of(self, theme: str) -> str:
        """Return the question of a theme that was begun or shown last, or its first one.

        Deeper ones wait until they are asked for: where there are no others, the theme itself.
        """
        row = self._row(theme)
        if row is None:
            self.context.fail(NothingFoundError(_("This theme is not there any more.")))
            return self._begin()
        shown = self._last.get(theme, "")
        last = (one for one in row.ordinary if one.id == shown and not self._is_answered(shown))
        prompt = self._begun(row.ordinary) or next(last, None) or self._first_of(row.ordinary)
        return f"{THEME}{theme}" if prompt is None else f"{PROMPT}{prompt.id}"

    def _begun(self, prompts: tuple[Prompt, ...]) -> Prompt | None:
        """Return the first of some questions whose answer was begun and put away."""
        return next((one for one in prompts if f"{PROMPT}{one.id}" in self._others), None)

    def _first_of(self, prompts: tuple[Prompt, ...]) -> Prompt | None:
        return None if self._overview is None else self._overview.first_of(prompts)

    def _row(self, theme: str) -> ThemeRow | None:
        return None if self._overview is None else self._overview.row_of(theme)

    @override
    def _read_part(self, part: str) -> ReflectDraft:
        kind, _colon, name = part.partition(":")
        if f"{kind}:" == FORM and name in set(Form):
            return EMPTY._replace(form=Form(name))
        if f"{kind}:" == THEME and self._row(name) is not None:
            return EMPTY._replace(theme=name)
        prompts = {} if self._overview is None else self._overview.prompts
        if f"{kind}:" != PROMPT or name not in prompts:
            raise NothingFoundError(_("This question is not there any more."))
        prompt = prompts[name]
        return EMPTY._replace(question=prompt.text, prompt=prompt.id, theme=prompt.theme)

    @override
    def _show(
        self,
        about: str,
        opened: ReflectDraft,
        entry: Entry | None,
        written: Written | None = None,
    ) -> None:
        super()._show(about, opened, entry, written)
        if is_part(about):
            self._place, self._came_on = about, self._today()
            self._last[opened.theme] = opened.prompt
        self.form.kept.setVisible(bool(written))
        self._try(self._show_around)

    @override
    def _empty(self) -> None:
        """Show the same question or form afresh."""
        self._last.pop(self._opened.theme, None)
        try:
            opened, _entry = self._start_of(self._place)
        except NothingFoundError:
            self._place, opened = _FREE, EMPTY
        self._show(self._place, opened, None)

    @override
    def _new(self, day: date | None) -> ReflectDraft:
        return EMPTY

    def _show_around(self) -> None:
        """Show what stands around the field, and mark its place in the list."""
        draft = self.form.draft()
        is_asked = self._entry is None and self._about.startswith(PROMPT)
        self.form.show_around(self._around(draft, is_asked=is_asked))
        self.form.show_earlier(self._earlier(draft))
        is_in_theme = bool(draft.prompt) or self._about.startswith(THEME)
        place = f"{THEME}{draft.theme}" if is_in_theme else f"{FORM}{draft.form}"
        self.list.choose(place if self._entry is None else "")

    def _around(self, draft: ReflectDraft, *, is_asked: bool) -> Around:
        overview, row = self._overview, self._row(draft.theme)
        if self._about.startswith(THEME):
            title, count = ("", 0) if row is None else (row.theme.title, len(row.deeper))
            return Around(theme=title, deeper=count, is_shut=True)
        if not draft.question:
            asked = form_word(draft.form)
            return Around(asked=asked, about=words_of(draft.form).about)
        title = "" if overview is None else overview.titles.get(draft.theme, "")
        if not is_asked or overview is None:
            return Around(theme=title, asked=draft.question)
        prompt = overview.prompts.get(draft.prompt)
        todays = self._todays if self._todays and self._todays.prompt.id == draft.prompt else None
        return Around(
            theme=title,
            asked=draft.question,
            about="" if todays is None else todays.why,
            may_ask=prompt is not None,
            may_skip=todays is not None and not self.context.journal.is_read_only,
            deeper=0 if row is None else len(row.deeper),
            is_deeper=prompt is not None and prompt.is_deeper,
            has_ordinary=row is not None and bool(row.ordinary),
        )

    def _earlier(self, draft: ReflectDraft) -> list[Earlier]:
        """Return when the same was answered before; what was written is read only if asked for."""
        entry_id = "" if self._entry is None else self._entry.id
        return find_earlier(self.context.journal, draft.prompt, self._today(), without=entry_id)

    # --- list and form --------------------------------------------------------------------------

    def _go_to_place(self, place: str) -> None:
        about = self._meant(place)
        self._came_for = ""
        if about != self._about:
            self._try(partial(self._go_over_to, about))

    def _enter(self) -> None:
        self._is_at_list = False
        self._show_list(shown=False)
        self.form.first().setFocus()

    def _leave_for_list(self) -> None:
        self._is_at_list = True
        self._show_list(shown=True)
        self.list.setFocus()

    def _show_list(self, *, shown: bool) -> None:
        self._shows_list = shown
        self._lay_out()

    def _lay_out(self) -> None:
        """Show list and form side by side, or one of them where there is no room for both."""
        is_narrow = self.width() < _LEAST_EMS * self.fontMetrics().horizontalAdvance("M")
        had_keyboard = self._first.isAncestorOf(self.focusWidget())
        self._area.setVisible(not self._shows_list or not is_narrow)
        self._first.setVisible(self._shows_list or not is_narrow)
        if had_keyboard and self._first.isHidden():
            self.form.first().setFocus()
        self.all.setVisible(is_narrow and not self._shows_list)

    # --- acts -----------------------------------------------------------------------------------

    def _ask(self, prompt: Prompt | None) -> None:
        """Show a question and go to its field."""
        if prompt is None:
            self.context.say(_("This theme has no other question."))
        elif self._try(partial(self._go_over_to, f"{PROMPT}{prompt.id}")):
            self.form.first().setFocus()

    def _another(self) -> None:
        self._ask(self._next())

    def _next(self) -> Prompt | None:
        """Return the question that follows in the theme, of the same depth."""
        draft = self.form.draft()
        row = self._row(draft.theme)
        if row is None:
            return None
        is_deeper = any(one.id == draft.prompt for one in row.deeper)
        return next_after(row.deeper if is_deeper else row.ordinary, draft.prompt)

    def _skip(self) -> None:
        """Leave today's question for today; what was written to it is kept."""
        try:
            take_back = skip_today(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return
        self.context.undo.offer(_("No question today"), take_back)
        self._go_on(self._about)

    def _hide(self) -> None:
        prompt_id, follows = self.form.draft().prompt, self._next()
        try:
            show_again = hide_question(self.context.journal, prompt_id)
        except JournalError as error:
            self.context.fail(error)
            return
        self._last.pop(self._opened.theme, None)
        if follows is not None:
            self._ask(follows)
        else:
            self._try(partial(self._go_over_to, self._begin()))
        said = _("Hidden. It is asked no more.")
        self.context.undo.offer(said, partial(self._show_again, show_again, prompt_id))

    def _show_again(self, take_back: Callable[[], None], prompt_id: str) -> None:
        take_back()
        self._go_over_to(f"{PROMPT}{prompt_id}")

    def _open_deeper(self) -> None:
        row = self._row(self.form.draft().theme)
        deeper = () if row is None else row.deeper
        self._ask(self._begun(deeper) or self._first_of(deeper))

    def _leave_deeper(self) -> None:
        row = self._row(self.form.draft().theme)
        self._ask(None if row is None else self._first_of(row.ordinary))

    def _open_questions(self) -> None:
        from caregiver_journal.ui.questions_sheet import QuestionsSheet  # noqa: PLC0415 - seldom

        QuestionsSheet(self.context, self.form.draft().theme)

    def _go_steady(self) -> None:
        self.go_requested.emit(STEADY)

    def _offer_worry(self, removed: tuple[int, WorryDraft]) -> None:
        self.context.undo.offer(_("Removed"), partial(self._put_back, self._about, *removed))

    def _put_back(self, about: str, place: int, worry: WorryDraft) -> None:
        """Give a worry back to what it was taken from, which may not be shown any more."""
        if about == self._about:
            self.form.put_back(place, worry)
        else:
            self._rewrite(about, partial(with_worry, place=place, worry=worry))

    def _on_edited(self) -> None:
        is_written = self.form.draft() != self._opened  # not only lit up
        self.form.kept.setVisible(is_written and not self.context.journal.is_read_only)

    @override
    def _go_on(self, about: str) -> None:
        if about == self._came_for:
            self._came_for = ""
            self.left.emit()
        else:
            self._leave_for_list()  # where Ctrl+Z takes the save back, and no typing

    @override
    def _store(self) -> Callable[[], None]:
        journal, earlier = self.context.journal, self._entry
        entry = self._entry_with(reflection_of(self.form.draft()), earlier)
        if earlier is None:
            journal.add(entry, draft=REFLECT_FORM, rest=self._others)
            return partial(journal.remove, entry)
        return journal.change(entry, draft=REFLECT_FORM, rest=self._others)

    @override
    def _refuse(self, error: JournalError) -> None:
        if isinstance(error, InvalidValueError):
            self.form.refuse(error)
        else:
            super()._refuse(error)

    # --- how it is made -------------------------------------------------------------------------

    @override
    def _arrange(self, form: EntryForm[ReflectDraft]) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds has the keyboard
        held = QWidget()
        held.setProperty("role", "page")
        beside = QVBoxLayout(held)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SMALL)
        beside.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        beside.addWidget(form, 1)
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(SMALL)
        first.addWidget(self.list, 1)
        first.addWidget(self.questions, 0, Qt.AlignmentFlag.AlignLeading)
        self._area.setWidget(held)
        LineWidth(self._first, at_least=_LIST_WIDE[0], at_most=_LIST_WIDE[1])
        LineWidth(self._area, at_most=_FORM_WIDE)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._first, 1)
        row.addWidget(self._area, 2)
        row.addStretch(0)
        column.addLayout(row, 1)
        self.set_content(inside, scrolls=False)

    def _connect(self) -> None:
        form = self.form
        self.list.wanted.connect(self._go_to_place)
        self.list.entered.connect(self._enter)
        self.all.clicked.connect(self._leave_for_list)
        self.questions.clicked.connect(self._open_questions)
        form.edited.connect(self._on_edited)
        form.another_wanted.connect(self._another)
        form.skip_wanted.connect(self._skip)
        form.hide_wanted.connect(self._hide)
        form.worry_removed.connect(self._offer_worry)
        form.deeper.wanted.connect(self._open_deeper)
        form.deeper.enough.connect(self._leave_deeper)
        form.deeper.kept_shut.connect(self._leave_for_list)
        form.deeper.steady_wanted.connect(self._go_steady)
        form.earlier.opened.connect(self.go_requested)
