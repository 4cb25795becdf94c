"""Somebody puts situations on a ladder, tries them, and comes back to them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton, QWidget
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import RECENT, read_ladder
from caregiver_journal.store.ladder import LadderStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.ladder.page import LadderPage
from caregiver_journal.ui.pages.ladder.tries import TriesCard
from caregiver_journal.ui.widgets.pair_drawing import PairDrawing
from caregiver_journal.ui.widgets.when_field import WhenField

FILM = "Say which film I would like to see tonight"


def go(writer: Driver, section: str = "ladder") -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination(section))
    settle()


def press(writer: Driver, name: str) -> None:
    """Press a button once everything is in its place."""
    settle()
    writer.press(name)
    settle()


def come_back(writer: Driver) -> None:
    writer.keys("Ctrl+L")
    writer.unlock()
    go(writer)


def set_slider(writer: Driver, name: str, number: int) -> None:
    writer.find(f"{name}.slider", QWidget).setFocus()
    writer.keys(str(number))


def add(writer: Driver, text: str, distress: int) -> int:
    """Add a situation by hand; return its number."""
    press(writer, "ladder.add" if writer.sees("ladder.add") else "ladder.empty.step")
    writer.type_into("step.text", text)
    set_slider(writer, "step.distress", distress)
    press(writer, "step.save")
    settle()
    return next(r.step.number or 0 for r in read_ladder(writer.journal) if r.step.text == text)


def log(writer: Driver, step: int, expected: int, actual: int | None) -> None:
    press(writer, f"ladder.step.{step}.log")
    set_slider(writer, "try.expected", expected)
    if actual is not None:
        set_slider(writer, "try.actual", actual)
    press(writer, "try.save")
    settle()


def act(writer: Driver, row: str, choice: str) -> None:
    """Choose from the menu of a row."""
    press(writer, f"{row}.more")
    press(writer, f"{row}.more.{choice}")
    settle()


def steps(writer: Driver) -> list[str]:
    """Return what the rows of the ladder say, from the top."""
    page = writer.find("page.ladder", LadderPage)
    return [
        f"{row.pick.square.text()} {row.pick.title.text()} · {row.pick.line.text()}"
        for row in page.rows
    ]


def a_moment(writer: Driver, asked: str, hours: int = 1) -> Entry:
    now = writer.clock()
    content = Content(Boundary(asked, Answer.NO, asker="lead"), now - timedelta(hours=hours))
    entry = make_entry(content, now, writer.journal.start_of_day)
    writer.journal.add(entry)
    return entry


def take_the_first_suggestion(writer: Driver) -> None:
    """Begin an empty ladder with it, and expect more of it than is suggested."""
    assert writer.sees("ladder.empty")
    press(writer, "ladder.empty.step")
    sources = writer.find("step.sources", QListWidget)
    assert sources.count() == 14
    sources.setFocus()
    writer.keys("Down", "Up", "Return")
    assert writer.text("step.text") == FILM
    assert writer.text("step.distress.said") == "1 of 10"
    set_slider(writer, "step.distress", 4)
    press(writer, "step.save")
    assert writer.message() == "Saved"


# --- the whole way --------------------------------------------------------------------------------


def test_from_a_suggestion_over_two_tries_to_what_they_show(writer: Driver) -> None:
    moment = a_moment(writer, "Which film tonight?")
    go(writer)
    take_the_first_suggestion(writer)
    assert steps(writer) == [f"4 {FILM} · not tried yet"]
    (number,) = [row.step.number or 0 for row in read_ladder(writer.journal)]
    assert "Not tried yet" in writer.text("ladder.tries.hint")

    writer.clock.advance(days=-8)
    log(writer, number, 6, 4)
    assert steps(writer)[0].endswith("tried once, on 12 November: expected 6, was 4")
    assert "not enough tries yet" in writer.text("ladder.chart.few")
    writer.clock.advance(days=8)
    press(writer, f"ladder.step.{number}.log")
    assert writer.text("try.expected.said") == "4 of 10", "what is expected of it"
    set_slider(writer, "try.actual", 1)
    writer.type_into("try.note", "The one with the ship.")
    writer.find("try.moment", QComboBox).setFocus()
    writer.keys("Down")
    press(writer, "try.save")
    settle()
    assert steps(writer)[0].endswith("tried twice, last on 20 November: expected 4, was 1")
    assert writer.text("ladder.chart.summary").startswith("2 tries: 2 easier than expected")
    pairs = writer.find("ladder.chart.drawing", PairDrawing).pairs()
    assert [(pair.before, pair.after) for pair in pairs] == [(6, 4), (4, 1)]
    put_away_and_back(writer, number)
    act(writer, f"ladder.step.{number}", "delete")
    assert writer.message() == "Deleted, with 2 tries"
    assert writer.sees("ladder.empty")
    writer.keys("Ctrl+Z")
    settle()

    come_back(writer)
    assert steps(writer)[0].endswith("tried twice, last on 20 November: expected 4, was 1")
    (row,) = read_ladder(writer.journal)
    assert [tried.note for tried in row.tries] == ["The one with the ship.", ""]
    link = f"ladder.try.{row.tries[0].number}.moment"
    assert writer.find(link, QPushButton).text() == "Boundary · said no · lead"
    press(writer, link)
    assert writer.page() == "journal"
    assert writer.chosen("journal.entries") == [moment.note]


def put_away_and_back(writer: Driver, number: int) -> None:
    act(writer, f"ladder.step.{number}", "away")
    assert steps(writer) == []
    press(writer, "ladder.away")
    assert len(steps(writer)) == 1
    press(writer, f"ladder.step.{number}.back")
    settle()
    assert writer.message() == "It is back"


def test_by_keyboard_alone(writer: Driver) -> None:
    go(writer)
    writer.find("ladder.empty.step", QWidget).setFocus()
    writer.keys("Space")
    settle()
    writer.type_here("Leave on time")
    writer.keys("Tab", "5", "Shift+Tab", "Return")
    settle()
    (row,) = read_ladder(writer.journal)
    number = row.step.number
    writer.find(f"ladder.step.{number}.pick", QWidget).setFocus()
    writer.keys("Tab", "Space")
    assert keyboard().objectName() == "try.actual.slider"
    writer.keys("2")
    writer.find("try.save", QWidget).setFocus()
    writer.keys("Space")
    settle()
    assert keyboard().objectName() == f"ladder.step.{number}.log"
    writer.keys("Tab", "Space")
    assert keyboard().objectName() == f"ladder.step.{number}.more.edit"
    writer.keys("Tab", "Tab", "Space")
    settle()
    assert read_ladder(writer.journal) == ()
    assert keyboard().objectName() == "ladder.empty.step"


# --- situations -----------------------------------------------------------------------------------


def test_situations_stand_from_easy_to_hard_and_one_shows_its_tries(writer: Driver) -> None:
    go(writer)
    hard = add(writer, "Turn down the loan", 9)
    easy = add(writer, "Let the message wait", 2)
    assert [row[:1] for row in steps(writer)] == ["2", "9"]
    card = writer.find("ladder.tries", TriesCard)
    assert card.title.text() == "Let the message wait"
    press(writer, f"ladder.step.{hard}.pick")
    assert card.title.text() == "Turn down the loan"
    writer.find(f"ladder.step.{easy}.pick", QWidget).setFocus()
    writer.keys("Return")
    assert card.title.text() == "Let the message wait"


def test_what_is_missing_is_said_at_its_field(writer: Driver) -> None:
    go(writer)
    press(writer, "ladder.empty.step")
    press(writer, "step.save")
    assert writer.text("step.text.problem") == "A situation needs a few words."
    writer.type_into("step.text", "Leave on time")
    press(writer, "step.save")
    assert "from 0 to 10" in writer.text("step.distress.problem")
    assert not writer.sees("step.text.problem")
    assert writer.text("step.text") == "Leave on time"
    writer.keys("Esc")
    assert read_ladder(writer.journal) == ()


def test_a_situation_from_the_log_presets_no_number(writer: Driver) -> None:
    for hours in range(RECENT + 2):
        a_moment(writer, f"Cover  shift\n{hours % 3}", hours)
    go(writer)
    press(writer, "ladder.empty.step")
    press(writer, "step.kind.moments")
    sources = writer.find("step.sources", QListWidget)
    assert sources.count() == 3, "each once"
    first = sources.visualItemRect(sources.item(1)).center()
    QTest.mouseClick(sources.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert writer.text("step.text") == "Cover shift 1"
    assert writer.text("step.distress.said") == "not said"
    press(writer, "step.kind.moments")
    assert sources.count() == 3, "one of the two is always shown"


def test_a_situation_is_changed_and_that_is_taken_back(writer: Driver) -> None:
    go(writer)
    number = add(writer, "Leave on time", 5)
    act(writer, f"ladder.step.{number}", "edit")
    assert writer.text("step.text") == "Leave on time"
    assert not writer.sees("step.sources")
    writer.type_into("step.text", "Leave five minutes late")
    set_slider(writer, "step.distress", 3)
    press(writer, "step.save")
    settle()
    assert steps(writer) == ["3 Leave five minutes late · not tried yet"]
    press(writer, "message.action")
    settle()
    assert steps(writer) == ["5 Leave on time · not tried yet"]


def test_a_new_situation_can_be_taken_back(writer: Driver) -> None:
    go(writer)
    add(writer, "Leave on time", 5)
    press(writer, "message.action")
    settle()
    assert writer.sees("ladder.empty")


# --- tries ----------------------------------------------------------------------------------------


def test_a_try_can_be_completed_later_changed_and_deleted(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    log(writer, step, 5, None)
    assert steps(writer)[0].endswith("tried once, on 20 November: expected 5")
    (tried,) = read_ladder(writer.journal)[0].tries
    name = f"ladder.try.{tried.number}"
    act(writer, name, "edit")
    set_slider(writer, "try.actual", 3)
    press(writer, "try.save")
    settle()
    assert writer.text(f"{name}.numbers") == "expected 5, was 3"
    writer.keys("Ctrl+Z")
    settle()
    assert writer.text(f"{name}.numbers") == "expected 5"
    act(writer, name, "delete")
    assert read_ladder(writer.journal)[0].tries == ()
    press(writer, "message.action")
    settle()
    assert read_ladder(writer.journal)[0].tries == (tried,)


def test_a_try_that_cannot_be_is_refused_at_its_field_and_nothing_is_lost(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    press(writer, f"ladder.step.{step}.log")
    writer.type_into("try.note", "half a thought")
    writer.find("try.when", WhenField).set_value(writer.clock() + timedelta(hours=1))
    press(writer, "try.save")
    assert "has not come yet" in writer.text("try.happened.problem")
    writer.find("try.when", WhenField).set_value(None)
    writer.find("try.expected.slider", QWidget).setFocus()
    writer.keys("Delete")
    press(writer, "try.save")
    assert "from 0 to 10" in writer.text("try.expected.problem")
    assert keyboard().objectName() == "try.expected.slider"
    assert not writer.sees("try.happened.problem")
    writer.keys("6")
    press(writer, "try.save")
    settle()
    (tried,) = read_ladder(writer.journal)[0].tries
    assert (tried.expected, tried.note) == (6, "half a thought")


def test_a_full_disk_keeps_the_sheet(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    go(writer)
    step = add(writer, "Leave on time", 5)
    press(writer, f"ladder.step.{step}.log")
    with monkeypatch.context() as full:
        full.setattr(LadderStore, "write_try", refuse)
        press(writer, "try.save")
    assert "The disk is full" in writer.text("try.problem")
    press(writer, "try.save")
    settle()
    assert len(read_ladder(writer.journal)[0].tries) == 1


def test_a_try_outlives_its_moment(writer: Driver) -> None:
    moment = a_moment(writer, "One more shift")
    go(writer)
    step = add(writer, "Leave on time", 5)
    press(writer, f"ladder.step.{step}.log")
    writer.find("try.moment", QComboBox).setCurrentIndex(1)
    assert not writer.sees("try.also")
    press(writer, "try.save")
    settle()
    writer.journal.remove(moment)
    settle()
    (tried,) = read_ladder(writer.journal)[0].tries
    assert writer.text(f"ladder.try.{tried.number}.gone") == "its moment was deleted"
    act(writer, f"ladder.try.{tried.number}", "edit")
    assert writer.find("try.moment", QComboBox).currentText() == "Its moment was deleted"
    press(writer, "try.save")
    settle()
    assert read_ladder(writer.journal)[0].tries[0].entry_id == moment.id


def test_many_tries_are_shown_when_they_are_wanted(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    for _day in range(14):
        writer.clock.advance(days=-1)
        log(writer, step, 5, 3)
    card = writer.find("ladder.tries", TriesCard)
    assert len(card.rows) == 12
    assert card.rest.text() == "Show all 14"
    card.rest.setFocus()
    writer.keys("Space")
    assert len(card.rows) == 14
    assert keyboard() is card.rows[12].more
    assert not card.rest.isVisible()


# --- drafts ---------------------------------------------------------------------------------------


def test_a_try_that_was_begun_survives_a_lock(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    press(writer, f"ladder.step.{step}.log")
    set_slider(writer, "try.actual", 2)
    writer.type_into("try.note", "half a thought")
    come_back(writer)
    assert "“Leave on time”" in writer.text("ladder.begun.sentence")
    press(writer, "ladder.begun.go_on")
    assert writer.text("try.note") == "half a thought"
    assert writer.text("try.actual.said") == "2 of 10"
    assert not writer.sees("ladder.begun")
    press(writer, "try.save")
    settle()
    assert writer.journal.drafts.read("ladder.try") == {}
    assert not writer.sees("ladder.begun")


def test_escape_keeps_what_was_begun_of_each_and_cancel_offers_it_back(writer: Driver) -> None:
    go(writer)
    first, second = add(writer, "Leave on time", 5), add(writer, "Let it ring", 6)
    for step, note in ((first, "one"), (second, "two")):
        press(writer, f"ladder.step.{step}.log")
        writer.type_into("try.note", note)
        writer.keys("Esc")
        settle()
    press(writer, f"ladder.step.{second}.log")
    assert writer.text("try.note") == "two"
    press(writer, "try.save")
    settle()
    press(writer, f"ladder.step.{first}.log")
    assert writer.text("try.note") == "one", "saving one forgets no other"
    press(writer, "try.cancel")
    assert writer.message() == "Not saved"
    assert not writer.sees("ladder.begun")
    assert writer.journal.drafts.read("ladder.try") == {}
    press(writer, "message.action")
    assert writer.text("try.note") == "one"
    writer.keys("Esc")
    assert writer.sees("ladder.begun")
    press(writer, "ladder.begun.drop")
    assert not writer.sees("ladder.begun")
    press(writer, "message.action")
    assert writer.text("try.note") == "one"


def test_saving_one_try_leaves_what_was_begun_of_another_at_every_moment(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    go(writer)
    first, second = add(writer, "Leave on time", 5), add(writer, "Let it ring", 6)
    press(writer, f"ladder.step.{first}.log")
    writer.type_into("try.note", "half a thought")
    writer.keys("Esc")
    press(writer, f"ladder.step.{second}.log")
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)  # the disk is full right after the save
        press(writer, "try.save")
    assert len(read_ladder(writer.journal)[1].tries) == 1
    assert "half a thought" in str(writer.journal.drafts.read("ladder.try")), "were power to fail"
    come_back(writer)
    assert "“Leave on time”" in writer.text("ladder.begun.sentence")
    press(writer, f"ladder.step.{first}.log")
    assert writer.text("try.note") == "half a thought"


def test_a_sheet_in_which_nothing_was_written_leaves_nothing(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    press(writer, f"ladder.step.{step}.log")
    writer.keys("Esc")
    assert not writer.sees("ladder.begun")
    press(writer, f"ladder.step.{step}.log")
    press(writer, "try.cancel")
    assert writer.message() != "Not saved"
    assert writer.journal.drafts.read("ladder.try") == {}


def test_a_change_of_a_try_that_went_meanwhile_becomes_a_new_one(writer: Driver) -> None:
    go(writer)
    step = add(writer, "Leave on time", 5)
    log(writer, step, 5, 3)
    (tried,) = read_ladder(writer.journal)[0].tries
    act(writer, f"ladder.try.{tried.number}", "edit")
    writer.type_into("try.note", "half a thought")
    writer.keys("Esc")
    act(writer, f"ladder.try.{tried.number}", "delete")
    press(writer, "ladder.begun.go_on")
    assert writer.text("try.note") == "half a thought"
    press(writer, "try.save")
    settle()
    (again,) = read_ladder(writer.journal)[0].tries
    assert (again.actual, again.note) == (3, "half a thought")


def test_a_draft_of_a_situation_that_is_gone_says_nothing(writer: Driver) -> None:
    writer.journal.save_draft("ladder.try", {"7": {"step": 7, "note": "x"}, "a": 3, "b": {}})
    go(writer)
    assert writer.sees("ladder.empty")
    assert not writer.sees("ladder.begun")


def test_a_try_leads_to_its_moment(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[Destination] = []
    go(writer)
    step = add(writer, "Leave on time", 5)
    shell = writer.window.shell
    assert shell is not None
    monkeypatch.setattr(shell, "go_to", wanted.append)
    press(writer, f"ladder.step.{step}.log")
    press(writer, "try.also")
    (tried,) = read_ladder(writer.journal)[0].tries
    assert wanted == [Destination("boundary", part=f"try:{tried.number}")]
    act(writer, f"ladder.try.{tried.number}", "edit")
    press(writer, "try.also")
    assert wanted[1:] == wanted[:1], "a try that was changed leads there as well"
