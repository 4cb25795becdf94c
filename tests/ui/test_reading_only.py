"""What would write is out of sight where a journal can only be read, on every page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from support.builders import an_entry
from support.driver import PASSPHRASE, Driver
from support.looking import settle
from support.source_tree import SOURCE

from caregiver_journal.journal.backing_up import back_up_to
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.reading_only import _HIDDEN, _LOCKED, _is_among, is_for_writing
from caregiver_journal.ui.sections import SECTIONS
from caregiver_journal.ui.shell import Shell

PAGES = [
    section.key
    for section in SECTIONS
    if section.key != "settings" and not is_for_writing(Destination(section.key))
]
TO_WRITE_IN = {"search", "point", "word", "writer"}
"""Ends of the names of fields: to search in, or for a summary, which changes nothing."""


@pytest.fixture
def shell(writer: Driver, tmp_path: Path) -> Shell:
    fill_with_sample(writer.journal, days=40, seed=3)
    backup = back_up_to(writer.journal, tmp_path / "stick" / "journal.cjbackup")
    window = writer.look_around(backup.path)
    writer.type_into("viewing.passphrase.field", PASSPHRASE)
    writer.press("viewing.do")
    writer.wait_until_seen("viewing_sheet.look")
    writer.press("viewing_sheet.look")
    assert window.shell is not None
    return window.shell


def test_no_page_offers_to_write(shell: Shell) -> None:
    faults = [f"{key}: {fault}" for key in PAGES for fault in find_offers(shown(shell, key))]
    assert not faults, "\n".join(faults)


def test_what_opens_over_a_page_is_read_too(shell: Shell) -> None:
    page = shown(shell, "session")
    opens = (b for b in page.findChildren(QAbstractButton) if b.objectName().endswith(".open"))
    next(b for b in opens if b.objectName().startswith("session.sessions.")).click()
    settle()
    (sheet,) = (each for each in shell.findChildren(Overlay) if each.isVisible())
    assert list(find_offers(sheet)) == []
    assert not sheet.findChildren(QWidget, "session_sheet.save")[0].isVisible()
    page = shown(shell, "trends")
    page.findChildren(QAbstractButton, "trends.mood.more")[0].click()
    hide = shell.window().findChildren(QAbstractButton, "trends.mood.more.hide")[0]
    assert hide.isVisible()
    assert not hide.isEnabled()


def test_the_keyboard_is_on_each_page(shell: Shell) -> None:
    for key in PAGES:
        page = shown(shell, key)
        focus = page.focusWidget()
        assert focus is not None, key
        assert focus.isVisible(), key


def test_the_journal_itself_offers_it(writer: Driver) -> None:
    assert writer.window.shell is not None
    writer.journal.add(an_entry("A heron by the canal"))
    for key in ("today", "journal", "session"):
        assert list(find_offers(shown(writer.window.shell, key))), key


def test_an_answer_is_not_changed_and_a_theme_is_read() -> None:
    assert is_for_writing(Destination("reflect", "an-id"))
    assert is_for_writing(Destination("reflect", part="form:thought"))
    assert not is_for_writing(Destination("reflect", part="theme:pleasing"))


@pytest.mark.parametrize("pattern", [*_HIDDEN, *_LOCKED])
def test_each_name_is_still_in_use(pattern: str) -> None:
    last = re.escape(pattern.removesuffix(".*").rpartition(".")[2])
    assert any(re.search(rf'[."]{last}(\.\{{\w+\}})?"', text) for text in SOURCES)


SOURCES = [path.read_text("utf-8") for path in (SOURCE / "ui").rglob("*.py")]


def shown(shell: Shell, key: str) -> QWidget:
    shell.go_to(Destination(key))
    settle()
    return shell._pages[key]


def find_offers(page: QWidget) -> Iterator[str]:
    """Yield what is in view and would write."""
    for widget in page.findChildren(QWidget):
        name = widget.objectName()
        if not (name and widget.isVisible()):
            continue
        if _is_among(name, _HIDDEN):
            yield f"{name} is shown"
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            if widget.isEnabled() and not (
                widget.isReadOnly() or name.rpartition(".")[2] in TO_WRITE_IN
            ):
                yield f"{name} can be written in"
        elif widget.isEnabled() and _is_among(name, _LOCKED):
            yield f"{name} can be changed"
