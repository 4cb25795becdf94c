"""Cards keep the order and the hiding that was chosen, and new ones find their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.card_order import (
    CARDS,
    CardPlace,
    moved,
    read_order,
    with_hidden,
    write_order,
)

orders = st.permutations([CardPlace(name) for name in CARDS]).flatmap(
    lambda order: st.tuples(
        *(st.builds(CardPlace, st.just(each.name), st.booleans()) for each in order)
    )
)


def names(order: tuple[CardPlace, ...]) -> list[str]:
    return [each.name for each in order]


def test_at_first_they_stand_as_they_are_listed() -> None:
    assert names(read_order("")) == list(CARDS)
    assert not any(each.is_hidden for each in read_order(""))


@pytest.mark.unwatched
@given(orders)
def test_an_order_comes_back_as_it_was_stored(order: tuple[CardPlace, ...]) -> None:
    assert read_order(write_order(order)) == order


def test_unknown_names_are_dropped_and_new_cards_stand_behind_their_usual_neighbour() -> None:
    found = names(read_order("year sleep -mood year"))
    assert set(found) == set(CARDS)
    assert found.index("year") < found.index("mood")
    assert found[found.index("mood") + 1] == "stands-out"
    assert found[found.index("year") + 1] == "answers"
    assert read_order("year -mood")[found.index("mood")].is_hidden


def test_a_card_moves_among_those_that_are_seen() -> None:
    order = tuple(CardPlace(name) for name in "abcd")
    order = with_hidden(order, "b", is_hidden=True)
    assert names(moved(order, "a", 1)) == ["b", "c", "a", "d"]
    assert names(moved(order, "c", -1)) == ["c", "a", "b", "d"]
    assert moved(order, "a", -1) == order
    assert moved(order, "d", 1) == order


@pytest.mark.unwatched
@given(orders, st.sampled_from(CARDS), st.sampled_from([-1, 1]))
def test_there_and_back_shows_the_same(order: tuple[CardPlace, ...], name: str, step: int) -> None:
    order = with_hidden(order, name, is_hidden=False)
    there = moved(order, name, step)
    seen = [each.name for each in order if not each.is_hidden]
    back = moved(there, name, -step) if there != order else order
    assert [each.name for each in back if not each.is_hidden] == seen
    assert set(there) == set(order)
