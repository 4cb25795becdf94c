"""Print a sheet, or save it as a file: never over another one unasked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.exporting import lies_there, write_out
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.paper.blocks import Block
from caregiver_journal.ui.paper.painter import draw_blocks, make_pdf, set_paper


def print_blocks(
    blocks: Sequence[Block], parent: QWidget, *, name: str, is_wide: bool = False
) -> None:
    """Ask for a printer and print; ``name`` stands in its queue, where others may read it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, is_wide=is_wide)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def draw() -> None:
        draw_blocks(printer, blocks)

    dialog.accepted.connect(draw)
    QDialog.open(dialog)


class Saving(QObject):
    """Saves one sheet: asks where, and once more before it takes the place of another file."""

    def __init__(
        self,
        context: Context,
        blocks: Sequence[Block],
        *,
        name: str,
        is_wide: bool,
    ) -> None:
        """Take what is saved, and the name that is offered for the file, without its ending."""
        super().__init__(context.ground)
        self._context = context
        self._blocks = blocks
        self._name = name
        self._is_wide = is_wide
        self._path = Path()

    def ask(self) -> None:
        """Ask for a place and a name."""
        dialog = QFileDialog(self._context.ground, _("Save as PDF"))
        dialog.setObjectName("paper.where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked for below, everywhere
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.selectFile(f"{self._name}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_at)
        dialog.open()

    def save_at(self, path: str) -> None:
        """Save there; where a file lies already, ask before it is replaced."""
        self._path = Path(path)
        if not lies_there(self._path):
            self._write()
            return
        gone = [self._path.name, _("What is in it now would be gone.")]
        sheet = ConfirmSheet(
            _("Replace this file?"), gone, _("Replace"), self._context.ground, name="paper.replace"
        )
        sheet.confirmed.connect(self._write)

    def _write(self) -> None:
        try:
            content = make_pdf(self._blocks, is_wide=self._is_wide)
            write_out(self._context.journal, self._path, content)
        except JournalError as error:
            self._context.fail(error)
            return
        text = _("Saved as {name}. Whoever gets this file can read it.")
        self._context.say(text.format(name=self._path.name))
