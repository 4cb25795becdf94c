"""Find words and numbers of a person's own wherever they stand in a text.

A word is found as a whole, whatever its case, accents and width, with an s behind it (*Marta's*,
*Martas*), across blanks and line breaks, and in Hebrew and Arabic with the small words that are
written together with it (*and*, *to*, *the* …), which are left out of what is found. In scripts
that do not part their words it is found wherever it stands. A number of five digits or more is
found however its digits are grouped.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from caregiver_journal.domain.word_shape import (
    MARK,
    OTHER,
    POINT,
    WORD,
    Token,
    fold,
    runs_without_blanks,
    shape_of,
    tokens_of,
)

_LONG_NUMBER = 5
"""How many digits make a number that is found however it is grouped."""
_SHORT_WORD = 3
"""Longest word, in letters, behind which a full stop may be left out: *Dr*, *Mrs*, an initial."""
_LOOSE_GAP = 4
"""Longest row of other signs that may stand between two words, as in an address."""

_FIRST_HEBREW = "\u05d0"
_HEBREW = re.compile("[והבלמשכ]{1,4}(?=[א-ת]{2})")
_ARABIC = re.compile("[وف]?[بلكس]?(?:ال)?(?=[ء-ي]{2})")
_ARABIC_TO_THE = re.compile("([وف]?)لل(?=[ء-ي]{2})")
_NUMBER_GAP = re.compile(r"[\s.\-/()+\u2010\u2011\u2013]{0,4}")


class _Row(NamedTuple):
    """The parts of one word that is looked for.

    Attributes:
        words: folded.
        gaps: what stands between them, as shapes.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    instead: str


class Found(NamedTuple):
    """A word that stands from ``start`` to ``end`` of a text, and what stands instead of it."""

    start: int
    end: int
    instead: str


class WordFinder:
    """Finds some words in one text after the other."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take words, and what stands instead of each."""
        self._rows: dict[str, list[_Row]] = {}
        self._numbers: dict[str, str] = {}
        self._literals: dict[str, str] = {}
        for word, instead in words.items():
            self._take(composed(word), instead)
        for rows in self._rows.values():
            rows.sort(key=_length, reverse=True)
        self._longest_number = max(map(len, self._numbers), default=0)

    def find(self, text: str) -> list[Found]:
        """Return where the words stand in a composed text, in its order.

        Where some overlap, the longest stands for all of them, so that no rest is left.
        """
        shape = shape_of(text)
        found = [*self._find_rows(text, shape), *self._find_literals(text, shape)]
        return list(_joined(found))

    def _take(self, word: str, instead: str) -> None:
        shape = shape_of(word)
        tokens = tokens_of(word, shape)
        joined = "".join(token.folded for token in tokens)
        if runs_without_blanks(word) or len(joined) < min(2, len(_bare(word))):
            self._literals[_bare(word)] = instead
        elif joined.isdecimal() and len(joined) >= _LONG_NUMBER:
            self._numbers[joined] = instead
        elif tokens:
            words = tuple(token.folded for token in tokens)
            gaps = tuple(shape[a.end : b.start] for a, b in pairwise(tokens))
            self._rows.setdefault(words[0], []).append(_Row(words, gaps, instead))

    def _find_rows(self, text: str, shape: str) -> Iterator[Found]:
        if not self._rows and not self._numbers:
            return
        tokens = tokens_of(text, shape)
        for place, token in enumerate(tokens):
            word = token.folded
            if word in self._rows or word[-1] == "s" or word[0] >= _FIRST_HEBREW:
                for prefix in _prefixes(word):
                    yield from self._find_row(text, shape, (tokens, place), prefix)
            if self._numbers and word.isdecimal():
                yield from self._find_number(text, tokens, place)

    def _find_row(
        self, text: str, shape: str, at: tuple[Sequence[Token], int], prefix: "_Prefix"
    ) -> Iterator[Found]:
        tokens, place = at
        word, token = prefix.rest, tokens[place]
        for row in (*self._rows.get(word, ()), *self._rows.get(_without_s(word), ())):
            last = _last_fitting(row, word, tokens, place, shape)
            if last is not None:
                has_s = (word if last is token else last.folded) != row.words[-1]
                start = _after_letters(text, token, prefix.letters)
                yield Found(start, last.end - has_s, row.instead)
                return

    def _find_number(self, text: str, tokens: Sequence[Token], place: int) -> Iterator[Found]:
        joined, end = "", tokens[place].start
        for token in tokens[place : place + self._longest_number]:
            if not token.folded.isdecimal() or not _NUMBER_GAP.fullmatch(text, end, token.start):
                return
            joined, end = joined + token.folded, token.end
            if len(joined) > self._longest_number:
                return
            if joined in self._numbers:
                yield Found(tokens[place].start, end, self._numbers[joined])

    def _find_literals(self, text: str, shape: str) -> Iterator[Found]:
        if not self._literals:
            return
        bare, places = _bare_with_places(text)
        for literal, instead in self._literals.items():
            at = bare.find(literal)
            while at >= 0:
                start, end = places[at], places[at + len(literal) - 1] + 1
                while shape[end : end + 1] == MARK:
                    end += 1
                if _is_whole(literal, shape, (start, end)):
                    yield Found(start, end, instead)
                at = bare.find(literal, at + 1)


