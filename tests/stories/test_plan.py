"""Somebody prepares a talk, meets the plan on Today, and logs what became of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.boundary import MAX_LABEL, Answer, Boundary
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.plan import PLAN_LABELS, PLAN_TEXTS, Plan
from caregiver_journal.domain.preference import LOOK_BACK_DAY
from caregiver_journal.journal.moment import Origin, save_moment
from caregiver_journal.journal.planning import plans, save_plan
from caregiver_journal.store.plans import PlanStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.plan.page import PlanPage


def go(writer: Driver, part: str = "") -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("plan", part=part))
    settle()


def title(writer: Driver, name: str = "waiting.1") -> str:
    return writer.find(name, QWidget).accessibleName()


def fill(writer: Driver) -> None:
    """Write into every field."""
    writer.type_into("plan.asked", "The rota for December")
    writer.type_into("plan.asker", "team lead")
    writer.press("plan.knows_day")
    writer.find("plan.day", QDateEdit).setDate(QDate(2026, 11, 24))
    writer.type_into("plan.offer", "two weekends")
    writer.type_into("plan.cannot", "the evening of the 24th")
    writer.type_into("plan.words", "Two weekends I can do.")
    writer.type_into("plan.feared", "that she is short with me")
    writer.find("plan.belief.slider", QWidget).setFocus()
    writer.keys("7", "Left")
    writer.press("plan.setting.work")
    writer.press("plan.limit.time")


def check_whole(plan: Plan) -> None:
    assert (plan.asked, plan.asker, plan.day) == (
        "The rota for December",
        "team lead",
        date(2026, 11, 24),
    )
    assert (plan.offer, plan.cannot) == ("two weekends", "the evening of the 24th")
    assert (plan.words, plan.feared) == ("Two weekends I can do.", "that she is short with me")
    assert (plan.belief, plan.setting, plan.limit) == (65, "work", "time")


def today_again(writer: Driver, days: int = 1) -> None:
    """Let days pass and look at Today."""
    writer.clock.advance(days=days)
    writer.keys("Ctrl+J", "Ctrl+T")


# --- the whole way --------------------------------------------------------------------------------


def test_from_the_plan_over_its_day_to_the_log(writer: Driver) -> None:
    writer.journal.set(LOOK_BACK_DAY, "off")  # a Sunday lies on the way
    go(writer)
    fill(writer)
    writer.keys("Ctrl+L")
    writer.unlock()
    go(writer)
    assert writer.text("plan.asked") == "The rota for December"
    writer.keys("Ctrl+Return")
    settle()
    assert writer.message() == "Saved"
    (plan,) = plans(writer.journal)
    check_whole(plan)
    assert writer.text("plan.asked") == ""
    assert writer.text(f"plan.row.{plan.number}.line") == "Tuesday 24 November · team lead"

    today_again(writer, 2)
    assert not writer.sees("waiting.1")
    today_again(writer)
    assert title(writer) == "A talk you prepared"
    assert "Expected tomorrow" in writer.text("waiting.1.sentence")
    writer.press("waiting.1.not_now")
    assert not writer.sees("waiting.1")
    today_again(writer)
    assert "Expected today" in writer.text("waiting.1.sentence")
    writer.press("waiting.1.action")
    assert writer.page() == "plan"
    assert writer.text("plan.asked") == "The rota for December"
    today_again(writer)
    assert title(writer) == "How did it go?"
    log_it(writer, plan)
    assert not writer.sees("waiting.1")
    writer.keys("Ctrl+Z")
    assert plans(writer.journal) == (plan,)
    assert writer.journal.entries.count()[0] == 0


def log_it(writer: Driver, plan: Plan) -> None:
    """Follow what waits into the form, say what was done, save, and find everything there."""
    writer.press("waiting.1.action")
    assert writer.page() == "boundary"
    writer.press("boundary.answer.other terms")
    writer.keys("Ctrl+Return")
    assert writer.page() == "today"
    (entry,) = writer.journal.entries.page(None, 9)[0]
    assert isinstance(entry.detail, Boundary)
    for part in (*PLAN_TEXTS, *PLAN_LABELS, "belief"):
        assert getattr(entry.detail, part) == getattr(plan, part), part
    assert entry.day == plan.day, "it is about the day of the talk"
    assert plans(writer.journal) == ()


def test_after_two_days_it_is_silent_and_the_plan_is_still_there(writer: Driver) -> None:
    plan = Plan("The rota", writer.clock(), writer.clock().date())
    save_plan(writer.journal, plan)
    seen = []
    for _day in range(4):
        writer.keys("Ctrl+J", "Ctrl+T")
        seen.append(title(writer) if writer.sees("waiting.1") else "")
        writer.clock.advance(days=1)
    assert seen == ["A talk you prepared", "How did it go?", "How did it go?", ""]
    assert len(plans(writer.journal)) == 1


def test_it_happened_saves_what_was_added_and_leads_to_the_log(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = save_plan(writer.journal, Plan("The rota", writer.clock())).plan
    go(writer, f"plan:{kept.number}")
    writer.type_into("plan.offer", "two weekends")
    wanted: list[Destination] = []
    assert writer.window.shell is not None
    monkeypatch.setattr(writer.window.shell, "go_to", wanted.append)
    writer.press("plan.log")
    assert wanted == [Destination("boundary", part=f"plan:{kept.number}")]
    assert [plan.offer for plan in plans(writer.journal)] == ["two weekends"]


# --- the form -------------------------------------------------------------------------------------


def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_lost(writer: Driver) -> None:
    go(writer)
    assert not writer.sees("plan.log")
    writer.type_into("plan.asker", "x" * (MAX_LABEL + 1))
    writer.press("plan.save")
    assert writer.text("plan.asked.problem") == "What the talk is about needs a few words."
    assert keyboard().objectName() == "plan.asked"
    writer.type_here("The rota")
    writer.press("plan.save")
    assert "at most 60" in writer.text("plan.asker.problem")
    assert not writer.sees("plan.asked.problem")
    assert writer.text("plan.asked") == "The rota"
    writer.type_into("plan.asker", "lead")
    writer.press("plan.knows_day")
    writer.find("plan.day", QDateEdit).setDate(QDate(2300, 1, 1))
    writer.press("plan.save")
    assert "between the years" in writer.text("plan.day.problem")
    writer.press("plan.knows_day")
    assert not writer.sees("plan.day")
    writer.press("plan.save")
    settle()
    (plan,) = plans(writer.journal)
    assert (plan.asker, plan.day) == ("lead", None)


def test_a_full_disk_keeps_the_form(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    go(writer)
    writer.type_into("plan.asked", "The rota")
    with monkeypatch.context() as full:
        full.setattr(PlanStore, "write", refuse)
        writer.press("plan.save")
    assert "The disk is full" in writer.text("plan.problem")
    assert writer.text("plan.asked") == "The rota"


def test_one_setting_at_most_and_an_own_word_stays(writer: Driver) -> None:
    kept = save_plan(writer.journal, Plan("The rota", writer.clock(), setting="choir")).plan
    go(writer, f"plan:{kept.number}")
    page = writer.find("page.plan", PlanPage)
    assert page.form.setting.value() == "choir"
    writer.press("plan.setting.home")
    assert page.form.setting.values() == ("home",)
    writer.press("plan.setting.home")
    assert page.form.setting.value() == ""
    writer.press("plan.setting.choir")
    writer.press("plan.save")
    settle()
    assert [plan.setting for plan in plans(writer.journal)] == ["choir"]


def test_own_words_of_the_log_are_offered(writer: Driver) -> None:
    moment = Boundary("One more solo", Answer.NO, setting="choir", limit="voice")
    writer.journal.add(make_entry(Content(moment), writer.clock()))
    go(writer)
    assert writer.sees("plan.setting.choir")
    assert writer.sees("plan.limit.voice")


def test_words_are_found_among_the_phrases_and_put_behind_what_is_there(writer: Driver) -> None:
    go(writer)
    writer.type_into("plan.words", "I will think about it.")
    writer.press("plan.find_words")
    writer.keys("Down", "Return")
    settle()
    first, second = writer.text("plan.words").split("\n")
    assert first == "I will think about it."
    assert len(second) > 5
    page = writer.find("page.plan", PlanPage)
    page.form.words.clear()
    page.form.add_words("Ask me on Monday.")
    assert writer.text("plan.words") == "Ask me on Monday."


# --- several plans --------------------------------------------------------------------------------


def two_plans(writer: Driver) -> tuple[int, int]:
    rota = save_plan(writer.journal, Plan("The rota", writer.clock())).plan
    loan = save_plan(writer.journal, Plan("The loan", writer.clock())).plan
    return rota.number or 0, loan.number or 0


def test_another_plan_is_opened_and_what_was_written_can_be_brought_back(writer: Driver) -> None:
    rota, loan = two_plans(writer)
    go(writer)
    writer.press(f"plan.row.{rota}")
    assert writer.text("plan.asked") == "The rota"
    assert keyboard().objectName() == "plan.asked"
    writer.type_into("plan.offer", "half a thought")
    writer.press(f"plan.row.{loan}")
    assert writer.text("plan.asked") == "The loan"
    assert writer.message() == "Not saved"
    writer.press("message.action")
    assert writer.text("plan.offer") == "half a thought"
    go(writer, f"plan:{rota}")
    assert writer.text("plan.offer") == "half a thought", "it is open already"
    writer.press("plan.new")
    assert writer.text("plan.asked") == ""
    writer.press("message.action")
    writer.press("plan.save")
    settle()
    assert {plan.asked: plan.offer for plan in plans(writer.journal)} == {
        "The rota": "half a thought",
        "The loan": "",
    }
    writer.keys("Ctrl+Z")
    settle()
    assert {plan.offer for plan in plans(writer.journal)} == {""}


def test_a_plan_taken_back_is_in_the_form_again(writer: Driver) -> None:
    go(writer)
    writer.type_into("plan.asked", "What I prepared for long")
    writer.keys("Ctrl+Return", "Ctrl+Z")
    assert writer.message() == "Taken back"
    assert plans(writer.journal) == ()
    assert writer.text("plan.asked") == "What I prepared for long"
    writer.keys("Ctrl+L")
    writer.unlock()
    go(writer)
    assert writer.text("plan.asked") == "What I prepared for long"


def test_a_change_taken_back_waits_over_the_plan_as_it_was(writer: Driver) -> None:
    plan = save_plan(writer.journal, Plan("The rota", writer.clock(), words="Two weekends")).plan
    go(writer, f"plan:{plan.number}")
    writer.type_into("plan.words", "Other words")
    writer.keys("Ctrl+Return", "Ctrl+Z")
    assert plans(writer.journal) == (plan,)
    assert writer.text("plan.words") == "Other words"
    writer.press("plan.cancel")
    go(writer, f"plan:{plan.number}")
    assert writer.text("plan.words") == plan.words


def test_a_plan_is_not_taken_back_over_another_that_is_being_written(writer: Driver) -> None:
    go(writer)
    writer.type_into("plan.asked", "The first")
    writer.keys("Ctrl+Return")
    writer.type_into("plan.asked", "The second")
    writer.press("message.action")
    assert writer.message().startswith("Another plan is being written.")
    assert [plan.asked for plan in plans(writer.journal)] == ["The first"]
    assert writer.text("plan.asked") == "The second"
    writer.press("plan.save")
    assert len(plans(writer.journal)) == 2


def test_a_deleted_plan_comes_back_with_what_was_written_over_it(writer: Driver) -> None:
    rota, _loan = two_plans(writer)
    go(writer, f"plan:{rota}")
    writer.type_into("plan.offer", "half a thought")
    writer.press("plan.delete")
    settle()
    assert [plan.asked for plan in plans(writer.journal)] == ["The loan"]
    assert writer.message() == "Deleted"
    assert writer.text("plan.asked") == ""
    writer.press("message.action")
    settle()
    assert len(plans(writer.journal)) == 2
    assert writer.text("plan.offer") == "half a thought"


def test_cancel_empties_the_form_and_offers_it_back(writer: Driver) -> None:
    go(writer)
    writer.type_into("plan.asked", "The ro")
    writer.press("plan.cancel")
    assert writer.page() == "today"
    assert writer.journal.drafts.read("plan.form") == {}
    writer.press("message.action")
    assert writer.page() == "plan"
    assert writer.text("plan.asked") == "The ro"
    writer.keys("Esc")
    assert writer.page() == "today"
    go(writer)
    assert writer.text("plan.asked") == "The ro", "Escape leaves it as it is"


def test_a_plan_that_is_gone_is_said(writer: Driver) -> None:
    go(writer, "plan:77")
    assert "not there any more" in writer.message()


def test_a_draft_of_a_plan_that_went_is_a_new_one(writer: Driver) -> None:
    writer.journal.save_draft("plan.form", {"asked": "The rota", "number": 77, "belief": 400})
    go(writer)
    assert writer.text("plan.asked") == "The rota"
    assert not writer.sees("plan.delete")
    assert not writer.find("plan.knows_day", QCheckBox).isChecked()
    writer.press("plan.save")
    settle()
    assert [plan.belief for plan in plans(writer.journal)] == [None]


@pytest.mark.parametrize("offer", ["", "half a thought"])
def test_a_plan_that_is_logged_leaves_the_form_and_nothing_written_is_lost(
    writer: Driver, offer: str
) -> None:
    kept = save_plan(writer.journal, Plan("The rota", writer.clock())).plan
    go(writer, f"plan:{kept.number}")
    if offer:
        writer.type_into("plan.offer", offer)
    moment = Boundary(kept.asked, Answer.NO)
    entry = make_entry(Content(moment), writer.clock())
    save_moment(writer.journal, entry, Origin(plan=kept.number))
    settle()
    assert writer.text("plan.asked") == ("The rota" if offer else "")
    assert writer.text("plan.offer") == offer
    assert not writer.sees("plan.delete")


def test_a_day_that_is_moved_moves_what_waits(writer: Driver) -> None:
    kept = save_plan(writer.journal, Plan("The rota", writer.clock(), writer.clock().date())).plan
    later = writer.clock().date() + timedelta(days=5)
    save_plan(writer.journal, replace(kept, day=later))
    writer.keys("Ctrl+J", "Ctrl+T")
    assert not writer.sees("waiting.1")
