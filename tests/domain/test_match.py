"""Words of a search are found in a text exactly where the full-text index finds them."""

from collections.abc import Iterator

import pytest
import sqlcipher3
from hypothesis import example, given
from hypothesis import strategies as st
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.match import (
    MOST_MARKED,
    find_begun,
    find_words,
    holds_begun,
    search_words,
)
from caregiver_journal.store.search import match_expression

TEXT = "Said NO to the café's Saturday shift; über alles, 3,5 km."
ALPHABET = "aábcßſσςиКعאी日 ,.'-_\n\u0301\u0308\u0305½٣"  # noqa: RUF001 - they look alike on purpose
ABSENT = "\u16a0"
"""A word that is in no text here."""
texts = st.text(st.sampled_from(ALPHABET), max_size=24) | st.text(
    st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Po"], max_codepoint=0x24F), max_size=24
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlcipher3.Connection]:
    """An index that divides and folds as the journal's does."""
    connection = sqlcipher3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2')"
    )
    yield connection
    connection.close()


def found(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(words, text)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("no", ["NO"]),
        ("sat", ["Saturday"]),
        ("sat shift", ["shift"]),
        ("shift sat", ["Saturday", "shift"]),
        ("CAFE", ["café"]),
        ("cafe's", ["café's"]),
        ("café s", ["café", "s", "Saturday", "shift"]),
        ("uber 3,5", ["über", "3,5"]),
        ("aturday", []),
        ("Said said", ["Said"]),
        ("", []),
        ('" * … 🙂', []),
    ],
)
def test_whole_words_are_found_and_the_last_may_be_begun(words: str, parts: list[str]) -> None:
    if words == "café s":
        parts = ["Said", *parts]
    assert found(words, TEXT) == parts


def test_what_overlaps_is_one_place() -> None:
    assert found("worker co-worker", "my co-worker's desk") == ["co-worker"]


def test_a_mark_without_its_letter_divides() -> None:
    assert found("cafe", "\u0301cafe\u0301 \u0301") == ["cafe\u0301"]


def test_the_words_of_a_search_each_count_once_and_the_last_stays_last() -> None:
    assert search_words("no - shift no\u0301 no") == ("shift", "nó", "no")


def test_of_very_many_words_the_last_are_marked() -> None:
    many = [f"w{number}" for number in range(MOST_MARKED + 1)]
    text = " ".join(many)
    assert found(text, text) == many[1:]


@quick
@given(words=texts, text=texts)
@example(words="a", text="\u0301a\u0301\u0305a")
@example(words="ß", text="SS ẞ")
@example(words="a-b c", text="a b c ab A.B cd")
def test_the_places_are_those_of_the_index(
    index: sqlcipher3.Connection, words: str, text: str
) -> None:
    words, text = clean_text(words), clean_text(text)
    expression = match_expression(words)
    index.execute("DELETE FROM words")
    index.execute("INSERT INTO words (body) VALUES (?)", (text,))
    query = "SELECT highlight(words, 0, '[', ']') FROM words WHERE words MATCH ?"
    marked = list(index.execute(query, (expression or '"-"',)))
    if marked:
        assert _mark(words, text) == marked[0][0]


@quick
@given(words=texts, text=texts)
def test_a_text_has_all_the_words_when_the_index_finds_it(
    index: sqlcipher3.Connection, words: str, text: str
) -> None:
    words, text = clean_text(words), clean_text(text)
    index.execute("DELETE FROM words")
    index.execute("INSERT INTO words (body) VALUES (?)", (text,))
    expression = match_expression(words)
    if not expression:
        assert find_words(words, text) == []
        return
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    ((is_found,),) = index.execute(query, (expression,))
    *whole, last = search_words(words)
    here = [find_words(f"{word} {ABSENT}", text) for word in whole] + [find_words(last, text)]
    assert bool(is_found) == all(here)


@quick
@given(words=anything, text=anything)
def test_any_text_will_do(words: str, text: str) -> None:
    places = find_words(words, text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def _mark(words: str, text: str) -> str:
    """Return a text with its places in brackets, joined as FTS5 joins what touches."""
    marked = text
    for start, end in reversed(find_words(words, text)):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    return marked


# --- words that may all be begun ------------------------------------------------------------------


def test_every_word_of_a_search_may_be_begun() -> None:
    text = "Guilt, a forecast of guilty weather"
    assert find_begun("gui wea", text) == [(0, 5), (21, 27), (28, 35)]
    assert find_words("gui wea", text) == [(28, 35)]
    assert find_begun("guilt gui", text) == [(0, 5), (21, 27)]
    assert find_begun("", text) == []


def test_a_text_holds_words_that_are_begun() -> None:
    assert holds_begun("wea gui", "Guilty weather")
    assert not holds_begun("wea gut", "Guilty weather")
    assert holds_begun("?", "Guilty weather")