class _Prefix(NamedTuple):
    """What a word is without what is written together with it.

    Attributes:
        letters: how many are left out.
    """

    letters: int
    rest: str


def _prefixes(word: str) -> Iterator[_Prefix]:
    """Return the ways to read a word: as it stands, and without small words before it."""
    yield _Prefix(0, word)
    if word[0] < _FIRST_HEBREW:
        return
    hebrew = _HEBREW.match(word)
    if hebrew:
        yield from (_Prefix(count, word[count:]) for count in range(1, hebrew.end() + 1))
    to_the = _ARABIC_TO_THE.match(word)
    if to_the:  # the article loses its first letter behind "to": li-l- instead of li-al-
        yield _Prefix(to_the.end(1) + 1, f"\u0627{word[to_the.end(1) + 1 :]}")
        yield _Prefix(to_the.end(), word[to_the.end() :])
    arabic = _ARABIC.match(word)
    if arabic:
        yield from (_Prefix(count, word[count:]) for count in range(1, arabic.end() + 1))


def _without_s(word: str) -> str:
    """Return a word without the s of a genitive or of a family; "" where it has none."""
    return word[:-1] if len(word) > _SHORT_WORD and word.endswith("s") else ""


def _last_fitting(
    row: _Row, first: str, tokens: Sequence[Token], place: int, shape: str
) -> Token | None:
    """Return the last word of where a mask fits from a word on, or None where it does not."""
    there = tokens[place : place + len(row.words)]
    if len(there) < len(row.words):
        return None
    said = [first, *(token.folded for token in there[1:])]
    if said[:-1] != list(row.words[:-1]) or row.words[-1] not in {said[-1], _without_s(said[-1])}:
        return None
    pairs = zip(row.gaps, pairwise(there), strict=True)
    if not all(
        _is_gap(gap, before, shape[before.end : after.start]) for gap, (before, after) in pairs
    ):
        return None
    return None if _is_inside_number(row, there[-1], shape, there[0].start) else there[-1]


def _is_gap(wanted: str, before: Token, there: str) -> bool:
    if OTHER in there and not (OTHER in wanted and len(there) <= _LOOSE_GAP):
        return False
    return POINT not in there or POINT in wanted or len(before.folded) <= _SHORT_WORD


def _is_inside_number(row: _Row, last: Token, shape: str, start: int) -> bool:
    """Tell whether a short number is only a part of another, such as the 12 of 12.5."""
    word = row.words[-1]
    if len(row.words) > 1 or not word.isdecimal() or len(word) >= _SHORT_WORD:
        return False
    ahead = shape[last.end : last.end + 2] == POINT + WORD
    return ahead or shape[max(0, start - 2) : start] == WORD + POINT


def _after_letters(text: str, token: Token, letters: int) -> int:
    """Return where a word goes on behind so many of its letters and their marks."""
    at = token.start
    while letters > 0 or not fold(text[at]):
        letters -= len(fold(text[at]))
        at += 1
    return at


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """Return what was found in its order; where some overlap, the longest stands for all."""
    last, longest = None, 0
    for each in sorted(found, key=_by_place):
        if last is None or each.start >= last.end:
            if last is not None:
                yield last
            last, longest = each, each.end - each.start
            continue
        is_longer = each.end - each.start > longest
        longest = max(longest, each.end - each.start)
        instead = each.instead if is_longer else last.instead
        last = Found(last.start, max(last.end, each.end), instead)
    if last is not None:
        yield last


def _by_place(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _length(row: _Row) -> tuple[int, int]:
    return len(row.words), sum(map(len, row.words))


def _is_whole(literal: str, shape: str, span: tuple[int, int]) -> bool:
    """Tell whether what was found sign by sign is no part of a longer word."""
    if runs_without_blanks(literal):
        return True
    start, end = span
    begins, ends = shape_of(literal[0]) == WORD, shape_of(literal[-1]) == WORD
    return not (begins and shape[max(0, start - 1) : start] == WORD) and not (
        ends and shape[end : end + 1] == WORD
    )


def _bare(text: str) -> str:
    """Return a text folded and without blanks, as it is looked for sign by sign."""
    return "".join(fold(text).split())


def _bare_with_places(text: str) -> tuple[str, list[int]]:
    """Return a text folded and without blanks, and from where in it each sign comes."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for part in _bare(sign):
            signs.append(part)
            places.append(place)
    return "".join(signs), places


def composed(text: str) -> str:
    """Return a text with each letter and its accents in one, as all texts of a journal are."""
    return unicodedata.normalize("NFC", text)
