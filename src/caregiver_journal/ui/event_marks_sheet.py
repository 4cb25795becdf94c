"""The marks on days: what happened then that a drawing is read better with."""

from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.marking import remove_mark, write_mark
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, push_button

FORM = "marks.form"
"""The name under which the sheet keeps its draft."""


class EventMarksSheet(DraftedSheet):
    """Lists the marks, and sets, changes and takes away one; what is done holds at once.

    A mark that is being written is kept until it is set.
    """

    def __init__(self, context: Context, today: date) -> None:
        super().__init__(_("Marks on days"), context.ground, name="marks")
        self.context = context
        self._today = today
        self._changed: EventMark | None = None
        about = _(
            "A new job, a first session, leave: a mark stands in the drawings on its day, so that "
            "you know later what was going on then."
        )
        self.none = plain_label(_("No day is marked yet."), "muted", wrap=True)
        self.editor = ListEditor(_("Marks"), name="marks", change=_("Change"))
        self.editor.hide_button.hide()
        self.remove = push_button(_("Remove"), name="marks.remove")
        self.day = DayField(today, name="marks.day")
        self.day.setCalendarPopup(True)
        self.text = line_field(_("What happened"), name="marks.text")
        self.text.setAccessibleName(_("What happened"))
        self.save = push_button(_("Set the mark"), "primary", name="marks.save")
        self.problem = ProblemLine("marks.problem")
        done = push_button(_("Done"), name="marks.done")
        self.card.add(plain_label(about, "small", wrap=True), self.none, self.editor)
        self.card.add(
            self._removing(), self._fields(), self.problem, FootRow((done,), (self.save,))
        )
        done.clicked.connect(self.go)
        self.save.clicked.connect(self._save)
        self.text.returnPressed.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.editor.change_requested.connect(self._begin_change)
        self._list()
        self.draft = SheetDraft(context, DraftName(FORM, NEW), self._said, None, self)
        self._fill(self.draft.begun)
        self.text.textChanged.connect(self.draft.touch)
        self.day.dateChanged.connect(self.draft.touch)
        self.come_up()
        self.text.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong below the fields."""
        self.problem.tell(error)

    def _said(self) -> Content:
        """Return the mark that is being written; nothing while it has no words."""
        if not self.text.text():
            return {}
        number = None if self._changed is None else self._changed.number
        return {"day": self.day.day().isoformat(), "text": self.text.text(), "number": number}

    def _fill(self, begun: Content) -> None:
        """Go on with a mark that was begun; what cannot be read of it is left out."""
        self.text.setText(str(begun.get("text", "")))
        with suppress(ValueError):
            self.day.show_day(date.fromisoformat(str(begun.get("day", ""))))
        self._changed = self._marks().get(str(begun.get("number")))

    def _removing(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=SMALL)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.remove)
        return row

    def _fields(self) -> QHBoxLayout:
        fields = QHBoxLayout()
        fields.setSpacing(SMALL)
        fields.addWidget(field_label(_("Day"), self.day))
        fields.addWidget(self.day)
        fields.addWidget(self.text, 1)
        return fields

    def _marks(self) -> dict[str, EventMark]:
        marks = self.context.journal.event_marks.between(date.min, date.max)
        return {str(mark.number): mark for mark in reversed(marks)}

    def _list(self, select: str = "") -> None:
        marks = self._marks()
        items = [
            Item(key, mark.text, say_date(mark.day, self._today)) for key, mark in marks.items()
        ]
        self.editor.show_items(items, select)
        self.editor.setVisible(bool(items))
        self.remove.setVisible(bool(items))
        self.none.setVisible(not items)

    def _begin_change(self, key: str) -> None:
        mark = self._marks()[key]
        self._changed = mark
        self.day.show_day(mark.day)
        self.text.setText(mark.text)
        self.text.setFocus()
        self.text.selectAll()

    def _save(self) -> None:
        number = self._changed.number if self._changed is not None else None
        try:
            write_mark(self.context.journal, EventMark(self.day.day(), self.text.text(), number))
        except JournalError as error:
            self.problem.tell(error)
            self.text.setFocus()
            return
        self.problem.be_quiet()
        self._changed = None
        self.text.clear()
        self._list(str(number or ""))
        self.text.setFocus()

    def _remove(self) -> None:
        current = self.editor.current()
        if current is None:
            return
        mark = self._marks()[current.key]
        try:
            bring_back = remove_mark(self.context.journal, mark)
        except JournalError as error:
            self.problem.tell(error)
            return
        self._changed = None
        self._list()
        self.context.undo.offer(_("Removed: {mark}").format(mark=mark.text), bring_back)
