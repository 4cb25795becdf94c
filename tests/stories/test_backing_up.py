"""Somebody's journal is backed up: by hand, when it is time, and to a stick."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView
from pytestqt.qtbot import QtBot
from support.builders import an_entry
from support.clock import FixedClock
from support.driver import Driver
from support.looking import keyboard

from caregiver_journal.app import dress
from caregiver_journal.journal import backup_rounds, doors, second_place
from caregiver_journal.journal.backing_up import Backup, back_up_here, check_backup, list_backups
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.second_place import set_place
from caregiver_journal.ui.pages.settings import backups
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.theme import install_fonts
from caregiver_journal.vault import backup as making
from caregiver_journal.vault.folder import JournalFolder

NOT_MADE = "The last backup was not made"


@pytest.fixture
def keeper(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    clock: FixedClock,
    begun: tuple[Path, doors.Opened],
) -> Driver:
    """Somebody whose journal is open on Today, and backed up by itself."""
    install_fonts(qapp, always=True)
    dress(qapp, "light", 100)
    keeper = Driver(qtbot, tmp_path / "journal", clock, backs_up=True)
    keeper.come_in(*begun)
    return keeper


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Fill the disk, or make room on it again."""

    def fill(is_full: bool) -> None:
        monkeypatch.setattr(making, "free_bytes", lambda _path: 0 if is_full else 1 << 40)

    return fill


def there(person: Driver) -> tuple[Backup, ...]:
    return list_backups(JournalFolder(person.folder).backups)


def wait_for_start(person: Driver, number: int) -> None:
    person.qtbot.waitUntil(lambda: person.starts == number, timeout=10_000)


def leave(person: Driver) -> None:
    """Lock, and come to the unlock page of the next start."""
    start = person.starts
    person.keys("Ctrl+L")
    wait_for_start(person, start + 1)


# --- by hand --------------------------------------------------------------------------------------


