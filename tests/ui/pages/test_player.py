"""The player in the window: it ends on time, is left anywhere, and loses nothing that was done."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from support.content import Harm, harm
from support.driver import Driver
from support.looking import keyboard, settle
from support.practices import let_run, open_exercise, player_of, practices, practised

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.preference import PACE_IN, PACE_OUT, PACER
from caregiver_journal.journal.exercising import add_exercise, delete_exercise, find_exercise
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.practising import PLAYER
from caregiver_journal.store.entries import EntryStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.theme import set_still

__all__ = ["harm"]


@pytest.mark.parametrize(
    ("exercise", "minutes", "tick"),
    [("paced-breathing", 3, 0.5), ("grounding", 2, 1.9), ("body-scan", 5, 1.3)],
)
def test_a_timed_version_ends_within_two_seconds_of_its_length(
    writer: Driver, exercise: str, minutes: int, tick: float
) -> None:
    player = open_exercise(writer, exercise)
    player.beginning.choose(minutes)
    player.begin()
    passed = 0.0
    while not player.playing.is_over and passed < 3_600:
        let_run(writer, tick, tick=tick)
        passed += tick
    assert abs(passed - minutes * 60) < 2
    player.stop()
    (practice,) = practices(writer)
    assert (practice.seconds, practice.minutes) == (minutes * 60, minutes)
    assert practice.is_whole


@pytest.mark.parametrize("exercise", ["letter", "soften-soothe-allow"])
def test_escape_leaves_it_at_any_step_with_the_done_part_kept(
    writer: Driver, exercise: str
) -> None:
    steps = find_exercise(exercise).version()
    for place in range(1, len(steps), 2):
        player = open_exercise(writer, exercise)
        player.begin()
        for _step in range(place):
            player.next()
        writer.keys("Escape")
        settle()
        writer.clock.advance(minutes=1)
        assert practices(writer)[0].steps_done == place
        assert writer.message().startswith("Stopped. ")
        assert not writer.sees("player")
    assert len(practices(writer)) == len(steps) // 2


def test_what_was_only_begun_for_a_while_is_kept_too(writer: Driver) -> None:
    open_exercise(writer, "body-scan").begin()
    let_run(writer, 12)
    writer.press("player.stop")
    assert writer.message() == "Stopped. What you did is kept."
    assert practices(writer)[0].seconds == 12


def test_going_elsewhere_keeps_it_at_its_step(writer: Driver) -> None:
    player = open_exercise(writer, "body-scan")
    player.beginning.choose(15)
    player.begin()
    player.next()
    writer.keys("Ctrl+J")
    settle()
    assert practices(writer) == []
    assert list(writer.journal.drafts.read(PLAYER)) == ["body-scan"]
    writer.keys("Ctrl+4")
    settle()
    assert "Not finished; it waits where you left it" in writer.seen_texts()
    writer.press("practice.card.body-scan.begin")
    settle()
    assert player_of(writer).playing.is_paused
    assert writer.text("player.step").startswith("Body scan · step 2 of ")
    writer.keys("Space")
    let_run(writer, 3)
    writer.keys("Escape")
    assert practices(writer)[0].minutes == 15
    assert writer.journal.drafts.read(PLAYER) == {}


def test_from_its_support_card_one_goes_to_the_page_of_the_card(writer: Driver) -> None:
    open_exercise(writer, "grounding").begin()
    let_run(writer, 12)
    writer.press("player.support")
    writer.press("support_sheet.change")
    writer.wait_for_page("support")
    assert list(writer.journal.drafts.read(PLAYER)) == ["grounding"]
    assert not writer.sees("player")


def test_where_it_cannot_be_kept_nothing_is_lost(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_exercise(writer, "end-of-shift")
    player.begin()
    player.step.field.setPlainText("The ward round.")
    with monkeypatch.context() as full:

        def refuse(*_arguments: object) -> None:
            raise DiskFullError

        full.setattr(EntryStore, "add", refuse)
        writer.keys("Escape")
        assert writer.sees("player.problem")
        assert writer.text("player.field") == "The ward round."
        assert writer.sees("player.drop")
    writer.keys("Escape")
    settle()
    assert practices(writer)[0].words == ("The ward round.",)


def test_one_may_leave_without_keeping_what_cannot_be_kept(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_exercise(writer, "end-of-shift")
    player.begin()
    player.next()

    def refuse(*_arguments: object, **_named: object) -> None:
        raise DiskFullError

    player.store_draft()
    with monkeypatch.context() as full:
        full.setattr(EntryStore, "add", refuse)
        writer.keys("Escape")
        writer.press("player.drop")
    settle()
    assert not writer.sees("player")
    assert practices(writer) == []
    assert writer.journal.drafts.read(PLAYER) == {}


def test_what_cannot_even_be_given_up_is_told(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_exercise(writer, "end-of-shift")
    player.begin()
    player.next()

    def refuse(*_arguments: object, **_named: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as full:
        full.setattr(Journal, "writing", refuse)
        writer.keys("Escape")
        writer.press("player.drop")
    settle()
    assert not writer.sees("player")
    assert writer.message().startswith("The disk is full")


def test_the_circle_follows_the_pace_that_was_set(writer: Driver) -> None:
    writer.journal.set(PACE_IN, 3)
    writer.journal.set(PACE_OUT, 5)
    player = open_exercise(writer, "paced-breathing")
    player.begin()
    player.next()
    assert writer.sees("player.pacer")
    assert player.step.pacer.words() == "breathe in"
    let_run(writer, 3)
    assert player.step.pacer.words() == "breathe out"
    let_run(writer, 5)
    assert player.step.pacer.words() == "breathe in"
    writer.press("player.circle")
    assert not writer.sees("player.pacer")
    player.stop()


@pytest.mark.parametrize(("wish", "seen"), [("off", False), ("always", True), ("steps", True)])
def test_the_circle_comes_where_it_is_wished(writer: Driver, wish: str, seen: bool) -> None:
    writer.journal.set(PACER, wish)
    player = open_exercise(writer, "paced-breathing")
    player.begin()
    assert writer.sees("player.pacer") == seen
    writer.press("player.circle")
    assert writer.sees("player.pacer") == (not seen)
    player.stop()


@pytest.mark.parametrize(("wish", "seen"), [("always", True), ("steps", False)])
def test_an_exercise_without_breath_offers_no_circle_to_breathe_with(
    writer: Driver, wish: str, seen: bool
) -> None:
    writer.journal.set(PACER, wish)
    player = open_exercise(writer, "body-scan")
    player.begin()
    assert writer.sees("player.pacer") == seen
    assert writer.sees("player.circle") == seen
    player.stop()
    own_player = open_exercise(writer, own(writer).id)
    own_player.begin()
    assert writer.sees("player.circle"), "what somebody wrote themselves may be about breath"
    own_player.stop()


def test_the_still_circle_changes_its_words_only(writer: Driver, app: QApplication) -> None:
    player = open_exercise(writer, "paced-breathing")
    player.begin()
    player.next()
    pacer = player.step.pacer
    pictures = []
    for second in (0.5, 2.0, 4.5):
        pacer.show_second(second)
        pictures.append(pacer.grab().toImage())
    assert pictures[0] == pictures[1], "where less motion is wished nothing grows"
    assert pictures[1] != pictures[2]
    set_still(app, still=False)
    pacer.show_second(0.5)
    first = pacer.grab().toImage()
    pacer.show_second(2.0)
    assert first != pacer.grab().toImage()
    set_still(app, still=True)
    player.stop()


def test_a_draft_of_an_exercise_that_changed_meanwhile_is_read_all_the_same(
    writer: Driver,
) -> None:
    draft = {"begun": True, "minutes": 99, "place": 500, "done": ["x", 0], "texts": 3, "note": 1}
    writer.journal.save_draft(PLAYER, {"paced-breathing": draft, "gone": {"place": 1}})
    player = open_exercise(writer, "paced-breathing")
    assert player.playing.place == len(player.playing.steps) - 1
    assert player._left.minutes == 1
    player.stop()
    assert list(writer.journal.drafts.read(PLAYER)) == ["gone"]
    go_on_with(writer, "gone")
    assert writer.message() == "There is no such exercise."
    assert writer.journal.drafts.read(PLAYER) == {}, "it waits no more"


def go_on_with(person: Driver, exercise_id: str) -> None:
    """Go where an exercise that waits on Today leads."""
    assert person.window.shell is not None
    person.window.shell.go_to(Destination("practice", part=f"exercise:{exercise_id}"))
    settle()


def own(person: Driver) -> Exercise:
    """Have an exercise of one's own."""
    steps = (Step("Look out."), Step("Name one thing."))
    return add_exercise(person.journal, Exercise("", "Window", steps=steps))


