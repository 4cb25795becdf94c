"""The report of a bug: what kind, where, and whether the entries are safe."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal import __version__
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.text import plain_label, push_button


class ProblemSheet(Overlay):
    """Shows the report of a bug until it is closed."""

    def __init__(self, description: str, parent: QWidget) -> None:
        super().__init__(_("Something in the program went wrong"), parent, name="problem")
        self._report = f"Caregiver Journal {__version__}\n{description}"
        about = _(
            "What you saved is safe. This is a fault of the program, not yours. Nothing is "
            "sent anywhere; the report below holds no word of your journal."
        )
        report = note_field("", lines=5, name="problem.report")
        report.setPlainText(self._report)
        report.setReadOnly(True)
        report.setAccessibleName(_("Report"))
        copy = push_button(_("Copy the report"), name="problem.copy")
        copy.clicked.connect(self._copy)
        close = push_button(_("Go on"), "primary", name="problem.close")
        close.clicked.connect(self.go)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        self.card.add(plain_label(about, wrap=True), report, row)
        self.come_up()
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
