"""What list, search and show print, and the exit code for nothing found."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.builders import a_boundary, a_mood, an_entry
from support.clock import START
from support.journals import Place
from support.terminal import Answer, Terminal

from caregiver_journal.domain.boundary import FollowUp
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import About, Mood

Named = tuple[str, Path]


def write(place: Place, *entries: Entry) -> None:
    journal = place.open()
    for entry in entries:
        journal.add(entry)
    place.close()


def ids(answer: Answer) -> list[str]:
    """Return the ids of what was printed as JSON."""
    return [each["id"] for each in json.loads(answer.out)]


@pytest.fixture
def two_days(place: Place) -> list[Entry]:
    """Three entries of two days, newest first."""
    entries = [
        an_entry(
            "Slept eight hours.\nTwice.", mood=a_mood(4, 2, ("rested",)), tags=("off", "home")
        ),
        an_entry(at=START.replace(hour=9)),
        an_entry("Ünder way 🙂", START.replace(year=2025)),
    ]
    write(place, *entries)
    return entries


def test_a_list_shows_entries_by_day(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("list", *journal_option)
    first, second, third = (entry.id[:8] for entry in two_days)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Friday 20 November",
        f"  17:52  Mood · good, rested  [{first}]",
        "         Slept eight hours.",
        "         Twice.",
        "         #off #home",
        f"  09:52  Mood · good  [{second}]",
        "Thursday 20 November 2025",
        f"  17:52  Mood · good  [{third}]",
        "         Ünder way 🙂",
    ]


def test_a_list_can_be_read_by_programs(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("list", "--json", *journal_option)
    found: list[dict[str, Any]] = json.loads(answer.out)
    assert [each["id"] for each in found] == [entry.id for entry in two_days]
    assert [each["note"] for each in found] == [entry.note for entry in two_days]
    assert answer.out.isascii()


def test_a_list_is_no_longer_than_asked_for(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("list", "--json", "--limit", 1, *journal_option)
    assert [each["id"] for each in json.loads(answer.out)] == [two_days[0].id]


@pytest.mark.parametrize(("arguments", "out"), [((), ""), (("--json",), "[]\n")])
def test_an_empty_list_has_an_exit_code_of_its_own(
    terminal: Terminal, journal_option: Named, arguments: tuple[str, ...], out: str
) -> None:
    answer = terminal.run("list", *arguments, *journal_option)
    assert (answer.code, answer.out, answer.err) == (1, out, "")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--from", "2026-01-01"), (0, 1)),
        (("--to", "2026-01-01"), (2,)),
        (("--from", "2025-11-20", "--to", "2026-11-19"), (2,)),
        (("--tag", "HOME"), (0,)),
        (("--tag", "home", "--tag", "off"), (0,)),
        (("--kind", "mood", "--tag", "off"), (0,)),
        (("--kind", "mood"), (0, 1, 2)),
    ],
)
def test_a_list_can_be_of_a_period_a_kind_and_tags(
    terminal: Terminal,
    journal_option: Named,
    two_days: list[Entry],
    arguments: tuple[str, ...],
    found: tuple[int, ...],
) -> None:
    answer = terminal.run("list", "--json", *arguments, *journal_option)
    assert ids(answer) == [two_days[number].id for number in found]


def test_a_filter_that_finds_nothing_is_no_error(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("list", "--tag", "nowhere", *journal_option)
    assert (answer.code, answer.out, answer.err) == (1, "", "")


# --- search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("unde", ""), (2,)),
        (("eight", "sle"), (0,)),
        (("slept eight",), (0,)),
        (("rested",), (0,)),
        (("home",), (0,)),
        (("TWICE*",), (0,)),
    ],
)
def test_a_search_finds_what_has_all_the_words(
    terminal: Terminal,
    journal_option: Named,
    two_days: list[Entry],
    words: tuple[str, ...],
    found: tuple[int, ...],
) -> None:
    answer = terminal.run("search", *words, "--json", *journal_option)
    assert ids(answer) == [two_days[number].id for number in found]


def test_a_search_prints_entries_as_a_list_does(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("search", "under", *journal_option)
    assert answer.out.splitlines()[-1] == "         Ünder way 🙂"
    assert terminal.run("search", "--limit", 1, "mood", *journal_option).code == 1


@pytest.mark.parametrize(
    "words", ["nowhere", "slept OR under", '"' + "'" + 'eight"nine', "NOT slept"]
)
def test_nothing_found_has_an_exit_code_of_its_own(
    terminal: Terminal, journal_option: Named, two_days: list[Entry], words: str
) -> None:
    answer = terminal.run("search", words, *journal_option)
    assert (answer.code, answer.out, answer.err) == (1, "", "")


def test_signs_without_a_word_cannot_be_looked_for(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("search", "?!", *journal_option)
    assert (answer.code, answer.out) == (3, "")
    assert "at least one letter or digit" in answer.err


# --- show ---------------------------------------------------------------------------------------


def test_show_prints_everything_of_an_entry(terminal: Terminal, place: Place) -> None:
    entry = an_entry(
        "First line.\n\nSecond line.",
        START.replace(hour=1),
        mood=Mood(2, 4, ("tense",), About.PEOPLE, 0),
        tags=("late shift", "team"),
        never_export=True,
        for_session=True,
    )
    write(place, entry)
    answer = terminal.run("show", entry.id[:6].upper(), "--journal", place.folder)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Mood · low, tense",
        "Friday 20 November, 01:52",
        f"Id: {entry.id}",
        "Counts to: Thursday 19 November",
        "Energy: Awake",
        "About: Between people",
        "Belonging: 0/10",
        "Tags: #late shift #team",
        "Marked: bring to session, never export",
        "",
        "First line.",
        "",
        "Second line.",
    ]


def test_show_prints_every_part_of_a_boundary_moment(terminal: Terminal, place: Place) -> None:
    answered = FollowUp(START.date(), START, 2)
    entry = an_entry(
        "Tired.",
        START.replace(hour=10),
        mood=a_boundary(asker="team lead", pulls=("guilt",), guilt=6, follow_ups=(answered,)),
    )
    write(place, entry)
    answer = terminal.run("show", entry.id, "--journal", place.folder)
    assert answer.out.splitlines() == [
        "Boundary · said no · team lead",
        "Friday 20 November, 10:52",
        f"Id: {entry.id}",
        "Who asked: team lead",
        "What I did: Said no",
        "Guilt then: 6 of 10",
        "Guilt later: 2 of 10, today at 17:52",
        "What pulled at me: Guilt",
        "What was asked of me: Cover the Saturday shift",
        "",
        "Tired.",
    ]
    listed = terminal.run("list", "--kind", "boundary", "--journal", place.folder)
    assert listed.out.splitlines()[2:] == ["         Cover the Saturday shift", "         Tired."]


def test_show_leaves_out_what_was_not_said_and_says_what_is_in_the_trash(
    terminal: Terminal, place: Place
) -> None:
    entry = an_entry(mood=a_mood(3))
    write(place, entry)
    journal = place.open()
    journal.remove(entry)
    place.close()
    answer = terminal.run("show", entry.id, "--journal", place.folder)
    assert answer.out.splitlines() == [
        "Mood · mixed",
        "Friday 20 November, 17:52",
        f"Id: {entry.id}",
        "Marked: in the trash",
    ]


def test_show_can_be_read_by_programs(terminal: Terminal, place: Place) -> None:
    entry = an_entry("note")
    write(place, entry)
    answer = terminal.run("show", entry.id, "--json", "--journal", place.folder)
    found: dict[str, Any] = json.loads(answer.out)
    assert (found["id"], found["note"]) == (entry.id, "note")


def test_an_id_that_is_not_there_is_nothing_found(
    terminal: Terminal, journal_option: Named, two_days: list[Entry]
) -> None:
    answer = terminal.run("show", "ffffffff-0", *journal_option)
    assert (answer.code, answer.out, answer.err) == (1, "", "")


def test_an_id_has_to_be_told_apart(terminal: Terminal, place: Place) -> None:
    same = "12345678-1234-4234-8234-12345678901"
    journal = place.open()
    with journal.writing():
        for last in "ab":
            entry = an_entry(at=START + timedelta(hours=ord(last) - 97))
            journal.entries.add(replace(entry, id=same + last))
    place.close()
    answer = terminal.run("show", "12345678", "--journal", place.folder)
    assert answer.code == 3
    assert "Several entries" in answer.err
    assert terminal.run("show", same + "b", "--journal", place.folder).code == 0
    assert "At least 4" in terminal.run("show", "123", "--journal", place.folder).err


def test_a_day_is_written_like_one(terminal: Terminal, journal_option: Named) -> None:
    answer = terminal.run("list", "--from", "yesterday", *journal_option)
    assert answer.code == 2
    assert "a day is written like 2026-11-20" in answer.err


def test_what_was_lost_is_shown_as_lost(terminal: Terminal, place: Place) -> None:
    entry = an_entry("kept")
    write(place, entry)
    journal = place.open()
    with journal.writing():
        journal.database.write("DELETE FROM moods")
    place.close()
    answer = terminal.run("show", entry.id, "--journal", place.folder)
    assert answer.out.splitlines()[0] == "Mood · could not be read"
    assert answer.out.splitlines()[-1] == "kept"


def test_what_is_left_of_a_boundary_moment_is_shown(terminal: Terminal, place: Place) -> None:
    entry = an_entry("kept", mood=a_boundary(words="I can swap."))
    journal = place.open()
    journal.add(entry)
    with journal.writing():
        journal.database.write("DELETE FROM boundaries")
    place.close()
    answer = terminal.run("show", entry.id, "--journal", place.folder)
    assert answer.out.splitlines()[0] == "Boundary · could not be read"
    assert "What could still be read: Cover the Saturday shift\nI can swap." in answer.out
    listed = terminal.run("list", "--journal", place.folder)
    assert "Cover the Saturday shift" in listed.out
