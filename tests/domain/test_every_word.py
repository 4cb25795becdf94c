"""Every string in a value of frozen parts is reached, and nothing that cannot be looked through."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import pytest

from caregiver_journal.domain.every_word import change_words
from caregiver_journal.domain.summary import Block


class Pair(NamedTuple):
    entry_id: str
    words: str


@dataclass(frozen=True)
class Part:
    language: str
    words: tuple[object, ...]


def test_words_are_changed_wherever_they_lie() -> None:
    inside = (["a"], {"b"}, {"c": "d"}, MappingProxyType({"e": 1}), Pair("id", "f"), Block.TALK)
    changed = change_words(Part("en", inside), str.upper)
    assert changed.language == "en"
    assert changed.words == (["A"], {"B"}, {"C": "D"}, {"E": 1}, Pair("id", "F"), Block.TALK)
    assert type(changed.words[3]).__name__ == "mappingproxy"


def test_what_cannot_be_looked_through_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        change_words((object(),), str.upper)
