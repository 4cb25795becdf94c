"""Look for names and numbers in the person's own words before they leave the journal.

They are asked about, never taken out by themselves. What is looked at: every word with a capital
that does not stand there only because a sentence begins, and groups of three digits or more. In
scripts without capitals names cannot be told from other words; ``holds_no_case`` says so.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from caregiver_journal.base.text import shortened
from caregiver_journal.domain.dates import SHORT_MONTHS, SHORT_WEEKDAYS
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.every_word import change_words
from caregiver_journal.domain.mask import MAX_MASK, Mask
from caregiver_journal.domain.phrasing import MONTHS
from caregiver_journal.domain.summary import Drawing, Piece, Points, Quote, Summary, Table, Words
from caregiver_journal.domain.word_finder import WordFinder, composed
from caregiver_journal.domain.word_shape import Token, fold, shape_of, tokens_of

_AROUND = 34
"""How many characters of its surroundings are shown on each side."""
_LEAST_DIGITS = 3
_MANY_DIGITS = 5

_NUMBER = re.compile(
    r"\+?(?:\(\d+\)[ \u00a0\-/]{0,2})?\d+"
    r"(?:,\d{3}(?!\d)|[ \u00a0]?\(\d+\)[ \u00a0\-/]{0,2}\d+|[.\-/\u2010\u2011]\d+"
    r"|(?<=\d\d)[ \u00a0]\d{2,}(?!:\d))*"
)
"""Groups of digits; single ones between blanks are ratings, and no number."""
_LONG_GROUP = re.compile(rf"\d{{{_LEAST_DIGITS}}}")
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w-]{1,20}(?:\.[\w-]{1,12}){1,2}")
_BEGINS = re.compile(
    r"(?:^|[\n.!?…:;·]|\s[–—-]\s|[\"“”„«»‘(\[])[\s\"“”„«»‘’'(\[\-–—*•#>_]*(?:\d+[.)]\s*)?$"
)
_BEHIND = re.compile("['\u2019\u02bc](?:s|m|d|t|ve|re|ll)(?!\\w)", re.IGNORECASE)
_BEFORE = re.compile("(?<![^\\W_])[^\\W\\d_]['\u2019\u02bc]$")
_APOSTROPHES = frozenset("'\u2019\u02bc")
_NEVER = frozenset(
    {"a", "and", "at", "but", "by", "for", "from", "he", "her", "his", "i", "in", "is", "it"}
    | {"its", "my", "not", "of", "on", "or", "she", "the", "they", "to", "we", "with", "you"}
)
"""Words that are no names, in whatever letters."""
_TITLES = ("Dr", "Fr", "Hr", "Jr", "Miss", "Mr", "Mrs", "Ms", "Nr", "Prof", "Rev", "Sr", "St")
"""Words that stand before names, and are none."""
_TITLE = re.compile(rf"\b(?:{'|'.join(_TITLES)}|[^\W\d_])\.\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telltale:
    """A word or number that may tell who somebody is.

    Attributes:
        word: as it stands where it was found first.
        context: a few words around it, one line.
        count: how often it stands there.
        is_number: whether it is made of digits.
    """

    word: str = field(repr=False)
    context: str = field(repr=False)
    count: int
    is_number: bool = False


def find_telltales(
    summary: Summary,
    masks: Iterable[Mask],
    known: Iterable[str] = (),
    ordinary: Collection[str] = frozenset(),
) -> tuple[Telltale, ...]:
    """Return what may tell who somebody is, the most frequent first.

    Args:
        summary: before masks are put on.
        masks: words that were decided about, those that may stay too.
        known: the program's own names, such as those of exercises.
        ordinary: folded words that mean nothing at the beginning of a sentence.
    """
    decided = (mask.word for mask in masks)
    days = (*WEEKDAYS, *MONTHS, *SHORT_WEEKDAYS, *SHORT_MONTHS, *_years(summary))
    passed = WordFinder(dict.fromkeys((*decided, *known, *days, *_TITLES), ""))
    search = _Search(passed, ordinary)
    for section in summary.sections:
        for piece in section.pieces:
            is_free = not isinstance(piece, Table | Drawing)
            for text in _own_texts(piece):
                search.look_through(composed(text), short_numbers=is_free)
    return search.found()


def own_texts(summary: Summary) -> Iterator[str]:
    """Return the person's own words of a summary, one text after the other."""
    for section in summary.sections:
        for piece in section.pieces:
            yield from _own_texts(piece)


def _years(summary: Summary) -> Iterator[str]:
    """Return the years that its own dates name."""
    first, last = summary.period.bounds
    return map(str, range(first.year, max(last.year, summary.made.year) + 1))


def holds_no_case(summary: Summary) -> bool:
    """Tell whether own words are written in a script in which names have no capital."""
    return any(unicodedata.category(sign) == "Lo" for text in own_texts(summary) for sign in text)


def _own_texts(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Drawing):
        yield from _strings(piece.data)
    elif isinstance(piece, Quote):
        yield piece.heading
        yield from (text for _title, text in piece.parts)
    elif isinstance(piece, Words) and piece.is_own:
        yield piece.text
    elif isinstance(piece, Points) and piece.is_own:
        yield from (text for point in piece.points for text in point)
    elif isinstance(piece, Table) and piece.is_own:
        yield from (*piece.heads, *(cell for row in piece.rows for cell in row))


