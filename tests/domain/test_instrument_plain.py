"""A questionnaire goes into plain values and comes back whole."""

import json

import pytest
from hypothesis import given, settings
from support.instruments import THREE, instruments
from support.vaults import quick

from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_check import TableError
from caregiver_journal.domain.instrument_plain import instrument_from_plain, instrument_to_plain
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.journal.instruments import shipped_instruments


@settings(quick, max_examples=30)
@given(instruments())
def test_any_comes_back_whole_through_json(instrument: Instrument) -> None:
    text = json.dumps(instrument_to_plain(instrument))
    assert instrument_from_plain(json.loads(text)) == instrument


def test_those_of_the_program_and_own_ones_come_back_whole() -> None:
    own = make_own_scale("Ease", ["One", "Two"], (0, 10), ends=("no", "yes"), scale_id="own.1")
    for one in (*shipped_instruments(), own, THREE):
        assert instrument_from_plain(json.loads(json.dumps(instrument_to_plain(one)))) == one


def test_plain_values_that_were_spoilt_are_refused() -> None:
    plain = instrument_to_plain(THREE)
    with pytest.raises(TableError) as caught:
        instrument_from_plain({**plain, "scales": [{"items": [1, 2], "how": "sum"}]})
    assert (caught.value.table, caught.value.number) == ("scales", 0)
    with pytest.raises(TableError) as caught:
        instrument_from_plain({**plain, "more": 1})
    assert (caught.value.table, caught.value.sentence) == ("", "“more” is not known here.")
