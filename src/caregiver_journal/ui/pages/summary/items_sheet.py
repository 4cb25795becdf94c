"""Choose what goes into one block of a summary, down to single entries."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.domain.match import holds_begun
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.search_field import SearchField
from caregiver_journal.ui.widgets.text import plain_label, push_button

_MANY = 12
"""From so many items on they can be searched."""
_LINES = 12
_LINES_WIDE = 34
_TICKED, _BARE = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_PLACE = Qt.ItemDataRole.UserRole


class ItemsSheet(Overlay):
    """A list of boxes to tick; Space ticks one, and all that is listed can be ticked at once.

    Attributes:
        items: what may be ticked.

    Signals:
        settled(tuple): which items are in it now.
    """

    settled = Signal(object)

    def __init__(
        self,
        ground: QWidget,
        block: Block,
        items: Sequence[Item],
        choice: Choice,
        *,
        most: int = 0,
    ) -> None:
        """Offer items of a block, of which the last ``most`` stand in it; 0 for all of them."""
        super().__init__(_(BLOCK_WORDS[block]), ground, name="items", lines_wide=_LINES_WIDE)
        self._block = block
        self.items = tuple(items)
        has_entries = any(item.entry_id for item in items)
        about = _("Only what is ticked goes into the summary.")
        if has_entries:
            about = _(
                "Only what is ticked goes into the summary. Entries marked “never export” are not "
                "offered."
            )
        if most:
            about += " " + _("The last {most} of them stand in it.").format(most=most)
        self.search = SearchField(name="items.search")
        self.search.setAccessibleName(_("Search"))
        self.list = self._make_list(choice)
        self.none = plain_label(_("There is nothing to choose in these days."), "muted", wrap=True)
        self.done = push_button(_("Done"), "primary", name="items.done")
        cancel = push_button(_("Cancel"), name="items.cancel")
        self.all = push_button(_("Tick all"), "link", name="items.all")
        self.no = push_button(_("Tick none"), "link", name="items.no")
        self.card.add(plain_label(about, "small", wrap=True), self.search, self.list, self.none)
        self.card.add(FootRow((self.all, self.no), (cancel, self.done)))
        self.search.setVisible(len(items) >= _MANY)
        self.list.setVisible(bool(items))
        self.none.setVisible(not items)
        for button, state in ((self.all, _TICKED), (self.no, _BARE)):
            button.setVisible(len(items) > 1)
            button.clicked.connect(partial(self._tick_all, state))
        cancel.clicked.connect(self.go)
        self.done.clicked.connect(self._settle)
        self.search.textChanged.connect(self._find)
        self.come_up()
        (self.list if items else self.done).setFocus()

    def _make_list(self, choice: Choice) -> QListWidget:
        listed = QListWidget()
        listed.setObjectName("items.list")
        listed.setAccessibleName(_(BLOCK_WORDS[self._block]))
        listed.setProperty("role", "suggestions")
        listed.setWordWrap(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        listed.setTextElideMode(Qt.TextElideMode.ElideNone)
        for place, item in enumerate(self.items):
            row = QListWidgetItem(item.words)
            row.setData(_PLACE, place)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_TICKED if choice.takes(item) else _BARE)
            listed.addItem(row)
        lines = min(_LINES, max(3, len(self.items)))
        listed.setMinimumHeight(lines * (listed.fontMetrics().lineSpacing() + 2 * SMALL))
        if self.items:
            listed.setCurrentRow(0)
        return listed

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _find(self, text: str) -> None:
        for row in self._rows():
            row.setHidden(bool(text.strip()) and not holds_begun(text, row.text()))

    def _tick_all(self, state: Qt.CheckState) -> None:
        """Tick all that is listed now, or none of it; what the search hides stays as it is."""
        for row in self._rows():
            if not row.isHidden():
                row.setCheckState(state)

    def _settle(self) -> None:
        taken = tuple(
            self.items[row.data(_PLACE)] for row in self._rows() if row.checkState() == _TICKED
        )
        self.go()
        self.settled.emit(taken)
