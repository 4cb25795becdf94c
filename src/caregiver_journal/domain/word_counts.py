"""Feeling words by how often they were chosen: what their drawing shows."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

MOST_WORDS = 12
"""How many words are drawn."""


class WordCount(NamedTuple):
    """One word and on how many check-ins it stands."""

    word: str
    n: int


@dataclass(frozen=True)
class WordCounts:
    """The words of a period.

    Attributes:
        words: the most frequent ones, most first, at most ``MOST_WORDS``; equal ones by alphabet.
        distinct: how many different words there are.
        moments: how many check-ins have at least one word.
        first, last: the period looked at.
    """

    words: tuple[WordCount, ...] = field(repr=False)
    distinct: int
    moments: int
    first: date
    last: date