def test_what_was_begun_of_an_exercise_that_was_deleted_is_kept(writer: Driver) -> None:
    exercise = own(writer)
    player = open_exercise(writer, exercise.id)
    player.begin()
    player.next()
    player.next()
    player.ending.note.setPlainText("A gull on the roof.")
    writer.keys("Ctrl+J")
    draft = writer.journal.drafts.read(PLAYER)
    delete_exercise(writer.journal, exercise.id)
    open_exercise(writer, "grounding").begin()
    let_run(writer, 12)
    writer.keys("Ctrl+J")
    begun = writer.journal.drafts.read(PLAYER)
    assert begun[exercise.id] == draft[exercise.id], "bringing it back would find it"
    writer.clock.advance(hours=2)
    go_on_with(writer, exercise.id)
    assert writer.message().endswith("What you did of it is kept in the Journal.")
    ((entry, practice),) = practised(writer)
    assert (practice.title, practice.steps_done, practice.steps) == ("Window", 2, 2)
    assert entry.note == "A gull on the roof."
    assert entry.happened < writer.clock()
    assert list(writer.journal.drafts.read(PLAYER)) == ["grounding"]
    writer.keys("Ctrl+Z")
    assert practices(writer) == []
    assert writer.journal.drafts.read(PLAYER) == begun


