"""The invented person fills in questionnaires now and then, and they go along with the moods."""

from datetime import timedelta
from functools import cache
from random import Random
from statistics import correlation, mean

import pytest
from support.builders import mood_of
from support.clock import START

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure
from caregiver_journal.journal.instruments import find_shipped
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import Origin, find_instrument
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.journal.sample.invention import Invention
from caregiver_journal.journal.sample.life import plan_days
from caregiver_journal.journal.sample.measured import LEAST_DAYS, OWN, Measuring, own_scale
from caregiver_journal.journal.waiting import read_waiting

SEEDS = range(1, 7)


@cache
def entries_of(seed: int, days: int = 365) -> list[Entry]:
    return [one for one in Invention(START, days, None, seed).records() if isinstance(one, Entry)]


def filled_in(seed: int, instrument: str, days: int = 365) -> list[tuple[Entry, Measure]]:
    return [
        (entry, entry.detail)
        for entry in entries_of(seed, days)
        if isinstance(entry.detail, Measure) and entry.detail.instrument == instrument
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_has_some_of_each_and_every_answer_is_scored(seed: int) -> None:
    found = {name: filled_in(seed, name) for name in ("phq-9", "proqol-5", OWN)}
    assert 11 <= len(found["phq-9"]) <= 13
    assert len(found["proqol-5"]) == 3
    assert 11 <= len(found[OWN]) <= 13
    for name, instrument in (("phq-9", find_shipped("phq-9")), (OWN, own_scale())):
        for _entry, measure in found[name]:
            assert len(measure.answers) == instrument.items
            assert len(measure.scores) == len(instrument.scales)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_about_harm_is_invented(seed: int) -> None:
    for _entry, measure in filled_in(seed, "phq-9"):
        assert dict(measure.answers)[9] == 0
    assert all(not entry.note for entry, _measure in filled_in(seed, "phq-9"))


@pytest.mark.unwatched
def test_scores_go_along_with_the_moods_before() -> None:
    pairs = []
    for seed in SEEDS:
        for entry, measure in filled_in(seed, "phq-9"):
            since = entry.day - timedelta(days=13)
            moods = [
                mood_of(one).level
                for one in entries_of(seed)
                if one.kind is Kind.MOOD and since <= one.day <= entry.day
            ]
            pairs.append((mean(moods), measure.scores[0].value))
    assert correlation(*zip(*pairs, strict=True)) < -0.5


def test_a_few_days_have_none() -> None:
    assert all(entry.kind is not Kind.MEASURE for entry in entries_of(1, LEAST_DAYS - 1))


def test_the_same_days_and_seed_give_the_same_answers() -> None:
    days = plan_days(START.date(), 60, Random(1))
    first, second = Measuring(days, 3), Measuring(days, 3)
    measures = [first.measure(day.date, is_bare=True) for day in days]
    assert measures == [second.measure(day.date, is_bare=True) for day in days]
    assert any(measures)


def test_the_own_scale_is_there_and_one_comes_back_without_waiting_now(journal: Journal) -> None:
    fill_with_sample(journal, days=90)
    assert find_instrument(journal, OWN).origin is Origin.OWN
    assert find_instrument(journal, OWN).instrument == own_scale()
    assert find_instrument(journal, "phq-9").repeat_days == 28
    assert not any(waiting.section == "measure" for waiting in read_waiting(journal))
