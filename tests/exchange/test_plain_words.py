"""Any text becomes fit for paper, and says which way it runs."""

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

import pytest
from hypothesis import given
from support.strategies import anything
from support.summaries import ARABIC, HEBREW
from support.vaults import quick

from caregiver_journal.exchange.plain_words import (
    BREAK,
    LONGEST_RUN,
    Paragraph,
    breakable,
    clean,
    clean_line,
    cleaned,
    line_of,
    paragraphs_of,
    stand_in,
)


class Pair(NamedTuple):
    first: str
    second: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    words: str
    pair: Pair
    number: float = 1.5
    length: int = field(init=False, default=3)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("a\0b\x07c\x1bd\x7f\x9be", "abcde"),
        ("\ud800x\udfff", "x"),
        ("\ufdd0\ufffe\uffff\U0001ffff\U0010fffex", "x"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("\u202eturned\u2066", "turned"),
        ("é 😀 שלום 漢字 \ue000", "é 😀 שלום 漢字 \ue000"),
    ],
)
def test_what_no_page_can_show_is_left_out(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(anything)
@quick
def test_clean_text_can_always_be_written(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert clean(kept) == kept
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in kept if sign != "\n")


def test_a_line_is_one_line() -> None:
    assert clean_line(" a\n\n b\u2029c ") == "a b c"


def test_empty_lines_part_paragraphs_and_each_has_its_direction() -> None:
    found = paragraphs_of(f"\n\nFirst\n second \n \n\n{HEBREW}\n\n{ARABIC}\n\n")
    assert found == (
        Paragraph(("First", "second")),
        Paragraph((HEBREW,), is_from_right=True, language="he"),
        Paragraph((ARABIC,), is_from_right=True, language="ar"),
    )
    assert paragraphs_of(" \n \n") == ()


def test_the_first_letter_says_the_direction() -> None:
    assert line_of("1. – שלום hello").is_from_right
    assert not line_of("Hello שלום").is_from_right
    assert line_of("") == Paragraph(("",))


def test_long_runs_may_be_broken_and_only_those() -> None:
    run = "x" * 1_000
    broken = breakable(f"short {run} words")
    assert broken.replace(BREAK, "") == f"short {run} words"
    assert max(map(len, broken.replace(BREAK, " ").split())) <= LONGEST_RUN / 2
    assert breakable("y" * (LONGEST_RUN - 1)) == "y" * (LONGEST_RUN - 1)


def test_no_mark_is_taken_from_its_letter() -> None:
    broken = breakable("e\u0301" * 100)
    assert f"{BREAK}\u0301" not in broken
    assert BREAK in broken


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("😀", "[grinning face]"),
        ("漢", "\N{REPLACEMENT CHARACTER}"),
        ("\ue000", "\N{REPLACEMENT CHARACTER}"),
        ("\ufe0f", ""),
        ("\U0001f3fb", ""),
    ],
)
def test_a_sign_without_a_shape_is_named_or_marked(sign: str, words: str) -> None:
    assert stand_in(sign) == words


def test_each_text_of_a_drawing_is_cleaned_wherever_it_is() -> None:
    dirty = Held("a\0", Pair("b\ud800", ("c", "d\x07")))
    assert cleaned(dirty) == Held("a", Pair("b", ("c", "d")))
    assert cleaned(("x\0", 1, None)) == ("x", 1, None)


def test_clean_data_stays_itself() -> None:
    clean_already = Held("a", Pair("b", ("c",)))
    assert cleaned(clean_already) is clean_already
    assert cleaned(Held) is Held
