"""The Learn page: where one gets to it and from it, by keyboard, and with harm done to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.content import CONTENT, READERS, Harm, harm
from support.driver import Driver
from support.looking import settle

from caregiver_journal.journal import doors
from caregiver_journal.journal.learning import PAGES, shipped_cards
from caregiver_journal.ui.go_sheet import GoSheet
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.learn.card_list import CardRow, SubjectHeading, rows_by_subject
from caregiver_journal.ui.pages.learn.page import LearnPage
from caregiver_journal.ui.sections import SECTIONS

__all__ = ["harm"]


def go(writer: Driver, part: str = "") -> LearnPage:
    shell = writer.window.shell
    assert shell is not None
    shell.go_to(Destination("learn", part=part))
    settle()
    return writer.find("page.learn", LearnPage)


def current(page: LearnPage) -> str:
    card = page.list.current()
    return "" if card is None else card.id


def asked_for(page: LearnPage) -> list[Destination]:
    """Return where the page wants to go, without going there."""
    wanted: list[Destination] = []
    page.go_requested.disconnect()
    page.go_requested.connect(wanted.append)
    return wanted


def test_a_card_is_opened_by_its_id_whatever_is_looked_for(writer: Driver) -> None:
    page = go(writer, "card:guilt-as-a-forecast")
    assert current(page) == "guilt-as-a-forecast"
    page.field.setText("stigma")
    go(writer, "card:the-pause")
    assert current(page) == "the-pause"
    assert page.field.text() == ""
    before = current(page)
    go(writer, "card:nowhere")
    assert current(page) == before


def test_what_a_card_suggests_leads_to_its_page(writer: Driver) -> None:
    page = go(writer)
    wanted = asked_for(page)
    for card in shipped_cards():
        page.list.select(card.id)
        page.reading.try_it.click()
        room, _colon, goal = card.try_at.partition(":")
        there = {"theme": "reflect", "form": "reflect", "exercise": "practice", "page": goal}[room]
        assert wanted[-1] == Destination(there, part="" if room == "page" else card.try_at)
    led = {each.section for each in wanted}
    assert {"reflect", "practice", *PAGES} <= led <= {section.key for section in SECTIONS}


def test_the_keyboard_walks_the_list_and_goes_into_the_card(writer: Driver) -> None:
    page = go(writer)
    first = current(page)
    writer.keys("Down", "Down")
    assert current(page) == page.list.cards()[2].id != first
    writer.resize(900, 520)
    settle()
    bar = page.reading._area.verticalScrollBar()
    at = bar.value()
    writer.keys("Space")
    assert bar.value() > at or bar.maximum() == 0
    writer.keys("Return")
    assert page.reading.try_it.hasFocus()
    writer.keys("Tab")
    assert page.reading.mark.hasFocus()
    writer.keys("Ctrl+F")
    assert page.field.hasFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_hits_stand_out_in_the_list_and_in_the_card() -> None:
    rows = rows_by_subject(shipped_cards(), {"guilt": "Guilt"}, "forecast")
    assert rows[0] == SubjectHeading("Guilt")
    row = rows[1]
    assert isinstance(row, CardRow)
    assert row.card.title == "Guilt as a forecast"
    assert [row.card.title[a:b] for a, b in row.title_marks] == ["forecast"]
    found = rows_by_subject(shipped_cards(), {"pattern": "Yes"}, "rota")
    one = next(each for each in found if isinstance(each, CardRow) and each.line_marks)
    assert [one.line[a:b].lower() for a, b in one.line_marks] == ["rota"]


def test_a_search_for_nothing_finds_nothing_and_is_cleared(writer: Driver) -> None:
    page = go(writer, "search")
    assert page.field.hasFocus()
    writer.type_here("xyzzy")
    assert "No card holds these words." in writer.seen_texts()
    writer.press("learn.empty.step")
    assert len(page.list.cards()) == len(shipped_cards())
    assert page.field.hasFocus()


def test_what_cancel_took_away_comes_back(writer: Driver) -> None:
    page = go(writer)
    writer.press("learn.add")
    settle()
    writer.type_into("card.title", "Half a card")
    writer.press("card.cancel")
    assert writer.message() == "Not saved"
    writer.press("message.action")
    settle()
    assert writer.text("card.title") == "Half a card"
    writer.type_into("card.text", "And the other half.")
    writer.keys("Ctrl+Return", "Ctrl+Z")
    assert len(page.list.cards()) == len(shipped_cards())


def test_anything_with_a_name_is_gone_to_by_it(writer: Driver) -> None:
    writer.keys("Ctrl+K")
    sheet = writer.find("go", GoSheet)
    writer.type_here("guilt forec")
    offered = [sheet.list.item(row).text() for row in range(sheet.list.count())]
    assert offered == ["Guilt as a forecast   Learn"]
    writer.keys("Return")
    writer.wait_for_page("learn")
    assert current(writer.find("page.learn", LearnPage)) == "guilt-as-a-forecast"


def test_what_cannot_be_read_is_left_out_of_what_can_be_gone_to(writer: Driver, harm: Harm) -> None:
    for name in ("learn.toml", "exercises.toml", "prompts.toml"):
        harm.put(name, b"")
    writer.keys("Ctrl+K")
    writer.type_here("guilt forec")
    assert "Nothing reads like this." in writer.seen_texts()


def test_four_sheets_are_offered_on_paper(writer: Driver) -> None:
    go(writer)
    writer.press("learn.paper")
    settle()
    for title in ("Boundary log", "A week of moods", "Words for hard moments", "Support card"):
        assert title in writer.seen_texts()
    writer.press("learn.paper.log")
    settle()
    assert writer.sees("paper.save")
    assert writer.sees("paper.print")
    writer.keys("Escape")
    assert writer.page() == "learn"


@pytest.fixture
def start(
    app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    clock: FixedClock,
    begun: tuple[Path, doors.Opened],
) -> Callable[[], Driver]:
    """Start the program when it is called, and open a journal in it."""

    def start_it() -> Driver:
        person = Driver(qtbot, tmp_path / "journal", clock)
        person.come_in(*begun)
        return person

    return start_it


def test_the_program_opens_whatever_file_is_broken(start: Callable[[], Driver], harm: Harm) -> None:
    for name in READERS:
        harm.put(name, b"\xff")
    person = start()
    assert person.page() == "today"
    shell = person.window.shell
    assert shell is not None
    for section in SECTIONS:
        shell.follow(Destination(section.key))
        assert person.page(), section.key
    shell.follow(Destination("learn"))
    assert person.find("learn.problem", QWidget).isVisible()
    assert person.find("learn.search", QLineEdit).isHidden()
    assert (CONTENT / "learn.toml").is_file()
