"""Practising as somebody does it who has a keyboard and five minutes."""

from datetime import timedelta

from PySide6.QtWidgets import QPushButton
from support.driver import Driver
from support.looking import keyboard, settle
from support.practices import let_run, open_exercise, player_of, practices, practised

from caregiver_journal.domain.playing import GAP
from caregiver_journal.ui.pages.practice.page import PracticePage


def cards(person: Driver) -> list[str]:
    """Return the titles of the exercises that are shown."""
    page = person.find("page.practice", PracticePage)
    return [card.exercise.title for card in page._cards]


def test_an_exercise_from_beginning_to_end_by_keyboard_alone(writer: Driver) -> None:
    writer.keys("Ctrl+4")
    settle()
    assert keyboard().accessibleName() == "Begin: Self-compassion break"
    writer.keys("Right", "Right", "Down", "Left", "Left", "Up", "Return")
    settle()
    assert writer.text("player.title") == "Self-compassion break"
    assert any("Begin with something mild" in text for text in writer.seen_texts())
    assert any(text.startswith("Instead of breath: the sounds") for text in writer.seen_texts())
    player_of(writer).beginning.ratings.distress.setFocus()
    writer.keys("6", "Return")
    settle()
    assert writer.text("player.step") == "Self-compassion break · step 1 of 5"
    assert writer.text("player.time") == "0:12 left in this step · 1:00 in all"
    let_run(writer, 5)
    writer.keys("Space")
    assert writer.text("player.time") == "Paused · 0:07 left in this step · 0:55 in all"
    let_run(writer, 30)
    assert writer.text("player.time") == "Paused · 0:07 left in this step · 0:55 in all"
    writer.keys("Space")
    let_run(writer, 7)
    assert writer.text("player.step") == "Self-compassion break · step 2 of 5"
    writer.keys("Right")
    assert writer.text("player.words").startswith("Elsewhere today")
    assert writer.sees("player.pacer")
    writer.keys("Left")
    assert writer.text("player.time") == "0:12 left in this step · 0:48 in all"
    let_run(writer, 48)
    settle()
    assert "How is it now?" in writer.seen_texts()
    say_how_it_is_now(writer)
    ((entry, practice),) = practised(writer)
    assert (practice.seconds, practice.minutes, practice.is_whole) == (60, 1, True)
    assert (practice.distress_before, practice.distress_after) == (6, 4)
    assert entry.note == "In the linen cupboard."
    assert keyboard().accessibleName() == "Begin: Self-compassion break"
    writer.keys("Ctrl+Z")
    assert practices(writer) == []


def say_how_it_is_now(writer: Driver) -> None:
    """Rate distress, write a line, and save."""
    player_of(writer).ending.ratings.distress.setFocus()
    writer.keys("4")
    assert not writer.sees("player.rise")
    writer.type_into("player.note", "In the linen cupboard.")
    writer.keys("Ctrl+Return")
    settle()
    assert writer.message() == "Saved"
    assert writer.page() == "practice"


def test_escape_keeps_what_was_done_and_nothing_of_a_look(writer: Driver) -> None:
    writer.keys("Ctrl+4", "Return")
    settle()
    writer.keys("Escape")
    settle()
    assert (practices(writer), writer.message()) == ([], "")
    writer.keys("Return", "Return")
    let_run(writer, 3)
    writer.keys("Escape")
    settle()
    assert (practices(writer), writer.message()) == ([], "Stopped; nothing to keep yet.")
    writer.keys("Return", "Return", "Right", "Right")
    let_run(writer, 4)
    writer.keys("Escape")
    settle()
    assert writer.message() == "Stopped. 2 of 5 steps are kept."
    (practice,) = practices(writer)
    assert (practice.steps_done, practice.steps, practice.seconds) == (2, 5, 4)
    writer.keys("Ctrl+J")
    assert writer.titles("journal.entries") == ["Practice · Self-compassion break · in part"]


