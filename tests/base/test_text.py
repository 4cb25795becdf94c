"""Every text and number passes the one cleaning, which nothing survives that could do harm."""

import math
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.text import (
    MAX_LINE,
    clean_line,
    clean_number,
    clean_text,
    holds_words,
    runs_from_right,
    shortened,
)


@quick
@given(anything)
@example("e\u0301\r\r\n\0\ud800\x1b[31m\x85\x9b")
def test_cleaned_text_is_storable_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in cleaned)


def test_of_all_characters_only_controls_and_what_cannot_be_stored_go() -> None:
    for character in map(chr, range(0x1_0000)):
        kept = unicodedata.normalize("NFC", character)
        if character == "\0" or unicodedata.category(character) == "Cs":
            kept = "\ufffd"
        elif unicodedata.category(character) == "Cc" and character != "\t":
            kept = "\n" if character in "\r\n" else ""
        assert clean_text(character) == kept


@quick
@given(anything, st.integers(0, 20))
def test_text_is_refused_for_its_length_and_for_nothing_else(text: str, limit: int) -> None:
    length = len(clean_text(text))
    if length <= limit:
        assert len(clean_text(text, limit)) == length
    else:
        with pytest.raises(InvalidValueError, match=f"{length} characters, at most {limit} fit"):
            clean_text(text, limit)


@quick
@given(anything)
def test_a_cleaned_line_is_one_line_without_outer_or_double_blanks(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line
    assert line == " ".join(line.split())
    assert line.splitlines() == ([line] if line else [])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\tb", "a\tb"),
        ("e\u0301", "é"),
        ("a\0b", "a\ufffdb"),
        ("a\udc80b", "a\ufffdb"),
        ("bell\a, escape\x1b[31m, csi\x9b", "bell, escape[31m, csi"),
        ("  kept  ", "  kept  "),
        ("می‌خواهم", "می‌خواهم"),
        ("🏳️‍🌈", "🏳️‍🌈"),
    ],
)
def test_a_text_is_kept_as_far_as_it_can_be(written: str, kept: str) -> None:
    assert clean_text(written) == kept


def test_an_entry_of_a_million_characters_fits_and_no_longer_one() -> None:
    assert len(clean_text("x" * 1_000_000)) == 1_000_000
    with pytest.raises(InvalidValueError):
        clean_text("x" * 1_000_001)


def test_a_line_that_is_too_long_is_refused() -> None:
    assert clean_line("x" * MAX_LINE) == "x" * MAX_LINE
    with pytest.raises(InvalidValueError):
        clean_line("x" * (MAX_LINE + 1))


@quick
@given(st.floats(-10, 10), st.floats(-10, 10), st.floats(-10, 10))
def test_a_number_between_its_bounds_is_kept(value: float, low: float, high: float) -> None:
    if low <= value <= high:
        assert clean_number(value, low, high) == value
    else:
        with pytest.raises(InvalidValueError):
            clean_number(value, low, high)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_finite_number_is_refused(value: float) -> None:
    with pytest.raises(InvalidValueError, match="between 0 and 5"):
        clean_number(value, 0, 5)


@pytest.mark.parametrize(
    ("text", "wanted", "holds"),
    [
        ("A day starts at", "START day", True),
        ("Café, déjà vu", "cafe deja", True),
        ("Cafe", "café", True),
        ("Straße", "strasse", True),
        ("Passphrase", "passphrase code", False),
        ("Passphrase", "", True),
        ("ﬁle", "file", True),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(
    text: str, wanted: str, holds: bool
) -> None:
    assert holds_words(text, wanted) is holds


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("Stay", "Stay"),
        ("  Stay\n\tlate  ", "Stay late"),
        ("Stay later", "Stay later"),
        ("Stay later.", "Stay late…"),
        ("Stay for the night", "Stay for…"),
    ],
)
def test_a_text_is_said_in_one_short_line(text: str, short: str) -> None:
    assert shortened(text, 10) == short


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("Ana", False), ("", False), ("12 +", False), ("12 שלום Ana", True), ("مرحبا", True)],
)
def test_a_text_runs_as_its_first_letter_does(text: str, *, is_right: bool) -> None:
    assert runs_from_right(text) is is_right
