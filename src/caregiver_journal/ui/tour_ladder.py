"""Walk through an invented ladder and invented plans, as the rest of the tour does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import LadderRow, put_step_away, read_ladder
from caregiver_journal.journal.planning import plans, save_plan
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell


def show_nothing_prepared(shell: Shell) -> Iterator[str]:
    """Look at the ladder, its suggestions and the plans while there is nothing yet."""
    shell.go_to(Destination("ladder"))
    yield "ladder-empty"
    _press(shell, "ladder.empty.step")
    yield "ladder-add"
    _put_sheets_away(shell)
    shell.go_to(Destination("plan"))
    yield "plan-empty"


def show_ladder(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the situation that was tried most often, and log another try."""
    rows = read_ladder(journal)
    most = max(rows, key=_worth_a_look).step.number or 0
    put_step_away(journal, rows[-1].step.number or 0, away=True)
    shell.go_to(Destination("ladder", part=f"step:{most}"))
    shell.go_to(Destination("today"))
    shell.go_to(Destination("ladder"))
    yield "ladder"
    _press(shell, f"ladder.step.{most}.log")
    yield "ladder-try"
    _put_sheets_away(shell)


def show_plans(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at a plan, and meet it on Today when its day is near."""
    kept, *_others = plans(journal)
    shell.go_to(Destination("plan", part=f"plan:{kept.number}"))
    yield "plan"
    save_plan(journal, replace(kept, day=journal.clock().date() + timedelta(days=1)))
    shell.go_to(Destination("today"))
    yield "today-plan"


def _worth_a_look(row: LadderRow) -> int:
    return len(row.tries) * row.step.distress


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
