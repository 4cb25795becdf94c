"""One line of the card with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.domain.support import SIGNS, SupportLine
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.pick_row import PickRow
from caregiver_journal.ui.widgets.text import plain_label


class LineRow(QWidget):
    """Shows a line; an early sign shows what one does then once it is chosen.

    Signals:
        wanted: a ``(line, key)`` pair, the key being change, up, down or remove.
        picked: the row, whose sign was chosen.
    """

    wanted = Signal(object)
    picked = Signal(object)

    def __init__(self, line: SupportLine, heard: str, *, is_first: bool, is_last: bool) -> None:
        """Show a line; ``heard`` is how it is called where it is heard among others."""
        super().__init__()
        self.line = line
        self._heard = heard
        self._name = f"support.line.{line.number}"
        self.setObjectName(self._name)
        self.setSizePolicy(flowing_policy())
        self.pick = self._make_pick() if line.section == SIGNS else None
        choices = [("change", _("Change…")), ("remove", _("Remove"))]
        if not is_last:
            choices.insert(1, ("down", _("Move down")))
        if not is_first:
            choices.insert(1, ("up", _("Move up")))
        self.more = MoreButton(
            _("More to do with it"), choices, name=f"{self._name}.more", about=heard
        )
        self.more.chosen.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.pick or self._make_words(), 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (self.more,) if self.pick is None else (self.pick, self.more)

    def show_then(self, *, chosen: bool) -> None:
        """Show what one does at this sign, or the sign alone."""
        if self.pick is not None:
            then = self.line.detail or _("What you do then is not written yet.")
            self.pick.set_chosen(chosen=chosen)
            self.pick.show_words(self.line.text, then if chosen else "", heard=self._heard)

    def _make_pick(self) -> PickRow:
        pick = PickRow(name=f"{self._name}.sign")
        pick.show_words(self.line.text, "", heard=self._heard)
        pick.picked.connect(self._tell_picked)
        return pick

    def _make_words(self) -> QWidget:
        words = QWidget()
        words.setSizePolicy(flowing_policy())
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(plain_label(self.line.text, wrap=True))
        if self.line.detail:
            column.addWidget(plain_label(self.line.detail, "muted", wrap=True))
        return words

    def _tell(self, key: str) -> None:
        self.wanted.emit((self.line, key))

    def _tell_picked(self) -> None:
        self.picked.emit(self)
