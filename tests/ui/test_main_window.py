"""The window: what it allows when, how it is left, and what stands in the way of losing text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.driver import PASSPHRASE, Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    StorageError,
)
from caregiver_journal.domain.preference import AUTO_LOCK
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.drafts import DraftStore
from caregiver_journal.store.preferences import PreferenceStore
from caregiver_journal.ui import main_window
from caregiver_journal.ui.actions import ACTIONS
from caregiver_journal.ui.main_window import RETRY_MS, MainWindow
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_sheet import ProblemSheet
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.window_state import WindowState, read_window_state, write_window_state

IN_FRONT = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
"""For what comes to the front, which the off-screen platform knows nothing of."""


def refuse(error: type[JournalError]) -> Callable[..., None]:
    """Return something that always fails in the same way."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise error

    return fail


def allowed(person: Driver) -> set[str]:
    """Return the names of the actions that can be chosen now."""
    menu = person.window.finish_start()
    return {action.objectName() for action in menu.actions() if action.isEnabled()} - {""}


# --- what is allowed when -------------------------------------------------------------------------


def test_every_action_is_in_the_menu_with_its_keys(writer: Driver) -> None:
    menu = writer.window.finish_start()
    shown = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.objectName() for action in shown] == [spec.name for spec in ACTIONS]
    assert all(not action.shortcut().isEmpty() for action in shown)


def test_before_it_is_open_only_help_and_quit_are_allowed(writer: Driver) -> None:
    assert allowed(writer) == {spec.name for spec in ACTIONS}
    writer.keys("Ctrl+L")
    assert allowed(writer) == {spec.name for spec in ACTIONS if spec.when_locked}


def test_under_the_cover_one_can_only_come_back_or_lock(writer: Driver) -> None:
    writer.keys("F9")
    assert allowed(writer) == {"window.hide", "window.lock"}
    writer.keys("F9")
    assert "entry.new" in allowed(writer)


def test_the_keyboard_comes_back_from_the_cover_to_where_it_was(writer: Driver) -> None:
    writer.type_into("mood.line", "half")
    writer.keys("F9", "F9")
    writer.type_here(" and half")
    assert writer.text("mood.line") == "half and half"


@IN_FRONT
def test_f10_opens_the_menu_and_it_can_be_used_by_keyboard(writer: Driver) -> None:
    writer.keys("F10")
    menu = writer.window.finish_start()
    assert menu.isVisible()
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert writer.page() == "mood"


@IN_FRONT
def test_escape_leaves_the_menu_where_the_keyboard_was(writer: Driver) -> None:
    writer.find("mood.line", QLineEdit).setFocus()
    writer.keys("F10")
    menu = writer.window.finish_start()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert keyboard().objectName() == "mood.line"


def test_f10_does_nothing_before_the_journal_is_open(writer: Driver) -> None:
    writer.keys("Ctrl+L", "F10")
    assert not writer.window.finish_start().isVisible()


# --- the clock and reading only -------------------------------------------------------------------


@pytest.mark.parametrize(("days", "is_said"), [(-2, True), (-0.5, False), (1, False)])
def test_a_clock_that_is_behind_is_mentioned(writer: Driver, days: float, is_said: bool) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+L")
    writer.clock.advance(days=days)
    writer.unlock()
    assert ("This computer's clock says" in writer.message()) is is_said


