"""The first run: whatever fails, one stays where one is, with what one typed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError, InUseError
from caregiver_journal.ui.lock.first_run import FirstRunPage

CODE = "7Q2M-4XKD-9RTB-W3HN-5VYC-8JPE-2FGA-6ZSK-1M4T"
PASSPHRASE = "quiet lamp river stone"


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, tmp_path: Path) -> FirstRunPage:
    page = FirstRunPage(tmp_path / "journal")
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def _submit(page: FirstRunPage) -> None:
    page.show_passphrase()
    settle()
    for field in (page.new_passphrase.first, page.new_passphrase.again):
        field._field.setText(PASSPHRASE)
    page.make.click()


def _button(page: QWidget, name: str) -> QPushButton:
    button = page.findChild(QPushButton, name)
    assert button is not None
    return button


def test_while_the_journal_is_made_there_is_only_cancel(page: FirstRunPage, qtbot: QtBot) -> None:
    _submit(page)
    assert not _button(page, "first_run.back").isEnabled()
    assert not page.make.isEnabled()
    with qtbot.waitSignal(page.cancelled):
        _button(page, "progress.cancel").click()
    assert _button(page, "first_run.back").isEnabled()
    assert keyboard().objectName() == "new_passphrase.first.field"


def test_what_was_typed_is_still_there_after_a_failure(page: FirstRunPage) -> None:
    _submit(page)
    page.show_problem(DiskFullError())
    assert "The disk is full" in page.problem.text()
    assert page.problem.isVisible()
    assert page.new_passphrase.passphrase() == PASSPHRASE
    assert keyboard().objectName() == "new_passphrase.first.field"


def test_a_journal_that_does_not_open_after_its_code_was_shown(page: FirstRunPage) -> None:
    _submit(page)
    page.show_code(CODE)
    settle()
    page.show_problem(InUseError())
    assert "open in another window" in page.problem.text()
    assert page.problem.isVisible()
    assert page.code.isVisible(), "the code is shown only now"


def test_going_back_and_forth_keeps_working(page: FirstRunPage) -> None:
    for _time in range(3):
        page.show_passphrase()
        page.show_promise()
        page.show_problem(DiskFullError())
    _submit(page)
    assert page.progress.isVisible()


@pytest.mark.parametrize("typed", ["{}", " {} ", "-{}-", "lower"])
def test_groups_are_read_forgivingly(page: FirstRunPage, qtbot: QtBot, typed: str) -> None:
    page.show_code(CODE)
    groups = CODE.split("-")
    for field, place in zip(page.code.fields, page.code.asked, strict=True):
        group = groups[place]
        field.setText(group.lower() if typed == "lower" else typed.format(group))
    with qtbot.waitSignal(page.finished) as finished:
        page.code.done.click()
    assert finished.args == [True]


def test_letters_that_look_like_digits_are_read_as_those(page: FirstRunPage, qtbot: QtBot) -> None:
    page.show_code("-".join(["0110"] * 9))
    for field, text in zip(page.code.fields, ("OI1O", "olio"), strict=True):
        field.setText(text)
    with qtbot.waitSignal(page.finished):
        page.code.done.click()
