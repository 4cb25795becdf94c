"""A backup by hand and a look through everything meet: one has its copy after the other."""

import threading
from collections.abc import Iterator

import pytest
from support.driver import Driver

from caregiver_journal.journal.backing_up import backups_of
from caregiver_journal.journal.backup_notes import read_notes
from caregiver_journal.journal.checking import last_check


@pytest.fixture
def gate(writer: Driver) -> Iterator[threading.Event]:
    """The worker has something else to do until this is set."""
    with writer.busy_worker() as gate:
        yield gate


BUTTONS = ("settings.back_up", "settings.check")


@pytest.mark.parametrize("order", [BUTTONS, BUTTONS[::-1]])
def test_both_come_to_a_good_end(
    writer: Driver, gate: threading.Event, order: tuple[str, str]
) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+,")
    for button in order:
        writer.press(button)
    assert writer.journal.database.is_held
    gate.set()
    writer.qtbot.waitUntil(lambda: "read again and checked" in writer.message(), timeout=10_000)
    writer.qtbot.waitUntil(lambda: last_check(writer.journal) is not None, timeout=10_000)
    checked = last_check(writer.journal)
    assert checked is not None
    assert checked.is_all_well
    assert len(backups_of(writer.journal)) == 1
    assert read_notes(writer.journal.folder).failed is None
    assert not writer.journal.database.is_held


def test_a_backup_that_waits_for_its_turn_can_be_stopped(
    writer: Driver, gate: threading.Event
) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+,")
    writer.press("settings.check")
    writer.press("settings.back_up")
    writer.press("settings.backing_up.cancel")
    gate.set()
    writer.qtbot.waitUntil(lambda: "It was stopped." in writer.message(), timeout=10_000)
    writer.qtbot.waitUntil(lambda: last_check(writer.journal) is not None, timeout=10_000)
    assert backups_of(writer.journal) == ()


@pytest.mark.parametrize("order", [BUTTONS, BUTTONS[::-1]])
def test_a_lock_meanwhile_is_not_kept_waiting(
    writer: Driver, gate: threading.Event, order: tuple[str, str]
) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+,")
    for button in order:
        writer.press(button)
    writer.keys("Ctrl+L")
    gate.set()
    writer.unlock()
    assert writer.message() == ""
    assert not list(writer.folder.glob("**/*.tmp-*"))
