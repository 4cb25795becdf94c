"""The unlock page: what it says stays as long as it holds."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.base.errors import MistypedCodeError, WrongPassphraseError
from caregiver_journal.ui.lock.unlock import UnlockPage

MARKED = "/home/me/<b>A & B</b> journal"


@pytest.fixture
def page(app: QApplication, qtbot: QtBot, tmp_path: Path) -> UnlockPage:
    page = UnlockPage(tmp_path / "journal", (str(tmp_path / "journal"), MARKED))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_a_wait_is_explained_until_it_is_over(page: UnlockPage) -> None:
    for _try in range(3):
        page.show_problem(WrongPassphraseError())
    assert "The next try is possible in 1 s." in page.problem.text()
    assert not page.unlock.isEnabled()
    page.switch.click()
    assert "The next try" in page.problem.text(), "the button is still off"
    page._slowing.wait.stop()
    page._slowing.wait.timeout.emit()
    assert page.unlock.isEnabled()
    assert page.problem.text() == ""


def test_what_does_not_fit_any_more_is_not_said_any_more(page: UnlockPage) -> None:
    page.show_problem(WrongPassphraseError())
    page.switch.click()
    assert page.problem.text() == ""
    assert keyboard() is page.code
    page.show_problem(MistypedCodeError())
    assert keyboard() is page.code


def test_other_journals_are_named_as_they_are(page: UnlockPage, qtbot: QtBot) -> None:
    page.fill_menu()
    first = page._menu.actions()[0]
    assert first.text() == MARKED.replace("&", "&&")
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        first.trigger()
    assert chosen.args == [MARKED]


def test_cancelling_leaves_what_was_typed(page: UnlockPage, qtbot: QtBot) -> None:
    page.passphrase._field.setText("quiet lamp river stone")
    with qtbot.waitSignal(page.passphrase_entered):
        page.unlock.click()
    with qtbot.waitSignal(page.cancelled):
        page.progress.cancelled.emit()
    assert page.passphrase.text() == "quiet lamp river stone"
    assert page.unlock.isVisible()
    assert keyboard().objectName() == "unlock.passphrase.field"