@pytest.fixture
def reader(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Somebody whose journal, with one entry in it, can only be read."""
    writer.keys("4", "Ctrl+Return", "Ctrl+L")
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _self: False)
    writer.unlock()
    assert "You can read, but not write." in writer.message()
    writer.press("message.close")
    return writer


def _change_the_passphrase(reader: Driver) -> str:
    reader.keys("Ctrl+,")
    reader.press("settings.change_passphrase")
    reader.type_into("change_passphrase.old.field", PASSPHRASE)
    for field in ("first", "again"):
        reader.type_into(f"new_passphrase.{field}.field", "seven green hills at dawn")
    reader.press("change_passphrase.change")
    name = "change_passphrase.problem"
    reader.qtbot.waitUntil(lambda: reader.text(name) != "", timeout=10_000)
    return reader.text(name)


def _make_a_new_code(reader: Driver) -> str:
    reader.keys("Ctrl+,")
    reader.press("settings.renew_code")
    reader.type_into("renew.passphrase.field", PASSPHRASE)
    reader.press("renew.make")
    reader.qtbot.waitUntil(lambda: reader.text("renew.problem") != "", timeout=10_000)
    return reader.text("renew.problem")


def _set_the_lock(reader: Driver) -> str:
    reader.keys("Ctrl+,")
    reader.choose("settings.auto_lock_minutes", "after an hour")
    combo = reader.find("settings.auto_lock_minutes", QComboBox)
    assert combo.currentText() == "after 5 minutes", "what holds is shown again"
    return reader.message()


def _do(*keys: str) -> Callable[[Driver], str]:
    def act(reader: Driver) -> str:
        reader.keys(*keys)
        return reader.message()

    return act


@pytest.mark.parametrize(
    "write",
    [
        _do("Ctrl+1", "3"),
        _do("Ctrl+N", "3", "Ctrl+Return"),
        _do("Ctrl+2"),
        _do("Ctrl+J", "Delete"),
        _set_the_lock,
        _change_the_passphrase,
        _make_a_new_code,
    ],
    ids=["quick", "check-in", "boundary", "delete", "setting", "passphrase", "code"],
)
def test_reading_only_every_way_to_write_says_so(
    reader: Driver, write: Callable[[Driver], str]
) -> None:
    said = write(reader)
    assert any(words in said for words in ("reading only", "cannot be written", "only be read"))
    if reader.window.journal is not None:
        assert reader.journal.entries.count()[0] == 1
        assert reader.journal.setting(AUTO_LOCK) == 5


def test_reading_only_there_is_nothing_to_write_in_and_one_can_lock(reader: Driver) -> None:
    assert not reader.sees("mood.line")
    reader.keys("3", "Ctrl+Return", "Ctrl+N")
    assert reader.page() == "today"
    assert reader.journal.entries.count()[0] == 1
    reader.keys("Ctrl+L")
    assert reader.starts == 3


# --- leaving --------------------------------------------------------------------------------------


def test_the_window_comes_back_where_it_was(writer: Driver) -> None:
    writer.resize(700, 600)
    writer.keys("Ctrl+L")
    assert writer.window.size().toTuple() == (700, 600)


def test_a_line_of_any_length_can_be_locked_away(writer: Driver) -> None:
    line = "words " * 200
    field = writer.find("mood.line", QLineEdit)
    field.setText(line)
    field.setFocus()
    writer.type_here("and more")
    writer.keys("Ctrl+L")
    assert writer.starts == 2
    writer.unlock()
    assert writer.text("mood.line") == f"{line}and more"


@pytest.fixture
def held(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Somebody whose text cannot be stored, as the journal is to be locked."""
    writer.type_into("mood.line", "do not lose me")
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse(DiskFullError))
        writer.keys("Ctrl+L")
    return writer


def test_held_text_is_tried_again_by_itself(held: Driver) -> None:
    assert held.is_covered()
    assert held.window._retry.isActive()
    assert held.window._retry.interval() == RETRY_MS >= 5_000
    held.window._retry.timeout.emit()
    assert held.starts == 2
    held.unlock()
    assert held.text("mood.line") == "do not lose me"


def test_held_text_can_be_left_by_quitting(held: Driver) -> None:
    assert allowed(held) == {"help.shortcuts", "window.quit"}
    held.keys("Ctrl+Q")
    assert not held.window.isVisible()
    assert held.window.journal is None


def test_quitting_with_a_full_disk_is_held_too(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.type_into("mood.line", "do not lose me")
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse(DiskFullError))
        writer.keys("Ctrl+Q")
        assert writer.window.isVisible()
        assert writer.is_covered()
    quits: list[bool] = []
    writer.window._after_closing = lambda: quits.append(True)
    writer.window._retry.timeout.emit()
    assert quits == [True]


