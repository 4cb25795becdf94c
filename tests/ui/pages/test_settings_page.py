"""Settings: each change holds at once, and a sheet may be left while the work is done."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QWidget
from support.driver import PASSPHRASE, Driver
from support.looking import count_changes, keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.preference import LOOK, TEXT_SIZE
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.theme import current_look

NEW = "seven green hills at dawn"


def _ask_for_a_new_passphrase(writer: Driver, old: str) -> None:
    writer.keys("Ctrl+,")
    writer.press("settings.change_passphrase")
    writer.type_into("change_passphrase.old.field", old)
    for field in ("first", "again"):
        writer.type_into(f"new_passphrase.{field}.field", NEW)
    writer.press("change_passphrase.change")


@pytest.mark.parametrize("way", ["Esc", "Ctrl+T"])
def test_leaving_the_sheet_does_not_undo_what_was_asked_for(writer: Driver, way: str) -> None:
    _ask_for_a_new_passphrase(writer, PASSPHRASE)
    writer.keys(way)
    writer.qtbot.waitUntil(lambda: "was changed" in writer.message(), timeout=10_000)
    writer.keys("Ctrl+L")
    writer.unlock(NEW)


def test_leaving_the_sheet_does_not_hide_that_it_went_wrong(writer: Driver) -> None:
    _ask_for_a_new_passphrase(writer, "something else")
    writer.keys("Esc")
    writer.qtbot.waitUntil(lambda: "does not open" in writer.message(), timeout=10_000)


def test_a_refusal_leaves_the_keyboard_in_the_field(writer: Driver) -> None:
    _ask_for_a_new_passphrase(writer, "something else")
    name = "change_passphrase.problem"
    writer.qtbot.waitUntil(lambda: "does not open" in writer.text(name), timeout=10_000)
    assert keyboard().objectName() == "change_passphrase.old.field"
    assert keyboard().property("wrong") is True


def test_a_change_that_cannot_be_kept_is_told_and_taken_back(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    writer.keys("Ctrl+,")
    monkeypatch.setattr(Journal, "set", refuse)
    writer.choose("settings.look", "Dark")
    assert "The disk is full" in writer.message()
    assert writer.find("settings.look", QComboBox).currentText() == "As this computer"
    assert current_look().name == "light"


def _picture(writer: Driver, section: str) -> QImage:
    writer.choose_in_menu(f"go.{section}")
    shell = writer.window.shell
    assert shell is not None
    shell.strip.dismiss()
    writer.find(f"page.{section}", QWidget).setFocus()
    focus = writer.window.focusWidget()
    if focus is not None:
        focus.clearFocus()
    bar = 20  # its length follows from what lies below, which a worker may have to find out first
    part = writer.window.rect().adjusted(0, 0, -bar, 0)
    settle()
    seen = writer.window.grab(part).toImage()
    for _look in range(20):  # what a worker found out may still move something
        settle()
        before, seen = seen, writer.window.grab(part).toImage()
        if seen == before:
            return seen
    raise AssertionError("the page never comes to rest")


@pytest.mark.parametrize(("look", "size"), [("dark", 100), ("high_contrast", 125), ("light", 150)])
def test_a_look_that_is_chosen_is_worn_by_everything_at_once(
    writer: Driver, look: str, size: int
) -> None:
    """What is open changes to the very picture that a fresh start would give."""
    sections = ("today", "journal", "settings")
    writer.resize(780, 700)
    writer.keys("4", "Ctrl+Return")
    for section in sections:
        _picture(writer, section)
    writer.journal.set(LOOK, look)
    writer.journal.set(TEXT_SIZE, size)
    changed = {section: _picture(writer, section) for section in sections}
    writer.keys("Ctrl+L")
    writer.unlock()
    for section in sections:
        fresh = _picture(writer, section)
        assert count_changes(changed[section], fresh) == 0, section
