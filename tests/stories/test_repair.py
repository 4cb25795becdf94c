"""Something in the file is wrong: it is found, mended where that is possible, and said once."""

import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from support.builders import an_entry
from support.driver import PASSPHRASE, Driver
from support.looking import keyboard
from support.spoilt import spoil_free_pages, spoil_leaf

from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal.backing_up import back_up_here, backups_of
from caregiver_journal.journal.backup_rounds import Halt
from caregiver_journal.journal.checking import CheckRun, Trouble, last_check
from caregiver_journal.journal.doors import Opened
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import read_losses
from caregiver_journal.journal.losses import Brought, Found, bring_in
from caregiver_journal.ui import losses_sheet
from caregiver_journal.vault import full_text, healing
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.healing import TO_MEND
from caregiver_journal.vault.opened import write_meta

LONG = "The visit went on for an hour and nobody was in a hurry. " * 8
SPOIL_INDEX = "INSERT INTO entry_search (rowid, body) VALUES (9999, 'words of somebody')"


def fill(writer: Driver, count: int) -> None:
    with writer.journal.writing(*Kind):
        for number in range(count):
            writer.clock.advance(minutes=1)
            writer.journal.entries.add(an_entry(f"note {number} {LONG}", writer.clock()))


def key_of(writer: Driver) -> Opened:
    key = writer.window.doorway._key
    assert key is not None
    return key


def notes(journal: Journal) -> list[str]:
    return [entry.note for entry in journal.entries.page(None, 500)[0]]


# --- after a rescue -------------------------------------------------------------------------------


def test_what_could_not_be_read_is_found_in_a_backup_and_brought_back(writer: Driver) -> None:
    fill(writer, 100)
    before = notes(writer.journal)
    back_up_here(writer.journal)
    key = key_of(writer)
    writer.keys("Ctrl+L")
    spoil_leaf(writer.folder, key, "notes")
    writer.unlock()
    writer.keys("Ctrl+J", "End", "End", "End", "End", "End", "End", "End", "End", "End", "End")
    writer.qtbot.waitUntil(lambda: "file is damaged" in writer.message())
    writer.press("message.action")
    writer.press("damaged.rescue")
    writer.wait_until_seen("damaged.back")
    assert "could not be read" in writer.text("damaged.result")
    head, *lines = writer.text("damaged.found").splitlines()
    assert head.startswith("The backup of Friday 20 November, ")
    assert lines[0] == "Mood · good, Friday 20 November"
    assert writer.find("damaged.back", QWidget).hasFocus()
    writer.press("damaged.back")
    writer.qtbot.waitUntil(lambda: "brought back" in writer.text("damaged.found"))
    assert not writer.sees("damaged.back")
    writer.press("damaged.reopen")
    writer.wait_for_page("today")
    assert notes(writer.journal) == before
    assert writer.journal.database.check(deep=True) == []


def rescued_and_opened(writer: Driver, table: str) -> None:
    """Lose a page, have what can be read saved, and open the journal without waiting for more."""
    back_up_here(writer.journal)
    key = key_of(writer)
    writer.keys("Ctrl+L")
    spoil_leaf(writer.folder, key, table)
    writer.unlock()
    writer.keys("Ctrl+J", *["End"] * 10)
    writer.qtbot.waitUntil(lambda: "file is damaged" in writer.message())
    writer.press("message.action")
    writer.press("damaged.rescue")
    writer.wait_until_seen("damaged.reopen")
    writer.press("damaged.reopen")
    writer.wait_for_page("today")


def test_the_offer_stays_until_it_is_taken(writer: Driver) -> None:
    fill(writer, 100)
    before = notes(writer.journal)
    rescued_and_opened(writer, "notes")
    assert "Something may still be missing" in writer.seen_texts()
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.press("waiting.1.action")
    assert writer.page() == "settings"
    assert keyboard().objectName() == "settings.losses"
    assert "could not be read" in writer.text("settings.losses_state")
    writer.keys("Space")
    writer.wait_until_seen("losses.back")
    assert writer.text("losses.found").startswith("The backup of Friday 20 November, ")
    writer.press("losses.back")
    writer.qtbot.waitUntil(lambda: "brought back" in writer.text("losses.found"))
    writer.press("losses.leave")
    assert not writer.sees("settings.losses")
    assert notes(writer.journal) == before
    writer.keys("Ctrl+1")
    assert "Something may still be missing" not in writer.seen_texts()


