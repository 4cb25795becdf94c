"""The open journal's frame: pages, the strip, sheets, and what happens when reading fails."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from support import walking
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DamagedError, StorageError
from caregiver_journal.store.drafts import DraftStore
from caregiver_journal.store.entries import EntryStore
from caregiver_journal.store.preferences import PreferenceStore
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.pages.journal.page import JournalPage
from caregiver_journal.ui.shell import Shell


def shell_of(writer: Driver) -> Shell:
    """Return the open journal's frame."""
    assert writer.window.shell is not None
    return writer.window.shell


def is_on_top(widget: QWidget) -> bool:
    """Tell whether nothing lies over a widget."""
    window = widget.window()
    return window.childAt(widget.mapTo(window, widget.rect().center())) is widget


def refuse(*_arguments: object, **_named: object) -> None:
    raise DamagedError


def sheets(writer: Driver) -> list[Overlay]:
    return [sheet for sheet in writer.window.findChildren(Overlay) if sheet.isVisible()]


# --- the strip ------------------------------------------------------------------------------------


def test_what_is_said_on_leaving_a_page_is_seen_on_the_next(writer: Driver) -> None:
    writer.keys("Ctrl+N", "4", "Ctrl+Return")
    settle()
    assert writer.message() == "Saved"
    assert is_on_top(writer.find("message.text", QLabel))
    assert is_on_top(writer.find("message.action", QPushButton))


def test_a_page_made_while_it_is_shown_does_not_hide_it(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J")
    settle()
    assert is_on_top(writer.find("message.text", QLabel))


def test_the_page_makes_way_for_what_went_wrong_and_comes_back(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    page = writer.find("page.settings", QWidget)
    high = page.height()
    shell_of(writer).say_problem(StorageError())
    settle()
    strip = shell_of(writer).strip
    assert (
        page.mapTo(writer.window, QPoint(0, page.height())).y()
        < strip.mapTo(writer.window, QPoint(0, 0)).y()
    )
    writer.press("message.close")
    settle()
    assert page.height() == high


def test_what_goes_by_itself_moves_nothing(writer: Driver) -> None:
    page = writer.find("page.today", QWidget)
    high = page.height()
    writer.keys("4", "Ctrl+Return")
    settle()
    assert page.height() == high


def test_a_quiet_sentence_after_a_loud_one_gives_the_room_back(writer: Driver) -> None:
    page = writer.find("page.today", QWidget)
    high = page.height()
    shell_of(writer).say_problem(StorageError())
    settle()
    shell_of(writer).strip.say("Saved")
    settle()
    assert page.height() == high


@pytest.mark.parametrize("section", ["today", "settings"])
def test_tab_comes_to_the_strip_after_the_page(writer: Driver, section: str) -> None:
    writer.choose_in_menu(f"go.{section}")
    shell_of(writer).say_problem(DamagedError())
    settle()
    names = [stop.objectName() for stop in walking.walk_by_tab(writer.window)]
    assert names[-2:] == ["message.action", "message.close"]


def test_the_keyboard_stays_in_the_page_after_undo_in_the_strip(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return")
    writer.find("message.action", QPushButton).setFocus()
    writer.keys("Space")
    assert writer.message() == "Taken back"
    assert writer.find("page.today", QWidget).isAncestorOf(keyboard())


# --- sheets ---------------------------------------------------------------------------------------


def test_a_sheet_covers_the_sidebar_too(writer: Driver) -> None:
    writer.keys("Ctrl+1")
    assert not is_on_top(writer.find("sidebar.journal", QWidget))


@pytest.mark.parametrize("keys", ["Ctrl+J", "Ctrl+N", "Ctrl+T", "Ctrl+,"])
def test_a_sheet_goes_when_a_page_is_chosen(writer: Driver, keys: str) -> None:
    writer.keys("Ctrl+1", keys)
    assert sheets(writer) == []
    assert writer.find(f"page.{writer.page()}", QWidget).isAncestorOf(keyboard())


def test_the_same_sheet_comes_once_only(writer: Driver) -> None:
    writer.keys("Ctrl+1", "Ctrl+1")
    assert len(sheets(writer)) == 1
    writer.keys("4")
    assert sheets(writer) == []
    assert writer.journal.entries.count()[0] == 1


# --- reading fails --------------------------------------------------------------------------------


def _say_damaged(writer: Driver) -> bool:
    return "file is damaged" in writer.message() and writer.sees("message.action")


@pytest.mark.parametrize(
    ("road", "name"),
    [
        (lambda writer: writer.keys("Ctrl+J"), "find"),
        (lambda writer: writer.press("sidebar.journal"), "find"),
        (lambda writer: writer.keys("Ctrl+J"), "count"),
        (lambda writer: writer.keys("Ctrl+J"), "get"),
    ],
    ids=["fetch by keys", "fetch by mouse", "count", "one"],
)
def test_a_page_that_cannot_be_read_says_so(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, road: Callable[[Driver], None], name: str
) -> None:
    writer.keys("4", "Ctrl+Return")
    monkeypatch.setattr(EntryStore, name, refuse)
    road(writer)
    assert _say_damaged(writer)


@pytest.mark.parametrize("road", ["keys", "mouse", "left"])
def test_a_page_that_cannot_be_shown_leaves_one_where_one_is(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, road: str
) -> None:
    writer.keys("Ctrl+J", "Ctrl+N")
    monkeypatch.setattr(JournalPage, "open_at", refuse)
    if road == "left":
        writer.keys("Esc")
    elif road == "keys":
        writer.keys("Ctrl+J")
    else:
        writer.press("sidebar.journal")
    assert _say_damaged(writer)
    assert writer.page() == "mood"


def test_a_draft_that_cannot_be_read_keeps_nobody_out(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DraftStore, "read", refuse)
    writer.keys("Ctrl+N")
    assert _say_damaged(writer)
    assert writer.page() == "mood"


@pytest.mark.parametrize("keys", ["Delete", "F2", "Ctrl+Z"])
def test_an_entry_that_cannot_be_read_says_so(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J")
    for name in ("get", "remove", "change"):
        monkeypatch.setattr(EntryStore, name, refuse)
    writer.keys(keys)
    assert _say_damaged(writer)


def test_deleting_on_today_says_so_too(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.keys("4", "Ctrl+Return")
    writer.find("today.entries", QWidget).setFocus()
    monkeypatch.setattr(EntryStore, "get", refuse)
    writer.keys("Delete")
    assert _say_damaged(writer)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("settings.look", "Dark"),
        ("settings.text_size", "125 %"),
        ("settings.start_of_day", "06:00"),
        ("settings.auto_lock_minutes", "after an hour"),
    ],
)
def test_a_setting_that_cannot_be_read_again_says_so(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    writer.keys("Ctrl+,")
    monkeypatch.setattr(PreferenceStore, "read", refuse)
    writer.choose(name, words)
    assert _say_damaged(writer)


def test_a_setting_of_the_window_that_cannot_be_read_again_says_so(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.keys("Ctrl+,")
    monkeypatch.setattr(PreferenceStore, "read", refuse)
    writer.press("settings.hide_from_capture")
    assert _say_damaged(writer)
