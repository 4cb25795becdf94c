"""The words for feelings: those that come with the program and the person's own."""

from dataclasses import dataclass
from functools import cache

from caregiver_journal.base.content import read_content, require_texts
from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Offer:
    """A feeling word and whether it is hidden."""

    feeling: Feeling
    is_hidden: bool


@cache
def shipped_feelings() -> tuple[Feeling, ...]:
    """Return the words that come with the program, in their order; raises ``ContentError``."""
    return read_content("feelings").records("feeling", _make_feeling)


def all_feelings(journal: Journal) -> tuple[Offer, ...]:
    """Return every word, the person's own first."""
    hidden = journal.feelings.hidden()
    words = (*journal.feelings.own(), *shipped_feelings())
    return tuple(Offer(each, folded(each.word) in hidden) for each in words)


def offered_feelings(journal: Journal) -> tuple[Feeling, ...]:
    """Return the words that are offered, the person's own first."""
    return tuple(offer.feeling for offer in all_feelings(journal) if not offer.is_hidden)


def add_feeling(journal: Journal, feeling: Feeling) -> None:
    """Add a word of the person's own; raises ``InvalidValueError`` where it is there already."""
    _refuse_shipped(feeling)
    with journal.writing(Topic.FEELING):
        journal.feelings.add(feeling)


def change_feeling(journal: Journal, word: str, feeling: Feeling) -> None:
    """Write a word of the person's own over an earlier one, in all moods that have it.

    Raises:
        NothingFoundError: the earlier one is none of the person's own.
        InvalidValueError: another word is the same.
    """
    _refuse_shipped(feeling)
    with (
        journal.writing(*Kind, Topic.FEELING),
        journal.search.renewing(journal.feelings.entries_of(word)),
    ):
        journal.feelings.change(word, feeling)


def hide_feeling(journal: Journal, word: str, *, hidden: bool) -> None:
    """Offer a word no more, or again; moods that have it keep it."""
    with journal.writing(Topic.FEELING):
        journal.feelings.hide(word, hidden=hidden)


def _refuse_shipped(feeling: Feeling) -> None:
    if any(folded(each.word) == folded(feeling.word) for each in shipped_feelings()):
        raise InvalidValueError(_("This word is there already."), field="word")


def _make_feeling(word: str, meaning: str, pleasant: int, energy: int) -> Feeling:
    require_texts(word, meaning)
    return Feeling(word, meaning, pleasant, energy)
