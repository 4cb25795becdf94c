"""Light Markdown: bold words and lists, and every other character as it was written."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.domain.light_markdown import Style, bold_spans, item_mark, parse, show


def bold_words(text: str) -> list[str]:
    shown = show(text)
    return [shown.text[start:end] for start, end in shown.bold]


def test_bold_words_lose_their_asterisks() -> None:
    assert show("That was **too much**, **really**.").text == "That was too much, really."
    assert bold_words("That was **too much**, **really**.") == ["too much", "really"]


def test_a_line_is_put_together_as_it_was_written() -> None:
    lines = "- a **bold** word", "2. and **two**"
    assert [line.source for line in parse("\n".join(lines))] == list(lines)


@pytest.mark.parametrize(
    "text", ["**", "****", "** a **", "**a", "a**", "2 ** 3 ** 4", "**a\nb**", "__a__", "*a*"]
)
def test_asterisks_that_mark_nothing_stay(text: str) -> None:
    assert show(text).text == text
    assert not show(text).bold


def test_a_list_has_its_signs_and_numbers_stay_as_they_were_written() -> None:
    shown = show("Then:\n- tea\n- **bed**\n3. up\n1. out")
    assert shown.text == "Then:\n• tea\n• bed\n3. up\n1. out"
    assert [shown.text[start : start + length] for start, length in shown.items] == [
        "• ",
        "• ",
        "3. ",
        "1. ",
    ]
    assert [line.style for line in parse("a\n- b\n1. c")] == list(Style)


@pytest.mark.parametrize(
    "line", ["-", "-tea", " - tea", "1.", "1.5", "01. x", "a. x", "1234567890. x"]
)
def test_what_only_looks_like_an_item_is_none(line: str) -> None:
    assert item_mark(line) == ""
    assert show(line).text == line
    assert not show(line).items


def test_markup_of_other_kinds_means_nothing() -> None:
    text = "<b>no</b> ![x](file:///etc/passwd) [y](//host/share) # z"
    assert show(text).text == text


def test_bold_spans_name_the_asterisks_too() -> None:
    assert bold_spans("**a** - **b**", 5) == [(8, 13)]


PAIR = re.compile(r"\*\*(?=\S)(?:[^\n]+?)(?<=\S)\*\*")
"""Bold words said in the plainest way, which takes far too long for long lines."""


@quick
@given(st.text(st.sampled_from("** a\u2028"), max_size=16), st.integers(0, 3))
def test_bold_words_are_those_between_the_nearest_marks(line: str, start: int) -> None:
    assert bold_spans(line, start) == [found.span() for found in PAIR.finditer(line, start)]


def test_a_line_of_many_marks_that_mark_nothing_takes_no_time() -> None:
    text = "**a " * 12_500
    begun = perf_counter()
    assert show(text).text == text
    assert perf_counter() - begun < 1, "in time that grows with the square it is ten seconds"


_WRITTEN = st.text(st.sampled_from("*-.0123 a\nא\u2028") | st.characters(), max_size=60)


@quick
@given(_WRITTEN)
def test_nothing_that_was_written_is_lost(text: str) -> None:
    lines = parse(text)
    assert "\n".join(line.source for line in lines) == text
    shown = show(text)
    assert len(shown.text) == len(text) - 4 * len(shown.bold) - sum(
        len(line.mark) - len(line.sign) for line in lines
    )
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.bold)
    signs = {shown.text[start : start + length] for start, length in shown.items}
    assert signs == {line.sign for line in lines if line.mark}
