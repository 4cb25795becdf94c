"""The list of keys."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, WIDE
from caregiver_journal.ui.actions import ACTIONS, PAGE_KEYS
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button

_LINES_WIDE = 44


class ShortcutsSheet(Overlay):
    """Lists what can be done with the keyboard: everywhere, and beside it on a page or a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Keyboard shortcuts"), parent, name="shortcuts", lines_wide=_LINES_WIDE)
        everywhere = _list((_(spec.text), _keys(spec.keys)) for spec in ACTIONS)
        on_pages = _list((_(text), keys) for text, keys in PAGE_KEYS)
        close = push_button(_("Close"), name="shortcuts.close")
        close.clicked.connect(self.go)
        self.card.add(Columns([everywhere], [on_pages], (4, 5)), FootRow((), (close,)))
        self.come_up()
        close.setFocus()


def _list(rows: Iterable[tuple[str, str]]) -> QWidget:
    """Return a list of what is done and by which keys."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(WIDE)
    grid.setVerticalSpacing(SMALL)
    for row, (text, keys) in enumerate(rows):
        grid.addWidget(plain_label(text, wrap=True), row, 0)
        grid.addWidget(plain_label(keys, "muted"), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(2, SMALL)
    return inside


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
