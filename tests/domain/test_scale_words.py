"""An own scale is made of what stands in its fields; what is wrong names its field."""

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.instrument import How
from caregiver_journal.domain.instrument_check import MAX_CODE
from caregiver_journal.domain.instrument_plain import MAX_TEXT
from caregiver_journal.domain.measure import MAX_NAME, MOST_ITEMS
from caregiver_journal.domain.scale_words import ScaleWords, read_scale, write_scale

WORDS = ScaleWords(
    "My  week",
    "I said what I wanted.\n\n  I left on time. \nI stayed silent.",
    "1",
    "4",
    "never",
    "",
    How.SUM,
    "3",
)


def test_a_scale_is_made_line_by_line() -> None:
    scale = read_scale(WORDS, "own.7")
    assert (scale.id, scale.title, scale.items) == ("own.7", "My week", 3)
    assert scale.item_texts == ("I said what I wanted.", "I left on time.", "I stayed silent.")
    (form,), (made,) = scale.forms, scale.scales
    assert (form.codes, form.words, form.reversed) == (
        (1, 2, 3, 4),
        ("never", "", "", ""),
        frozenset({3}),
    )
    assert (made.how, made.lowest, made.highest) == (How.SUM, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        ScaleWords("One", "An item"),
        ScaleWords("Both", "An item\nAnother", "\N{MINUS SIGN}3", "3", "no", "yes", turned="2; 1"),
    ],
)
def test_it_is_written_down_and_read_as_the_same(words: ScaleWords) -> None:
    scale = read_scale(words, "own.7")
    assert read_scale(write_scale(scale), "own.7") == scale


@pytest.mark.parametrize(
    ("part", "text", "field", "said"),
    [
        ("title", " ", "title", "needs a title"),
        ("title", "x" * (MAX_NAME + 1), "title", "at most 80"),
        ("items", "\n \n", "items", "1 to 200 items"),
        ("items", "x\n" * (MOST_ITEMS + 1), "items", "1 to 200 items"),
        ("items", f"x\n{'y' * (MAX_TEXT + 1)}", "items", "Item 2 has more than 500"),
        ("lowest", "a little", "lowest", "whole number"),
        ("lowest", "", "lowest", "whole number"),
        ("lowest", "1.5", "lowest", "whole number"),
        ("lowest", f"-{MAX_CODE + 1}", "lowest", "whole number"),
        ("highest", "9" * 5_000, "highest", "whole number"),
        ("highest", "1", "codes", "lies above the lowest"),
        ("highest", "900", "codes", "by at most 100"),
        ("high", "x" * (MAX_NAME + 1), "ends", "At most 80"),
        ("turned", "4", "turned", "no item 4"),
        ("turned", "0", "turned", "no item 0"),
        ("turned", "the last", "turned", "no item the"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(part: str, text: str, field: str, said: str) -> None:
    with pytest.raises(InvalidValueError, match=said) as error:
        read_scale(ScaleWords(*(WORDS._asdict() | {part: text}).values()))
    assert error.value.field == field
