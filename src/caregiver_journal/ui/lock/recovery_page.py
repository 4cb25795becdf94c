"""Print the recovery page: the code, what it is for, and room for a note of one's own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_journal.base.i18n import _

_MARGIN = 0.1
"""Share of the page's width that stays white on each side."""


def print_recovery_page(parent: QWidget, code: str, folder_name: str) -> None:
    """Ask for a printer and print the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName("recovery page")
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def draw() -> None:
        painter = QPainter()
        if painter.begin(printer):
            page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
            draw_recovery_page(painter, page, code, folder_name)
            painter.end()

    dialog.accepted.connect(draw)
    QDialog.open(dialog)


def draw_recovery_page(painter: QPainter, page: QRectF, code: str, folder_name: str) -> None:
    """Draw the page into a rectangle of any resolution, as plain text only."""
    unit = page.width() / 60
    left, width = page.left() + page.width() * _MARGIN, page.width() * (1 - 2 * _MARGIN)
    top = page.top() + page.height() * 0.07
    for text, size, weight, gap in _paragraphs(code, folder_name):
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(unit * size)))
        font.setWeight(weight)
        painter.setFont(font)
        room = QRectF(left, top, width, page.bottom() - top)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, text)
        used = painter.boundingRect(room, flags, text)
        top = used.bottom() + unit * gap


def _paragraphs(code: str, folder_name: str) -> list[tuple[str, float, QFont.Weight, float]]:
    groups = code.split("-")
    lines = ["   ".join(groups[at : at + 3]) for at in range(0, len(groups), 3)]
    normal, strong = QFont.Weight.Normal, QFont.Weight.DemiBold
    return [
        (_("Caregiver Journal · recovery page"), 1.9, strong, 1.5),
        (
            _(
                "This code opens the journal in the folder “{folder}” when the passphrase is "
                "forgotten or its key file is lost. Whoever holds this page and a copy of the "
                "journal can read it. Keep it on paper, away from the computer."
            ).format(folder=folder_name),
            1.05,
            normal,
            2.5,
        ),
        ("\n".join(lines), 2.4, strong, 2.5),
        (
            _(
                "To use it: open Caregiver Journal, choose “Use recovery code” and type the nine "
                "groups. Capital or small letters and dashes make no difference; there is no "
                "letter O, I, L or U in it."
            ),
            1.05,
            normal,
            2.5,
        ),
        (_("Written down on: ______________________"), 1.05, normal, 1.5),
        (_("Whose journal (if you want): ______________________"), 1.05, normal, 0),
    ]
