"""Walk through the exercises of an invented journal, as the rest of the tour does."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.domain.practice import Practice
from caregiver_journal.journal.exercising import favour_exercise
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.practice.player import Player
from caregiver_journal.ui.shell import Shell

_BLAME = "I snapped at her over the kettle, and she had only asked where the cups were."
"""Invented, as the journal of the pictures is."""
_MID_BREATH = 7.0


def show_practice(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the exercises, and at each screen of the player."""
    favour_exercise(journal, "self-compassion-break", favourite=True)
    shell.go_to(Destination("practice"))
    yield "practice"
    player = _open(shell, "self-compassion-break")
    yield "practice-beginning"
    player.beginning.choose(4)
    player.begin()
    for _time in range(3):
        player.next()
    player.pass_time(_MID_BREATH)
    _rest(shell, player)
    yield "practice-step"
    player.stop()
    player = _open(shell, "letter")
    player.beginning.ratings.distress.set_value(3)
    player.beginning.changed.emit()
    player.begin()
    player.next()
    player.step.field.setPlainText(_BLAME)
    _rest(shell, player)
    yield "practice-writing"
    for _step in player.playing.steps[1:]:
        player.next()
    player.ending.ratings.distress.set_value(5)
    player.ending.ratings.changed.emit()
    _rest(shell, player)
    yield "practice-ending"
    player.stop()
    shell.undo.undo()
    shell.go_to(Destination("practice"))
    _press(shell, "practice.add")
    yield "practice-own"
    _put_sheets_away(shell)
    yield from _show_practised(shell, journal)
    shell.strip.dismiss()


def _show_practised(shell: Shell, journal: Journal) -> Iterator[str]:
    """Change what was written in an exercise of the last weeks."""
    entries, _after = journal.entries.page(None, 500)
    for entry in entries:
        if isinstance(entry.detail, Practice) and entry.detail.texts:
            shell.go_to(Destination("practised", entry.id))
            shell.strip.dismiss()
            yield "practised"
            return


def _open(shell: Shell, exercise_id: str) -> Player:
    shell.go_to(Destination("practice", part=f"exercise:{exercise_id}"))
    shell.strip.dismiss()
    return shell.findChildren(Player)[-1]


def _rest(shell: Shell, player: Player) -> None:
    """Let nothing tick while the picture is taken."""
    player.timer.stop()
    shell.store_drafts()


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