def test_the_offer_can_be_let_be_and_that_taken_back(writer: Driver) -> None:
    fill(writer, 100)
    rescued_and_opened(writer, "notes")
    writer.press("waiting.1.action")
    writer.press("settings.losses")
    writer.wait_until_seen("losses.let_be")
    writer.press("losses.let_be")
    assert not writer.sees("settings.losses")
    writer.press("message.action")
    assert writer.sees("settings.losses")


def endless(journal: Journal, found: Iterable[Found]) -> Generator[Progress, None, Brought]:
    """Bring back all there is, and come to no end before that is kept."""
    with closing(bring_in(journal, found)) as steps:
        yield next(steps)
        while True:
            yield Progress(1, 2)


def test_a_lock_while_it_is_brought_back_loses_nothing(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(writer, 100)
    before = notes(writer.journal)
    rescued_and_opened(writer, "notes")
    writer.press("waiting.1.action")
    writer.press("settings.losses")
    writer.wait_until_seen("losses.back")
    with monkeypatch.context() as patch:
        patch.setattr(losses_sheet, "bring_in", endless)
        writer.press("losses.back")
        writer.keys("Ctrl+L")
    writer.unlock()
    assert read_losses(writer.journal) is not None
    assert writer.journal.database.check(deep=True) == []
    writer.press("waiting.1.action")
    writer.press("settings.losses")
    writer.wait_until_seen("losses.back")
    writer.press("losses.back")
    writer.qtbot.waitUntil(lambda: "brought back" in writer.text("losses.found"))
    assert notes(writer.journal) == before


# --- what mends itself ----------------------------------------------------------------------------


def test_torn_free_pages_never_keep_the_journal_shut(writer: Driver) -> None:
    fill(writer, 100)
    gone = writer.journal.entries.page(None, 80)[0]
    writer.journal.remove(*gone)
    writer.journal.delete_for_good(*gone)
    before = notes(writer.journal)
    key = key_of(writer)
    writer.keys("Ctrl+L")
    spoil_free_pages(writer.folder, key)
    writer.clock.advance(days=40)
    writer.unlock()
    writer.let_pass(0.75)
    writer.qtbot.waitUntil(lambda: last_check(writer.journal) is not None)
    assert writer.message() == ""
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.message() == (
        "A part of the file that held nothing was damaged. It was mended; nothing was lost."
    )
    assert notes(writer.journal) == before
    fill(writer, 100)
    assert writer.journal.database.check(deep=True) == []
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.message() == ""


def test_a_search_index_astray_is_made_anew_and_said_once(writer: Driver) -> None:
    fill(writer, 3)
    with writer.journal.writing():
        writer.journal.database.write(SPOIL_INDEX)
    writer.clock.advance(days=40)
    writer.let_pass(0.75)
    writer.qtbot.waitUntil(lambda: last_check(writer.journal) is not None)
    writer.keys("Ctrl+,")
    assert "search index does not fit" in writer.text("settings.check_state")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert "The search index did not fit the entries." in writer.message()
    assert writer.journal.search.find("somebody", 9) == []
    assert len(writer.journal.search.find("visit", 9)) == 3


@pytest.fixture
def astray(writer: Driver) -> Driver:
    """Somebody whose search index was found astray, before the unlock page."""
    fill(writer, 300)
    with writer.journal.writing():
        writer.journal.database.write(SPOIL_INDEX)
        write_meta(writer.journal.database, TO_MEND, Trouble.INDEX.value)
    writer.keys("Ctrl+L")
    return writer


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Mending an index waits here after its first step, with the window awake."""
    gate = threading.Event()
    make_anew = full_text.making_anew

    def wait(database: Database, index: str) -> Iterator[float]:
        for share in make_anew(database, index):
            yield share
            gate.wait(10)

    monkeypatch.setattr(healing, "making_anew", wait)
    yield gate
    gate.set()


def enter(writer: Driver) -> None:
    """Type the passphrase and come as far as the page on which the file is mended."""
    writer.try_passphrase(PASSPHRASE)
    writer.wait_until_seen("mending.skip")


def test_the_window_says_what_is_mended_and_how_far_it_is(
    astray: Driver, gate: threading.Event
) -> None:
    enter(astray)
    assert keyboard().objectName() == "mending.skip"
    assert "The file is being mended" in astray.seen_texts()
    gate.set()
    astray.wait_for_page("today")
    assert "The search index did not fit the entries." in astray.message()
    assert len(astray.journal.search.find("visit", 999)) == 300


def test_it_can_wait_for_the_next_time(astray: Driver, gate: threading.Event) -> None:
    enter(astray)
    astray.press("mending.skip")
    gate.set()
    astray.wait_for_page("today")
    assert astray.message() == ""
    assert astray.journal.search.find("somebody", 9) == [], "it is no entry"
    astray.keys("Ctrl+L")
    astray.unlock()
    assert "The search index did not fit the entries." in astray.message()
    assert astray.journal.database.check(deep=True) == []


def test_a_closed_window_does_not_wait_for_the_end_of_it(
    astray: Driver, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(astray)
    stop = Halt.stop

    def stop_and_go_on(halt: Halt) -> None:
        stop(halt)
        gate.set()

    monkeypatch.setattr(Halt, "stop", stop_and_go_on)
    astray.window.close()
    assert gate.is_set(), "it was told to stop"
    astray._start_afresh(astray.folder)
    astray.unlock()
    assert "The search index did not fit the entries." in astray.message(), "not before"
    assert astray.journal.database.check(deep=True) == []


def test_where_it_cannot_be_mended_the_journal_opens_all_the_same(
    astray: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr("caregiver_journal.vault.doors.note_healed", refuse)
        astray.unlock()
    assert astray.journal.search.count("visit") == 300
    assert astray.journal.database.check(deep=True) == []


# --- once a month ---------------------------------------------------------------------------------


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What looked everything through, in order."""
    seen: list[str] = []
    check = CheckRun.check

    def count(self: CheckRun) -> object:
        seen.append("check")
        return check(self)

    monkeypatch.setattr(CheckRun, "check", count)
    return seen


def test_once_a_month_everything_is_looked_through_while_nobody_writes(
    writer: Driver, checks: list[str]
) -> None:
    fill(writer, 3)
    back_up_here(writer.journal)
    writer.let_pass(1)
    assert checks == []
    writer.clock.advance(days=31)
    writer.let_pass(0.5)
    assert checks == []
    writer.let_pass(0.25)
    writer.qtbot.waitUntil(lambda: last_check(writer.journal) is not None)
    writer.let_pass(1)
    assert checks == ["check"]
    writer.clock.advance(days=3)
    writer.keys("Ctrl+,")
    assert writer.text("settings.check_state") == "Checked 3 days ago: whole."
    writer.keys("Ctrl+1")
    assert "damaged" not in " ".join(writer.seen_texts())


def test_a_damaged_backup_is_told_on_today(writer: Driver) -> None:
    fill(writer, 3)
    path = back_up_here(writer.journal).path
    content = bytearray(path.read_bytes())
    content[60_000] ^= 1
    path.write_bytes(content)
    writer.clock.advance(days=31)
    writer.let_pass(0.75)
    writer.qtbot.waitUntil(lambda: "A backup is damaged" in writer.seen_texts())
    assert len(backups_of(writer.journal)) == 1
    writer.press("waiting.1.action")
    assert writer.page() == "settings"
    assert f"The backup {path.name} is damaged." in writer.text("settings.check_state")


def test_damage_is_told_with_the_way_to_save_what_can_be_read(writer: Driver) -> None:
    fill(writer, 100)
    key = key_of(writer)
    writer.keys("Ctrl+L")
    spoil_leaf(writer.folder, key, "notes")
    writer.clock.advance(days=31)
    writer.unlock()
    writer.keys("Ctrl+,")
    writer.press("settings.check")
    writer.qtbot.waitUntil(lambda: "file is damaged" in writer.message())
    assert writer.find("message.action", QAbstractButton).text() == "Save what can be read"
    assert writer.find("settings.check", QAbstractButton).text() == "Save what can be read…"


def test_a_disk_that_refuses_is_not_asked_again(
    writer: Driver, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(writer, 3)
    tries: list[str] = []

    def fail(_self: CheckRun) -> None:
        tries.append("copy")
        raise StorageError

    monkeypatch.setattr(CheckRun, "copy", fail)
    writer.clock.advance(days=31)
    for _time in range(3):
        writer.let_pass(0.75)
        writer.qtbot.waitUntil(lambda: bool(tries) and not writer.journal.database.is_held)
    assert tries == ["copy"]
    assert checks == []
    assert writer.message() == ""


def test_a_lock_in_its_midst_leaves_nothing_behind(writer: Driver) -> None:
    fill(writer, 3)
    writer.clock.advance(days=31)
    writer.let_pass(0.75)
    writer.keys("Ctrl+L")
    writer.unlock()
    assert not list(writer.folder.glob("*.tmp-*"))
