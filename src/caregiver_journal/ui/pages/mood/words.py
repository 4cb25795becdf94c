"""Words for a feeling: the nearest ones as chips, and all of them behind *more…*."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.feeling import Feeling, Quarter, near, quarter
from caregiver_journal.domain.mood import MAX_WORDS
from caregiver_journal.domain.tag import folded
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.theme import set_role
from caregiver_journal.ui.widgets.chips import Chips, Choice
from caregiver_journal.ui.widgets.text import set_button_text, set_tooltip

SHOWN = 9
"""How many words stand on the form, chosen ones among them."""

_TURNS = (
    Quarter.PLEASANT_LOW,
    Quarter.UNPLEASANT_LOW,
    Quarter.PLEASANT_HIGH,
    Quarter.UNPLEASANT_HIGH,
)


class FeelingWords(QWidget):
    """A row of words; what was chosen stands first and stays, whether or not it is offered.

    Signals:
        changed(): the person chose or dropped a word.
        more_wanted(): all words are wanted.
    """

    changed = Signal()
    more_wanted = Signal()

    def __init__(self, *, name: str = "words") -> None:
        super().__init__()
        self.setObjectName(name)
        self._offered: tuple[Feeling, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._near: tuple[int | None, int | None] = (None, None)
        self.chips = Chips(name=name)
        self.more = QPushButton()
        set_role(self.more, "chip")
        set_button_text(self.more, _("more…"))
        self.more.setAccessibleName(_("More words"))
        self.more.setObjectName(f"{name}.more")
        self.chips.set_last(self.more)
        self.problem = ProblemLine(f"{name}.problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        column.addWidget(self.problem)
        self.setFocusProxy(self.chips)
        self.chips.changed.connect(self._on_changed)
        self.more.clicked.connect(self.more_wanted)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the group of words."""
        super().setAccessibleName(name)
        self.chips.setAccessibleName(name)

    def words(self) -> tuple[str, ...]:
        """Return the words chosen, in the order they were chosen."""
        return self._chosen

    def set_words(self, words: Iterable[str]) -> None:
        """Choose these words, without a signal."""
        self._chosen = tuple(dict.fromkeys(word for word in words if word))
        self.problem.say("")
        self._lay_out()

    def set_offered(self, feelings: Sequence[Feeling]) -> None:
        """Offer these words."""
        if tuple(feelings) != self._offered:
            self._offered = tuple(feelings)
            self._lay_out()

    def go_near(self, level: int | None, energy: int | None) -> None:
        """Show the words nearest to a mood."""
        if (level, energy) != self._near:
            self._near = (level, energy)
            self._lay_out()

    def show_chosen(self) -> None:
        """Put what was chosen elsewhere first."""
        self._lay_out()

    def choose(self, word: str, *, chosen: bool) -> bool:
        """Choose or drop a word; return whether that could be done."""
        others = tuple(each for each in self._chosen if each != word)
        if chosen and len(others) >= MAX_WORDS:
            self.problem.say(_("{most} words are the most.").format(most=MAX_WORDS))
            return False
        self._chosen = (*others, word) if chosen else others
        self.problem.say("")
        return True

    def _on_changed(self, shown: tuple[str, ...]) -> None:
        for word in self.chips.offered():
            is_chosen = word in shown
            if is_chosen != (word in self._chosen):
                self.choose(word, chosen=is_chosen)
        self.chips.set_values(self._chosen)
        self.changed.emit()

    def _lay_out(self) -> None:
        by_word = {folded(each.word): each for each in self._offered}
        known = {folded(word) for word in self._chosen}
        room = max(0, SHOWN - len(self._chosen))
        others = [each for each in self._nearest() if folded(each.word) not in known][:room]
        choices = [_choice(word, by_word.get(folded(word))) for word in self._chosen]
        choices += [Choice(each.word, each.word, each.meaning) for each in others]
        self.chips.set_choices(choices, self._chosen)
        for choice in choices:
            if choice.about:
                set_tooltip(self.chips.chip(choice.key), choice.about)

    def _nearest(self) -> tuple[Feeling, ...]:
        if self._near == (None, None):
            return tuple(_by_turns(self._offered))
        return near(self._offered, *self._near)


def _choice(word: str, feeling: Feeling | None) -> Choice:
    return Choice(word, word, "" if feeling is None else feeling.meaning)


def _by_turns(feelings: Sequence[Feeling]) -> list[Feeling]:
    """Return words of all four quarters in turn, so that nothing is put into anybody's mouth."""
    quarters = {each: [f for f in feelings if quarter(f) == each] for each in _TURNS}
    longest = max((len(words) for words in quarters.values()), default=0)
    return [
        quarters[turn][row]
        for row in range(longest)
        for turn in _TURNS
        if row < len(quarters[turn])
    ]
