"""A card among others whose place the person may change, or hide it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, SMALL, SNUG
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.more_button import MoreButton

_STEPS = {"up": -1, "down": 1}


class PlacedCard(Card):
    """A card with a button beside its title that offers what can be done with it.

    Attributes:
        more: that button.

    Signals:
        moved(int): the person wants the card one place earlier (-1) or later (1).
        hidden(): the person wants the card to go.
        chosen(str): the person wants something else that was offered.
    """

    moved = Signal(int)
    hidden = Signal()
    chosen = Signal(str)

    def __init__(self, title: str, *, name: str) -> None:
        super().__init__(title, name=name)
        self._place = (False, False)
        self._offers: dict[str, str] = {}
        self.more = MoreButton(_("More"), (), name=f"{name}.more", about=title)
        self._outer.removeWidget(self.title)
        self.title.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)  # unlike spaces, margins are not mirrored
        head.setSpacing(0)
        head.addSpacing(ROOMY)
        head.addWidget(self.title, 1)
        head.addSpacing(SMALL)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(SNUG)
        self._outer.insertLayout(0, head)
        self.more.chosen.connect(self._do)
        self._show_choices()

    def set_place(self, *, is_first: bool, is_last: bool) -> None:
        """Say where among the cards it stands: only moves that lead somewhere are offered."""
        self._place = (is_first, is_last)
        self._show_choices()

    def offer(self, offers: Mapping[str, str]) -> None:
        """Offer these things too, by their keys, before those that every card has."""
        self._offers = dict(offers)
        self._show_choices()

    def _show_choices(self) -> None:
        is_first, is_last = self._place
        choices = [*self._offers.items()]
        choices += [] if is_first else [("up", _("Move up"))]
        choices += [] if is_last else [("down", _("Move down"))]
        self.more.set_choices([*choices, ("hide", _("Hide"))])

    def _do(self, key: str) -> None:
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == "hide":
            self.hidden.emit()
        else:
            self.chosen.emit(key)
