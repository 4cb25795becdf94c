"""The list of keys."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, WIDE
from caregiver_journal.ui.actions import ACTIONS, PAGE_KEYS
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.text import plain_label, push_button


class ShortcutsSheet(Overlay):
    """Lists what can be done with the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Keyboard shortcuts"), parent, name="shortcuts")
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(SMALL)
        rows = [(_(spec.text), _keys(spec.keys)) for spec in ACTIONS]
        rows += [(_(text), keys) for text, keys in PAGE_KEYS]
        for row, (text, keys) in enumerate(rows):
            grid.addWidget(plain_label(text, wrap=True), row, 0)
            grid.addWidget(plain_label(keys, "muted"), row, 1)
        grid.setColumnStretch(0, 1)
        close = push_button(_("Close"), name="shortcuts.close")
        close.clicked.connect(self.go)
        self.card.add(grid, close)
        self.come_up()
        close.setFocus()


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
