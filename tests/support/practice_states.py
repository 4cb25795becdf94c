"""Bring the states of practising into view that the tour leaves out."""

from collections.abc import Iterator

from support.looking import settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.journal.exercising import add_exercise, delete_exercise, hide_exercise
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.practice.own_sheet import OwnSheet
from caregiver_journal.ui.pages.practice.page import PracticePage
from caregiver_journal.ui.pages.practice.player import Player
from caregiver_journal.ui.shell import Shell

LONG = "Look out of the window of the staff room until nobody calls, and then a little longer"


def show_practice_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; the tour has left exercises that were done."""
    journal = shell.context.journal
    steps = (Step(LONG), Step(f"{LONG}. " * 3))
    own = Exercise("", LONG[:80], LONG, minutes=(180,), is_timed=True, steps=steps)
    added = add_exercise(journal, own)
    hide_exercise(journal, "critic", hidden=True)
    shell.go_to(Destination("practice"))
    page = shell.findChildren(PracticePage)[-1]
    page.filter.set_value("writing")
    page._choose_filter()
    page.hidden.click()
    yield "practice-hidden"
    page.hidden.click()
    page._show_all()
    page.add.click()
    sheet = shell.findChildren(OwnSheet)[-1]
    sheet.minutes.setText("a while")
    sheet.submit()
    shell.store_drafts()
    yield "practice-own-refused"
    sheet.cancel.click()
    shell.strip.dismiss()
    yield from _show_player(shell, added.id)
    delete_exercise(journal, added.id)
    hide_exercise(journal, "critic", hidden=False)


def _show_player(shell: Shell, own_id: str) -> Iterator[str]:
    player = _open(shell, own_id)
    yield "practice-own-beginning"
    player.begin()
    player.next()
    player.turn()
    player.stage.circle.click()
    shell.store_drafts()
    yield "practice-own-paused"
    player.tell(DiskFullError())
    player.stage.drop.show()
    yield "practice-not-kept"
    player.stop()
    shell.undo.undo()
    shell.strip.dismiss()
    player = _open(shell, "letter")
    player.begin()
    for _step in player.playing.steps:
        if player.playing.shown.step.write:
            player.step.field.setPlainText("A word.")
        player.next()
    player.ending.back.choice.set_value("day")
    player.ending.back.choice.changed.emit(3)
    shell.store_drafts()
    yield "practice-coming-back"
    player.stop()
    shell.undo.undo()
    shell.strip.dismiss()


def _open(shell: Shell, exercise_id: str) -> Player:
    shell.go_to(Destination("practice", part=f"exercise:{exercise_id}"))
    settle()
    return shell.findChildren(Player)[-1]
