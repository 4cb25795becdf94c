"""Phrases: what they need, how they are found, and how the person's decisions lie over them."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.script import (
    MAX_FITS,
    MAX_TEXT,
    WAY_WORDS,
    Mark,
    Script,
    Shelf,
    Way,
    find_scripts,
    say_length,
    way_word,
)

TITLES = {"after-hours": "After hours", "plain-no": "A plain no"}
LATE = Script("Tomorrow at eight.", "A message at ten", "after-hours", Way.RAIN_CHECK, "late")
NO = Script("No, thank you.", "Anywhere", "plain-no", Way.DIRECT, "no", is_favourite=True)
GONE = Script("Non, désolée.", "To a cousin", "plain-no", None, "gone", is_hidden=True)
OWN = Script("Not this Sunday.", "", "", None, "own.1", is_own=True)
ALL = (OWN, LATE, NO, GONE)


def found(wanted: str = "", shelf: Shelf = Shelf.ALL, situation: str = "") -> list[str]:
    scripts = find_scripts(ALL, wanted, situations=TITLES, shelf=shelf, situation=situation)
    return [script.id for script in scripts]


def test_a_phrase_is_kept_without_blanks_around_it() -> None:
    script = Script("  No.\r\nThanks. ", " in\nthe  hall ")
    assert (script.text, script.fits) == ("No.\nThanks.", "in the hall")


@pytest.mark.parametrize(
    ("text", "fits", "field"),
    [
        (" \n", "", "text"),
        ("a" * (MAX_TEXT + 1), "", "text"),
        ("a" * 2_000_000, "", "text"),
        ("No.", "a" * (MAX_FITS + 1), "fits"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(text: str, fits: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Script(text, fits)
    assert caught.value.field == field


def test_the_longest_phrase_is_kept() -> None:
    assert len(Script("a" * MAX_TEXT, "b" * MAX_FITS).text) == MAX_TEXT


def test_each_way_has_words() -> None:
    assert WAY_WORDS.keys() == set(Way)
    assert way_word(Way.ASK)
    assert way_word(None) == ""


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("", ["own.1", "late", "no"]),
        ("EIGHT", ["late"]),
        ("message ten", ["late"]),
        ("later", ["late"]),
        ("plain thank", ["no"]),
        ("eight zebra", []),
        ("désolée", []),
    ],
)
def test_a_phrase_is_found_by_all_that_is_said_of_it(wanted: str, ids: list[str]) -> None:
    assert found(wanted) == ids


@pytest.mark.parametrize(
    ("shelf", "ids"),
    [
        (Shelf.ALL, ["own.1", "late", "no"]),
        (Shelf.FAVOURITES, ["no"]),
        (Shelf.OWN, ["own.1"]),
        (Shelf.HIDDEN, ["gone"]),
    ],
)
def test_each_shelf_holds_its_own(shelf: Shelf, ids: list[str]) -> None:
    assert found(shelf=shelf) == ids


def test_one_situation_is_looked_at_alone() -> None:
    assert found(situation="plain-no") == ["no"]
    assert found("desolee", Shelf.HIDDEN, "plain-no") == ["gone"]
    assert found("", Shelf.HIDDEN, "after-hours") == []


def test_a_decision_lies_over_the_words_of_the_program() -> None:
    version = Script("Not before eight.", "", "", None, "late")
    laid = Mark(is_favourite=True, version=version).laid_over(LATE)
    assert (laid.text, laid.id, laid.is_favourite, laid.is_changed) == (
        "Not before eight.",
        "late",
        True,
        True,
    )
    hidden = Mark(is_hidden=True).laid_over(LATE)
    assert (hidden.text, hidden.is_hidden, hidden.is_changed) == (LATE.text, True, False)


def test_the_length_is_said_as_plain_numbers() -> None:
    assert say_length("No, thank you.") == "3 words, 14 characters"
    assert say_length("N") == "1 word, 1 character"
