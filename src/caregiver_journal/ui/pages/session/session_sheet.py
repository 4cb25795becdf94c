"""A session: its day and time, and once it has begun what is kept of it."""

from collections.abc import Collection, Sequence
from datetime import date, time

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.session import Session
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.session.rows import Thing, ThingRow
from caregiver_journal.ui.pages.session.words_sheet import FORM
from caregiver_journal.ui.plain_values import read_day, read_text, read_texts
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.spin_box import pad_spin_box
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button

_LEAST_LINES = 8
_MOST_LINES = 14
_LINES_WIDE = 32
_USUAL = time(14, 0)
_MOST_SHOWN = 20
"""So many things can be ticked as talked about here; all of them can on the page."""


class TimeOfDayField(QTimeEdit):
    """A field for a time of day; Tab leaves it."""

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)  # not to its minutes first


class SessionSheet(DraftedSheet):
    """Asks for a session; what is written survives Escape and a lock, Cancel gives it up.

    Signals:
        submitted: it is to be kept.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal()
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        session: Session,
        today: date,
        waiting: Sequence[tuple[str, str]],
        *,
        about: str,
        known: Collection[str] = (),
        said: Content | None = None,
    ) -> None:
        """Open the sheet.

        Args:
            context: where what is written is kept.
            session: what is shown; its id decides what it is written over.
            today: a session of a later day has nothing to be kept of it yet.
            waiting: what can be ticked as talked about, (key, words) pairs.
            about: what its draft is about.
            known: what drafts can be about.
            said: what is shown instead of what was kept.
        """
        title = _("A session") if session.day >= today else _("After the session")
        super().__init__(title, context.ground, name="session_sheet", lines_wide=_LINES_WIDE)
        self._session, self._today = session, today
        self.day = DayField(session.day, name="session_sheet.day")
        self.day.setCalendarPopup(True)
        self.has_time = QCheckBox(_("at"))
        self.has_time.setObjectName("session_sheet.has_time")
        self.has_time.setAccessibleName(_("It has a time"))
        self.time = _time_field()
        self.note = GrowingField(
            _("What was said, what stays with you, what was agreed…"),
            least=_LEAST_LINES,
            most=_MOST_LINES,
            name="session_sheet.note",
        )
        self.rows = _rows(waiting)
        self.talked = {key: row.tick for key, row in self.rows.items() if row.tick is not None}
        self.problem = ProblemLine("session_sheet.problem")
        self.cancel = push_button(_("Cancel"), name="session_sheet.cancel")
        self.save = push_button(_("Save"), "primary", name="session_sheet.save")
        self._lay_out()
        self._show(session)
        self.draft = SheetDraft(context, DraftName(FORM, about), self._said, known, self)
        begun = self.draft.begun if said is None else said
        if begun:
            self._fill(begun)
        if said is not None:
            self.draft.touch()
        self._connect()
        self._show_parts()
        self.come_up()
        is_new = about.endswith(f":{NEW}")  # its day is said first
        (self.day if is_new or self.note_part.isHidden() else self.note).setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong, at the foot of the sheet."""
        self.problem.tell(error)

    def session(self) -> Session:
        """Return the session as it stands there; raises ``InvalidValueError``."""
        shown = self.time.time()
        at = time(shown.hour(), shown.minute()) if self.has_time.isChecked() else None
        return Session(self._session.id, self.day.day(), at, self.note.toPlainText())

    def ticked(self) -> frozenset[str]:
        """Return the keys of what was talked about; nothing for a session to come."""
        if self.note_part.isHidden():
            return frozenset()
        return frozenset(key for key, tick in self.talked.items() if tick.isChecked())

    def _said(self) -> Content:
        return {
            "day": self.day.day().isoformat(),
            "time": self.time.time().toString("HH:mm") if self.has_time.isChecked() else "",
            "note": self.note.toPlainText(),
            "talked": sorted(key for key, tick in self.talked.items() if tick.isChecked()),
        }

    def _show(self, session: Session) -> None:
        self.day.show_day(session.day)
        self._show_time(session.at)
        self.note.setPlainText(session.note)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def _show_time(self, at: time | None) -> None:
        shown = at or _USUAL
        self.has_time.setChecked(at is not None)
        self.time.setTime(QTime(shown.hour, shown.minute))

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        self.day.show_day(read_day(said.get("day")) or self._session.day)
        self._show_time(_read_time(read_text(said.get("time"))))
        self.note.setPlainText(read_text(said.get("note")))
        talked = read_texts(said.get("talked"))
        for key, tick in self.talked.items():
            tick.setChecked(key in talked)

    def _show_parts(self) -> None:
        self.time.setEnabled(self.has_time.isChecked())
        self.note_part.setVisible(self.day.day() <= self._today or bool(self._session.note))

    def _lay_out(self) -> None:
        at = QWidget()
        row = QHBoxLayout(at)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.has_time)
        row.addWidget(self.time, 1)
        self.note_part = QWidget()
        column = QVBoxLayout(self.note_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(field_label(_("What you want to keep of it"), self.note))
        column.addWidget(self.note)
        if self.talked:
            column.addWidget(plain_label(_("Talked about"), "label"))
            for row_of in self.rows.values():
                column.addWidget(row_of)
        self.card.add(FieldRow((_("Day"), (self.day,)), (_("Time, if you like"), (at,))))
        self.card.add(self.note_part, self.problem, FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        self.day.dateChanged.connect(self._on_edited)
        self.has_time.toggled.connect(self._on_edited)
        self.time.timeChanged.connect(self._on_edited)
        self.note.textChanged.connect(self.draft.touch)
        for tick in self.talked.values():
            tick.toggled.connect(self.draft.touch)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)

    def _on_edited(self) -> None:
        self._show_parts()
        self.draft.touch()

    def _submit(self) -> None:
        self.submitted.emit()

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)


def _time_field() -> TimeOfDayField:
    field = TimeOfDayField()
    field.setDisplayFormat("HH:mm")
    field.setObjectName("session_sheet.time")
    field.setAccessibleName(_("Time"))
    pad_spin_box(field)
    return field


def _rows(waiting: Sequence[tuple[str, str]]) -> dict[str, ThingRow]:
    shown = waiting[:_MOST_SHOWN]
    things = (Thing(key, words, tick=_("Talked about")) for key, words in shown)
    name = "session_sheet.talked"
    return {each.key: ThingRow(each, "", name=f"{name}.{each.key}", indent=0) for each in things}


def _read_time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
