"""Put text into widgets, always as plain text.

What somebody wrote may look like markup. Here is the only place where text meets a widget that
could take it for such; elsewhere a test forbids it.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from caregiver_journal.ui.theme import set_role
from caregiver_journal.ui.widgets.flow_layout import flowing_policy

_TEXT_MARGIN = 4.0
_SPIN_MARGIN = 10


class PlainLabel(QLabel):
    """A label that shows every character as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    @override
    def setTextFormat(self, format: Qt.TextFormat) -> None:
        """Refuse anything but plain text.

        Raises:
            ValueError: another format was asked for.
        """
        if format != Qt.TextFormat.PlainText:
            raise ValueError("a label shows plain text only")

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height it needs; Qt forgets that a label may not grow so wide."""
        return super().heightForWidth(min(width, self.maximumWidth()))


def plain_label(text: str, role: str = "", *, wrap: bool = False) -> PlainLabel:
    """Return a label in a role of the style sheet, such as title, heading, muted or small."""
    label = PlainLabel(text)
    if role:
        label.setProperty("role", role)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(flowing_policy())
    return label


def field_label(text: str, field: QWidget) -> PlainLabel:
    """Return the label above a field, which also names the field for those who cannot see it."""
    label = plain_label(text, "label", wrap=True)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label


def set_tooltip(widget: QWidget, text: str) -> None:
    """Explain a widget in a tooltip, which would otherwise take ``<`` for markup."""
    widget.setToolTip(tooltip_text(text))
    if not widget.accessibleDescription():
        widget.setAccessibleDescription(text)


def tooltip_text(text: str) -> str:
    """Return the text as a tooltip shows it literally.

    Qt decides by itself whether a tooltip is markup, so what could be mistaken is made markup that
    says the same.
    """
    if not any(sign in text for sign in "<&"):
        return text
    import html  # noqa: PLC0415 - 2 ms for a rare case

    lines = html.escape(text, quote=False).splitlines()
    return f"<qt>{'<br>'.join(lines)}</qt>"


def button_text(text: str) -> str:
    """Return somebody's own words for a button or menu, where ``&`` would mark a key."""
    return " ".join(text.split()).replace("&", "&&")


def push_button(text: str, role: str = "", *, name: str = "") -> QPushButton:
    """Return a button in a role: none (quiet), primary, danger, link; ``text`` as it is read."""
    button = QPushButton(button_text(text))
    button.setAccessibleName(" ".join(text.split()))
    button.setObjectName(name)
    if role:
        set_role(button, role)
    return button


def set_button_text(button: QAbstractButton, text: str) -> None:
    """Change the words on a button and its accessible name."""
    button.setText(button_text(text))
    button.setAccessibleName(" ".join(text.split()))


def line_field(placeholder: str = "", *, name: str = "") -> QLineEdit:
    """Return a field for one line."""
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    field.setObjectName(name)
    if placeholder:
        field.setAccessibleName(placeholder)
    return field


def pad_spin_box(field: QAbstractSpinBox) -> None:
    """Give the text of a number, date or time field its room, which a style sheet cannot."""
    field.lineEdit().setTextMargins(_SPIN_MARGIN, 0, _SPIN_MARGIN, 0)


class NoteField(QPlainTextEdit):
    """A field for writing; Tab leaves it and its least height is a number of lines."""

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        if placeholder:
            self.setAccessibleName(placeholder)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setHeight(self._height())
        return hint

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(self._height())
        return hint

    def _height(self) -> int:
        frame = 2 * (8 + round(_TEXT_MARGIN))
        return self.fontMetrics().lineSpacing() * self._lines + frame


def note_field(placeholder: str = "", *, lines: int = 3, name: str = "") -> NoteField:
    """Return a field for writing that is at least ``lines`` high."""
    field = NoteField(placeholder, lines)
    field.setObjectName(name)
    return field
