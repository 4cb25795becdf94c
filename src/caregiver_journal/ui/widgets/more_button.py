"""A button with three dots that offers a few things to do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, icon
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.text import push_button, set_tooltip


class MoreButton(QToolButton):
    """Opens a popover of things to do with what it stands beside.

    Signals:
        chosen(str): the key of what the person wants.
    """

    chosen = Signal(str)

    def __init__(
        self,
        words: str,
        choices: Sequence[tuple[str, str]],
        *,
        name: str,
        about: str = "",
        choice_name: str = "",
    ) -> None:
        """Make it.

        Args:
            words: what it is called.
            choices: (key, words) pairs, in their order.
            name: the object name.
            about: what it stands beside, for those who hear it among others.
            choice_name: a choice is named ``<choice_name>.<key>``; ``name`` when empty.
        """
        super().__init__()
        self.setObjectName(name)
        self._choices = tuple(choices)
        self._choice_name = choice_name or name
        set_role(self, "icon")
        self._words = words
        set_tooltip(self, words)
        self.tell_about(about)
        self.clicked.connect(self._open)
        self._dress()

    def tell_about(self, about: str) -> None:
        """Let it be heard what it stands beside."""
        self.setAccessibleName(f"{self._words}: {about}" if about else self._words)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other things, (key, words) pairs in their order."""
        self._choices = tuple(choices)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        self.setIconSize(QSize(size, size))
        self.setIcon(icon("more", current_look().ink))

    def _open(self) -> None:
        popover = ActionPopover(self, self._choices, name=self._choice_name)
        popover.chosen.connect(self.chosen)
        popover.open_below()


class ActionPopover(Popover):
    """A few things to do, one below the other.

    Signals:
        chosen(str): the key of one.
    """

    chosen = Signal(str)

    def __init__(self, field: QWidget, choices: Sequence[tuple[str, str]], *, name: str) -> None:
        """Hang them below a field; a choice is named ``<name>.<key>``."""
        super().__init__(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(SNUG, SMALL, SNUG, SMALL)
        column.setSpacing(0)
        for key, words in choices:
            button = push_button(words, "link", name=f"{name}.{key}")
            button.setProperty("choice", key)
            button.clicked.connect(self._take)
            column.addWidget(button)

    def _take(self) -> None:
        button = self.sender()
        if button is not None:
            self.leave()
            self.chosen.emit(str(button.property("choice")))
