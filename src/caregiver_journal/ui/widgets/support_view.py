"""Show the support card for reading: its sections, and what one does then at a sign."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.domain.support import EMERGENCY, SIGNS, Part, SupportLine
from caregiver_journal.ui.widgets.line_names import name_lines
from caregiver_journal.ui.widgets.pick_row import PickRow, keep_one
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label


class SupportView(QWidget):
    """All that is written on the card, what is urgent first; empty sections are left out."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._signs: list[tuple[PickRow, SupportLine, str]] = []
        self._names = name_lines(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        self._shown = [part for part in sorted(parts, key=_comes_later) if part.lines]
        for part in self._shown:
            column.addWidget(self._make_part(part))
        if not self._shown:
            self.hide()

    def holds_any(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self._shown)

    def signs(self) -> tuple[PickRow, ...]:
        """Return the rows of the early signs."""
        return tuple(row for row, _line, _heard in self._signs)

    def _make_part(self, part: Part) -> QWidget:
        group = QWidget()
        group.setObjectName(f"support.part.{part.section}")
        group.setAccessibleName(part.title)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(plain_label(part.title, "strong", wrap=True))
        if part.section == SIGNS:
            hint = _("Choose a sign to see what you do then.")
            column.addWidget(plain_label(hint, "small", wrap=True))
        for number, line in enumerate(part.lines):
            if part.section == SIGNS:
                column.addWidget(self._make_sign(number, line))
            else:
                column.addWidget(_make_line(line))
        if part.note:
            column.addWidget(plain_label(part.note, "small", wrap=True))
        return group

    def _make_sign(self, number: int, line: SupportLine) -> PickRow:
        row = PickRow(name=f"support.sign.{number}")
        heard = _("Sign: {text}").format(text=self._names[SIGNS][number])
        row.show_words(line.text, "", heard=heard)
        row.picked.connect(self._open_sign)
        self._signs.append((row, line, heard))
        return row

    def _open_sign(self) -> None:
        chosen = self.sender()
        keep_one(self.signs(), chosen if isinstance(chosen, QWidget) else None)
        for row, line, heard in self._signs:
            then = line.detail or _("What you do then is not written yet.")
            row.show_words(line.text, then if row is chosen else "", heard=heard)


def _comes_later(part: Part) -> bool:
    return part.section != EMERGENCY


def _make_line(line: SupportLine) -> PlainLabel:
    text = f"{line.text}\n{line.detail}" if line.detail else line.text
    label = plain_label(text, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
