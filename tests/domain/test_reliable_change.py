"""Two scores: their difference, whether it is larger than chance, and whether it is noticed."""

from dataclasses import replace

import pytest
from support.instruments import THREE, with_scale

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.instrument import Change, How, Noticing, Status
from caregiver_journal.domain.reliable_change import (
    ChangeSaid,
    Said,
    Taken,
    change_words,
    changes_since,
    say_change,
    say_difference,
)


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (6, "6 points higher"),
        (-6, "6 points lower"),
        (1, "1 point higher"),
        (-0.25, "0.25 points lower"),
        (0, "no difference"),
        (0.004, "no difference"),
    ],
)
def test_a_difference_is_neither_good_nor_bad(difference: float, words: str) -> None:
    assert say_difference(difference) == words


def test_both_thresholds_are_said_apart() -> None:
    said = change_words(THREE, "total", Taken(2), Taken(5))
    assert said == ChangeSaid(
        3,
        "3 points higher",
        Said(False, "May be chance (less than 4 points, 95 %)", "made up"),
        Said(True, "Worth noticing (2 points or more)", "asked for"),
    )
    assert say_change(said) == (
        "3 points higher. May be chance (less than 4 points, 95 %). "
        "Worth noticing (2 points or more)."
    )


def test_they_begin_exactly_at_their_points_whichever_way_it_went() -> None:
    for sign in (1, -1):
        found = [
            change_words(THREE, "total", Taken(5), Taken(5 + sign * points))
            for points in (1, 2, 3, 4)
        ]
        reliable = [each.reliable.is_reached for each in found if each.reliable]
        noticing = [each.noticing.is_reached for each in found if each.noticing]
        assert reliable == [False, False, False, True]
        assert noticing == [False, True, True, True]


def test_a_mean_reaches_its_points_though_its_numbers_are_not_exact() -> None:
    change = Change(0.3, 95, "made up", Status.CONFIRMED)
    mean = with_scale(how=How.MEAN, highest=3, decimals=2, changes=(change,), noticing=None)
    said = change_words(mean, "total", Taken(0.7), Taken(1.0))
    assert 1.0 - 0.7 < 0.3 + 1e-15
    assert said.reliable is not None
    assert said.reliable.is_reached


def test_unlike_forms_are_not_compared() -> None:
    said = change_words(THREE, "total", Taken(2, "a"), Taken(9, "b"))
    assert (said.difference, said.reliable, said.noticing) == (None, None, None)
    assert say_change(said) == "The two forms were coded differently, so they are not compared."


@pytest.mark.parametrize("forms", [("", "b"), ("b", "")])
def test_a_total_beside_a_sheet_is_not_said_to_be_coded_differently(
    forms: tuple[str, str],
) -> None:
    said = change_words(THREE, "total", Taken(2, forms[0]), Taken(9, forms[1]))
    assert said.difference is None
    assert say_change(said) == "It is not known how the total was coded, so they are not compared."


def test_what_is_provisional_is_not_spoken_of() -> None:
    bare = with_scale(
        changes=(Change(4, 95, "made up", Status.PROVISIONAL),),
        noticing=Noticing(2, "made up", Status.PROVISIONAL),
    )
    said = change_words(bare, "total", Taken(0), Taken(9))
    assert (said.reliable, said.noticing) == (None, None)
    assert say_change(said) == "9 points higher."


def test_a_level_nobody_named_is_not_made_up_and_two_levels_are_said_both() -> None:
    two = with_scale(
        changes=(
            Change(3, None, "one", Status.SECONDARY),
            Change(5, 95, "two", Status.CONFIRMED),
        )
    )
    reliable = change_words(two, "total", Taken(0), Taken(4)).reliable
    assert reliable == Said(
        True,
        "Larger than chance (3 points or more, how surely is not named); "
        "may be chance (less than 5 points, 95 %)",
        "one; two",
    )


def test_another_scale_is_not_known() -> None:
    with pytest.raises(NothingFoundError):
        change_words(THREE, "other", Taken(1), Taken(2))


def test_the_last_is_held_against_the_first_and_the_one_before() -> None:
    taken = [Taken(9), Taken(3), Taken(4)]
    assert changes_since(THREE, "total", taken[:1]) == (None, None)
    assert changes_since(THREE, "total", []) == (None, None)
    first, last = changes_since(THREE, "total", taken[:2])
    assert first is None
    assert last is not None
    assert last.difference == -6
    first, last = changes_since(THREE, "total", taken)
    assert first is not None
    assert last is not None
    assert (first.difference, last.difference) == (-5, 1)
    unlike = [replace_form(taken[0], "x"), *taken[1:]]
    first, _last = changes_since(THREE, "total", unlike)
    assert first is not None
    assert first.difference is None


def replace_form(taken: Taken, form: str) -> Taken:
    return taken._replace(form=form)


def test_no_word_of_a_change_calls_it_better_or_worse() -> None:
    for three in (THREE, replace(THREE, title="x")):
        words = say_change(change_words(three, "total", Taken(0), Taken(9)))
        assert not {"better", "worse", "improved", "good", "bad"} & set(words.lower().split())
