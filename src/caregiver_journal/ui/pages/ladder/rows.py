"""The rows of the ladder: a situation with what can be done, and a try with what was said."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.ladder import Try, say_numbers, say_tries
from caregiver_journal.domain.phrasing import say_moment
from caregiver_journal.journal.ladder import LadderRow
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.pick_row import PickRow
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LEAST_EMS = 28
"""Below this width, in widths of an em, the buttons of a row stand below its words."""


class StepRow(QWidget):
    """A situation of the ladder.

    Signals:
        picked(int): it was chosen; its number.
        log_wanted(int): a try of it is to be logged, or it is to be brought back.
        menu_chosen: a ``(number, key)`` pair, the key being edit, away, back or delete.
    """

    picked = Signal(int)
    log_wanted = Signal(int)
    menu_chosen = Signal(object)

    def __init__(self, row: LadderRow, today: date) -> None:
        super().__init__()
        self.number = row.step.number or 0
        name = f"ladder.step.{self.number}"
        self.setObjectName(name)
        self.pick = PickRow(name=f"{name}.pick")
        is_away = row.step.is_put_away
        words = _("Bring back") if is_away else _("Log a try")
        self.log = push_button(words, name=f"{name}.{'back' if is_away else 'log'}")
        choices = [("edit", _("Edit…")), ("delete", _("Delete"))]
        if not is_away:
            choices.insert(1, ("away", _("Put away")))
        self.more = MoreButton(_("More to do with it"), choices, name=f"{name}.more")
        self._words, self._is_away = words, is_away
        self._arrange()
        self.show_row(row, today)
        self.pick.picked.connect(self._tell_picked)
        self.log.clicked.connect(self._tell_log)
        self.more.chosen.connect(self._tell_chosen)

    def show_row(self, row: LadderRow, today: date) -> None:
        """Show the same situation as it is now."""
        step = row.step
        heard = _("{text}, expected {number} of 10").format(text=step.text, number=step.distress)
        self.pick.show_words(step.text, say_tries(row.tries, today), str(step.distress), heard)
        self.log.setAccessibleName(f"{self._words}: {step.text}")
        self.more.tell_about(step.text)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (self.pick, self.log, self.more)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size; below each other its parts can be narrower than they are now."""
        widest = max(self.pick.minimumSizeHint().width(), self._hands.minimumSizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        is_narrow = event.size().width() < _LEAST_EMS * em
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        indent = self.pick.square.minimumWidth() + 2 * SNUG if is_narrow else 0
        self._hands_row.setContentsMargins(indent, 0, 0, SMALL if is_narrow else 0)

    def _arrange(self) -> None:
        self._hands = QWidget()
        self._hands_row = QHBoxLayout(self._hands)
        self._hands_row.setContentsMargins(0, 0, 0, 0)
        self._hands_row.setSpacing(TINY)
        self._hands_row.addWidget(self.log)
        self._hands_row.addWidget(self.more)
        self._hands_row.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SMALL)
        self._box.addWidget(self.pick, 1)
        self._box.addWidget(self._hands)

    def _tell_picked(self) -> None:
        self.picked.emit(self.number)

    def _tell_log(self) -> None:
        if self._is_away:
            self.menu_chosen.emit((self.number, "back"))
        else:
            self.log_wanted.emit(self.number)

    def _tell_chosen(self, key: str) -> None:
        self.menu_chosen.emit((self.number, key))


class TryRow(QFrame):
    """One try of a situation: when, the two numbers, the note, and the moment it belongs to.

    Signals:
        menu_chosen: a ``(number, key)`` pair, the key being edit or delete.
        entry_opened(str): its boundary moment is wanted; the id.
    """

    menu_chosen = Signal(object)
    entry_opened = Signal(str)

    def __init__(self, tried: Try, moment: str, today: date) -> None:
        """Take a try, and the title of its boundary moment; "" where that is gone."""
        super().__init__()
        self.number = tried.number or 0
        self._entry_id = tried.entry_id
        self.link: QPushButton | None = None
        name = f"ladder.try.{self.number}"
        self.setObjectName(name)
        when = say_moment(tried.happened, today)
        self.when = plain_label(when, "strong", wrap=True)
        self.when.setObjectName(f"{name}.when")
        self.numbers = plain_label(say_numbers(tried), wrap=True)
        self.numbers.setObjectName(f"{name}.numbers")
        choices = (("edit", _("Edit…")), ("delete", _("Delete")))
        self.more = MoreButton(
            _("More to do with this try"), choices, name=f"{name}.more", about=when
        )
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.when)
        words.addWidget(self.numbers)
        if tried.note:
            words.addWidget(plain_label(tried.note, "muted", wrap=True))
        if tried.entry_id:
            words.addWidget(self._link(name, moment), 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.more.chosen.connect(self._tell_chosen)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (self.more,) if self.link is None else (self.more, self.link)

    def _link(self, name: str, moment: str) -> QWidget:
        if not moment:
            gone = plain_label(_("its moment was deleted"), "small", wrap=True)
            gone.setObjectName(f"{name}.gone")
            return gone
        self.link = push_button(moment, "link", name=f"{name}.moment")
        self.link.clicked.connect(self._open)
        return self.link

    def _open(self) -> None:
        self.entry_opened.emit(self._entry_id)

    def _tell_chosen(self, key: str) -> None:
        self.menu_chosen.emit((self.number, key))
