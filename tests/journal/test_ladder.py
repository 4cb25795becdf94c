"""The ladder of a journal: what is suggested, what can be taken back, what a try belongs to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from support.builders import an_entry
from support.clock import START

from caregiver_journal.base.content import ContentError, ContentFile
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.journal import ladder
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.ladder import (
    RECENT,
    LadderRow,
    add_step,
    add_try,
    change_step,
    change_try,
    delete_step,
    delete_try,
    linked_entry,
    offered_suggestions,
    put_step_away,
    put_step_back,
    put_try_back,
    read_ladder,
    read_step,
    read_try,
    recent_moments,
    shipped_suggestions,
)

NO = Step("say no to an extra shift", 6)


@pytest.fixture
def step(journal: Journal) -> int:
    """A step on the ladder; its number."""
    return add_step(journal, NO).number or 0


def a_moment(journal: Journal, asked: str = "an extra shift", hours: int = 1) -> Entry:
    happened = START - timedelta(hours=hours)
    content = Content(Boundary(asked, Answer.NO), happened)
    entry = make_entry(content, START)
    journal.add(entry)
    return entry


# --- steps ----------------------------------------------------------------------------------------


def test_an_empty_ladder_is_empty(journal: Journal) -> None:
    assert read_ladder(journal) == ()


def test_steps_stand_with_their_tries(journal: Journal, step: int, told: list[Changes]) -> None:
    easy = add_step(journal, Step("send back a dish", 3))
    tried = add_try(journal, Try(step, START, 6, 4))
    assert told == [{Topic.LADDER}] * 2
    assert read_ladder(journal) == (
        LadderRow(easy),
        LadderRow(replace(NO, number=step), (tried,)),
    )
    assert read_step(journal, step).tries == (tried,)


def test_a_change_can_be_taken_back(journal: Journal, step: int) -> None:
    journal.save_draft("ladder.step", {"new": {}, "1": {}})
    changed = Step("say no once", 4, number=step)
    earlier = change_step(journal, changed, draft=DraftName("ladder.step", "1"))
    assert journal.drafts.read("ladder.step") == {"new": {}}
    assert read_step(journal, step).step.distress == 4
    change_step(journal, earlier)
    assert read_step(journal, step).step == replace(NO, number=step)


def test_a_step_is_put_away_and_shown_again(journal: Journal, step: int) -> None:
    put_step_away(journal, step, away=True)
    assert [row.step.is_put_away for row in read_ladder(journal)] == [True]
    put_step_away(journal, step, away=False)
    assert [row.step.is_put_away for row in read_ladder(journal)] == [False]


def test_a_deleted_step_comes_back_with_its_tries(journal: Journal, step: int) -> None:
    for days in (1, 2):
        add_try(journal, Try(step, START - timedelta(days=days), 6, days))
    before = read_ladder(journal)
    gone = delete_step(journal, step)
    assert read_ladder(journal) == ()
    put_step_back(journal, gone)
    assert read_ladder(journal) == before


@pytest.mark.parametrize(
    "act",
    [
        lambda journal: read_step(journal, 99),
        lambda journal: read_try(journal, 99),
        lambda journal: change_step(journal, NO),
        lambda journal: put_step_away(journal, 99, away=True),
        lambda journal: delete_step(journal, 99),
        lambda journal: add_try(journal, Try(99, START, 5)),
        lambda journal: change_try(journal, Try(99, START, 5)),
        lambda journal: delete_try(journal, 99),
        lambda journal: put_try_back(journal, Try(99, START, 5)),
    ],
)
def test_what_is_gone_is_said(journal: Journal, act: Callable[[Journal], object]) -> None:
    with pytest.raises(NothingFoundError, match="on the ladder any more"):
        act(journal)


# --- tries ----------------------------------------------------------------------------------------


def test_a_try_takes_its_draft_along(journal: Journal, step: int) -> None:
    journal.save_draft("ladder.try", {"1": {"expected": 6}, "2": {"expected": 4}})
    tried = add_try(journal, Try(step, START, 6), draft=DraftName("ladder.try", "1"))
    assert journal.drafts.read("ladder.try") == {"2": {"expected": 4}}
    assert read_step(journal, step).tries == (tried,)


def test_a_try_is_read_with_its_step(journal: Journal, step: int) -> None:
    tried = add_try(journal, Try(step, START, 6))
    assert read_try(journal, tried.number or 0) == (tried, read_step(journal, step).step)


def test_a_try_is_changed_deleted_and_brought_back(journal: Journal, step: int) -> None:
    tried = add_try(journal, Try(step, START, 6))
    assert change_try(journal, replace(tried, actual=3)) == tried
    gone = delete_try(journal, tried.number or 0)
    assert read_step(journal, step).tries == ()
    put_try_back(journal, gone)
    assert read_step(journal, step).tries == (replace(tried, actual=3),)


def test_a_try_in_the_future_is_refused_at_its_field(journal: Journal, step: int) -> None:
    with pytest.raises(InvalidValueError) as refused:
        add_try(journal, Try(step, START + timedelta(minutes=2), 6))
    assert refused.value.field == "happened"
    add_try(journal, Try(step, START + timedelta(minutes=1), 6))
    assert len(read_step(journal, step).tries) == 1


# --- boundary moments -----------------------------------------------------------------------------


def test_a_try_outlives_its_moment(journal: Journal, step: int) -> None:
    entry = a_moment(journal)
    tried = add_try(journal, Try(step, START, 6, 4, "", entry.id))
    assert linked_entry(journal, tried) == entry
    journal.remove(entry)
    assert linked_entry(journal, tried) is None
    journal.delete_for_good(entry)
    assert linked_entry(journal, tried) is None
    assert read_step(journal, step).tries == (replace(tried, entry_id=""),)


def test_a_try_without_a_moment_has_none(journal: Journal) -> None:
    assert linked_entry(journal, Try(1, START, 6)) is None


def test_the_last_moments_are_offered_and_nothing_else(journal: Journal) -> None:
    for hours in range(RECENT + 3):
        a_moment(journal, f"shift {hours}", hours)
    journal.add(an_entry("a mood"))
    found = recent_moments(journal)
    assert len(found) == RECENT
    assert isinstance(found[0].detail, Boundary)
    assert found[0].detail.asked == "shift 0"


# --- suggestions ----------------------------------------------------------------------------------


@pytest.fixture
def fresh() -> Iterator[None]:
    """Suggestions that are read anew, here and in the next test."""
    shipped_suggestions.cache_clear()
    yield
    shipped_suggestions.cache_clear()


def test_suggestions_lead_from_easy_to_hard() -> None:
    found = shipped_suggestions()
    assert len(found) == 14
    numbers = [each.distress for each in found]
    assert numbers == sorted(numbers)
    assert shipped_suggestions() is found


def test_what_is_on_the_ladder_is_suggested_no_more(journal: Journal) -> None:
    first, second, third, *rest = shipped_suggestions()
    add_step(journal, Step("in my own words", 2, suggestion=first.suggestion))
    add_step(journal, Step(second.text.upper(), 2, is_put_away=True))
    assert offered_suggestions(journal) == (third, *rest)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ('id = "b"\ntext = "x"', "line 5: suggestions 'b': .*'distress'"),
        ('id = "b"\ntext = "x"\ndistress = 11', "line 5: suggestions 'b': Say how hard"),
        ('id = "b"\ntext = " "\ndistress = 3', "line 5: suggestions 'b': A situation needs"),
        ('id = "a"\ntext = "x"\ndistress = 3', "line 5: suggestions 'a': .*there twice"),
    ],
)
@pytest.mark.usefixtures("fresh")
def test_a_damaged_file_is_said_with_place_and_reason(
    monkeypatch: pytest.MonkeyPatch, record: str, said: str
) -> None:
    first = '[[suggestions]]\nid = "a"\ntext = "Say no"\ndistress = 3\n'
    content = ContentFile("ladder.toml", f"{first}[[suggestions]]\n{record}")
    monkeypatch.setattr(ladder, "read_content", lambda _name: content)
    with pytest.raises(ContentError, match=said):
        shipped_suggestions()
