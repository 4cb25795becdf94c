"""The phrases: found, copied, liked, changed, hidden, and taken back; fast with hundreds."""

import time

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError, JournalError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.script import MAX_TEXT, Script, Shelf, Way
from caregiver_journal.journal import scripts
from caregiver_journal.journal.scripts import add_script, all_scripts, shipped_scripts
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.script import page as page_module
from caregiver_journal.ui.pages.script.form import ScriptForm
from caregiver_journal.ui.pages.script.page import ScriptPage
from caregiver_journal.ui.pages.script.shelf_bar import ShelfBar
from caregiver_journal.ui.widgets.script_delegate import read_out
from caregiver_journal.ui.widgets.script_list import rows_by_situation
from caregiver_journal.ui.widgets.text_delegate import Heading

FIRST, SECOND, *_REST = shipped_scripts()
OWN = Script("Not on Sundays.", "To the team", "plain-no", Way.DIRECT)


@pytest.fixture
def page(writer: Driver) -> ScriptPage:
    """The page of phrases, in view."""
    shell = writer.window.shell
    assert shell is not None
    shell.go_to(Destination("scripts"))
    settle()
    return writer.find("page.scripts", ScriptPage)


def open_form(writer: Driver, button: str) -> None:
    """Open the form by a button, and let it come to rest."""
    writer.press(button)
    settle()


def texts(page: ScriptPage) -> list[str]:
    return [script.text for script in page.list.scripts()]


def test_all_phrases_stand_under_their_situations(page: ScriptPage) -> None:
    assert len(page.list.scripts()) == len(shipped_scripts())
    rows = rows_by_situation(shipped_scripts(), scripts.shipped_situations())
    assert sum(isinstance(row, Heading) for row in rows) == 12
    assert page.list.current() == FIRST
    assert page.header.subtitle.text().startswith("60 phrases")
    assert keyboard() is page.list


def test_a_word_narrows_them_and_enter_goes_to_the_first(writer: Driver, page: ScriptPage) -> None:
    writer.keys("Ctrl+F")
    assert writer.page() == "scripts"
    writer.type_here("supervisor")
    assert texts(page) == [one.text for one in shipped_scripts() if one.id == "help.talk"]
    assert page.header.subtitle.text() == "1 phrase"
    writer.keys("Return")
    assert keyboard() is page.list
    writer.keys("Ctrl+F", "Escape")
    assert len(texts(page)) == len(shipped_scripts())
    writer.keys("Escape")
    assert keyboard() is page.list


def test_nothing_found_says_so_and_offers_one_step(writer: Driver, page: ScriptPage) -> None:
    writer.type_into("scripts.search", "xyzzy")
    assert "No phrase here holds these words." in writer.seen_texts()
    assert not page.list.isVisible()
    writer.press("scripts.empty.step")
    assert page.list.isVisible()
    assert keyboard() is page.bar.field
    assert writer.text("scripts.search") == ""


def test_a_situation_is_looked_at_alone(writer: Driver, page: ScriptPage) -> None:
    writer.press("scripts.situation")
    offered = writer.find("scripts.situation.popover.list", QListWidget)
    assert offered.count() == 13
    assert keyboard() is offered
    writer.keys("Down", "Down", "Down", "Return")
    assert {script.situation for script in page.list.scripts()} == {"plain-no"}
    button = writer.find("scripts.situation", QPushButton)
    assert button.accessibleName() == "Filter: A plain no"
    assert keyboard() is button
    writer.press("scripts.situation")
    writer.keys("Up", "Escape")
    assert page.bar.situation() == "plain-no"


def test_the_situations_stand_under_the_field_where_it_is_narrow(
    app: QApplication, qtbot: QtBot
) -> None:
    bar = ShelfBar()
    qtbot.addWidget(bar)
    bar.resize(600, 120)
    bar.show()
    settle()
    assert bar.situations.y() == bar.field.y()
    bar.resize(300, 160)
    settle()
    assert bar.situations.y() > bar.field.geometry().bottom()


@pytest.mark.parametrize(
    ("shelf", "said", "step"),
    [
        (Shelf.FAVOURITES, "Phrases with a star will stand here.", "Show all phrases"),
        (Shelf.OWN, "Phrases of your own will stand here.", "Add one"),
        (Shelf.HIDDEN, "Nothing is hidden.", "Show all phrases"),
    ],
)
def test_an_empty_shelf_says_what_will_be_there(
    writer: Driver, page: ScriptPage, shelf: Shelf, said: str, step: str
) -> None:
    writer.press(f"scripts.shelf.{shelf.value}")
    assert said in writer.seen_texts()
    assert writer.find("scripts.empty.step", QPushButton).text() == step
    writer.press("scripts.empty.step")
    assert page.list.isVisible() or writer.sees("script.form")


