"""Say how the paper form is coded, where there is more than one way."""

from collections.abc import Sequence
from string import ascii_uppercase

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TINY
from caregiver_journal.domain.instrument import Form
from caregiver_journal.ui.widgets.pick_row import PickRow, keep_one
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import plain_label


class CodingChoice(QWidget):
    """A row for each way of coding; hidden where there is one way only.

    Signals:
        chosen(str): the id of a way.
    """

    chosen = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: dict[str, PickRow] = {}
        self.question = plain_label("", "label", wrap=True)
        self._anchor = TabAnchor(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TINY)
        self._column.addWidget(self.question)
        self.hide()

    def ask(self, forms: Sequence[Form]) -> None:
        """Ask for one of these ways; none is chosen."""
        for gone in self._rows.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = {}
        ways = forms if len(forms) > 1 else ()
        for letter, form in zip(ascii_uppercase, ways, strict=False):
            row = PickRow(name=f"{self.objectName()}.{form.id}")
            row.show_words(form.title, "", letter)
            row.picked.connect(self._on_picked)
            self._column.addWidget(row)
            self._rows[form.id] = row
        self._anchor.lead(self._rows.values())
        for first in list(self._rows.values())[:1]:
            self.setFocusProxy(first)
        self.setVisible(bool(ways))

    def set_optional(self, *, optional: bool) -> None:
        """Ask for it, or for it as far as it is known."""
        self.question.setText(
            _("How is the paper form coded, if you know?")
            if optional
            else _("How is your paper form coded?")
        )

    def is_asked(self) -> bool:
        """Tell whether there is more than one way."""
        return bool(self._rows)

    def set_value(self, form_id: str) -> None:
        """Show one of the ways as chosen, or none, without a signal."""
        keep_one(self._rows.values(), self._rows.get(form_id))

    def rows(self) -> tuple[PickRow, ...]:
        """Return the rows, first to last."""
        return tuple(self._rows.values())

    def _on_picked(self) -> None:
        row = self.sender()
        for form_id, one in self._rows.items():
            if one is row:
                keep_one(self._rows.values(), one)
                self.chosen.emit(form_id)
