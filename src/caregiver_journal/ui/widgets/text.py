"""Put text into widgets, always as plain text.

What somebody wrote may look like markup. Here is the only place where text meets a widget that
could take it for such; elsewhere a test forbids it.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from caregiver_journal.base.marks import override
from caregiver_journal.ui.qt_values import PLAIN_TEXT
from caregiver_journal.ui.widgets.flow_layout import flowing_policy

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont

_MOST_HEIGHTS = 32
"""For so many widths a label remembers how high it is."""


class PlainLabel(QLabel):
    """A label that shows every character as it is.

    It remembers how high it is at a width: before the first picture of a page its layouts ask for
    the same few up to fifty times, and Qt lays the text out anew each time.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, int] = {}
        self._measured_in: QFont | None = None
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setText(text)

    @override
    def setTextFormat(self, format: "Qt.TextFormat") -> None:
        """Refuse anything but plain text.

        Raises:
            ValueError: another format was asked for.
        """
        if format.value != PLAIN_TEXT:
            raise ValueError("a label shows plain text only")

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height it needs; Qt forgets that a label may not grow so wide."""
        width = min(width, self.maximumWidth())
        if self.font() != self._measured_in:
            self._known.clear()
        known = self._known.get(width)
        return self._measure(width) if known is None else known

    @override
    def setText(self, text: str) -> None:
        self._known.clear()
        super().setText(text)

    @override
    def setWordWrap(self, on: bool) -> None:
        self._known.clear()
        super().setWordWrap(on)

    @override
    def setContentsMargins(self, *margins: Any) -> None:
        self._known.clear()
        super().setContentsMargins(*margins)

    @override
    def updateGeometry(self) -> None:
        self._known.clear()
        super().updateGeometry()

    def _measure(self, width: int) -> int:
        self.ensurePolished()  # until then it has another font
        self._measured_in = self.font()
        if len(self._known) >= _MOST_HEIGHTS:
            self._known.clear()
        height = self._known[width] = super().heightForWidth(width)
        return height


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
        button.setProperty("role", role)
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
