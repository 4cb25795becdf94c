"""What waits: a card with one way on, and ways to put it off."""

from PySide6.QtCore import QEvent, Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.waiting import Later, Waiting
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

LATER = "later"
"""What the ways to put something off are called, with the key of each behind it."""


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
        self.waiting: Waiting | None = None
        self.sentence = plain_label("", wrap=True)
        self.sentence.setObjectName(f"{name}.sentence")
        self.action = push_button("", name=f"{name}.action")
        self.not_now = push_button(_("Not now"), name=f"{name}.not_now")
        self.more = MoreButton(
            _("Put it off for longer"),
            later_choices(for_good),
            name=f"{name}.more",
            choice_name=LATER,
        )
        self._arrange()
        self.action.clicked.connect(self._follow)
        self.not_now.clicked.connect(self._wait)
        self.more.chosen.connect(self._choose)
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

    def _follow(self) -> None:
        self.followed.emit(self.waiting)

    def _wait(self) -> None:
        self.put_off.emit((self.waiting, Later.TOMORROW))

    def _choose(self, key: str) -> None:
        self.put_off.emit((self.waiting, later_of(key)))


def later_choices(for_good: str = "") -> tuple[tuple[str, str], ...]:
    """Return how long something can be put off for, with words; the last way may have its own."""
    return (
        ("tomorrow", _("Until tomorrow")),
        ("next_week", _("For a week")),
        ("for_good", for_good or _("Not this one again")),
    )


def later_of(key: str) -> Later:
    """Return how long a choice puts something off for."""
    return Later[key.upper()]
