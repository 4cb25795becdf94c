"""Bring the states of the summary and its sheets into view that the tour leaves out."""

from collections.abc import Iterator

from support.looking import settle

from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.summary import ON_AT_FIRST, Block, Choice, Item
from caregiver_journal.domain.telltale import Telltale
from caregiver_journal.journal.masking import delete_mask, write_mask
from caregiver_journal.journal.summary.presets import Preset, delete_preset, write_preset
from caregiver_journal.ui.masks_sheet import MasksSheet
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.summary.items_sheet import ItemsSheet
from caregiver_journal.ui.pages.summary.page import SummaryPage
from caregiver_journal.ui.pages.summary.presets_sheet import PresetsSheet
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.telltales_sheet import TelltalesSheet
from caregiver_journal.ui.tour_walk import let_draw

HEBREW = "מריסה"
LONG = "Antidisestablishmentarianism"
_PRESETS = (
    Preset(f"{LONG} {LONG[:10]}", Span.QUARTER, frozenset(Block)),
    Preset("חודשי", Span.MONTH, ON_AT_FIRST),
)
_MASKS = (Mask(HEBREW, "אחותי"), Mask(f"{LONG} {LONG}", ""), Mask("Ward 4", "the ward"))
_FOUND = (
    Telltale(HEBREW, f"אחרי שדיברתי עם {HEBREW} אתמול בערב", 2),
    Telltale("020 7946 0018", "rang 020 7946 0018 twice and nobody came to it", 1, is_number=True),
    Telltale(LONG, f"… {LONG * 2} …", 1),
)


def show_summary_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end masks and presets are as before."""
    shell.go_to(Destination("summary"))
    page = shell.findChildren(SummaryPage)[-1]
    let_draw(page)
    page.form.kind.buttons()[1].click()
    settle()
    yield "summary-web-page"
    page.form.kind.buttons()[0].click()
    yield from _show_presets(shell, page)
    yield from _show_words(shell, page)
    yield from _show_items(shell, page)


def _show_presets(shell: Shell, page: SummaryPage) -> Iterator[str]:
    journal = shell.context.journal
    for preset in _PRESETS:
        write_preset(journal, preset)
    sheet = PresetsSheet(shell.context, _PRESETS[0])
    sheet.keep.click()
    settle()
    yield "summary-presets-refused"
    _put_sheets_away(shell)
    for preset in _PRESETS:
        delete_preset(journal, preset)
    let_draw(page)


def _show_words(shell: Shell, page: SummaryPage) -> Iterator[str]:
    journal = shell.context.journal
    for mask in _MASKS:
        write_mask(journal, mask)
    let_draw(page)
    sheet = MasksSheet(shell.context)
    settle()
    yield "summary-names-many"
    sheet.go()
    for mask in _MASKS:
        delete_mask(journal, mask)
    let_draw(page)
    TelltalesSheet(shell.context, _FOUND, holds_no_case=True)
    settle()
    yield "summary-check-many"
    _put_sheets_away(shell)


def _show_items(shell: Shell, page: SummaryPage) -> Iterator[str]:
    choice: Choice = page.choice()
    ItemsSheet(shell.context.ground, Block.GOOD, (), choice)
    settle()
    yield "summary-items-none"
    _put_sheets_away(shell)
    items = [Item(f"talk/{at}", f"{LONG} {HEBREW} " * 4, is_in_at_first=True) for at in range(14)]
    ItemsSheet(shell.context.ground, Block.TALK, items, choice)
    settle()
    yield "summary-items-long"
    _put_sheets_away(shell)
    let_draw(page)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
    settle()
