"""Questionnaires: those in use with what they came to last, and the others."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.measure_facts import measure_note
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.measure_results import LastResult, last_results
from caregiver_journal.journal.measuring import (
    Questionnaire,
    all_instruments,
    find_instrument,
    hide_instrument,
    set_repeat,
)
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.measures.facts import FactsSheet
from caregiver_journal.ui.pages.measures.repeat import RepeatSheet
from caregiver_journal.ui.pages.measures.row import MeasureRow
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

if TYPE_CHECKING:
    from caregiver_journal.ui.measure_files import MeasureFiles
    from caregiver_journal.ui.own_scales import OwnScales

_NAME = "measures"
Listed = tuple[str, Questionnaire | None, LastResult | None]
"""What a row is about: the id, the questionnaire if it is there, and its result if there is one."""


class MeasuresPage(Page):
    """Lists questionnaires; each can be filled in, waits if wished, and says what it is."""

    shows: ClassVar[frozenset[Changed]] = frozenset({Kind.MEASURE, Topic.INSTRUMENT, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: dict[str, MeasureRow] = {}
        self._is_open = False
        self.add = push_button(_("New scale…"), name=f"{_NAME}.add")
        self.file = push_button(_("Add from a file…"), name=f"{_NAME}.file")
        self.header = PageHeader(
            _("Measures"), _("Questionnaires on paper, by their numbers."), self.file, self.add
        )
        self.problem = ProblemLine(f"{_NAME}.problem")
        self.lead = Card(_("For what is answered on paper"), role="help_card", name=f"{_NAME}.lead")
        self.used = RowCard(_("In use"), f"{_NAME}.used")
        self.others = RowCard(_("More questionnaires"), f"{_NAME}.others")
        self.hidden = RowCard(_("Hidden"), f"{_NAME}.hidden")
        self.show_hidden = push_button("", "link", name=f"{_NAME}.show_hidden")
        self._arrange()
        self.add.clicked.connect(self._write_own)
        self.file.clicked.connect(self._choose_file)
        self.show_hidden.clicked.connect(self._toggle_hidden)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        found, results = all_instruments(journal), last_results(journal)
        self.problem.be_quiet()
        for fault in found.faults:
            self.problem.tell(fault)
        known = {each.id: each for each in found.all}
        came_to = {result.id: result for result in results}
        used = [
            (result.id, known.get(result.id), result)
            for result in results
            if not (result.id in known and known[result.id].is_hidden)
        ]
        others = [(each.id, each, None) for each in found.offered if each.id not in came_to]
        hidden = [(each.id, each, came_to.get(each.id)) for each in found.all if each.is_hidden]
        self._show_rows(used, others, hidden)

    @override
    def focus_first(self) -> None:
        first = next((row for card in (self.used, self.others) for row in card.rows), None)
        (self.add if first is None or first.action.isHidden() else first.action).setFocus()

    # --- what is shown --------------------------------------------------------------------------

    def _show_rows(
        self, used: Sequence[Listed], others: Sequence[Listed], hidden: Sequence[Listed]
    ) -> None:
        focus = self.window().focusWidget()
        today = day_of(self.context.journal.clock(), self.context.journal.start_of_day)
        for card, listed in ((self.used, used), (self.others, others), (self.hidden, hidden)):
            rows = [self._row(name) for name, _found, _result in listed]
            for place, (row, (_name, found, result)) in enumerate(zip(rows, listed, strict=True)):
                row.show_one(found, result, today, is_first=place == 0)
            card.show_rows(rows)
        self._order_stops()
        self._let_go({name for part in (used, others, hidden) for name, *_rest in part})
        self.lead.setVisible(not used)
        self.conversation.setVisible(bool(used))
        self._say_hidden(len(hidden))
        if bool(focus) and self.isAncestorOf(focus) and focus.isVisible():
            focus.setFocus()  # it may have moved to another card

    def _order_stops(self) -> None:
        """Let Tab come to the rows in their order, which may have moved from card to card."""
        used, others, hidden = (
            [stop for row in card.rows for stop in row.stops()]
            for card in (self.used, self.others, self.hidden)
        )
        self._anchor.lead([*used, *others, self.show_hidden, *hidden])

    def _row(self, name: str) -> MeasureRow:
        if name not in self._rows:
            self._rows[name] = MeasureRow(name)
            self._rows[name].wanted.connect(self._do)
        return self._rows[name]

    def _let_go(self, there: set[str]) -> None:
        for name in self._rows.keys() - there:
            self._rows.pop(name).deleteLater()

    def _say_hidden(self, count: int) -> None:
        is_open = self._is_open and count > 0
        self.hidden.setVisible(is_open)
        words = ngettext("Show {count} hidden one", "Show {count} hidden ones", count)
        set_button_text(
            self.show_hidden, _("Keep them hidden") if is_open else words.format(count=count)
        )
        self.show_hidden.setVisible(count > 0)

    def _toggle_hidden(self) -> None:
        self._is_open = not self._is_open
        self._say_hidden(len(self.hidden.rows))

    # --- what is done ---------------------------------------------------------------------------

    def _do(self, what: str, instrument_id: str) -> None:
        acts: dict[str, Callable[[str], object]] = {
            "fill": self._fill,
            "facts": self._tell_facts,
            "repeat": self._ask_repeat,
            "hide": partial(self._hide, hidden=True),
            "show": partial(self._hide, hidden=False),
            "change": self._change,
            "delete": self._delete,
        }
        try:
            acts[what](instrument_id)
        except JournalError as error:
            self.context.fail(error)

    @cached_property
    def _own(self) -> "OwnScales":
        from caregiver_journal.ui.own_scales import OwnScales  # noqa: PLC0415 - most never write one

        return OwnScales(self.context, self)

    @cached_property
    def _files(self) -> "MeasureFiles":
        from caregiver_journal.ui.measure_files import MeasureFiles  # noqa: PLC0415 - few have one

        return MeasureFiles(self.context, self)

    def _write_own(self) -> None:
        self._own.add()

    def _choose_file(self) -> None:
        self._files.ask()

    def _change(self, instrument_id: str) -> None:
        self._own.change(instrument_id)

    def _delete(self, instrument_id: str) -> None:
        self._own.delete(instrument_id)

    def _fill(self, instrument_id: str) -> None:
        self.go_requested.emit(Destination("measure", part=f"instrument:{instrument_id}"))

    def _tell_facts(self, instrument_id: str) -> None:
        FactsSheet(self.context, find_instrument(self.context.journal, instrument_id))

    def _ask_repeat(self, instrument_id: str) -> None:
        sheet = RepeatSheet(self.context, find_instrument(self.context.journal, instrument_id))
        sheet.chosen.connect(partial(self._set_repeat, instrument_id))

    def _set_repeat(self, instrument_id: str, days: int | None) -> None:
        try:
            set_repeat(self.context.journal, instrument_id, days)
        except JournalError as error:
            self.context.fail(error)

    def _hide(self, instrument_id: str, *, hidden: bool) -> None:
        take_back = hide_instrument(self.context.journal, instrument_id, hidden=hidden)
        said = _("Hidden; its results stay") if hidden else _("Offered again")
        self.context.undo.offer(said, take_back)
        if not self._rows[instrument_id].isVisible():
            self.focus_first()

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        about = _(
            "Some therapists hand out questionnaires on paper. Copy the numbers of your answers "
            "here, and see what they come to and how that changes over time."
        )
        self.lead.add(plain_label(about, wrap=True))
        self.conversation = plain_label(measure_note(), "muted", wrap=True)
        self.used.add(self.conversation)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        for part in (self.header, self.problem, self.lead):
            column.addWidget(part)
        self._anchor = TabAnchor(inside)
        column.addWidget(self.used)
        column.addWidget(self.others)
        column.addWidget(self.show_hidden)
        column.addWidget(self.hidden)
        column.addStretch(1)
        self.hidden.hide()
        self.set_content(inside, lines_wide=54)


class RowCard(Card):
    """A card of questionnaires, hidden while there is none.

    Attributes:
        rows: in their order.
    """

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, name=name)
        self.rows: tuple[MeasureRow, ...] = ()
        room = QWidget()
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add(room)

    def show_rows(self, rows: Sequence[MeasureRow]) -> None:
        """Show these rows; those that stand here already stay where they are."""
        if tuple(rows) != self.rows:
            for row in self.rows:
                self._column.removeWidget(row)
            for row in rows:
                self._column.addWidget(row)
                row.show()
                row.raise_()  # what hears the page goes by this order
            self.rows = tuple(rows)
        self.setVisible(bool(rows))