def _strings(data: object) -> list[str]:
    """Return all strings of what is drawn; they may be the person's, such as who asked."""
    there: list[str] = []

    def note(text: str) -> str:
        there.append(text)
        return text

    change_words(data, note)
    return there


class _Search:
    """What was found so far."""

    def __init__(self, passed: WordFinder, ordinary: Collection[str]) -> None:
        self._passed = passed
        self._ordinary = ordinary
        self._counts: Counter[str] = Counter()
        self._first: dict[str, Telltale] = {}
        self._inside: set[str] = set()
        self._lower: set[str] = set()
        self._beginners: set[str] = set()

    def look_through(self, text: str, *, short_numbers: bool = True) -> None:
        """Note what stands in a text.

        Args:
            text: composed.
            short_numbers: whether three or four digits are asked about; counts and scores, of
                which tables and drawings are full, are no longer.
        """
        least = _LEAST_DIGITS if short_numbers else _MANY_DIGITS
        taken = bytearray(len(text))  # a sign of it for each that was looked at
        for found in self._passed.find(text):
            taken[found.start : found.end] = b"x" * (found.end - found.start)
        addresses = _ADDRESS.finditer(text) if "@" in text else ()
        for match in (*addresses, *_NUMBER.finditer(text)):
            start, end = _whole(text, *match.span())
            if not any(taken[start:end]) and _tells(text[start:end], least):
                taken[start:end] = b"x" * (end - start)
                self._note(text, start, end, is_number=text[end - 1].isdecimal())
        for token in tokens_of(text, shape_of(text)):
            if not any(taken[token.start : token.end]):
                self._look_at(text, _with_prefix(text, token))

    def found(self) -> tuple[Telltale, ...]:
        """Return what is worth a question."""
        kept = [key for key in self._counts if self._is_asked(key)]
        kept.sort(key=self._order)
        made = (self._first[key] for key in kept)
        return tuple(
            Telltale(one.word, one.context, self._counts[key], one.is_number)
            for key, one in zip(kept, made, strict=True)
        )

    def _look_at(self, text: str, token: Token) -> None:
        word = text[token.start : token.end]
        if word == word.lower():
            self._lower.add(token.folded)
            return
        if _is_passed(text, token):
            return
        if word.isupper() and len(word) > 1 and self._is_ordinary(token.folded):
            return  # somebody writes loudly
        begins = word[1:] == word[1:].lower() and _begins_sentence(text, token.start)
        (self._beginners if begins else self._inside).add(token.folded)
        self._note(text, token.start, token.end, is_number=False)

    def _note(self, text: str, start: int, end: int, *, is_number: bool) -> None:
        word = text[start:end]
        key = fold(word)
        self._counts[key] += 1
        if not is_number and "@" in word:
            self._inside.add(key)
        if key not in self._first:
            self._first[key] = Telltale(word, _context(text, start, end), 0, is_number)

    def _is_ordinary(self, key: str) -> bool:
        return key in self._ordinary or key in self._lower

    def _is_asked(self, key: str) -> bool:
        if self._first[key].is_number or key in self._inside:
            return True
        return not self._is_ordinary(key)

    def _order(self, key: str) -> tuple[bool, int, str]:
        return self._first[key].is_number, -self._counts[key], key


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where what has digits begins and ends with the letters at it, as in *B12345*."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _tells(found: str, least: int) -> bool:
    digits = sum(sign.isdecimal() for sign in found)
    if len(found) > MAX_MASK:
        return False
    is_short = digits < _MANY_DIGITS and _LONG_GROUP.search(found) is None
    return "@" in found or (digits >= least and not is_short)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _AROUND) : start]
    return _BEGINS.search(before) is not None and _TITLE.search(before) is None


def _is_passed(text: str, token: Token) -> bool:
    """Tell whether a word with a capital is none that anybody is asked about."""
    is_short_enough = token.end - token.start <= MAX_MASK
    is_part = _opens_name(text, token) or _is_behind(text, token.start)
    return token.folded in _NEVER or is_part or not is_short_enough


def _with_prefix(text: str, token: Token) -> Token:
    """Return a word with the letter and apostrophe it belongs to, as in *O'Brien*."""
    before = _BEFORE.search(text, max(0, token.start - 3), token.start)
    if before is None or not text[token.start].isupper() or not before[0][0].isupper():
        return token
    if _is_behind(text, token.start):
        return token
    word = text[before.start() : token.end]
    return Token(before.start(), token.end, fold(word))


def _opens_name(text: str, token: Token) -> bool:
    """Tell whether a letter and its apostrophe are looked at with the word behind them."""
    is_one = token.end - token.start == 1 and text[token.end : token.end + 1] in _APOSTROPHES
    opens = is_one and text[token.end + 1 : token.end + 2].isupper()
    return opens and not _is_behind(text, token.end + 1)


def _is_behind(text: str, start: int) -> bool:
    """Tell whether letters only end a word behind an apostrophe, as in *I'M* or *MARTA'S*."""
    return start > 0 and _BEHIND.match(text, start - 1) is not None


def _context(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first > 0:
        before = f"…{before.partition(' ')[2] or before}"
    if last < len(text):
        after = f"{after.rpartition(' ')[0] or after}…"
    return shortened(f"{before}{text[start:end]}{after}", MAX_MASK + 2 * _AROUND + 2)
