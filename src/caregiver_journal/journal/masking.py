"""Words that stand for something else in what leaves the journal: kept, asked about, put on."""

from collections.abc import Callable, Iterable
from functools import partial

from caregiver_journal.base.content import read_words
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary import (
    ANSWER_WORDS,
    LIMIT_WORDS,
    PULL_WORDS,
    RELATIONSHIP_WORDS,
    SETTING_WORDS,
)
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.masking import mask_summary
from caregiver_journal.domain.summary import Summary
from caregiver_journal.domain.telltale import Telltale, find_telltales
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.exercising import shipped_exercises
from caregiver_journal.journal.instruments import shipped_instruments
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import shipped_themes
from caregiver_journal.journal.scripts import shipped_situations


def masked(journal: Journal, summary: Summary, answers: Iterable[Mask] = ()) -> Summary:
    """Return a summary in which the person's masks are put on every word.

    Args:
        journal: where they are kept.
        summary: as it was read.
        answers: what was answered about words that were found and could not be kept, as in a
            journal that nothing can be written to; what is kept since counts more.
    """
    return begin_masked(journal, summary, answers)()


def begin_masked(
    journal: Journal, summary: Summary, answers: Iterable[Mask] = ()
) -> Callable[[], Summary]:
    """Return what ``masked`` does, to be worked out in any thread."""
    return partial(mask_summary, summary, read_masks(journal, answers))


def find_in(journal: Journal, summary: Summary) -> tuple[Telltale, ...]:
    """Return names and numbers of a summary that nothing was decided about yet."""
    return begin_find(journal, summary)()


def begin_find(journal: Journal, summary: Summary) -> Callable[[], tuple[Telltale, ...]]:
    """Return what ``find_in`` does, to be worked out in any thread."""
    ordinary = frozenset(read_words("ordinary_words"))
    return partial(find_telltales, summary, journal.masks.all(), _own_names(), ordinary)


def read_masks(journal: Journal, answers: Iterable[Mask] = ()) -> tuple[Mask, ...]:
    """Return all masks by their words, and the words that may stay.

    Args:
        journal: where they are kept.
        answers: masks that hold where nothing is kept about a word.
    """
    masks = {mask.word.casefold(): mask for mask in (*answers, *journal.masks.all())}
    return tuple(masks.values())


def write_mask(journal: Journal, mask: Mask, word: str = "") -> Callable[[], None]:
    """Add a mask, or change the one of a word; return what takes that back.

    A mask of the same word is written over.
    """
    gone = {each.casefold() for each in (word, mask.word) if each}
    earlier = tuple(each for each in journal.masks.all() if each.word.casefold() in gone)
    with journal.writing(Topic.MASK):
        for each in earlier:
            journal.masks.forget(each.word)
        journal.masks.write(mask)
    return partial(_take_back, journal, (mask,), earlier)


def delete_mask(journal: Journal, mask: Mask) -> Callable[[], None]:
    """Delete a mask; return what brings it back."""
    with journal.writing(Topic.MASK):
        journal.masks.forget(mask.word)
    return partial(_take_back, journal, (), (mask,))


def settle(
    journal: Journal, answers: Iterable[Mask], draft: DraftName | None = None
) -> Callable[[], None]:
    """Keep what was answered about words that were found, all at once, and forget its draft.

    Returns:
        What takes the answers back.
    """
    new = tuple(answers)
    words = {each.word.casefold() for each in new}
    earlier = tuple(each for each in journal.masks.all() if each.word.casefold() in words)
    with journal.writing(Topic.MASK):
        for each in new:
            journal.masks.write(each)
        forget_draft(journal, draft)
    return partial(_take_back, journal, new, earlier)


def _take_back(journal: Journal, written: tuple[Mask, ...], earlier: tuple[Mask, ...]) -> None:
    with journal.writing(Topic.MASK):
        for mask in written:
            journal.masks.forget(mask.word)
        for mask in earlier:
            journal.masks.write(mask)


def _own_names() -> tuple[str, ...]:
    """Return names of the program's own, which are asked about nowhere."""
    titles = (shipped_exercises(), shipped_instruments(), shipped_themes(), shipped_situations())
    words = (ANSWER_WORDS, LIMIT_WORDS, PULL_WORDS, RELATIONSHIP_WORDS, SETTING_WORDS)
    return (
        *(each.title for group in titles for each in group),
        *(_(word) for group in words for word in group.values()),
    )
