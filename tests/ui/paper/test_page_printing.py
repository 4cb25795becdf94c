"""A printer that takes only some of the pages is told of, and nothing is said to have left."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from support.driver import Driver

from caregiver_journal.domain.summary import Paper
from caregiver_journal.ui.paper.page_printing import PagePrinting


def a_page(path: Path) -> bytes:
    image = QImage(400, 600, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))
    return path.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="only there a device is always full")
@pytest.mark.parametrize("file", ["printed.pdf", "/dev/full"])
def test_all_pages_are_printed_or_it_is_said(writer: Driver, tmp_path: Path, file: str) -> None:
    shell = writer.window.shell
    assert shell is not None
    nothing_set: Any = None  # the pages are handed over below
    printing = PagePrinting(shell.context, nothing_set, Paper.A4, shell)
    printed: list[None] = []
    printing.printed.connect(lambda: printed.append(None))
    printing._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing._printer.setOutputFileName(str(tmp_path / file))
    printing._draw((a_page(tmp_path / "page.png"),) * 3)
    is_full = file == "/dev/full"
    assert ("stopped before the last page" in writer.message()) is is_full
    assert bool(printed) is not is_full
