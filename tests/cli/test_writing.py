"""Reflections and exercises are written from the command line, and shown there."""

import pytest
from support.builders import a_practice, a_reflection
from support.journals import Place
from support.terminal import Answer, Terminal

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written


def log(terminal: Terminal, place: Place, kind: str, *options: object, said: str = "") -> Answer:
    named = ("log", kind, "--journal", place.folder)
    return terminal.run(*named, *options, stdin=said.encode("utf-8"))


def only_entry(place: Place) -> Entry:
    (entry,), _more = place.open().entries.page(None, 5)
    place.close()
    return entry


def test_free_writing_needs_no_more_than_its_text(terminal: Terminal, place: Place) -> None:
    answer = log(terminal, place, "reflection", "--text", "I would have gone home.")
    assert (answer.code, answer.out, answer.err) == (0, "Saved: Today 17:52.\n", "")
    assert only_entry(place).detail == a_reflection("I would have gone home.")


def test_a_reflection_takes_everything_it_can_have(terminal: Terminal, place: Place) -> None:
    answer = log(
        *(terminal, place, "reflection", "--form", "thought", "--text", "The meeting"),
        *("--part", "thought=They = tired of me", "--part", "kinder=-", "--question", "Why?"),
        *("--belief-before", 80, "--belief-after", 0, "--tags", "team", "--note", "late"),
        said="They were tired.\n",
    )
    assert answer.code == 0
    entry = only_entry(place)
    assert (entry.tags, entry.note) == (("team",), "late")
    assert entry.detail == Reflection(
        Form.THOUGHT,
        (
            Written("situation", "The meeting"),
            Written("thought", "They = tired of me"),
            Written("kinder", "They were tired."),
        ),
        "Why?",
        belief_before=80,
        belief_after=0,
    )


def test_worries_are_sorted_by_their_options(terminal: Terminal, place: Place) -> None:
    log(
        *(terminal, place, "reflection", "--form", "sorter", "--mine", "The rota"),
        *("--mine", "My sleep", "--nobody", "The weather"),
    )
    worries = (
        Worry("The rota", Whose.MINE),
        Worry("My sleep", Whose.MINE),
        Worry("The weather", Whose.NOBODY),
    )
    assert only_entry(place).detail == Reflection(Form.SORTER, worries=worries)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "A few words are needed"),
        (("--text", "x", "--form", "sorter"), "worries only"),
        (("--part", "answer"), "NAME=TEXT"),
        (("--part", "kinder=x"), "“free” has these parts: answer."),
        (("--text", "x", "--form", "thought", "--belief-after", 101), "from 0 to 100"),
        (("--text", "-", "--part", "answer=-"), "Only one of these"),
        (("--text", "x", "--part", "answer=y"), "Each part can be given once"),
        (("--form", "week", "--part", "helped=x", "--part", "helped=y"), "Each part can be given"),
        (("--text", "x", "--mine", "The rota"), "Worries belong to --form sorter."),
        (("--text", "x", "--belief-before", 50), "belongs to --form thought or experiment."),
    ],
)
def test_a_reflection_that_cannot_be_stored_is_refused(
    terminal: Terminal, place: Place, options: tuple[object, ...], said: str
) -> None:
    answer = log(terminal, place, "reflection", *options, said="x")
    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err
    assert place.open().entries.count() == (0, None)


def test_an_exercise_is_noted_with_what_it_changed(terminal: Terminal, place: Place) -> None:
    log(
        *(terminal, place, "practice", "--exercise", "grounding", "--minutes", 2),
        *("--distress-before", 6, "--distress-after", 4, "--kindness-before", 0),
        *("--kindness-after", 3),
    )
    practice = only_entry(place).detail
    assert isinstance(practice, Practice)
    assert practice == a_practice(
        minutes=2,
        steps_done=practice.steps,
        steps=practice.steps,
        distress_before=6,
        distress_after=4,
        kindness_before=0,
        kindness_after=3,
    )
    assert practice.steps > 2


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--exercise", "levitation"), 3, "There is no such exercise."),
        (("--exercise", "grounding", "--distress-after", 11), 3, "from 0 to 10"),
        (("--exercise", "grounding", "--minutes", 0), 3, "from 1 to 180"),
        (("--exercise", "grounding", "--minutes", 181), 3, "from 1 to 180"),
    ],
)
def test_an_exercise_that_cannot_be_noted_is_refused(
    terminal: Terminal, place: Place, options: tuple[object, ...], code: int, said: str
) -> None:
    answer = log(terminal, place, "practice", *options)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert place.open().entries.count() == (0, None)


def test_both_are_shown_part_by_part(terminal: Terminal, place: Place) -> None:
    log(
        *(terminal, place, "reflection", "--form", "experiment", "--text", "They shout"),
        *("--belief-before", 90),
    )
    shown = terminal.run("show", only_entry(place).id, "--journal", place.folder).out
    assert "Reflection · feared and actual" in shown
    assert "What I fear will happen: They shout\nHow likely it feels: 90 %\n" in shown


def test_a_practice_shows_its_texts(terminal: Terminal, place: Place) -> None:
    log(terminal, place, "practice", "--exercise", "letter", "--distress-after", 4)
    shown = terminal.run("show", only_entry(place).id, "--journal", place.folder).out
    assert "Practice · A letter to myself" in shown
    assert "Distress: 4 of 10 after" in shown


def test_the_question_of_an_answer_is_said_once(terminal: Terminal, place: Place) -> None:
    log(terminal, place, "reflection", "--text", "No.", "--question", "Was it a real yes?")
    shown = terminal.run("show", only_entry(place).id, "--journal", place.folder).out
    assert shown.count("Was it a real yes?") == 1
