"""Every summary says what it is not, and at its end how its numbers were made."""

from datetime import time

import pytest

from caregiver_journal.domain.summary import Block, Section
from caregiver_journal.domain.summary_limits import (
    DAY_BEGINS,
    DAY_IS_DATE,
    FOOT,
    FOOT_WITH_RULES,
    MISSING_DAYS,
    foot_of,
    limits,
    rules_of,
)


def section(*rules: str) -> Section:
    return Section(Block.MOOD, "Mood", (), rules=rules)


def test_the_limits_are_a_few_short_sentences() -> None:
    said = limits()
    assert 2 <= len(said) <= 4
    assert all(len(sentence) < 90 for sentence in said)
    joined = " ".join(said)
    for words in ("self-report", "Nobody monitors", "emergencies", "not a clinical record"):
        assert words in joined


@pytest.mark.parametrize(
    ("start", "day"),
    [
        (time(4), DAY_BEGINS.format(start="04:00")),
        (time(0, 30), DAY_BEGINS.format(start="00:30")),
        (time(0), DAY_IS_DATE),
    ],
)
def test_each_rule_stands_once_behind_that_of_the_days(start: time, day: str) -> None:
    rules = rules_of((section("One.", "Two."), section(), section("Two.", "Three.")), start)
    assert rules == (day, MISSING_DAYS, "One.", "Two.", "Three.")
    assert foot_of(rules) == FOOT_WITH_RULES


def test_without_numbers_there_are_no_rules() -> None:
    assert rules_of((section(),), time(4)) == ()
    assert foot_of(()) == FOOT


def test_the_foot_fits_a_line() -> None:
    assert len(FOOT_WITH_RULES) <= 110
