"""Tags are short words of the person's own, the same however they are typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.tag import MAX_TAG, MAX_TAGS, clean_tag, clean_tags, folded


@quick
@given(anything)
@example("# #late shift")
@example("#" * 60 + " x")
def test_a_cleaned_tag_is_a_short_line_and_stays_as_it_is(text: str) -> None:
    tag = clean_tag(text)
    assert clean_tag(tag) == tag
    assert len(tag) <= MAX_TAG
    assert tag == tag.strip()
    assert not tag.startswith("#")


@quick
@given(st.lists(anything, max_size=40))
def test_cleaned_tags_differ_and_stay_as_they_are(texts: list[str]) -> None:
    tags = clean_tags(texts)
    assert clean_tags(tags) == tags
    assert len({folded(tag) for tag in tags}) == len(tags) <= MAX_TAGS
    assert all(tags)


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("#late shift", "late shift"),
        ("  two\nlines ", "two lines"),
        ("C#", "C#"),
        ("#", ""),
        ("cafe\u0301", "café"),
        ("x" * 61, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
    ],
)
def test_a_tag_is_kept_as_far_as_it_can_be(typed: str, tag: str) -> None:
    assert clean_tag(typed) == tag


def test_two_spellings_are_one_tag_and_the_first_one_stays() -> None:
    assert clean_tags(["Ärger", "a\u0308rger", "ÄRGER", "Straße", "STRASSE"]) == ("Ärger", "Straße")


def test_tags_keep_their_order() -> None:
    assert clean_tags(["b", "", "c", "a", "#b"]) == ("b", "c", "a")


def test_an_entry_has_no_more_than_thirty_tags() -> None:
    assert len(clean_tags([f"tag {number}" for number in range(40)])) == MAX_TAGS == 30


def test_a_tag_as_long_as_a_paragraph_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="too long"):
        clean_tag("x" * 201)
