"""Steps and tries come back as they were kept; no number is given twice."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from support.clock import START

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.ladder import LadderStore


def add(journal: Journal, *steps: Step) -> list[int]:
    with journal.writing(Topic.LADDER):
        return [journal.ladder.write_step(step).number or 0 for step in steps]


def test_steps_come_back_the_easiest_first(journal: Journal) -> None:
    hard = Step("say no to the team lead", 8)
    easy = Step("send back a dish", 3, is_put_away=True, suggestion="wrong-dish")
    numbers = add(journal, hard, easy)
    assert journal.ladder.steps() == (
        replace(easy, number=numbers[1]),
        replace(hard, number=numbers[0]),
    )
    assert journal.ladder.step(numbers[0]).text == hard.text


def test_a_step_is_written_over_and_its_tries_stay(journal: Journal) -> None:
    (number,) = add(journal, Step("say no", 8))
    with journal.writing(Topic.LADDER):
        journal.ladder.write_try(Try(number, START, 7))
        journal.ladder.write_step(Step("say no once", 5, number=number))
    assert journal.ladder.step(number).distress == 5
    assert len(journal.ladder.tries_of(number)) == 1


def test_a_try_comes_back_with_the_clock_it_was_written_by(journal: Journal) -> None:
    (number,) = add(journal, Step("say no", 8))
    moment = START.astimezone(ZoneInfo("Asia/Kathmandu"))
    tried = Try(number, moment, 7, 3, "it went\nwell", "abc")
    with journal.writing(Topic.LADDER):
        kept = journal.ladder.write_try(tried)
        journal.ladder.write_try(replace(tried, happened=moment + timedelta(hours=1), actual=None))
    last, first = journal.ladder.tries_of(number)
    assert first == kept == journal.ladder.try_at(kept.number or 0)
    assert first.happened.tzinfo == moment.tzinfo
    assert last.actual is None
    assert journal.ladder.tries() == {number: (last, first)}


def test_a_deleted_step_takes_its_tries_along_and_can_be_written_again(journal: Journal) -> None:
    (number,) = add(journal, Step("say no", 8))
    with journal.writing(Topic.LADDER):
        kept = journal.ladder.write_try(Try(number, START, 7))
    step = journal.ladder.step(number)
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_step(number)
    assert journal.ladder.tries() == {}
    assert add(journal, Step("another", 1)) != [number], "a draft of the old one may still be kept"
    with journal.writing(Topic.LADDER):
        journal.ladder.write_step(step)
        journal.ladder.write_tries([kept])
    assert journal.ladder.tries_of(number) == (kept,)


def test_a_try_is_written_over_and_deleted(journal: Journal) -> None:
    (number,) = add(journal, Step("say no", 8))
    with journal.writing(Topic.LADDER):
        kept = journal.ladder.write_try(Try(number, START, 7))
        assert journal.ladder.write_try(replace(kept, actual=2)).number == kept.number
    assert [tried.actual for tried in journal.ladder.tries_of(number)] == [2]
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_try(kept.number or 0)
    assert journal.ladder.tries_of(number) == ()


@pytest.mark.parametrize("read", [LadderStore.step, LadderStore.try_at])
def test_what_is_gone_is_said(journal: Journal, read: object) -> None:
    assert callable(read)
    with pytest.raises(NothingFoundError, match="ladder any more"):
        read(journal.ladder, 7)
