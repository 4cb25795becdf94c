"""A field for a few words that offers those known already."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from caregiver_journal.base.marks import override
from caregiver_journal.base.text import bare_letters, holds_words
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look, dress_again
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.suggestions import MOST, Suggestions

_CHEVRON = 16
_EDGE = 10
_INNER = 2
_MOST_CHOICES = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALKING = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SuggestField(QLineEdit):
    """Offers words below what is typed; the down arrow offers all of them.

    With ``chooses`` it looks like a choice, and a click offers all words too. A last one of them
    may lead to a word of the person's own.

    Signals:
        changed(): the person typed or took a word.
    """

    changed = Signal()

    def __init__(self, hint: str = "", *, name: str, chooses: bool = False, own: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self._chooses = chooses
        self._own = own
        self._words: tuple[str, ...] = ()
        self._popup = Suggestions(self)
        self._popup.picked.connect(self._take)
        self.textEdited.connect(self._on_typed)
        self._keep_clear()

    def set_words(self, words: Sequence[str]) -> None:
        """Offer these words, best first."""
        self._words = tuple(words)

    def set_text(self, text: str) -> None:
        """Show a text, without a signal."""
        self.setText(text)
        self.setCursorPosition(0)
        self._popup.hide()
        self.mark(wrong=False)

    def mark(self, *, wrong: bool) -> None:
        """Show by the edge whether what stands here cannot stay."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            dress_again(self)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Escape from the page while it closes what is offered."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and self._popup.isVisible()
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._keep_clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_open = event.key(), self._popup.isVisible()
        if key in _WALKING and not is_combined(event):
            self._walk(_WALKING[Qt.Key(key)])
        elif is_open and key == Qt.Key.Key_Escape:
            self._popup.hide()
        elif is_open and key in _ENTER and self._popup.current():
            self._take(self._popup.current())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._popup.isVisible():
            self._popup.hide()
        elif self._chooses and event.button() == Qt.MouseButton.LeftButton:
            self._offer_all()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._popup.hide()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() - _INNER)  # as high as a button beside it

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("M") * 6, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._chooses:
            return
        size = self._chevron()
        place = QRect(self.width() - size - _EDGE, (self.height() - size) // 2, size, size)
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        chevron = pixmap("chevron_down", current_look().muted, size, self.devicePixelRatio())
        QPainter(self).drawPixmap(where, chevron)

    def _chevron(self) -> int:
        return max(_CHEVRON, round(self.fontMetrics().height() * 0.8)) if self._chooses else 0

    def _keep_clear(self) -> None:
        """Keep the text from running below the chevron."""
        room = self._chevron()
        ends = (room, 0) if self.isRightToLeft() else (0, room)
        self.setTextMargins(ends[0], 0, ends[1], 0)

    def _walk(self, step: int) -> None:
        if self._popup.isVisible():
            self._popup.step(step)
        elif step > 0:
            self._offer_all()

    def _offer_all(self) -> None:
        most = _MOST_CHOICES if self._chooses else MOST
        self._popup.offer([*self._words[:most], *filter(None, [self._own])], most + 1)

    def _on_typed(self, text: str) -> None:
        self.mark(wrong=False)
        typed = text.strip()
        bare = bare_letters(typed)
        fits = [word for word in self._words if holds_words(word, typed)] if typed else []
        begins = [word for word in fits if bare_letters(word).startswith(bare)]
        offered = [*begins, *(word for word in fits if word not in begins)]
        self._popup.offer([word for word in offered if word != typed])
        self.changed.emit()

    def _take(self, word: str) -> None:
        self.setText("" if word == self._own else word)
        self._popup.hide()
        self.mark(wrong=False)
        self.changed.emit()
