"""Masks are added, changed, deleted and taken back; what the check asks is answered once."""

from domain.test_masking import a_summary, repr_of

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.summary import Words
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.masking import (
    delete_mask,
    find_in,
    masked,
    read_masks,
    settle,
    write_mask,
)

MARTA = Mask("Marta", "M.")


def said(journal: Journal, text: str, *answers: Mask) -> str:
    summary = masked(journal, a_summary(Words(text, is_own=True), title=""), answers)
    return repr_of(summary).strip()


def test_a_mask_is_added_changed_deleted_and_each_taken_back(
    journal: Journal, told: list[Changes]
) -> None:
    take_back = write_mask(journal, MARTA)
    assert read_masks(journal) == (MARTA,)
    assert said(journal, "MARTA’s bag") == "M.’s bag"
    take_back()
    assert read_masks(journal) == ()
    write_mask(journal, MARTA)
    changed = Mask("Marta Weiss", "MW")
    take_back = write_mask(journal, changed, "Marta")
    assert read_masks(journal) == (changed,)
    take_back()
    assert read_masks(journal) == (MARTA,)
    bring_back = delete_mask(journal, MARTA)
    assert read_masks(journal) == ()
    bring_back()
    assert read_masks(journal) == (MARTA,)
    assert set(told) == {frozenset({Topic.MASK})}


def test_a_mask_of_the_same_word_is_written_over_and_brought_back(journal: Journal) -> None:
    write_mask(journal, MARTA)
    take_back = write_mask(journal, Mask("MARTA"))
    assert read_masks(journal) == (Mask("MARTA"),)
    take_back()
    assert read_masks(journal) == (MARTA,)


def test_what_was_answered_is_not_asked_again(journal: Journal) -> None:
    summary = a_summary(Words("so Marta and Zoe of the Kind Ward, 12345", is_own=True))
    found = [one.word for one in find_in(journal, summary)]
    assert found == ["Kind", "Marta", "Ward", "Zoe", "12345"]
    answers = [Mask(word, may_stay=word != "Zoe") for word in found]
    take_back = settle(journal, answers)
    assert find_in(journal, summary) == ()
    assert said(journal, "Marta and Zoe, 123 45") == "Marta and ███, 123 45"
    take_back()
    assert read_masks(journal) == ()


def test_answers_taken_back_leave_what_was_before(journal: Journal) -> None:
    write_mask(journal, MARTA)
    settle(journal, [Mask("marta", may_stay=True), Mask("Zoe")])()
    assert read_masks(journal) == (MARTA,)


def test_answers_that_could_not_be_kept_hold_where_nothing_is_kept(journal: Journal) -> None:
    write_mask(journal, MARTA)
    assert said(journal, "Marta, Zoe", Mask("zoe", "Z"), Mask("MARTA", may_stay=True)) == "M., Z"


def test_the_programs_own_names_are_not_asked_about(journal: Journal) -> None:
    text = "Then on Monday in March I did the PHQ-9"
    assert find_in(journal, a_summary(Words(text, is_own=True))) == ()
