"""Somebody comes back to a locked journal."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from support.dialogs import Dialogs
from support.driver import PASSPHRASE, Driver

from caregiver_journal.journal.doors import JournalFolder
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.window_state import read_window_state


@pytest.fixture
def comer(writer: Driver) -> Driver:
    """Somebody in front of the unlock page."""
    writer.keys("Ctrl+L")
    return writer


def test_a_wrong_passphrase_says_so_and_the_right_one_opens(comer: Driver) -> None:
    comer.try_passphrase("not this one at all")
    comer.qtbot.waitUntil(lambda: "does not open" in comer.text("unlock.problem"))
    assert comer.page() == ""
    comer.unlock()


def test_the_passphrase_is_hidden_until_it_is_shown(comer: Driver) -> None:
    field = comer.find("unlock.passphrase.field", QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    comer.press("unlock.passphrase.show")
    assert field.echoMode() == QLineEdit.EchoMode.Normal


def test_caps_lock_is_noticed(comer: Driver) -> None:
    field = comer.find("unlock.passphrase.field", QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock is on" not in comer.seen_texts()
    QTest.keyClicks(field, "A", Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock is on" in comer.seen_texts()


def _has_failed(page: UnlockPage, times: int) -> bool:
    return page._slowing.failures == times


def test_tries_are_slowed_after_the_third(comer: Driver) -> None:
    page = comer.window.doorway.currentWidget()
    assert isinstance(page, UnlockPage)
    for number in range(1, 4):
        comer.try_passphrase(f"wrong passphrase {number}")
        comer.qtbot.waitUntil(partial(_has_failed, page, number))
    assert "recovery code" in comer.text("unlock.problem")
    assert not comer.find("unlock.open", QAbstractButton).isEnabled()
    comer.qtbot.waitUntil(comer.find("unlock.open", QAbstractButton).isEnabled, timeout=3_000)
    comer.unlock()


def test_a_derivation_can_be_cancelled(comer: Driver) -> None:
    comer.type_into("unlock.passphrase.field", PASSPHRASE)
    page = comer.window.doorway.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlock.click()  # and not by a key: its events would give the worker time to finish
    page.progress.cancelled.emit()
    comer.window.work.finish()
    comer.qtbot.wait(1)
    assert comer.page() == ""
    comer.unlock()


def test_the_recovery_code_opens_and_a_new_passphrase_is_set(person: Driver) -> None:
    code = person.begin()
    person.keys("Ctrl+L")
    person.press("unlock.switch")
    person.type_into("unlock.code", code.lower().replace("-", " "))
    person.press("unlock.open")
    person.wait_until_seen("recovered.set")
    for field in ("first", "again"):
        person.type_into(f"new_passphrase.{field}.field", "seven green hills at dawn")
    person.press("recovered.set")
    person.wait_for_page("today")
    person.keys("Ctrl+L")
    person.try_passphrase(PASSPHRASE)
    person.qtbot.waitUntil(lambda: "does not open" in person.text("unlock.problem"))
    person.unlock("seven green hills at dawn")


def test_a_mistyped_code_is_told_from_a_wrong_one(person: Driver) -> None:
    code = person.begin()
    person.keys("Ctrl+L")
    person.press("unlock.switch")
    other = "A" if code[0] != "A" else "B"
    person.type_into("unlock.code", other + code[1:])
    person.press("unlock.open")
    person.qtbot.waitUntil(lambda: "typing mistake" in person.text("unlock.problem"))


def test_a_lost_key_file_is_told_and_the_code_brings_it_back(person: Driver) -> None:
    code = person.begin()
    person.keys("Ctrl+L")
    folder = JournalFolder(person.folder)
    folder.keys.unlink()
    folder.keys_copy.unlink()
    person.try_passphrase(PASSPHRASE)
    person.qtbot.waitUntil(
        lambda: "key file of this journal is missing" in person.text("unlock.problem")
    )
    person.press("unlock.switch")
    person.type_into("unlock.code", code)
    person.press("unlock.open")
    person.press("recovered.skip")
    person.wait_for_page("today")
    assert folder.keys.exists()
    person.keys("Ctrl+L")
    person.unlock()


def test_a_missing_database_is_told_and_nothing_new_is_made(comer: Driver) -> None:
    folder = JournalFolder(comer.folder)
    folder.database.unlink()
    comer.try_passphrase(PASSPHRASE)
    comer.qtbot.waitUntil(
        lambda: "journal.db is not in this folder" in comer.text("unlock.problem")
    )
    assert not folder.database.exists()


def test_another_journal_opens_from_the_unlock_page(comer: Driver, tmp_path: Path) -> None:
    first = comer.folder
    comer.window.doorway.folder_wanted.emit(str(tmp_path / "second"))
    comer.begin("seven green hills at dawn")
    comer.keys("Ctrl+L")
    page = comer.window.doorway.currentWidget()
    assert isinstance(page, UnlockPage)
    page.fill_menu()  # as it opens
    others = {action.text(): action for action in page.others.menu().actions()}
    others[str(first)].trigger()
    assert comer.folder == first
    comer.unlock()


def test_a_new_folder_is_chosen_in_a_dialog(
    comer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    dialogs.expect("QFileDialog")
    page = comer.window.doorway.currentWidget()
    assert isinstance(page, UnlockPage)
    page.new_requested.emit()
    dialog = comer.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "fresh"))
    dialog.close()
    assert comer.folder == tmp_path / "fresh"
    comer.press("first_run.begin")


def test_the_journal_of_last_time_is_known_at_the_next_start(comer: Driver) -> None:
    assert read_window_state().journals[0] == str(comer.folder)
