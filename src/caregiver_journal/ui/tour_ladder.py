"""Walk through an invented ladder and invented plans, as the rest of the tour does."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.domain.ladder import Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import add_step, add_try, put_step_away, shipped_suggestions
from caregiver_journal.journal.planning import save_plan
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

_TAKEN = (0, 3, 5, 8, 9, 12)
_TRIED = 2
_PAIRS = ((5, 6), (5, 4), (5, 2), (4, 2), (3, 1))
"""What was expected of each try, and how it was; the last try is six days ago."""

_NOTE = "Slept on it, then offered one of the two Saturdays."


def show_ladder(shell: Shell, journal: Journal) -> Iterator[str]:
    """Begin a ladder, look at it with some tries, and log another one."""
    shell.go_to(Destination("ladder"))
    yield "ladder-empty"
    _press(shell, "ladder.empty.step")
    yield "ladder-add"
    _put_sheets_away(shell)
    numbers = [add_step(journal, shipped_suggestions()[at]).number or 0 for at in _TAKEN]
    now = journal.clock()
    for weeks, (expected, actual) in enumerate(_PAIRS):
        happened = now - timedelta(days=6 + 9 * (len(_PAIRS) - 1 - weeks), hours=weeks)
        note = _NOTE if weeks == len(_PAIRS) - 1 else ""
        add_try(journal, Try(numbers[_TRIED], happened, expected, actual, note))
    add_try(journal, Try(numbers[0], now - timedelta(days=2), 1))
    put_step_away(journal, numbers[-1], away=True)
    shell.go_to(Destination("ladder", part=f"step:{numbers[_TRIED]}"))
    shell.go_to(Destination("today"))
    shell.go_to(Destination("ladder"))
    yield "ladder"
    _press(shell, f"ladder.step.{numbers[_TRIED]}.log")
    yield "ladder-try"
    _put_sheets_away(shell)


def show_plans(shell: Shell, journal: Journal) -> Iterator[str]:
    """Plan a talk, look at it, and meet it on Today."""
    shell.go_to(Destination("plan"))
    yield "plan-empty"
    now = journal.clock()
    near = Plan(
        "The rota for December, and who works on the holidays",
        now,
        now.date() + timedelta(days=1),
        "team lead",
        "work",
        "time",
        "Two weekends, one of them long",
        "The evening of the 24th",
        "Two weekends I can do. The evening of the 24th stays free.",
        "That she is short with me for days",
        65,
    )
    kept = save_plan(journal, near).plan
    save_plan(journal, Plan("Who takes the calls at night", now, now.date() + timedelta(days=12)))
    save_plan(journal, Plan("Whether I lend money once more", now, None, "brother"))
    shell.go_to(Destination("plan", part=f"plan:{kept.number}"))
    yield "plan"
    shell.go_to(Destination("today"))
    yield "today-plan"


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
