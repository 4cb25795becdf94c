"""Masks come back by their words, each word once whatever its case."""

from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mask import Mask
from caregiver_journal.journal.journal import Journal

ALIAS = Mask("Maria", "M.")
BLACK = Mask("Elm House")
STAYS = Mask("Tuesday", may_stay=True)


def write(journal: Journal, *masks: Mask) -> None:
    with journal.writing(Topic.MASK):
        for mask in masks:
            journal.masks.write(mask)


def test_they_come_back_whole_by_their_words(place: Place) -> None:
    write(place.open(), STAYS, ALIAS, BLACK)
    place.close()
    assert place.open().masks.all() == (BLACK, ALIAS, STAYS)


def test_a_word_has_one_mask_whatever_its_case(journal: Journal) -> None:
    write(journal, ALIAS, Mask("MARIA", "the deputy"))
    assert journal.masks.all() == (Mask("MARIA", "the deputy"),)


def test_one_is_forgotten_by_its_word(journal: Journal) -> None:
    write(journal, ALIAS, BLACK)
    with journal.writing(Topic.MASK):
        journal.masks.forget("mARIA")
        journal.masks.forget("nobody")
    assert journal.masks.all() == (BLACK,)
