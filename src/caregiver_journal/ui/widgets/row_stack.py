"""Hold rows one below the other that are made anew whenever what they show changes."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.ui.widgets.tab_anchor import TabAnchor


class RowStack(QWidget):
    """Shows all rows at once: to show each by itself would lay the page out each time."""

    def __init__(self, *, gap: int = 0) -> None:
        super().__init__()
        self._gap = gap
        self._anchor = TabAnchor(self)
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._rows)

    def show_rows(self, rows: Sequence[QWidget], stops: Iterable[QWidget]) -> None:
        """Show other rows; Tab comes to their stops in the place of this stack."""
        old, self._rows = self._rows, QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        for row in rows:
            column.addWidget(row)
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        self._rows.show()
        self._anchor.lead(stops)
        self.setVisible(bool(rows))
