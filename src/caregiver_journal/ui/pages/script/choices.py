"""Choose a situation or a way for a phrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.domain.script import WAY_WORDS
from caregiver_journal.journal.scripts import shipped_situations, situation_titles
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.popover import Popover

_KEY = Qt.ItemDataRole.UserRole


def situation_combo(none: str, *, name: str) -> CalmCombo:
    """Return a choice of all situations; ``none`` are the words for no particular one."""
    situations = [(each.id, each.title) for each in shipped_situations()]
    combo = CalmCombo([("", none), *situations], name=name)
    combo.setAccessibleName(_("Situation"))
    return combo


def way_combo(*, name: str) -> CalmCombo:
    """Return a choice of all ways."""
    ways = [(way.value, _(word)) for way, word in WAY_WORDS.items()]
    combo = CalmCombo([("", _("Not said")), *ways], name=name)
    combo.setAccessibleName(_("Way"))
    return combo


class SituationPopover(Popover):
    """All situations below the button that filters by them; Enter or a click chooses one.

    Signals:
        chosen(str): the id of a situation; "" for every one.
    """

    chosen = Signal(str)

    def __init__(self, situation: str, field: QWidget) -> None:
        super().__init__(field)
        self.list = QListWidget()
        self.list.setObjectName(f"{self.objectName()}.list")
        self.list.setAccessibleName(_("Situations"))
        self.list.setProperty("role", "suggestions")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, title in {"": _("Every situation"), **situation_titles()}.items():
            item = QListWidgetItem(title, self.list)
            item.setData(_KEY, key)
            if key == situation:
                self.list.setCurrentItem(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(TINY, TINY, TINY, TINY)
        column.addWidget(self.list)
        self._fit()
        self.list.itemClicked.connect(self._pick)
        self.list.itemActivated.connect(self._pick)

    def _fit(self) -> None:
        """Be as wide and as high as all of them, where the window has room for that."""
        room = self._field.window().size()
        rows, edge = self.list.count(), 4 * SMALL
        height = rows * self.list.sizeHintForRow(0) + edge
        self.list.setFixedHeight(min(height, room.height() // 2))
        self.list.setFixedWidth(
            min(self.list.sizeHintForColumn(0) + 2 * edge, room.width() - 2 * edge)
        )

    def _pick(self, item: QListWidgetItem) -> None:
        if not self.isHidden():
            self.leave()
            self.chosen.emit(str(item.data(_KEY)))
