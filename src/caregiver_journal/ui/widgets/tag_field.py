"""Collect short words as tags."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import MAX_LINE
from caregiver_journal.ui.theme import dress_again, set_role
from caregiver_journal.ui.widgets.arrow_keys import plain_press
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.suggestions import Suggestions
from caregiver_journal.ui.widgets.text import button_text

_SEPARATORS = ",;\n"
_CROSS = "\N{MULTIPLICATION SIGN}"
_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""Keep a tag of one direction in order beside words of the other."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, *_ENTER)


class TagField(QFrame):
    """Tags with a field behind them; comma, semicolon or Enter ends a tag.

    Backspace in the empty field removes the last tag; the left arrow goes to the tags, where
    Delete removes one; the down arrow offers tags. What is typed and not ended yet counts as a
    tag too, so nothing is lost.

    Signals:
        changed(): the person changed the tags or typed.
    """

    changed = Signal()

    def __init__(
        self, suggestions: Sequence[str] = (), *, name: str = "tags", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setSizePolicy(flowing_policy())
        self._suggestions = tuple(suggestions)
        self._tags: list[_Tag] = []
        self._input = _Input()
        self._input.setMaxLength(MAX_LINE)
        self._input.installEventFilter(self)
        self._input.textEdited.connect(self._edited)
        self._popup = Suggestions(self)
        self._popup.picked.connect(self._add_typed)
        self._flow = FlowLayout(self, gap=6)
        self._flow.setContentsMargins(8, 4, 8, 4)
        self._flow.addWidget(self._input)
        self.setFocusProxy(self._input)
        self.setObjectName(name)

    @override
    def setObjectName(self, name: str) -> None:
        """Name the field and, after it, the part one types into: ``<name>.input``."""
        super().setObjectName(name)
        self._input.setObjectName(f"{name}.input")

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the field for those who cannot see it."""
        super().setAccessibleName(name)
        self._input.setAccessibleName(name)

    def tags(self) -> tuple[str, ...]:
        """Return the tags in their order, what is typed now included."""
        known = [tag.word for tag in self._tags]
        typed = _clean(self._input.text())
        return (*known, typed) if typed and not _holds(known, typed) else tuple(known)

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these tags, without a signal."""
        for tag in list(self._tags):
            self._drop(tag)
        self._input.clear()
        self._popup.hide()
        for word in tags:
            self._append(word)

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Offer these words, best first, when what is typed fits them."""
        self._suggestions = tuple(words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that end, remove and walk, and notice the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(is_within=event.type() == QEvent.Type.FocusIn)
            return False
        press = plain_press(event)
        if press is None:
            return False
        if isinstance(watched, _Tag):
            return self._took_on_tag(watched, press.key())
        return self._took_list_key(press.key()) or self._took_in_input(press.key())

    def _took_list_key(self, key: int) -> bool:
        if not self._popup.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._popup.hide()
        else:
            return False
        return True

    def _took_in_input(self, key: int) -> bool:
        word = self._popup.current() or self._input.text()
        if key in _ENTER and word.strip():
            self._add_typed(word)
            return True
        if key == Qt.Key.Key_Down and not self._input.text():
            self._popup.offer(self._free())
            return True
        is_at_start = self._input.cursorPosition() == 0 and not self._input.hasSelectedText()
        if not self._tags or not is_at_start:
            return False
        if key == Qt.Key.Key_Backspace:
            self._remove(self._tags[-1])
            return True
        if key == (Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left):
            self._tags[-1].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _took_on_tag(self, tag: "_Tag", key: int) -> bool:
        if key in _REMOVING:
            self._remove(tag)
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        is_forward = (key == Qt.Key.Key_Right) != self.isRightToLeft()
        here = self._tags.index(tag) + (1 if is_forward else -1)
        stops: list[QWidget] = [*self._tags, self._input]
        stops[max(0, here)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _edited(self, text: str) -> None:
        if any(sign in text for sign in _SEPARATORS):
            for sign in _SEPARATORS[1:]:
                text = text.replace(sign, _SEPARATORS[0])
            *ended, rest = text.split(_SEPARATORS[0])
            for word in ended:
                self._append(word)
            self._input.setText(rest.lstrip())
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        typed = _clean(self._input.text()).casefold()
        free = self._free()
        begins = [word for word in free if word.casefold().startswith(typed)]
        holds = [word for word in free if typed in word.casefold() and word not in begins]
        self._popup.offer([*begins, *holds] if typed else [])

    def _free(self) -> list[str]:
        known = [tag.word for tag in self._tags]
        return [word for word in self._suggestions if not _holds(known, word)]

    def _add_typed(self, word: str) -> None:
        self._append(word)
        self._input.clear()
        self._popup.hide()
        self._input.setFocus()
        self.changed.emit()

    def _append(self, text: str) -> None:
        word = _clean(text)
        if not word or _holds([tag.word for tag in self._tags], word):
            return
        tag = _Tag(word)
        tag.installEventFilter(self)
        tag.clicked.connect(self._clicked)
        self._flow.insert_widget(len(self._tags), tag)
        self._tags.append(tag)
        tag.show()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Tag):
            self._remove(sender)

    def _remove(self, tag: "_Tag") -> None:
        self._input.setFocus()
        self._drop(tag)
        self.changed.emit()

    def _drop(self, tag: "_Tag") -> None:
        self._tags.remove(tag)
        self._flow.removeWidget(tag)
        tag.hide()
        tag.deleteLater()

    def _show_focus(self, *, is_within: bool) -> None:
        self.setProperty("within", is_within)
        dress_again(self)
        if not is_within:
            self._popup.hide()


class _Tag(QPushButton):
    """One tag; pressing it removes it."""

    def __init__(self, word: str) -> None:
        super().__init__(f"{_ISOLATE}{button_text(word)}{_END_ISOLATE} {_CROSS}")
        self.word = word
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_("Remove {tag}").format(tag=word))
        self.setAutoDefault(False)
        set_role(self, "tag")


class _Input(QLineEdit):
    """The part one types into; takes what is left of the line."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bare")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 10, metrics.height() + 9)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _clean(text: str) -> str:
    return " ".join(text.split())


def _holds(words: Iterable[str], word: str) -> bool:
    return word.casefold() in (known.casefold() for known in words)
