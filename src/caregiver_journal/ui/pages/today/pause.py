"""Pause and come back: the card that says so, and the sheet that asks for the days."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button


def say_pause(pause: Pause, today: date) -> str:
    """Return the days of a pause: *from Monday 6 July until Friday 10 July*."""
    first = say_day(pause.first, today)
    if pause.last is None:
        return _("from {first} until you come back").format(first=first)
    return _("from {first} until {last}").format(first=first, last=say_day(pause.last, today))


class PausedCard(Card):
    """Says that a pause holds today, and ends it; hidden while none does."""

    def __init__(self) -> None:
        super().__init__(role="help_card", name="pause.card")
        self.sentence = plain_label("", wrap=True)
        self.sentence.setObjectName("pause.sentence")
        self.back = push_button(_("I am back"), name="pause.back")
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        self.add(self.sentence, row)
        self.hide()

    def show_pause(self, pause: Pause | None, today: date) -> None:
        """Show the pause that holds today, or nothing."""
        self.setVisible(pause is not None)
        if pause is None:
            return
        self.set_title(_("Paused since {day}").format(day=say_day(pause.first, today)))
        calm = _("Nothing waits for you, and these days stay grey. You can write all the same.")
        if pause.last is not None:
            end = _("It ends after {day}.").format(day=say_day(pause.last, today))
            calm = f"{calm} {end}"
        self.sentence.setText(calm)


class PauseSheet(Overlay):
    """Asks from when and until when.

    Signals:
        submitted: a ``Pause``.
        taken_back: the ``Pause`` that was still to come.
    """

    submitted = Signal(object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget, today: date, coming: Pause | None) -> None:
        super().__init__(_("A pause"), parent, name="pause")
        self._coming = coming
        self.first = DayField(today, name="pause.first")
        self.last = DayField(today, name="pause.last")
        self.open_end = QCheckBox(_("Until I come back"))
        self.open_end.setObjectName("pause.open_end")
        self.open_end.setChecked(True)
        self.problem = ProblemLine("pause.problem")
        self.cancel = push_button(_("Cancel"), name="pause.cancel")
        self.begin = push_button(_("Pause"), "primary", name="pause.begin")
        self._fill(today)
        self.open_end.toggled.connect(self._show_end)
        self.cancel.clicked.connect(self.go)
        self.begin.clicked.connect(self._submit)
        self._show_end()
        self.come_up()
        self.begin.setFocus()

    def _fill(self, today: date) -> None:
        about = _(
            "Leave, illness or a break: nothing waits for you, and charts stay grey. Nothing is "
            "lost, and you can write whenever you like."
        )
        self.card.add(plain_label(about, wrap=True))
        self._show_coming(today)
        self.last_label = field_label(_("Its last day"), self.last)
        self.card.add(field_label(_("From"), self.first), self.first)
        self.card.add(self.open_end, self.last_label, self.last, self.problem)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.begin)
        self.card.add(row)

    def _show_coming(self, today: date) -> None:
        if self._coming is None:
            return
        said = _("One is set {days}.").format(days=say_pause(self._coming, today))
        back = push_button(_("Take it back"), "link", name="pause.take_back")
        back.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        self.card.add(plain_label(said, "small", wrap=True), row)

    def _show_end(self) -> None:
        has_end = not self.open_end.isChecked()
        self.last_label.setVisible(has_end)
        self.last.setVisible(has_end)
        self.problem.be_quiet()

    def _submit(self) -> None:
        last = None if self.open_end.isChecked() else self.last.day()
        try:
            pause = Pause(self.first.day(), last)
        except InvalidValueError as error:
            self.problem.tell(error)
            self.last.setFocus()
            return
        self.go()
        self.submitted.emit(pause)

    def _take_back(self) -> None:
        self.go()
        self.taken_back.emit(self._coming)
