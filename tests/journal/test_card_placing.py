"""Which cards stand where is kept in the journal, and taken back."""

from caregiver_journal.domain.card_order import CARDS
from caregiver_journal.journal.card_placing import card_order, hide_card, move_card, show_card
from caregiver_journal.journal.journal import Journal


def seen(journal: Journal) -> list[str]:
    return [each.name for each in card_order(journal) if not each.is_hidden]


def test_a_card_is_moved_hidden_and_shown_again(journal: Journal) -> None:
    assert seen(journal) == list(CARDS)
    move_card(journal, "year", -1)
    assert seen(journal)[:3] == ["mood", "year", "stands-out"]
    show_again = hide_card(journal, "year")
    assert "year" not in seen(journal)
    show_again()
    assert seen(journal)[1] == "year"
    hide_card(journal, "mood")
    show_card(journal, "mood")
    assert seen(journal)[0] == "mood"
