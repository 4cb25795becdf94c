"""Feeling words by how often they were chosen: what their drawing shows, and the same in words."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.numbers import LEAST, listed, not_enough, say_check_ins
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.telling import Behind, Row, Telling

MOST_WORDS = 12
"""How many words are drawn."""

_NAMED = 3
"""How many of them the sentence names."""


class WordCount(NamedTuple):
    """One word and on how many check-ins it stands."""

    word: str
    n: int


@dataclass(frozen=True)
class WordCounts:
    """The words of a period.

    Attributes:
        words: all of them, the most frequent first; equal ones by alphabet.
        moments: how many check-ins have at least one word.
        first, last: the period looked at.
    """

    words: tuple[WordCount, ...] = field(repr=False)
    moments: int
    first: date
    last: date


def tell_words(data: WordCounts) -> Telling:
    """Say the drawing of feeling words in words."""
    distinct = len(data.words)
    words = ngettext("{count:,} word", "{count:,} words", distinct).format(count=distinct)
    counted = _("{words} on {check_ins}").format(words=words, check_ins=say_check_ins(data.moments))
    reading = _("Each bar is a word, as long as the number of check-ins it stands on.")
    if distinct > MOST_WORDS:
        most = _("The {count} most frequent are drawn.").format(count=MOST_WORDS)
        reading = f"{reading} {most}"
    return Telling(
        reading=reading,
        counted=counted,
        sentence=_sentence(data),
        heads=(_("Word"), _("Check-ins")),
        rows=tuple(Row((each.word, f"{each.n:,}"), behind_word(each, data)) for each in data.words),
        is_enough=_is_enough(data),
        leading=distinct,
    )


def drawn_words(data: WordCounts) -> tuple[WordCount, ...]:
    """Return the words that are drawn: the most frequent ones."""
    return data.words[:MOST_WORDS]


def say_word(count: WordCount) -> str:
    """Return one bar in words: *tired: 12 check-ins*."""
    return f"{count.word}: {say_check_ins(count.n)}"


def behind_word(count: WordCount, data: WordCounts) -> Behind:
    """Return the check-ins a word stands on."""
    feelings = frozenset({count.word})
    return Behind(Query(feelings=feelings, first=data.first, last=data.last))


def _is_enough(data: WordCounts) -> bool:
    return data.moments >= LEAST and bool(data.words)


def _sentence(data: WordCounts) -> str:
    if not data.words:
        return _("No feeling words in these days.")
    if not _is_enough(data):
        return not_enough(say_check_ins(data.moments))
    first = listed([f"{each.word} ({each.n:,})" for each in data.words[:_NAMED]])
    return _("Chosen most often: {words}.").format(words=first)
