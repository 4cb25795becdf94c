"""Bring the states of the ladder and the planner into view that the tour leaves out."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.ladder import Try
from caregiver_journal.journal.ladder import add_try, change_step, read_ladder
from caregiver_journal.journal.planning import plans
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.ladder.page import LadderPage
from caregiver_journal.ui.pages.ladder.step_sheet import StepSheet
from caregiver_journal.ui.pages.ladder.try_sheet import TrySheet
from caregiver_journal.ui.pages.plan.page import PlanPage
from caregiver_journal.ui.shell import Shell

W = TypeVar("W", bound=QWidget)
LONG = "Say at handover that I leave on time, while everybody stays to go through the whole list "


def show_ladder_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; the tour has left a ladder with tries."""
    journal = shell.context.journal
    now = journal.clock()
    asked = Boundary("Cover the night shift, the third time this month", Answer.NO, asker="lead")
    entry = make_entry(Content(asked, now - timedelta(hours=3)), now, journal.start_of_day)
    journal.add(entry)
    step = read_ladder(journal)[1].step
    number = step.number or 0
    for hours, entry_id in ((1, entry.id), (2, "gone"), *((n, "") for n in range(3, 16))):
        tried = Try(number, now - timedelta(hours=hours), 4, hours % 11, LONG, entry_id)
        add_try(journal, tried)
    change_step(journal, type(step)(LONG + LONG[:80], 10, number=number))
    shell.go_to(Destination("ladder", part=f"step:{number}"))
    shell.go_to(Destination("today"))
    shell.go_to(Destination("ladder"))
    page = _current(shell, LadderPage)
    page.away.click()
    yield "ladder-long"
    page.add.click()
    sheet = _current(shell, StepSheet)
    sheet.kind.set_value("moments")
    sheet.kind.chosen.emit("moments")
    sheet.submit()
    yield "ladder-add-refused"
    sheet.go()
    yield from _show_tries(shell, page)


def _show_tries(shell: Shell, page: LadderPage) -> Iterator[str]:
    now = shell.context.journal.clock()
    page.rows[-2].log.click()
    trying = _current(shell, TrySheet)
    trying.when.set_value(now + timedelta(days=1))
    trying.moment.set_value("gone")
    trying.expected.set_value(None)
    trying.submit()
    shell.store_drafts()  # so that nothing ticks
    yield "ladder-try-refused"
    trying.edited.emit()
    trying.go()
    yield "ladder-begun"
    page.trying.drop.click()
    shell.strip.dismiss()


def show_plan_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; the tour has left three plans."""
    shell.go_to(Destination("plan"))
    page = _current(shell, PlanPage)
    page.form.asked.setPlainText("")
    page.form.submitted.emit()
    shell.store_drafts()
    yield "plan-refused"
    page._fill(page._opened, page._opened)
    page._delete()
    shell.strip.dismiss()
    yield "plan-deleted"
    shell.undo.undo()
    shell.strip.dismiss()
    assert len(plans(shell.context.journal)) == 3


def _current(ground: QWidget, kind: type[W]) -> W:
    return ground.findChildren(kind)[-1]
