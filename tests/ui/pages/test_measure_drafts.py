"""What the form for a questionnaire holds survives as plain values, whatever these are."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.clock import START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import Mood
from caregiver_journal.ui.pages.measure.drafts import EMPTY, draft_of, from_plain, to_plain
from caregiver_journal.ui.pages.measure.total_fields import read_total

ANSWERED = Measure("olbi", "OLBI", "agree-4", answers=((1, 4), (3, 1)))
TOLD = Measure("sas", "SAS", is_total=True, scores=(Score("sociotropy", "", 61.5, None, None),))


@pytest.mark.parametrize("measure", [ANSWERED, TOLD])
def test_an_entry_becomes_a_draft_that_is_kept(measure: Measure) -> None:
    draft = draft_of(make_entry(Content(measure, note="On the bus."), START))
    assert (draft.instrument, draft.form, draft.answers) == (
        measure.instrument,
        measure.form,
        measure.answers,
    )
    assert draft.totals == ((("sociotropy", "61.5"),) if measure.is_total else ())
    plain = json.loads(json.dumps(to_plain(draft, "abc")))
    assert from_plain(plain) == (draft, "abc")


def test_another_kind_of_entry_leaves_the_questionnaire_empty() -> None:
    assert draft_of(make_entry(Content(Mood(3)), START)).instrument == ""
    assert to_plain(EMPTY, "") == {}
    assert from_plain({}) == (EMPTY, "")


@given(
    st.dictionaries(
        st.sampled_from(["instrument", "form", "is_total", "answers", "totals", "note"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner, max_size=3),
        ),
    )
)
def test_whatever_was_stored_can_be_read(plain: dict[str, object]) -> None:
    draft, _entry = from_plain(plain)
    assert from_plain(to_plain(draft, "x"))[0] == draft


def test_of_answers_that_make_no_sense_the_others_are_kept() -> None:
    answers = [[1, 2], [0, 1], [2, 9999], [3, True], [4], "x", [5, 0]]
    draft, _entry = from_plain({"answers": answers, "totals": [["a", "1"], ["b", 2], ["c", ""]]})
    assert draft.answers == ((1, 2), (5, 0))
    assert draft.totals == (("a", "1"),)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  ", None),
        ("12", 12),
        ("2.5", 2.5),
        (" 2,5 ", 2.5),
        ("\N{ARABIC-INDIC DIGIT TWO}\N{ARABIC DECIMAL SEPARATOR}5", 2.5),
        ("-3", -3),
        ("\N{MINUS SIGN}3", -3),
        (".5", 0.5),
        ("7.", 7),
    ],
)
def test_totals_are_read_as_people_write_them(text: str, value: float | None) -> None:
    assert read_total(text) == value


@pytest.mark.parametrize("text", ["twelve", "1 2", ".", "-", "1e5", "nan", "1.2.3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        read_total(text)
