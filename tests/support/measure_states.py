"""Bring the states of questionnaires into view that the tour leaves out."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from support.looking import settle

from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.journal.measuring import (
    add_own,
    delete_instrument,
    find_instrument,
    hide_instrument,
)
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.measure.form import MeasureForm
from caregiver_journal.ui.pages.measures.facts import FactsSheet
from caregiver_journal.ui.pages.measures.page import MeasuresPage
from caregiver_journal.ui.pages.measures.repeat import RepeatSheet
from caregiver_journal.ui.shell import Shell

LONG = "How heavy was it when I came home on the last evening of the week, all in all? " * 3


def show_measure_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the questionnaires are as before."""
    journal = shell.context.journal
    hide_instrument(journal, "psi-ii", hidden=True)
    own = [
        add_own(
            journal,
            make_own_scale(
                f"{codes[1]}: {LONG[:70]}", [LONG, "Short."], codes, ends=("no", "very")
            ),
        )
        for codes in ((0, 10), (0, 100))
    ]
    shell.go_to(Destination("measures"))
    page = shell.findChildren(MeasuresPage)[-1]
    page.show_hidden.click()
    yield "measures-hidden"
    page.show_hidden.click()
    FactsSheet(shell.context, find_instrument(journal, "mspss"))
    yield "measures-facts"
    _put_sheets_away(shell)
    RepeatSheet(shell.context, find_instrument(journal, "gad-7"))
    yield "measures-repeat"
    _put_sheets_away(shell)
    for place, each in enumerate(own):
        form = _open(shell, each.id)
        form.answers.sheet.set_answers([(1, 7)])
        form.answers.sheet.refused.emit(2)
        settle()
        yield f"measure-own-{place}"
        form.answers.sheet.set_answers(())
    form = _open(shell, "core-10")
    form.submit()
    yield "measure-coding-missing"
    form = _open(shell, "sas")
    form.submit()
    yield "measure-total-missing"
    shell.go_to(Destination("measure"))
    yield "measure-none"
    for each in own:
        delete_instrument(journal, each.id)
    hide_instrument(journal, "psi-ii", hidden=False)
    shell.strip.dismiss()


def _open(shell: Shell, instrument_id: str) -> MeasureForm:
    shell.go_to(Destination("measure", part=f"instrument:{instrument_id}"))
    settle()
    return shell.findChildren(MeasureForm)[-1]


def _put_sheets_away(window: QWidget) -> None:
    for sheet in window.findChildren(Overlay):
        sheet.go()
