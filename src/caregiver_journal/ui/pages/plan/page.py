"""The planner: prepare a talk, look at it again, and log it once it has been."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.plan import Plan, say_expected
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal import planning
from caregiver_journal.journal.journal import Changed
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.plan.drafts import (
    EMPTY,
    PlanDraft,
    draft_of,
    from_plain,
    plan_of,
    to_plain,
)
from caregiver_journal.ui.pages.plan.form import PlanForm
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.pick_row import PickRow, keep_one
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button
from caregiver_journal.ui.words_sheet import WordsSheet

DRAFT = "plan.form"
PLAN = "plan:"
"""Begins the part of a destination that names a plan by its number."""

_LONGEST = 140


class PlanPage(Page):
    """Writes a plan, and lists those that are open."""

    shows: ClassVar[frozenset[Changed]] = frozenset({Topic.PLAN, Kind.BOUNDARY, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._opened = EMPTY
        self.new = push_button(_("Plan another talk"), name="plan.new")
        about = _("Before a talk that is coming. Only the first field is needed.")
        self.header = PageHeader(_("Plan a talk"), about, self.new)
        self.tabs = PageTabs("plan")
        self.form = PlanForm()
        self.list = Card(_("Open plans"), name="plan.list")
        self.none = plain_label(
            _("A plan you save waits here, and on Today when its day is near."), "muted", wrap=True
        )
        self.rows: dict[int, PickRow] = {}
        self._arrange()
        self.drafts = DraftKeeper(context.journal, DRAFT, self._content, context.fail, self)
        self._restore_draft()
        self._connect()

    @override
    def refresh(self) -> None:
        boundaries = self.context.journal.boundaries
        self.form.offer_own(boundaries.settings(), boundaries.limits())
        self._show_list()
        if self._opened.number is not None and self._opened.number not in self.rows:
            self._let_go()

    @override
    def open_at(self, destination: Destination) -> None:
        number = destination.part.removeprefix(PLAN)
        if destination.part.startswith(PLAN) and number.isdecimal():
            self._open(int(number))

    @override
    def focus_first(self) -> None:
        self.form.asked.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    # --- what is shown --------------------------------------------------------------------------

    def _today(self) -> date:
        journal = self.context.journal
        try:
            return day_of(journal.clock(), journal.start_of_day)
        except JournalError as error:
            self.context.fail(error)
            return journal.clock().date()

    def _show_list(self) -> None:
        today = self._today()
        plans = planning.plans(self.context.journal)
        focus = next((number for number, row in self.rows.items() if row.hasFocus()), None)
        self.rows = {}
        for plan in plans:
            row = PickRow(name=f"plan.row.{plan.number}")
            row.show_words(shortened(plan.asked, _LONGEST), " · ".join(_about(plan, today)))
            row.setProperty("number", plan.number)
            row.picked.connect(self._on_picked)
            self.rows[plan.number or 0] = row
        rows = list(self.rows.values())
        self._rows.show_rows(rows, rows)
        self.none.setVisible(not plans)
        self._mark_opened()
        if focus in self.rows:
            self.rows[focus].setFocus()

    def _mark_opened(self) -> None:
        number = self._opened.number
        keep_one(list(self.rows.values()), None if number is None else self.rows.get(number))
        self.new.setVisible(number is not None)
        self.header.set_title(_("Plan a talk") if number is None else _("A talk you prepared"))

    def _fill(self, draft: PlanDraft, opened: PlanDraft) -> None:
        self._opened = opened
        self.form.fill(draft, self._today())
        self.drafts.settle()
        self._mark_opened()

    # --- drafts ---------------------------------------------------------------------------------

    def _content(self) -> Content:
        draft = self.form.draft()
        return {} if draft == self._opened else to_plain(draft)

    def _restore_draft(self) -> None:
        draft = from_plain(self.drafts.kept())
        opened = EMPTY
        if draft.number is not None:
            try:
                opened = draft_of(planning.read_plan(self.context.journal, draft.number))
            except NothingFoundError:
                draft = replace(draft, number=None)  # it went meanwhile: what was written is new
            except JournalError as error:
                self.context.fail(error)
        self._opened = opened
        self.form.fill(draft, self._today())
        self._mark_opened()

    def _let_go(self) -> None:
        """Empty the form of a plan that was logged or deleted; what was changed stays, as new."""
        draft = self.form.draft()
        is_changed = draft != self._opened
        self._fill(replace(draft, number=None) if is_changed else EMPTY, EMPTY)
        if is_changed:
            self.drafts.touch()

    def _put_away(self) -> None:
        """Empty the form; what was written and not saved can be brought back."""
        draft, opened = self.form.draft(), self._opened
        self._fill(EMPTY, EMPTY)
        self._keep()
        if draft != opened:
            self.context.say(
                _("Not saved"), _("Bring it back"), partial(self._bring_back, draft, opened)
            )

    def _bring_back(self, draft: PlanDraft, opened: PlanDraft) -> None:
        self._fill(draft, opened)
        self._keep()
        self.go_requested.emit(Destination("plan"))

    def _keep(self) -> None:
        """Store the draft now."""
        self.drafts.touch()
        self._try(self.drafts.store)

    # --- acts -----------------------------------------------------------------------------------

    def _open(self, number: int) -> None:
        """Open a plan in the form; one that is in it already stays as it was left."""
        if self._opened.number == number:
            return
        try:
            plan = planning.read_plan(self.context.journal, number)
        except JournalError as error:
            self.context.fail(error)
            return
        self._put_away()
        self._fill(draft_of(plan), draft_of(plan))

    def _on_picked(self) -> None:
        row = self.sender()
        if isinstance(row, PickRow):
            self._open(int(row.property("number")))
            self._mark_opened()
            self._go_to_form()

    def _go_to_form(self) -> None:
        self.form.asked.setFocus()
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(self.form.asked)

    def _go_to_list(self, number: int | None) -> None:
        """Put the keyboard on a plan, where Ctrl+Z undoes what was done and no typing."""
        row = self.rows.get(number or 0) or next(iter(self.rows.values()), None)
        (row or self.tabs).setFocus()

    def _begin_new(self) -> None:
        self._put_away()
        self._go_to_form()

    def _save(self) -> None:
        draft = self.form.draft()
        saved = self._written()
        if saved is None:
            return
        self._fill(EMPTY, EMPTY)
        self._show_list()
        self.context.undo.offer(_("Saved"), partial(self._take_back, saved, draft))
        self._go_to_list(saved.plan.number)

    def _take_back(self, saved: planning.SavedPlan, draft: PlanDraft) -> None:
        """Take a save back; what was saved is in the form again, as it was written.

        Raises:
            InvalidValueError: another plan is being written there.
        """
        if self.form.draft() != self._opened:
            raise InvalidValueError(
                _("Another plan is being written."),
                next_step=_("Save or cancel that one; then this can be taken back."),
            )
        opened = EMPTY if saved.earlier is None else draft_of(saved.earlier)
        journal = self.context.journal
        planning.take_back_plan(journal, saved, draft=DRAFT, begun=to_plain(draft))
        self._fill(draft, opened)
        self._show_list()

    def _log(self) -> None:
        saved = self._written()
        if saved is not None:
            self._fill(EMPTY, EMPTY)
            self.go_requested.emit(Destination("boundary", part=f"{PLAN}{saved.plan.number}"))

    def _written(self) -> planning.SavedPlan | None:
        """Save what the form holds; say at its field what is wrong, and return None."""
        journal, draft = self.context.journal, self.form.draft()
        try:
            plan = plan_of(draft, self._made(draft))
            return planning.save_plan(journal, plan, draft=DRAFT)
        except JournalError as error:
            self.form.tell(error)
            return None

    def _made(self, draft: PlanDraft) -> datetime:
        """Return when a plan was written down first."""
        journal = self.context.journal
        if draft.number is not None:
            try:
                return planning.read_plan(journal, draft.number).made
            except NothingFoundError:
                pass
        return journal.clock()

    def _delete(self) -> None:
        draft = self.form.draft()
        if draft.number is None:
            return
        try:
            gone = planning.delete_plan(self.context.journal, draft.number)
        except JournalError as error:
            self.form.tell(error)
            return
        self._fill(EMPTY, EMPTY)
        self._keep()
        self._show_list()
        self.context.undo.offer(_("Deleted"), partial(self._put_back, gone, draft))
        self._go_to_list(None)

    def _put_back(self, gone: Plan, draft: PlanDraft) -> None:
        """Put a deleted plan back, and what was written over it where the form is free."""
        planning.put_plan_back(self.context.journal, gone)
        if self.form.is_empty() and draft != draft_of(gone):
            self._fill(draft, draft_of(gone))
            self._keep()

    def _cancel(self) -> None:
        self._put_away()
        self.left.emit()

    def _find_words(self) -> None:
        WordsSheet(self.context).chosen.connect(self.form.add_words)

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._rows = RowStack(gap=TINY)
        self.list.add(self.none)
        self.list.add_list(self._rows)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setSpacing(MEDIUM)
        outer.addWidget(self.header)
        outer.addWidget(self.tabs)
        outer.addWidget(Columns((self.form,), (self.list,), shares=(66, 34)))
        outer.addStretch(1)
        self.set_content(inside)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._go_to_tab)
        self.new.clicked.connect(self._begin_new)
        self.form.edited.connect(self.drafts.touch)
        self.form.submitted.connect(self._save)
        self.form.happened.connect(self._log)
        self.form.deleted.connect(self._delete)
        self.form.cancelled.connect(self._cancel)
        self.form.words_wanted.connect(self._find_words)
        for keys, slot in (
            ("Ctrl+Return", self._save),
            ("Ctrl+Enter", self._save),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _go_to_tab(self, section: str) -> None:
        self.go_requested.emit(Destination(section))


def _about(plan: Plan, today: date) -> list[str]:
    return [part for part in (say_expected(plan, today), plan.asker) if part]
