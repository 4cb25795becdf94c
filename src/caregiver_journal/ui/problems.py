"""One road for bugs: a sheet that says what kind, where, and whether the entries are safe."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal import __version__
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import PAGE, SNUG
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.text import note_field, plain_label, push_button


class Problems(QObject):
    """Carries descriptions of bugs from any thread to the GUI thread, each kind once.

    Signals:
        found: the description of a bug: its type and places, never a value.
    """

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()

    def tell(self, description: str) -> None:
        """Hear of a bug; may be called on any thread."""
        if description not in self._seen:
            self._seen.add(description)
            self.found.emit(description)


class ProblemSheet(QWidget):
    """Covers the window with the report of a bug until it is closed."""

    def __init__(self, description: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self.setAutoFillBackground(True)
        self._report = f"Caregiver Journal {__version__}\n{description}"
        card = Card(_("Something in the program went wrong"))
        card.add(
            plain_label(
                _(
                    "What you saved is safe. This is a fault of the program, not yours. Nothing is "
                    "sent anywhere; the report below holds no word of your journal."
                ),
                wrap=True,
            )
        )
        report = note_field("", lines=8, name="problem.report")
        report.setPlainText(self._report)
        report.setReadOnly(True)
        report.setAccessibleName(_("Report"))
        card.add(report)
        copy = push_button(_("Copy the report"), name="problem.copy")
        copy.clicked.connect(self._copy)
        close = push_button(_("Go on"), "primary", name="problem.close")
        close.clicked.connect(self.deleteLater)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        card.add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        column.setSpacing(SNUG)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(1)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
