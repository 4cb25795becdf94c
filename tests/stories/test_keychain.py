"""Somebody lets the computer's keychain open the journal."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.driver import PASSPHRASE, Driver
from support.keychains import MemoryKeychain

from caregiver_journal.journal.folder import JournalFolder

NEW = "seven green hills at dawn"


def _show_row(writer: Driver) -> QAbstractButton:
    writer.keys("Ctrl+,")
    writer.wait_for_page("settings")
    return writer.find("settings.keychain", QAbstractButton)


def _turn_on(writer: Driver, passphrase: str = PASSPHRASE) -> None:
    writer.qtbot.waitUntil(_show_row(writer).isEnabled)
    writer.press("settings.keychain")
    writer.type_into("keychain.passphrase.field", passphrase)
    writer.keys("Return")


@pytest.fixture
def keeper(writer: Driver, memory_keychain: MemoryKeychain) -> Driver:
    """Somebody whose keychain opens the journal."""
    _turn_on(writer)
    writer.qtbot.waitUntil(lambda: "from now on" in writer.message())
    return writer


def test_it_is_off_until_it_is_turned_on(writer: Driver, memory_keychain: MemoryKeychain) -> None:
    _show_row(writer)
    assert writer.text("settings.keychain_state").startswith("It is off.")
    writer.keys("Ctrl+L")
    assert not writer.sees("unlock.keychain")
    assert not memory_keychain.entries


def test_it_opens_the_journal_when_it_is_asked_to(keeper: Driver) -> None:
    assert keeper.text("settings.keychain_state").startswith("It is on.")
    keeper.keys("Ctrl+L")
    keeper.wait_until_seen("unlock.keychain")
    keeper.window.work.finish()
    assert keeper.page() == "", "nothing opens by itself"
    keeper.press("unlock.keychain")
    keeper.wait_for_page("today")


def test_turning_it_off_leaves_nothing_behind(
    keeper: Driver, memory_keychain: MemoryKeychain
) -> None:
    keeper.press("settings.keychain")
    keeper.qtbot.waitUntil(lambda: "any more" in keeper.message())
    assert not memory_keychain.entries
    assert keeper.text("settings.keychain_state").startswith("It is off.")
    keeper.keys("Ctrl+L")
    assert not keeper.sees("unlock.keychain")
    keeper.unlock()


def test_an_entry_that_cannot_be_removed_is_told(
    keeper: Driver, memory_keychain: MemoryKeychain
) -> None:
    memory_keychain.lock()
    keeper.press("settings.keychain")
    keeper.qtbot.waitUntil(lambda: "could not be removed" in keeper.message())
    keeper.keys("Ctrl+L")
    assert not keeper.sees("unlock.keychain")


def test_a_lost_entry_is_told_and_the_passphrase_opens(
    keeper: Driver, memory_keychain: MemoryKeychain
) -> None:
    memory_keychain.entries.clear()
    keeper.keys("Ctrl+L")
    keeper.press("unlock.keychain")
    keeper.qtbot.waitUntil(lambda: "does not hold the key" in keeper.text("unlock.problem"))
    keeper.unlock()
    _show_row(keeper)
    keeper.press("settings.keychain")
    keeper.qtbot.waitUntil(lambda: "any more" in keeper.message())
    _turn_on(keeper)
    keeper.qtbot.waitUntil(lambda: "from now on" in keeper.message())
    assert memory_keychain.entries


def test_failing_with_it_does_not_shorten_the_wait_after_wrong_passphrases(
    keeper: Driver, memory_keychain: MemoryKeychain
) -> None:
    memory_keychain.entries.clear()
    keeper.keys("Ctrl+L")
    for number in range(1, 5):
        unlock = keeper.find("unlock.open", QAbstractButton)
        keeper.qtbot.waitUntil(unlock.isEnabled, timeout=5_000)
        keeper.try_passphrase(f"wrong passphrase {number}")
        keeper.qtbot.waitUntil(lambda: "does not open" in keeper.text("unlock.problem"))
    keeper.press("unlock.keychain")
    keeper.qtbot.waitUntil(lambda: "does not hold the key" in keeper.text("unlock.problem"))
    assert not keeper.find("unlock.open", QAbstractButton).isEnabled()


def test_the_passphrase_has_to_be_right(writer: Driver, memory_keychain: MemoryKeychain) -> None:
    _turn_on(writer, "something else")
    writer.qtbot.waitUntil(lambda: "does not open" in writer.text("keychain.problem"))
    assert not memory_keychain.entries
    writer.type_into("keychain.passphrase.field", PASSPHRASE)
    writer.press("keychain.turn_on")
    writer.qtbot.waitUntil(lambda: "from now on" in writer.message())


def test_what_comes_after_locking_changes_nothing(
    writer: Driver, memory_keychain: MemoryKeychain
) -> None:
    _turn_on(writer)
    work = writer.window.work
    writer.keys("Ctrl+L")
    work.finish()
    writer.qtbot.wait(1)
    assert not JournalFolder(writer.folder).has_keychain_slot()
    writer.unlock()


def test_a_locked_keychain_is_told(writer: Driver, memory_keychain: MemoryKeychain) -> None:
    memory_keychain.lock()
    _turn_on(writer)
    writer.qtbot.waitUntil(lambda: "stayed locked" in writer.text("keychain.problem"))
    writer.press("keychain.cancel")
    writer.keys("Ctrl+L")
    assert not writer.sees("unlock.keychain")


def test_without_a_keychain_it_cannot_be_turned_on(writer: Driver, no_keychain: None) -> None:
    button = _show_row(writer)
    writer.qtbot.waitUntil(
        lambda: "no keychain that can be trusted" in writer.text("settings.keychain_state")
    )
    assert not button.isEnabled()


def test_a_new_recovery_code_turns_it_off_and_says_so(
    keeper: Driver, memory_keychain: MemoryKeychain
) -> None:
    keeper.press("settings.renew_code")
    assert any("turns this computer's keychain off" in text for text in keeper.seen_texts())
    keeper.type_into("renew.passphrase.field", PASSPHRASE)
    keeper.press("renew.make")
    keeper.type_code_back(keeper.read_code())
    keeper.press("recovery.done")
    keeper.wait_for_page("today")
    assert not memory_keychain.entries
    _show_row(keeper)
    assert keeper.text("settings.keychain_state").startswith("It is off.")
