"""Somebody changes the keys of an open journal."""

import pytest
from support.driver import PASSPHRASE, Driver

NEW = "seven green hills at dawn"


def _change_passphrase(writer: Driver, old: str, new: str) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.change_passphrase")
    writer.type_into("change_passphrase.old.field", old)
    for field in ("first", "again"):
        writer.type_into(f"new_passphrase.{field}.field", new)
    writer.press("change_passphrase.change")


def _wait_for_message(writer: Driver, text: str) -> None:
    writer.qtbot.waitUntil(lambda: text in writer.message(), timeout=10_000)


def test_the_passphrase_is_changed(writer: Driver) -> None:
    _change_passphrase(writer, PASSPHRASE, NEW)
    _wait_for_message(writer, "passphrase was changed")
    writer.keys("Ctrl+L")
    writer.unlock(NEW)


def test_the_passphrase_of_today_has_to_be_right(writer: Driver) -> None:
    _change_passphrase(writer, "something else", NEW)
    name = "change_passphrase.problem"
    writer.qtbot.waitUntil(lambda: "does not open" in writer.text(name), timeout=10_000)
    writer.keys("Ctrl+L")
    writer.unlock(PASSPHRASE)


def test_a_new_recovery_code_replaces_the_old_one(person: Driver) -> None:
    old_code = person.begin()
    person.keys("4", "Ctrl+Return", "Ctrl+,")
    person.press("settings.renew_code")
    assert person.page() == "", "the journal is closed while its key is changed"
    person.type_into("renew.passphrase.field", PASSPHRASE)
    person.press("renew.make")
    new_code = person.read_code()
    person.type_code_back(new_code)
    person.press("recovery.done")
    person.wait_for_page("today")
    assert person.titles("today.entries") == ["Mood · good"]
    person.keys("Ctrl+L")
    person.press("unlock.switch")
    person.type_into("unlock.code", old_code)
    person.press("unlock.open")
    person.qtbot.waitUntil(lambda: "older key" in person.text("unlock.problem"))
    person.type_into("unlock.code", new_code)
    person.press("unlock.open")
    person.press("recovered.skip")
    person.wait_for_page("today")


@pytest.mark.parametrize("passphrase", ["wrong passphrase", ""])
def test_leaving_the_renewal_changes_nothing(person: Driver, passphrase: str) -> None:
    person.begin()
    person.keys("Ctrl+,")
    person.press("settings.renew_code")
    person.type_into("renew.passphrase.field", passphrase)
    person.press("renew.make")
    if passphrase:
        person.qtbot.waitUntil(lambda: "does not open" in person.text("renew.problem"))
    person.press("renew.back")
    person.unlock()
