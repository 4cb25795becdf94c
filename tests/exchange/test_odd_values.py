"""Values that a file may hold in place of others: settings that are switches, and bad pairs."""

import pytest

from caregiver_journal.exchange.fields import FieldError, Fields
from caregiver_journal.exchange.parts import PARTS


@pytest.mark.parametrize("value", [True, False, 5, "dark"])
def test_a_setting_keeps_its_kind_of_value(value: object) -> None:
    read = Fields({"name": "anything", "value": value}).make(PARTS["settings"].read)
    assert type(read.value) is type(value)
    assert read.value == value


@pytest.mark.parametrize("pair", [[1], [1, 2, 3], [1, "2"], ["1", 2], "12", 1])
def test_a_bad_pair_is_refused_with_its_place(pair: object) -> None:
    with pytest.raises(FieldError) as refused:
        Fields({"answers": [[1, 2], pair]}).pairs("answers")
    assert refused.value.place == "answers[1]"
