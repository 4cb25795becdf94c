"""Find words for a hard moment, from any page."""

from PySide6.QtCore import Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, find_scripts
from caregiver_journal.journal.scripts import all_scripts, shipped_situations, situation_titles
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.search_sheet import SearchSheet
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.script_delegate import ScriptRow, read_out
from caregiver_journal.ui.widgets.script_list import ScriptList, rows_by_situation
from caregiver_journal.ui.widgets.search_field import SearchField
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_tooltip
from caregiver_journal.ui.widgets.text_delegate import Heading

_LINES_WIDE = 36
_LINES_HIGH = 12


class WordsSheet(SearchSheet):
    """One field; below it favourites and all other phrases. Arrows walk, Enter chooses.

    Signals:
        chosen(str): the words of the phrase that was chosen; the sheet is gone by then.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, situation: str = "") -> None:
        """Show phrases; those for a situation, where one is named, before the others."""
        super().__init__(_("Find words"), context.ground, name="words", lines_wide=_LINES_WIDE)
        self._situation = situation
        self._situations = shipped_situations()
        self._scripts = self._read(context)
        self.watch(SearchField(name="words.search"))
        self.field.setAccessibleName(_("Search phrases and when they fit"))
        self.field.setPlaceholderText(_("Search"))
        self.list = ScriptList(_("Phrases"), name="words.list")
        self.list.setMinimumHeight(_LINES_HIGH * self.list.fontMetrics().height())
        self.list.opened.connect(self._take)
        self.none = plain_label(_("No phrase holds these words."), "muted", wrap=True)
        self.clear = push_button(_("Clear the search"), "link", name="words.clear")
        self.clear.clicked.connect(self._clear)
        self.cancel = push_button(_("Cancel"), name="words.cancel")
        self.cancel.clicked.connect(self.go)
        self.use = push_button(_("Use these words"), "primary", name="words.use")
        set_tooltip(self.use, _("Use these words (Enter)"))
        self.use.clicked.connect(self._take)
        self.card.add(self.field, self.none, self.clear, self.list)
        self.card.add(FootRow((), (self.cancel, self.use)))
        self.begin()

    def _read(self, context: Context) -> tuple[Script, ...]:
        try:
            return all_scripts(context.journal)
        except JournalError as error:
            context.fail(error)
            return ()

    @override
    def _offer(self, words: str) -> None:
        found = find_scripts(self._scripts, words, situations=situation_titles())
        self.list.show_rows(self._rows(found), from_top=True)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.clear.setVisible(not found)
        self.use.setEnabled(bool(found))

    def _rows(self, found: tuple[Script, ...]) -> list[ScriptRow]:
        """Return favourites, then what the situation asks for, then the rest as in the library."""
        first = [script for script in found if script.is_favourite]
        rest = [script for script in found if not script.is_favourite]
        rows: list[ScriptRow] = [Heading(_("Favourites")), *first] if first else []
        order = sorted(self._situations, key=lambda each: each.id != self._situation)
        return rows + rows_by_situation(rest, order)

    def _clear(self) -> None:
        self.field.clear()
        self.field.setFocus()

    @override
    def _step(self, by: int) -> str:
        self.list.step(by)
        script = self.list.current()
        return "" if script is None else read_out(script)

    @override
    def _take(self) -> None:
        script = self.list.current()
        if script is not None and not self.isHidden():
            self.go()
            self.chosen.emit(script.text)
