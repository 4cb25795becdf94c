"""What waits: a card with one way on, and ways to put it off."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.domain.waiting import Later, Waiting
from caregiver_journal.ui.icons import ICON_SIZE, icon
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.text import (
    plain_label,
    push_button,
    set_button_text,
    set_tooltip,
)


class WaitingCard(Card):
    """Shows one thing that waits; hidden while there is none.

    Signals:
        followed: a ``Waiting`` whose action was chosen.
        put_off: a ``(Waiting, Later)`` pair.
    """

    followed = Signal(object)
    put_off = Signal(object)

    def __init__(self, place: int, *, part: str = "waiting", for_good: str = "") -> None:
        """Make the card of a place, counted from 1.

        Args:
            place: where it stands.
            part: what it is called with its place behind it.
            for_good: the words of the last way to put it off, where they are special.
        """
        name = f"{part}.{place}"
        super().__init__(role="accent_card", name=name)
        self._for_good = for_good
        self.waiting: Waiting | None = None
        self.sentence = plain_label("", wrap=True)
        self.sentence.setObjectName(f"{name}.sentence")
        self.action = push_button("", name=f"{name}.action")
        self.not_now = push_button(_("Not now"), name=f"{name}.not_now")
        self.more = QToolButton()
        self.more.setObjectName(f"{name}.more")
        set_role(self.more, "icon")
        self._arrange()
        self.action.clicked.connect(self._follow)
        self.not_now.clicked.connect(self._wait)
        self.more.clicked.connect(self._offer_longer)
        self._dress()
        self.hide()

    def show_waiting(self, waiting: Waiting | None) -> None:
        """Show something that waits, or nothing."""
        self.waiting = waiting
        if waiting is not None:
            self.set_title(waiting.title)
            self.setAccessibleName(waiting.heard or waiting.title)
            self.sentence.setText(waiting.sentence)
            set_button_text(self.action, waiting.action)
            self.not_now.setAccessibleDescription(waiting.title)
            self.more.setAccessibleName(_("Put it off for longer"))
            set_tooltip(self.more, _("Put it off for longer"))
            self._dress()
        self.setVisible(waiting is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "more"):
            self._dress()

    def _arrange(self) -> None:
        row = FlowLayout(gap=SMALL)
        for button in (self.action, self.not_now, self.more):
            row.addWidget(button)
        self.add(self.sentence, row)

    def _dress(self) -> None:
        self.not_now.ensurePolished()
        self.more.setMinimumHeight(self.not_now.sizeHint().height())
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        self.more.setIconSize(QSize(size, size))
        self.more.setIcon(icon("more", current_look().ink))

    def _follow(self) -> None:
        self.followed.emit(self.waiting)

    def _wait(self) -> None:
        self.put_off.emit((self.waiting, Later.TOMORROW))

    def _offer_longer(self) -> None:
        popover = LaterPopover(self.more, later_choices(self._for_good))
        popover.chosen.connect(self._choose)
        popover.open_below()

    def _choose(self, later: Later) -> None:
        self.put_off.emit((self.waiting, later))


def later_choices(for_good: str = "") -> tuple[tuple[Later, str], ...]:
    """Return how long something can be put off for, with words; the last way may have its own."""
    return (
        (Later.TOMORROW, _("Until tomorrow")),
        (Later.NEXT_WEEK, _("For a week")),
        (Later.FOR_GOOD, for_good or _("Not this one again")),
    )


class LaterPopover(Popover):
    """Says how long something can be put off for.

    Signals:
        chosen: a ``Later``.
    """

    chosen = Signal(object)

    def __init__(self, field: QWidget, choices: Sequence[tuple[Later, str]]) -> None:
        super().__init__(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(SNUG, SMALL, SNUG, SMALL)
        column.setSpacing(0)
        for later, words in choices:
            button = push_button(words, "link", name=f"later.{later.name.lower()}")
            button.setProperty("later", later.name)
            button.clicked.connect(self._take)
            column.addWidget(button)

    def _take(self) -> None:
        button = self.sender()
        if button is not None:
            self.leave()
            self.chosen.emit(Later[str(button.property("later"))])
