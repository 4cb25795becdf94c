"""Words for practising: open an exercise, let its time pass, look at what it shows."""

from support.driver import Driver
from support.looking import settle

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.practice import Practice
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.practice.player import Player


def open_exercise(person: Driver, exercise_id: str) -> Player:
    """Open an exercise as a link from elsewhere does."""
    assert person.window.shell is not None
    person.window.shell.go_to(Destination("practice", part=f"exercise:{exercise_id}"))
    settle()
    return player_of(person)


def player_of(person: Driver) -> Player:
    """Return the player that is shown."""
    return person.find("player", Player)


def let_run(person: Driver, seconds: float, *, tick: float = 1.0) -> None:
    """Let time pass in an exercise, looking at the clock every so often."""
    player = player_of(person)
    for _tick in range(round(seconds / tick)):
        person.pass_seconds(tick)
        player.tick()


def practices(person: Driver) -> list[Practice]:
    """Return what was practised, newest first."""
    return [practice for _entry, practice in practised(person)]


def practised(person: Driver) -> list[tuple[Entry, Practice]]:
    """Return the entries of what was practised, newest first."""
    entries, _after = person.journal.entries.page(None, 100)
    return [(each, each.detail) for each in entries if isinstance(each.detail, Practice)]
