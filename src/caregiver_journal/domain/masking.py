"""Put other words instead of names and numbers, wherever they stand in what leaves the journal.

``word_finder`` says what is found. What was put instead is never looked at again.
"""

from collections.abc import Iterable

from caregiver_journal.domain.every_word import change_words
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.summary import Summary
from caregiver_journal.domain.word_finder import WordFinder, composed

BAR = "███"
"""What stands instead of a word that is blacked out; its length tells nothing."""


def mask_summary(summary: Summary, masks: Iterable[Mask]) -> Summary:
    """Return a summary in which no string holds a masked word, those of its drawings included.

    Raises:
        TypeError: there is something in it that cannot be looked through.
    """
    return change_words(summary, Masker(masks).mask)


class Masker:
    """Puts masks on one text after the other; words that may stay do so."""

    def __init__(self, masks: Iterable[Mask]) -> None:
        self._finder = WordFinder(
            {mask.word: mask.instead or BAR for mask in masks if not mask.may_stay}
        )
        self._done: dict[str, str] = {}

    def mask(self, text: str) -> str:
        """Return a text with the masks put on."""
        if text not in self._done:
            self._done[text] = self._mask(composed(text))
        return self._done[text]

    def _mask(self, text: str) -> str:
        parts, last = [], 0
        for start, end, instead in self._finder.find(text):
            parts += [text[last:start], instead]
            last = end
        return "".join((*parts, text[last:]))
