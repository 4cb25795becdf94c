"""Say what a page is, with its actions at the end of the line, or below where that is narrow."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label

_LEAST_EMS = 20
"""How wide the words are at least beside the actions, in widths of an em."""


class PageHeader(QWidget):
    """The title of a page, a quiet line below it, and actions.

    Attributes:
        title: the title's label.
        subtitle: the line below it, hidden while it is empty.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *actions: QWidget,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = plain_label(title, "title", wrap=True)
        self.subtitle = plain_label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._words = words
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SMALL)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self._is_narrow: bool | None = None
        self._box.addLayout(words, 1)
        self._box.addLayout(self._actions)
        self._actions.addStretch(0)
        self.set_subtitle(subtitle)
        for action in actions:
            self.add_action(action)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the title; an empty one takes no room."""
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, action: QWidget) -> None:
        """Put an action at the end of the line."""
        self._actions.insertWidget(self._actions.count() - 1, action)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(self._words.minimumSize().width(), self._actions.minimumSize().width())
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()  # what stands there may have come or gone
        return super().event(event)

    def _turn(self) -> None:
        """Let the actions stand below where the words would be squeezed beside them."""
        taken = self._actions.sizeHint().width()
        least = _LEAST_EMS * self.fontMetrics().horizontalAdvance("M")
        wanted = max(_line_of(self.title), _line_of(self.subtitle))
        is_narrow = taken > 0 and self.width() < taken + MEDIUM + min(least, wanted)
        if is_narrow == self._is_narrow:
            return  # to set it once more would ask for a layout, and so for the next turn, for ever
        self._is_narrow = is_narrow
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        # Below the words they may take all the width, and lines as they need them.
        beside = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._box.setAlignment(self._actions, Qt.AlignmentFlag(0) if is_narrow else beside)
        self._actions.setStretch(self._actions.count() - 1, int(is_narrow))


def _line_of(label: PlainLabel) -> int:
    """Return how wide the words of a label are in one line."""
    return 0 if label.isHidden() else label.fontMetrics().horizontalAdvance(label.text())
