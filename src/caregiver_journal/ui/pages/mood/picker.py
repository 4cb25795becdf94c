"""All words for feelings in one sheet: pleasant to the right, much energy above."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY, WIDE
from caregiver_journal.base.marks import override
from caregiver_journal.domain.feeling import Feeling, Quarter, quarter
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.feelings import add_feeling, hide_feeling, offered_feelings
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.mood.own_word import OwnWord
from caregiver_journal.ui.pages.mood.words import FeelingWords
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.chips import Chips, Choice
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button

_LINES_WIDE = 46
_LEAST_EMS = 50
"""With less room than this, in widths of an em, the quarters stand below each other."""

_ROWS = (
    (Quarter.UNPLEASANT_HIGH, Quarter.PLEASANT_HIGH),
    (Quarter.UNPLEASANT_LOW, Quarter.PLEASANT_LOW),
)
_TITLES = {
    Quarter.UNPLEASANT_HIGH: N_("Less pleasant, more energy"),
    Quarter.PLEASANT_HIGH: N_("More pleasant, more energy"),
    Quarter.UNPLEASANT_LOW: N_("Less pleasant, less energy"),
    Quarter.PLEASANT_LOW: N_("More pleasant, less energy"),
}


class FeelingPicker(Overlay):
    """Chooses words for the form at once; Done, Enter or Escape goes back.

    Signals:
        chosen(str, bool): a word was chosen or dropped.
    """

    chosen = Signal(str, bool)

    def __init__(self, context: Context, words: FeelingWords, level: int, energy: int) -> None:
        """Open over the page.

        Args:
            context: of the page.
            words: the row of the form, which is changed.
            level: where a new word lies unless the person says otherwise.
            energy: likewise.
        """
        super().__init__(_("Words for it"), context.ground, name="feelings", lines_wide=_LINES_WIDE)
        self._context = context
        self._words = words
        self._offered: tuple[Feeling, ...] = ()
        self._hidden_last = ""
        self.filter = line_field(_("Type to find a word…"), name="feelings.filter")
        self.meaning = plain_label(" ", "muted", wrap=True)
        self.meaning.setObjectName("feelings.meaning")
        self.show_again = push_button(_("Show it again"), "link", name="feelings.show_again")
        self.quarters = {each: Chips(name=f"feelings.{each.value}") for each in Quarter}
        self.own = OwnWord(level, energy)
        self.done = push_button(_("Done"), "primary", name="feelings.done")
        self._all = QWidget()
        self._lines: list[QBoxLayout] = []
        self._groups: dict[Quarter, QWidget] = {}
        self._build()
        self._connect()
        self._read()
        self.come_up()
        self.filter.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        room = event.size().width() - 2 * (WIDE + ROOMY)
        is_narrow = room < _LEAST_EMS * em
        way = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.own.is_open():
            self.own.fold_up()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.filter:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and is_enter:
                self._take_found()
                return True
            return False
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        found = QHBoxLayout()
        found.setSpacing(SMALL)
        found.addWidget(self.meaning, 1)
        found.addWidget(self.show_again)
        self.show_again.hide()
        column.addWidget(self.filter)
        column.addLayout(found)
        for row in _ROWS:
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(ROOMY)
            for each in row:
                self._groups[each] = self._group(each)
                line.addWidget(self._groups[each], 1)
            self._lines.append(line)
            column.addLayout(line)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.card.add(self._all, self.own, foot)

    def _group(self, each: Quarter) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(plain_label(_(_TITLES[each]), "small", wrap=True))
        column.addWidget(self.quarters[each])
        column.addStretch(1)
        self.quarters[each].setAccessibleName(_(_TITLES[each]))
        return group

    def _connect(self) -> None:
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._narrow)
        for chips in self.quarters.values():
            chips.changed.connect(self._on_changed)
            chips.pointed.connect(self._say_meaning)
            chips.put_away.connect(self._hide_word)
            chips.menu_wanted.connect(self._open_menu)
        self.show_again.clicked.connect(self._show_word_again)
        self.own.added.connect(self._add)
        self.own.folded.connect(self._show_all)
        self.done.clicked.connect(self.go)

    def _show_all(self, is_folded: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Show all words unless one is being added."""
        self.card.set_title(_("Words for it") if is_folded else _("A word of your own"))
        self._all.setVisible(is_folded)
        self.done.setVisible(is_folded)
        if is_folded:
            self.filter.setFocus()

    def _read(self) -> None:
        try:
            self._offered = offered_feelings(self._context.journal)
        except JournalError as error:
            self._context.fail(error)
        chosen = {folded(word): word for word in self._words.words()}
        for each, chips in self.quarters.items():
            inside = [feeling for feeling in self._offered if quarter(feeling) == each]
            inside.sort(key=lambda feeling: (-feeling.energy, feeling.pleasant))
            chips.set_choices(
                [Choice(feeling.word, feeling.word, feeling.meaning) for feeling in inside],
                [feeling.word for feeling in inside if folded(feeling.word) in chosen],
            )
        self._narrow()

    def _narrow(self) -> None:
        """Show the words that hold what was typed, in themselves or in what they mean."""
        typed = folded(" ".join(self.filter.text().split()))
        fitting = self._fitting(typed)
        for each, chips in self.quarters.items():
            inside = {feeling.word for feeling in fitting if quarter(feeling) == each}
            chips.show_only(inside)
            self._groups[each].setVisible(bool(inside) or not typed)
        if typed and not fitting:
            self._tell(_("No word here fits. Enter adds it as your own."))
        elif typed:
            self._say_meaning(fitting[0].word)
        else:
            self._tell(_("Point at a word to see what it can mean."))

    def _fitting(self, typed: str) -> list[Feeling]:
        begins = [each for each in self._offered if folded(each.word).startswith(typed)]
        holds = [each for each in self._offered if typed in folded(f"{each.word} {each.meaning}")]
        return list(dict.fromkeys((*begins, *holds)))

    def _take_found(self) -> None:
        """Choose the first word that fits, add one that is not there, or go when none was typed."""
        text = self.filter.text().strip()
        fitting = self._fitting(folded(text))
        if not text:
            self.go()
        elif fitting:
            self._turn(fitting[0].word)
            self.filter.clear()
        else:
            self.own.begin(text)

    def _turn(self, word: str) -> None:
        chips = next(each for each in self.quarters.values() if word in each.offered())
        chips.chip(word).click()

    def _on_changed(self) -> None:
        shown = {word for chips in self.quarters.values() for word in chips.values()}
        chosen = {folded(word): word for word in self._words.words()}
        for feeling in self._offered:
            is_chosen = feeling.word in shown
            if is_chosen == (folded(feeling.word) in chosen):
                continue
            word = chosen.get(folded(feeling.word), feeling.word)
            if self._words.choose(word, chosen=is_chosen):
                self.chosen.emit(word, is_chosen)
            else:
                self._tell(self._words.problem.text())
                self._mark_chosen()

    def _mark_chosen(self) -> None:
        chosen = {folded(word) for word in self._words.words()}
        for chips in self.quarters.values():
            chips.set_values(word for word in chips.offered() if folded(word) in chosen)

    def _say_meaning(self, word: str) -> None:
        feeling = next((each for each in self._offered if each.word == word), None)
        if feeling is not None:
            meaning = feeling.meaning or _("a word of your own")
            self._tell(_("{word}: {meaning}").format(word=feeling.word, meaning=meaning))

    def _tell(self, sentence: str) -> None:
        self.meaning.setText(sentence)
        self.show_again.hide()

    def _open_menu(self, word: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hide = QAction(_("Hide this word"), menu)
        hide.setObjectName("feelings.hide")
        hide.setData(word)
        hide.triggered.connect(self._hide_chosen_in_menu)
        menu.addAction(hide)
        chip = next(c.chip(word) for c in self.quarters.values() if word in c.offered())
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + TINY)))

    def _hide_chosen_in_menu(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._hide_word(str(sender.data()))

    def _hide_word(self, word: str) -> None:
        if not self._set_hidden(word, hidden=True):
            return
        self._hidden_last = word
        sentence = _("“{word}” is hidden.").format(word=word)
        self._tell(sentence)
        announce(self, sentence)
        self.show_again.show()
        if self.focusWidget() is None or not self.focusWidget().isVisible():
            self.show_again.setFocus()

    def _show_word_again(self) -> None:
        word = self._hidden_last
        if self._set_hidden(word, hidden=False):
            self._say_meaning(word)
            self.filter.setFocus()

    def _set_hidden(self, word: str, *, hidden: bool) -> bool:
        try:
            hide_feeling(self._context.journal, word, hidden=hidden)
        except JournalError as error:
            self._tell(f"{error.sentence} {error.next_step}".strip())
            return False
        self._read()
        return True

    def _add(self, feeling: Feeling) -> None:
        """Add a word and choose it; one that was hidden is shown again."""
        journal = self._context.journal
        try:
            if folded(feeling.word) in journal.feelings.hidden():
                hide_feeling(journal, feeling.word, hidden=False)
            elif not self._is_offered(feeling.word):
                add_feeling(journal, feeling)
        except JournalError as error:
            self.own.show_problem(error)
            return
        self.own.fold_up()
        self.filter.clear()
        self._read()
        self._choose_added(feeling.word)

    def _is_offered(self, word: str) -> bool:
        return any(folded(each.word) == folded(word) for each in self._offered)

    def _choose_added(self, word: str) -> None:
        added = [each.word for each in self._offered if folded(each.word) == folded(word)]
        chosen = {folded(each) for each in self._words.words()}
        for each in added:
            if folded(each) not in chosen:
                self._turn(each)
            self._say_meaning(each)
        self.filter.setFocus()
