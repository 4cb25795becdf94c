"""A scale of one's own: what it needs, and how it is scored."""

from typing import Any

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.instrument import How, Instrument
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.domain.scoring import score


def own(**changes: Any) -> Instrument:
    plain: dict[str, Any] = {
        "title": " My  evening ",
        "items": ["I slept", " I left  on time", "I carried it home"],
        "codes": (0, 4),
        "turned": (3,),
    }
    return make_own_scale(**(plain | changes))


def test_a_mean_is_taken_of_the_answers() -> None:
    made = own(ends=("not at all", "fully"), scale_id="own.1")
    assert (made.id, made.title, made.item_texts[1]) == ("own.1", "My evening", "I left on time")
    assert made.forms[0].words == ("not at all", "", "", "", "fully")
    assert made.has_total
    (found,) = score(made, "", {1: 4, 2: 3, 3: 4}).scores
    assert found.value == pytest.approx(7 / 3)
    assert (found.lowest, found.highest) == (0, 4)


def test_a_sum_reaches_as_far_as_its_items() -> None:
    made = own(how=How.SUM, codes=(-2, 2))
    assert made.forms[0].words == ()
    (found,) = score(made, "", {1: 2, 2: 2, 3: -2}).scores
    assert (found.value, found.lowest, found.highest) == (6, -6, 6)
    assert own(ends=("", "fully")).forms[0].words[0] == ""


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"items": []}, "items"),
        ({"items": ["x"] * 201}, "items"),
        ({"items": ["one", " ", "three"]}, "items"),
        ({"items": ["x" * 501]}, "items"),
        ({"codes": (1, 1)}, "codes"),
        ({"codes": (4, 0)}, "codes"),
        ({"codes": (0, 101)}, "codes"),
        ({"codes": (990, 1010)}, "codes"),
        ({"turned": (4,)}, "turned"),
        ({"ends": ("x" * 81, "")}, "ends"),
    ],
)
def test_what_cannot_be_a_scale_is_refused_at_its_place(
    changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        own(**changes)
    assert caught.value.field == field


def test_an_item_without_words_is_named() -> None:
    with pytest.raises(InvalidValueError, match="Item 2 has no words yet"):
        own(items=["one", " ", "three"])
