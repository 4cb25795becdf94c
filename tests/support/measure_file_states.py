"""Bring the sheets for questionnaires into view: an own scale, and files that were chosen."""

from collections.abc import Iterator
from pathlib import Path

from support.looking import settle
from support.measuring import a_scale

from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure_file import MeasureFileError, read_measure_file
from caregiver_journal.journal.instruments import EXAMPLE, example_file
from caregiver_journal.journal.measure_import import (
    FromFile,
    keep_measure_file,
    preview_measure,
    read_file,
)
from caregiver_journal.journal.measuring import add_own, delete_instrument
from caregiver_journal.ui.measure_file_sheet import MeasureFileSheet, RefusedFileSheet
from caregiver_journal.ui.own_scale_sheet import OwnScaleSheet
from caregiver_journal.ui.own_scales import OwnScales
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

LONG = "There was somebody this week to whom I said the thing itself, and not the joke about it"


def show_own_scale_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state of the sheet for an own scale."""
    journal = shell.context.journal
    added = add_own(
        journal, a_scale(LONG[:80], items=(LONG, f"{LONG}. " * 3, "Short."), turned=(3,))
    )
    shell.go_to(Destination("journal"))
    scales = OwnScales(shell.context, shell)
    scales.change(added.id)
    settle()
    yield "scale-changed"
    shell.findChildren(OwnScaleSheet)[-1].cancel.click()
    settle()
    scales.add()
    sheet = shell.findChildren(OwnScaleSheet)[-1]
    sheet.name.setText("The evenings")
    sheet.items.setPlainText("I ate sitting down.")
    sheet.highest.setText("a lot")
    sheet.submit()
    shell.store_drafts()
    settle()
    yield "scale-refused"
    sheet.cancel.click()
    shell.strip.dismiss()
    delete_instrument(journal, added.id)
    scales.deleteLater()
    settle()


def show_measure_file_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state of a file that was chosen."""
    journal = shell.context.journal
    found = FromFile(EXAMPLE[-1], example_instrument())
    take_back = keep_measure_file(journal, preview_measure(journal, found))
    sheet = MeasureFileSheet(shell.context, preview_measure(journal, found))
    settle()
    yield "measure-file"
    sheet.go()
    take_back()
    try:
        read_file(Path("a-rather-long-name-of-a-file-from-somebody-else.toml"))
    except MeasureFileError as error:
        refused = RefusedFileSheet(shell.context, error)
        settle()
        yield "measure-file-refused"
        refused.go()
    settle()


def example_instrument() -> Instrument:
    """Return the questionnaire of the example, with something to be warned of."""
    text = example_file().replace("risk_items = []", "risk_items = [2, 3]")
    return read_measure_file(text, EXAMPLE[-1])
