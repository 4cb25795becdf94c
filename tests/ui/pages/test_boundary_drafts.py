"""Whatever a stored draft of a boundary moment turns out to be, the form can show it."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from support.clock import LONDON, START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.ask_again import AskAgain
from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp, Relationship, Wanted
from caregiver_journal.domain.entry import Content, Lost, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.ui.pages.boundary.drafts import (
    EMPTY,
    LONG,
    BoundaryDraft,
    boundary_of,
    draft_of,
    from_plain,
    to_plain,
)
from caregiver_journal.ui.pages.boundary.form import BoundaryForm
from caregiver_journal.ui.pages.boundary.more import MorePart

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
TENS = st.none() | st.integers(0, 10)
PERCENT = st.none() | st.integers(0, 100)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=9), part),
    max_leaves=8,
)
FULL = BoundaryDraft(
    asked="Stay longer\ntonight <b>please</b>",
    answer=Answer.OTHER_TERMS,
    wanted=Wanted.NO,
    asker="Team lead",
    setting="work",
    limit="my own kind",
    pulls=("guilt", "habit", "pleasing"),
    feared="A row",
    belief=33,
    offer="An hour",
    cannot="The night",
    words="I can stay an hour.",
    guilt_before=8,
    guilt=5,
    resentment=0,
    energy=10,
    minutes="1 h and a bit",
    respect="I said it",
    next_time="Sooner",
    outcome="Nothing",
    came_true=0,
    relationship=Relationship.SAME,
    note="A note",
    tags=("ward",),
    happened=datetime(2026, 11, 19, 9, 5, tzinfo=LONDON),
    day=date(2026, 11, 18),
    never_export=True,
    for_session=True,
    ask_again=AskAgain.IN_3_DAYS,
    plan=7,
    tried=3,
)


PARTS: dict[str, st.SearchStrategy[Any]] = {
    "asked": TEXT,
    "asker": TEXT,
    "minutes": TEXT,
    "answer": st.none() | st.sampled_from(Answer),
    "wanted": st.none() | st.sampled_from(Wanted),
    "relationship": st.none() | st.sampled_from(Relationship),
    "ask_again": st.none() | st.sampled_from(AskAgain),
    "pulls": st.lists(TEXT, max_size=3).map(tuple),
    "guilt": TENS,
    "belief": PERCENT,
    "came_true": PERCENT,
    "plan": st.none() | st.integers(1, 99),
    "never_export": st.booleans(),
}


@settings(deadline=None)
@given(st.fixed_dictionaries(PARTS).map(lambda parts: BoundaryDraft(**parts)), TEXT)
def test_a_draft_comes_back_as_it_was(draft: BoundaryDraft, entry_id: str) -> None:
    assert from_plain(to_plain(draft, entry_id)) == (draft, entry_id)


def test_every_part_comes_back() -> None:
    assert from_plain(to_plain(FULL, "id")) == (FULL, "id")


def test_an_empty_draft_is_nothing_unless_it_changes_an_entry() -> None:
    assert to_plain(EMPTY, "") == {}
    assert to_plain(EMPTY, "some-id")["entry"] == "some-id"
    assert from_plain({}) == (EMPTY, "")


def test_an_entry_is_a_draft_and_the_same_moment_again() -> None:
    moment = Boundary("Stay", Answer.PARTLY, minutes=90, follow_ups=(FollowUp(START.date()),))
    entry = make_entry(Content(moment, START, "A note", ("ward",)), START)
    draft = draft_of(entry)
    assert (draft.minutes, draft.note, draft.tags) == ("90", "A note", ("ward",))
    assert boundary_of(draft) == Boundary("Stay", Answer.PARTLY, minutes=90)


def test_of_a_lost_moment_the_rest_is_there() -> None:
    entry = make_entry(Content(Lost(Kind.BOUNDARY), START, "A note"), START)
    draft = draft_of(entry)
    assert (draft.asked, draft.answer, draft.note) == ("", None, "A note")


@pytest.mark.parametrize(
    ("change", "field"),
    [({"asked": " "}, "asked"), ({"asker": "x" * 61}, "asker"), ({"minutes": "?"}, "minutes")],
)
def test_what_makes_no_sense_names_its_field(change: dict[str, str], field: str) -> None:
    plain = to_plain(BoundaryDraft(asked="Stay", answer=Answer.NO), "") | change
    with pytest.raises(InvalidValueError) as refused:
        boundary_of(from_plain(plain)[0])
    assert refused.value.field == field


def test_the_long_form_is_needed_for_what_stands_there() -> None:
    assert not BoundaryDraft(asked="Stay", asker="x", guilt=3, words="No").has_long
    for name in LONG:
        plain = to_plain(FULL, "")
        empty = to_plain(EMPTY, "id")
        assert from_plain(empty | {name: plain[name]})[0].has_long, name


# --- in the form ----------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot: QtBot) -> BoundaryForm:
    form = BoundaryForm(lambda: START)
    qtbot.addWidget(form)
    return form


def test_what_the_form_holds_is_what_it_was_given(form: BoundaryForm) -> None:
    form.fill(FULL)
    assert form.draft() == FULL
    form.fill(EMPTY)
    assert form.draft() == EMPTY


def test_the_long_form_is_made_when_it_is_needed(form: BoundaryForm) -> None:
    assert form.findChild(MorePart) is None
    form.fill(BoundaryDraft(came_true=0))
    assert form.more is not None
    assert not form.more.isHidden()
    form.fill(EMPTY)
    assert form.more.isHidden()
    form.open_more.click()
    assert not form.more.isHidden()
    form.more.texts["feared"].setPlainText("A row")
    form.open_more.click()
    assert form.more.isHidden()
    assert form.draft().feared == "A row", "what is folded away is kept"


def test_whatever_is_kept_the_form_can_show_it(form: BoundaryForm) -> None:
    names = [*to_plain(FULL, "id")]

    @settings(deadline=None, max_examples=60)
    @given(
        plain=JSON.filter(lambda value: isinstance(value, dict))
        | st.fixed_dictionaries({}, optional=dict.fromkeys(names, JSON))
    )
    def show(plain: dict[str, object]) -> None:
        draft, _entry = from_plain(plain)
        form.fill(draft)
        shown = form.draft()
        assert (shown.answer, shown.guilt, shown.plan) == (draft.answer, draft.guilt, draft.plan)

    show()