def test_by_keyboard_from_settings(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+,", "Ctrl+F")
    writer.type_here("last backup")
    writer.keys("Return")
    assert keyboard().objectName() == "settings.back_up"
    assert "There is none yet" in writer.text("settings.last_backup")
    writer.keys("Space")
    writer.qtbot.waitUntil(lambda: "read again and checked" in writer.message(), timeout=10_000)
    (made,) = there(writer)
    check_backup(made.path)
    assert writer.text("settings.last_backup").startswith("Today 17:52, ")
    assert writer.text("settings.backup_list").startswith("1 backup, ")
    assert keyboard().objectName() == "settings.back_up"
    writer.keys("Ctrl+F", "Esc")
    writer.press("settings.backups")
    model = writer.find("backups.list.list", QListView).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Today 17:52"]
    writer.press("backups.check")
    writer.qtbot.waitUntil(lambda: "is whole" in writer.text("backups.facts"), timeout=10_000)
    made.path.write_bytes(made.path.read_bytes()[:-900])
    writer.press("backups.check")
    writer.qtbot.waitUntil(lambda: "damaged" in writer.text("backups.problem"), timeout=10_000)
    writer.keys("Esc")
    assert not writer.sees("backups.done")


def test_it_is_stopped_and_nothing_is_left(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.back_up")
    assert keyboard().objectName() == "settings.backing_up.cancel"
    writer.keys("Space")
    writer.qtbot.waitUntil(lambda: "stopped" in writer.message(), timeout=10_000)
    assert there(writer) == ()
    assert list((writer.folder / "backups").iterdir()) == []
    assert keyboard().objectName() == "settings.back_up"


def test_where_nothing_can_be_written_it_is_not_offered(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "is_read_only", True)
    writer.keys("Ctrl+,")
    for name in ("settings.back_up", "settings.backup_place", "settings.backups"):
        assert not writer.find(name, QAbstractButton).isEnabled()


def test_writing_goes_on_meanwhile(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.back_up")
    writer.journal.add(an_entry("meanwhile"))
    writer.qtbot.waitUntil(lambda: len(there(writer)) == 1, timeout=10_000)
    writer.qtbot.waitUntil(lambda: "checked" in writer.message(), timeout=10_000)
    assert writer.journal.entries.count()[0] == 1


def test_a_lock_stops_it(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.back_up")
    leave(writer)
    writer.unlock()
    writer.qtbot.waitUntil(lambda: not list((writer.folder / "backups").glob("*.tmp-*")))
    assert there(writer) == ()


# --- by itself ------------------------------------------------------------------------------------


def test_locking_after_five_hours_makes_one(keeper: Driver, clock: FixedClock) -> None:
    keeper.keys("4", "Ctrl+Return")
    leave(keeper)
    assert len(there(keeper)) == 1, "the first is made at once"
    keeper.unlock()
    keeper.keys("2", "Ctrl+Return")
    clock.advance(hours=3)
    leave(keeper)
    assert len(there(keeper)) == 1
    keeper.unlock()
    clock.advance(hours=2)
    keeper.keys("3", "Ctrl+Return")
    leave(keeper)
    assert len(there(keeper)) == 2
    for each in there(keeper):
        check_backup(each.path)
    keeper.unlock()
    assert len(keeper.titles("today.entries")) == 3


def test_idle_time_makes_one(keeper: Driver) -> None:
    keeper.let_pass(minutes=6)
    wait_for_start(keeper, 2)
    assert len(there(keeper)) == 1
    assert "Welcome back" in keeper.seen_texts()


def test_before_sleep_there_is_no_time_and_it_is_made_after_the_next_unlock(
    keeper: Driver,
) -> None:
    keeper.sleep_and_wake(hours=1)
    assert keeper.starts == 2, "at once"
    assert there(keeper) == ()
    keeper.unlock()
    backups = keeper.window.shell and keeper.window.shell.backups
    assert backups
    assert backups._first_look.isActive()
    backups._first_look.timeout.emit()  # a minute later
    keeper.qtbot.waitUntil(lambda: len(there(keeper)) == 1, timeout=10_000)
    keeper.qtbot.waitUntil(lambda: not backups.is_running, timeout=10_000)
    assert keeper.message() == "", "nobody is told of what went well"


def test_sleep_in_the_midst_of_it_locks_at_once(keeper: Driver) -> None:
    keeper.keys("Ctrl+L")
    assert keeper.starts == 1
    keeper.window.presence.lost.emit()
    assert keeper.starts == 2
    keeper.qtbot.waitUntil(lambda: not keeper._gone[0].work._pool.activeThreadCount())
    assert there(keeper) == ()
    keeper.unlock()


@pytest.fixture
def slow(keeper: Driver) -> Iterator[threading.Event]:
    """The worker has something else to do until this is set, and a backup waits for it."""
    with keeper.busy_worker() as gate:
        yield gate


def test_sleep_while_it_is_made_for_a_closed_window_ends_the_program_at_once(
    keeper: Driver, slow: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[str] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append("quit"))
    keeper.window.close()
    assert quits == []
    keeper.window.presence.lost.emit()
    assert quits == ["quit"]
    assert keeper.window.parting.was_given_up, "nobody waits for the worker then"
    slow.set()


def test_what_takes_long_says_so_and_can_be_left(keeper: Driver, slow: threading.Event) -> None:
    keeper.type_into("mood.line", "private words")
    keeper.keys("Ctrl+L")
    assert not keeper.window.isVisible()
    keeper.window.parting.delayed.emit()
    assert keeper.sees("parting.skip")
    assert "private words" not in keeper.seen_texts()
    assert any("A backup is made first" in text for text in keeper.seen_texts())
    keeper.press("parting.skip")
    assert keeper.starts == 2
    slow.set()
    keeper.unlock()
    assert keeper.text("mood.line") == "private words"
    assert there(keeper) == ()


def test_leaving_the_program_makes_one(keeper: Driver) -> None:
    keeper.keys("4", "Ctrl+Return")
    keeper.choose_in_menu("window.quit")
    assert not keeper.window.isVisible()
    assert not QApplication.quitOnLastWindowClosed(), "it waits for the backup"
    keeper.qtbot.waitUntil(lambda: not keeper.window.parting.is_under_way, timeout=10_000)
    assert QApplication.quitOnLastWindowClosed()
    assert len(there(keeper)) == 1


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_starting_again_meanwhile_comes_to_the_unlock_page(
    keeper: Driver, slow: threading.Event
) -> None:
    keeper.type_into("mood.line", "private words")
    keeper.choose_in_menu("window.quit")
    keeper.window.come_to_front()  # what a second start asks for
    assert keeper.sees("parting.skip")
    assert "private words" not in keeper.seen_texts()
    slow.set()
    wait_for_start(keeper, 2)
    assert len(there(keeper)) == 1
    keeper.unlock()


def test_closing_it_once_more_waits_for_nothing(keeper: Driver) -> None:
    keeper.keys("Ctrl+L")
    keeper.window.parting.delayed.emit()
    keeper.window.close()
    assert not keeper.window.parting.is_under_way
    assert keeper.starts == 1
    assert there(keeper) == ()


# --- what does not work ---------------------------------------------------------------------------


def test_a_full_disk_is_told_once_and_goes_after_success(
    keeper: Driver, clock: FixedClock, full: Callable[[bool], None]
) -> None:
    full(True)
    leave(keeper)
    keeper.unlock()
    assert there(keeper) == ()
    assert NOT_MADE in keeper.seen_texts()
    assert any("too little room on the disk" in text for text in keeper.seen_texts())
    keeper.press("waiting.1.action")
    assert keeper.page() == "settings"
    assert keyboard().objectName() == "settings.back_up"
    assert "The last try, today at 17:52, made none." in keeper.text("settings.last_backup")
    keeper.keys("Ctrl+T")
    keeper.press("waiting.1.not_now")
    clock.advance(hours=1)
    leave(keeper)
    keeper.unlock()
    assert NOT_MADE not in keeper.seen_texts(), "it was told"
    clock.advance(days=1)
    leave(keeper)
    full(False)
    keeper.unlock()
    assert NOT_MADE in keeper.seen_texts(), "it was put off until today"
    shell = keeper.window.shell
    assert shell is not None
    shell.backups.look()
    keeper.qtbot.waitUntil(lambda: NOT_MADE not in keeper.seen_texts(), timeout=10_000)
    assert len(there(keeper)) == 1


def test_by_hand_it_says_so_at_once_and_work_goes_on(
    writer: Driver, full: Callable[[bool], None]
) -> None:
    full(True)
    writer.keys("Ctrl+,")
    writer.press("settings.back_up")
    writer.qtbot.waitUntil(lambda: "too little room" in writer.message(), timeout=10_000)
    assert "made none" in writer.text("settings.last_backup")
    writer.keys("Ctrl+T", "4", "Ctrl+Return")
    assert writer.titles("today.entries") == ["Mood · good"]
    assert NOT_MADE in writer.seen_texts()
    full(False)
    writer.keys("Ctrl+,")
    writer.press("settings.back_up")
    writer.qtbot.waitUntil(lambda: "checked" in writer.message(), timeout=10_000)
    assert "made none" not in writer.text("settings.last_backup")


# --- a second place -------------------------------------------------------------------------------


def _take(person: Driver, folder: Path) -> None:
    """Choose a folder as the second place, as its dialog tells it."""
    person.keys("Ctrl+,")
    page = person.find("page.settings", SettingsPage)
    page.backups.take(str(folder))


def test_a_stick_gets_each_backup_while_it_is_there(
    keeper: Driver, clock: FixedClock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    _take(keeper, stick)
    keeper.qtbot.waitUntil(lambda: "second place" in keeper.message(), timeout=10_000)
    assert [each.path.name for each in list_backups(stick)] == [
        each.path.name for each in there(keeper)
    ]
    assert "Last copied today." in keeper.text("settings.place")
    stick.rename(tmp_path / "pulled out")
    clock.advance(days=3)
    leave(keeper)
    keeper.unlock()
    keeper.keys("Ctrl+,")
    keeper.qtbot.waitUntil(lambda: "not there now" in keeper.text("settings.place"))
    assert "Last copied 3 days ago." in keeper.text("settings.place")
    assert len(there(keeper)) == 2
    (tmp_path / "pulled out").rename(stick)
    leave(keeper)
    assert len(list_backups(stick)) == 2, "what was missed is made up for"
    keeper.unlock()
    keeper.keys("Ctrl+,")
    assert "Last copied today." in keeper.text("settings.place")
    keeper.press("settings.backup_place")
    assert "A stick or another disk" in keeper.text("settings.place")
    keeper.keys("Ctrl+Z")
    assert "Last copied today." in keeper.text("settings.place")


def test_backups_of_another_journal_on_the_stick_stay(keeper: Driver, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    other = doors.create(tmp_path / "other", "another one entirely", doors.Cost(19 * 1024, 1, 1))
    journal = doors.open_journal(tmp_path / "other", other, keeper.clock)
    made = [back_up_here(journal) for _each in range(1)]
    journal.close()
    strange = stick / made[0].path.name.replace("2026", "2001")
    strange.write_bytes(made[0].path.read_bytes())
    _take(keeper, stick)
    keeper.qtbot.waitUntil(lambda: "second place" in keeper.message(), timeout=10_000)
    assert strange.exists()


def test_a_place_with_an_odd_name_is_said_in_one_line(writer: Driver, tmp_path: Path) -> None:
    place = tmp_path / "stick\n\u202eLast copied today."
    place.mkdir()
    set_place(writer.journal, place)
    writer.keys("Ctrl+,")
    where, *said = writer.text("settings.place").splitlines()
    assert where.startswith(str(tmp_path))
    assert "\u202e" not in where
    assert said[0].startswith("Nothing was copied there yet.")


def test_a_network_that_does_not_answer_holds_up_nothing_else(
    keeper: Driver, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = threading.Event(), threading.Event()
    answer = second_place.is_there

    def wait(place: Path) -> bool:
        asked.set()
        return gate.wait(20) and answer(place)

    monkeypatch.setattr(backup_rounds, "is_there", wait)
    stick = tmp_path / "network"
    stick.mkdir()
    _take(keeper, stick)
    keeper.qtbot.waitUntil(asked.is_set, timeout=10_000)
    done: list[object] = []
    keeper.window.work.start(keeper.window, lambda: 1, done.append, done.append)
    keeper.qtbot.waitUntil(lambda: done == [1], timeout=5_000)
    assert list_backups(stick) == ()
    gate.set()
    keeper.qtbot.waitUntil(lambda: "second place" in keeper.message(), timeout=10_000)


def test_who_leaves_meanwhile_sees_nothing_of_it(
    keeper: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    gate, asked = threading.Event(), threading.Event()

    def wait(_place: Path) -> bool:
        asked.set()
        return gate.wait(20)

    def finish() -> None:
        seen.append(keeper.window.isVisible())
        gate.set()
        real()

    _take(keeper, tmp_path)
    keeper.qtbot.waitUntil(lambda: "second place" in keeper.message(), timeout=10_000)
    real = keeper.window.work.finish
    monkeypatch.setattr(backups, "is_there", wait)
    monkeypatch.setattr(keeper.window.work, "finish", finish)
    keeper.find("page.settings", SettingsPage).backups.refresh()
    keeper.qtbot.waitUntil(asked.is_set, timeout=10_000)
    keeper.window.close()
    assert seen == [False]


def test_the_journals_own_folder_is_no_second_place(writer: Driver) -> None:
    _take(writer, writer.folder / "backups")
    assert "has to be another one" in writer.message()
    assert "A stick or another disk" in writer.text("settings.place")


def test_a_full_stick_is_told_and_the_backup_is_there_all_the_same(
    keeper: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(second_place, "free_bytes", lambda _path: 0)
    _take(keeper, stick)
    keeper.qtbot.waitUntil(lambda: "but not copied" in keeper.message(), timeout=10_000)
    assert len(there(keeper)) == 1
    assert list(stick.iterdir()) == []
    assert "made no copy" in keeper.text("settings.place")
    keeper.keys("Ctrl+T")
    assert "The last backup was not copied" in keeper.seen_texts()


# --- before what changes much ---------------------------------------------------------------------


def test_a_new_recovery_code_is_made_after_a_backup(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.renew_code")
    writer.type_into("renew.passphrase.field", "quiet lamp river stone")
    writer.press("renew.make")
    writer.read_code()
    (made,) = there(writer)
    check_backup(made.path)
