"""What is asked of the invented person is whole, varied, and fits what a journal may hold."""

from collections import Counter
from typing import Any

import pytest

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.boundary import LIMIT_WORDS, MAX_LABEL, MINUTES, SETTING_WORDS
from caregiver_journal.journal.sample.asks import Ask


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return read_tables("sample_boundaries")


@pytest.fixture(scope="module")
def asks(content: dict[str, Any]) -> list[Ask]:
    return [Ask(**table) for table in content["moments"]]


def test_there_are_many_and_no_two_are_alike(asks: list[Ask]) -> None:
    assert len(asks) >= 50
    for part in ("asked", "feared", "no", "partly", "yes", "calm", "rough", "cost"):
        texts = [getattr(ask, part) for ask in asks]
        assert len(set(texts)) == len(texts), part
        assert all(10 <= len(text) <= 150 for text in texts), part


def test_they_come_from_many_sides(asks: list[Ask]) -> None:
    assert {ask.limit for ask in asks} == set(LIMIT_WORDS)
    assert {ask.setting for ask in asks} == set(SETTING_WORDS)
    askers = Counter(ask.asker for ask in asks)
    assert len(askers) >= 12
    assert all(asker == asker.strip() and 2 < len(asker) <= MAX_LABEL for asker in askers)
    assert all(ask.minutes in MINUTES for ask in asks)


def test_what_is_added_is_varied_too(content: dict[str, Any]) -> None:
    for name, least in (("respect", 20), ("next_time", 20), ("pull", 4)):
        texts = content["lists"][name]
        assert len(set(texts)) == len(texts) >= least, name
    assert all(len(pull) <= MAX_LABEL for pull in content["lists"]["pull"])
