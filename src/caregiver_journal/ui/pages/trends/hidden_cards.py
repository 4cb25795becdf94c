"""The cards that are hidden, at the foot of the page, each to be shown again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.ui.pages.trends.cards import card_title
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import plain_label, push_button


class HiddenCards(QWidget):
    """Names the hidden cards; takes no room while there are none.

    Signals:
        wanted(str): a card shall be shown again.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trends.hidden")
        self._names: tuple[str, ...] = ()
        self._buttons: list[QWidget] = []
        self._anchor = TabAnchor(self)
        self._flow = FlowLayout(self, gap=SMALL)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._label = plain_label(_("Hidden:"), "muted")
        self._flow.addWidget(self._label)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Show one button for each hidden card."""
        self.setVisible(bool(names))
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for name in names:
            button = push_button(card_title(name), "link", name=f"trends.show.{name}")
            button.setAccessibleName(_("Show “{card}” again").format(card=card_title(name)))
            button.clicked.connect(partial(self.wanted.emit, name))
            self._flow.addWidget(button)
            self._buttons.append(button)
        if self._buttons:  # in one line with them
            self._label.setMinimumHeight(self._buttons[0].sizeHint().height())
        self._anchor.lead(self._buttons)
