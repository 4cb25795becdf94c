"""The sheets: what stands on them, printed or saved, and never over another file unasked."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from support.dialogs import Dialogs
from support.driver import Driver
from support.looking import settle

from caregiver_journal.domain.script import Script
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.scripts import (
    add_script,
    favour_script,
    hide_script,
    shipped_scripts,
)
from caregiver_journal.journal.supporting import write_line
from caregiver_journal.ui.paper.blocks import Block, Rules, Words
from caregiver_journal.ui.paper.painter import make_pdf
from caregiver_journal.ui.paper.sheets import SHEETS, Sheet, find_sheet
from caregiver_journal.ui.paper_sheet import PaperSheet


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Words)]


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.key for sheet in SHEETS])
def test_each_sheet_fits_one_page_in_a_new_journal(writer: Driver, sheet: Sheet) -> None:
    pdf = make_pdf(sheet.draw(writer.journal), is_wide=sheet.is_wide)
    assert pages(pdf) == 1
    assert sheet.key.isascii()
    assert "journal" not in sheet.key


def test_favourites_and_own_phrases_stand_on_paper_and_hidden_ones_do_not(writer: Driver) -> None:
    journal = writer.journal
    first, second, *_others = shipped_scripts()
    favour_script(journal, first.id, favourite=True)
    favour_script(journal, second.id, favourite=True)
    hide_script(journal, second.id, hidden=True)
    add_script(journal, Script("Not this Sunday.", "", "gone"))
    written = words(find_sheet("phrases").draw(journal))
    assert first.text in written
    assert second.text not in written
    assert written[written.index("Not this Sunday.") - 1] == "Others"


def test_the_card_has_room_to_write_where_nothing_stands(journal: Journal) -> None:
    write_line(journal, SupportLine("people", "Ana", "after six"))
    write_line(journal, SupportLine("alone", "A walk"))
    blocks = find_sheet("card").draw(journal)
    assert {"Ana", "after six", "A walk"} <= set(words(blocks))
    rules = [block for block in blocks if isinstance(block, Rules)]
    assert [(block.count, block.count - block.spare) for block in rules] == [
        (3, 1),
        (1, 0),
        (3, 1),
        (1, 0),
        (3, 1),
        (3, 1),
    ]
    assert words(blocks)[-1] == "This program cannot call for help."


# --- printing and saving --------------------------------------------------------------------------


@pytest.fixture
def offered(writer: Driver) -> Driver:
    """Somebody in front of the card's sheet for paper."""
    assert writer.window.shell is not None
    write_line(writer.journal, SupportLine("people", "Ana", "after six"))
    PaperSheet(writer.window.shell.context, find_sheet("card"))
    return writer


def choose_file(writer: Driver, path: Path) -> QFileDialog:
    """Press Save and choose a file."""
    dialog = writer.find("saving.where", QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle()
    return dialog


def test_it_says_who_can_read_it(offered: Driver) -> None:
    assert any("can read what you wrote" in text for text in offered.seen_texts())


def test_a_saved_sheet_has_a_neutral_name_and_is_its_owners(
    offered: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.expect("QFileDialog")
    offered.press("paper.save")
    dialog = offered.find("saving.where", QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["card.pdf"]
    path = tmp_path / "card.pdf"
    choose_file(offered, path)
    assert pages(path.read_bytes()) == 1
    assert "Whoever gets this file can read it" in offered.message()


@pytest.mark.parametrize("answer", ["saving.replace.cancel", "saving.replace.do"])
def test_another_file_is_replaced_only_when_asked(
    offered: Driver, dialogs: Dialogs, tmp_path: Path, answer: str
) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(b"another one")
    dialogs.expect("QFileDialog")
    offered.press("paper.save")
    choose_file(offered, path)
    assert path.read_bytes() == b"another one"
    assert "card.pdf" in offered.seen_texts()
    offered.press(answer)
    settle()
    assert path.read_bytes().startswith(b"%PDF" if answer.endswith("do") else b"another")


def test_a_place_that_takes_no_file_says_so(
    offered: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.expect("QFileDialog")
    offered.press("paper.save")
    choose_file(offered, tmp_path / "no such folder" / "card.pdf")
    assert "could not be written there" in offered.message()


def test_print_asks_for_a_printer_and_tells_its_queue_nothing(
    offered: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.expect("QPrintDialog")
    offered.press("paper.print")
    dialog = offered.window.findChild(QPrintDialog)
    assert dialog is not None
    printer = dialog.printer()
    assert printer.docName() == "card"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.accepted.emit(printer)
    assert pages((tmp_path / "printed.pdf").read_bytes()) == 1
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_said(
    offered: Driver, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.expect("QPrintDialog")
    offered.press("paper.print")
    dialog = offered.window.findChild(QPrintDialog)
    assert dialog is not None
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    dialog.accepted.emit(printer)
    dialog.close()
    assert offered.message() == "The printer did not begin. Try another."
