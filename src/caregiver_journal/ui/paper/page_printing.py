"""Print pages that are set already, through the system's dialog."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.summary import Paper
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.paper.output import not_begun

if TYPE_CHECKING:
    from caregiver_journal.journal.summary.files import Ready

FINEST = 300
"""Pixels to the inch; paper shows no more of letters and lines."""

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


class PagePrinting(QObject):
    """Asks for a printer and prints the pages; one print each.

    Signals:
        printed(): they were sent to the printer.
    """

    printed = Signal()

    def __init__(self, context: Context, ready: "Ready", paper: Paper, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ready = ready
        self._paper = paper
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)

    def ask(self) -> None:
        """Open the system's dialog; without a printer chosen there nothing is printed."""
        nothing = QMarginsF(0, 0, 0, 0)
        size, upright = QPageSize(_SIZES[self._paper]), QPageLayout.Orientation.Portrait
        self._printer.setPageLayout(QPageLayout(size, upright, nothing))
        self._printer.setFullPage(True)
        self._printer.setDocName("summary")  # stands in its queue, where others may read it
        dialog = QPrintDialog(self._printer, self._context.ground)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._begin)
        QDialog.open(dialog)

    def _begin(self) -> None:
        from caregiver_journal.journal.summary.files import page_pictures  # noqa: PLC0415 - late

        fine = min(FINEST, self._printer.resolution())
        work = partial(page_pictures, self._ready, float(fine))
        self._context.work.start(self, work, self._draw, self._fail)

    def _draw(self, pages: tuple[bytes, ...]) -> None:
        painter = QPainter()
        if not painter.begin(self._printer):
            self._fail(not_begun())
            return
        whole = QRectF(0, 0, self._printer.width(), self._printer.height())
        for number, content in enumerate(pages):
            if number and not self._printer.newPage():
                painter.end()
                self._fail(JournalError(_("The printer stopped before the last page.")))
                return
            painter.drawImage(whole, QImage.fromData(content))
        painter.end()
        self.printed.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self._context.fail(error)
