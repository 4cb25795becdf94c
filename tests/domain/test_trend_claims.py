"""What is said of invented journals whose truth is known: where nothing is, and where something is.

Fewer draws than in the program keep this short; they change what is found by next to nothing.
"""

from random import Random

import pytest
from support.invented_scans import TIES, invent_scan

from caregiver_journal.domain import resampling, trend
from caregiver_journal.domain.finding import Finding, Stretch
from caregiver_journal.domain.trend import Scan, what_stands_out

JOURNALS = 500

WHOLE = {"before": 71, "direction": 142}
"""For how many days a period has about 60 logged ones that carry what was planted."""
LENGTHS = {
    "weekends off": 250,
    "nights": 140,
    "choir": 250,
    "project": 175,
    "tea": 235,
    "walk": 141,
    "practice": 157,
    "people": 141,
    **WHOLE,
}

pytestmark = pytest.mark.long


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "DRAWS", 399)


def name_of(finding: Finding) -> str:
    """Return what was asked: the name of what was logged, or of the stretch."""
    about = finding.asked.about
    return about.value if isinstance(about, Stretch) else about.name


def without_effect(seed: int, ties: tuple[float, ...] = TIES) -> Scan:
    return invent_scan(seed, 60 + Random(seed).randrange(31), ties=ties)


@pytest.mark.unwatched
def test_of_journals_without_any_effect_at_most_one_in_twenty_hears_a_sentence() -> None:
    said = sum(bool(what_stands_out(without_effect(seed)).findings) for seed in range(JOURNALS))
    assert said <= 0.05 * JOURNALS


def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "STRONGEST_TIE", 0.0)
    monkeypatch.setattr(resampling, "LONGEST", 1.0)


def _each_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trend, "benjamini_hochberg", tuple)


@pytest.mark.unwatched
@pytest.mark.parametrize("make_naive", [_one_by_one, _each_alone])
def test_naive_rules_would_be_found_out(
    monkeypatch: pytest.MonkeyPatch, make_naive: object
) -> None:
    """The control: days shuffled one by one, or each question asked as if it were the only one."""
    assert callable(make_naive)
    make_naive(monkeypatch)
    seeds = range(60)
    said = sum(bool(what_stands_out(without_effect(seed, (0.5,))).findings) for seed in seeds)
    assert said > 0.1 * len(seeds)


@pytest.mark.unwatched
def test_what_sixty_days_carry_is_mostly_found() -> None:
    """Of 0.8 SD planted in about 60 logged days, beside at least as many without, 80 % are found.

    Every kind of days in turn, the period against the one before and a direction among them, for
    moods of each resemblance alike. With 60 days in all, 30 on a side, no rule that keeps its
    word over ten questions finds as many.
    """
    found = [
        carrier in map(name_of, what_stands_out(scan).findings)
        for carrier, n in LENGTHS.items()
        for tie in TIES
        for seed in range(4)
        for scan in (invent_scan(1000 + seed, n, size=0.8, carrier=carrier, ties=(tie,)),)
    ]
    assert sum(found) >= 0.8 * len(found)
