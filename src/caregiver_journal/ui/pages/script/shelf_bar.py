"""Say which phrases are looked at: words as they are typed, a shelf, and a situation."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Shelf
from caregiver_journal.journal.scripts import situation_titles
from caregiver_journal.ui.pages.script.choices import SituationPopover
from caregiver_journal.ui.widgets.filter_button import FilterButton
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.search_field import ListSearchField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import push_button

SHELF_WORDS = {
    Shelf.ALL: N_("All"),
    Shelf.FAVOURITES: N_("Favourites"),
    Shelf.OWN: N_("Own"),
    Shelf.HIDDEN: N_("Hidden"),
}
_LEAST_FIELD = 9
"""Width of the field, in heights of a line, below which the situations stand under it."""


class ShelfBar(QWidget):
    """A field for words above the shelves and the situations.

    Signals:
        changed: other phrases are looked at.
        list_wanted: the keyboard shall go on to what was found.
        new_wanted: somebody wants to add a phrase.
    """

    changed = Signal()
    list_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = ListSearchField(name="scripts.search")
        self.field.setAccessibleName(_("Search phrases and when they fit"))
        self.field.setPlaceholderText(_("Search"))
        shelves = [(shelf.value, _(words)) for shelf, words in SHELF_WORDS.items()]
        self.shelves = Segmented(shelves, name="scripts.shelf")
        self.shelves.setAccessibleName(_("Which phrases"))
        self.shelves.set_value(Shelf.ALL)
        self._situation = ""
        self.situations = FilterButton(_("Every situation"), name="scripts.situation")
        self.add = push_button(_("Add your own…"), name="scripts.add")
        self._arrange()
        self.field.textChanged.connect(self.changed)
        self.field.list_wanted.connect(self.list_wanted)
        self.shelves.changed.connect(self._take_shelf)
        self.situations.clicked.connect(self._open_situations)
        self.add.clicked.connect(self.new_wanted)

    def wanted(self) -> str:
        """Return the words that are looked for."""
        return self.field.text()

    def shelf(self) -> Shelf:
        """Return which phrases are looked at."""
        return Shelf(self.shelves.value() or Shelf.ALL)

    def situation(self) -> str:
        """Return the situation that is looked at; "" for all."""
        return self._situation

    def is_everything(self) -> bool:
        """Tell whether nothing is filtered."""
        return not self.wanted().strip() and self.shelf() is Shelf.ALL and not self.situation()

    def look_at(self, situation: str) -> None:
        """Look at the phrases for one situation; "" for all."""
        self._show_situation(situation)
        self.changed.emit()

    def show_all(self) -> None:
        """Look at everything again."""
        if self.is_everything():
            return
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.shelves.set_value(Shelf.ALL)
        self.look_at("")

    def _take_shelf(self, index: int | None) -> None:
        """Fall back on all of them when the choice was taken back."""
        if index is None:
            self.shelves.set_value(Shelf.ALL)
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _open_situations(self) -> None:
        popover = SituationPopover(self._situation, self.situations)
        popover.chosen.connect(self.look_at)
        popover.open_below()

    def _show_situation(self, situation: str) -> None:
        self._situation = situation
        self.situations.show_filter(situation_titles().get(situation, ""))
        self._fold()

    def _fold(self) -> None:
        """Put the situations under the field where it would be too narrow beside them."""
        room = self.width() - self.situations.sizeHint().width() - SMALL
        is_narrow = room < _LEAST_FIELD * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._first.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _arrange(self) -> None:
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(SMALL)
        self._first.addWidget(self.field, 1)
        self._first.addWidget(self.situations)
        row = QWidget()
        flow = FlowLayout(row, gap=SMALL)
        row.setSizePolicy(flowing_policy())
        for part in (self.shelves, self.add):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addLayout(self._first)
        column.addWidget(row)
