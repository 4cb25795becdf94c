"""Put other words instead of names and numbers, wherever they stand in what leaves the journal.

A word is found as a whole, whatever its case, accents and width, with an s behind it (*Marta's*,
*Martas*), across blanks and line breaks, and in Hebrew and Arabic with the small words that are
written together with it (*and*, *to*, *the* …), which stay. In scripts that do not part their
words it is found wherever it stands. A number of five digits or more is found however its digits
are grouped. What was put instead is never looked at again.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from caregiver_journal.domain.every_word import change_words
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.summary import Summary
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

BAR = "███"
"""What stands instead of a word that is blacked out; its length tells nothing."""

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


def mask_text(text: str, masks: Iterable[Mask]) -> str:
    """Return a text with all masks put on; words that may stay do so."""
    return Masker(masks).mask(text)


def mask_summary(summary: Summary, masks: Iterable[Mask]) -> Summary:
    """Return a summary in which no string holds a masked word, those of its drawings included.

    Raises:
        TypeError: there is something in it that cannot be looked through.
    """
    return change_words(summary, Masker(masks).mask)


class _Row(NamedTuple):
    """The words of one mask.

    Attributes:
        words: folded.
        gaps: what stands between them, as shapes.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    instead: str


class _Found(NamedTuple):
    """A mask that fits from ``start`` to ``end`` of a text."""

    start: int
    end: int
    instead: str


class Masker:
    """Puts masks on one text after the other."""

    def __init__(self, masks: Iterable[Mask]) -> None:
        self._rows: dict[str, list[_Row]] = {}
        self._numbers: dict[str, str] = {}
        self._literals: dict[str, str] = {}
        self._done: dict[str, str] = {}
        for mask in masks:
            if not mask.may_stay:
                self._take(_composed(mask.word), mask.instead or BAR)
        for rows in self._rows.values():
            rows.sort(key=_length, reverse=True)
        self._longest_number = max(map(len, self._numbers), default=0)

    def mask(self, text: str) -> str:
        """Return a text with the masks put on."""
        if text not in self._done:
            self._done[text] = self._mask(_composed(text))
        return self._done[text]

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

    def _mask(self, text: str) -> str:
        shape = shape_of(text)
        found = [*self._find_rows(text, shape), *self._find_literals(text, shape)]
        if not found:
            return text
        parts, last = [], 0
        for start, end, instead in _joined(found):
            parts += [text[last:start], instead]
            last = end
        return "".join((*parts, text[last:]))

    def _find_rows(self, text: str, shape: str) -> Iterator[_Found]:
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
    ) -> Iterator[_Found]:
        tokens, place = at
        word, token = prefix.rest, tokens[place]
        for row in (*self._rows.get(word, ()), *self._rows.get(_without_s(word), ())):
            last = _last_fitting(row, word, tokens, place, shape)
            if last is not None:
                has_s = (word if last is token else last.folded) != row.words[-1]
                start = _after_letters(text, token, prefix.letters)
                yield _Found(start, last.end - has_s, row.instead)
                return

    def _find_number(self, text: str, tokens: Sequence[Token], place: int) -> Iterator[_Found]:
        joined, end = "", tokens[place].start
        for token in tokens[place : place + self._longest_number]:
            if not token.folded.isdecimal() or not _NUMBER_GAP.fullmatch(text, end, token.start):
                return
            joined, end = joined + token.folded, token.end
            if len(joined) > self._longest_number:
                return
            if joined in self._numbers:
                yield _Found(tokens[place].start, end, self._numbers[joined])

    def _find_literals(self, text: str, shape: str) -> Iterator[_Found]:
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
                    yield _Found(start, end, instead)
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


def _joined(found: Iterable[_Found]) -> Iterator[_Found]:
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
        last = _Found(last.start, max(last.end, each.end), instead)
    if last is not None:
        yield last


def _by_place(found: _Found) -> tuple[int, int]:
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


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
