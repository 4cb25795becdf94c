"""One section of the card: its lines, the field to write in, and its name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.domain.support import Part, Section, SupportLine
from caregiver_journal.ui.pages.support.line_editor import LineEditor
from caregiver_journal.ui.pages.support.line_row import LineRow
from caregiver_journal.ui.pages.support.name_field import NameField
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button


class SectionCard(Card):
    """Shows a section and says what is wanted; the page does it and shows what came of it.

    What is written is about a new line, a line that is changed or the name of the section. Each
    has its own draft, and the editor goes from one line to another without losing a word.

    Signals:
        submitted(str): the line in its editor is to be saved; the id of the section.
        wanted: a ``(line, key)`` pair, the key being up, down or remove.
        renamed: an ``(id, title)`` pair; an empty title stands for its own.
        touched: something was written, or is not wanted any more.
        put_away: an ``(about, written)`` pair that made way for something else.
    """

    submitted = Signal(str)
    wanted = Signal(object)
    renamed = Signal(object)
    touched = Signal()
    put_away = Signal(object)

    def __init__(self, section: Section) -> None:
        super().__init__(name=f"support.{section.id}")
        name = self.objectName()
        self.section = section
        self._part = Part(section.id, section.title)
        self._kept: dict[str, dict[str, object]] = {}
        self.rows: list[LineRow] = []
        self.hint = plain_label(section.hint, "muted", wrap=True)
        self.note = plain_label("", "small", wrap=True)
        self.stack = RowStack()
        self.editor = LineEditor(section)
        self.add_button = push_button(_("Add a line"), "link", name=f"{name}.add")
        choices = [("rename", _("Call it something else…")), ("own", _("Use its own name"))]
        self.more = MoreButton(_("Name of this section"), choices, name=f"{name}.more")
        self.name_field = NameField(f"{name}.name")
        self._arrange()
        self._connect()

    def show_part(self, part: Part, names: Sequence[str]) -> None:
        """Show the section as it is now; what is being written stays.

        Args:
            part: the section.
            names: how its lines are called where they are heard.
        """
        self._part = part
        self.title.setText(part.title)
        self.setAccessibleName(part.title)
        self.more.tell_about(part.title)
        self.add_button.setAccessibleName(_("Add a line: {title}").format(title=part.title))
        focus = next((row.line.number for row in self.rows if _holds_keyboard(row)), None)
        last = len(part.lines) - 1
        self.rows = [
            LineRow(line, heard, is_first=place == 0, is_last=place == last)
            for place, (line, heard) in enumerate(zip(part.lines, names, strict=True))
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

    def about(self) -> str:
        """Return what is written in the editor: the section for a new line, or which line."""
        return self._about(self.editor.number)

    def about_name(self) -> str:
        """Return what the name of the section is called among what is written."""
        return f"{self.section.id}:name"

    def written(self) -> dict[str, object]:
        """Return what was written here and not saved, by what it is about."""
        shown = {self.about(): self.editor.written(), self.about_name(): self.name_field.written()}
        return {about: said for about, said in {**self._kept, **shown}.items() if said}

    def restore(self, about: str, written: Mapping[str, object]) -> None:
        """Open again what was written and not saved."""
        if about == self.about_name():
            self.name_field.open_with(self._part.title, read_text(written.get("title")))
            return
        number = written.get("number")
        lines = [line for line in self._part.lines if line.number == number]
        line = lines[0] if number is not None and lines else None
        target = self._about(None if line is None else line.number)
        if target != about and target in self.written():
            self._kept[about] = dict(written)  # its line is gone, and another new one is written
            return
        self._open(line)
        self.editor.restore(written)

    def bring_back(self, about: str, written: Mapping[str, object]) -> None:
        """Open what was put away, with the keyboard in it; what it takes the place of is not."""
        if about == self.about_name():
            at, left, field = about, self.name_field.written(), self.name_field.field
        else:
            at, left, field = self.about(), self.editor.written(), self.editor.text
        self.restore(about, written)
        field.setFocus()
        self._tell_put_away(at, left)

    def settle(self) -> None:
        """Notice that the line was saved: go on with another new one, or close the editor."""
        number = self.editor.number
        self.editor.open_with(None)
        if number is None:
            self._open(None)
            self.editor.text.setFocus()
            return
        self._close()
        self._focus(number)

    def settle_name(self, title: str) -> None:
        """Notice that the section has another name; one that is being written stays."""
        if self.name_field.field.text() == title:
            self.name_field.hide()
            self.more.setFocus()

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
        """Open the editor; what it holds is kept, and what was kept of this line stands in it."""
        if left := self.editor.written():
            self._kept[self.about()] = left
        self.editor.open_with(line)
        if kept := self._kept.pop(self.about(), None):
            self.editor.restore(kept)
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
            self._go_over_to(line)
        else:
            self.wanted.emit(wish)

    def _add_line(self) -> None:
        self._go_over_to(None)

    def _go_over_to(self, line: SupportLine | None) -> None:
        about, left = self.about(), self.editor.written()
        self._open(line)
        self.editor.text.setFocus()
        self._tell_put_away(about, left)

    def _leave_editor(self) -> None:
        """Close the editor; a new line, which stands nowhere else, is there when one is added."""
        number, about, left = self.editor.number, self.about(), self.editor.written()
        self._close()
        if number is None:
            if left:
                self._kept[about] = left
            self.add_button.setFocus()
        else:
            self._focus(number)
        self._tell_put_away(about, left)

    def _tell_put_away(self, about: str, left: dict[str, object]) -> None:
        if left:
            self.touched.emit()
            self.put_away.emit((about, left))

    def _about(self, number: int | None) -> str:
        return self.section.id if number is None else f"{self.section.id}:{number}"

    def _open_sign(self, chosen: LineRow) -> None:
        for row in self.rows:
            row.show_then(chosen=row is chosen)

    def _submit(self) -> None:
        self.submitted.emit(self.section.id)

    def _rename(self, key: str) -> None:
        if key == "own":
            self.renamed.emit((self.section.id, ""))
            return
        self.name_field.open_with(self._part.title)

    def _take_name(self) -> None:
        self.renamed.emit((self.section.id, self.name_field.field.text()))

    def _leave_name(self) -> None:
        left = self.name_field.written()
        self.name_field.hide()
        self.more.setFocus()
        self._tell_put_away(self.about_name(), left)

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
        self.name_field.touched.connect(self.touched)


def _holds_keyboard(row: LineRow) -> bool:
    return any(stop.hasFocus() for stop in row.stops())
