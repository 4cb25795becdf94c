"""No word of an item of a published questionnaire is in the program, nor of its answers."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from support.content import Place, read_tables, texts
from support.source_tree import ROOT, fail_on

FACTS = {
    ("measures", "*", "id"): 20,
    ("measures", "*", "title"): 20,
    ("measures", "*", "edition"): 100,
    ("measures", "*", "window"): 20,
    ("measures", "*", "labels", "*"): 4,
    ("measures", "*", "note"): 240,
    ("measures", "*", "licence"): 220,
    ("measures", "*", "source"): 140,
    ("measures", "*", "status"): 20,
    ("measures", "*", "forms", "*", "id"): 20,
    ("measures", "*", "forms", "*", "title"): 90,
    ("measures", "*", "forms", "*", "source"): 60,
    ("measures", "*", "forms", "*", "status"): 20,
    ("measures", "*", "scales", "*", "id"): 20,
    ("measures", "*", "scales", "*", "name"): 30,
    ("measures", "*", "scales", "*", "how"): 10,
    ("measures", "*", "scales", "*", "higher"): 60,
    ("measures", "*", "scales", "*", "least_source"): 100,
    ("measures", "*", "scales", "*", "least_status"): 20,
    ("measures", "*", "scales", "*", "cut_offs", "*", "words"): 60,
    ("measures", "*", "scales", "*", "cut_offs", "*", "side"): 10,
    ("measures", "*", "scales", "*", "cut_offs", "*", "source"): 110,
    ("measures", "*", "scales", "*", "cut_offs", "*", "status"): 20,
    ("measures", "*", "scales", "*", "changes", "*", "source"): 110,
    ("measures", "*", "scales", "*", "changes", "*", "status"): 20,
    ("measures", "*", "scales", "*", "noticing", "borrowed"): 20,
    ("measures", "*", "scales", "*", "noticing", "source"): 60,
    ("measures", "*", "scales", "*", "noticing", "status"): 20,
    ("measures", "*", "scales", "*", "reliability", "*", "kind"): 10,
    ("measures", "*", "scales", "*", "reliability", "*", "of"): 60,
    ("measures", "*", "scales", "*", "reliability", "*", "source"): 70,
    ("measures", "*", "scales", "*", "reliability", "*", "status"): 20,
}
"""Where a text may stand in ``measures.toml``, and its longest length; an item has no place."""


def spot(place: Place) -> Place:
    """Return the fields that lead to a text, without the names of the records between."""
    names = {"measures", "forms", "scales", "cut_offs", "changes", "reliability", "labels"}
    found, is_record = [], False
    for part in place:
        found.append("*" if is_record else part)
        is_record = not is_record and part in names
    return tuple(found)


def find_items(tables: Mapping[str, Any]) -> Iterator[str]:
    for place, text in texts(tables):
        most = FACTS.get(spot(place))
        if most is None:
            yield f"{' '.join(place)}: no place for a text"
        elif len(text) > most:
            yield f"{' '.join(place)}: {len(text)} characters, and a fact has at most {most}"
        if "?" in text or " I " in f" {text} ":
            yield f"{' '.join(place)}: it reads like an item"


def test_the_file_of_facts_holds_no_items() -> None:
    fail_on(find_items(read_tables("measures.toml")))


def test_every_place_for_a_fact_is_used() -> None:
    used = {spot(place) for place, _text in texts(read_tables("measures.toml"))}
    assert used == set(FACTS)


def test_the_example_says_that_it_is_made_up() -> None:
    example = (ROOT / "resources" / "measures" / "example.toml").read_text(encoding="utf-8")
    assert 'source = "made up for this file"' in example
    assert [path.name for path in (ROOT / "resources" / "measures").iterdir()] == ["example.toml"]


@pytest.mark.parametrize(
    "planted",
    [
        {"item_texts": ["How often were you late"]},
        {"items": "Being late"},
        {"note": "How often were you late?"},
        {"note": "These days I was late"},
        {"note": "late " * 60},
        {"forms": [{"words": ["never", "always"]}]},
        {"scales": [{"id": "a", "items": ["Being late"]}]},
        {"scales": [{"id": "a", "higher": "so that one was late " * 4}]},
        {"labels": ["Being late"]},
    ],
)
def test_a_planted_item_is_found(planted: dict[str, Any]) -> None:
    clean = {"id": "x", "title": "X", "note": "Copy the number."}
    assert not list(find_items({"measures": [clean]}))
    assert list(find_items({"measures": [{**clean, **planted}]}))
