"""The key of a questionnaire changes with what makes its scores, and with nothing else."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from support.instruments import THREE, with_scale

from caregiver_journal.domain.instrument import Form, How, Instrument
from caregiver_journal.domain.instrument_key import Keys, key_of


class Filled(NamedTuple):
    """What was filled in."""

    instrument: str
    form: str
    key: str


@pytest.mark.parametrize(
    "other",
    [
        replace(THREE, forms=(replace(THREE.forms[0], codes=(0, 1, 2)),)),
        replace(THREE, forms=(replace(THREE.forms[0], reversed=frozenset({1})),)),
        with_scale(items=(1, 2)),
        with_scale(how=How.MEAN),
        with_scale(factor=2.0),
        with_scale(as_coded=True),
        with_scale(id="other"),
    ],
)
def test_another_way_of_scoring_has_another_key(other: Instrument) -> None:
    assert key_of(other, "") != key_of(THREE, "")


@pytest.mark.parametrize(
    "other",
    [
        replace(THREE, title="Other", note="More", risk_items=frozenset()),
        replace(THREE, forms=(*THREE.forms, Form("more", "More", (0, 1)))),
        replace(THREE, forms=(replace(THREE.forms[0], title="On paper", words=("a",) * 4),)),
        with_scale(cut_offs=(), changes=(), noticing=None, higher="less", factor=1.0, decimals=2),
    ],
)
def test_what_is_said_of_it_leaves_the_key_as_it_is(other: Instrument) -> None:
    assert key_of(other, "") == key_of(THREE, "") == "43660abfba52e162"


def test_a_key_is_of_the_form_that_was_used_and_of_none_where_nobody_knows() -> None:
    assert key_of(THREE, "gone") not in {key_of(THREE, ""), ""}


def test_what_was_filled_in_is_held_against_the_keys_of_now() -> None:
    keys = Keys([THREE])
    assert keys.are_of(Filled("three", "", key_of(THREE, "")))
    assert not keys.are_of(Filled("three", "", ""))
    assert not keys.are_of(Filled("three", "", "old"))
    assert not keys.are_of(Filled("other", "", key_of(THREE, "")))
