"""The rows of the Session page: a thing with a tick, words and more to do; and an entry."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import FOCUS_WIDTH, SMALL, SNUG, TARGET, TINY, mix
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.marked_label import MarkedLabel
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.row_button import RowButton
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label, set_tooltip

_ICON = 16


@dataclass(frozen=True, slots=True)
class Thing:
    """What a row shows.

    Attributes:
        key: what it is known by; the id of what it shows.
        text: its words.
        line: what is said of it, more quietly.
        private: why it stays out of what leaves the journal; "" where it does not.
        tick: what ticking it means; "" where it has none.
        is_ticked: whether it is.
        link: the title of the entry it came from; "" where there is none.
        choices: what more can be done with it, (key, words) pairs.
        opens: whether pressing its words opens something.
    """

    key: str
    text: str = field(repr=False)
    line: str = field(default="", repr=False)
    private: str = ""
    tick: str = ""
    is_ticked: bool = False
    link: str = field(default="", repr=False)
    choices: tuple[tuple[str, str], ...] = ()
    opens: bool = False


class ThingRow(QWidget):
    """One thing.

    Signals:
        ticked(str): it was ticked, or is no more; its key.
        linked(str): the entry it came from is wanted; its key.
        opened(str): its words were pressed; its key.
        menu_chosen: a ``(key, choice)`` pair.
    """

    ticked = Signal(str)
    linked = Signal(str)
    opened = Signal(str)
    menu_chosen = Signal(object)

    def __init__(self, thing: Thing, words: str, *, name: str, indent: int = SNUG) -> None:
        """Take what it shows, what its menu is called, and the room at its sides."""
        super().__init__()
        self.thing = thing
        self.setObjectName(name)
        self.tick: QCheckBox | None = None
        self.link: OpenButton | None = None
        self.more: MoreButton | None = None
        self.body: OpenButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addSpacing(0 if thing.opens else indent)
        if thing.tick:
            self.tick = _tick(thing, name)
            self.tick.toggled.connect(self._tell_ticked)
            row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._make_words(name), 1)
        if thing.choices:
            self.more = MoreButton(words, thing.choices, name=f"{name}.more", about=_about(thing))
            self.more.chosen.connect(self._tell_chosen)
            row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(indent)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        parts = (self.tick, self.body, self.link, self.more)
        return tuple(part for part in parts if part is not None)

    def untick(self) -> None:
        """Show the tick as it is in the journal, until that says otherwise."""
        if self.tick is not None:
            self.tick.blockSignals(True)
            self.tick.setChecked(self.thing.is_ticked)
            self.tick.blockSignals(False)
            self.tick.update()

    def has(self, widget: QWidget | None) -> bool:
        """Tell whether a widget is a part of it."""
        return widget is not None and self.isAncestorOf(widget)

    def _make_words(self, name: str) -> QVBoxLayout:
        thing = self.thing
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, TINY, 0, SMALL)
        if thing.opens:
            self.body = OpenButton(thing.text, thing.line, name=f"{name}.open")
            self.body.clicked.connect(self._tell_opened)
            words.setContentsMargins(0, 0, 0, 0)
            words.addWidget(self.body)
        else:
            words.addWidget(_label(thing.text, "", f"{name}.text"))
            if thing.line:
                words.addWidget(_label(thing.line, "small", f"{name}.line"))
        if thing.link:
            self.link = OpenButton(thing.link, name=f"{name}.link", role="used", inset=FOCUS_WIDTH)
            self.link.setAccessibleName(f"{thing.link}: {thing.text}")
            self.link.clicked.connect(self._tell_linked)
            words.addWidget(self.link)
        if thing.private:
            words.addWidget(PrivateLine(thing.private, name=f"{name}.private"))
        return words

    def _tell_ticked(self) -> None:
        self.ticked.emit(self.thing.key)

    def _tell_linked(self) -> None:
        self.linked.emit(self.thing.key)

    def _tell_opened(self) -> None:
        self.opened.emit(self.thing.key)

    def _tell_chosen(self, choice: str) -> None:
        self.menu_chosen.emit((self.thing.key, choice))


class OpenButton(RowButton):
    """Words with a quiet line below them; pressing them opens what they are about."""

    def __init__(
        self, text: str, line: str = "", *, name: str, role: str = "", inset: int = SNUG
    ) -> None:
        """Take the words, the role of the first of them, and the room at their sides."""
        super().__init__(name=name)
        self.setSizePolicy(flowing_policy())
        self.setMinimumHeight(TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, TINY, inset, TINY)
        column.setSpacing(0)
        for part, words, role_of in (("text", text, role), ("line", line, "small")):
            if words:
                label = _label(words, role_of, f"{name}.{part}")
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                column.addWidget(label)
        self.setAccessibleName(f"{text}, {line}" if line else text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = current_look()
        self._draw_ground(painter, mix(look.ink, look.card, 0.03) if self._is_touched() else None)


class PrivateLine(QWidget):
    """Says why something stays out of what leaves the journal, with the mark for that."""

    def __init__(self, sentence: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, TINY)
        row.setSpacing(TINY)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(sentence, "small", wrap=True), 1)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_icon"):
            self._dress()

    def _dress(self) -> None:
        ratio = self.devicePixelRatio()
        size = max(_ICON, round(self.fontMetrics().height() * 0.8))
        self._icon.setPixmap(pixmap("private", current_look().muted, size, ratio))


def _about(thing: Thing) -> str:
    """Return the words by which a thing is known among others; entries may have one title."""
    return f"{thing.text}, {thing.line}" if thing.opens and thing.line else thing.text


def _tick(thing: Thing, name: str) -> QCheckBox:
    tick = QCheckBox()
    tick.setObjectName(f"{name}.tick")
    tick.setChecked(thing.is_ticked)
    tick.setAccessibleName(f"{thing.tick}: {thing.text}")
    set_tooltip(tick, thing.tick)
    tick.setMinimumSize(TARGET, TARGET)
    return tick


def _label(text: str, role: str, name: str) -> MarkedLabel:
    label = MarkedLabel(text, (), role)
    label.setObjectName(name)
    return label
