"""A plan becomes the boundary moment it prepared; a try of the ladder gets its moment."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QAbstractButton
from support.clock import LONDON, START
from support.driver import Driver

from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.journal.ladder import add_step, add_try
from caregiver_journal.journal.planning import save_plan
from caregiver_journal.ui.page import Destination


def a_plan(writer: Driver, day: date | None = None) -> Plan:
    """Prepare a talk with everything that can be prepared."""
    plan = Plan(
        "Swap the Saturday shift",
        START,
        day,
        "Team lead",
        "work",
        "my own kind",
        "A weekday",
        "Saturday",
        "I can swap a weekday.",
        "That she is cross",
        65,
    )
    return save_plan(writer.journal, plan).plan


def go(writer: Driver, part: str) -> None:
    assert writer.window.shell is not None
    writer.window.shell.follow(Destination("boundary", part=part))


def moment(writer: Driver) -> Boundary:
    detail = writer.journal.entries.page(None, 1)[0][0].detail
    assert isinstance(detail, Boundary)
    return detail


def test_a_plan_becomes_its_moment_in_one_step(writer: Driver) -> None:
    plan = a_plan(writer)
    go(writer, f"plan:{plan.number}")
    assert writer.text("boundary.asked") == "Swap the Saturday shift"
    assert writer.sees("boundary.offer"), "what is filled is shown"
    writer.press("boundary.answer.other terms")
    writer.press("boundary.save")
    assert moment(writer) == Boundary(
        "Swap the Saturday shift",
        Answer.OTHER_TERMS,
        None,
        "Team lead",
        "work",
        "my own kind",
        (),
        "That she is cross",
        65,
        "A weekday",
        "Saturday",
        "I can swap a weekday.",
        follow_ups=(FollowUp(date(2026, 11, 21)),),
    )
    assert writer.journal.plans.all() == ()
    writer.keys("Ctrl+Z")
    assert writer.journal.plans.all() == (plan,)
    assert writer.journal.entries.count()[0] == 0


def test_a_talk_of_yesterday_was_yesterday(writer: Driver) -> None:
    plan = a_plan(writer, date(2026, 11, 19))
    go(writer, f"plan:{plan.number}")
    assert writer.find("boundary.when", QAbstractButton).text() == "Yesterday 12:00"
    writer.press("boundary.answer.no")
    writer.press("boundary.save")
    entry = writer.journal.entries.page(None, 1)[0][0]
    assert entry.happened == datetime(2026, 11, 19, 12, tzinfo=LONDON)


def test_a_changed_plan_is_read_again_until_something_is_written(writer: Driver) -> None:
    plan = a_plan(writer)
    go(writer, f"plan:{plan.number}")
    with writer.journal.writing(Topic.PLAN):
        writer.journal.plans.write(
            Plan("Swap the Sunday shift", START, asker="Team lead", number=plan.number)
        )
    go(writer, f"plan:{plan.number}")
    assert writer.text("boundary.asked") == "Swap the Sunday shift"
    writer.type_into("boundary.words", "No.")
    go(writer, f"plan:{plan.number}")
    assert writer.text("boundary.words") == "No."


def test_what_was_being_written_can_be_brought_back(writer: Driver) -> None:
    plan = a_plan(writer)
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "Something else")
    go(writer, f"plan:{plan.number}")
    assert writer.message() == "Not saved"
    writer.press("message.action")
    assert writer.text("boundary.asked") == "Something else"
    writer.press("boundary.answer.no")
    writer.press("boundary.save")
    assert len(writer.journal.plans.all()) == 1, "the plan is not what was saved"


def test_a_plan_begun_and_locked_still_ends_with_its_moment(writer: Driver) -> None:
    plan = a_plan(writer)
    go(writer, f"plan:{plan.number}")
    writer.type_into("boundary.words", "No.")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.keys("Ctrl+2")
    assert writer.text("boundary.words") == "", "a new one is another one"
    writer.keys("Escape")
    writer.press("waiting.1.action")
    assert writer.text("boundary.words") == "No."
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    assert writer.journal.plans.all() == ()


def test_a_plan_that_is_gone_is_said(writer: Driver) -> None:
    go(writer, "plan:99")
    assert writer.message()
    assert writer.page() == "boundary"
    assert writer.text("boundary.asked") == ""


def two_tries(writer: Driver) -> tuple[int, int, int]:
    """Return a step, its last try, and one of days before; neither has a moment."""
    step = add_step(writer.journal, Step("Say no to a small thing", 3)).number
    assert step is not None
    last = add_try(writer.journal, Try(step, START - timedelta(days=1), 4)).number
    before = add_try(writer.journal, Try(step, START - timedelta(days=3), 4)).number
    assert last is not None
    assert before is not None
    return step, last, before


def test_the_try_that_was_logged_gets_its_moment_and_no_other(writer: Driver) -> None:
    _step, last, before = two_tries(writer)
    go(writer, f"try:{before}")
    assert writer.text("boundary.asked") == "Say no to a small thing"
    writer.press("boundary.answer.no")
    writer.press("boundary.save")
    entry = writer.journal.entries.page(None, 1)[0][0]
    assert entry.happened == START - timedelta(days=3), "it was when the try was"
    tries = writer.journal.ladder
    assert [tries.try_at(number).entry_id for number in (last, before)] == ["", entry.id]
    writer.keys("Ctrl+Z")
    assert [tries.try_at(number).entry_id for number in (last, before)] == ["", ""]


def test_a_moment_begun_for_a_try_and_locked_still_belongs_to_it(writer: Driver) -> None:
    _step, last, before = two_tries(writer)
    go(writer, f"try:{before}")
    writer.type_into("boundary.words", "No.")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.press("waiting.1.action")
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    entry = writer.journal.entries.page(None, 1)[0][0]
    tries = writer.journal.ladder
    assert [tries.try_at(number).entry_id for number in (last, before)] == ["", entry.id]
