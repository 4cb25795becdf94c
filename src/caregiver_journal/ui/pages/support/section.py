"""One section of the card: its lines, the field to write in, and its name."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.support import MAX_TITLE, Part, Section, SupportLine
from caregiver_journal.ui.pages.support.line_editor import LineEditor
from caregiver_journal.ui.pages.support.line_row import LineRow
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button


class SectionCard(Card):
    """Shows a section and says what is wanted; the page does it and shows what came of it.

    Signals:
        submitted(str): the line in its editor is to be saved; the id of the section.
        wanted: a ``(line, key)`` pair, the key being up, down or remove.
        renamed: an ``(id, title)`` pair; an empty title stands for its own.
        touched: something was written into its editor.
        given_up: what was written in its editor is not wanted.
    """

    submitted = Signal(str)
    wanted = Signal(object)
    renamed = Signal(object)
    touched = Signal()
    given_up = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__(name=f"support.{section.id}")
        name = self.objectName()
        self.section = section
        self._part = Part(section.id, section.title)
        self.rows: list[LineRow] = []
        self.hint = plain_label(section.hint, "muted", wrap=True)
        self.note = plain_label("", "small", wrap=True)
        self.stack = RowStack()
        self.editor = LineEditor(section)
        self.add_button = push_button(_("Add a line"), "link", name=f"{name}.add")
        choices = [("rename", _("Call it something else…")), ("own", _("Use its own name"))]
        self.more = MoreButton(_("Name of this section"), choices, name=f"{name}.more")
        self.name_field = _NameField(f"{name}.name")
        self._arrange()
        self._connect()

    def show_part(self, part: Part) -> None:
        """Show the section as it is now; what is being written stays."""
        self._part = part
        self.title.setText(part.title)
        self.setAccessibleName(part.title)
        self.more.tell_about(part.title)
        self.add_button.setAccessibleName(_("Add a line: {title}").format(title=part.title))
        focus = next((row.line.number for row in self.rows if _holds_keyboard(row)), None)
        last = len(part.lines) - 1
        self.rows = [
            LineRow(line, is_first=place == 0, is_last=place == last)
            for place, line in enumerate(part.lines)
        ]
        for row in self.rows:
            row.wanted.connect(self._take)
            row.picked.connect(self._open_sign)
        self._show_rows()
        self.hint.setVisible(not part.lines)
        self.note.setText(part.note)
        self.note.setVisible(bool(part.note))
        if focus is not None:
            self._focus(focus)

    def restore(self, written: Mapping[str, object]) -> None:
        """Open the editor with what was written and not saved."""
        number = written.get("number")
        lines = [line for line in self._part.lines if line.number == number]
        self._open(lines[0] if lines and number is not None else None)
        self.editor.restore(written)

    def settle(self) -> None:
        """Notice that the line was saved: go on with another new one, or close the editor."""
        if self.editor.number is None:
            self._open(None)
            self.editor.text.setFocus()
            return
        number = self.editor.number
        self._close()
        self._focus(number)

    def tell(self, error: JournalError) -> None:
        """Say what went wrong in the editor."""
        self.editor.tell(error)

    # --- what is shown --------------------------------------------------------------------------

    def _show_rows(self) -> None:
        """Show the rows, the editor in the place of the one it changes or behind them all."""
        shown: list[QWidget] = []
        stops: list[QWidget] = []
        number = None if self.editor.isHidden() else self.editor.number
        for row in self.rows:
            is_changed = number is not None and row.line.number == number
            shown.append(row)
            if is_changed:
                shown.append(self.editor)
                row.hide()
            elif row.parentWidget() is not None:  # a new one is shown with those around it
                row.show()
            stops += self._editor_stops() if is_changed else row.stops()
        if self.editor not in shown:
            shown.append(self.editor)
            stops += self._editor_stops()
        self.stack.show_rows(shown, stops)
        self.stack.setVisible(bool(self.rows) or not self.editor.isHidden())

    def _editor_stops(self) -> tuple[QWidget, ...]:
        editor = self.editor
        return (editor.text, editor.detail, editor.cancel, editor.save)

    def _open(self, line: SupportLine | None) -> None:
        self.editor.open_with(line)
        self._show_rows()
        self.add_button.setVisible(line is not None)

    def _close(self) -> None:
        self.editor.open_with(None)
        self.editor.hide()
        self._show_rows()
        self.add_button.show()

    def _focus(self, number: int) -> None:
        """Put the keyboard onto a line, or onto what adds one where that line is gone."""
        row = next((row for row in self.rows if row.line.number == number), None)
        (self.add_button if row is None else row.more).setFocus()

    # --- what is wanted -------------------------------------------------------------------------

    def _take(self, wish: tuple[SupportLine, str]) -> None:
        line, key = wish
        if key == "change":
            self._open(line)
            self.editor.text.setFocus()
        else:
            self.wanted.emit(wish)

    def _add_line(self) -> None:
        self._open(None)
        self.editor.text.setFocus()

    def _leave_editor(self) -> None:
        number = self.editor.number
        self._close()
        self.given_up.emit()
        if number is None:
            self.add_button.setFocus()
        else:
            self._focus(number)

    def _open_sign(self, chosen: LineRow) -> None:
        for row in self.rows:
            row.show_then(chosen=row is chosen)

    def _submit(self) -> None:
        self.submitted.emit(self.section.id)

    def _rename(self, key: str) -> None:
        if key == "own":
            self.renamed.emit((self.section.id, ""))
            return
        self.name_field.field.setText(self._part.title)
        self.name_field.show()
        self.name_field.field.setFocus()
        self.name_field.field.selectAll()

    def _take_name(self) -> None:
        self.name_field.hide()
        self.more.setFocus()
        self.renamed.emit((self.section.id, self.name_field.field.text()))

    def _leave_name(self) -> None:
        self.name_field.hide()
        self.more.setFocus()

    # --- how it is put together -----------------------------------------------------------------

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.title, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.title.setContentsMargins(0, 0, 0, 0)
        self.title.show()
        self.add(head, self.name_field, self.hint, self.stack, self.note, self.add_button)
        self.body.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add_line)
        self.editor.submitted.connect(self._submit)
        self.editor.left.connect(self._leave_editor)
        self.editor.touched.connect(self.touched)
        self.more.chosen.connect(self._rename)
        self.name_field.taken.connect(self._take_name)
        self.name_field.left.connect(self._leave_name)


class _NameField(QWidget):
    """A field for the name of a section. Enter takes it, Escape leaves.

    Signals:
        taken, left: the person is done.
    """

    taken = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = line_field(_("What you call it"), name=name)
        self.field.setMaxLength(MAX_TITLE)
        keep = push_button(_("Rename"), name=f"{name}.keep")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(keep)
        self.field.returnPressed.connect(self.taken)
        keep.clicked.connect(self.taken)
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _holds_keyboard(row: LineRow) -> bool:
    return any(stop.hasFocus() for stop in row.stops())
