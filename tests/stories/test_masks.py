"""Names stay at home: words are replaced, what was found is asked about, what left is listed."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from support.driver import Driver
from support.looking import keyboard, settle
from support.trends import TODAY

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.mask import MAX_MASK, Mask
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.telltale import Telltale
from caregiver_journal.journal.export_log import read_log, remember
from caregiver_journal.journal.masking import delete_mask, read_masks, write_mask
from caregiver_journal.store.exports import ExportStore
from caregiver_journal.store.masks import MaskStore
from caregiver_journal.ui.export_log_sheet import ExportLogSheet
from caregiver_journal.ui.masks_sheet import MasksSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.telltales_sheet import TelltalesSheet

FOUND = (
    Telltale("Marta", "so I asked Marta whether", 4),
    Telltale("Leeds", "back from Leeds", 1),
    Telltale("0171 2345", "call 0171 2345 now", 1, is_number=True),
)


def refuse(*_arguments: object) -> None:
    raise DiskFullError


def context_of(writer: Driver) -> Context:
    assert writer.window.shell is not None
    return writer.window.shell.context


# --- names and words --------------------------------------------------------------------------


@pytest.fixture
def masks(writer: Driver) -> MasksSheet:
    """The words, opened from Settings."""
    writer.keys("Ctrl+,")
    writer.press("settings.masks")
    settle()
    return writer.find("masks", MasksSheet)


def add(writer: Driver, word: str, instead: str = "") -> None:
    writer.type_into("masks.word", word)
    writer.type_into("masks.instead", instead)
    writer.keys("Return")
    settle()


def heard(sheet: MasksSheet | TelltalesSheet) -> list[str]:
    """Return the rows of the list as they are heard."""
    model = sheet.editor.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_a_word_is_added_and_taken_back(writer: Driver, masks: MasksSheet) -> None:
    assert keyboard() is masks.word
    assert masks.none.isVisible()
    add(writer, "Marta", "M.")
    assert writer.message() == "Added: Marta"
    add(writer, "0171 2345678")
    assert heard(masks) == ["0171 2345678, a black bar", "Marta, M."]
    assert (masks.word.text(), keyboard()) == ("", masks.word)
    assert not masks.none.isVisible()
    context_of(writer).undo.undo()
    assert read_masks(writer.journal) == (Mask("Marta", "M."),)
    writer.keys("Escape")
    about = [each.text() for each in writer.window.findChildren(QLabel)]
    assert "1 word is another one in a summary." in about


def test_a_word_is_changed_and_deleted(writer: Driver, masks: MasksSheet) -> None:
    add(writer, "Marta", "M.")
    writer.press("masks.change")
    assert (masks.word.text(), masks.instead.text()) == ("Marta", "M.")
    assert keyboard() is masks.instead
    writer.type_into("masks.word", "Marta Weiss")
    writer.press("masks.save")
    assert read_masks(writer.journal) == (Mask("Marta Weiss", "M."),)
    assert writer.message() == "Changed: Marta Weiss"
    writer.press("masks.change")
    writer.press("masks.delete")
    assert read_masks(writer.journal) == ()
    assert masks.save.text() == "Add"
    assert masks.none.isVisible()
    context_of(writer).undo.undo()
    assert read_masks(writer.journal) == (Mask("Marta Weiss", "M."),)


def test_what_cannot_be_kept_is_said_beside_its_field(
    writer: Driver, masks: MasksSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(writer, " ")
    assert writer.text("masks.word.problem") == "A word to leave out is needed."
    add(writer, "Marta", "m" * (MAX_MASK + 1))
    assert writer.text("masks.problem") == f"At most {MAX_MASK} characters fit here."
    assert keyboard() is masks.instead
    assert masks.word.text() == "Marta"
    monkeypatch.setattr(MaskStore, "write", refuse)
    add(writer, "Marta", "M.")
    assert "The disk is full" in writer.text("masks.problem")
    assert (masks.word.text(), masks.instead.text()) == ("Marta", "M.")


def test_a_delete_that_fails_is_said(
    writer: Driver, masks: MasksSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    masks.delete.click()  # hidden, and nothing to delete
    add(writer, "Marta", "M.")
    monkeypatch.setattr(MaskStore, "forget", refuse)
    writer.press("masks.delete")
    assert "The disk is full" in writer.text("masks.problem")
    assert read_masks(writer.journal) == (Mask("Marta", "M."),)


def test_a_word_that_was_begun_is_there_again(writer: Driver, masks: MasksSheet) -> None:
    add(writer, "Marta", "M.")
    writer.press("masks.change")
    writer.type_into("masks.instead", "somebody")
    writer.keys("Escape")
    writer.press("settings.masks")
    again = writer.find("masks", MasksSheet)
    assert (again.word.text(), again.instead.text()) == ("Marta", "somebody")
    assert again.save.text() == "Keep the change"


# --- what was found ---------------------------------------------------------------------------


class Asked:
    """The sheet and what came of it."""

    def __init__(self, writer: Driver, *, holds_no_case: bool = False) -> None:
        self.answers: list[tuple[Mask, ...]] = []
        self.left: list[bool] = []
        self.sheet = TelltalesSheet(context_of(writer), FOUND, holds_no_case=holds_no_case)
        self.sheet.settled.connect(self._note)
        self.sheet.left.connect(self._note_left)
        settle()

    def _note(self, answers: tuple[Mask, ...]) -> None:
        self.answers.append(answers)

    def _note_left(self) -> None:
        self.left.append(True)


def test_each_is_answered_with_one_key(writer: Driver) -> None:
    asked = Asked(writer)
    sheet = asked.sheet
    assert keyboard() is sheet.editor.list
    assert heard(sheet) == ["Marta, 4 times", "Leeds, once", "0171 2345, once"]
    assert writer.text("telltales.context") == "so I asked Marta whether"
    assert writer.text("telltales.count") == "3 are still open."
    writer.keys("1", "2")
    assert writer.text("telltales.context") == "call 0171 2345 now"
    assert writer.text("telltales.count") == "1 is still open."
    writer.keys("3")
    assert keyboard() is sheet.instead
    writer.type_here("her number")
    writer.keys("Return")
    assert keyboard() is sheet.save
    assert writer.text("telltales.count") == "All are answered."
    assert heard(sheet) == [
        "Marta, ✓ stays as it is",
        "Leeds, ✓ a black bar",
        "0171 2345, ✓ her number",
    ]
    writer.keys("Space")
    answers = (Mask("Marta", may_stay=True), Mask("Leeds"), Mask("0171 2345", "her number"))
    assert asked.answers == [answers]
    assert not asked.left
    assert set(read_masks(writer.journal)) == set(answers)


def test_it_goes_on_only_when_all_are_answered(writer: Driver) -> None:
    asked = Asked(writer)
    writer.keys("2")
    writer.press("telltales.save")
    assert writer.text("telltales.problem") == "2 of them are still open."
    assert not asked.answers
    assert keyboard() is asked.sheet.editor.list
    writer.press("telltales.all_stay")
    assert not asked.sheet.all_stay.isEnabled()
    writer.press("telltales.save")
    (answers,) = asked.answers
    assert [each.may_stay for each in answers] == [False, True, True]


def test_an_answer_can_be_changed(writer: Driver) -> None:
    asked = Asked(writer)
    writer.keys("3")
    writer.keys("Return")
    assert "A word that stands instead is needed." in writer.text("telltales.problem")
    writer.type_here("M.")
    writer.press("telltales.take")
    writer.keys("Home", "Return")
    assert asked.sheet.instead.text() == "M."
    writer.keys("Escape")
    assert not asked.sheet.instead.isVisible()
    assert keyboard() is asked.sheet.editor.list
    writer.keys("1")
    assert heard(asked.sheet)[0] == "Marta, ✓ stays as it is"


def test_too_long_a_word_stays_in_its_field(writer: Driver) -> None:
    asked = Asked(writer)
    writer.keys("3")
    asked.sheet.instead.setText("m" * (MAX_MASK + 1))
    writer.keys("Return")
    assert writer.text("telltales.problem") == f"At most {MAX_MASK} characters fit here."
    assert writer.find("telltales.instead", QLineEdit).text()


def test_leaving_puts_nothing_on_and_the_answers_stand_there_again(writer: Driver) -> None:
    asked = Asked(writer, holds_no_case=True)
    assert "without capital letters" in writer.text("telltales.unseen")
    writer.keys("1", "Escape")
    assert (asked.left, asked.answers) == ([True], [])
    assert read_masks(writer.journal) == ()
    again = Asked(writer)
    assert heard(again.sheet)[0] == "Marta, ✓ stays as it is"
    assert writer.text("telltales.context") == "back from Leeds"
    writer.keys("2", "2")
    writer.press("telltales.save")
    assert [len(answers) for answers in again.answers] == [3]
    assert heard(Asked(writer).sheet)[0] == "Marta, 4 times"


def test_answers_survive_a_lock(writer: Driver) -> None:
    Asked(writer)
    writer.keys("1")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert heard(Asked(writer).sheet)[0] == "Marta, ✓ stays as it is"


def test_undo_takes_back_the_last_answer_and_nothing_older(writer: Driver) -> None:
    context_of(writer).undo.offer("Added", partial(delete_mask, writer.journal, Mask("Old")))
    write_mask(writer.journal, Mask("Old"))
    asked = Asked(writer)
    writer.keys("1")
    writer.press("telltales.all_stay")
    writer.keys("Ctrl+Z")
    assert heard(asked.sheet) == ["Marta, ✓ stays as it is", "Leeds, once", "0171 2345, once"]
    writer.keys("Ctrl+Z", "Ctrl+Z")
    assert heard(asked.sheet)[0] == "Marta, 4 times"
    assert asked.sheet.isVisible()
    assert read_masks(writer.journal) == (Mask("Old"),)


def test_undo_beside_other_sheets_reaches_the_journal(writer: Driver, masks: MasksSheet) -> None:
    add(writer, "Marta")
    masks.editor.list.setFocus()  # where Ctrl+Z takes back what was done, and no typing
    writer.keys("Ctrl+Z")
    assert read_masks(writer.journal) == ()


def test_answers_that_cannot_be_kept_hold_for_this_time(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(writer)
    monkeypatch.setattr(MaskStore, "write", refuse)
    writer.keys("2", "2", "2")
    writer.press("telltales.save")
    assert [len(answers) for answers in asked.answers] == [3]
    assert "hold for this time only" in writer.message()


# --- what was exported ------------------------------------------------------------------------


def export_two(writer: Driver) -> None:
    days = Period(TODAY, TODAY)
    remember(writer.journal, Format.JSON, Period(), ("mood",), 5, Path("/a/Out/b.json"))
    remember(writer.journal, Format.SUMMARY_PDF, days, ("talk",), 2, Path("/a/Papers/b.pdf"))


def test_what_left_is_looked_through_and_forgotten(writer: Driver) -> None:
    export_two(writer)
    writer.keys("Ctrl+,")
    writer.press("settings.exported")
    settle()
    sheet = writer.find("exported", ExportLogSheet)
    assert keyboard() is sheet.editor.list
    assert "What I want to talk about" in writer.text("exported.facts")
    writer.keys("Down")
    assert "Folder: Out" in writer.text("exported.facts")
    writer.press("exported.forget")
    assert [each.format for each in read_log(writer.journal)] == [Format.SUMMARY_PDF]
    assert writer.message() == "Removed from the list: Today 17:52 · All data, JSON"
    context_of(writer).undo.undo()
    assert len(read_log(writer.journal)) == 2
    writer.press("exported.clear")
    assert sheet.none.isVisible()
    assert not writer.sees("exported.facts")
    sheet.forget.click()  # hidden, and nothing to forget
    context_of(writer).undo.undo()
    assert len(read_log(writer.journal)) == 2


def test_a_list_that_cannot_be_cleared_says_so(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_two(writer)
    ExportLogSheet(context_of(writer))
    settle()
    monkeypatch.setattr(ExportStore, "clear", refuse)
    writer.press("exported.clear")
    assert "The disk is full" in writer.text("exported.problem")
    assert len(read_log(writer.journal)) == 2


def test_nothing_left_yet(writer: Driver) -> None:
    sheet = ExportLogSheet(context_of(writer))
    settle()
    assert sheet.none.isVisible()
    assert keyboard().objectName() == "exported.done"
    writer.keys("Escape")
    assert not writer.sees("exported")


def test_a_mask_that_may_stay_is_listed_as_such(writer: Driver) -> None:
    write_mask(writer.journal, Mask("May", may_stay=True))
    sheet = MasksSheet(context_of(writer))
    settle()
    assert heard(sheet) == ["May, stays as it is"]
