"""Say what will be here, and offer the one next step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import SMALL, WIDE
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label, push_button, set_button_text

_ICON = 32
_WIDEST = 460


class EmptyState(QWidget):
    """A sentence and at most one button, in the middle of the room there is.

    Signals:
        step_requested(): the person pressed the button.
    """

    step_requested = Signal()

    def __init__(
        self,
        sentence: str,
        step: str = "",
        *,
        title: str = "",
        icon_name: str = "",
        name: str = "empty",
        parent: QWidget | None = None,
    ) -> None:
        """Say what will be here.

        Args:
            sentence: what will be here, or why nothing is.
            step: the words on the button; none when empty.
            title: a few words above the sentence, for a whole page.
            icon_name: an icon above it.
            name: the object name; the button is ``<name>.step``.
            parent: the widget it lies in.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._icon_name = icon_name
        self._icon = PlainLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if not icon_name:
            self._icon.hide()
        self._title = plain_label(title, "heading", wrap=True)
        if not title:
            self._title.hide()
        self._sentence = plain_label("", "muted", wrap=True)
        self._step = push_button("", name=f"{name}.step")
        self._step.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SMALL)
        column.addStretch(1)
        column.addWidget(self._icon)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(_WIDEST)
            across = QHBoxLayout()
            across.addStretch(1)
            across.addWidget(label, 1000)
            across.addStretch(1)
            column.addLayout(across)
        column.addSpacing(SMALL)
        column.addWidget(self._step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._dress()
        self.set_words(sentence, step)

    def set_words(self, sentence: str, step: str = "") -> None:
        """Say something else, such as that a search found nothing."""
        self._sentence.setText(sentence)
        set_button_text(self._step, step)
        self._step.setVisible(bool(step))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_step"):
            self._dress()

    def _dress(self) -> None:
        if self._icon_name:
            look, ratio = current_look(), self.devicePixelRatio()
            self._icon.setPixmap(pixmap(self._icon_name, look.muted, _ICON, ratio))

    def _ask(self) -> None:
        self.step_requested.emit()
