"""Walk through the questionnaires of an invented journal, as the rest of the tour does."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.measure.form import MeasureForm
from caregiver_journal.ui.shell import Shell

_LATER = (1, 1, 0, 2, 1, 1, 0, 0, 0)
"""Answers to the PHQ-9; invented, as everything here is."""
_HALF = 17


def show_no_measures(shell: Shell) -> Iterator[str]:
    """Look at the questionnaires before one was filled in."""
    shell.go_to(Destination("measures"))
    yield "measures-empty"


def show_measures(shell: Shell) -> Iterator[str]:
    """Fill in a few from paper, and look at what they came to."""
    shell.go_to(Destination("measures"))
    yield "measures"
    form = _open(shell, "proqol-5")
    form.answers.sheet.set_answers([(item, 1 + item % 5) for item in range(1, _HALF + 1)])
    form.answers.sheet.changed.emit()
    shell.store_drafts()
    yield "measure-sheet"
    _open(shell, "olbi")
    shell.strip.dismiss()
    shell.store_drafts()
    yield "measure-coding"
    form = _open(shell, "cbi")
    _press(shell, "measure.way.total")
    form.answers.totals.set_texts({"personal": "412", "work": "41.7"})
    shell.strip.dismiss()
    shell.store_drafts()
    yield "measure-total"
    form.submit()
    yield "measure-total-refused"
    form = _open(shell, "phq-9")
    form.answers.sheet.set_answers(enumerate(_LATER, 1))
    form.submit()
    shell.strip.dismiss()
    yield "measure-result"
    form = _open(shell, "core-10")
    _press(shell, "measure.coding.printed")
    form.answers.sheet.set_answers([(1, 2), (6, 1)])
    form.submit()
    shell.strip.dismiss()
    yield "measure-support-first"
    for sheet in shell.findChildren(Overlay):
        sheet.go()
    yield "measure-result-missing"
    shell.undo.undo()
    shell.strip.dismiss()


def _open(shell: Shell, instrument_id: str) -> MeasureForm:
    shell.go_to(Destination("measure", part=f"instrument:{instrument_id}"))
    return shell.findChildren(MeasureForm)[-1]


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)