def test_a_broken_content_file_takes_no_draft_with_it(writer: Driver, harm: Harm) -> None:
    exercise = own(writer)
    player = open_exercise(writer, "letter")
    player.begin()
    player.next()
    player.step.field.setPlainText("Dear me, half a letter")
    writer.keys("Ctrl+J")
    harm.put("exercises.toml", b"= broken\n")
    open_exercise(writer, exercise.id).begin()
    let_run(writer, 12)
    writer.keys("Ctrl+J")
    assert set(writer.journal.drafts.read(PLAYER)) == {"letter", exercise.id}


def test_what_is_left_without_keeping_it_waits_nowhere(writer: Driver) -> None:
    player = open_exercise(writer, "grounding")
    player.beginning.ratings.distress.set_value(7)
    player.beginning.changed.emit()
    player.store_draft()
    player.beginning.ratings.distress.set_value(None)
    player.beginning.changed.emit()
    writer.keys("Escape")
    settle()
    assert not writer.sees("player")
    assert writer.journal.drafts.read(PLAYER) == {}


def test_a_broken_content_file_says_so_on_the_page(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ContentError("exercises.toml, line 30: a text is missing")

    monkeypatch.setattr("caregiver_journal.ui.pages.practice.page.offered", refuse)
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("practice"))
    settle()
    assert sum("exercises.toml, line 30" in text for text in writer.seen_texts()) == 2
    writer.keys("Ctrl+T")
    assert writer.page() == "today"


def test_what_cannot_be_written_can_be_practised_and_is_not_kept(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_exercise(writer, "grounding")
    player.begin()
    player.next()
    monkeypatch.setattr(type(writer.journal), "is_read_only", property(lambda _self: True))
    writer.keys("Escape")
    settle()
    assert not writer.sees("player")
    assert "nothing was kept" in writer.message()


def test_before_it_begins_it_says_that_nothing_can_be_kept(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = open_exercise(writer, "letter")
    earlier.begin()
    earlier.next()
    earlier.step.field.setPlainText("Kept earlier.")
    writer.keys("Ctrl+J")
    kept = writer.journal.drafts.read(PLAYER)
    monkeypatch.setattr(type(writer.journal), "is_read_only", property(lambda _self: True))
    open_exercise(writer, "end-of-shift")
    assert "nothing of this can be kept" in writer.text("player.unkept")
    assert not writer.sees("player.before.distress")
    writer.keys("Return")
    settle()
    assert writer.sees("player.unkept_words")
    assert not writer.sees("player.field")
    writer.keys("Right", "Right", "Right", "Right")
    settle()
    assert not writer.sees("player.note")
    assert writer.find("player.save", QPushButton).text().startswith("Done")
    writer.keys("Ctrl+Return")
    settle()
    assert "nothing was kept" in writer.message()
    player = open_exercise(writer, "letter")
    assert (writer.text("player.field"), player.step.field.isReadOnly()) == ("Kept earlier.", True)
    writer.keys("Escape")
    assert writer.journal.drafts.read(PLAYER) == kept


def test_a_letter_asks_once_when_it_comes_back(writer: Driver) -> None:
    for wish in (None, "week"):
        player = open_exercise(writer, "letter")
        player.begin()
        while not player.playing.is_over:
            if player.playing.shown.step.write:
                player.step.field.setPlainText("A word.")
            player.next()
        writer.keys("Ctrl+Return")
        assert writer.sees("player.back_on.question")
        assert keyboard().objectName().startswith("player.back_on.choice.")
        if wish:
            writer.press(f"player.back_on.choice.{wish}")
        writer.keys("Ctrl+Return")
        settle()
        assert not writer.sees("player")
        writer.clock.advance(minutes=1)
    assert [practice.back_on is None for practice in practices(writer)] == [False, True]


def test_resuming_keeps_what_was_said(writer: Driver) -> None:
    player = open_exercise(writer, "letter")
    player.beginning.ratings.distress.set_value(4)
    player.beginning.changed.emit()
    player.begin()
    while not player.playing.is_over:
        if player.playing.shown.step.write:
            player.step.field.setPlainText("A word.")
        player.next()
    player.ending.ratings.kindness.set_value(6)
    player.ending.note.setPlainText("Rain outside.")
    writer.press("player.back_on.choice.month")
    before = player._left
    writer.keys("Ctrl+J")
    settle()
    again = open_exercise(writer, "letter")
    assert again._left == replace(before, playing=again.playing)
    assert again.playing.is_over
    assert writer.text("player.note") == "Rain outside."
    again.stop()
    (practice,) = practices(writer)
    assert (practice.distress_before, practice.kindness_after) == (4, 6)
    assert practice.waits
