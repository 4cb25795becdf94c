"""Find where the words of a search stand in a text, as the full-text index finds them.

The index (SQLite's FTS5 with ``unicode61 remove_diacritics 2``) takes letters and digits for words,
whatever their case; what else there is divides words. Diacritics count only on letters that are
not Latin. A word of the search that holds such a divider, as *co-worker's*, is a row of words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from caregiver_journal.base.text import clean_text

LONGEST = 2_000
"""How many characters of a search are looked at; thousands of words would take seconds."""
MOST_MARKED = 50
"""How many words of a search are looked for in a text."""

Span = tuple[int, int]
"""Where something begins and ends in a text."""

_DIVIDER, _MARK = " ", "\0"
_MARKS = frozenset(
    map(
        ord,
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f"
        "\u0311\u031b\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331",
    )
)
"""Combining marks that stay inside a word and are passed over; every other one divides."""
_LOOSE_MARKS = re.compile(f"(?:^|(?<={_DIVIDER})){_MARK}+")


def search_words(text: str) -> tuple[str, ...]:
    """Return the words of a search, each once, the last one (which may be begun) always last.

    What has no letter or digit says nothing to the index and is left out.
    """
    words = [
        word
        for word in clean_text(text[:LONGEST]).split()
        if any(character.isalnum() for character in word)
    ]
    return tuple(reversed(dict.fromkeys(reversed(words))))


def find_words(words: str, text: str) -> list[Span]:
    """Return where words of a search stand in a text: whole words, in their order, none twice.

    The last word of the search may be begun only; the word it begins is found as a whole.
    """
    patterns = _patterns(words)
    if not patterns:
        return []
    folded = _fold(text)
    found = sorted(match.span() for pattern in patterns for match in pattern.finditer(folded))
    return _joined(found)


def find_begun(words: str, text: str) -> list[Span]:
    """Return where words of a search stand in a text, each of which may be begun only."""
    wanted = search_words(words)[-MOST_MARKED:]
    return _joined(sorted(span for word in wanted for span in find_words(word, text)))


def holds_begun(words: str, text: str) -> bool:
    """Tell whether a text holds every word of a search, each of which may be begun only."""
    return all(find_words(word, text) for word in search_words(words))


def _joined(found: Iterable[Span]) -> list[Span]:
    """Return spans in their order, those that overlap as one."""
    spans: list[Span] = []
    for start, end in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _fold(text: str) -> str:
    """Return a text of the same length in the letters of the index, blanks dividing words."""
    folded = text.translate(_TABLE)
    return _LOOSE_MARKS.sub(_blanks, folded) if _MARK in folded else folded


def _blanks(marks: re.Match[str]) -> str:
    return _DIVIDER * len(marks[0])


@lru_cache(maxsize=8)
def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    rows = [_fold(word).replace(_MARK, "").split() for word in search_words(words)]
    last = len(rows) - 1
    kept = [(row, number == last) for number, row in enumerate(rows) if row][-MOST_MARKED:]
    return tuple(_pattern(row, may_go_on=may_go_on) for row, may_go_on in kept)


def _pattern(row: list[str], *, may_go_on: bool) -> re.Pattern[str]:
    inside = [f"{_MARK}*".join(map(re.escape, word)) + f"{_MARK}*" for word in row]
    rest = f"[^{_DIVIDER}]*" if may_go_on else f"(?!{_NOT_DIVIDER})"
    return re.compile(f"(?<!{_NOT_DIVIDER})" + f"{_DIVIDER}+".join(inside) + rest)


_NOT_DIVIDER = f"[^{_DIVIDER}]"


class _Table(dict[int, str]):
    """What each character is to the index; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


_TABLE = _Table()


def _letter(character: str) -> str:
    if ord(character) in _MARKS:
        return _MARK
    category = unicodedata.category(character)
    if category[0] not in "LN" and category != "Co":
        return _DIVIDER
    lower = next(
        (one for one in (character.casefold(), character.lower()) if len(one) == 1), character
    )
    base = unicodedata.normalize("NFD", lower)[0]
    return base.lower() if base.isascii() else lower
