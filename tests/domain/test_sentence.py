"""Parts become one text; between them stands what is missing, and the words stay the person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.sentence import join_parts


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        ([], ""),
        (["", "  ", "\n"], ""),
        (["twice this week"], "Twice this week."),
        (["Twice this week.", "it leaves me tired"], "Twice this week. It leaves me tired."),
        (["What now?", "…"], "What now? …"),
        (["After the handover,", "I was called"], "After the handover, I was called."),
        (["my request is:", "ask first"], "My request is: ask first."),
        (["she said “later”", "so I left"], "She said “later”. So I left."),
        (["she said “later.”", "so I left"], "She said “later.” So I left."),
        (["  many \n blanks  ", "", "two"], "Many blanks. Two."),
        (["iPad calls at night", "eBay too"], "iPad calls at night. eBay too."),
        (["no 🙂", "really"], "No 🙂 Really."),
        (["ßtrange", "ends with a comma,"], "ßtrange. Ends with a comma,"),
        ([")", "x"], ") X."),
        (["لا أستطيع", "غدا"], "لا أستطيع. غدا."),
    ],
)
def test_parts_are_joined_tidily(parts: list[str], joined: str) -> None:
    assert join_parts(parts) == joined


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_word_is_lost_or_changed(parts: list[str]) -> None:
    words = [word for part in parts for word in part.split()]
    joined = join_parts(parts).split()
    assert len(joined) == len(words)
    for before, after in zip(words, joined, strict=True):
        assert after[:1].casefold() == before[:1].casefold()
        assert after[1:].removesuffix(".") == before[1:].removesuffix(".")
