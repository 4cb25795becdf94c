"""The recovery page holds the code and how to use it, as plain words, on any paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.dialogs import Dialogs

from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.recovery_code import RecoveryCode
from caregiver_journal.ui.lock.recovery_page import draw_recovery_page, print_recovery_page

CODE = "7Q2M-4XKD-9RTB-W3HN-5VYC-8JPE-2FGA-6ZSK-1M4T"
MARKUP = "<b>folder</b> & <img src='//host/share'>"


class Listener(QPainter):
    """A painter that keeps what is written with it."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: list[str] = []

    @override
    def drawText(self, *arguments: object) -> None:  # type: ignore[override]
        self.written.append(str(arguments[-1]))
        super().drawText(*arguments)  # type: ignore[call-overload]


def _paper(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _draw(image: QImage, folder: str = "journal") -> list[str]:
    painter = Listener(image)
    draw_recovery_page(painter, QRectF(image.rect()), CODE, folder)
    painter.end()
    return painter.written


def _ink(image: QImage) -> tuple[int, int, int, int]:
    """Return how far the ink lies from each edge: left, top, right, bottom."""
    dark = [
        (x, y)
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    columns, rows = [x for x, _y in dark], [y for _x, y in dark]
    right, bottom = image.width() - max(columns), image.height() - max(rows)
    return min(columns), min(rows), right, bottom


def test_all_nine_groups_are_on_it_and_how_to_use_them(app: QApplication) -> None:
    written = _draw(_paper(600, 850))
    text = "\n".join(written)
    assert text.replace("\n", " ").split().count("7Q2M") == 1
    assert all(group in text for group in CODE.split("-"))
    assert "Use recovery code" in text
    assert "“journal”" in text


def test_a_name_that_looks_like_markup_is_written_as_it_is(app: QApplication) -> None:
    assert any(MARKUP in text for text in _draw(_paper(600, 850), MARKUP))


@pytest.mark.parametrize("size", [(600, 850), (1_240, 1_754), (850, 600)])
@pytest.mark.parametrize("folder", ["journal", "a very long name of a folder " * 6])
def test_nothing_runs_over_the_edge(app: QApplication, size: tuple[int, int], folder: str) -> None:
    image = _paper(*size)
    _draw(image, folder)
    left, top, right, bottom = _ink(image)
    assert min(left, right) >= size[0] * 0.09
    assert top >= size[1] * 0.05
    if size[1] > size[0]:
        assert bottom >= size[1] * 0.05


def test_a_pdf_of_it_holds_no_link_script_or_file(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    draw_recovery_page(painter, QRectF(0, 0, writer.width(), writer.height()), CODE, MARKUP)
    painter.end()
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    for unwanted in (
        b"/URI",
        b"/JavaScript",
        b"/EmbeddedFile",
        b"/Link",
        b"/Action",
        b"host/share",
    ):
        assert unwanted not in content
    assert content.count(b"/Type /Page\n") == 1 or content.count(b"/Count 1") == 1


def test_print_asks_for_a_printer_and_prints_one_page(
    app: QApplication, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    page = RecoveryCode(CODE, "journal")
    qtbot.addWidget(page)
    page.show()
    dialogs.expect("QPrintDialog")
    page._print()
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    printer = dialog.printer()
    assert printer.docName() == "recovery page", "the name of a journal goes into no print queue"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    dialog.accepted.emit(dialog.printer())
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_no_bug(
    app: QApplication, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs.expect("QPrintDialog")
    print_recovery_page(parent, CODE, "journal")
    dialog = parent.findChild(QPrintDialog)
    assert dialog is not None
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "no such folder" / "page.pdf"))
    dialog.accepted.emit(dialog.printer())
    dialog.close()
