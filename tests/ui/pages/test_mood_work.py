"""The work panel: one day at a time, and nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.ui.pages.mood.drafts import WorkDraft
from caregiver_journal.ui.pages.mood.work import WorkNotes, WorkPanel

FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
OFF, LATE = Shift("Off", is_off=True, number=1), Shift("Late", number=3)
OLD = Shift("Split", is_hidden=True, number=4)


class Shelf:
    """What a journal knows of some days."""

    def __init__(self) -> None:
        self.days = {THURSDAY: Workday(THURSDAY, OLD, 4, 9)}
        self.shifts: tuple[Shift, ...] = (OFF, LATE, OLD)
        self.last_off: date | None = date(2026, 11, 16)

    def read(self, day: date) -> WorkNotes:
        return WorkNotes(self.days.get(day, Workday(day)), self.shifts, self.last_off)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def panel(app: QApplication, qtbot: QtBot, shelf: Shelf) -> WorkPanel:
    made = WorkPanel(shelf.read)
    qtbot.addWidget(made)
    made.show()
    made.show_day(FRIDAY, FRIDAY)
    return made


def words(panel: WorkPanel) -> list[str]:
    return [button.text() for button in panel.shift.buttons()]


def type_hours(panel: WorkPanel, text: str) -> None:
    panel.hours.selectAll()
    QTest.keyClicks(panel.hours, text)


def test_a_hidden_kind_is_offered_on_its_own_days_only(panel: WorkPanel) -> None:
    assert words(panel) == ["Off", "Late"]
    panel.show_day(THURSDAY, FRIDAY)
    assert words(panel) == ["Off", "Late", "Split"]
    assert panel.shift.value() == "4"
    assert panel.hours.text() == "4"
    assert panel.load.value() == 9


def test_without_any_kind_there_is_no_question(panel: WorkPanel, shelf: Shelf) -> None:
    shelf.shifts = ()
    panel.show_day(FRIDAY, FRIDAY)
    assert panel.shift.isHidden() or not panel.shift.isVisible()
    assert panel.hours.isVisible()


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (FRIDAY, "Work today"),
        (THURSDAY, "Work on Thursday"),
        (date(2026, 11, 13), "Work on Friday 13 November"),
        (date(2026, 11, 21), "Work on Saturday 21 November"),
    ],
)
def test_the_title_says_which_day(panel: WorkPanel, day: date, title: str) -> None:
    panel.show_day(day, FRIDAY)
    assert panel.title.text() == title


@pytest.mark.parametrize(
    ("last", "day", "said"),
    [
        (None, FRIDAY, "not said"),
        (date(2026, 11, 16), FRIDAY, "not said · last full day off 4 days ago"),
        (THURSDAY, FRIDAY, "not said · last full day off 1 day ago"),
        (date(2026, 11, 18), THURSDAY, "9 of 10 · last full day off 1 day before"),
    ],
)
def test_the_last_day_off_is_said(
    panel: WorkPanel, shelf: Shelf, last: date | None, day: date, said: str
) -> None:
    shelf.last_off = last
    panel.show_day(day, FRIDAY)
    assert panel.load.text() == said


def test_a_day_off_is_the_last_one_as_soon_as_it_is_chosen(panel: WorkPanel) -> None:
    panel.shift.buttons()[0].click()
    assert panel.load.text() == "not said · last full day off today"
    panel.show_day(THURSDAY, FRIDAY)
    panel.shift.buttons()[0].click()
    assert panel.load.text() == "9 of 10 · a full day off"


def test_what_is_typed_and_taken_back_is_no_change(panel: WorkPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.edited):
        panel.shift.buttons()[1].click()
    assert panel.drafts() == (WorkDraft(FRIDAY, 3),)
    panel.shift.buttons()[1].click()
    assert panel.drafts() == ()
    assert panel.workdays() == ()


def test_every_day_keeps_what_was_typed_for_it(panel: WorkPanel) -> None:
    type_hours(panel, "8,5")
    panel.show_day(THURSDAY, FRIDAY)
    assert panel.others.text() == "The work written for Friday 20 November is saved too."
    panel.load.clear_button.click()
    panel.show_day(FRIDAY, FRIDAY)
    assert panel.hours.text() == "8,5"
    assert panel.workdays() == (Workday(THURSDAY, OLD, 4), Workday(FRIDAY, hours=8.5))


def test_hours_of_another_day_are_refused_by_its_name(panel: WorkPanel) -> None:
    type_hours(panel, "99")
    with pytest.raises(InvalidValueError, match="Hours are a number"):
        panel.workdays()
    assert not panel.check()
    panel.show_day(THURSDAY, FRIDAY)
    assert panel.check()
    with pytest.raises(InvalidValueError, match="hours of Friday 20 November"):
        panel.workdays()


def test_a_draft_with_a_kind_that_is_gone_is_harmless(panel: WorkPanel) -> None:
    panel.set_drafts([WorkDraft(FRIDAY, 77, "3", 2)])
    panel.show_day(FRIDAY, FRIDAY)
    assert panel.shift.value() is None
    assert panel.workdays() == (Workday(FRIDAY, None, 3, 2),)


def test_nothing_can_be_typed_before_a_day_is_shown(app: QApplication, qtbot: QtBot) -> None:
    panel = WorkPanel(Shelf().read)
    qtbot.addWidget(panel)
    type_hours(panel, "8")
    assert panel.drafts() == ()
    assert panel.day is None
