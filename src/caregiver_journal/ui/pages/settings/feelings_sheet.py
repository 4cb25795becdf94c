"""The words for feelings: one's own can be added and changed, and all can be hidden."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.mood import ENERGY_WORDS, LEVEL_WORDS
from caregiver_journal.journal.feelings import (
    Offer,
    add_feeling,
    all_feelings,
    change_feeling,
    hide_feeling,
)
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.list_sheet import ListSheet
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.list_editor import Item, ListEditor
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import field_label, line_field, push_button

_MIDDLE = 3


class FeelingsSheet(ListSheet):
    """Edits the words; moods that have one keep it when it is hidden."""

    def __init__(self, context: Context) -> None:
        editor = ListEditor(
            _("Words for feelings"),
            name="feelings",
            add_hint=_("A word of your own…"),
            change=_("Change…"),
        )
        about = _(
            "Your own come first and can be changed. Any word can be hidden; entries that have it "
            "keep it."
        )
        super().__init__(context, _("Words for feelings"), about, editor)
        self._form: FeelingForm | None = None
        editor.added.connect(self._ask_for_new)
        editor.change_requested.connect(self._ask_for_change)
        editor.hidden.connect(self._hide)

    @override
    def show_list(self, select: str = "") -> None:
        items = [_item(offer) for offer in all_feelings(self.context.journal)]
        self.editor.show_items(items, select)

    def _ask_for_new(self, word: str) -> None:
        try:
            feeling = Feeling(word, "", _MIDDLE, _MIDDLE, is_own=True)
        except JournalError as error:
            self.problem.tell(error)
            return
        self.problem.be_quiet()
        self._open_form(_("A word of your own"), feeling, "")

    def _ask_for_change(self, word: str) -> None:
        own = {offer.feeling.word: offer.feeling for offer in all_feelings(self.context.journal)}
        self._open_form(_("Change this word"), own[word], word)

    def _open_form(self, title: str, feeling: Feeling, before: str) -> None:
        self._form = FeelingForm(title, self.context.ground, feeling)
        self._form.submitted.connect(partial(self._save, before))

    def _save(self, before: str, feeling: Feeling) -> None:
        journal, form = self.context.journal, self._form
        try:
            if before:
                change_feeling(journal, before, feeling)
            else:
                add_feeling(journal, feeling)
        except JournalError as error:
            if form is not None:
                form.problem.tell(error)
            return
        if form is not None:
            form.go()
        self.editor.clear_field()
        self.change(bool, feeling.word)

    def _hide(self, pair: tuple[str, bool]) -> None:
        word, hidden = pair
        self.change(partial(hide_feeling, self.context.journal, word, hidden=hidden))


class FeelingForm(Overlay):
    """A word, what it means, and where it lies.

    Signals:
        submitted: a ``Feeling``.
    """

    submitted = Signal(object)

    def __init__(self, title: str, parent: QWidget, feeling: Feeling) -> None:
        super().__init__(title, parent, name="feeling")
        self.word = line_field(name="feeling.word")
        self.word.setText(feeling.word)
        self.meaning = line_field(name="feeling.meaning")
        self.meaning.setText(feeling.meaning)
        self.pleasant = _scale(LEVEL_WORDS, "feeling.pleasant", feeling.pleasant)
        self.energy = _scale(ENERGY_WORDS, "feeling.energy", feeling.energy)
        self.problem = ProblemLine("feeling.problem")
        self.cancel = push_button(_("Cancel"), name="feeling.cancel")
        self.save = push_button(_("Save"), "primary", name="feeling.save")
        self._lay_out()
        self.cancel.clicked.connect(self.go)
        self.save.clicked.connect(self._submit)
        self.word.returnPressed.connect(self._submit)
        self.meaning.returnPressed.connect(self._submit)
        self.come_up()
        (self.meaning if feeling.word else self.word).setFocus()

    def _lay_out(self) -> None:
        for words, part in (
            (_("Word"), self.word),
            (_("What it means to you"), self.meaning),
            (_("How pleasant it is"), self.pleasant),
            (_("How much energy it has"), self.energy),
        ):
            self.card.add(field_label(words, part), part)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.card.add(self.problem, row)

    def _submit(self) -> None:
        try:
            feeling = Feeling(
                self.word.text(),
                self.meaning.text(),
                int(self.pleasant.value() or _MIDDLE),
                int(self.energy.value() or _MIDDLE),
                is_own=True,
            )
        except InvalidValueError as error:
            self.problem.tell(error)
            self.word.setFocus()
            return
        self.submitted.emit(feeling)


def _scale(words: tuple[str, ...], name: str, value: int) -> Segmented:
    scale = Segmented([(str(n), _(word)) for n, word in enumerate(words, 1)], name=name)
    scale.set_value(str(value))
    return scale


def _item(offer: Offer) -> Item:
    feeling = offer.feeling
    return Item(
        key=feeling.word,
        name=feeling.word,
        about=_("your own") if feeling.is_own else "",
        is_hidden=offer.is_hidden,
        may_rename=feeling.is_own,
    )
