"""Build a sentence from four parts, and see at once how it reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Part
from caregiver_journal.domain.sentence import join_parts
from caregiver_journal.journal.scripts import BUILDER_DRAFT, builder_parts
from caregiver_journal.ui.clipboard import copy_text
from caregiver_journal.ui.draft_keeper import Content, DraftKeeper
from caregiver_journal.ui.keeping import keep
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.script.choices import situation_combo
from caregiver_journal.ui.pages.script.rehearsal import RehearsalSheet
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.chips import Chips
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.text import (
    field_label,
    plain_label,
    push_button,
    set_tooltip,
)

_LINES_WIDE = 50
_MOST_LINES = 4
_GAP = 6


class PartField(QWidget):
    """One part: its name, a question, beginnings to borrow, and a field.

    Signals:
        edited: something was written.
    """

    edited = Signal()

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.field = GrowingField(most=_MOST_LINES, name=f"builder.{part.id}")
        starts = [(str(number), words) for number, words in enumerate(part.starts)]
        self.starts = Chips(starts, name=f"builder.{part.id}.start")
        self.starts.setAccessibleName(_("Beginnings to borrow"))
        hint = plain_label(part.hint, "small", wrap=True)
        self.field.setAccessibleDescription(part.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(field_label(part.label, self.field))
        column.addWidget(hint)
        column.addWidget(self.starts)
        column.addWidget(self.field)
        self.field.textChanged.connect(self.edited)
        self.starts.changed.connect(self._borrow)

    def text(self) -> str:
        """Return what was written."""
        return self.field.toPlainText()

    def _borrow(self, chosen: tuple[str, ...]) -> None:
        """Put a beginning before what was written; one that was borrowed before makes way."""
        self.starts.set_values(())
        if not chosen:
            return
        start, text = self.part.starts[int(chosen[0])], self.text().strip()
        borrowed = next((other for other in self.part.starts if text.startswith(other)), "")
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(f"{start} {text.removeprefix(borrowed).strip()}")
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)


class BuilderSheet(Overlay):
    """Four parts at one side, the whole at the other; what is unfinished is kept as a draft.

    Signals:
        kept(str): the sentence was kept; the id of the phrase.
    """

    kept = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("Build a sentence"), context.ground, name="builder", lines_wide=_LINES_WIDE
        )
        self._context = context
        self.keeper = DraftKeeper(context.journal, BUILDER_DRAFT, self._content, context.fail, self)
        self.parts = [PartField(part) for part in builder_parts()]
        self.whole = plain_label("", "reading", wrap=True)
        self.whole.setObjectName("builder.whole")
        self.empty = plain_label(
            _("It will read here, as one piece. Every part may stay empty."), "muted", wrap=True
        )
        self.situation = situation_combo(_("Any situation"), name="builder.situation")
        self.problem = ProblemLine("builder.problem")
        self.copied = plain_label(_("Copied, for one minute."), "small", wrap=True)
        self.keep = push_button(_("Keep these words"), "primary", name="builder.keep")
        self.rehearse = push_button(_("Rehearse…"), name="builder.rehearse")
        self.copy = push_button(_("Copy"), name="builder.copy")
        self.clear = push_button(_("Start over"), "link", name="builder.clear")
        self.done = push_button(_("Close"), name="builder.close")
        self._lay_out()
        self._fill()
        self._connect()
        self._follow()
        self.come_up()
        self.parts[0].field.setFocus()

    def text(self) -> str:
        """Return the parts as one text."""
        return join_parts(part.text() for part in self.parts)

    @override
    def store_draft(self) -> None:
        self.keeper.store()

    @override
    def go(self) -> None:
        """Keep what is unfinished, then take the sheet away."""
        try:
            self.keeper.store()
        except JournalError as error:
            self._context.fail(error)
        super().go()

    def _lay_out(self) -> None:
        set_tooltip(self.keep, _("Keep these words (Ctrl+Enter)"))
        set_tooltip(self.copy, _("Copy; the clipboard is emptied after a minute"))
        self.copied.hide()
        whole = Card(_("The whole"), role="help_card", name="builder.card")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=SMALL)
        buttons.setSizePolicy(flowing_policy())
        for button in (self.keep, self.rehearse, self.copy):
            flow.addWidget(button)
        for_label = field_label(_("Situation"), self.situation)
        whole.add(self.whole, self.empty, for_label, self.situation, buttons)
        whole.add(self.copied, self.problem)
        ends = QWidget()
        foot = FlowLayout(ends, gap=MEDIUM)
        ends.setSizePolicy(flowing_policy())
        for button in (self.done, self.clear):
            foot.addWidget(button)
        self.card.add(Columns(self.parts, (whole, ends), shares=(3, 2)))

    def _fill(self) -> None:
        draft = self.keeper.kept()
        for part in self.parts:
            text = draft.get(part.part.id, "")
            part.field.setPlainText(text if isinstance(text, str) else "")
        situation = draft.get("situation", "")
        self.situation.set_value(situation if isinstance(situation, str) else "")

    def _connect(self) -> None:
        for part in self.parts:
            part.edited.connect(self._take)
        self.situation.currentIndexChanged.connect(self._take)
        self.keep.clicked.connect(self._keep)
        self.rehearse.clicked.connect(self._rehearse)
        self.copy.clicked.connect(self._copy)
        self.clear.clicked.connect(self._start_over)
        self.done.clicked.connect(self.go)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)

    def _content(self) -> Content:
        written: Content = {part.part.id: part.text() for part in self.parts if part.text().strip()}
        if written and self.situation.value():
            written["situation"] = self.situation.value()
        return written

    def _take(self) -> None:
        self.keeper.touch()
        self._follow()

    def _follow(self) -> None:
        """Show how it reads now."""
        text = self.text()
        self.whole.setText(text)
        self.whole.setVisible(bool(text))
        self.empty.setVisible(not text)
        self.problem.be_quiet()
        self.copied.hide()
        for button in (self.keep, self.rehearse, self.copy, self.clear):
            button.setEnabled(bool(text))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        try:
            kept = keep(self._context, self.text(), self.situation.value(), draft=BUILDER_DRAFT)
        except JournalError as error:
            self.problem.tell(error)
            return
        self.keeper.settle()
        self.go()
        self.kept.emit(kept.script.id)

    def _rehearse(self) -> None:
        RehearsalSheet(self._context, self.text(), self.situation.value())

    def _copy(self) -> None:
        copy_text(self.text())
        self.copied.show()
        announce(self.copied, self.copied.text())

    def _start_over(self) -> None:
        """Empty every part; Ctrl+Z in a field brings its words back."""
        for part in self.parts:
            cursor = part.field.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        self.parts[0].field.setFocus()
