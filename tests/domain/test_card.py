"""Cards: how long they take, their paragraphs, and how they are found."""

import pytest

from caregiver_journal.domain.card import Card, find_cards

GUILT = Card("guilt", "Guilt as a forecast", "Guilt is a weather report.\n\n \n\nIt may be wrong.")
REST = Card("rest", "A day off", "Rest, says Müller.", sources=("Müller (1999), A Journal",))
CARDS = (GUILT, REST)


def test_a_text_has_paragraphs_and_takes_a_minute_at_least() -> None:
    assert GUILT.paragraphs == ("Guilt is a weather report.", "It may be wrong.")
    assert GUILT.minutes == 1
    assert Card("long", "Long", "word " * 540).minutes == 3


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", CARDS),
        ("?!", CARDS),
        ("guilt", (GUILT,)),
        ("GUI", (GUILT,)),
        ("wea gui", (GUILT,)),
        ("muller", (REST,)),
        ("journal", (REST,)),
        ("eather", ()),
        ("guilt rest", ()),
    ],
)
def test_cards_are_found_by_the_beginnings_of_words(wanted: str, found: tuple[Card, ...]) -> None:
    assert find_cards(CARDS, wanted) == found
