"""Print a sheet, or save it as a file: never over another one unasked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.paper.blocks import Block
from caregiver_journal.ui.paper.painter import draw_blocks, make_pdf, set_paper
from caregiver_journal.ui.saving import FileKind, Saving


def not_begun() -> JournalError:
    """Return what is said where a printer takes nothing."""
    return JournalError(_("The printer did not begin."), next_step=_("Try another."))


def print_blocks(
    context: Context, blocks: Sequence[Block], *, name: str, is_wide: bool = False
) -> None:
    """Ask for a printer and print; ``name`` stands in its queue, where others may read it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, is_wide=is_wide)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, context.ground)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def draw() -> None:
        if not draw_blocks(printer, blocks):
            context.fail(not_begun())

    dialog.accepted.connect(draw)
    QDialog.open(dialog)


def save_blocks(context: Context, blocks: Sequence[Block], *, name: str, is_wide: bool) -> None:
    """Ask where and save as a PDF; ``name`` is offered for the file."""

    def make(_suffix: str, take: Callable[[bytes], None]) -> None:
        take(make_pdf(blocks, is_wide=is_wide))

    kinds = (FileKind("pdf", _("PDF")),)
    Saving(context, _("Save as PDF"), kinds, make, name=name).ask()
