"""The sentences of the invented journal are whole, many, and have everything they need."""

import re
from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.mood import About
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.sample.bag import Bag
from caregiver_journal.journal.sample.notes import Sentence, read_sentence

SEASONAL = {"weather", "outdoors"}
TONES = {"low", "mid", "good"}
EVERY_TONE = {
    "before",
    "before_night",
    "break",
    "after",
    "night",
    "late",
    "off",
    "away",
    "fragment",
    "fragment_work",
    "fragment_off",
    "closing",
    "closing_evening",
    "closing_work",
    "closing_off",
    "work",
    "home",
}
ANY_TONE = {"opening", "gave_in", "held"}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return read_tables("sample")


def sentences(content: dict[str, Any]) -> list[str]:
    return [
        text
        for place, tones in content.items()
        if place != "slots"
        for texts in tones.values()
        for text in texts
    ]


def test_every_place_has_sentences_for_every_tone(content: dict[str, Any]) -> None:
    tones = {place: set(content[place]) for place in content if place != "slots"}
    assert {place for place in tones if tones[place] == TONES} == EVERY_TONE
    assert {place for place in tones if tones[place] == {"any"}} == ANY_TONE
    assert tones["extra"] == {"low", "good"}
    assert len(tones) == len(EVERY_TONE | ANY_TONE) + 1
    assert all(len(texts) >= 4 for place in tones for texts in content[place].values())


def test_no_sentence_stands_there_twice(content: dict[str, Any]) -> None:
    texts = [folded(read_sentence(text).text) for text in sentences(content)]
    assert len(texts) >= 400
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_every_slot_can_be_filled_in_every_season(content: dict[str, Any]) -> None:
    names = {name for text in sentences(content) for name in re.findall(r"\{(\w+)\}", text)}
    needed = {f"{name}_{season}" for name in SEASONAL & names for season in seasons()}
    assert needed | (names - SEASONAL) == set(content["slots"])
    for name, words in content["slots"].items():
        assert len(words) == len(set(words)) >= 4, name


def seasons() -> tuple[str, ...]:
    return "winter", "spring", "summer", "autumn"


def test_every_sentence_ends_as_one(content: dict[str, Any]) -> None:
    for text in sentences(content):
        sentence = read_sentence(text)
        assert sentence.text[-1] in ".?”:", text
        assert sentence.text[0].isupper() or sentence.text[0] in "{“", text
        assert not set("#@") & set(sentence.text), text


def test_marks_are_read_from_the_end() -> None:
    assert read_sentence("Left on time. #said_no #rota @doing") == Sentence(
        "Left on time.", ("said no", "rota"), About.DOING
    )
    assert read_sentence("Lighter today.") == Sentence("Lighter today.", (), None)
    with pytest.raises(ValueError, match="work"):
        read_sentence("Lighter today. @work")


@pytest.mark.parametrize("size", [1, 2, 5, 12])
def test_a_bag_gives_everything_once_before_anything_again(size: int) -> None:
    bag = Bag(range(size), Random(4))
    drawn = [bag.draw() for _number in range(size * 20)]
    for lap in range(20):
        assert sorted(drawn[lap * size : (lap + 1) * size]) == list(range(size))
    for item in range(size):
        places = [place for place, each in enumerate(drawn) if each == item]
        assert all(other - one > size // 2 for one, other in pairwise(places))
