"""The needles find the word in every way it may be written."""

import base64

import pytest
from proofs.planted import needles

WORD = "quincezephyrplantedword"


@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "a longer text "])
def test_the_word_is_found_in_base64_wherever_it_stands(before: str) -> None:
    written = base64.b64encode(f"{before}{WORD} and more".encode())
    assert any(needle in written for needle in needles(WORD))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
def test_the_word_is_found_in_each_encoding(encoding: str) -> None:
    assert any(needle in f"so {WORD}.".encode(encoding) for needle in needles(WORD))


def test_another_word_is_not_found() -> None:
    written = base64.b64encode(b"another text altogether, and a long one at that")
    assert not any(needle in written for needle in needles(WORD))
