"""Log a try or change one: the sheet, its drafts, saving, and what was begun and left."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.errors import JournalError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.phrasing import say_moment, say_text, say_title
from caregiver_journal.journal import ladder
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.checkin import recent_zones
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.ladder.drafts import (
    TryDraft,
    draft_of,
    from_plain,
    new_try,
    to_plain,
)
from caregiver_journal.ui.pages.ladder.try_sheet import TrySheet
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.text import plain_label, push_button

DRAFT = "ladder.try"
_LONGEST = 90
"""So much of a moment is said where one is chosen, in characters."""


class Trying(QObject):
    """Keeps what is written of each try until it is saved; several may be begun at a time.

    Attributes:
        begun: a card that says what was begun, and goes on with it; hidden while nothing was.

    Signals:
        moment_wanted(int): a boundary moment is to be logged for the try of this number.
        saved(str): a try was saved; the name of what had the keyboard before, which may be made
            anew since.
    """

    moment_wanted = Signal(int)
    saved = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._sheet: TrySheet | None = None
        self._step: Step | None = None
        self._fresh: TryDraft | None = None
        self._opener = ""
        self._drafts = DraftKeeper(context.journal, DRAFT, self._content, context.fail, page)
        self._kept = _read(self._drafts.kept())
        self.begun = Card(_("A try, not finished"), role="help_card", name="ladder.begun")
        self.sentence = plain_label("", wrap=True)
        self.sentence.setObjectName("ladder.begun.sentence")
        self.go_on = push_button(_("Go on with it"), name="ladder.begun.go_on")
        self.drop = push_button(_("Drop it"), "link", name="ladder.begun.drop")
        row = FlowLayout(gap=SMALL)
        row.addWidget(self.go_on)
        row.addWidget(self.drop)
        self.begun.add(self.sentence, row)
        self.begun.hide()
        self.go_on.clicked.connect(self._go_on)
        self.drop.clicked.connect(self._drop_first)

    def open(self, step: Step, fresh: TryDraft) -> None:
        """Open the sheet for a try; what was begun of it and left is there again."""
        journal = self._context.journal
        begun = self._kept.get(_key(fresh), fresh)
        try:
            today = journal.clock().date()
            moments = [(one.id, _say(one, today)) for one in ladder.recent_moments(journal)]
        except JournalError as error:
            self._context.fail(error)
            return
        focus = cast("QWidget | None", self._context.ground.window().focusWidget())
        self._opener = focus.objectName() if focus is not None else ""
        self._step, self._fresh = step, fresh
        self._sheet = TrySheet(
            self._context.ground, journal.clock, step, begun, moments, self._zones
        )
        self._sheet.edited.connect(self._drafts.touch)
        self._sheet.submitted.connect(self._save)
        self._sheet.dropped.connect(self._put_away)
        self._sheet.gone.connect(self._on_gone)
        self.begun.hide()

    def store_draft(self) -> None:
        """Store what is being written; raises ``JournalError`` when that cannot be."""
        self._drafts.store()

    def show_begun(self) -> None:
        """Say what was begun and left, unless it is being written now."""
        step = self._first_step()
        self.begun.setVisible(step is not None)
        if step is not None:
            said = _("You began to log a try of “{text}”. It is kept as you left it.")
            self.sentence.setText(said.format(text=step.text))

    # --- the sheet ------------------------------------------------------------------------------

    def _save(self, also: bool) -> None:  # noqa: FBT001 - Qt's signal
        sheet, journal = self._sheet, self._context.journal
        if sheet is None:
            return
        draft = sheet.draft()
        name = DraftName(DRAFT, _key(draft))
        try:
            tried = Try(
                draft.step,
                draft.happened or journal.clock(),
                -1 if draft.expected is None else draft.expected,
                draft.actual,
                draft.note,
                draft.entry_id,
                draft.number,
            )
            if tried.number is None:
                number = ladder.add_try(journal, tried, draft=name).number or 0
                take_back = partial(_forget, self._context, number)
            else:
                number = tried.number
                earlier = ladder.change_try(journal, tried, draft=name)
                take_back = partial(ladder.put_try_back, journal, earlier)
        except JournalError as error:
            sheet.tell(error)
            return
        self._kept.pop(_key(draft), None)
        self._close(sheet)
        self.saved.emit(self._opener)
        self._context.undo.offer(_("Saved"), take_back)
        if also:
            self.moment_wanted.emit(number)

    def _close(self, sheet: TrySheet) -> None:
        """Take the sheet away; its draft is forgotten already, and those of others are kept."""
        self._sheet = None
        sheet.go()
        self._drafts.settle()
        self.show_begun()

    def _put_away(self) -> None:
        """Forget what the sheet holds; it can be brought back."""
        sheet, step, fresh = self._sheet, self._step, self._fresh
        if sheet is None or step is None or fresh is None:
            return
        draft = sheet.draft()
        self._kept.pop(_key(draft), None)
        self._sheet = None
        self._keep()
        self.show_begun()
        if draft != fresh:
            self._say_dropped(step, fresh, draft)

    def _on_gone(self) -> None:
        """Keep what was written where the sheet was left by Escape or by going elsewhere."""
        sheet = self._sheet
        if sheet is None:
            return
        draft = sheet.draft()
        self._sheet = None
        if draft == self._fresh:
            self._kept.pop(_key(draft), None)
        else:
            self._kept[_key(draft)] = draft
        self._keep()
        self.show_begun()

    def _say_dropped(self, step: Step, fresh: TryDraft, draft: TryDraft) -> None:
        bring_back = partial(self._bring_back, step, fresh, draft)
        self._context.say(_("Not saved"), _("Bring it back"), bring_back)

    def _bring_back(self, step: Step, fresh: TryDraft, draft: TryDraft) -> None:
        self._kept[_key(draft)] = draft
        self._keep()
        self.open(step, fresh)

    # --- what was begun -------------------------------------------------------------------------

    def _first_step(self) -> Step | None:
        """Return the step of the first try that was begun; forget those whose step is gone."""
        if self._sheet is not None:
            return None
        steps = {step.number: step for step in self._context.journal.ladder.steps()}
        return next((steps[d.step] for d in self._kept.values() if d.step in steps), None)

    def _first(self) -> tuple[Step, TryDraft, TryDraft] | None:
        """Return the first try that was begun: its step, what it began with, and as it is."""
        try:
            step = self._first_step()
            draft = next((d for d in self._kept.values() if step and d.step == step.number), None)
            if step is None or draft is None:
                return None
            return step, self._begin_of(step, draft), draft
        except JournalError as error:
            self._context.fail(error)
            return None

    def _begin_of(self, step: Step, draft: TryDraft) -> TryDraft:
        if draft.number is None:
            return new_try(step)
        try:
            return draft_of(self._context.journal.ladder.try_at(draft.number))
        except NothingFoundError:  # it was deleted meanwhile: what was written becomes a new one
            del self._kept[_key(draft)]
            anew = replace(draft, number=None)
            self._kept[_key(anew)] = anew
            self._keep()
            return new_try(step)

    def _go_on(self) -> None:
        first = self._first()
        if first is not None:
            step, fresh, _draft = first
            self.open(step, fresh)

    def _drop_first(self) -> None:
        first = self._first()
        if first is None:
            return
        step, fresh, draft = first
        self._kept.pop(_key(draft), None)
        self._keep()
        self.show_begun()
        self._say_dropped(step, fresh, draft)

    def _keep(self) -> None:
        """Store the drafts now, whether or not one is being written."""
        self._drafts.touch()
        try:
            self._drafts.store()
        except JournalError as error:
            self._context.fail(error)

    def _content(self) -> Content:
        kept = dict(self._kept)
        if self._sheet is not None:
            draft = self._sheet.draft()
            kept[_key(draft)] = draft
        return {key: to_plain(draft) for key, draft in kept.items()}

    def _zones(self) -> tuple[str, ...]:
        try:
            return recent_zones(self._context.journal)
        except JournalError as error:
            self._context.fail(error)
            return ()


def _key(draft: TryDraft) -> str:
    """Return what tells the draft of one try from those of others."""
    return f"{draft.step}:{NEW if draft.number is None else draft.number}"


def _read(content: Content) -> dict[str, TryDraft]:
    plain = [each for each in content.values() if isinstance(each, dict)]
    drafts = [draft for each in plain if (draft := from_plain(each)) is not None]
    return {_key(draft): draft for draft in drafts}


def _say(entry: Entry, today: date) -> str:
    """Return a moment in one line, for choosing it."""
    said = (say_moment(entry.happened, today), say_title(entry), say_text(entry))
    return shortened(" · ".join(filter(None, said)), _LONGEST)


def _forget(context: Context, number: int) -> None:
    ladder.delete_try(context.journal, number)
