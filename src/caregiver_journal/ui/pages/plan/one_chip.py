"""Choose one of several words, or none."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from caregiver_journal.domain.boundary import say_label
from caregiver_journal.ui.widgets.chips import Chips, Choice


class OneChip(Chips):
    """Chips of which at most one is chosen; choosing it again takes the choice back.

    Signals:
        edited: the person chose another one, or none.
    """

    edited = Signal()

    def __init__(self, words: Mapping[str, str], *, name: str) -> None:
        """Take the words of the program, by what is stored of them (untranslated)."""
        super().__init__(name=name)
        self._words = words
        self._own: tuple[str, ...] = ()
        self._chosen = ""
        self.changed.connect(self._keep_one)
        self._offer()

    def offer_own(self, own: Sequence[str]) -> None:
        """Offer words of the person's own behind those of the program."""
        self._own = tuple(word for word in own if word not in self._words)
        self._offer()

    def value(self) -> str:
        """Return what is chosen, as it is stored; "" for none."""
        return self._chosen

    def set_value(self, value: str) -> None:
        """Choose a word, or none, without a signal; a word that is not offered is from now on."""
        self._chosen = value
        self._offer()

    def _offer(self) -> None:
        own = dict.fromkeys((*self._own, *([self._chosen] if self._chosen else [])))
        keys = dict.fromkeys((*self._words, *own))
        choices = [Choice(key, say_label(self._words, key)) for key in keys]
        self.set_choices(choices, [self._chosen] if self._chosen else [])

    def _keep_one(self, chosen: tuple[str, ...]) -> None:
        new = [key for key in chosen if key != self._chosen]
        self._chosen = new[0] if new else next(iter(chosen), "")
        self.set_values([self._chosen] if self._chosen else [])
        self.edited.emit()
