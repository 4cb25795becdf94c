"""Ask for a passphrase: hidden, shown on request, with a word about Caps Lock."""

import sys

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TARGET, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, icon
from caregiver_journal.ui.qt_values import NO_MENU, SECRET_INPUT, TAB_FOCUS
from caregiver_journal.ui.theme import current_look, dress_again, look_changes
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.first_picture import FirstPicture
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, set_tooltip


class PassphraseField(QWidget):
    """A labelled field whose content is hidden until the eye is pressed.

    Signals:
        submitted(): Enter was pressed.
        changed(): the passphrase was edited.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        name: str = "passphrase",
        is_first: bool = True,
        keeps_room: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field.

        Args:
            label: what is asked for.
            name: the object name; parts are ``<name>.field`` and ``<name>.show``.
            is_first: it may be in the first picture of the window, which waits for little.
            keeps_room: keep room for the hint, so that nothing moves when it appears.
            parent: the widget it lies in.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._field = line_field(name=f"{name}.field")
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setProperty("inputMethodHints", SECRET_INPUT)
        self._field.setProperty("contextMenuPolicy", NO_MENU)
        self._field.setDragEnabled(False)
        self._show = self._make_show_button()
        self._hint = plain_label(_("Caps Lock is on"), "small")
        self._hint.setObjectName(f"{name}.caps")
        policy = self._hint.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_room)
        self._hint.setSizePolicy(policy)
        self._hint.hide()
        self._caps: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY + 2)
        column.addWidget(field_label(label, self._field))
        column.addWidget(self._field)
        column.addWidget(self._hint)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(self._tell)
        self._field.returnPressed.connect(self.submitted)
        self._make_room()
        if is_first:
            FirstPicture(self).shown.connect(self._complete)
        else:
            self._complete()
        look_changes().changed.connect(self._dress)

    def text(self) -> str:
        """Return the passphrase as typed."""
        return self._field.text()

    def clear(self) -> None:
        """Empty and hide it, with no way to undo."""
        self._field.setText("")  # unlike clear(), this drops the undo history
        self._show.setChecked(False)
        self._field.setModified(False)

    def select_all(self) -> None:
        """Mark everything, so that typing replaces it."""
        self._field.selectAll()

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark the field as one whose content did not fit; the words stand elsewhere."""
        self._field.setProperty("wrong", wrong)
        dress_again(self._field)

    @override
    def eventFilter(self, watched: QObject, event: "QtCore.QEvent") -> bool:
        """Learn from the keys whether Caps Lock is on, which Qt does not tell; mirror the eye."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            self._caps = caps_after(event, self._caps)
            self._show_hint()
        elif event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._make_room()
        return False

    def _complete(self) -> None:
        """Add what the first picture of the window does not wait for."""
        self._field.installEventFilter(self)
        self._dress()

    def _make_show_button(self) -> QToolButton:
        button = QToolButton(self._field)
        button.setObjectName(f"{self.objectName()}.show")
        button.setProperty("role", "icon")
        button.setCheckable(True)
        button.setCursor(QtGui.QCursor())  # the arrow
        button.setProperty("focusPolicy", TAB_FOCUS)
        button.setAccessibleName(_("Show the passphrase"))
        button.toggled.connect(self._reveal)
        row = QHBoxLayout(self._field)
        row.setContentsMargins(TINY, 0, TINY, 0)
        row.addStretch(1)
        row.addWidget(button)
        return button

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(echo)
        self._field.setProperty(
            "inputMethodHints", SECRET_INPUT
        )  # Qt drops them with the echo mode
        self._dress()

    def _dress(self) -> None:
        shown = self._show.isChecked()
        self._make_room()
        self._show.setIcon(icon("hide" if shown else "show", current_look().muted))
        words = _("Hide the passphrase") if shown else _("Show the passphrase")
        set_tooltip(self._show, words)  # its name stays: heard, it is checked or not

    def _make_room(self) -> None:
        size = max(ICON_SIZE, round(self.fontMetrics().height() * 0.9))
        self._show.setIconSize(QSize(size, size))
        room = max(TARGET, size + 2 * TINY) + TINY
        if self._field.isRightToLeft():
            self._field.setTextMargins(room, 0, 0, 0)
        else:
            self._field.setTextMargins(0, 0, room, 0)

    def _show_hint(self) -> None:
        is_on = bool(self._caps)
        if is_on == self._hint.isVisibleTo(self):
            return
        self._hint.setVisible(is_on)
        if is_on:
            announce(self._field, self._hint.text())

    def _tell(self) -> None:
        self.changed.emit()


def caps_after(event: "QtGui.QKeyEvent", known: bool | None) -> bool | None:  # noqa: FBT001
    """Return whether Caps Lock is on after a key: True, False, or None while it cannot be told."""
    if event.key() == QtCore.Qt.Key.Key_CapsLock:
        return not known
    letter = event.text()
    if len(letter) != 1 or letter.upper() == letter.lower():
        return known
    has_shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
    if has_shift and sys.platform == "darwin":
        return known  # there, Shift gives capitals whether Caps Lock is on or not
    return letter.isupper() != has_shift