def test_a_shelf_that_is_left_shows_all_again(writer: Driver, page: ScriptPage) -> None:
    writer.press("scripts.shelf.own")
    writer.press("scripts.shelf.own")
    assert page.bar.shelf() is Shelf.ALL
    assert len(texts(page)) == len(shipped_scripts())


def test_a_situation_whose_phrases_are_all_hidden_says_so(writer: Driver, page: ScriptPage) -> None:
    for script in shipped_scripts():
        if script.situation == "plain-no":
            scripts.hide_script(writer.journal, script.id, hidden=True)
    page.bar.look_at("plain-no")
    assert "All phrases for this are hidden." in writer.seen_texts()


# --- what is done with one ------------------------------------------------------------------------


def test_a_phrase_is_copied_by_key_and_by_button(writer: Driver, page: ScriptPage) -> None:
    writer.keys("Ctrl+C")
    assert QGuiApplication.clipboard().text() == FIRST.text
    assert "minute" in writer.message()
    writer.keys("Down")
    writer.press("scripts.copy")
    assert QGuiApplication.clipboard().text() == SECOND.text


def test_a_favourite_is_made_and_heard_as_one(writer: Driver, page: ScriptPage) -> None:
    writer.keys("Ctrl+D")
    assert all_scripts(writer.journal)[0].is_favourite
    star = writer.find("scripts.favourite", QPushButton)
    assert star.accessibleName() == "Not a favourite"
    current = page.list.current()
    assert current is not None
    assert read_out(current).endswith("Favourite")
    writer.press("scripts.favourite")
    assert all_scripts(writer.journal)[0] == FIRST
    assert star.accessibleName() == "Favourite"


def test_delete_hides_what_came_with_the_program(writer: Driver, page: ScriptPage) -> None:
    writer.keys("Delete")
    assert FIRST.text not in texts(page)
    assert page.list.current() == SECOND
    assert not writer.sees("scripts.delete")
    writer.keys("Ctrl+Z")
    assert page.list.current() == FIRST


def test_a_hidden_one_is_shown_again(writer: Driver, page: ScriptPage) -> None:
    writer.press("scripts.hide")
    assert writer.message() == "Hidden"
    writer.press("scripts.shelf.hidden")
    assert texts(page) == [FIRST.text]
    page.list.setFocus()
    writer.keys("Delete")
    assert texts(page) == [FIRST.text]
    assert writer.find("scripts.hide", QPushButton).text() == "Show again"
    writer.press("scripts.hide")
    assert all_scripts(writer.journal) == shipped_scripts()
    assert keyboard().objectName() == "scripts.empty.step"


def test_an_own_one_is_deleted_and_comes_back(writer: Driver, page: ScriptPage) -> None:
    added = add_script(writer.journal, OWN)
    page.list.select(added.id)
    writer.press("scripts.delete")
    assert writer.message() == "Deleted"
    assert OWN.text not in texts(page)
    writer.keys("Ctrl+Z")
    assert page.list.current() == added


# --- writing --------------------------------------------------------------------------------------


def test_enter_changes_a_phrase_and_the_original_can_come_back(
    writer: Driver, page: ScriptPage
) -> None:
    writer.keys("Return")
    assert not writer.sees("script.original")
    writer.type_into("script.text", "Let me sleep on it.")
    writer.type_into("script.fits", "Nearly always")
    writer.choose("script.way", "Straight out")
    writer.choose("script.situation", "A plain no")
    writer.keys("Ctrl+Return")
    changed = page.list.current()
    assert changed is not None
    assert (changed.text, changed.fits, changed.way, changed.situation) == (
        "Let me sleep on it.",
        "Nearly always",
        Way.DIRECT,
        "plain-no",
    )
    assert read_out(changed) == "Let me sleep on it. Nearly always. Straight out. Changed"
    open_form(writer, "scripts.edit")
    assert f"It came as: {FIRST.text}" in writer.seen_texts()
    writer.press("script.original")
    assert page.list.current() == FIRST
    writer.keys("Ctrl+Z")
    assert page.list.current() == changed


