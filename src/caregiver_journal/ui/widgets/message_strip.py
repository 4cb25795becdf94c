"""Say what happened at the foot of the window, quietly."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, icon, pixmap
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.text import (
    PlainLabel,
    plain_label,
    push_button,
    set_button_text,
    set_tooltip,
)

SHOWN_MS = 8000
_WIDEST = 640
_LINES_WIDE = 32
"""Widest it gets, in pixels and in heights of a line, so that it grows with the text."""
_SHARE = 0.35


class MessageStrip(QFrame):
    """One sentence, with an action where there is one; floats over the foot of its parent.

    It goes by itself after eight seconds, but not while the pointer or the keyboard is on it, or a
    sheet lies over it.
    What went wrong stays until it is dismissed. Escape dismisses.
    """

    def __init__(self, parent: QWidget, *, name: str = "message") -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName(name)
        self._on_action: Callable[[], None] | None = None
        self._is_error = False
        self._mark = PlainLabel()
        self._text = plain_label("", wrap=True)
        self._text.setObjectName(f"{name}.text")
        self._action = push_button("", "link", name=f"{name}.action")
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setObjectName(f"{name}.close")
        self._close.setAccessibleName(_("Dismiss this message"))
        set_tooltip(self._close, _("Dismiss this message"))
        set_role(self._close, "icon")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SNUG)
        row.addSpacing(MEDIUM - SMALL)  # unlike a margin, it changes sides with the rest
        row.addWidget(self._mark)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(SNUG)
        self._words.addWidget(self._text, 1)
        self._words.addWidget(self._action)
        row.addLayout(self._words, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._go_unless_used)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        action_text: str = "",
        on_action: Callable[[], None] | None = None,
        *,
        error: bool = False,
    ) -> None:
        """Show a sentence in place of the one before.

        Args:
            text: the sentence.
            action_text: the word on the action, such as "Undo"; none when empty.
            on_action: what the action does; the strip goes first.
            error: something went wrong; the strip then stays until it is dismissed.
        """
        self._on_action = on_action
        self._is_error = error
        self._text.setText(text)
        set_button_text(self._action, action_text)
        self._action.setVisible(bool(action_text))
        self.setAccessibleName(text)
        self._dress()
        self.ensurePolished()
        self._place()
        self.show()
        self._place()
        self.raise_()
        announce(self, text, urgent=error)
        if error:
            self._timer.stop()
        else:
            self._timer.start()

    def text(self) -> str:
        """Return the sentence that is shown; empty when none is."""
        return self._text.text() if self.isVisibleTo(self._ground) else ""

    def dismiss(self) -> None:
        """Take the sentence away and forget it."""
        self._timer.stop()
        self.hide()
        self._on_action = None
        self._text.setText("")
        self.setAccessibleName("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._dress()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        look = current_look()
        set_role(self, "strip_error" if self._is_error else "strip")
        mark, colour = ("warning", look.error) if self._is_error else ("check", look.primary)
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        self._mark.setPixmap(pixmap(mark, colour, size, self.devicePixelRatio()))
        self._close.setIconSize(QSize(size, size))
        self._close.setIcon(icon("close", look.muted))

    def _place(self) -> None:
        ground = self._ground
        widest = max(_WIDEST, _LINES_WIDE * self.fontMetrics().height())
        room = min(widest, ground.width() - 2 * MEDIUM)
        # A long action stands below its sentence rather than squeezing it.
        is_long = not self._action.isHidden() and self._action.sizeHint().width() > room * _SHARE
        direction = QBoxLayout.Direction
        self._words.setDirection(direction.TopToBottom if is_long else direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeading if is_long else Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(self._action, side)
        width = min(room, self.sizeHint().width())
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (ground.width() - width) // 2
        self.setGeometry(left, ground.height() - height - ROOMY, width, height)

    def _act(self) -> None:
        act = self._on_action
        self.dismiss()
        if act is not None:
            act()

    def _go_unless_used(self) -> None:
        focus = QApplication.focusWidget()
        is_used = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        if is_used or self._is_covered():
            self._timer.start()
        else:
            self.dismiss()

    def _is_covered(self) -> bool:
        """Tell whether something else is to be seen where it stands."""
        seen = self.window().childAt(self.mapTo(self.window(), self.rect().center()))
        return seen is not None and seen is not self and not self.isAncestorOf(seen)
