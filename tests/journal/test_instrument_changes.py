"""What is said of a change flips at the published threshold, and is silent where none is confirmed.

The thresholds here are written by hand from ``research/measures.md``.
"""

import pytest

from caregiver_journal.domain.reliable_change import Taken, change_words, say_change
from caregiver_journal.journal.instruments import find_shipped, shipped_instruments


@pytest.mark.parametrize(
    ("name", "silent", "speaks", "level"),
    [
        ("phq-9", 5, 6, "how surely is not named"),
        ("gad-7", 5, 6, "95 %"),
        ("who-5", 20, 24, "95 %"),
        ("core-10", 5, 6, "90 %"),
    ],
)
def test_larger_than_chance_begins_at_the_published_threshold(
    name: str, silent: float, speaks: float, level: str
) -> None:
    for sign in (1, -1):
        below = change_words(find_shipped(name), "total", Taken(40), Taken(40 + sign * silent))
        at = change_words(find_shipped(name), "total", Taken(40), Taken(40 + sign * speaks))
        assert below.reliable is not None
        assert at.reliable is not None
        assert not below.reliable.is_reached
        assert at.reliable.is_reached
        assert below.reliable.words.startswith("May be chance (less than ")
        assert at.reliable.words.startswith(
            f"Larger than chance ({speaks:g} points or more, {level})"
        )


@pytest.mark.parametrize(
    ("name", "below", "at", "words"),
    [
        ("phq-9", 4, 5, "Worth noticing (5 points or more)"),
        (
            "phq-8",
            4,
            5,
            "Worth noticing (5 points or more); this threshold is borrowed from the PHQ-9",
        ),
        ("gad-7", 3, 4, "Worth noticing (4 points or more)"),
        ("who-5", 8, 12, "Worth noticing (10 points or more)"),
    ],
)
def test_worth_noticing_has_a_threshold_of_its_own(
    name: str, below: float, at: float, words: str
) -> None:
    found = change_words(find_shipped(name), "total", Taken(0), Taken(at)).noticing
    assert found is not None
    assert (found.is_reached, found.words) == (True, words)
    less = change_words(find_shipped(name), "total", Taken(0), Taken(below)).noticing
    assert less is not None
    assert not less.is_reached


def test_worth_noticing_is_no_reliable_change_and_the_other_way_round() -> None:
    said = change_words(find_shipped("who-5"), "total", Taken(40), Taken(52))
    assert said.noticing is not None
    assert said.reliable is not None
    assert said.noticing.is_reached
    assert not said.reliable.is_reached
    assert said.noticing.source != said.reliable.source
    assert "chance" not in said.noticing.words
    assert "noticing" not in said.reliable.words
    core = change_words(find_shipped("core-10"), "total", Taken(10), Taken(30))
    assert core.reliable is not None
    assert core.noticing is None


def test_a_borrowed_threshold_says_so() -> None:
    for later, words in (
        (14, "Worth noticing (5 points or more)"),
        (6, "Smaller than what is worth noticing (less than 5 points)"),
    ):
        said = change_words(find_shipped("phq-8"), "total", Taken(4), Taken(later))
        assert said.reliable is None
        assert say_change(said).endswith(f" {words}; this threshold is borrowed from the PHQ-9."), (
            "in the table of Trends too"
        )


def test_the_core_10_says_both_levels() -> None:
    def said(points: float) -> str:
        found = change_words(find_shipped("core-10"), "total", Taken(0), Taken(points)).reliable
        assert found is not None
        return found.words

    assert said(5) == "May be chance (less than 6 points, 90 %; less than 7 points, 95 %)"
    assert said(6) == (
        "Larger than chance (6 points or more, 90 %); may be chance (less than 7 points, 95 %)"
    )
    assert said(7) == "Larger than chance (6 points or more, 90 %; 7 points or more, 95 %)"


@pytest.mark.parametrize(
    "name", ["scs-sf", "proqol-5", "cbi", "olbi", "mspss", "ucla-3", "pss-10", "psi-ii", "sas"]
)
def test_nothing_is_said_where_the_constants_are_not_confirmed(name: str) -> None:
    one = find_shipped(name)
    for scale in one.scales:
        said = change_words(one, scale.id, Taken(1), Taken(100))
        assert said.words == "99 points higher"
        assert (said.reliable, said.noticing) == (None, None)
        assert scale.error is None


def test_the_band_of_chance_is_known_for_three_of_them() -> None:
    bands = {
        one.id: round(scale.error, 2)
        for one in shipped_instruments()
        for scale in one.scales
        if scale.error is not None
    }
    assert bands == {"gad-7": 3.95, "who-5": 16.69, "core-10": 4.77}
