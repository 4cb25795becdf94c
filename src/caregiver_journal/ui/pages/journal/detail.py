"""One entry in full, with what can be done to it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.phrasing import say_day, say_energy, say_time, say_title
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class EntryDetail(Card):
    """Shows an entry.

    Signals:
        edit_requested, session_requested, delete_requested: for the entry that is shown.
    """

    edit_requested = Signal()
    session_requested = Signal()
    delete_requested = Signal()

    def __init__(self) -> None:
        super().__init__(name="journal.detail")
        self.edit = push_button(_("Edit"), name="journal.edit")
        self.session = push_button(_("For session"), name="journal.session")
        self.delete = push_button(_("Delete"), name="journal.delete")
        self._buttons = (self.edit, self.session, self.delete)
        self.edit.clicked.connect(self.edit_requested)
        self.session.clicked.connect(self.session_requested)
        self.delete.clicked.connect(self.delete_requested)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._make_foot())
        self.add(self._area)

    def show_entry(self, entry: Entry, today: date) -> None:
        """Show an entry in full; the keyboard stays on the button it is on."""
        focus = next((button for button in self._buttons if button.hasFocus()), None)
        content = QWidget()
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._make_head(entry, today))
        for title, text in _facts(entry, today):
            column.addLayout(_make_fact(title, text))
        column.addWidget(self._make_foot())
        column.addStretch(1)
        self._area.setWidget(content)
        text = _("Not for session") if entry.for_session else _("For session")
        set_button_text(self.session, text)
        if focus is not None:
            focus.setFocus()
            self._area.ensureWidgetVisible(focus)

    def _make_head(self, entry: Entry, today: date) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(TINY)
        when = f"{say_day(entry.happened.date(), today)}, {say_time(entry.happened)}"
        head.addWidget(plain_label(when, "small", wrap=True))
        head.addWidget(plain_label(say_title(entry), "sheet_title", wrap=True))
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot)
        flow.setContentsMargins(0, SMALL, 0, ROOMY)
        for button in self._buttons:
            flow.addWidget(button)
        return foot


def _facts(entry: Entry, today: date) -> list[tuple[str, str]]:
    facts = [
        (_("Energy"), say_energy(entry)),
        (_("Note"), entry.note),
        (_("Tags"), ", ".join(entry.tags)),
    ]
    if entry.day != entry.happened.date():
        facts.append((_("Counts to"), say_day(entry.day, today)))
    flags = []
    if entry.for_session:
        flags.append(_("Brought to session"))
    if entry.never_export:
        flags.append(_("Never exported"))
    facts.append((_("Marked"), ", ".join(flags)))
    return [(title, text) for title, text in facts if text]


def _make_fact(title: str, text: str) -> QVBoxLayout:
    fact = QVBoxLayout()
    fact.setSpacing(TINY)
    fact.addWidget(plain_label(title, "small"))
    label = plain_label(text, wrap=True)
    fact.addWidget(label)
    return fact