def test_an_own_one_is_written_for_the_situation_looked_at(
    writer: Driver, page: ScriptPage
) -> None:
    page.bar.look_at("plain-no")
    open_form(writer, "scripts.add")
    assert writer.find("script.situation", QComboBox).currentText() == "A plain no"
    writer.type_into("script.text", OWN.text)
    writer.press("script.save")
    own = page.list.current()
    assert own is not None
    assert (own.text, own.is_own, own.situation) == (OWN.text, True, "plain-no")
    writer.keys("Ctrl+Z")
    assert all_scripts(writer.journal) == shipped_scripts()


def test_what_is_refused_is_said_at_its_field_and_stays(writer: Driver, page: ScriptPage) -> None:
    open_form(writer, "scripts.add")
    writer.press("script.save")
    assert writer.text("script.text.problem") == "A phrase needs a few words."
    assert keyboard().objectName() == "script.text"
    form = writer.find("script.form", ScriptForm)
    form.text.setPlainText("a" * (MAX_TEXT + 1))
    assert not writer.sees("script.text.problem")
    writer.type_into("script.fits", "b")
    writer.keys("Return")
    assert "at most 400" in writer.text("script.text.problem")
    assert len(form.text.toPlainText()) == MAX_TEXT + 1
    form.text.setPlainText("No.")
    form.fits.setText("b" * 161)
    writer.press("script.save")
    assert "at most 160" in writer.text("script.fits.problem")
    writer.press("script.cancel")
    assert all_scripts(writer.journal) == shipped_scripts()


@pytest.mark.parametrize("name", ["add_script", "change_script"])
def test_what_cannot_be_stored_stays_in_the_form(
    writer: Driver, page: ScriptPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*_arguments: object, **_words: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(page_module, name, refuse)
    open_form(writer, "scripts.add" if name == "add_script" else "scripts.edit")
    writer.type_into("script.text", "Not today.")
    writer.press("script.save")
    assert writer.text("script.problem").startswith("The disk is full")
    assert writer.text("script.text") == "Not today."


@pytest.mark.parametrize("name", ["hide_script", "favour_script"])
def test_what_cannot_be_done_is_said(
    writer: Driver, page: ScriptPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*_arguments: object, **_words: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(page_module, name, refuse)
    writer.press("scripts.hide" if name == "hide_script" else "scripts.favourite")
    assert writer.message().startswith("The disk is full")
    assert texts(page)[0] == FIRST.text


def test_a_new_own_one_is_shown_whatever_is_filtered(writer: Driver, page: ScriptPage) -> None:
    writer.type_into("scripts.search", "supervisor")
    open_form(writer, "scripts.add")
    writer.type_into("script.text", OWN.text)
    writer.press("script.save")
    current = page.list.current()
    assert current is not None
    assert current.text == OWN.text
    assert writer.text("scripts.search") == ""


def test_a_double_click_opens_and_headings_do_not(writer: Driver, page: ScriptPage) -> None:
    model = page.list.model()
    for row, is_open in ((0, False), (1, True)):
        page.list.doubleClicked.emit(model.index(row, 0))
        assert writer.sees("script.form") == is_open


def test_the_tabs_lead_to_the_places_beside(page: ScriptPage) -> None:
    asked: list[Destination] = []
    page.go_requested.disconnect()
    page.go_requested.connect(asked.append)
    page.tabs.chosen.emit("ladder")
    assert asked == [Destination("ladder")]


# --- hundreds -------------------------------------------------------------------------------------


def test_five_hundred_own_ones_open_quickly(writer: Driver, page: ScriptPage) -> None:
    shell = writer.window.shell
    assert shell is not None
    with writer.journal.writing(Topic.SCRIPT):
        for number in range(500):
            text = f"Not on day {number}, and here is a reason that needs a second line. " * 3
            script = Script(text, "Whenever", "", Way.DIRECT, f"own.{number:04}", is_own=True)
            writer.journal.scripts.write(script)
    shell.go_to(Destination("scripts"))
    page.list.grab()
    shell.go_to(Destination("today"))
    add_script(writer.journal, OWN)
    times = []
    for _visit in range(3):
        begin = time.perf_counter()
        shell.go_to(Destination("scripts"))
        page.grab()
        times.append(time.perf_counter() - begin)
        shell.go_to(Destination("today"))
    assert len(page.list.scripts()) == 561
    assert min(times) < 0.15, times


def test_what_cannot_be_read_is_said(
    writer: Driver, page: ScriptPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise JournalError

    monkeypatch.setattr(page_module, "all_scripts", refuse)
    page.take_change(frozenset({Topic.SCRIPT}))
    assert writer.message() == "Something went wrong."
    assert len(texts(page)) == len(shipped_scripts())