def test_nobody_there_does_not_disturb_what_is_held(
    held: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "hide", lambda _self: pytest.fail("it would flicker"))
    held.let_pass(minutes=6)
    assert held.window.isVisible()
    assert held.starts == 1
    monkeypatch.undo()


def test_a_damaged_file_holds_nobody_for_ever(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.type_into("mood.line", "cannot be stored any more")
    monkeypatch.setattr(DraftStore, "write", refuse(DamagedError))
    assert writer.window.shell is not None
    writer.window.shell.say_problem(DamagedError())
    writer.press("message.action")
    assert writer.sees("damaged.rescue")


# --- what goes wrong on the way in ----------------------------------------------------------------


@pytest.mark.parametrize("error", [StorageError, DiskFullError])
def test_a_journal_that_cannot_be_read_leads_back_to_the_door(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, error: type[JournalError]
) -> None:
    writer.keys("Ctrl+L")
    with monkeypatch.context() as broken:
        broken.setattr(PreferenceStore, "read", refuse(error))
        writer.try_passphrase(PASSPHRASE)
        writer.qtbot.waitUntil(
            lambda: error().sentence in writer.text("unlock.problem"), timeout=10_000
        )
    assert writer.window.journal is None
    writer.unlock()


def test_a_journal_that_turns_out_damaged_leads_to_its_rescue(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.keys("Ctrl+L")
    monkeypatch.setattr(PreferenceStore, "read", refuse(DamagedError))
    writer.try_passphrase(PASSPHRASE)
    writer.wait_until_seen("damaged.rescue")


# --- sheets over the whole window -----------------------------------------------------------------


def test_a_sheet_is_still_there_after_the_cover(writer: Driver) -> None:
    writer.keys("F1")
    close = keyboard()
    writer.keys("F9")
    assert not close.isVisible()
    writer.keys("F9")
    settle()
    assert writer.window.childAt(close.mapTo(writer.window, close.rect().center())) is close


@pytest.mark.parametrize("where", ["door", "page"])
def test_the_list_of_keys_is_there_everywhere_and_once(writer: Driver, where: str) -> None:
    if where == "door":
        writer.keys("Ctrl+L")
    writer.window.finish_start()
    writer.keys("F1", "F1")
    assert len([s for s in writer.window.findChildren(Overlay) if s.isVisible()]) == 1
    assert "Keyboard shortcuts" in writer.seen_texts()
    writer.keys("Esc")
    settle()
    assert not writer.window.findChildren(Overlay)


@pytest.mark.parametrize("where", ["door", "page"])
def test_a_bug_is_told_wherever_one_is(writer: Driver, where: str) -> None:
    if where == "door":
        writer.keys("Ctrl+L")
    writer.window.show_problem("ValueError\n  page.py:12 refresh")
    (sheet,) = writer.window.findChildren(ProblemSheet)
    assert sheet.isVisible()
    assert keyboard().objectName() == "problem.close"
    writer.keys("Esc")
    assert not [s for s in writer.window.findChildren(Overlay) if s.isVisible()]


@IN_FRONT
def test_a_second_start_brings_it_back_from_the_task_bar(writer: Driver) -> None:
    writer.window.showMinimized()
    writer.window.come_to_front()
    assert not writer.window.isMinimized()
    assert writer.window.isVisible()


# --- what the desktop asks for --------------------------------------------------------------------


def test_after_the_first_picture_it_wears_what_the_desktop_asks_for(
    app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(main_window, "system_look", lambda: "dark")
    Driver(qtbot, tmp_path / "journal", clock)
    qtbot.waitUntil(lambda: current_look().name == "dark")
    assert read_window_state().first_look() == "dark", "the next start knows"


def test_a_look_that_was_chosen_stays_whatever_the_desktop_asks_for(
    app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_window_state(WindowState(look="light"))
    monkeypatch.setattr(main_window, "system_look", lambda: "dark")
    Driver(qtbot, tmp_path / "journal", clock)
    qtbot.waitUntil(lambda: read_window_state().desktop_look == "dark")
    assert current_look().name == "light"
