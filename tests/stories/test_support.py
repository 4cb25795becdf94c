"""Somebody fills the support card on a steadier day, and reaches it on a harder one."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLabel, QWidget
from support.dialogs import Dialogs
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.support_numbers import take_numbers
from caregiver_journal.journal.supporting import lines_of, show_before_unlock, write_line
from caregiver_journal.ui import support_sheet
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.support import numbers
from caregiver_journal.ui.pages.support import page as support_page
from caregiver_journal.ui.widgets.more_button import MoreButton
from caregiver_journal.ui.widgets.pick_row import PickRow


@pytest.fixture
def carer(writer: Driver) -> Driver:
    """Somebody with a card of three lines, on Today."""
    for line in (
        SupportLine("signs", "Skipped lunches", "Eat before the next call"),
        SupportLine("people", "Ana", "after six"),
        SupportLine("people", "Ben"),
    ):
        write_line(writer.journal, line)
    return writer


def go_to_card(writer: Driver) -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("support"))
    settle()


def written(writer: Driver, section: str) -> list[tuple[str, str]]:
    return [(line.text, line.detail) for line in lines_of(writer.journal, section)]


def choose(writer: Driver, name: str, key: str) -> None:
    """Choose what can be done with a line or a section."""
    writer.find(name, MoreButton).chosen.emit(key)
    settle()


# --- writing it -----------------------------------------------------------------------------------


def test_the_card_is_filled_by_keyboard_and_read_by_f8(writer: Driver) -> None:
    go_to_card(writer)
    writer.keys("Space")
    writer.type_here("Skipped lunches")
    writer.keys("Return")
    writer.type_here("Eat before the next call")
    writer.keys("Return")
    writer.type_here("Sharp answers")
    writer.keys("Ctrl+Return", "Esc")
    assert written(writer, "signs") == [
        ("Skipped lunches", "Eat before the next call"),
        ("Sharp answers", ""),
    ]
    assert keyboard().objectName() == "support.signs.add"
    writer.keys("F8")
    settle()
    assert "Eat before the next call" not in writer.seen_texts()
    assert keyboard().accessibleName() == "Sign: Skipped lunches"
    writer.keys("Space")
    assert writer.text("support.sign.0.line") == "Eat before the next call"
    writer.keys("Down", "Space")
    assert "not written yet" in writer.text("support.sign.1.line")
    assert not writer.sees("support.sign.0.line")
    writer.keys("Esc")
    assert keyboard().objectName() == "support.signs.add"


def test_a_line_without_words_says_so_and_loses_nothing(writer: Driver) -> None:
    go_to_card(writer)
    writer.press("support.people.add")
    writer.type_into("support.people.detail", "after six")
    writer.press("support.people.save")
    assert "needs a few words" in writer.text("support.people.problem")
    assert writer.text("support.people.detail") == "after six"
    assert keyboard().objectName() == "support.people.text"
    writer.type_here("Ana")
    writer.keys("Ctrl+Return")
    assert written(writer, "people") == [("Ana", "after six")]


def test_lines_are_changed_moved_removed_and_each_is_taken_back(carer: Driver) -> None:
    go_to_card(carer)
    ana, ben = (line.number for line in lines_of(carer.journal, "people"))
    choose(carer, f"support.line.{ben}.more", "up")
    assert written(carer, "people")[0] == ("Ben", "")
    carer.keys("Ctrl+Z")
    choose(carer, f"support.line.{ana}.more", "change")
    carer.type_into("support.people.text", "Anna")
    carer.keys("Esc")
    assert written(carer, "people")[0] == ("Ana", "after six")
    choose(carer, f"support.line.{ana}.more", "change")
    carer.type_into("support.people.text", "Anna")
    carer.keys("Return", "Return")
    assert written(carer, "people")[0] == ("Anna", "after six")
    assert keyboard().objectName() == f"support.line.{ana}.more"
    choose(carer, f"support.line.{ana}.more", "remove")
    assert written(carer, "people") == [("Ben", "")]
    carer.keys("Ctrl+Z")
    assert written(carer, "people") == [("Anna", "after six"), ("Ben", "")]


def test_a_section_is_called_something_else_and_its_own_name_again(carer: Driver) -> None:
    go_to_card(carer)
    choose(carer, "support.people.more", "rename")
    carer.type_here("My crew")
    carer.keys("Return")
    assert "My crew" in carer.seen_texts()
    choose(carer, "support.people.more", "rename")
    carer.type_here("Nobody")
    carer.keys("Esc")
    assert "My crew" in carer.seen_texts()
    choose(carer, "support.people.more", "own")
    assert "People I can turn to" in carer.seen_texts()


def test_what_is_being_written_is_there_after_a_lock(carer: Driver) -> None:
    go_to_card(carer)
    number = lines_of(carer.journal, "people")[0].number
    choose(carer, f"support.line.{number}.more", "change")
    carer.type_into("support.people.detail", "before nine")
    carer.press("support.alone.add")
    carer.type_here("A walk")
    carer.keys("Ctrl+L")
    carer.unlock()
    go_to_card(carer)
    assert carer.text("support.people.text") == "Ana"
    assert carer.text("support.people.detail") == "before nine"
    assert carer.text("support.alone.text") == "A walk"
    carer.press("support.people.save")
    assert ("Ana", "before nine") in written(carer, "people")
    assert carer.text("support.alone.text") == "A walk"


def test_no_word_is_lost_where_the_editor_goes_over_to_another_line(carer: Driver) -> None:
    go_to_card(carer)
    number = lines_of(carer.journal, "people")[0].number
    carer.press("support.people.add")
    carer.type_here("Cem")
    choose(carer, f"support.line.{number}.more", "change")
    assert "Not saved" in carer.message()
    assert carer.text("support.people.text") == "Ana"
    carer.type_into("support.people.text", "Anna")
    carer.press("support.people.add")
    assert carer.text("support.people.text") == "Cem"
    carer.press("message.action")
    assert carer.text("support.people.text") == "Anna"
    carer.keys("Ctrl+L")
    carer.unlock()
    go_to_card(carer)
    assert carer.text("support.people.text") == "Anna"
    carer.press("support.people.save")
    carer.press("support.people.add")
    assert carer.text("support.people.text") == "Cem"
    carer.press("support.people.save")
    assert written(carer, "people") == [("Anna", "after six"), ("Ben", ""), ("Cem", "")]


def test_what_is_left_with_escape_or_done_is_offered_again(carer: Driver) -> None:
    go_to_card(carer)
    carer.press("support.people.add")
    carer.type_here("Cem")
    carer.press("support.people.cancel")
    carer.keys("Ctrl+T")
    carer.press("message.action")
    carer.wait_for_page("support")
    assert carer.text("support.people.text") == "Cem"
    carer.keys("Esc")
    carer.press("support.people.add")
    assert carer.text("support.people.text") == "Cem"
    choose(carer, "support.people.more", "rename")
    carer.type_here("My crew")
    carer.keys("Esc")
    carer.press("message.action")
    assert carer.text("support.people.name") == "My crew"
    carer.keys("Ctrl+L")
    carer.unlock()
    go_to_card(carer)
    assert carer.text("support.people.name") == "My crew"
    carer.press("support.people.name.keep")
    assert carer.journal.support.titles() == {"people": "My crew"}
    assert carer.text("support.people.text") == "Cem"


def test_lines_of_the_same_words_are_told_apart_by_ear(carer: Driver) -> None:
    for section in ("people", "signs", "signs"):
        write_line(carer.journal, SupportLine(section, "My sister"))
    go_to_card(carer)
    page = carer.find("page.support", QWidget)
    buttons = [each.accessibleName() for each in page.findChildren(MoreButton)]
    assert len(set(buttons)) == len(buttons)
    assert "More to do with it: My sister, line 3 of People I can turn to" in buttons
    carer.keys("F8")
    sheet = carer.find("support_sheet", QWidget)
    signs = [each.accessibleName() for each in sheet.findChildren(PickRow)]
    assert len(set(signs)) == len(signs) == 3


# --- reading it from anywhere ---------------------------------------------------------------------


@pytest.mark.parametrize("keys", [("Ctrl+T",), ("Ctrl+J",), ("Ctrl+N",), ("Ctrl+,",)])
def test_f8_shows_it_on_every_page_and_esc_leads_back(carer: Driver, keys: tuple[str, ...]) -> None:
    carer.keys(*keys)
    settle()
    before = (carer.page(), keyboard().objectName())
    carer.keys("F8", "F8")
    assert len(carer.window.findChildren(QWidget, "support_sheet")) == 1
    assert "Ana\nafter six" in carer.seen_texts()
    assert any("cannot call for help" in text for text in carer.seen_texts())
    carer.keys("Esc")
    assert not carer.sees("support_sheet")
    assert (carer.page(), keyboard().objectName()) == before


def test_f8_shows_it_over_a_sheet_which_stays(carer: Driver) -> None:
    carer.keys("Ctrl+1", "F8")
    assert carer.sees("support_sheet")
    carer.keys("Esc")
    assert carer.sees("quick")
    carer.keys("4")
    settle()
    assert carer.titles("today.entries") == ["Mood · good"]


def test_under_the_cover_it_is_not_shown(carer: Driver) -> None:
    carer.keys("F9", "F8", "F9")
    assert not carer.sees("support_sheet")


@pytest.mark.parametrize(
    ("country", "shown"),
    [
        ("Ireland", ["Samaritans, day and night, free\n116 123", "Emergency services\n112 or 999"]),
        ("", ["European Union\n112", "United Kingdom\n999", "United States\n911"]),
    ],
)
def test_without_a_number_on_the_card_f8_shows_those_of_the_country_at_once(
    writer: Driver, monkeypatch: pytest.MonkeyPatch, country: str, shown: list[str]
) -> None:
    for module in (support_sheet, numbers):
        monkeypatch.setattr(module, "guess_country", lambda: country)
    writer.keys("F8")
    assert set(shown) <= set(writer.seen_texts())
    assert any("ooked up on 26 November 2026" in text for text in writer.seen_texts())
    writer.press("support_sheet.country")
    writer.wait_for_page("support")
    settle()
    choice = writer.find("support.first.country", QWidget)
    assert choice.hasFocus()
    writer.keys("Esc")
    writer.resize(1200, 800)
    settle()
    assert choice.mapTo(writer.window, choice.rect().bottomLeft()).y() < writer.window.height()
    write_line(writer.journal, SupportLine("emergency", "Ana has the key"))
    writer.keys("F8")
    assert not set(shown) & set(writer.seen_texts())
    assert "Ana has the key" in writer.seen_texts()


def test_an_empty_card_leads_to_where_it_is_written(writer: Driver) -> None:
    writer.keys("F8")
    assert any("One line is a beginning" in text for text in writer.seen_texts())
    writer.press("support_sheet.change")
    writer.wait_for_page("support")


def test_a_broken_content_file_says_so_and_the_lines_are_read_all_the_same(
    carer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ContentError("support.toml, line 9: sections 'signs': a text is missing")

    monkeypatch.setattr("caregiver_journal.journal.supporting.sections", broken)
    monkeypatch.setattr(support_page, "sections", broken)
    carer.keys("F8")
    assert "Ana\nafter six" in carer.seen_texts()
    assert "support.toml, line 9" in carer.message()
    carer.keys("Esc")
    go_to_card(carer)
    shown = carer.find("page.support", QWidget).findChildren(QLabel)
    assert any("support.toml, line 9" in label.text() for label in shown)


def test_what_is_urgent_comes_first(carer: Driver) -> None:
    take_numbers(carer.journal, "Ireland")
    carer.keys("F8")
    settle()
    tops = {
        part: carer.find(f"support.part.{part}", QWidget).y() for part in ("emergency", "signs")
    }
    assert tops["emergency"] < tops["signs"]


# --- numbers --------------------------------------------------------------------------------------


def test_numbers_are_taken_over_by_one_click_and_looked_at_again(carer: Driver) -> None:
    go_to_card(carer)
    assert not carer.sees("support.country"), "numbers are offered once, at the top"
    carer.choose("support.first.country", "Ireland")
    assert "26 November 2026" in carer.text("support.first.numbers")
    carer.press("support.first.take_numbers")
    assert not carer.sees("support.first")
    assert keyboard().objectName() == "support.country"
    assert ("Samaritans, day and night, free", "116 123") in written(carer, "emergency")
    assert not carer.sees("support.check")
    carer.clock.advance(days=200)
    carer.keys("Ctrl+L")
    carer.unlock()
    assert "The numbers on your support card" in carer.seen_texts()
    carer.press("waiting.1.action")
    carer.wait_for_page("support")
    settle()
    assert keyboard().objectName() == "support.confirm"
    carer.keys("Tab", "Space")
    number = lines_of(carer.journal, "emergency")[0].number
    assert keyboard().objectName() == f"support.line.{number}.more"
    carer.press("support.confirm")
    assert not carer.sees("support.check")
    carer.keys("Ctrl+T")
    settle()
    assert "The numbers on your support card" not in carer.seen_texts()


# --- paper ----------------------------------------------------------------------------------------


def test_the_card_is_saved_as_one_page(carer: Driver, dialogs: Dialogs, tmp_path: Path) -> None:
    go_to_card(carer)
    carer.press("support.print")
    settle()
    dialogs.expect("QFileDialog")
    carer.press("paper.save")
    dialog = carer.find("saving.where", QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "card.pdf"))
    dialog.close()
    assert (tmp_path / "card.pdf").read_bytes().count(b"/Type /Page\n") == 1


# --- before unlocking -----------------------------------------------------------------------------


def test_the_card_shows_before_unlocking_only_while_that_is_switched_on(carer: Driver) -> None:
    path = carer.folder / "support-card.json"
    go_to_card(carer)
    assert not path.exists()
    carer.press("support.before_unlock")
    assert "Ana" in path.read_text(encoding="utf-8")
    assert str(path) in " ".join(carer.seen_texts())
    assert not any("Nobody sees what you write" in text for text in carer.seen_texts())
    carer.keys("Ctrl+L")
    assert any("without unlocking" in text for text in carer.seen_texts())
    assert "Ana\nafter six" not in carer.seen_texts()
    carer.press("unlock.support")
    settle()
    assert "Ana\nafter six" in carer.seen_texts()
    carer.keys("Esc")
    assert keyboard().objectName() == "unlock.support"
    carer.keys("F8")
    assert carer.sees("open_card")
    carer.keys("Esc")
    carer.unlock()
    go_to_card(carer)
    assert carer.find("support.before_unlock", QCheckBox).isChecked()
    carer.press("support.before_unlock")
    assert not path.exists()
    carer.keys("Ctrl+L")
    assert not carer.sees("unlock.support")
    carer.keys("F8")
    assert not carer.sees("open_card")
    carer.unlock()


@pytest.mark.parametrize("content", [b"\xff\x00", b"{}", b'{"format": 7}'])
def test_a_file_that_makes_no_sense_is_not_shown(carer: Driver, content: bytes) -> None:
    show_before_unlock(carer.journal, shown=True)
    (carer.folder / "support-card.json").write_bytes(content)
    carer.keys("Ctrl+L")
    assert not carer.sees("unlock.support")
    carer.unlock()


def test_what_somebody_else_wrote_there_is_shown_as_plain_words(carer: Driver) -> None:
    show_before_unlock(carer.journal, shown=True)
    path = carer.folder / "support-card.json"
    plain = json.loads(path.read_text(encoding="utf-8"))
    plain["parts"][0]["title"] = "<img src='//host/share'>"
    path.write_text(json.dumps(plain), encoding="utf-8")
    carer.keys("Ctrl+L")
    carer.press("unlock.support")
    assert "<img src='//host/share'>" in carer.seen_texts()


def test_a_switch_that_cannot_be_kept_stays_off(
    carer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ContentError("no room")

    go_to_card(carer)
    monkeypatch.setattr("caregiver_journal.journal.supporting.write_open_card", refuse)
    carer.press("support.before_unlock")
    settle()
    assert not carer.find("support.before_unlock", QAbstractButton).isChecked()
    assert "no room" in carer.message()


def test_a_line_is_saved_once_where_what_shows_it_before_unlocking_cannot_be_written(
    carer: Driver,
) -> None:
    show_before_unlock(carer.journal, shown=True)
    path = carer.folder / "support-card.json"
    path.unlink()
    path.mkdir()
    go_to_card(carer)
    carer.press("support.people.add")
    carer.type_here("Cem")
    carer.press("support.people.save")
    assert carer.text("support.people.text") == ""
    assert "a folder lies" in carer.message()
    assert "a folder lies" in carer.text("support.before_unlock.problem")
    carer.press("message.action")
    assert written(carer, "people") == [("Ana", "after six"), ("Ben", "")]
    carer.press("support.before_unlock")
    assert not carer.find("support.before_unlock", QCheckBox).isChecked()
    assert not carer.sees("support.before_unlock.problem")


def test_numbers_of_a_country_follow_before_unlocking(carer: Driver) -> None:
    show_before_unlock(carer.journal, shown=True)
    take_numbers(carer.journal, "Ireland")
    carer.keys("Ctrl+L", "F8")
    assert "Samaritans, day and night, free\n116 123" in carer.seen_texts()
