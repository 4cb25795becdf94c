"""Put a summary together, look at its pages, and at what is asked before it leaves."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Period, Span
from caregiver_journal.domain.summary import Block, Item
from caregiver_journal.journal.export_log import remember
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.masking import write_mask
from caregiver_journal.ui.export_log_sheet import ExportLogSheet
from caregiver_journal.ui.export_sheet import ExportSheet
from caregiver_journal.ui.masks_sheet import MasksSheet
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.summary.items_sheet import ItemsSheet
from caregiver_journal.ui.pages.summary.page import SummaryPage
from caregiver_journal.ui.pages.summary.pages_sheet import PagesSheet
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.telltales_sheet import TelltalesSheet
from caregiver_journal.ui.tour_walk import let_draw

_MORE = frozenset({Block.CHANGES, Block.BOUNDARIES, Block.PRACTICE, Block.MEASURES})
_PICKED = 3
_MASKS = (Mask("Dorota", "my sister"), Mask("Ward 4", ""))
"""Invented, as the journal of the pictures is."""


def show_no_summary(shell: Shell) -> Iterator[str]:
    """Look at the summary of a journal with nothing in it."""
    shell.go_to(Destination("summary"))
    let_draw(_page(shell))
    yield "summary-empty"
    ExportLogSheet(shell.context)
    yield "exported-empty"
    _put_sheets_away(shell)


def show_summary(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the usual one, at one with more in it, and at all its sheets."""
    shell.go_to(Destination("summary"))
    page = _page(shell)
    let_draw(page)
    yield "summary"
    page.form.protects.click()
    page.form.blocks.set_blocks(page.form.blocks.blocks() | _MORE)
    page.form.period.set_period(Span.QUARTER)
    page.refresh()
    let_draw(page)
    yield "summary-more"
    yield from _show_pages(shell, page)
    yield from _show_items(shell, page)
    page.form.presets.click()
    yield "summary-presets"
    _put_sheets_away(shell)
    yield from _show_names(shell, journal)
    page.save.click()  # without a password
    yield "summary-refused"
    page.form.protects.click()
    page.save.click()
    let_draw(_Asked(shell))
    yield "summary-check"
    _put_sheets_away(shell)
    remember(
        journal, Format.SUMMARY_PDF, Period(), ("talk", "glance", "mood"), 2, has_password=True
    )
    ExportLogSheet(shell.context)
    yield "exported"
    _put_sheets_away(shell)
    ExportSheet(shell.context)
    yield "export-all"
    _put_sheets_away(shell)
    shell.strip.dismiss()


class _Asked:
    """Settled as soon as it is asked about names; they are looked for on the worker thread."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    @property
    def is_settled(self) -> bool:
        """Whether the question is there."""
        return bool(self._shell.findChildren(TelltalesSheet))

    def window(self) -> QWidget:
        """Return the window it lies in."""
        return self._shell.window()


def _show_pages(shell: Shell, page: SummaryPage) -> Iterator[str]:
    page.preview.larger.click()
    (sheet,) = shell.findChildren(PagesSheet)
    let_draw(sheet)
    yield "summary-pages"
    _put_sheets_away(shell)


def _show_items(shell: Shell, page: SummaryPage) -> Iterator[str]:
    """Pick a few entries for the last block."""
    page.form.blocks.boxes[Block.ENTRIES].click()
    let_draw(page)
    (sheet,) = shell.findChildren(ItemsSheet)
    shell.store_drafts()  # now, so that nothing ticks while the picture is taken
    yield "summary-items"
    taken: tuple[Item, ...] = sheet.items[:_PICKED]
    _put_sheets_away(shell)
    sheet.settled.emit(taken)
    let_draw(page)
    shell.store_drafts()
    yield "summary-picked"


def _show_names(shell: Shell, journal: Journal) -> Iterator[str]:
    for mask in _MASKS:
        write_mask(journal, mask)
    let_draw(_page(shell))
    MasksSheet(shell.context)
    yield "summary-names"
    _put_sheets_away(shell)


def _page(shell: Shell) -> SummaryPage:
    return shell.findChildren(SummaryPage)[-1]


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
