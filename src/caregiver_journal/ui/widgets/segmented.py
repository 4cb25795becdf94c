"""Choose one of a few words that stand side by side, or none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import dress_again
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.one_of import OneOf
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.word_button import WordButton


class Segmented(OneOf):
    """Words side by side; below each other where they would not fit.

    With ``as_chips`` they look like chips and never join.

    Signals:
        chosen(str): the person chose a word; its key.
        emptied(): the person took the choice back.
    """

    chosen = Signal(str)
    emptied = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        name: str = "",
        parent: QWidget | None = None,
        as_chips: bool = False,
        keeps_one: bool = False,
    ) -> None:
        """Take (key, word) pairs in their order."""
        super().__init__(parent, keeps_one=keeps_one)
        self._role = "chip" if as_chips else "segment"
        self.setObjectName(name)
        self._anchor = TabAnchor(self)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._keys: list[str] = []
        self._is_joined: bool | None = None
        self._flow = FlowLayout(self, gap=6 if as_chips else TINY, joins=not as_chips)
        self.set_choices(choices)
        self.setSizePolicy(flowing_policy())
        self.changed.connect(self._tell)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other words; the choice stays where its key does, else there is none."""
        if tuple(choices) == self._choices:
            return
        chosen = self.value()
        has_focus = any(segment.hasFocus() for segment in self.buttons())
        for segment in self.buttons():
            self._flow.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._choices = tuple(choices)
        self._keys = [key for key, _word in choices]
        segments = [WordButton(word, self._role) for _key, word in choices]
        for key, segment in zip(self._keys, segments, strict=True):
            segment.setObjectName(f"{self.objectName()}.{key}")
            self._flow.addWidget(segment)
            segment.setVisible(True)  # at once, so that it can take the keyboard
        self.set_buttons(segments, words=[word for _key, word in choices])
        self._anchor.lead(segments)
        self.set_value(chosen if chosen in self._keys else None)
        self._is_joined = None
        self._join(is_joined=self._flow.fits_one_line(self.width()) or not self.isVisible())
        if has_focus:
            self.setFocus()

    def value(self) -> str | None:
        """Return the key of the chosen word, or None."""
        index = self.index()
        return None if index is None else self._keys[index]

    def set_value(self, key: str | None) -> None:
        """Choose a word by its key, or none, without a signal.

        Raises:
            ValueError: there is no such key.
        """
        self.set_index(None if key is None else self._keys.index(key))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._join(is_joined=self._flow.fits_one_line(event.size().width()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._is_joined is not None:
            is_joined, self._is_joined = self._is_joined, None
            self._join(is_joined=is_joined)

    def _join(self, *, is_joined: bool) -> None:
        if is_joined == self._is_joined:
            return
        self._is_joined = is_joined
        if self._role == "chip":
            return
        last = len(self._keys) - 1
        seen = reversed(self.buttons()) if self.isRightToLeft() else self.buttons()
        for index, segment in enumerate(seen):
            place = {0: "first", last: "last"}.get(index, "middle")
            segment.setProperty("place", place if is_joined and last else "only")
            dress_again(segment)

    def _tell(self, index: int | None) -> None:
        if index is None:
            self.emptied.emit()
        else:
            self.chosen.emit(self._keys[index])