def test_who_comes_for_one_exercise_goes_back_to_where_they_were(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    open_exercise(writer, "grounding")
    writer.keys("Escape")
    assert writer.page() == "reflect"
    writer.keys("Escape")
    assert writer.page() == "today", "and from there to where they were before that"
    open_exercise(writer, "three-lines")
    writer.keys("Return", "Ctrl+Return", "Ctrl+4")
    assert writer.page() == "practice", "elsewhere is where they went themselves"
    open_exercise(writer, "grounding")
    writer.keys("Escape")
    assert writer.page() == "practice", "it was found here"


def test_a_letter_is_written_left_found_again_and_comes_back(writer: Driver) -> None:
    writer.keys("Ctrl+K")
    writer.type_here("practice")
    writer.keys("Return")
    settle()
    writer.press("practice.card.letter.begin")
    settle()
    writer.keys("Return")
    assert not writer.sees("player.pause"), "one takes one's own time"
    writer.keys("Space")
    settle()
    writer.type_here("I snapped at her")
    writer.keys("Left", "Left", "Left")
    writer.type_here("(twice) ")
    assert writer.text("player.field") == "I snapped at (twice) her"
    writer.keys("Ctrl+L")
    writer.unlock()
    assert any("at step 2 of 6" in text for text in writer.seen_texts())
    writer.press("waiting.1.action")
    settle()
    assert writer.text("player.field") == "I snapped at (twice) her"
    writer.keys("Ctrl+Return", "Ctrl+Return")
    settle()
    writer.type_here("You were tired.")
    writer.keys("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    settle()
    assert "When shall it come back to be read again?" in writer.seen_texts()
    writer.press("player.back_on.choice.week")
    writer.keys("Ctrl+Return")
    settle()
    (practice,) = practices(writer)
    assert practice.words == ("I snapped at (twice) her", "You were tired.")
    assert practice.back_on == (writer.clock() + timedelta(days=7)).date()
    assert writer.page() == "today", "where it was gone on with"
    writer.keys("Ctrl+4")
    settle()
    assert "One letter waits to be read again" in writer.seen_texts()
    read_the_letter_again(writer)


def read_the_letter_again(writer: Driver) -> None:
    """Find it on Today when its day has come, read it, and take that back."""
    writer.clock.advance(days=7)
    writer.keys("Ctrl+T")
    assert "A letter from you waits" in writer.seen_texts()
    writer.press("waiting.1.action")
    writer.wait_for_page("journal")
    settle()
    assert "You were tired." in writer.seen_texts()
    assert writer.message() == "It waits no more"
    writer.keys("Ctrl+T")
    assert "A letter from you waits" not in writer.seen_texts()
    writer.keys("Ctrl+Z")
    assert "A letter from you waits" in writer.seen_texts()


def test_after_a_rise_something_steadying_is_offered(writer: Driver) -> None:
    writer.keys("Ctrl+4")
    settle()
    writer.press("practice.card.end-of-shift.begin")
    settle()
    player_of(writer).beginning.ratings.distress.setFocus()
    writer.keys("3", "Return")
    writer.keys(*("Ctrl+Return",) * 4)
    settle()
    player_of(writer).ending.ratings.distress.setFocus()
    writer.keys("5")
    assert writer.sees("player.rise")
    writer.press("player.rise.support")
    settle()
    assert writer.sees("support_sheet")
    writer.keys("Escape")
    settle()
    offered = writer.find("player.grounding", QPushButton).text()
    writer.press("player.grounding")
    settle()
    assert writer.text("player.title") == "Five things around you"
    assert offered == f"{writer.text('player.title')}, 2 minutes"
    (practice,) = practices(writer)
    assert practice.has_risen
    writer.keys("Escape")


def test_it_waits_while_the_support_card_is_read_and_stops_where_one_likes(
    writer: Driver,
) -> None:
    writer.keys("Ctrl+4", "Return", "Return")
    settle()
    let_run(writer, 11)
    writer.keys("F8")
    settle()
    assert writer.sees("support_sheet")
    let_run(writer, 40)
    writer.keys("Escape")
    settle()
    assert not writer.sees("support_sheet")
    assert writer.text("player.time") == "Paused · 0:01 left in this step · 0:49 in all"
    assert keyboard().accessibleName() == "Go on · Space"
    writer.press("player.stop")
    assert writer.message() == "Stopped. What you did is kept."
    assert [practice.seconds for practice in practices(writer)] == [11]


def test_what_covers_it_pauses_it_and_so_does_sleep(writer: Driver) -> None:
    writer.keys("Ctrl+4", "Return", "Return")
    settle()
    let_run(writer, 4)
    writer.keys("F8")
    settle()
    assert player_of(writer).playing.is_paused
    writer.keys("Escape", "Space")
    assert not player_of(writer).playing.is_paused
    writer.keys("F9")
    assert writer.is_covered()
    writer.keys("F9")
    assert player_of(writer).playing.is_paused
    writer.keys("Space")
    let_run(writer, GAP + 1, tick=GAP + 1)
    assert player_of(writer).playing.is_paused
    assert player_of(writer).playing.seconds == 4
    writer.keys("Escape")


def test_what_is_written_in_ones_own_time_is_never_paused(writer: Driver) -> None:
    player = open_exercise(writer, "letter")
    player.begin()
    player.next()
    let_run(writer, 60)
    writer.keys("F8", "Escape")
    let_run(writer, 120, tick=5)
    writer.keys("F9")
    let_run(writer, 60, tick=5)
    writer.keys("F9")
    assert not any("Paused" in text for text in writer.seen_texts())
    assert player.playing.seconds == 180, "nobody writes under the cover"
    writer.keys("Ctrl+J")
    player = open_exercise(writer, "letter")
    let_run(writer, 60)
    assert player.playing.seconds == 240
    writer.keys("Escape")
    assert practices(writer)[0].seconds == 240


def test_a_running_exercise_counts_as_somebody_being_there(writer: Driver) -> None:
    writer.keys("Ctrl+4")
    settle()
    writer.press("practice.card.body-scan.begin")
    settle()
    writer.press("player.length.15")
    writer.press("player.begin")
    settle()
    starts = writer.starts
    let_run(writer, 12 * 60, tick=5)
    assert writer.starts == starts
    assert player_of(writer).playing.left == 3 * 60
    writer.keys("Space")
    writer.let_pass(6)
    assert writer.starts == starts + 1, "a pause is left alone for no longer than anything else"


def test_favourites_and_hidden_ones_survive_a_restart(writer: Driver) -> None:
    writer.keys("Ctrl+4")
    settle()
    writer.press("practice.card.body-scan.more")
    writer.press("practice.card.body-scan.more.favourite")
    settle()
    writer.press("practice.card.critic.more")
    writer.press("practice.card.critic.more.hide")
    settle()
    assert "Talking with the critic" not in cards(writer)
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.keys("Ctrl+4")
    settle()
    assert "Talking with the critic" not in cards(writer)
    writer.press("practice.filter.favourites")
    settle()
    assert cards(writer) == ["Body scan"]
    writer.press("practice.filter.all")
    writer.press("practice.hidden")
    settle()
    assert cards(writer)[-1] == "Talking with the critic"
    writer.press("practice.card.critic.more")
    writer.press("practice.card.critic.more.hide")
    settle()
    assert not writer.sees("practice.hidden")


def test_an_exercise_of_ones_own(writer: Driver) -> None:
    writer.keys("Ctrl+4")
    settle()
    writer.press("practice.add")
    settle()
    writer.keys("Ctrl+Return")
    assert "This needs a title." in writer.seen_texts()
    writer.type_into("practice.own.title", "Window")
    writer.type_into("practice.own.minutes", "soon")
    writer.keys("Ctrl+Return")
    assert any(text.startswith("Minutes are a whole number") for text in writer.seen_texts())
    writer.type_into("practice.own.minutes", "2")
    writer.type_into("practice.own.steps", "Look out.")
    writer.keys("Return", "Return")
    writer.type_here("Name one thing.")
    assert writer.text("practice.own.count") == "2 steps"
    writer.keys("Ctrl+Return")
    settle()
    assert cards(writer)[0] == "Window"
    practise_own(writer)


def practise_own(writer: Driver) -> None:
    """Go through one's own exercise, delete it, bring it back, and change what was done."""
    (own,) = writer.journal.exercises.own()
    writer.press(f"practice.card.{own.id}.begin")
    settle()
    writer.keys("Return")
    assert writer.text("player.time") == "1:00 left in this step · 2:00 in all"
    let_run(writer, 120, tick=4)
    writer.keys("Ctrl+Return")
    settle()
    (practice,) = practices(writer)
    assert (practice.exercise, practice.title, practice.seconds) == (own.id, "Window", 120)
    writer.press(f"practice.card.{own.id}.more")
    writer.press(f"practice.card.{own.id}.more.delete")
    settle()
    assert "Window" not in cards(writer)
    writer.keys("Ctrl+Z")
    settle()
    assert cards(writer)[0] == "Window"
    writer.press(f"practice.card.{own.id}.used")
    writer.wait_for_page("journal")
    settle()
    assert writer.titles("journal.entries") == ["Practice · Window"]
    writer.press("journal.edit")
    writer.wait_for_page("practised")
    settle()
    assert keyboard().objectName() == "practised.distress_before.slider"
    writer.keys("7", "Ctrl+Return")
    settle()
    (practice,) = practices(writer)
    assert practice.distress_before == 7
