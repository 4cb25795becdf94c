"""The parts of the sheet of questions: which are looked at, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.domain.prompt import Prompt, Shown, Theme
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.search_field import ListSearchField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

SHOWN_WORDS = {Shown.ALL: N_("All"), Shown.OWN: N_("Own"), Shown.HIDDEN: N_("Hidden")}

_LETTERS = 22
"""How many letters of a title a choice of decks has room for at least."""


def keep_narrow(combo: QComboBox) -> None:
    """Let a choice be no wider than its place, however long the words of one of its rows are."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_LETTERS)


class DeckBar(QWidget):
    """One theme or deck, or all of them, and what can be done with it.

    Signals:
        theme_chosen: another one is looked at.
    """

    theme_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._themes: tuple[Theme, ...] = ()
        self.combo = CalmCombo(name="questions.theme")
        self.combo.setAccessibleName(_("Theme or deck"))
        keep_narrow(self.combo)
        self.rename = push_button(_("Rename…"), name="questions.deck.rename")
        self.hide_button = push_button("", name="questions.deck.hide")
        self.delete = push_button(_("Delete deck"), name="questions.deck.delete")
        self.add = push_button(_("New deck…"), name="questions.deck.add")
        flow = FlowLayout(self, gap=SMALL)
        self.setSizePolicy(flowing_policy())
        for part in (self.combo, self.rename, self.hide_button, self.delete, self.add):
            flow.addWidget(part)
        self.combo.currentIndexChanged.connect(self._take)

    def chosen(self) -> str:
        """Return the id of the theme that is looked at; "" for all."""
        return self.combo.value()

    def show_themes(self, themes: Sequence[Theme], chosen: str) -> None:
        """Offer these themes, one of them chosen."""
        self._themes = tuple(themes)
        self.combo.blockSignals(True)
        self.combo.clear()
        self.combo.addItem(_("All themes and decks"), "")
        for theme in themes:
            hidden = _("{title} (hidden)").format(title=theme.title)
            self.combo.addItem(hidden if theme.is_hidden else theme.title, theme.id)
        self.combo.set_value(chosen)
        self.combo.blockSignals(False)
        self._show_choice()

    def _take(self) -> None:
        self._show_choice()
        self.theme_chosen.emit()

    def _show_choice(self) -> None:
        theme = next((one for one in self._themes if one.id == self.chosen()), None)
        for button in (self.rename, self.hide_button):
            button.setVisible(theme is not None)
        self.delete.setVisible(theme is not None and theme.is_own)
        is_hidden = theme is not None and theme.is_hidden
        set_button_text(self.hide_button, _("Offer it again") if is_hidden else _("Hide all of it"))
        for button in (self.rename, self.hide_button, self.delete):
            button.setAccessibleDescription("" if theme is None else theme.title)


class ShownBar(QWidget):
    """A field for words above which questions are looked at.

    Signals:
        changed: others are looked at.
        list_wanted: the keyboard shall go on to what was found.
    """

    changed = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = ListSearchField(name="questions.search")
        self.field.setAccessibleName(_("Search questions"))
        self.field.setPlaceholderText(_("Search"))
        shown = [(each.value, _(words)) for each, words in SHOWN_WORDS.items()]
        self.shelves = Segmented(shown, name="questions.shown", keeps_one=True)
        self.shelves.setAccessibleName(_("Which questions"))
        self.shelves.set_value(Shown.ALL)
        self.add = push_button(_("Add a question…"), name="questions.add")
        row = QWidget()
        flow = FlowLayout(row, gap=SMALL)
        row.setSizePolicy(flowing_policy())
        for part in (self.shelves, self.add):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(self.field)
        column.addWidget(row)
        self.field.textChanged.connect(self.changed)
        self.field.list_wanted.connect(self.list_wanted)
        self.shelves.chosen.connect(self.changed)

    def wanted(self) -> str:
        """Return the words that are looked for."""
        return self.field.text()

    def shown(self) -> Shown:
        """Return which questions are looked at."""
        return Shown(self.shelves.value() or Shown.ALL)

    def show_all(self) -> None:
        """Look at all of them again; nobody is told."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.shelves.set_value(Shown.ALL)


class QuestionActions(QWidget):
    """Change one question, hide it or offer it again, and delete it where it is an own one."""

    def __init__(self) -> None:
        super().__init__()
        self.open = push_button(_("Show its words"), name="questions.open")
        self.edit = push_button(_("Change…"), name="questions.edit")
        self.hide_button = push_button("", name="questions.hide")
        self.delete = push_button(_("Delete"), name="questions.delete")
        flow = FlowLayout(self, gap=SMALL)
        self.setSizePolicy(flowing_policy())
        for button in (self.open, self.edit, self.hide_button, self.delete):
            flow.addWidget(button)
        self.show_prompt(None)

    def show_prompt(self, prompt: Prompt | None, *, is_shut: bool = False) -> None:
        """Offer what can be done with a question, whose words may be shut."""
        self.setVisible(prompt is not None)
        self.open.setVisible(is_shut)
        self.delete.setVisible(prompt is not None and prompt.is_own)
        is_hidden = prompt is not None and prompt.is_hidden
        set_button_text(self.hide_button, _("Offer it again") if is_hidden else _("Hide"))
        for button in (self.edit, self.hide_button, self.delete):
            button.setAccessibleDescription("" if prompt is None or is_shut else prompt.text)


class SaidLine(QWidget):
    """Says what was done, and offers one thing to do about it; empty before that."""

    def __init__(self) -> None:
        super().__init__()
        self._act: Callable[[], object] | None = None
        self.label = plain_label("", "muted")
        self.label.setObjectName("questions.said")
        self.button = push_button("", "link", name="questions.undo")
        flow = FlowLayout(self, gap=SMALL)
        flow.addWidget(self.label)
        flow.addWidget(self.button)
        self.setSizePolicy(flowing_policy())
        self.button.clicked.connect(self._do)
        self.be_quiet()

    def offer(self, text: str, action: str, act: Callable[[], object]) -> None:
        """Say what was done, and what can be done about it."""
        self._act = act
        self.label.setText(text)
        set_button_text(self.button, action)
        self.show()
        announce(self.label, text)

    def be_quiet(self) -> None:
        """Say nothing any more."""
        self._act = None
        self.hide()

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
