"""Somebody logs a boundary moment: in twenty seconds by keyboard, in full, and changes it later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider, QTimeEdit, QWidget
from support.builders import a_boundary, an_entry
from support.clock import START
from support.driver import Driver

from caregiver_journal.domain.boundary import (
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.preference import ASK_AGAIN
from caregiver_journal.journal.scripts import all_scripts
from caregiver_journal.ui.widgets.suggestions import Suggestions

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
ASKED = "Cover the Saturday shift"
MOST_KEYS = 12


class Counted:
    """A person at the keyboard alone, whose key strokes beside typed words are counted."""

    def __init__(self, writer: Driver) -> None:
        self.writer = writer
        self.count = 0

    def keys(self, *keys: str) -> None:
        self.writer.keys(*keys)
        self.count += len(keys)


def entry(writer: Driver) -> Entry:
    """Return the newest entry."""
    return writer.journal.entries.page(None, 1)[0][0]


def moment(writer: Driver) -> Boundary:
    """Return the newest boundary moment."""
    detail = entry(writer).detail
    assert isinstance(detail, Boundary)
    return detail


def slide(writer: Driver, name: str, share: float) -> None:
    """Click a slider at a share of its width."""
    slider = writer.find(f"{name}.slider", QSlider)
    place = slider.rect().center()
    place.setX(round(12 + (slider.width() - 24) * share))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def choose_limit(writer: Driver, row: int) -> None:
    """Choose a kind of limit with the mouse."""
    limit = writer.find("boundary.limit", QWidget)
    QTest.mouseClick(limit, Qt.MouseButton.LeftButton)
    offered = next(each for each in writer.window.findChildren(Suggestions) if each.isVisible())
    place = offered.visualItemRect(offered.item(row)).center()
    QTest.mouseClick(
        offered.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )


def fill_long(writer: Driver) -> None:
    """Fill the long form, which is open."""
    writer.type_into("boundary.setting", "ward 3")
    writer.type_into("boundary.minutes", "1:30")
    writer.type_into("boundary.feared", "She will be cross.")
    slide(writer, "boundary.belief", 0.7)
    slide(writer, "boundary.guilt_before", 0.3)
    assert not writer.sees("boundary.outcome"), "nothing came later yet"
    writer.press("boundary.planned")
    writer.type_into("boundary.offer", "A weekday")
    writer.type_into("boundary.cannot", "Saturdays")
    writer.type_into("boundary.respect", "I did not answer at once.")
    writer.type_into("boundary.next_time", "Ask for a day.")
    writer.type_into("boundary.note", "After the handover.")
    writer.type_into("boundary.tags.input", "ward")
    writer.press("boundary.for_session")


def is_chosen(writer: Driver, name: str) -> bool:
    return writer.find(name, QAbstractButton).isChecked()


def log_short(writer: Driver) -> None:
    """Log a moment with what is needed and nothing else."""
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", ASKED)
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")


# --- the short form -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letters", "answer"),
    [
        (("A",), Answer.GLADLY),
        (("A", "A"), Answer.AGAINST),
        (("B",), Answer.TIME),
        (("A", "A", "A"), Answer.PARTLY),
        (("O",), Answer.OTHER_TERMS),
        (("S",), Answer.NO),
        (("L",), Answer.LEFT),
        (("N",), Answer.LATER),
    ],
)
def test_the_short_form_takes_twelve_keys_at_most(
    writer: Driver, letters: tuple[str, ...], answer: Answer
) -> None:
    hands = Counted(writer)
    hands.keys("Ctrl+2")
    writer.type_here("Team lead")
    hands.keys("Tab", "Tab", "Tab")
    writer.type_here(ASKED)
    hands.keys("Tab", "N", "Tab", *letters, "Ctrl+Return")
    writer.wait_for_page("today")
    assert hands.count <= MOST_KEYS
    assert writer.message() == "Saved"
    assert moment(writer) == Boundary(
        ASKED, answer, Wanted.NO, "Team lead", follow_ups=(FollowUp(SATURDAY),)
    )
    assert entry(writer).day == FRIDAY


def test_arrows_choose_too(writer: Driver) -> None:
    writer.keys("Ctrl+2", "Tab", "Tab", "Tab")
    writer.type_here(ASKED)
    writer.keys("Tab", "Right", "Right", "Tab", "Right", "Ctrl+Return")
    assert (moment(writer).wanted, moment(writer).answer) == (Wanted.ELSE, Answer.AGAINST)


def test_what_is_needed_and_missing_is_said_beside_it(writer: Driver) -> None:
    writer.keys("Ctrl+2", "Ctrl+Return")
    assert writer.text("boundary.asked.problem") == "What was asked needs a few words."
    assert writer.sees("boundary.answer.problem")
    writer.type_here(ASKED)  # the keyboard is where the first of it is missing
    assert not writer.sees("boundary.asked.problem")
    writer.keys("Ctrl+Return", "S")
    assert not writer.sees("boundary.answer.problem")
    writer.keys("Ctrl+Return")
    assert moment(writer).answer is Answer.NO


def test_who_asked_is_completed_from_earlier_moments(writer: Driver) -> None:
    for asker in ("Team lead", "A client's mother"):
        writer.keys("Ctrl+2")
        writer.type_here(asker)
        writer.type_into("boundary.asked", ASKED)
        writer.press("boundary.answer.no")
        writer.keys("Ctrl+Return")
    writer.keys("Ctrl+2")
    writer.type_here("lea")
    offered = writer.window.findChildren(Suggestions)
    assert any(each.isVisible() for each in offered)
    writer.keys("Down", "Return")
    assert writer.text("boundary.asker") == "Team lead"
    writer.type_into("boundary.asker", "x")
    writer.keys("Backspace", "Down", "Down", "Escape")
    assert writer.page() == "boundary", "Escape closes what is offered, and nothing else"
    writer.keys("Escape")
    assert writer.page() == "today"


# --- in full --------------------------------------------------------------------------------------


def test_a_whole_moment_by_mouse(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asker", "Team lead")
    choose_limit(writer, 6)
    writer.type_into("boundary.asked", ASKED)
    writer.press("boundary.wanted.unsure")
    writer.press("boundary.answer.time")
    writer.press("boundary.pulls.guilt")
    writer.press("boundary.pulls.own")
    writer.type_here("the look on her face")
    writer.press("boundary.pulls.add")
    for part, share in (("guilt", 0.6), ("energy", 0.4), ("resentment", 0.1)):
        slide(writer, f"boundary.{part}", share)
    writer.type_into("boundary.words", "Let me look at my week.")
    writer.press("boundary.more")
    fill_long(writer)
    writer.press("boundary.ask.choice.in_3_days")
    assert "Ask again in 3 days" in writer.seen_texts()
    writer.press("boundary.save")
    writer.wait_for_page("today")
    saved = entry(writer)
    assert moment(writer) == Boundary(
        ASKED,
        Answer.TIME,
        Wanted.UNSURE,
        "Team lead",
        "ward 3",
        "role",
        ("guilt", "the look on her face"),
        "She will be cross.",
        70,
        "A weekday",
        "Saturdays",
        "Let me look at my week.",
        3,
        6,
        1,
        4,
        90,
        "I did not answer at once.",
        "Ask for a day.",
        follow_ups=(FollowUp(MONDAY),),
    )
    assert (saved.note, saved.tags, saved.for_session) == ("After the handover.", ("ward",), True)
    writer.keys("Ctrl+2")
    writer.wait_until_seen("boundary.pulls.the look on her face")
    assert not writer.sees("boundary.setting"), "the long form begins closed"


def test_the_setting_decides_when_it_is_asked_again(writer: Driver) -> None:
    writer.journal.set(ASK_AGAIN, "never")
    writer.keys("Ctrl+2")
    assert is_chosen(writer, "boundary.ask.choice.never")
    writer.press("boundary.ask.choice.never")
    assert is_chosen(writer, "boundary.ask.choice.never"), "exactly one is chosen"
    writer.keys("Escape")
    log_short(writer)
    assert moment(writer).follow_ups == ()


def test_words_are_found_for_it(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_into("boundary.words", "My own first.")
    writer.press("boundary.find_words")
    writer.wait_until_seen("words.search")
    writer.keys("Return")
    assert not writer.sees("words.search")
    first, *rest = writer.text("boundary.words").splitlines()
    assert first == "My own first."
    assert rest != [], "what was found stands below it"
    writer.press("boundary.find_words")
    writer.keys("Escape")
    assert writer.page() == "boundary"
    assert writer.text("boundary.words").splitlines() == [first, *rest]


# --- later ----------------------------------------------------------------------------------------


def test_a_moment_is_changed_from_the_journal(writer: Driver) -> None:
    log_short(writer)
    writer.clock.advance(days=2)
    writer.keys("Ctrl+J")
    writer.press("journal.edit")
    assert writer.page() == "boundary"
    assert writer.text("boundary.ask.earlier") == "Waits on Today, whenever you like"
    assert is_chosen(writer, "boundary.ask.choice.never"), "nothing more is asked by itself"
    writer.press("boundary.more")
    writer.type_into("boundary.outcome", "She found somebody.")
    slide(writer, "boundary.came_true", 0)
    writer.press("boundary.relationship.same")
    writer.press("boundary.ask.choice.tomorrow")
    writer.press("boundary.save")
    writer.wait_for_page("journal")
    saved = moment(writer)
    assert (saved.outcome, saved.came_true) == ("She found somebody.", 0)
    assert saved.relationship is Relationship.SAME
    assert saved.follow_ups == (FollowUp(SATURDAY), FollowUp(MONDAY))
    writer.keys("Ctrl+Z")
    assert moment(writer) == Boundary(ASKED, Answer.NO, follow_ups=(FollowUp(SATURDAY),))


def test_undo_takes_a_new_moment_back(writer: Driver) -> None:
    log_short(writer)
    writer.keys("Ctrl+Z")
    assert writer.journal.entries.count()[0] == 0


def test_what_was_begun_waits_on_today_and_survives_a_lock(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_here("Team lead")
    writer.type_into("boundary.asked", ASKED)
    writer.press("boundary.pulls.own")
    writer.type_here("half a wo")
    writer.press("boundary.ask.choice.never")
    writer.press("boundary.more")
    writer.type_into("boundary.minutes", "much")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert "A boundary moment, not finished" in writer.seen_texts()
    writer.press("waiting.1.action")
    writer.wait_for_page("boundary")
    assert writer.text("boundary.asked") == ASKED
    assert is_chosen(writer, "boundary.pulls.half a wo")
    assert is_chosen(writer, "boundary.ask.choice.never")
    assert writer.text("boundary.minutes") == "much"
    writer.press("boundary.answer.left")
    writer.keys("Ctrl+Return")
    assert writer.text("boundary.minutes.problem").startswith("Minutes are a whole number")
    writer.type_into("boundary.minutes", "5")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")
    assert (moment(writer).minutes, moment(writer).follow_ups) == (5, ())


def test_what_was_put_away_is_brought_back(writer: Driver) -> None:
    log_short(writer)
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "Something new")
    writer.keys("Ctrl+J", "F2")
    assert writer.text("boundary.asked") == ASKED
    assert writer.message() == "Not saved"
    writer.press("message.action")
    assert writer.text("boundary.asked") == "Something new"
    writer.press("boundary.cancel")
    writer.press("message.action")
    assert writer.text("boundary.asked") == "Something new"


def test_what_was_felt_then_is_asked_for_as_then(writer: Driver) -> None:
    def names() -> list[str]:
        seen = writer.seen_texts()
        heard = [writer.find(f"boundary.{part}", QWidget) for part in ("guilt", "resentment")]
        names = [each.accessibleName() for each in heard]
        assert set(names) <= set(seen), "what is heard is what is seen"
        return names

    writer.keys("Ctrl+2")
    assert names() == ["Guilt now", "Resentment now"]
    writer.press("boundary.when")
    writer.press("boundary.when.popover.yesterday")
    writer.press("boundary.when.popover.done")
    assert names() == ["Guilt then", "Resentment then"]
    writer.press("boundary.cancel")
    log_short(writer)
    writer.keys("Ctrl+J", "F2")
    assert names() == ["Guilt then", "Resentment then"]
    writer.keys("Ctrl+2")
    assert names() == ["Guilt now", "Resentment now"]


def test_the_form_names_the_kind_of_limit_as_all_do_and_foretells_nothing(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    assert writer.find("boundary.limit", QWidget).accessibleName() == "Kind of limit"
    assert "Asking on Today lets you see how it feels by then." in writer.seen_texts()
    assert not any("shrinks" in text for text in writer.seen_texts())


# --- what cannot be -------------------------------------------------------------------------------


def test_a_moment_that_has_not_come_is_refused_at_the_field(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", ASKED)
    writer.press("boundary.answer.no")
    writer.press("boundary.when")
    clock = writer.find("boundary.when.popover.time", QTimeEdit)
    clock.setTime(clock.time().addSecs(3600))
    writer.press("boundary.when.popover.done")
    writer.keys("Ctrl+Return")
    assert writer.page() == "boundary"
    assert "not come yet" in writer.text("boundary.when.problem")


def test_a_name_that_is_too_long_is_refused_and_kept(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_here("team " * 20)
    writer.type_into("boundary.limit", "x" * 700)
    writer.type_into("boundary.asked", ASKED)
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    assert writer.text("boundary.asker.problem") == "This has at most 60 characters."
    assert writer.sees("boundary.limit.problem")
    assert writer.text("boundary.asker") == "team " * 20
    writer.type_here("")
    assert writer.find("boundary.asker", QWidget).hasFocus()


def test_a_moment_cannot_move_behind_its_answer(writer: Driver) -> None:
    log_short(writer)
    writer.clock.advance(days=1)
    first = entry(writer)
    answered = FollowUp(SATURDAY, writer.clock(), 2)
    detail = Boundary(ASKED, Answer.NO, follow_ups=(answered,))
    with writer.journal.writing(first.kind):
        writer.journal.entries.change(replace(first, detail=detail))
    writer.clock.advance(days=1)
    writer.keys("Ctrl+J", "F2")
    assert writer.text("boundary.ask.earlier") == "Guilt: 2 of 10, yesterday at 17:52"
    writer.press("boundary.when")
    writer.press("boundary.when.popover.now")
    writer.press("boundary.save")
    assert writer.page() == "boundary"
    assert "after the moment itself" in writer.text("boundary.when.problem")
    assert entry(writer).happened == first.happened


def test_an_answer_given_meanwhile_is_not_lost(writer: Driver) -> None:
    log_short(writer)
    writer.keys("Ctrl+J", "F2")
    writer.type_into("boundary.words", "No, thank you.")
    writer.clock.advance(days=1)
    first = entry(writer)
    answered = FollowUp(SATURDAY, writer.clock(), 1)
    with writer.journal.writing(first.kind):
        detail = Boundary(ASKED, Answer.NO, follow_ups=(answered,))
        writer.journal.entries.change(replace(first, detail=detail))
    assert writer.text("boundary.ask.earlier") == "Guilt: 1 of 10, today at 17:52"
    writer.press("boundary.save")
    writer.wait_for_page("journal")
    assert moment(writer).follow_ups == (answered,)
    assert moment(writer).words == "No, thank you."


def test_words_of_a_moment_are_kept_among_the_phrases(writer: Driver) -> None:
    said = "I can swap a weekday."
    writer.journal.add(an_entry(mood=a_boundary(words=said)))
    writer.journal.add(an_entry("nothing was said", START - timedelta(hours=1), mood=a_boundary()))
    writer.keys("Ctrl+J")
    writer.press("journal.keep")
    assert writer.message() == "Kept among your words."
    assert said in [script.text for script in all_scripts(writer.journal) if script.is_own]
    writer.press("journal.keep")
    assert writer.message() == "These words are among yours already."
    writer.keys("Ctrl+J", "Down")
    assert not writer.sees("journal.keep")
